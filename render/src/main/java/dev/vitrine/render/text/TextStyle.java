package dev.vitrine.render.text;

/**
 * How letters look.
 *
 * @param font the name of the face; empty for the default one
 * @param points the size
 * @param rise above the line in points, negative below it
 * @param argb straight color
 */
public record TextStyle(
        String font, boolean bold, boolean italic, boolean underlined, double points, double rise, int argb) {
    /** 12 points, black. */
    public static final TextStyle PLAIN = new TextStyle("", false, false, false, 12, 0, 0xff000000);

    TextStyle withFont(String name) {
        return new TextStyle(name, bold, italic, underlined, points, rise, argb);
    }

    TextStyle withBold(boolean on) {
        return new TextStyle(font, on, italic, underlined, points, rise, argb);
    }

    TextStyle withItalic(boolean on) {
        return new TextStyle(font, bold, on, underlined, points, rise, argb);
    }

    TextStyle withUnderline(boolean on) {
        return new TextStyle(font, bold, italic, on, points, rise, argb);
    }

    TextStyle withPoints(double size) {
        return new TextStyle(font, bold, italic, underlined, size, rise, argb);
    }

    TextStyle withRise(double height) {
        return new TextStyle(font, bold, italic, underlined, points, height, argb);
    }

    TextStyle withColor(int color) {
        return new TextStyle(font, bold, italic, underlined, points, rise, color);
    }
}
