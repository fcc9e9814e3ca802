package dev.vitrine.render.scene;

import dev.vitrine.render.scene.PackageProblem.Severity;
import java.util.ArrayList;
import java.util.List;

/** The problems met while reading on; a hopeless manifest is cut off after a while. */
final class Problems {
    private static final int MOST = 200;

    private final List<PackageProblem> found = new ArrayList<>();
    private int errors;

    void error(String where, String what) {
        errors++;
        note(Severity.ERROR, where, what);
    }

    void warning(String where, String what) {
        note(Severity.WARNING, where, what);
    }

    private void note(Severity severity, String where, String what) {
        if (found.size() < MOST) {
            found.add(new PackageProblem(severity, where.isEmpty() ? "manifest" : where, what));
        }
    }

    /** Takes over what was found elsewhere, but for its warnings. */
    void addErrors(Problems other) {
        other.found.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(problem -> error(problem.where(), problem.what()));
    }

    boolean hasErrors() {
        return errors > 0;
    }

    List<PackageProblem> all() {
        return List.copyOf(found);
    }

    /** The first error, and how many more there are. */
    String summary() {
        String first = found.stream()
                .filter(p -> p.severity() == Severity.ERROR)
                .map(p -> p.where() + ": " + p.what())
                .findFirst()
                .orElse("no error");
        return errors > 1 ? first + " (and " + (errors - 1) + " more)" : first;
    }
}
