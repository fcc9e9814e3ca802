package dev.vitrine.catalog.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What a request rule writes: text with references to captured groups.
 *
 * <p>{@code $n} is the group of that number, of several digits as many as still number a group, and {@code $0} the whole
 * match. A dollar sign in front of anything else is itself, so that macros and variables ({@code $thumb$}) can be written
 * plainly; a backslash takes the special meaning from what follows it.
 */
public record Substitution(List<Part> parts) {
    /** A stretch of text, or the number of a group. */
    public sealed interface Part {
        /** Text to be written as it is. */
        record Literal(String text) implements Part {}

        /** A captured group. */
        record Group(int number) implements Part {}
    }

    public Substitution {
        parts = List.copyOf(parts);
    }

    /**
     * Reads the text of a rule.
     *
     * @param groups how many groups its expression has
     * @throws IllegalArgumentException if the text refers to a group that there is not
     */
    public static Substitution read(String text, int groups) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                literal.append(text.charAt(at++));
            } else if (c == '$' && isDigit(text, at)) {
                int number = text.charAt(at++) - '0';
                if (number > groups) {
                    throw new IllegalArgumentException("$" + number + " names no group of the expression");
                }
                while (isDigit(text, at) && number * 10 + text.charAt(at) - '0' <= groups) {
                    number = number * 10 + text.charAt(at++) - '0';
                }
                parts.add(new Part.Literal(literal.toString()));
                parts.add(new Part.Group(number));
                literal.setLength(0);
            } else {
                literal.append(c);
            }
        }
        parts.add(new Part.Literal(literal.toString()));
        return new Substitution(parts);
    }

    /** The text for one match; a group that took no part in it is empty. */
    public String expand(IntFunction<String> group) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Literal literal) {
                out.append(literal.text());
            } else if (part instanceof Part.Group captured) {
                String text = group.apply(captured.number());
                out.append(text == null ? "" : text);
            }
        }
        return out.toString();
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
