package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngWriterTest {
    @Test
    void write_everyFormOfSamples_isReadAsWritten() throws IOException {
        for (int channels = 1; channels <= 4; channels++) {
            for (int depth : new int[] {8, 16}) {
                for (int width : new int[] {1, 3, 7, 8, 9, 130}) {
                    for (boolean quick : new boolean[] {true, false}) {
                        byte[] samples = waves(width * channels * depth / 8, 90, width);
                        PngWriter writer = quick ? PngWriter.quick() : PngWriter.small();
                        byte[] file = writer.write(width, 90, channels, depth, rows(samples, 90));
                        String what = channels + " of " + depth + " bits, " + width + " wide, " + quick;
                        assertArrayEquals(samples, read(file, channels, depth), what);
                    }
                }
            }
        }
    }

    @Test
    void write_photograph_isPackedWithoutRepetitionsAndSmallerThanTheLibrarys() throws IOException {
        byte[] samples = waves(3 * 400, 300, 1);
        assertEquals(PngWay.LITERAL, PngTrial.best(new PngRows(300, 1200, 3, rows(samples, 300))));
        assertTrue(quick(samples, 400, 300).length < library(samples, 400, 300) * 4 / 5);
    }

    @Test
    void write_photograph_isTheSameFileOnEveryMachine() {
        CRC32 sum = new CRC32();
        sum.update(quick(waves(3 * 400, 300, 1), 400, 300));
        assertEquals(3873359426L, sum.getValue());
    }

    @Test
    void write_drawing_isPackedByItsRepetitionsAndNotLargerThanTheLibrarys() throws IOException {
        byte[] samples = new byte[3 * 400 * 300];
        for (int i = 0; i < samples.length; i++) {
            int x = i / 3 % 400;
            int y = i / 3 / 400;
            samples[i] = (byte) ((x / 50 + y / 40) % 3 * 70 + (((x * 7) ^ (y / 16 * 13)) % 11 < 3 ? 30 * (i % 3) : 0));
        }
        assertNotEquals(PngWay.LITERAL, PngTrial.best(new PngRows(300, 1200, 3, rows(samples, 300))));
        assertTrue(quick(samples, 400, 300).length <= library(samples, 400, 300));
    }

    @Test
    void write_slopesAndOneColor_takeMuchLessThanABitForEachByte() throws IOException {
        byte[] slope = new byte[3 * 400 * 300];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (byte) (i / 3 % 400 / 2 + i / 1200 / 3);
        }
        assertTrue(quick(slope, 400, 300).length < slope.length / 20);
        assertTrue(quick(slope, 400, 300).length < library(slope, 400, 300));
        assertTrue(quick(new byte[slope.length], 400, 300).length < slope.length / 200);
    }

    @Test
    void pack_anyBytes_inflatesToThem() throws DataFormatException {
        Random random = new Random(4);
        for (int length : new int[] {1, 2, 3, 100, 65_535, 65_536, 65_537, 200_000}) {
            for (int kind = 0; kind < 3; kind++) {
                byte[] data = new byte[length];
                if (kind == 1) {
                    random.nextBytes(data);
                } else if (kind == 2) { // each byte half as often as the one before: codes would become too long
                    for (int i = 0; i < length; i++) {
                        data[i] = (byte) Long.numberOfTrailingZeros(random.nextLong());
                    }
                }
                LiteralDeflate packer = new LiteralDeflate();
                packer.add(data, length / 2);
                packer.add(Arrays.copyOfRange(data, length / 2, length), length - length / 2);
                assertArrayEquals(data, inflated(packer.finish(), length), kind + " " + length);
            }
        }
    }

    @Test
    void code_ofSteepFrequencies_hasAtMostFifteenBitsAndUsesThemAll() {
        int[] frequencies = new int[257];
        for (int i = 0, each = 1, before = 1; i < 40; i++) {
            frequencies[i * 6] = each;
            int sum = Math.min(1 << 20, each + before);
            before = each;
            each = sum;
        }
        int[] entries = DeflateCode.of(frequencies).entries();
        double used = 0;
        for (int i = 0; i < frequencies.length; i++) {
            int length = entries[i] & DeflateCode.LENGTH;
            assertEquals(frequencies[i] > 0, length > 0);
            used += length > 0 ? Math.scalb(1.0, -length) : 0;
        }
        assertEquals(1, used);
        assertEquals(15, entries[0] & DeflateCode.LENGTH);
    }

    @Test
    void next_eachFilter_isWhatTheSpecificationSays() {
        Random random = new Random(6);
        for (int step : new int[] {1, 2, 3, 4, 6, 8}) {
            byte[][] rows = new byte[2][step * 5];
            random.nextBytes(rows[0]);
            random.nextBytes(rows[1]);
            for (int type = 0; type <= 4; type++) {
                PngFilters filters = new PngFilters(List.of(type), step * 5, step);
                byte[] above = new byte[step * 5];
                for (byte[] row : rows) {
                    byte[] found = filters.next(row);
                    assertEquals(type, found[0]);
                    for (int i = 0; i < row.length; i++) {
                        int left = i < step ? 0 : row[i - step] & 255;
                        int up = above[i] & 255;
                        int corner = i < step ? 0 : above[i - step] & 255;
                        assertEquals((byte) (row[i] - guess(type, left, up, corner)), found[i + 1], type + " " + step);
                    }
                    above = row;
                }
            }
        }
    }

    @Test
    void next_severalFilters_takesTheOneWithTheSmallestSum() {
        byte[] steps = new byte[40];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (byte) (i * 3);
        }
        PngFilters filters = new PngFilters(List.of(PngFilters.NONE, PngFilters.SUB, PngFilters.UP), 40, 1);
        assertEquals(PngFilters.SUB, filters.next(steps)[0]);
        assertEquals(PngFilters.UP, filters.next(steps)[0]);
        assertEquals(PngFilters.NONE, filters.next(new byte[40])[0]);
    }

    private static int guess(int type, int left, int up, int corner) {
        int towards = left + up - corner;
        int toLeft = Math.abs(towards - left);
        int toUp = Math.abs(towards - up);
        int toCorner = Math.abs(towards - corner);
        int paeth = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
        return new int[] {0, left, up, (left + up) / 2, paeth}[type];
    }

    /** Slow waves with grain: what filters are made for. */
    private static byte[] waves(int length, int height, long seed) {
        Random random = new Random(seed);
        byte[] out = new byte[length * height];
        for (int i = 0; i < out.length; i++) {
            int y = i / length;
            double wave = StrictMath.sin(i % length / 90.0) + StrictMath.cos(y / 40.0);
            out[i] = (byte) (120 + 50 * wave + random.nextInt(16));
        }
        return out;
    }

    private static PngWriter.Rows rows(byte[] samples, int height) {
        return (y, row) -> System.arraycopy(samples, y * (samples.length / height), row, 0, row.length);
    }

    private static byte[] quick(byte[] rgb, int width, int height) {
        return PngWriter.quick().write(width, height, 3, 8, rows(rgb, height));
    }

    private static int library(byte[] rgb, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            int color = (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | (rgb[3 * i + 2] & 255);
            image.setRGB(i % width, i / width, color);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.size();
    }

    /** The samples of a file as ImageIO reads them. */
    private static byte[] read(byte[] file, int channels, int depth) throws IOException {
        WritableRaster raster = ImageIO.read(new ByteArrayInputStream(file)).getRaster();
        assertEquals(channels, raster.getNumBands());
        assertEquals(depth, raster.getSampleModel().getSampleSize(0));
        int[] values = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
        byte[] out = new byte[values.length * depth / 8];
        for (int i = 0; i < values.length; i++) {
            if (depth == 16) {
                out[2 * i] = (byte) (values[i] >> 8);
                out[2 * i + 1] = (byte) values[i];
            } else {
                out[i] = (byte) values[i];
            }
        }
        return out;
    }

    private static byte[] inflated(byte[] packed, int length) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] out = new byte[length + 1];
            assertEquals(length, inflater.inflate(out));
            assertTrue(inflater.finished() && inflater.getRemaining() == 0, "whole, and nothing behind it");
            return Arrays.copyOf(out, length);
        } finally {
            inflater.end();
        }
    }
}
