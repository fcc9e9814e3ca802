package dev.vitrine.core.value;

import com.google.common.collect.ImmutableList;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.VectorPath.Stroke;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads paths: the commands {@code M L C Z} of SVG's {@code d=}, with commas or blanks between their numbers. In lower case they
 * count from the point that was reached. More numbers than a command takes are another such command, after {@code M} an {@code L}.
 */
public final class PathReader {
    private static final Pattern TOKEN = Pattern.compile(
            "[\\s,]*+(?:([MmLlCcZz])|([+-]?(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?))[\\s,]*+");
    private static final String EXPECTED = "a path such as M0,0L40,0L40,30Z";

    private final String command;
    private final String text;
    private final Matcher tokens;
    private final ImmutableList.Builder<Stroke> strokes = ImmutableList.builder();
    private double x;
    private double y;
    private double startX;
    private double startY;
    private boolean isPlaced;
    private boolean begins;

    private PathReader(String command, String text) {
        this.command = command;
        this.text = text;
        this.tokens = TOKEN.matcher(text);
    }

    /** The path; {@code command} names it in a failure. */
    public static VectorPath read(String command, String value) {
        return new PathReader(command, value).read();
    }

    private VectorPath read() {
        char current = 0;
        while (tokens.regionStart() < text.length()) {
            if (!tokens.lookingAt()) {
                throw bad();
            }
            if (tokens.group(1) != null) {
                current = tokens.group(1).charAt(0);
                advance();
                if (current == 'Z' || current == 'z') {
                    close();
                    continue;
                }
            } else if (current == 'M' || current == 'm') {
                current = current == 'M' ? 'L' : 'l';
            }
            draw(current);
        }
        ImmutableList<Stroke> all = strokes.build();
        if (all.isEmpty()) {
            throw bad();
        }
        return new VectorPath(all);
    }

    private void draw(char letter) {
        double fromX = Character.isLowerCase(letter) ? x : 0;
        double fromY = Character.isLowerCase(letter) ? y : 0;
        switch (letter) {
            case 'M', 'm' -> {
                x = fromX + number();
                y = fromY + number();
                startX = x;
                startY = y;
                isPlaced = true;
                begins = true;
            }
            case 'L', 'l' -> to(Stroke.line(begins, x, y, fromX + number(), fromY + number()));
            case 'C', 'c' ->
                to(new Stroke(
                        begins,
                        x,
                        y,
                        fromX + number(),
                        fromY + number(),
                        fromX + number(),
                        fromY + number(),
                        fromX + number(),
                        fromY + number(),
                        true));
            default -> throw bad();
        }
    }

    private void to(Stroke stroke) {
        if (!isPlaced) {
            throw bad();
        }
        strokes.add(stroke);
        x = stroke.x();
        y = stroke.y();
        begins = false;
    }

    /** What follows starts where this part did. */
    private void close() {
        x = startX;
        y = startY;
        begins = true;
    }

    private double number() {
        if (!tokens.lookingAt() || tokens.group(2) == null) {
            throw bad();
        }
        double number = Numbers.real(command, tokens.group(2));
        advance();
        return number;
    }

    private void advance() {
        tokens.region(tokens.end(), text.length());
    }

    private RuntimeException bad() {
        return Failures.badValue(command, text, EXPECTED);
    }
}
