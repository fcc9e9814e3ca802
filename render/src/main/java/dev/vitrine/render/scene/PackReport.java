package dev.vitrine.render.scene;

import dev.vitrine.render.scene.PackageProblem.Severity;
import java.util.List;

/**
 * What became of packing.
 *
 * @param bytes of the package; 0 if none was written because of errors
 * @param files within the package
 * @param levels of the pyramid, the full size included
 * @param problems of the specification and of the finished package
 */
public record PackReport(long bytes, int files, int levels, List<PackageProblem> problems) {
    public PackReport {
        problems = List.copyOf(problems);
    }

    public boolean isWritten() {
        return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
