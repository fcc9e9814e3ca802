package dev.vitrine.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** What long work tells while it goes on. */
final class Progress {
    private Progress() {}

    /** Lines that are seen at once. */
    static Consumer<String> to(PrintWriter out) {
        return line -> {
            out.println(line);
            out.flush();
        };
    }
}
