package dev.vitrine.render.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.MeasuredBox;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.resample.Kernel;
import dev.vitrine.render.resample.Resampler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {
    private static final Size WHOLE = new Size(80, 48);

    private final List<Integer> asked = new ArrayList<>();
    private final Sheet sheet = Sheet.of(new SourcePicture(WHOLE, true, factor -> {
        asked.add(factor);
        return ramp(WHOLE.width() / factor, WHOLE.height() / factor, factor);
    }));

    /** Brightness tells the place, so that a picture of means is known too. */
    private static PixelBuffer ramp(int width, int height, int factor) {
        PixelBuffer out = PixelBuffer.blank(width, height);
        for (int i = 0; i < out.argb().length; i++) {
            int x = i % width * factor + factor / 2;
            int y = i / width * factor + factor / 2;
            out.argb()[i] = 0xff000000 | (2 * x) << 16 | (4 * y) << 8;
        }
        return out;
    }

    private PixelBuffer scaled(Kernel kernel, MeasuredBox box, Size size, Region part) {
        return sheet.scaled(new Resampler(kernel, Edge.CLAMP), box, size, part, Deadline.never());
    }

    private static MeasuredBox box(int x, int y, int width, int height) {
        return new MeasuredBox(x, y, width, height, false);
    }

    @Test
    void scaled_toHalfAndLess_asksForAsSmallAPictureAsTheFilterAllows() {
        MeasuredBox all = box(0, 0, 80, 48);
        for (Size size :
                List.of(new Size(41, 25), new Size(40, 24), new Size(20, 12), new Size(15, 9), new Size(3, 2))) {
            scaled(Kernel.BILINEAR, all, size, new Region(0, 0, 2, 2));
            scaled(Kernel.LANCZOS, all, size, new Region(0, 0, 2, 2));
        }
        assertEquals(List.of(1, 1, 2, 1, 4, 2, 4, 2, 8, 8), asked);
    }

    @Test
    void scaled_partsThatNoFactorDivides_comeFromAsSmallAPictureAsFits() {
        scaled(Kernel.BILINEAR, box(4, 4, 40, 24), new Size(5, 3), new Region(0, 0, 5, 3));
        scaled(Kernel.BILINEAR, box(2, 4, 40, 24), new Size(5, 3), new Region(0, 0, 5, 3));
        scaled(Kernel.BILINEAR, box(2, 4, 41, 24), new Size(5, 3), new Region(0, 0, 5, 3));
        assertEquals(List.of(4, 2, 1), asked);
    }

    @Test
    void scaled_aPart_isThatPartOfTheWhole() {
        MeasuredBox box = box(8, 8, 64, 32);
        Size size = new Size(16, 8);
        PixelBuffer whole = scaled(Kernel.BILINEAR, box, size, new Region(0, 0, 16, 8));
        Region part = new Region(5, 2, 7, 4);
        assertArrayEquals(
                whole.cut(part).argb(), scaled(Kernel.BILINEAR, box, size, part).argb());
        assertEquals(0xff000000 | (2 * 10) << 16 | (4 * 10) << 8, whole.at(0, 0));
    }

    @Test
    void scaled_beyondThePicture_isTransparentThere() {
        PixelBuffer out = scaled(Kernel.BILINEAR, box(-8, -8, 96, 64), new Size(24, 16), new Region(0, 0, 24, 16));
        assertEquals(List.of(4), asked);
        assertEquals(0, out.at(0, 0));
        assertEquals(0xff000000 | (2 * 2) << 16 | (4 * 2) << 8, out.at(2, 2));
    }

    @Test
    void scaled_whatDoesNotShrink_isAskedForWhole() {
        PixelBuffer pixels = ramp(80, 48, 1);
        Sheet plain = Sheet.of(SourcePicture.of(pixels));
        Resampler resampler = new Resampler(Kernel.BILINEAR, Edge.CLAMP);
        Size size = new Size(20, 12);
        assertArrayEquals(
                resampler.scale(pixels, size, Deadline.never()).argb(),
                plain.scaled(resampler, box(0, 0, 80, 48), size, new Region(0, 0, 20, 12), Deadline.never())
                        .argb());
    }

    @Test
    void scaled_allOfAFixedPicture_isThatPicture() {
        PixelBuffer pixels = ramp(40, 24, 2).fixed();
        Sheet fixed = Sheet.of(new SourcePicture(WHOLE, true, factor -> pixels));
        Resampler resampler = new Resampler(Kernel.BILINEAR, Edge.CLAMP);
        Region all = pixels.region();
        MeasuredBox box = box(0, 0, 80, 48);
        assertSame(pixels, fixed.scaled(resampler, box, pixels.size(), all, Deadline.never()));
        Region part = new Region(3, 5, 20, 11);
        assertArrayEquals(
                pixels.cut(part).argb(),
                fixed.scaled(resampler, box, pixels.size(), part, Deadline.never())
                        .argb());
        assertNotSame(pixels, scaled(Kernel.BILINEAR, box, pixels.size(), all));
    }
}
