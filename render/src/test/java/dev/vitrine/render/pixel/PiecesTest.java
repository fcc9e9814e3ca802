package dev.vitrine.render.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.Size;
import java.util.Arrays;
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
            Arrays.fill(patch.argb(), 1);
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
    void scaled_holdsWhatLiesOver() {
        Random random = new Random(7);
        for (Size to : new Size[] {new Size(35, 33), new Size(20, 50), new Size(140, 11), new Size(1, 1)}) {
            double columns = (double) SIZE.width() / to.width();
            double rows = (double) SIZE.height() / to.height();
            Pieces pieces = of(patches(random, 3));
            Pieces scaled = pieces.scaled(to, 1.5, 0.25);
            assertEquals(to, scaled.size());
            for (int y = 0; y < to.height(); y++) {
                for (int x = 0; x < to.width(); x++) {
                    int left = (int) Math.floor((x - 1.5) * columns);
                    int right = (int) Math.ceil((x + 2.5) * columns);
                    int top = (int) Math.floor((y - 0.25) * rows);
                    int bottom = (int) Math.ceil((y + 1.25) * rows);
                    Region around = new Region(left, top, right - left, bottom - top);
                    assertTrue(any(pieces, around) == 0 || holds(scaled, x, y), to + ": " + x + ", " + y);
                    Region far = around.grown((int) Math.ceil(Math.max(columns, rows)));
                    assertTrue(any(pieces, far) != 0 || !holds(scaled, x, y), to + ": " + x + ", " + y);
                }
            }
        }
    }

    @Test
    void bounds_withinARectangle_areThoseOfWhatLiesThere() {
        Random random = new Random(8);
        for (int k = 0; k < 60; k++) {
            Pieces pieces = of(patches(random, k % 6));
            int x = random.nextInt(SIZE.width());
            int y = random.nextInt(SIZE.height());
            Region within =
                    new Region(x, y, 1 + random.nextInt(SIZE.width() - x), 1 + random.nextInt(SIZE.height() - y));
            Region bounds = pieces.bounds(within);
            assertEquals(bounds, bounds.intersect(within));
            int left = within.right();
            int top = within.bottom();
            int right = within.x();
            int bottom = within.y();
            for (int row = within.y(); row < within.bottom(); row++) {
                for (int column = within.x(); column < within.right(); column++) {
                    if (holds(pieces, column, row)) {
                        left = Math.min(left, column);
                        right = Math.max(right, column + 1);
                        top = Math.min(top, row);
                        bottom = row + 1;
                    }
                }
            }
            assertEquals(left < right ? new Region(left, top, right - left, bottom - top) : Region.EMPTY, bounds);
        }
    }

    @Test
    void and_holdsBoth() {
        Random random = new Random(6);
        for (int k = 0; k < 30; k++) {
            Pieces one = of(patches(random, k % 5));
            Pieces other = of(patches(random, k / 5));
            assertPixels(one.and(other), (x, y) -> holds(one, x, y) || holds(other, x, y) ? 1 : 0);
        }
        assertThrows(
                IllegalArgumentException.class, () -> Pieces.none(SIZE).and(Pieces.none(new Size(SIZE.width(), 1))));
    }

    @Test
    void grownAndSquares_askedAgain_areTheSameObjects() {
        Pieces pieces = of(patches(new Random(8), 4));
        assertSame(pieces.grown(2, 1), pieces.grown(2, 1));
        assertSame(pieces.squares(8), pieces.squares(8));
        assertEquals(pieces.area(), pieces.grown(0, 0).area());
    }

    @Test
    void maskPieces_holdWhatItCovers_andNarrowGaps() {
        Random random = new Random(11);
        for (int k = 0; k < 60; k++) {
            Region region = new Region(random.nextInt(60) - 20, random.nextInt(30) - 15, 1 + random.nextInt(60), 9);
            byte[] coverage = new byte[region.width() * region.height()];
            for (int at = 0; at < coverage.length; at += 1 + random.nextInt(40)) {
                Arrays.fill(
                        coverage, at, Math.min(coverage.length, at + random.nextInt(25)), (byte) random.nextInt(256));
            }
            Mask mask = new Mask(region, coverage);
            Pieces pieces = mask.pieces(SIZE);
            assertPixels(pieces, (x, y) -> isCoveredOrGap(mask, x, y) ? 1 : 0);
            assertSame(pieces, mask.pieces(SIZE));
            assertEquals(new Size(9, 5), mask.pieces(new Size(9, 5)).size());
        }
    }

    /** Whether it is covered, or fewer pixels than a gap lie between those that are, left and right. */
    private static boolean isCoveredOrGap(Mask mask, int x, int y) {
        int left = x;
        while (left >= 0 && mask.at(left, y) == 0) {
            left--;
        }
        int right = x;
        while (right < SIZE.width() && mask.at(right, y) == 0) {
            right++;
        }
        return left == x || (left >= 0 && right < SIZE.width() && right - left - 1 < Pieces.GAP);
    }

    @Test
    void of_rectangle_isItAsFarAsItLiesWithin() {
        Pieces pieces = Pieces.of(new Region(60, -2, 20, 9), SIZE);
        assertEquals(new Region(60, 0, 10, 7), pieces.bounds(new Region(0, 0, SIZE.width(), SIZE.height())));
        assertEquals(70, pieces.area());
        assertTrue(Pieces.none(SIZE).isEmpty());
        assertEquals(Region.EMPTY, Pieces.none(SIZE).bounds(new Region(0, 0, SIZE.width(), SIZE.height())));
    }
}
