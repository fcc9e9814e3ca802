package dev.vitrine.catalog.file;

import dev.vitrine.catalog.model.Problem;
import dev.vitrine.catalog.model.Problem.Level;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while one catalog is read: the first 500 problems, and the fact that there are more. */
final class ProblemLog {
    private static final int MOST = 500;

    private final List<Problem> problems = new ArrayList<>();

    /** Problems of one file of the catalog. */
    FileProblems of(String file) {
        return new FileProblems(this, file);
    }

    /** Problems that another reader has found. */
    void addAll(List<Problem> more) {
        more.forEach(this::add);
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }

    private void add(Problem problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        } else if (problems.size() == MOST) {
            problems.add(new Problem(problem.level(), problem.file(), 0, "has more problems; mend these first"));
        } else if (problem.isError() && !problems.get(MOST).isError()) {
            problems.set(MOST, new Problem(Level.ERROR, problem.file(), 0, "has more problems; mend these first"));
        }
    }

    /** The log as a reader of one file sees it. */
    record FileProblems(ProblemLog log, String file) {
        void error(int line, String message) {
            log.add(new Problem(Level.ERROR, file, line, message));
        }

        void warning(int line, String message) {
            log.add(new Problem(Level.WARNING, file, line, message));
        }
    }
}
