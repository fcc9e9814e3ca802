package dev.vitrine.render.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
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

    private final Random random = new Random(9);

    private PixelBuffer noise(int width, int height) {
        PixelBuffer out = PixelBuffer.blank(width, height);
        for (int i = 0; i < out.argb().length; i++) {
            out.argb()[i] = 0xff000000 | random.nextInt(1 << 24);
        }
        return out;
    }

    private static PixelBuffer developed(Development way, PixelBuffer canvas, PixelBuffer photograph) {
        return way.of(canvas, photograph, () -> Optional.of(way.whole(photograph, Deadline.never())), Deadline.never());
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
        assertSame(all, way.of(photograph, photograph, () -> Optional.of(all), Deadline.never()));
        assertSame(all, way.of(photograph.copy(), photograph, () -> Optional.of(all), Deadline.never()));
        assertArrayEquals(
                way.whole(photograph, Deadline.never()).argb(),
                way.of(photograph, photograph, Optional::empty, Deadline.never())
                        .argb());
        Development none = new Development(new Size(40, 40), Kernel.BICUBIC, false);
        assertSame(photograph, none.of(photograph, noise(40, 40), () -> Optional.of(all), Deadline.never()));
    }
}
