package dev.vitrine.render.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnsharpMaskTest {
    private static final UnsharpMask STRONG = new UnsharpMask(2, 3, 0, false);

    private static PixelBuffer picture(int width, int height, long seed, int alphas) {
        Random random = new Random(seed);
        PixelBuffer out = PixelBuffer.blank(width, height);
        for (int i = 0; i < out.argb().length; i++) {
            int alpha = 255 - random.nextInt(alphas);
            out.argb()[i] = alpha << 24 | random.nextInt(1 << 24);
        }
        return out;
    }

    private static PixelBuffer step(int low, int high) {
        PixelBuffer out = PixelBuffer.blank(20, 3);
        for (int i = 0; i < out.argb().length; i++) {
            out.argb()[i] = 0xff000000 | (i % 20 < 10 ? low : high) * 0x010101;
        }
        return out;
    }

    private static PixelBuffer sharpen(UnsharpMask mask, PixelBuffer picture, Edge edge) {
        return mask.apply(picture, edge, Deadline.never());
    }

    @Test
    void apply_opaquePicture_agreesWithTheClearWay() {
        for (int[] size : new int[][] {{1, 1}, {2, 9}, {5, 3}, {61, 47}}) {
            PixelBuffer picture = picture(size[0], size[1], 8, 1);
            for (UnsharpMask mask : new UnsharpMask[] {UnsharpMask.REPLY, STRONG, new UnsharpMask(9.5, 5, 0, false)}) {
                for (Edge edge : Edge.values()) {
                    int[] quick = mask.apply(picture.argb(), picture.size(), edge, Deadline.never());
                    int[] clear = mask.applyToAny(picture.argb(), picture.size(), edge, Deadline.never());
                    for (int i = 0; i < quick.length; i++) {
                        for (int shift = 0; shift < 32; shift += 8) {
                            assertEquals(clear[i] >>> shift & 255, quick[i] >>> shift & 255, 1);
                        }
                    }
                }
            }
        }
    }

    @Test
    void apply_flatPicture_staysTheSame() {
        for (int c = 0; c < 256; c += 3) {
            PixelBuffer flat = PixelBuffer.blank(9, 7);
            for (int i = 0; i < flat.argb().length; i++) {
                flat.argb()[i] = (i % 2 == 0 ? 255 : 40) << 24 | c << 16 | (255 - c) << 8 | 77;
            }
            for (Edge edge : Edge.values()) {
                assertArrayEquals(flat.argb(), sharpen(STRONG, flat, edge).argb());
            }
        }
    }

    @Test
    void apply_anyPicture_leavesAlphaAlone() {
        PixelBuffer picture = picture(31, 17, 5, 256);
        PixelBuffer out = sharpen(STRONG, picture, Edge.CLAMP);
        for (int i = 0; i < out.argb().length; i++) {
            assertEquals(picture.argb()[i] >>> 24, out.argb()[i] >>> 24);
        }
    }

    @Test
    void apply_hiddenColors_colorNothing() {
        PixelBuffer one = picture(16, 16, 9, 1);
        for (int i = 0; i < 16 * 16; i += 2) {
            one.argb()[i] &= 0xffffff;
        }
        PixelBuffer other = one.copy();
        for (int i = 0; i < 16 * 16; i += 2) {
            other.argb()[i] = 0x00ff0000;
        }
        PixelBuffer a = sharpen(STRONG, one, Edge.WRAP);
        PixelBuffer b = sharpen(STRONG, other, Edge.WRAP);
        for (int i = 1; i < 16 * 16; i += 2) {
            assertEquals(a.argb()[i], b.argb()[i]);
        }
    }

    @Test
    void apply_step_overshootsOnBothSidesAlike() {
        PixelBuffer out = sharpen(new UnsharpMask(1, 1, 0, false), step(100, 150), Edge.CLAMP);
        int dark = out.at(9, 1) & 255;
        int bright = out.at(10, 1) & 255;
        assertTrue(dark < 95 && bright > 155, dark + " " + bright);
        assertEquals(250, dark + bright);
        assertEquals(100, out.at(2, 1) & 255);
    }

    /** The Gaussian's share of the far side of an edge at half a pixel from it. */
    @Test
    void apply_step_movesByTheGaussian() {
        PixelBuffer out = sharpen(new UnsharpMask(1, 1, 0, false), step(100, 200), Edge.CLAMP);
        double g = 1;
        double side = 0;
        for (int i = 1; i <= 3; i++) {
            g += 2 * Math.exp(-i * i / 2.0);
            side += Math.exp(-i * i / 2.0);
        }
        assertEquals(200 + 100 * side / g, out.at(10, 1) & 255, 0.51);
    }

    @Test
    void apply_belowTheThreshold_staysTheSame() {
        PixelBuffer small = step(100, 104);
        assertArrayEquals(
                small.argb(),
                sharpen(new UnsharpMask(1, 5, 2, false), small, Edge.CLAMP).argb());
    }

    @Test
    void apply_lumaOnly_movesComponentsAlike() {
        PixelBuffer picture = PixelBuffer.blank(8, 1);
        for (int x = 0; x < 8; x++) {
            picture.argb()[x] = x < 4 ? 0xff806040 : 0xff90a020;
        }
        PixelBuffer out = sharpen(new UnsharpMask(1, 1, 0, true), picture, Edge.CLAMP);
        int p = out.at(4, 0);
        int moved = (p >> 16 & 255) - 0x90;
        assertTrue(moved > 3, "moved " + moved);
        assertEquals(moved, (p >> 8 & 255) - 0xa0);
        assertEquals(moved, (p & 255) - 0x20);
    }

    @Test
    void apply_tile_doesNotCareWhereItIsCut() {
        PixelBuffer tile = picture(12, 5, 3, 1);
        PixelBuffer rolled = PixelBuffer.blank(12, 5);
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 12; x++) {
                rolled.argb()[y * 12 + x] = tile.at((x + 7) % 12, (y + 3) % 5);
            }
        }
        PixelBuffer a = sharpen(STRONG, tile, Edge.WRAP);
        PixelBuffer b = sharpen(STRONG, rolled, Edge.WRAP);
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 12; x++) {
                assertEquals(a.at((x + 7) % 12, (y + 3) % 5), b.at(x, y));
            }
        }
    }
}
