package dev.vitrine.render.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PixelBufferTest {
    @Test
    void writable_ofFixedPixels_isACopy_ofOthersTheSame() {
        PixelBuffer one = new PixelBuffer(2, 1, new int[] {0xff000001, 0xff000002});
        assertSame(one, one.writable());
        PixelBuffer other = one.fixed().writable();
        assertTrue(one.fixed().isOpaque() && other.isOpaque());
        other.argb()[0] = 0;
        assertFalse(other.isOpaque());
        assertArrayEquals(new int[] {0xff000001, 0xff000002}, one.argb());
    }

    @Test
    void difference_boundsAreTheSmallestAroundAll() {
        Random random = new Random(2);
        PixelBuffer one = PixelBuffer.blank(23, 17);
        for (int k = 0; k < 500; k++) {
            PixelBuffer other = one.copy();
            int left = 23;
            int top = 17;
            int right = 0;
            int bottom = 0;
            for (int n = 0; n <= k % 4; n++) {
                int x = random.nextInt(23);
                int y = random.nextInt(17);
                other.argb()[y * 23 + x] = 1;
                left = Math.min(left, x);
                top = Math.min(top, y);
                right = Math.max(right, x + 1);
                bottom = Math.max(bottom, y + 1);
            }
            Region all = new Region(left, top, right - left, bottom - top);
            assertEquals(all, one.difference(other).bounds(one.region()));
            assertEquals(all, other.difference(one).bounds(one.region()));
        }
    }

    @Test
    void difference_ofTheSame_isEmpty_ofOtherSizes_isAnError() {
        PixelBuffer one = PixelBuffer.blank(3, 5);
        assertTrue(one.difference(one).isEmpty());
        assertTrue(one.difference(one.copy()).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> one.difference(PixelBuffer.blank(5, 3)));
    }

    @Test
    void pasteAround_whatDiffers_makesThemTheSame() {
        Random random = new Random(7);
        PixelBuffer one = PixelBuffer.blank(131, 29);
        for (int k = 0; k < 200; k++) {
            PixelBuffer other = one.copy();
            for (int n = 0; n < k; n++) {
                other.argb()[random.nextInt(k % 3 == 0 ? 131 : other.argb().length)] = 1;
            }
            Pieces changed = other.difference(one);
            PixelBuffer back = other.copy();
            back.pasteAround(changed, one);
            assertArrayEquals(other.argb(), back.argb());
            assertTrue(changed.area() <= 17L * k);
        }
    }

    @Test
    void paste_piecesAndTheRestOfTheirSquares_fillsTheSquares() {
        Random random = new Random(12);
        PixelBuffer one = PixelBuffer.blank(131, 29);
        for (int k = 0; k < 200; k++) {
            PixelBuffer other = one.copy();
            for (int n = 0; n < k % 17; n++) {
                other.argb()[random.nextInt(other.argb().length)] = 1;
            }
            Pieces changed = other.difference(one);
            PixelBuffer target = new PixelBuffer(131, 29, new int[131 * 29]);
            Arrays.fill(target.argb(), 9);
            target.paste(changed, other);
            int side = k % 2 == 0 ? 8 : 16;
            Pieces squares = changed.squares(side);
            target.pasteAround(changed, one, squares, side);
            for (int y = 0; y < 29; y++) {
                for (int x = 0; x < 131; x++) {
                    int expected = isIn(squares, x / side, y / side) ? other.at(x, y) : 9;
                    assertEquals(expected, target.at(x, y));
                }
            }
        }
    }

    private static boolean isIn(Pieces pieces, int x, int y) {
        for (int i = pieces.first(y); i < pieces.first(y + 1); i++) {
            if (x >= pieces.from(i) && x < pieces.to(i)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void isOpaque_looksAtThePartOnly() {
        PixelBuffer picture = PixelBuffer.blank(19, 3);
        Arrays.fill(picture.argb(), -1);
        for (int x = 0; x < 19; x++) {
            picture.argb()[19 + x] = 0xfe000000;
            for (int from = 0; from < 19; from++) {
                Pieces part = Pieces.of(new Region(from, 1, 19 - from, 1), picture.size());
                assertEquals(from > x, picture.isOpaque(part));
            }
            picture.argb()[19 + x] = -1;
        }
    }
}
