package dev.vitrine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.texture.MipMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PictureStoreTest {
    private record Drawn(String what) {}

    private int drawn;

    private MipMap draw() {
        drawn++;
        return new MipMap(PixelBuffer.blank(8, 8), Edge.CLAMP);
    }

    @Test
    void kept_equalKeys_areDrawnOnce() {
        PictureStore store = new PictureStore(
                new ByteBoundedCache(1 << 20),
                (file, space) -> null,
                p -> null,
                (p, d) -> null,
                (r, d) -> null,
                Optional.empty());
        MipMap first = store.kept(new Drawn("curtain"), this::draw);
        assertSame(first, store.kept(new Drawn("curtain"), this::draw));
        assertEquals(1, drawn);
        assertNotSame(first, store.kept(new Drawn("valance"), this::draw));
        assertEquals(2, drawn);
    }
}
