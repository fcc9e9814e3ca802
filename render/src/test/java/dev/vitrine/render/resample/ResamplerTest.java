package dev.vitrine.render.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.ResMode;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.Ask;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws that every filter keeps. */
class ResamplerTest {
    private static final List<Size> SIZES =
            List.of(new Size(1, 1), new Size(20, 13), new Size(7, 31), new Size(53, 40), new Size(90, 5));

    private static final List<Kernel> KERNELS = List.of(Kernel.values());

    private static PixelBuffer noise(int width, int height, boolean opaque) {
        Random random = new Random(5);
        PixelBuffer out = PixelBuffer.blank(width, height);
        for (int i = 0; i < out.argb().length; i++) {
            out.argb()[i] = random.nextInt() | (opaque ? 0xff000000 : 0);
        }
        return out;
    }

    private static PixelBuffer scale(Kernel kernel, PixelBuffer source, Size size) {
        return new Resampler(kernel, Edge.CLAMP).scale(source, size, Deadline.never());
    }

    private static PixelBuffer mirrored(PixelBuffer in) {
        PixelBuffer out = PixelBuffer.blank(in.width(), in.height());
        for (int y = 0; y < in.height(); y++) {
            for (int x = 0; x < in.width(); x++) {
                out.argb()[y * in.width() + x] = in.at(in.width() - 1 - x, y);
            }
        }
        return out;
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void scaleOpaque_isTheSameBitByBit(Kernel kernel) {
        PixelBuffer source = noise(37, 23, true);
        for (Edge edge : Edge.values()) {
            Resampler resampler = new Resampler(kernel, edge);
            for (Size size : SIZES) {
                assertArrayEquals(
                        resampler.scale(source.argb(), source.size(), size, Deadline.never()),
                        resampler.scaleOpaque(source.argb(), source.size(), size, Deadline.never()),
                        edge + " " + size);
            }
        }
    }

    /** The same with real numbers, pixel by pixel: limited in the end only. */
    private static double[] exact(Kernel kernel, Edge edge, int[] source, Size from, Size to, int shift) {
        double[] out = new double[to.width() * to.height()];
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            double all = 0;
            double across = (double) from.width() / to.width();
            double down = (double) from.height() / to.height();
            double x = (i % to.width() + 0.5) * across;
            int line = i / to.width();
            double y = (line + 0.5) * down;
            double reachX = kernel.reach(Math.max(1, across));
            double reachY = kernel.reach(Math.max(1, down));
            for (int row = (int) Math.floor(y - reachY) - 1; row <= y + reachY + 1; row++) {
                for (int column = (int) Math.floor(x - reachX) - 1; column <= x + reachX + 1; column++) {
                    double weight = kernel.weight(Math.abs(column + 0.5 - x), Math.max(1, across))
                            * kernel.weight(Math.abs(row + 0.5 - y), Math.max(1, down));
                    int at = Weights.inside(row, from.height(), edge) * from.width()
                            + Weights.inside(column, from.width(), edge);
                    sum += weight * ((source[at] >> shift) & 255);
                    all += weight;
                }
            }
            out[i] = Math.min(255, Math.max(0, sum / all));
        }
        return out;
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void scale_isTheFilterInRealNumbers(Kernel kernel) {
        PixelBuffer source = noise(37, 23, false);
        for (Edge edge : Edge.values()) {
            for (Size size : SIZES) {
                int[] scaled = new Resampler(kernel, edge).scale(source.argb(), source.size(), size, Deadline.never());
                for (int shift = 0; shift < 32; shift += 8) {
                    double[] exact = exact(kernel, edge, source.argb(), source.size(), size, shift);
                    for (int i = 0; i < exact.length; i++) {
                        assertEquals(exact[i], (scaled[i] >> shift) & 255, 0.75, edge + " " + size + " pixel " + i);
                    }
                }
            }
        }
    }

    /** Pictures of more than a tile, and of hardly any. */
    @Test
    void scale_aPart_isThatPartOfTheWhole() {
        Random random = new Random(11);
        for (int k = 0; k < 60; k++) {
            Kernel kernel = KERNELS.get(k % KERNELS.size());
            Edge edge = random.nextBoolean() ? Edge.CLAMP : Edge.WRAP;
            PixelBuffer source = noise(1 + random.nextInt(700), 1 + random.nextInt(150), true);
            Size size = new Size(1 + random.nextInt(600), 1 + random.nextInt(200));
            int x = random.nextInt(size.width());
            int y = random.nextInt(size.height());
            Region part = new Region(x, y, 1 + random.nextInt(size.width() - x), 1 + random.nextInt(size.height() - y));
            Resampler resampler = new Resampler(kernel, edge);
            PixelBuffer whole = resampler.scale(source, size, Deadline.never());
            PixelBuffer opaque = resampler.scale(source, size, Pieces.of(part, size), Deadline.never());
            PixelBuffer rows = resampler.scale(RowReader.of(source), source.size(), size, part, Deadline.never());
            String what = kernel + " " + source.size() + " to " + size + ", " + part;
            assertArrayEquals(whole.cut(part).argb(), opaque.cut(part).argb(), what);
            assertArrayEquals(whole.cut(part).argb(), rows.argb(), what);
        }
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void scale_oneColor_staysThatColor(Kernel kernel) {
        for (Size size : SIZES) {
            for (int color : new int[] {0xff000000, 0xffffffff, 0xff1b8ec3}) {
                for (int p : scale(kernel, Ask.flat(23, 17, color), size).argb()) {
                    assertEquals(color, p);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void scale_sameSize_isTheSamePicture(Kernel kernel) {
        PixelBuffer source = noise(9, 8, false);
        assertSame(source, scale(kernel, source, new Size(9, 8)));
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void scale_mirrored_commutes(Kernel kernel) {
        PixelBuffer source = noise(24, 18, true);
        for (Size size : SIZES) {
            assertArrayEquals(
                    mirrored(scale(kernel, source, size)).argb(),
                    scale(kernel, mirrored(source), size).argb());
        }
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void scale_half_keepsTheMean(Kernel kernel) {
        PixelBuffer source = noise(64, 64, true);
        for (int i = 0; i < source.argb().length; i++) {
            source.argb()[i] = 0xff000000 | (64 + (source.argb()[i] & 127)) * 0x010101;
        }
        double before = mean(source);
        assertEquals(before, mean(scale(kernel, source, new Size(32, 32))), 0.5);
    }

    private static double mean(PixelBuffer gray) {
        double sum = 0;
        for (int p : gray.argb()) {
            sum += p & 255;
        }
        return sum / gray.argb().length;
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void scale_transparentSide_lendsNoColor(Kernel kernel) {
        PixelBuffer source = Ask.flat(16, 16, 0x00ff0000);
        for (int i = 0; i < 128; i++) {
            source.argb()[i] = 0xff00ff00;
        }
        for (int p : scale(kernel, source, new Size(5, 5)).argb()) {
            assertTrue(p >>> 24 == 0 || (p & 0xff0000) == 0, Integer.toHexString(p));
        }
    }

    @Test
    void scale_wrapped_shiftsWithItsTile() {
        int[] tile = noise(12, 6, true).argb();
        int[] shifted = new int[72];
        for (int i = 0; i < 72; i++) {
            shifted[i] = tile[i / 12 * 12 + (i + 4) % 12];
        }
        Resampler resampler = new Resampler(Kernel.BICUBIC, Edge.WRAP);
        int[] a = resampler.scale(tile, new Size(12, 6), new Size(6, 3), Deadline.never());
        int[] b = resampler.scale(shifted, new Size(12, 6), new Size(6, 3), Deadline.never());
        for (int i = 0; i < 18; i++) {
            assertEquals(a[i / 6 * 6 + (i + 2) % 6], b[i]);
        }
    }

    /** So many columns that a tile has few rows. */
    @Test
    void scale_oneLongRow_hasItsMean() {
        PixelBuffer source = Ask.flat(40_000, 2, 0xff204060);
        Arrays.fill(source.argb(), 0, 40_000, 0xff406080);
        for (int p : scale(Kernel.AREA, source, new Size(1, 70)).argb()) {
            assertEquals(p & 255, (p >> 16 & 255) + 64);
            assertTrue((p & 255) >= 0x60 && (p & 255) <= 0x80, Integer.toHexString(p));
        }
        assertEquals(0xff305070, scale(Kernel.AREA, source, new Size(1, 1)).argb()[0]);
    }

    @Test
    void scale_tinyTile_wrapsManyTimes() {
        Resampler resampler = new Resampler(Kernel.LANCZOS, Edge.WRAP);
        int[] out =
                resampler.scale(new int[] {0xff000000, 0xffffffff}, new Size(2, 1), new Size(1, 1), Deadline.never());
        assertEquals(127.5, out[0] & 255, 1);
    }

    @Test
    void kernel_everyResMode_isNamed() {
        assertEquals(
                4, List.of(ResMode.values()).stream().map(Kernel::of).distinct().count());
    }

    @Test
    void scale_pastTheDeadline_stops() {
        long[] time = {0};
        Deadline deadline = Deadline.in(Duration.ofNanos(10), () -> time[0]);
        time[0] = 20;
        Resampler resampler = new Resampler(Kernel.BICUBIC, Edge.CLAMP);
        assertThrows(FailureException.class, () -> resampler.scale(noise(8, 8, true), new Size(4, 4), deadline));
    }

    @Test
    void scale_manyRowsToFew_looksAtTheDeadlineBetween() {
        long[] looks = {0};
        Deadline deadline = Deadline.in(Duration.ofDays(1), () -> looks[0]++);
        new Resampler(Kernel.BICUBIC, Edge.CLAMP).scale(noise(2, 4000, true), new Size(1, 2), deadline);
        assertTrue(looks[0] > 4000 / 64, looks[0] + " looks");
    }
}
