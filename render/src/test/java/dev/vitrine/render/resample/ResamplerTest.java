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
import dev.vitrine.render.pixel.PixelBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws that every filter keeps. */
class ResamplerTest {
    private static final List<Size> SIZES =
            List.of(new Size(1, 1), new Size(20, 13), new Size(7, 31), new Size(53, 40), new Size(90, 5));

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
}
