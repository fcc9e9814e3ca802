package dev.vitrine.render.codec;

import dev.vitrine.render.pixel.PixelBuffer;
import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * PNG with a palette (W3C PNG, color type 3): 1, 2, 4 or 8 bits a pixel, whichever hold the palette. Rows are not filtered:
 * numbers of colors have no slope to predict.
 */
final class IndexedPngEncoder implements Encoder {
    private static final int PALETTE = 3;

    private final boolean alpha;

    IndexedPngEncoder(boolean alpha) {
        this.alpha = alpha;
    }

    @Override
    public byte[] encode(PixelBuffer pixels, EncodeSettings settings) {
        Quantizer.Transparency transparency = alpha ? Quantizer.Transparency.SMOOTH : Quantizer.Transparency.NONE;
        return write(new Quantizer(settings.quantization(), transparency).quantize(pixels), settings.dpi());
    }

    private static byte[] write(Indexed picture, double dpi) {
        int bits = bits(picture.palette().length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PngWriter.SIGNATURE);
        byte[] header = new byte[13];
        PngWriter.putInt(header, 0, picture.width());
        PngWriter.putInt(header, 4, picture.height());
        header[8] = (byte) bits;
        header[9] = PALETTE;
        PngWriter.chunk(out, "IHDR", header);
        PngWriter.chunk(out, "pHYs", PngWriter.physical(dpi));
        PngWriter.chunk(out, "PLTE", colors(picture.palette()));
        if (picture.notOpaque() > 0) {
            PngWriter.chunk(out, "tRNS", alphas(picture));
        }
        PngWriter.chunk(out, "IDAT", Deflated.of(rows(picture, bits), Deflater.BEST_COMPRESSION));
        PngWriter.chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static int bits(int colors) {
        return colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8;
    }

    private static byte[] colors(int[] palette) {
        byte[] out = new byte[3 * palette.length];
        for (int i = 0; i < palette.length; i++) {
            out[3 * i] = (byte) (palette[i] >> 16);
            out[3 * i + 1] = (byte) (palette[i] >> 8);
            out[3 * i + 2] = (byte) palette[i];
        }
        return out;
    }

    /** Colors behind the last one here are opaque. */
    private static byte[] alphas(Indexed picture) {
        byte[] out = new byte[picture.notOpaque()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (picture.palette()[i] >>> 24);
        }
        return out;
    }

    /** Rows of packed pixels, the leftmost in the highest bits, each behind a filter type of 0. */
    private static byte[] rows(Indexed picture, int bits) {
        int rowBytes = (picture.width() * bits + 7) / 8 + 1;
        byte[] out = new byte[Math.multiplyExact(rowBytes, picture.height())];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int index = picture.indexes()[y * picture.width() + x] & 0xff;
                int bit = x * bits;
                out[y * rowBytes + 1 + bit / 8] |= (byte) (index << (8 - bits - bit % 8));
            }
        }
        return out;
    }
}
