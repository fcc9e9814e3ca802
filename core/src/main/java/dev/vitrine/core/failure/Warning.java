package dev.vitrine.core.failure;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Something a good reply has to add: what was ignored, adjusted or left out. */
public record Warning(WarningKind kind, List<String> arguments) {
    public Warning {
        arguments = arguments.stream().map(PrintableText::of).collect(toImmutableList());
    }

    public static Warning of(WarningKind kind, Object... arguments) {
        return new Warning(kind, Stream.of(arguments).map(String::valueOf).toList());
    }

    /** The whole sentence: may name what the request names. */
    public String message() {
        return new MessageFormat(kind.template(), Locale.ROOT).format(arguments.toArray());
    }
}
