package dev.vitrine.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code vntc} has to say: one {@code name=value} a line. Names that may come several times get a number from 0 on, as in
 * {@code file.0}. Warnings and errors are heard at once.
 */
final class VntcLog {
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final PrintWriter err;
    private final boolean onlyErrors;

    /** @param onlyErrors whether information and warnings are left out */
    VntcLog(PrintWriter err, boolean onlyErrors) {
        this.err = err;
        this.onlyErrors = onlyErrors;
    }

    void put(String name, Object value) {
        lines.add(name + "=" + oneLine(String.valueOf(value)));
    }

    void file(Object path) {
        numbered("file", path);
    }

    void info(String text) {
        if (!onlyErrors) {
            numbered("info", text);
        }
    }

    void warning(String text) {
        if (!onlyErrors) {
            err.println(numbered("warning", text));
            err.flush();
        }
    }

    void error(String text) {
        err.println(numbered("error", text));
        err.flush();
    }

    private String numbered(String name, Object value) {
        int number = counts.merge(name, 1, Integer::sum) - 1;
        String line = name + "." + number + "=" + oneLine(String.valueOf(value));
        lines.add(line);
        return line;
    }

    private static String oneLine(String value) {
        return value.replaceAll("[\\r\\n]+", " ");
    }

    boolean hasErrors() {
        return counts.containsKey("error");
    }

    List<String> lines() {
        return lines;
    }
}
