package dev.vitrine.render.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of the repeat modes. */
class LayingTest {
    /** A color at a place of an endless plane. */
    private interface Plane {
        int at(int x, int y);
    }

    private static MipMap tile(int width, int height, Plane plane) {
        PixelBuffer out = PixelBuffer.blank(width, height);
        for (int i = 0; i < out.argb().length; i++) {
            out.argb()[i] = plane.at(i % width, i / width);
        }
        return new MipMap(out, Edge.WRAP);
    }

    private static MipMap noise(int width, int height) {
        Random random = new Random(width * 31L + height);
        int[] colors =
                random.ints((long) width * height).map(c -> 0xff000000 | c).toArray();
        return tile(width, height, (x, y) -> colors[y * width + x]);
    }

    private static MipMap.Level lay(int repeat, MipMap tile, long seed) {
        return new Laying(repeat, Optional.empty(), seed)
                .of(tile.width(), tile.height())
                .lay(tile)
                .level(0);
    }

    private static int at(MipMap.Level picture, int x, int y) {
        return picture.texels()[
                Math.floorMod(y, picture.height()) * picture.width() + Math.floorMod(x, picture.width())];
    }

    /** A pattern of stripes that comes again after {@code (w, dy)} and {@code (0, h)}. */
    private static int wallpaper(int x, int y, int w, int h, int dy) {
        int strip = Math.floorDiv(x, w);
        int along = Math.floorMod(y - strip * dy, h);
        int across = Math.floorMod(x, w);
        return 0xff000000 | (along * 9 & 255) << 16 | (across * 13 & 255) << 8 | (along * across & 255);
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "5, 3", "6, 2", "7, 5"})
    void drop_patternMadeForIt_goesOnWithoutASeam(int repeat, int part) {
        int w = 12;
        int h = 60;
        MipMap.Level laid = lay(repeat, tile(w, h, (x, y) -> wallpaper(x, y, w, h, h / part)), 1);
        for (int y = -h; y < 2 * h; y++) {
            for (int x = -w * part; x < 2 * w * part; x++) {
                assertEquals(wallpaper(x, y, w, h, h / part), at(laid, x, y), x + "," + y);
            }
        }
    }

    @Test
    void halfAcross_patternMadeForIt_goesOnWithoutASeam() {
        MipMap.Level laid = lay(12, tile(16, 10, (x, y) -> wallpaper(y, x, 10, 16, 8)), 1);
        for (int y = -20; y < 40; y++) {
            for (int x = -20; x < 40; x++) {
                assertEquals(wallpaper(y, x, 10, 16, 8), at(laid, x, y));
            }
        }
    }

    @Test
    void mirror_anyTile_meetsItselfAtEveryEdge() {
        MipMap tile = noise(9, 7);
        MipMap.Level laid = lay(13, tile, 1);
        for (int y = 0; y < 14; y++) {
            for (int x = 0; x < 18; x++) {
                assertEquals(at(laid, x, y), at(laid, -1 - x, y));
                assertEquals(at(laid, x, y), at(laid, x, -1 - y));
            }
        }
    }

    @Test
    void reverse_everyOtherStrip_hangsUpsideDown() {
        MipMap tile = noise(5, 8);
        MipMap.Level laid = lay(8, tile, 1);
        assertEquals(10, laid.width());
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 5; x++) {
                assertEquals(at(tile.level(0), x, y), at(laid, x, y));
                assertEquals(at(tile.level(0), 4 - x, 7 - y), at(laid, 5 + x, y));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, 11})
    void random_strips_goOnAlongThemselves(int repeat) {
        int n = 16;
        MipMap smooth = tile(n, n, (x, y) -> {
            int wave = (int) (128 + 100 * Math.sin((repeat == 11 ? x : y) * 2 * Math.PI / n));
            return 0xff000000 | wave * 0x010101;
        });
        MipMap.Level laid = lay(repeat, smooth, 5);
        for (int y = 0; y < laid.height(); y++) {
            for (int x = 0; x < laid.width(); x++) {
                int next = repeat == 11 ? at(laid, x + 1, y) : at(laid, x, y + 1);
                assertTrue(Math.abs((at(laid, x, y) & 255) - (next & 255)) <= 40, x + "," + y);
            }
        }
        assertTrue(Math.max(laid.width(), laid.height()) / n >= 16, "many strips before they come again");
    }

    @ParameterizedTest
    @CsvSource({"1, 8, 8, 4", "2, 8, 8, 8", "1, 8, 6, 4", "2, 8, 6, 4"})
    void random_tiles_areTheTurnsThatKeepTheShape(int repeat, int width, int height, int ways) {
        MipMap tile = noise(width, height);
        int[] sorted = tile.level(0).texels().clone();
        Arrays.sort(sorted);
        MipMap.Level laid = lay(repeat, tile, 77);
        var seen = new java.util.HashSet<Integer>();
        for (int j = 0; j < laid.height(); j += height) {
            for (int i = 0; i < laid.width(); i += width) {
                int[] cell = new int[width * height];
                for (int k = 0; k < cell.length; k++) {
                    cell[k] = at(laid, i + k % width, j + k / width);
                }
                seen.add(Arrays.hashCode(cell));
                Arrays.sort(cell);
                assertArrayEquals(sorted, cell);
            }
        }
        assertEquals(ways, seen.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 11})
    void random_modes_dependOnTheSeedOnlyAndBeginAsTheTileIs(int repeat) {
        MipMap tile = noise(8, 8);
        assertArrayEquals(lay(repeat, tile, 3).texels(), lay(repeat, tile, 3).texels());
        assertFalse(Arrays.equals(
                lay(repeat, tile, 3).texels(), lay(repeat, tile, 4).texels()));
        for (int k = 0; k < 64; k++) {
            assertEquals(at(tile.level(0), k % 8, k / 8), at(lay(repeat, tile, 3), k % 8, k / 8));
        }
    }

    @Test
    void every_modeOfAFlatTile_isFlat() {
        for (int repeat = 0; repeat < 20; repeat++) {
            for (int texel : lay(repeat, tile(7, 5, (x, y) -> 0x80201008), 1).texels()) {
                assertEquals(0x80100804, texel, "repeat " + repeat);
            }
        }
    }

    @Test
    void grout_replacesTheAuthoredJoint() {
        MipMap tile = tile(10, 8, (x, y) -> x == 0 || y == 0 || x == 9 || y == 7 ? 0xff000000 : 0xffffffff);
        Laying laying = new Laying(0, Optional.of(new Laying.Joint(new Color(200, 10, 10), 5, 2)), 0);
        LaidTiles laid = laying.tiles(10, 8);
        MipMap.Level out = laid.lay(tile).level(0);
        assertEquals(13, out.width());
        assertEquals(11, out.height());
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 13; x++) {
                boolean inside = x >= 2 && x < 10 && y >= 2 && y < 8;
                assertEquals(inside ? 0xffffffff : 0xffc80a0a, at(out, x, y), x + "," + y);
            }
        }
        assertEquals(new RealPair(4, 6), laid.place(new RealPair(3, 5)));
    }

    @Test
    void grout_unreasonable_isBounded() {
        Laying laying = new Laying(2, Optional.of(new Laying.Joint(Color.gray(1), 1e12, 1e12)), 0);
        MipMap.Level out = laying.of(30, 20).lay(noise(30, 20)).level(0);
        assertTrue(out.width() <= 4096 && out.height() <= 4096, out.width() + "x" + out.height());
    }

    @Test
    void huge_tile_isLaidSmaller() {
        LaidTiles laid = new Laying(7, Optional.empty(), 0).tiles(4001, 4000);
        assertEquals(0.25, laid.scale());
        assertTrue(laid.cell().pixels() * laid.columns() * laid.rows() <= 1 << 24);
        assertEquals(new RealPair(10, 5), laid.place(new RealPair(40, 20)));
    }
}
