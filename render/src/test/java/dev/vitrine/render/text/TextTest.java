package dev.vitrine.render.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.FontFiles;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.core.value.TextAttributes;
import dev.vitrine.core.value.TextAttributes.Sizing;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.pixel.PixelBuffer;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTest {
    private final FontShelf shelf = new FontShelf(new ByteBoundedCache(1 << 24));
    private final TextLayout layout = new TextLayout(shelf);

    private TextBlock lay(String rtf, TextAttributes attributes, double width, double height) {
        return layout.lay(RtfReader.read(rtf), attributes, FontFiles.NONE, width, height, 1, Deadline.never());
    }

    private TextBlock line(String rtf) {
        return lay(rtf, TextAttributes.DEFAULT, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    private static String plain(String rtf) {
        return RtfReader.read(rtf).paragraphs().stream()
                .map(p -> p.runs().stream().map(StyledText.Run::text).collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }

    private static TextStyle style(String rtf, int run) {
        return RtfReader.read(rtf).paragraphs().get(0).runs().get(run).style();
    }

    @Test
    void read_signsAndBreaks() {
        assertEquals("a{b}\\c|d\ne", plain("a\\{b\\}\\\\c\\par d\\line e"));
        assertEquals("\u00e9 \u20ac \u2014", plain("\\'e9 \\u8364? \\emdash "));
        assertEquals("seen", plain("{\\*\\unknown hidden}{\\fonttbl{\\f0 Arial;}}seen"));
        assertEquals("a}b", plain("a}\\}b").replace("}}", "}"));
    }

    @Test
    void read_looksEndWithTheirGroup() {
        String rtf = "{\\colortbl;\\red255\\green0\\blue0;}{\\b\\fs48\\cf1 big}small";
        assertEquals(24, style(rtf, 0).points());
        assertEquals(0xffff0000, style(rtf, 0).argb());
        assertTrue(style(rtf, 0).bold());
        assertEquals(TextStyle.PLAIN, style(rtf, 1));
        assertTrue(style("x{\\super 2}", 1).rise() > 0);
    }

    @Test
    void read_tooDeep_fails() {
        FailureException e = assertThrows(FailureException.class, () -> RtfReader.read("{".repeat(1000)));
        assertEquals(FailureKind.MALFORMED_REQUEST, e.failure().kind());
    }

    @Test
    void read_randomText_failsOnlyAsCatalogued() {
        Random random = new Random(3);
        String letters = "\\{}fbscu'\\*;-019 par\\colortbl\\u";
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(60); k > 0; k--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                assertTrue(!RtfReader.read(text.toString()).paragraphs().isEmpty());
            } catch (FailureException expected) {
                assertTrue(expected.failure().kind() != FailureKind.INTERNAL);
            }
        }
    }

    @Test
    void lay_width_isTheSumOfTheAdvances() {
        // Liberation Sans has the widths of its model: A is 1366 of 2048 units, a blank 569
        assertEquals(12 * 1366 / 2048.0, line("A").width(), 1e-6);
        assertEquals(12 * (2 * 1366 + 569) / 2048.0, line("\\kerning0 A A  ").width(), 1e-6);
        assertEquals(2 * line("A").width(), line("\\fs48 A").width(), 1e-6);
        assertEquals(3 * line("A").height(), line("A\\par A\\line A").height(), 1e-6);
    }

    @Test
    void lay_narrowBox_breaksBetweenWordsFirst() {
        TextBlock block = lay("one two three", TextAttributes.DEFAULT, 40, Double.POSITIVE_INFINITY);
        assertEquals(3 * line("A").height(), block.height(), 1e-6);
        assertTrue(block.width() <= 40 && !block.broken());
        assertTrue(lay("incomprehensible", TextAttributes.DEFAULT, 40, Double.POSITIVE_INFINITY)
                .broken());
    }

    @Test
    void lay_maxRes_fitsItsBox() {
        TextAttributes fitted = TextAttributes.DEFAULT.sized(Sizing.MAXRES);
        String text = "\\fs60 Nobody would believe how much has to go into so little room";
        for (double side : new double[] {20, 60, 200}) {
            TextBlock block = lay(text, fitted, side, side);
            assertTrue(block.fits(side, side), side + ": " + block.width() + "x" + block.height());
        }
        assertEquals(line("A").width(), lay("A", fitted, 100, 100).width(), 1e-6);
        TextAttributes filled = TextAttributes.DEFAULT.sized(Sizing.AUTORES);
        assertTrue(lay("A", filled, 100, 100).height() > 90);
    }

    @Test
    void paint_sameText_sameBytesAndInTheRightPlace() {
        TextBlock block = line("\\fs40 H");
        PixelBuffer one = new TextPainter(true).paint(block, new Size(20, 24), new AffineTransform(), Deadline.never());
        PixelBuffer two = new TextPainter(true).paint(block, new Size(20, 24), new AffineTransform(), Deadline.never());
        assertArrayEquals(one.argb(), two.argb());
        assertEquals(0xff000000, one.at(2, 10), "the left stem");
        assertEquals(0, one.at(7, 6) >>> 24, "between the stems");
        assertEquals(0, one.at(2, 1) >>> 24, "above the letter");
    }

    @Test
    void coverage_ofAnyRectangle_isItsArea() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            double left = random.nextDouble() * 5;
            double top = random.nextDouble() * 5;
            double right = left + random.nextDouble() * 5;
            double bottom = top + random.nextDouble() * 5;
            double skew = random.nextDouble() * 3;
            Coverage coverage = new Coverage(0, 0, 16, 12);
            coverage.edge(left, top, left + skew, bottom);
            coverage.edge(right + skew, bottom, right, top);
            int[] argb = new int[16 * 12];
            coverage.fill(argb, 16, 0xffffffff, true);
            double sum = 0;
            for (int p : argb) {
                sum += (p >>> 24) / 255.0;
            }
            assertEquals((right - left) * (bottom - top), sum, 0.15);
        }
    }

    @Test
    void face_damaged_failsAsDamaged() {
        byte[] junk = new byte[4000];
        new Random(1).nextBytes(junk);
        FailureException e = assertThrows(FailureException.class, () -> Face.read(new SourceBytes("junk.ttf", junk)));
        assertEquals(FailureKind.SOURCE_DAMAGED, e.failure().kind());
    }

    @Test
    void read_moreLooks_areKnown() {
        assertTrue(style("\\strike x", 0).marks().struck());
        assertEquals(TextStyle.Caps.SMALL, style("\\scaps x", 0).marks().caps());
        assertEquals(2.5, style("\\expnd10 x", 0).spacing().tracking());
        assertEquals(0.5, style("\\charscalex50 x", 0).spacing().across());
        assertEquals(7.2, style("\\super x", 0).size(), 1e-9);
        assertEquals(12, style("\\super x\\nosupersub y", 1).size());
        StyledText text = RtfReader.read("\\margl200\\margt100\\qj\\lastqc\\li40\\ri60\\fi20 x");
        assertEquals(new StyledText.Insets(10, 5, 0, 0), text.margins());
        StyledText.Paragraph paragraph = text.paragraphs().get(0);
        assertEquals(new StyledText.Paragraph.Indents(1, 2, 3), paragraph.indents());
        assertEquals(StyledText.Alignment.CENTER, paragraph.last());
    }

    @Test
    void lay_kerning_movesPairsTogether() {
        assertTrue(line("\\fs80 AVAV").width() < line("\\kerning0\\fs80 AVAV").width() - 2);
        assertEquals(
                line("\\kerning0\\fs80 AVAV").width(),
                line("\\kerning90\\fs80 AVAV").width(),
                1e-9);
    }

    @Test
    void lay_spacing_changesTheWidth() {
        double plain = line("\\kerning0 abc").width();
        assertEquals(plain + 3 * 2, line("\\kerning0\\expnd8 abc").width(), 1e-6);
        assertEquals(plain * 2, line("\\kerning0\\charscalex200 abc").width(), 1e-6);
        assertEquals(line("ABC").width(), line("\\caps abc").width(), 1e-6);
        assertTrue(line("\\scaps abc").width() < line("\\caps abc").width());
    }

    @Test
    void lay_indentsAndMargins_takeRoomFromLines() {
        TextBlock block =
                lay("\\li200\\fi100 a\\par\\fi0\\qr b", TextAttributes.DEFAULT, 100, Double.POSITIVE_INFINITY);
        assertEquals(15, block.glyphs().get(0).x(), 1e-6);
        TextBlock margins =
                lay("\\margl200\\margt200\\margr400 a", TextAttributes.DEFAULT, 100, Double.POSITIVE_INFINITY);
        assertEquals(10, margins.glyphs().get(0).x(), 1e-6);
        assertEquals(10 + line("a").height(), margins.height(), 1e-6);
        TextBlock justified = lay("\\qj\\lastqj one two", TextAttributes.DEFAULT, 100, Double.POSITIVE_INFINITY);
        TextBlock.Glyph last = justified.glyphs().get(justified.glyphs().size() - 1);
        assertEquals(100, last.x() + line("o").width(), 1e-6, "the last line is stretched too");
    }

    @Test
    void lay_backwards_turnsLettersRound() {
        TextBlock block = line("{\\rtlch ab}");
        assertEquals(line("b").glyphs().get(0).glyph(), block.glyphs().get(0).glyph());
    }

    @Test
    void choose_mappedFace_isMadeBoldAndSlanted(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mapped.ttf");
        try (InputStream in = FontShelf.class.getResourceAsStream("LiberationSans-Bold.ttf")) {
            Files.copy(in, file);
        }
        SourceFile source = new SourceFile("mapped.ttf", file, Files.size(file), 1);
        FontFiles.Face face = new FontFiles.Face("Brand", false, false, source);
        FontFiles brand = new FontFiles(List.of(face), Optional.of("brand"), true);
        String rtf = "{\\fonttbl{\\f0 Brand;}}\\f0\\fs40 n";
        double mapped = layout.lay(RtfReader.read(rtf), TextAttributes.DEFAULT, brand, 99, 99, 1, Deadline.never())
                .width();
        assertEquals(line("\\b\\fs40 n").width(), mapped, 1e-9, "drawn with the mapped file");
        assertTrue(mapped > line("\\fs40 n").width());
        assertEquals(
                mapped,
                layout.lay(RtfReader.read("\\fs40 n"), TextAttributes.DEFAULT, brand, 99, 99, 1, Deadline.never())
                        .width(),
                "DefaultFont");
        FontShelf.Choice choice = shelf.choose(style("{\\fonttbl{\\f0 Brand;}}\\f0\\b\\i n", 0), brand);
        assertTrue(choice.heavy() && choice.slanted());
        FontFiles strict = new FontFiles(List.of(face), Optional.empty(), false);
        FailureException e = assertThrows(
                FailureException.class, () -> shelf.choose(style("{\\fonttbl{\\f0 Brand;}}\\f0\\b n", 0), strict));
        assertEquals(FailureKind.SOURCE_MISSING, e.failure().kind());
    }

    @Test
    void box_ofTurnedText_isAsLargeAsItTakes() {
        TextBlock block = line("\\fs40 Wide text");
        TextBox flat = TextBox.of(block, StyledText.Vertical.TOP, 0, 0, 0);
        TextBox upright = TextBox.of(block, StyledText.Vertical.TOP, 90, 0, 0);
        assertEquals(flat.width(), upright.height());
        assertEquals(flat.height(), upright.width());
        PixelBuffer down = new TextPainter(true)
                .paint(
                        block,
                        new Size((int) upright.width(), (int) upright.height()),
                        upright.place(),
                        Deadline.never());
        PixelBuffer across = new TextPainter(true)
                .paint(block, new Size((int) flat.width(), (int) flat.height()), flat.place(), Deadline.never());
        assertEquals(across.at(3, 8), down.at(down.width() - 1 - 8, 3));
    }
}
