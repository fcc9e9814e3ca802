package dev.vitrine.cli;

import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.server.config.ConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

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
            err.println(why(e));
        } else {
            e.printStackTrace(err);
        }
        err.flush();
        return PROBLEMS;
    }

    /** A sentence about a file that could not be read or written. */
    static String why(Exception e) {
        if (e instanceof UncheckedIOException wrapped) {
            return why(wrapped.getCause());
        }
        String said = String.valueOf(e.getMessage());
        if (e instanceof NoSuchFileException) {
            return said + ": there is no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return said + ": access is denied";
        }
        if (e instanceof FileAlreadyExistsException && !said.contains(" ")) {
            return said + ": is there already, and is no folder";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : said;
    }
}
