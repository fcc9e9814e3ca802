package dev.vitrine.render.text;

import java.util.List;

/** Text with its looks, before anybody knows where its lines end. */
public record StyledText(List<Paragraph> paragraphs, Vertical vertical) {
    /** Where text lies in a box that is higher than it. */
    public enum Vertical {
        TOP,
        CENTER,
        BOTTOM
    }

    /** Where lines lie between the sides. */
    public enum Alignment {
        LEFT,
        RIGHT,
        CENTER,
        JUSTIFY
    }

    /**
     * Lines up to a paragraph break.
     *
     * @param before extra space above in points
     * @param after extra space below in points
     * @param spacing points from line to line, negative to be exact; 0 by the fonts
     * @param multiple times the spacing of the fonts; 0 for {@code spacing}
     */
    public record Paragraph(
            List<Run> runs, Alignment alignment, double before, double after, double spacing, double multiple) {
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /** Text of one look; a line feed breaks the line. */
    public record Run(String text, TextStyle style) {}

    public StyledText {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The smallest letters, in points; 12 if there are none. */
    public double smallest() {
        return paragraphs.stream()
                .flatMap(p -> p.runs().stream())
                .mapToDouble(run -> run.style().points())
                .min()
                .orElse(TextStyle.PLAIN.points());
    }
}
