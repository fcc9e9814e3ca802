package dev.vitrine.render.text;

import dev.vitrine.catalog.resolve.FontFiles;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.TextAttributes;
import dev.vitrine.core.value.TextAttributes.Sizing;
import dev.vitrine.core.value.TextAttributes.Wrapping;
import dev.vitrine.render.text.StyledText.Alignment;
import dev.vitrine.render.text.StyledText.Paragraph;
import dev.vitrine.render.text.StyledText.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines and gives every letter its place. A line is as high as its fonts want; words go on the next line
 * where the box ends; a word that is wider than the box is broken, unless it may not be.
 */
public final class TextLayout {
    private static final double POINTS_PER_INCH = 72;
    private static final int SEARCH_STEPS = 18;
    private static final double SMALLEST = 0.05;
    private static final double LARGEST = 50;

    private final FontShelf shelf;

    public TextLayout(FontShelf shelf) {
        this.shelf = shelf;
    }

    /**
     * Text in a box.
     *
     * @param width in pixels; infinite if lines end only where the text says so
     * @param height in pixels; infinite if it does not matter
     * @param growth how much larger than asked for the text may be, to be legible; at least 1
     */
    public TextBlock lay(
            StyledText text,
            TextAttributes attributes,
            FontFiles fonts,
            double width,
            double height,
            double growth,
            Deadline deadline) {
        double asked = attributes.resolution() / POINTS_PER_INCH * growth;
        boolean boxed = Double.isFinite(width) && Double.isFinite(height);
        if (!boxed || attributes.sizing() == Sizing.FIXEDRES) {
            return at(asked, text, attributes, fonts, width, deadline);
        }
        double most = attributes.sizing() == Sizing.AUTORES ? LARGEST * asked : asked;
        TextBlock whole = at(most, text, attributes, fonts, width, deadline);
        if (whole.fits(width, height) && !whole.broken()) {
            return whole;
        }
        return largest(most, text, attributes, fonts, width, height, deadline);
    }

    /** The largest text that fits; without broken words unless it would become less than half as large for that. */
    private TextBlock largest(
            double most,
            StyledText text,
            TextAttributes attributes,
            FontFiles fonts,
            double width,
            double height,
            Deadline deadline) {
        TextBlock unbroken = null;
        TextBlock broken = null;
        double unbrokenScale = 0;
        double brokenScale = 0;
        for (boolean whole : new boolean[] {true, false}) {
            double low = SMALLEST * Math.min(1, most);
            double high = most;
            for (int i = 0; i < SEARCH_STEPS; i++) {
                double middle = Math.sqrt(low * high);
                TextBlock block = at(middle, text, attributes, fonts, width, deadline);
                if (block.fits(width, height) && !(whole && block.broken())) {
                    low = middle;
                    if (whole) {
                        unbroken = block;
                        unbrokenScale = middle;
                    } else {
                        broken = block;
                        brokenScale = middle;
                    }
                } else {
                    high = middle;
                }
            }
        }
        if (unbroken != null && (unbrokenScale * 2 > brokenScale || attributes.wrapping() == Wrapping.NBWRAP)) {
            return unbroken;
        }
        return broken != null ? broken : at(SMALLEST * Math.min(1, most), text, attributes, fonts, width, deadline);
    }

    private TextBlock at(
            double pixelsPerPoint,
            StyledText text,
            TextAttributes attributes,
            FontFiles fonts,
            double width,
            Deadline deadline) {
        double box = attributes.wrapping() == Wrapping.NOWRAP ? Double.POSITIVE_INFINITY : width;
        Setting setting = new Setting(pixelsPerPoint, box, attributes.wrapping() == Wrapping.WRAP, fonts);
        for (Paragraph paragraph : text.paragraphs()) {
            deadline.check();
            setting.add(paragraph);
        }
        return setting.block(width);
    }

    /** A letter on its way into a line. */
    private record Letter(
            int codePoint,
            Face face,
            int glyph,
            boolean slanted,
            double advance,
            double size,
            double rise,
            boolean underlined,
            int argb) {
        boolean isBlank() {
            return codePoint == ' ';
        }

        boolean endsWord() {
            return codePoint == ' ' || codePoint == '-' || codePoint == '/' || codePoint == 0x200b;
        }
    }

    /** A line, still at the left. */
    private record Line(List<Letter> letters, double width, double baseline, Alignment alignment, boolean last) {}

    /** One text at one size. */
    private final class Setting {
        private final double scale;
        private final double box;
        private final boolean breaksWords;
        private final FontFiles fonts;
        private final List<Line> lines = new ArrayList<>();
        private double bottom;
        private double widest;
        private boolean broken;

        Setting(double scale, double box, boolean breaksWords, FontFiles fonts) {
            this.scale = scale;
            this.box = box;
            this.breaksWords = breaksWords;
            this.fonts = fonts;
        }

