package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.ask;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.resample.UnsharpMask;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SharpeningTest {
    private static MemoryScene stripes() {
        return new MemoryScene(90, 60, (x, y) -> 0xff000000 | ((int) (x / 9) % 2 == 0 ? 0x5a6e8c : 0xc8b490))
                .neutralLight();
    }

    @Test
    void reply_scaledWithOrWithoutALevel_isSharpened() {
        for (MemoryScene scene : new MemoryScene[] {stripes(), stripes().level(45, 30)}) {
            PixelBuffer plain = ask().wid(45).render(scene);
            PixelBuffer sharp = ask().wid(45).sharpen().render(scene);
            assertArrayEquals(
                    UnsharpMask.REPLY.apply(plain, Edge.CLAMP, Deadline.never()).argb(), sharp.argb());
            assertFalse(Arrays.equals(plain.argb(), sharp.argb()));
        }
    }

    @Test
    void reply_atFullSize_isNotSharpened() {
        assertArrayEquals(
                ask().render(stripes()).argb(),
                ask().sharpen().render(stripes()).argb());
    }

    @Test
    void reply_sharpened_saysSoInThePlan() {
        assertTrue(ask().wid(45).sharpen().plan(stripes()).text().contains("\nsharpen\n"));
    }
}
