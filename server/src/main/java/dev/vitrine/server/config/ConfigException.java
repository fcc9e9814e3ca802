package dev.vitrine.server.config;

import java.util.List;

/** Everything that is wrong with a configuration, all at once. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ConfigException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence each, with the place where it is wrong. */
    public List<String> problems() {
        return problems;
    }
}
