package dev.vitrine.render.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.Size;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final Size SIZE = new Size(70, 33);

    /** Rectangles at random, as pixels that are 1. */
    private static PixelBuffer patches(Random random, int count) {
        PixelBuffer out = PixelBuffer.blank(SIZE.width(), SIZE.height());
        for (int n = 0; n < count; n++) {
            PixelBuffer patch = PixelBuffer.blank(1 + random.nextInt(20), 1 + random.nextInt(5));
            java.util.Arrays.fill(patch.argb(), 1);
            out.paste(patch, random.nextInt(SIZE.width()), random.nextInt(SIZE.height()));
        }
        return out;
    }

    private static Pieces of(PixelBuffer pixels) {
        return pixels.difference(PixelBuffer.blank(pixels.width(), pixels.height()));
    }

    private static boolean holds(Pieces pieces, int x, int y) {
        for (int i = pieces.first(y); i < pieces.first(y + 1); i++) {
            if (x >= pieces.from(i) && x < pieces.to(i)) {
                return true;
            }
        }
        return false;
    }

    private static void assertPixels(Pieces pieces, IntBinaryOperator expected) {
        long area = 0;
        for (int y = 0; y < pieces.height(); y++) {
            for (int x = 0; x < pieces.size().width(); x++) {
                assertEquals(expected.applyAsInt(x, y) != 0, holds(pieces, x, y), x + ", " + y);
                area += holds(pieces, x, y) ? 1 : 0;
            }
        }
        assertEquals(area, pieces.area());
    }

    private static int any(Pieces pieces, Region part) {
        Region seen = part.intersect(new Region(0, 0, SIZE.width(), SIZE.height()));
        for (int y = seen.y(); y < seen.bottom(); y++) {
            for (int x = seen.x(); x < seen.right(); x++) {
                if (holds(pieces, x, y)) {
                    return 1;
                }
            }
        }
        return 0;
    }

    @Test
    void grown_holdsWhatIsNear() {
        Random random = new Random(4);
        for (int k = 0; k < 8; k++) {
            Pieces pieces = of(patches(random, k));
            assertPixels(pieces.grown(3, 2), (x, y) -> any(pieces, new Region(x - 3, y - 2, 7, 5)));
        }
    }

    @Test
    void squares_holdAnyOfIt() {
        Random random = new Random(5);
        for (int k = 0; k < 8; k++) {
            Pieces pieces = of(patches(random, k));
            Pieces squares = pieces.squares(16);
            assertEquals(new Size(5, 3), squares.size());
            assertPixels(squares, (x, y) -> any(pieces, new Region(16 * x, 16 * y, 16, 16)));
        }
    }

    @Test
    void of_rectangle_isItAsFarAsItLiesWithin() {
        Pieces pieces = Pieces.of(new Region(60, -2, 20, 9), SIZE);
        assertEquals(new Region(60, 0, 10, 7), pieces.bounds());
        assertEquals(70, pieces.area());
        assertTrue(Pieces.none(SIZE).isEmpty());
        assertEquals(Region.EMPTY, Pieces.none(SIZE).bounds());
    }
}
