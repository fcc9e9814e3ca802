package dev.vitrine.catalog.model;

import dev.vitrine.core.failure.PrintableText;

/**
 * Something wrong in a catalog's files, and what to do about it.
 *
 * @param file the file's name, relative to the catalog folder where it lies in it
 * @param line from 1; 0 speaks of the whole file
 */
public record Problem(Level level, String file, int line, String message) {
    /** How much it matters. */
    public enum Level {
        /** Something is not as its author meant it: a catalog that was good keeps its last good version instead. */
        ERROR,
        /** Something was ignored or bent, and the catalog is used. */
        WARNING
    }

    public Problem {
        file = PrintableText.of(file);
        message = PrintableText.of(message);
    }

    public boolean isError() {
        return level == Level.ERROR;
    }

    /** {@code demo.ini:12: error: message}, the form that editors jump to. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line;
        return place + ": " + (isError() ? "error" : "warning") + ": " + message;
    }
}
