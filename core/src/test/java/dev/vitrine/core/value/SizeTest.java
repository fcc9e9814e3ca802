package dev.vitrine.core.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SizeTest {
    @Test
    void fitInto_thinImage_keepsOnePixel() {
        assertEquals(new Size(100, 1), new Size(1000, 1).fitInto(new Size(100, 100)));
        assertEquals(new Size(1, 100), new Size(1, 5000).fitInto(new Size(100, 100)));
    }

    @Test
    void fitInto_anyBox_touchesItAndStaysInside() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            Size box = new Size(1 + random.nextInt(3000), 1 + random.nextInt(3000));
            Size fitted = new Size(1 + random.nextInt(3000), 1 + random.nextInt(3000)).fitInto(box);
            assertTrue(fitted.width() <= box.width() && fitted.height() <= box.height(), fitted + " in " + box);
            assertTrue(fitted.width() == box.width() || fitted.height() == box.height(), fitted + " in " + box);
        }
    }

    @Test
    void scaled_farTooLarge_staysALegalSize() {
        assertEquals(Integer.MAX_VALUE, new Size(1_000_000, 1).scaled(1e9).width());
        assertEquals(new Size(1, 1), new Size(10, 10).scaled(0));
    }

    @Test
    void size_withoutArea_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Size(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Size(1, -1));
    }

    @Test
    void pixels_large_doNotOverflow() {
        assertEquals(10_000_000_000L, new Size(100_000, 100_000).pixels());
    }
}
