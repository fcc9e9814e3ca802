package dev.vitrine.render.text;

import dev.vitrine.core.value.LayerColor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fonts and colors that a text numbers, filled as their groups are read. A semicolon ends each of them. */
final class RtfTables {
    private static final int MOST_COLORS = 5000;
    private static final int BLACK = 0xff000000;

    /** Where the characters of a group go. */
    enum Destination {
        TEXT,
        FONTS,
        COLORS,
        INKS,
        SERVING_COLORS,
        NOWHERE
    }

    private final Map<Integer, String> fonts = new HashMap<>();
    private final List<Integer> colors = new ArrayList<>();
    private final List<Integer> inks = new ArrayList<>();
    private final List<Integer> servingColors = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();
    private final int[] components = new int[4];
    private int fontIndex;

    /** Takes characters of a table's group; of other groups they are of no interest. */
    void put(Destination table, String characters) {
        boolean isEnd = characters.equals(";");
        switch (table) {
            case FONTS, SERVING_COLORS -> {
                if (!isEnd) {
                    name.append(characters);
                } else if (table == Destination.FONTS) {
                    endFont();
                } else {
                    servingColor();
                }
            }
            case COLORS, INKS -> {
                if (isEnd) {
                    color(table);
                }
            }
            case TEXT, NOWHERE -> {} // of no interest
        }
    }

    /** Ends a table's group; the last font needs no semicolon. */
    void end(Destination table) {
        if (table == Destination.FONTS) {
            endFont();
        }
    }

    /** The characters that follow name this font. */
    void startFont(int index) {
        endFont();
        fontIndex = index;
    }

    private void endFont() {
        if (!name.isEmpty()) {
            fonts.put(fontIndex, name.toString().strip());
            name.setLength(0);
        }
    }

    /** One of the components of the color that comes next: red, green, blue, or cyan, magenta, yellow, black. */
    void component(Destination table, int index, int value) {
        components[index] = Math.max(0, Math.min(table == Destination.INKS ? 100 : 255, value));
    }

    private void color(Destination table) {
        boolean ink = table == Destination.INKS;
        List<Integer> list = ink ? inks : colors;
        if (list.size() >= MOST_COLORS) {
            return;
        }
        if (ink) {
            String cmyk = components[0] + "," + components[1] + "," + components[2] + "," + components[3] + "k";
            list.add(LayerColor.read("text", cmyk).argb());
        } else {
            list.add(BLACK | components[0] << 16 | components[1] << 8 | components[2]);
        }
        Arrays.fill(components, 0);
    }

    private void servingColor() {
        String value = name.toString().strip();
        name.setLength(0);
        servingColors.add(
                value.isEmpty() ? BLACK : LayerColor.read("text", value).argb());
    }

    /** The name of a font; empty for one that the text does not name. */
    String font(int index) {
        return fonts.getOrDefault(index, "");
    }

    /** A color of the first table that has one of this number. */
    int color(int index) {
        for (List<Integer> table : List.of(servingColors, colors, inks)) {
            if (index >= 0 && index < table.size()) {
                return table.get(index);
            }
        }
        return TextStyle.PLAIN.argb();
    }
}
