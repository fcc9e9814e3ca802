package dev.vitrine.render.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShrinkTest {
    private static final Size FULL = new Size(41, 30);
    private static final Size[] SIZES = {
        new Size(41, 30), new Size(21, 15), new Size(20, 15), new Size(7, 5), new Size(1, 1)
    };

    @Test
    void constants_stayThemselves() {
        for (Size to : SIZES) {
            Shrink shrink = new Shrink(FULL, to);
            for (int value : new int[] {0, 1, 128, 254, 255}) {
                byte[] coverage = new byte[41 * 30];
                java.util.Arrays.fill(coverage, (byte) value);
                for (byte b : shrink.mask(new Mask(new Region(0, 0, 41, 30), coverage))
                        .coverage()) {
                    assertEquals(value, b & 0xff);
                }
                for (short s : shrink.light(ScenePackageBuilder.flatLight(41, 30, value * 257))
                        .values()) {
                    assertEquals(value * 257, s & 0xffff);
                }
            }
            PixelBuffer flat = ScenePackageBuilder.flat(41, 30, 0x7f336699);
            for (int pixel : shrink.sprite(new Sprite(0, 0, flat)).pixels().argb()) {
                assertEquals(0x7f336699, pixel);
            }
        }
    }

    @Test
    void light_outsideItsRegion_isItsFill() {
        short[] values = new short[10 * 10];
        java.util.Arrays.fill(values, (short) 5000);
        LightMap light = new LightMap(new Region(3, 4, 10, 10), 1, values, 5000);
        for (short s : new Shrink(FULL, new Size(20, 15)).light(light).values()) {
            assertEquals(5000, s);
        }
    }

    @Test
    void halving_isTheMeanOfFour() {
        Random random = new Random(4);
        byte[] coverage = new byte[8 * 6];
        random.nextBytes(coverage);
        Mask mask = new Mask(new Region(2, 4, 8, 6), coverage);
        Mask half = new Shrink(new Size(20, 20), new Size(10, 10)).mask(mask);
        assertEquals(new Region(1, 2, 4, 3), half.region());
        for (int y = 2; y < 5; y++) {
            for (int x = 1; x < 5; x++) {
                int sum = mask.at(2 * x, 2 * y) + mask.at(2 * x + 1, 2 * y);
                sum += mask.at(2 * x, 2 * y + 1) + mask.at(2 * x + 1, 2 * y + 1);
                assertEquals(Math.round(sum / 4f), half.at(x, y));
            }
        }
    }

    @Test
    void crop_changesNothing() {
        byte[] large = new byte[41 * 30];
        byte[] small = new byte[7 * 5];
        new Random(8).nextBytes(small);
        for (int i = 0; i < small.length; i++) {
            large[(11 + i / 7) * 41 + 9 + i % 7] = small[i];
        }
        Shrink shrink = new Shrink(FULL, new Size(20, 15));
        Mask whole = shrink.mask(new Mask(new Region(0, 0, 41, 30), large));
        Mask cropped = shrink.mask(new Mask(new Region(9, 11, 7, 5), small));
        for (int y = 0; y < 15; y++) {
            for (int x = 0; x < 20; x++) {
                assertEquals(whole.at(x, y), cropped.at(x, y), x + "," + y);
            }
        }
    }

    @Test
    void sprite_invisibleColor_doesNotBleed() {
        PixelBuffer pixels = ScenePackageBuilder.flat(2, 2, 0x00ff0000);
        pixels.argb()[0] = 0xff0000ff;
        int half = new Shrink(new Size(2, 2), new Size(1, 1))
                .sprite(new Sprite(0, 0, pixels))
                .pixels()
                .at(0, 0);
        assertEquals(0x400000ff, half);
    }

    /** u and v are affine in the view; islands as given. */
    private static TextureMap affine(int width, int height, byte[] islands) {
        float[] u = new float[width * height];
        float[] v = new float[width * height];
        for (int i = 0; i < u.length; i++) {
            int row = i / width;
            double x = i % width + 0.5;
            double y = row + 0.5;
            int sheet = islands[i];
            u[i] = (float) (100 * sheet + 0.25 * x + 0.125 * y);
            v[i] = (float) (-50 * sheet - 0.5 * x + y);
        }
        return new TextureMap(new Region(0, 0, width, height), u, v, islands);
    }

    @Test
    void texture_flatSurfaceOfAnyShape_isExactAtThePixelCenters() {
        Random random = new Random(6);
        int single = 0;
        for (int round = 0; round < 20; round++) {
            byte[] islands = new byte[40 * 30];
            int edge = 5 + random.nextInt(30);
            for (int i = 0; i < islands.length; i++) {
                islands[i] = (byte) (i % 40 < edge - (i / 40) / 3 ? 1 : 2);
            }
            TextureMap map = affine(40, 30, islands);
            TextureMap half = new Shrink(new Size(40, 30), new Size(20, 15)).texture(map);
            for (int i = 0; i < half.island().length; i++) {
                int sheet = half.island()[i];
                assertNotEquals(0, sheet);
                double x = 2 * (i % 20 + 0.5);
                int row = i / 20;
                double y = 2 * (row + 0.5);
                if (Math.abs(half.u()[i] - (100 * sheet + 0.25 * x + 0.125 * y)) > 1e-4) {
                    single++; // a lone sample: the nearest one stood in
                }
                assertEquals(100 * sheet + 0.25 * x + 0.125 * y, half.u()[i], 0.6);
                assertEquals(-50 * sheet - 0.5 * x + y, half.v()[i], 1.5);
            }
        }
        assertTrue(single < 20, single + " inexact samples");
    }

    @Test
    void texture_isolatedSample_staysItself() {
        byte[] islands = new byte[16];
        islands[5] = 9;
        TextureMap half = new Shrink(new Size(4, 4), new Size(2, 2)).texture(affine(4, 4, islands));
        assertArrayEquals(new byte[] {9, 0, 0, 0}, half.island());
        assertEquals(affine(4, 4, islands).u()[5], half.u()[0]);
    }
}
