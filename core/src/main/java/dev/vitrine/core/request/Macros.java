package dev.vitrine.core.request;

import java.util.Optional;

/** Looks up command macros. Names arrive as they were written; their letter case does not count. */
@FunctionalInterface
public interface Macros {
    Macros NONE = name -> Optional.empty();

    /** The commands that the macro stands for, joined by {@code &}. */
    Optional<String> find(String name);
}
