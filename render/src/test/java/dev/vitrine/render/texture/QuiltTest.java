package dev.vitrine.render.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuiltTest {
    private static MipMap.Level quilt(MipMap picture, int repeat, long seed) {
        return new Laying(repeat, Optional.empty(), seed)
                .of(picture.width(), picture.height())
                .lay(picture)
                .level(0);
    }

    /** Clouds that do not repeat, over a slope that does not either. */
    private static MipMap clouds(int width, int height) {
        Random random = new Random(4);
        double[] phase = random.doubles(24, 0, 7).toArray();
        PixelBuffer out = PixelBuffer.blank(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int k = 0; k < 12; k++) {
                    double turn = phase[2 * k] * 5;
                    double along = x * Math.cos(turn) + y * Math.sin(turn);
                    sum += Math.sin(along * (0.11 + 0.02 * k) + phase[2 * k + 1]);
                }
                int level = (int) Math.min(255, Math.max(0, 128 + 16 * sum));
                out.argb()[y * width + x] = 0xff000000 | level << 16 | level << 8 | (255 - level);
            }
        }
        return new MipMap(out, Edge.WRAP);
    }

    /** How often neighbouring texels are as far apart as never in the picture itself; around the edges too. */
    private static double torn(MipMap.Level level, int far) {
        int count = 0;
        for (int y = 0; y < level.height(); y++) {
            for (int x = 0; x < level.width(); x++) {
                int p = at(level, x, y);
                count += Math.abs(p - at(level, x + 1, y)) > far ? 1 : 0;
                count += Math.abs(p - at(level, x, y + 1)) > far ? 1 : 0;
            }
        }
        return count / (2.0 * level.width() * level.height());
    }

    private static int at(MipMap.Level level, int x, int y) {
        return level.texels()[y % level.height() * level.width() + x % level.width()] >> 8 & 255;
    }

    private static int steepest(MipMap.Level level) {
        int most = 0;
        for (int y = 0; y + 1 < level.height(); y++) {
            for (int x = 0; x + 1 < level.width(); x++) {
                int p = at(level, x, y);
                most = Math.max(most, Math.abs(p - at(level, x + 1, y)));
                most = Math.max(most, Math.abs(p - at(level, x, y + 1)));
            }
        }
        return most;
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18, 19})
    void lay_anyMode_showsNoSeams(int repeat) {
        MipMap clouds = clouds(120, 96);
        MipMap.Level quilt = quilt(clouds, repeat, 7);
        int steepest = steepest(clouds.level(0));
        double seams = torn(quilt, steepest);
        double straight = torn(quilt(clouds, 0, 7), steepest);
        assertTrue(straight > 0.004, "the picture does not repeat by itself: " + straight);
        assertTrue(seams < straight / 4, repeat + ": " + seams + " instead of " + straight);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18, 19})
    void lay_sameSeed_isTheSame_anotherIsNot(int repeat) {
        MipMap clouds = clouds(90, 90);
        assertArrayEquals(
                quilt(clouds, repeat, 7).texels(), quilt(clouds, repeat, 7).texels());
        assertFalse(Arrays.equals(
                quilt(clouds, repeat, 7).texels(), quilt(clouds, repeat, 8).texels()));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18, 19})
    void lay_anySize_works(int repeat) {
        for (int[] size : new int[][] {{1, 1}, {1, 40}, {3, 2}, {7, 200}, {64, 5}}) {
            MipMap.Level quilt = quilt(clouds(size[0], size[1]), repeat, 3);
            assertEquals(quilt.width() * quilt.height(), quilt.texels().length);
        }
    }

    @Test
    void lay_oneColor_staysIt() {
        PixelBuffer flat = PixelBuffer.blank(30, 20);
        Arrays.fill(flat.argb(), 0xff123456);
        for (int repeat = 14; repeat < 20; repeat++) {
            assertTrue(Arrays.stream(
                            quilt(new MipMap(flat, Edge.WRAP), repeat, 1).texels())
                    .allMatch(p -> p == 0xff123456));
        }
    }

    @Test
    void lay_horizontalAndVertical_keepTheOtherDirection() {
        PixelBuffer rows = PixelBuffer.blank(40, 30);
        PixelBuffer columns = PixelBuffer.blank(40, 30);
        for (int i = 0; i < 1200; i++) {
            rows.argb()[i] = 0xff000000 | i / 40 * 8;
            columns.argb()[i] = 0xff000000 | i % 40 * 6;
        }
        MipMap.Level across = quilt(new MipMap(rows, Edge.WRAP), 17, 1);
        MipMap.Level down = quilt(new MipMap(columns, Edge.WRAP), 18, 1);
        for (int i = across.width() * 11; i < across.width() * 18; i++) {
            assertEquals(0xff000000 | i / across.width() * 8, across.texels()[i]);
        }
        for (int i = 0; i < down.texels().length; i++) {
            if (i % down.width() >= 14 && i % down.width() < 25) {
                assertEquals(0xff000000 | i % down.width() * 6, down.texels()[i]);
            }
        }
    }

    @Test
    void of_highFrequency_hasSmallerPatchesThanLow() {
        int[] sides = new int[3];
        for (int i = 0; i < 3; i++) {
            sides[i] = Quilt.of(14 + i, 200, 200, 5).patchWidth();
        }
        assertArrayEquals(new int[] {100, 50, 150}, sides);
    }

    @Test
    void of_hugePicture_staysWithinReason() {
        Tiling layout = new Laying(14, Optional.empty(), 1).of(9000, 7000);
        assertTrue(layout.scale() <= 0.5, String.valueOf(layout.scale()));
        assertEquals(
                10 * layout.scale(),
                layout.place(new dev.vitrine.core.value.RealPair(10, 20)).x());
    }

    @Test
    void cut_closed_meetsItself() {
        Random random = new Random(6);
        long[] cost = random.longs(9 * 50, 0, 1000).toArray();
        int[] line = Cut.of(cost, 9, 50, true);
        for (int r = 0; r < 50; r++) {
            assertTrue(Math.abs(line[r] - line[(r + 1) % 50]) <= 1, "row " + r);
        }
    }
}
