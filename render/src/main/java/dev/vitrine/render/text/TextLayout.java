package dev.vitrine.render.text;

import dev.vitrine.catalog.resolve.FontFiles;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.TextAttributes;
import dev.vitrine.core.value.TextAttributes.Sizing;
import dev.vitrine.core.value.TextAttributes.Wrapping;
import dev.vitrine.render.text.StyledText.Alignment;
import dev.vitrine.render.text.StyledText.Insets;
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
    private static final double SMALL_CAPS = 0.8;

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
        Insets margins = Double.isFinite(width) ? text.margins() : Insets.NONE;
        double inner = Math.max(1, width - (margins.left() + margins.right()) * pixelsPerPoint);
        double box = attributes.wrapping() == Wrapping.NOWRAP ? Double.POSITIVE_INFINITY : inner;
        Setting setting = new Setting(pixelsPerPoint, box, attributes.wrapping() == Wrapping.WRAP, fonts);
        for (Paragraph paragraph : text.paragraphs()) {
            deadline.check();
            setting.add(paragraph);
        }
        return setting.block(inner, margins);
    }

    /** A letter on its way into a line. */
    private record Letter(
            int codePoint, FontShelf.Choice choice, int glyph, double advance, double size, TextStyle style) {
        Face face() {
            return choice.face();
        }

        Letter closer(double more) {
            return new Letter(codePoint, choice, glyph, advance + more, size, style);
        }

        boolean isBlank() {
            return codePoint == ' ';
        }

        boolean endsWord() {
            return codePoint == ' ' || codePoint == '-' || codePoint == '/' || codePoint == 0x200b;
        }
    }

    /**
     * A line, still at the left.
     *
     * @param room the width that it may lie in
     */
    private record Line(
            List<Letter> letters, double width, double baseline, double indent, double room, Alignment alignment) {}

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
            boolean first = true;
            for (Run run : paragraph.runs()) {
                style = run.style();
                FontShelf.Choice choice = shelf.choose(style, fonts);
                for (int c : run.letters()) {
                    if (c == '\n') {
                        wrap(letters, paragraph, style, first);
                        letters = new ArrayList<>();
                        first = false;
                    } else {
                        put(letter(c, choice, style), letters);
                    }
                }
            }
            wrap(letters, paragraph, style, first);
            bottom += paragraph.after() * scale;
        }

        /** Moves the letter before closer if the face says so. */
        private void put(Letter letter, List<Letter> letters) {
            int end = letters.size() - 1;
            Letter before = end < 0 ? null : letters.get(end);
            boolean paired = before != null
                    && before.face() == letter.face()
                    && before.size() == letter.size()
                    && letter.style().size() >= letter.style().spacing().kerned();
            if (paired) {
                double more = letter.face().kerning(before.glyph(), letter.glyph());
                letters.set(
                        end,
                        before.closer(
                                more * letter.size() * letter.style().spacing().across()));
            }
            letters.add(letter);
        }

        private Letter letter(int c, FontShelf.Choice choice, TextStyle style) {
            int capital = style.marks().caps() == TextStyle.Caps.NONE ? c : Character.toUpperCase(c);
            boolean small = style.marks().caps() == TextStyle.Caps.SMALL && capital != c;
            FontShelf.Choice chosen = choice;
            int glyph = glyph(choice.face(), capital);
            if (glyph == 0) {
                Face spare = shelf.bundled(style);
                if (glyph(spare, capital) != 0) {
                    chosen = new FontShelf.Choice(spare, false, false);
                    glyph = glyph(spare, capital);
                }
            }
            double size = style.size() * scale * (small ? SMALL_CAPS : 1);
            double advance =
                    chosen.face().advance(glyph) * size * style.spacing().across()
                            + style.spacing().tracking() * scale;
            return new Letter(c, chosen, glyph, advance, size, style);
        }

        /** A hyphen that may not break looks like one that may. */
        private int glyph(Face face, int c) {
            int glyph = face.glyph(c);
            return glyph == 0 && c == 0x2011 ? face.glyph('-') : glyph;
        }

        /** Breaks the letters up to a line break into lines. */
        private void wrap(List<Letter> letters, Paragraph paragraph, TextStyle style, boolean first) {
            int start = 0;
            boolean leads = first;
            while (true) {
                double indent = (paragraph.indents().left()
                                + (leads ? paragraph.indents().first() : 0))
                        * scale;
                double room = box - indent - paragraph.indents().right() * scale;
                int end = lineEnd(letters, start, room);
                boolean last = end == letters.size();
                line(letters.subList(start, end), paragraph, style, indent, room, last);
                start = end;
                leads = false;
                if (last) {
                    return;
                }
            }
        }

        /** Where the line that begins here ends: behind the last word that fits, blanks aside. */
        private int lineEnd(List<Letter> letters, int start, double room) {
            double width = 0;
            int lastBreak = -1;
            for (int i = start; i < letters.size(); i++) {
                Letter letter = letters.get(i);
                width += letter.advance();
                if (width > room + 1e-9 && !letter.isBlank()) {
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

        private void line(
                List<Letter> letters, Paragraph paragraph, TextStyle style, double indent, double room, boolean last) {
            double ascent = 0;
            double descent = 0;
            double gap = 0;
            if (letters.isEmpty()) {
                Face face = shelf.choose(style, fonts).face();
                double size = style.size() * scale;
                ascent = face.ascent() * size;
                descent = face.descent() * size;
                gap = face.gap() * size;
            }
            for (Letter letter : letters) {
                double rise = letter.style().rise() * scale;
                double high = letter.size() * letter.style().spacing().down();
                ascent = Math.max(ascent, letter.face().ascent() * high + rise);
                descent = Math.max(descent, letter.face().descent() * high - rise);
                gap = Math.max(gap, letter.face().gap() * high);
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
            boolean ends = last && paragraph.alignment() == Alignment.JUSTIFY;
            lines.add(new Line(
                    List.copyOf(letters.subList(0, visible)),
                    width,
                    bottom + (height - natural) + ascent,
                    indent,
                    room,
                    ends ? paragraph.last() : paragraph.alignment()));
            bottom += height;
            widest = Math.max(widest, indent + width + paragraph.indents().right() * scale);
        }

        private double height(double natural, Paragraph paragraph) {
            if (paragraph.multiple() > 0) {
                return natural * paragraph.multiple();
            }
            double wanted = paragraph.spacing() * scale;
            return wanted < 0 ? -wanted : Math.max(natural, wanted);
        }

        TextBlock block(double boxWidth, Insets margins) {
            double width = Double.isFinite(boxWidth) ? boxWidth : widest;
            double left = margins.left() * scale;
            double top = margins.top() * scale;
            List<TextBlock.Glyph> glyphs = new ArrayList<>();
            List<TextBlock.Bar> bars = new ArrayList<>();
            for (Line line : lines) {
                place(line, left, top, room(line, width), glyphs, bars);
            }
            Line first = lines.get(0);
            double room = room(first, width);
            double start = switch (first.alignment()) {
                case LEFT, JUSTIFY -> 0;
                case CENTER -> room / 2;
                case RIGHT -> room;
            };
            return new TextBlock(
                    widest + left + margins.right() * scale,
                    bottom + top + margins.bottom() * scale,
                    left + first.indent() + start,
                    top + first.baseline(),
                    broken,
                    glyphs,
                    bars);
        }

        /** A line that is not limited has the room of the widest. */
        private double room(Line line, double width) {
            return Double.isFinite(line.room()) ? line.room() : width - line.indent();
        }

        private void place(
                Line line,
                double left,
                double top,
                double room,
                List<TextBlock.Glyph> glyphs,
                List<TextBlock.Bar> bars) {
            double rest = room - line.width();
            double x = left
                    + line.indent()
                    + switch (line.alignment()) {
                        case LEFT, JUSTIFY -> 0;
                        case CENTER -> rest / 2;
                        case RIGHT -> rest;
                    };
            long blanks = line.letters().stream().filter(Letter::isBlank).count();
            boolean stretched = line.alignment() == Alignment.JUSTIFY && blanks > 0 && rest > 0;
            double stretch = stretched ? rest / blanks : 0;
            for (Letter letter : line.letters()) {
                double advance = letter.advance() + (letter.isBlank() ? stretch : 0);
                TextStyle style = letter.style();
                double y = top + line.baseline() - style.rise() * scale;
                glyphs.add(new TextBlock.Glyph(
                        letter.face(),
                        letter.glyph(),
                        letter.choice().slanted(),
                        letter.choice().heavy(),
                        x,
                        y,
                        letter.size() * style.spacing().down(),
                        style.spacing().across() / style.spacing().down(),
                        style.argb()));
                double thickness = 0.06 * letter.size();
                if (style.marks().underlined()) {
                    bars.add(new TextBlock.Bar(x, y + 0.1 * letter.size(), advance, thickness, style.argb()));
                }
                if (style.marks().struck()) {
                    bars.add(new TextBlock.Bar(x, y - 0.29 * letter.size(), advance, thickness, style.argb()));
                }
                x += advance;
            }
        }
    }
}
