package dev.vitrine.render.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PixelBufferTest {
    @Test
    void difference_isTheSmallestRegionAroundAll() {
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
            assertEquals(all, one.difference(other));
            assertEquals(all, other.difference(one));
        }
    }

    @Test
    void difference_ofTheSame_isEmpty_ofOtherSizes_isAnError() {
        PixelBuffer one = PixelBuffer.blank(3, 5);
        assertEquals(Region.EMPTY, one.difference(one));
        assertEquals(Region.EMPTY, one.difference(one.copy()));
        assertThrows(IllegalArgumentException.class, () -> one.difference(PixelBuffer.blank(5, 3)));
    }
}
