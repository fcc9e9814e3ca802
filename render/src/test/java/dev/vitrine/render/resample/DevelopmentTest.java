package dev.vitrine.render.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Developing what changed gives the same as developing everything. */
class DevelopmentTest {
    private static final List<Size> SIZES =
            List.of(new Size(90, 61), new Size(60, 40), new Size(31, 61), new Size(200, 97), new Size(1, 1));

    private static final List<Kernel> KERNELS = List.of(Kernel.values());

    private final Random random = new Random(9);

    private PixelBuffer noise(int width, int height) {
        PixelBuffer out = PixelBuffer.blank(width, height);
        for (int i = 0; i < out.argb().length; i++) {
            out.argb()[i] = 0xff000000 | random.nextInt(1 << 24);
        }
        return out;
    }

    private static PixelBuffer developed(Development way, PixelBuffer canvas, PixelBuffer photograph) {
        Optional<Pieces> changed = Optional.of(canvas.difference(photograph)).filter(canvas::isOpaque);
        PixelBuffer rest = way.whole(photograph, Deadline.never());
        Developed out = way.of(canvas.copy(), changed, () -> Optional.of(rest), Deadline.never());
        out.changed().ifPresent(around -> assertAround(around, out.pixels(), rest));
        return out.pixels();
    }

    /** What differs lies within. */
    private static void assertAround(Pieces changed, PixelBuffer reply, PixelBuffer photograph) {
        PixelBuffer inside = photograph.copy();
        for (int y = 0; y < reply.height(); y++) {
            for (int i = changed.first(y); i < changed.first(y + 1); i++) {
                for (int x = changed.from(i); x < changed.to(i); x++) {
                    inside.argb()[y * reply.width() + x] = reply.at(x, y);
                }
            }
        }
        assertArrayEquals(reply.argb(), inside.argb());
    }

    @Test
    void of_aPartThatChanged_isTheWholeBitByBit() {
        PixelBuffer photograph = noise(90, 61);
        for (Region part : List.of(
                new Region(30, 20, 1, 1),
                new Region(0, 0, 5, 4),
                new Region(80, 50, 10, 11),
                new Region(0, 30, 90, 3),
                new Region(12, 0, 60, 61))) {
            PixelBuffer canvas = photograph.copy();
            canvas.paste(noise(part.width(), part.height()), part.x(), part.y());
            for (Size size : SIZES) {
                for (Kernel kernel : Kernel.values()) {
                    for (boolean sharpened : new boolean[] {false, true}) {
                        Development way = new Development(size, kernel, sharpened);
                        assertArrayEquals(
                                way.whole(canvas, Deadline.never()).argb(),
                                developed(way, canvas, photograph).argb(),
                                part + " " + way);
                    }
                }
            }
        }
    }

    @Test
    void part_ofACanvasThatIsThereWhereItIsNeeded_isTheWholeBitByBit() {
        PixelBuffer photograph = noise(90, 61);
        for (int k = 0; k < 400; k++) {
            Size size = k % 3 == 0 ? photograph.size() : SIZES.get(random.nextInt(SIZES.size()));
            Kernel kernel = KERNELS.get(random.nextInt(KERNELS.size()));
            Development way = new Development(size, kernel, random.nextBoolean());
            PixelBuffer rest = way.whole(photograph, Deadline.never());
            PixelBuffer canvas = photograph.copy();
            for (int n = 0; n <= k % 5; n++) {
                canvas.paste(
                        noise(1 + random.nextInt(9), 1 + random.nextInt(9)), random.nextInt(90), random.nextInt(61));
            }
            Pieces changed = canvas.difference(photograph);
            PixelBuffer partly = noise(90, 61);
            partly.paste(way.needed(changed).orElseThrow(), canvas);
            Developed out = way.part(partly, changed, rest, Deadline.never());
            PixelBuffer whole = way.whole(canvas, Deadline.never());
            Pieces squares = out.changed().orElseThrow().squares(16);
            PixelBuffer inSquares = whole.copy();
            inSquares.paste(out.changed().orElseThrow(), out.squares(16));
            assertArrayEquals(whole.argb(), inSquares.argb(), squares.area() + " squares");
            assertArrayEquals(whole.argb(), out.pixels().argb());
            assertArrayEquals(whole.argb(), out.pixels().argb());
        }
    }

    @Test
    void needed_ofMuch_isAllOfIt() {
        Development way = new Development(new Size(90, 61), Kernel.BICUBIC, true);
        Region most = new Region(0, 0, 90, 50);
        assertTrue(way.needed(Pieces.of(most, way.size())).isEmpty());
    }

    @Test
    void of_canvasWithAlpha_isTheWhole() {
        PixelBuffer photograph = noise(40, 40);
        PixelBuffer canvas = photograph.copy();
        canvas.argb()[820] = 0x40102030;
        Development way = new Development(new Size(20, 20), Kernel.BICUBIC, true);
        assertArrayEquals(
                way.whole(canvas, Deadline.never()).argb(),
                developed(way, canvas, photograph).argb());
    }

    @Test
    void of_canvasThatNobodyDrewOn_isTheDevelopedPhotographItself() {
        PixelBuffer photograph = noise(40, 40);
        PixelBuffer all = noise(20, 20);
        Development way = new Development(new Size(20, 20), Kernel.BICUBIC, true);
        Optional<Pieces> nothing = Optional.of(Pieces.none(photograph.size()));
        Developed out = way.of(photograph, nothing, () -> Optional.of(all), Deadline.never());
        assertSame(all, out.pixels());
        assertTrue(out.changed().orElseThrow().isEmpty());
        assertArrayEquals(
                way.whole(photograph, Deadline.never()).argb(),
                way.of(photograph, nothing, Optional::empty, Deadline.never())
                        .pixels()
                        .argb());
        Development none = new Development(new Size(40, 40), Kernel.BICUBIC, false);
        assertSame(
                photograph,
                none.of(photograph, nothing, () -> Optional.of(all), Deadline.never())
                        .pixels());
    }

    @Test
    void of_partsInManyPlaces_isTheWholeBitByBit() {
        PixelBuffer photograph = noise(90, 61);
        Development way = new Development(photograph.size(), Kernel.BICUBIC, true);
        for (int k = 0; k < 40; k++) {
            PixelBuffer canvas = photograph.copy();
            for (int n = 0; n <= k % 5; n++) {
                canvas.paste(
                        noise(1 + random.nextInt(9), 1 + random.nextInt(9)), random.nextInt(90), random.nextInt(61));
            }
            assertArrayEquals(
                    way.whole(canvas, Deadline.never()).argb(),
                    developed(way, canvas, photograph).argb());
        }
    }
}
