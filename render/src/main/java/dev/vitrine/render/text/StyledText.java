package dev.vitrine.render.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with its looks, before anybody knows where its lines end.
 *
 * @param margins between the box and the text
 */
public record StyledText(List<Paragraph> paragraphs, Vertical vertical, Insets margins) {
    /** Space at the sides of a box, in points; none negative. */
    public record Insets(double left, double top, double right, double bottom) {
        public static final Insets NONE = new Insets(0, 0, 0, 0);
    }

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
     * @param last where the last line of justified ones lies
     * @param indents of all lines, and of the first beside that
     * @param before extra space above in points
     * @param after extra space below in points
     * @param spacing points from line to line, negative to be exact; 0 by the fonts
     * @param multiple times the spacing of the fonts; 0 for {@code spacing}
     */
    public record Paragraph(
            List<Run> runs,
            Alignment alignment,
            Alignment last,
            Indents indents,
            double before,
            double after,
            double spacing,
            double multiple) {
        /** Space beside the lines in points; negative to reach out of the box. */
        public record Indents(double first, double left, double right) {
            public static final Indents NONE = new Indents(0, 0, 0);
        }

        Paragraph spaced(double above, double below) {
            return new Paragraph(runs, alignment, last, indents, above, below, spacing, multiple);
        }

        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /** Text of one look; a line feed breaks the line. */
    public record Run(String text, TextStyle style) {
        /** Its characters in the order in which they stand from left to right. */
        int[] letters() {
            int[] letters = text.codePoints().toArray();
            if (style.marks().backwards()) {
                for (int i = 0; i < letters.length / 2; i++) {
                    int mirror = letters[letters.length - 1 - i];
                    letters[letters.length - 1 - i] = letters[i];
                    letters[i] = mirror;
                }
            }
            return letters;
        }
    }

    public StyledText {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The smallest letters, in points; 12 if there are none. */
    public double smallest() {
        return paragraphs.stream()
                .flatMap(p -> p.runs().stream())
                .mapToDouble(run -> run.style().size())
                .min()
                .orElse(TextStyle.PLAIN.points());
    }

    /** Without extra space above the first paragraph and below the last. */
    public StyledText tight() {
        List<Paragraph> tight = new ArrayList<>(paragraphs);
        if (!tight.isEmpty()) {
            tight.set(0, tight.get(0).spaced(0, tight.get(0).after()));
            int end = tight.size() - 1;
            tight.set(end, tight.get(end).spaced(tight.get(end).before(), 0));
        }
        return new StyledText(tight, vertical, margins);
    }
}
