package dev.vitrine.render.text;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.render.codec.SourceBytes;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.KerningTable;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * One TrueType or OpenType font: the one class that sees the font library. Lengths are shares of the font's size, y upwards.
 * Safe for many threads.
 */
final class Face {
    private final String name;
    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unit;
    private final double ascent;
    private final double descent;
    private final double gap;

    private final Optional<KerningSubtable> kerning;

    private Face(String name, TrueTypeFont font) throws IOException {
        this.name = name;
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.unit = 1.0 / Math.max(1, font.getUnitsPerEm());
        HorizontalHeaderTable header = font.getHorizontalHeader();
        this.ascent = header.getAscender() * unit;
        this.descent = -header.getDescender() * unit;
        this.gap = Math.max(0, header.getLineGap() * unit);
        KerningTable table = font.getKerning();
        this.kerning = Optional.ofNullable(table).map(KerningTable::getHorizontalKerningSubtable);
        if (!(ascent + descent > 0 && ascent + descent < 10)) {
            throw new IOException("no sensible height of lines");
        }
    }

    /** Reads a font file. */
    static Face read(SourceBytes source) {
        try {
            byte[] data = source.data();
            boolean postScript = data.length > 4 && data[0] == 'O' && data[1] == 'T';
            RandomAccessReadBuffer buffer = new RandomAccessReadBuffer(data);
            return new Face(source.name(), postScript ? new OTFParser().parse(buffer) : new TTFParser().parse(buffer));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw Failures.sourceDamaged(source.name(), e);
        }
    }

    /** The glyph of a character; 0 if there is none. */
    synchronized int glyph(int codePoint) {
        return characters.getGlyphId(codePoint);
    }

    synchronized double advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph) * unit;
        } catch (IOException | RuntimeException e) {
            throw Failures.sourceDamaged(name, e);
        }
    }

    /** How much farther apart two letters have to be than their widths say: mostly negative, or 0. */
    synchronized double kerning(int left, int right) {
        return kerning.map(pairs -> pairs.getKerning(left, right) * unit).orElse(0.0);
    }

    /** The outline in the font's own units; scale it by {@link #unit}. */
    synchronized GeneralPath outline(int glyph) {
        try {
            if (font instanceof OpenTypeFont open && open.isPostScript()) {
                return open.getCFF().getFont().getType2CharString(glyph).getPath();
            }
            GlyphData data = font.getGlyph().getGlyph(glyph);
            return data == null ? new GeneralPath() : data.getPath();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw Failures.sourceDamaged(name, e);
        }
    }

    double unit() {
        return unit;
    }

    double ascent() {
        return ascent;
    }

    double descent() {
        return descent;
    }

    /** From the bottom of a line to the top of the next. */
    double gap() {
        return gap;
    }
}
