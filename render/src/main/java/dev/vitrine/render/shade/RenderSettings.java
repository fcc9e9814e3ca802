package dev.vitrine.render.shade;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.render.scene.Shading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An {@code rs=} string: letters, each followed by its value. A value is a whole number, or numbers with dots between them, of
 * which an empty one asks for its default. The last of several equal letters counts; whatever is no letter with a value means
 * nothing, and nothing here ever fails.
 *
 * @param values by letter, in the letters' order; upper and lower case are different letters
 */
public record RenderSettings(Map<Character, List<OptionalInt>> values) {
    public static final RenderSettings NONE = new RenderSettings(Map.of());

    private static final int MOST = 1_000_000;

    /** Hue shifts in shadow and highlight, a second adjustment of saturation and one for low saturation. */
    private static final String UNEXPLAINED = "gstuvw";

    public RenderSettings {
        values = ImmutableMap.copyOf(values);
    }

    /** Reads one string. */
    public static RenderSettings read(String text) {
        Map<Character, List<OptionalInt>> values = new TreeMap<>();
        int at = 0;
        while (at < text.length()) {
            char letter = text.charAt(at++);
            int start = at;
            while (at < text.length() && isValue(text.charAt(at))) {
                at++;
            }
            if (isLetter(letter) && at > start) {
                values.put(letter, list(text.substring(start, at)));
            }
        }
        return new RenderSettings(values);
    }

    /** What counts for a material: its own strings, the strongest first, then the scene's, letter by letter. */
    public static RenderSettings of(List<String> strongestFirst, Shading scene) {
        RenderSettings all = read(scene.settings());
        for (int i = strongestFirst.size() - 1; i >= 0; i--) {
            all = read(strongestFirst.get(i)).over(all);
        }
        return all;
    }

    /** These settings, and for letters that are not here the weaker ones. */
    public RenderSettings over(RenderSettings weaker) {
        Map<Character, List<OptionalInt>> all = new TreeMap<>(weaker.values);
        all.putAll(values);
        return new RenderSettings(all);
    }

    /** The letters here whose effect has never been published, so that they have none; in order. */
    public String unexplained() {
        return values.keySet().stream()
                .filter(letter -> UNEXPLAINED.indexOf(letter) >= 0)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    /** The number of a letter, brought into its range. */
    public OptionalInt number(char letter, int least, int most) {
        OptionalInt first =
                values.getOrDefault(letter, List.of(OptionalInt.empty())).get(0);
        return first.isPresent()
                ? OptionalInt.of(Math.min(Math.max(first.getAsInt(), least), most))
                : OptionalInt.empty();
    }

    /** The list of a letter. */
    public Optional<List<OptionalInt>> list(char letter) {
        return Optional.ofNullable(values.get(letter));
    }

    private static List<OptionalInt> list(String text) {
        List<String> parts = new ArrayList<>(List.of(text.split("\\.", -1)));
        return parts.stream().map(RenderSettings::number).collect(toImmutableList());
    }

    /** Empty for what is no number; numbers out of all reason are cut. */
    private static OptionalInt number(String text) {
        if (!text.matches("-?[0-9]+")) {
            return OptionalInt.empty();
        }
        boolean large = text.length() > 7;
        int value = large ? MOST : Math.abs(Integer.parseInt(text));
        return OptionalInt.of(text.startsWith("-") ? -value : value);
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isValue(char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-';
    }
}
