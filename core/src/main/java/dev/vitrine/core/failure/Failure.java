package dev.vitrine.core.failure;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a request could not be completed. Made by a named factory of {@link Failures}, carried by a
 * {@link FailureException}, answered by the error policy.
 *
 * @param arguments what the kind's template speaks of, printable; private until the catalog allows details
 * @param cause the exception behind it, for the log and for the highest level of detail
 */
public record Failure(FailureKind kind, List<String> arguments, Optional<Throwable> cause) {
    public Failure {
        arguments = arguments.stream().map(PrintableText::of).collect(toImmutableList());
    }

    public Failure(FailureKind kind, Object... arguments) {
        this(kind, List.of(arguments).stream().map(String::valueOf).toList(), Optional.empty());
    }

    public Failure causedBy(Throwable throwable) {
        return new Failure(kind, arguments, Optional.of(throwable));
    }

    /** What anybody may read. */
    public String title() {
        return kind.title();
    }

    /** The detailed message: may name ids, paths and values of the request. A hint that asks is where its sentence ends. */
    public String message() {
        String message = new MessageFormat(kind.template(), Locale.ROOT).format(arguments.toArray());
        return message.endsWith("?.") ? message.substring(0, message.length() - 1) : message;
    }

    public FailureException asException() {
        return new FailureException(this);
    }
}
