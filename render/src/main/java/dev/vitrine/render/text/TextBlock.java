package dev.vitrine.render.text;

import java.util.List;

/**
 * Text whose letters have their places. Lengths are pixels of the canvas, y downwards from the top of the block.
 *
 * @param width of the longest line, without the blanks at its end
 * @param broken whether a word had to be broken, or reaches out of the box
 */
public record TextBlock(double width, double height, boolean broken, List<Glyph> glyphs, List<Bar> bars) {
    /**
     * A letter.
     *
     * @param x of its left end
     * @param y of its line
     * @param size of its font in pixels
     */
    record Glyph(Face face, int glyph, boolean slanted, double x, double y, double size, int argb) {}

    /** A line under letters. */
    record Bar(double x, double y, double width, double height, int argb) {}

    public TextBlock {
        glyphs = List.copyOf(glyphs);
        bars = List.copyOf(bars);
    }

    boolean fits(double boxWidth, double boxHeight) {
        return width <= boxWidth + 1e-6 && height <= boxHeight + 1e-6;
    }
}
