package dev.vitrine.render.text;

import java.util.List;

/**
 * Text whose letters have their places. Lengths are pixels of the canvas, y downwards from the top of the block.
 *
 * @param width of the longest line, without the blanks at its end
 * @param startX where the first line begins, or its middle or end if it is centered or ends there
 * @param startY the first line
 * @param broken whether a word had to be broken, or reaches out of the box
 */
public record TextBlock(
        double width, double height, double startX, double startY, boolean broken, List<Glyph> glyphs, List<Bar> bars) {
    /**
     * A letter.
     *
     * @param x of its left end
     * @param y of its line
     * @param size of its font in pixels
     * @param stretch how much wider it is
     * @param slanted whether it is made italic
     * @param heavy whether it is made bold
     */
    record Glyph(
            Face face,
            int glyph,
            boolean slanted,
            boolean heavy,
            double x,
            double y,
            double size,
            double stretch,
            int argb) {}

    /** A line under letters, or through them. */
    record Bar(double x, double y, double width, double height, int argb) {}

    public TextBlock {
        glyphs = List.copyOf(glyphs);
        bars = List.copyOf(bars);
    }

    boolean fits(double boxWidth, double boxHeight) {
        return width <= boxWidth + 1e-6 && height <= boxHeight + 1e-6;
    }
}
