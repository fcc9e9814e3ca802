package dev.vitrine.cli;

import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.server.config.ConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** What a command leaves behind for scripts. */
final class ExitCodes {
    static final int DONE = 0;
    static final int PROBLEMS = 1;
    static final int USAGE = 2;

    private ExitCodes() {}

    /** 11 to 14: ten more than the failure's class. */
    static int of(Failure failure) {
        return 10 + failure.kind().errorClass().number();
    }

    /** Says why a request failed. The person at the command line may know everything. */
    static int report(Failure failure, PrintWriter err) {
        err.println(failure.title() + " [" + failure.kind().code() + "]");
        err.println(failure.message());
        err.flush();
        return of(failure);
    }

    /** Says why a command ended before its time. */
    static int report(Exception e, PrintWriter err) {
        if (e instanceof FailureException failed) {
            return report(failed.failure(), err);
        }
        if (e instanceof ConfigException wrong) {
            wrong.problems().forEach(err::println);
            err.flush();
            return USAGE;
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            err.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        } else {
            e.printStackTrace(err);
        }
        err.flush();
        return PROBLEMS;
    }
}