        void add(Paragraph paragraph) {
            bottom += paragraph.before() * scale;
            List<Letter> letters = new ArrayList<>();
            TextStyle style = TextStyle.PLAIN;
            for (Run run : paragraph.runs()) {
                style = run.style();
                FontShelf.Choice choice = shelf.choose(style, fonts);
                for (int c : run.text().codePoints().toArray()) {
                    if (c == '\n') {
                        wrap(letters, paragraph, style);
                        letters = new ArrayList<>();
                    } else {
                        letters.add(letter(c, choice, style));
                    }
                }
            }
            wrap(letters, paragraph, style);
            bottom += paragraph.after() * scale;
        }

        private Letter letter(int c, FontShelf.Choice choice, TextStyle style) {
            Face face = choice.face();
            int glyph = face.glyph(c);
            if (glyph == 0) {
                Face spare = shelf.bundled(style);
                if (spare.glyph(c) != 0) {
                    face = spare;
                    glyph = spare.glyph(c);
                }
            }
            double size = style.points() * scale;
            return new Letter(
                    c,
                    face,
                    glyph,
                    choice.slanted(),
                    face.advance(glyph) * size,
                    size,
                    style.rise() * scale,
                    style.underlined(),
                    style.argb());
        }

        /** Breaks the letters up to a line break into lines. */
        private void wrap(List<Letter> letters, Paragraph paragraph, TextStyle style) {
            int start = 0;
            while (true) {
                int end = lineEnd(letters, start);
                boolean last = end == letters.size();
                line(letters.subList(start, end), paragraph, style, last);
                start = end;
                if (last) {
                    return;
                }
            }
        }

        /** Where the line that begins here ends: behind the last word that fits, blanks aside. */
        private int lineEnd(List<Letter> letters, int start) {
            double width = 0;
            int lastBreak = -1;
            for (int i = start; i < letters.size(); i++) {
                Letter letter = letters.get(i);
                width += letter.advance();
                if (width > box + 1e-9 && !letter.isBlank()) {
                    if (lastBreak > start) {
                        return lastBreak;
                    }
                    broken = true;
                    if (breaksWords && i > start) {
                        return i;
                    }
                }
                if (letter.endsWord()) {
                    lastBreak = i + 1;
                }
            }
            return letters.size();
        }

        private void line(List<Letter> letters, Paragraph paragraph, TextStyle style, boolean last) {
            double ascent = 0;
            double descent = 0;
            double gap = 0;
            if (letters.isEmpty()) {
                Face face = shelf.choose(style, fonts).face();
                double size = style.points() * scale;
                ascent = face.ascent() * size;
                descent = face.descent() * size;
                gap = face.gap() * size;
            }
            for (Letter letter : letters) {
                ascent = Math.max(ascent, letter.face().ascent() * letter.size() + letter.rise());
                descent = Math.max(descent, letter.face().descent() * letter.size() - letter.rise());
                gap = Math.max(gap, letter.face().gap() * letter.size());
            }
            int visible = letters.size();
            while (visible > 0 && letters.get(visible - 1).isBlank()) {
                visible--;
            }
            double width = 0;
            for (Letter letter : letters.subList(0, visible)) {
                width += letter.advance();
            }
            double natural = ascent + descent + gap;
            double height = height(natural, paragraph);
            lines.add(new Line(
                    List.copyOf(letters.subList(0, visible)),
                    width,
                    bottom + (height - natural) + ascent,
                    paragraph.alignment(),
                    last));
            bottom += height;
            widest = Math.max(widest, width);
        }

        private double height(double natural, Paragraph paragraph) {
            if (paragraph.multiple() > 0) {
                return natural * paragraph.multiple();
            }
            double wanted = paragraph.spacing() * scale;
            return wanted < 0 ? -wanted : Math.max(natural, wanted);
        }

        TextBlock block(double boxWidth) {
            double width = Double.isFinite(boxWidth) ? boxWidth : widest;
            List<TextBlock.Glyph> glyphs = new ArrayList<>();
            List<TextBlock.Bar> bars = new ArrayList<>();
            for (Line line : lines) {
                place(line, width, glyphs, bars);
            }
            return new TextBlock(widest, bottom, broken, glyphs, bars);
        }

        private void place(Line line, double width, List<TextBlock.Glyph> glyphs, List<TextBlock.Bar> bars) {
            double rest = width - line.width();
            double x = switch (line.alignment()) {
                case LEFT, JUSTIFY -> 0;
                case CENTER -> rest / 2;
                case RIGHT -> rest;
            };
            long blanks = line.letters().stream().filter(Letter::isBlank).count();
            boolean stretched = line.alignment() == Alignment.JUSTIFY && !line.last() && blanks > 0 && rest > 0;
            double stretch = stretched ? rest / blanks : 0;
            for (Letter letter : line.letters()) {
                double advance = letter.advance() + (letter.isBlank() ? stretch : 0);
                double y = line.baseline() - letter.rise();
                glyphs.add(new TextBlock.Glyph(
                        letter.face(), letter.glyph(), letter.slanted(), x, y, letter.size(), letter.argb()));
                if (letter.underlined()) {
                    bars.add(new TextBlock.Bar(
                            x, y + 0.1 * letter.size(), advance, 0.06 * letter.size(), letter.argb()));
                }
                x += advance;
            }
        }
    }
}
