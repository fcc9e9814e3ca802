package dev.vitrine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.SourceColors;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.IccProfile;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.step.Picture;
import dev.vitrine.render.step.RenderPlan;
import dev.vitrine.render.texture.MipMap;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PictureStoreTest {
    private record Drawn(String what) {}

    private final PictureStore store = new PictureStore(new ByteBoundedCache(1 << 20), new Blanks(), Optional.empty());
    private int drawn;

    /** Makes blank pictures of everything. */
    private static final class Blanks implements PictureStore.Maker {
        @Override
        public PixelBuffer decode(Picture.File file, Optional<IccProfile> working) {
            return PixelBuffer.blank(8, 8);
        }

        @Override
        public PixelBuffer unpack(Picture packed) {
            return PixelBuffer.blank(8, 8);
        }

        @Override
        public PixelBuffer render(RenderPlan plan, Optional<IccProfile> working, Deadline deadline) {
            return PixelBuffer.blank(8, 8);
        }

        @Override
        public PixelBuffer serve(ResolvedServing request, Optional<IccProfile> working, Deadline deadline) {
            return PixelBuffer.blank(8, 8);
        }
    }

    private MipMap draw() {
        drawn++;
        return new MipMap(PixelBuffer.blank(8, 8), Edge.CLAMP);
    }

    private static MipMap mipMap(PictureStore from, Optional<SourceColors> colors) {
        SourceFile file = new SourceFile("a.png", Path.of("a.png"), 1, 1);
        return from.mipMap(new Picture.File(file, colors), Edge.CLAMP, Deadline.never());
    }

    @Test
    void kept_equalKeys_areDrawnOnce() {
        MipMap first = store.kept(new Drawn("curtain"), this::draw);
        assertSame(first, store.kept(new Drawn("curtain"), this::draw));
        assertEquals(1, drawn);
        assertNotSame(first, store.kept(new Drawn("valance"), this::draw));
        assertEquals(2, drawn);
    }

    @Test
    void mipMap_ofColors_isOneForEachSpace_ofNumbersOneForAll() {
        SourceColors plain = new SourceColors(Optional.empty(), Map.of(), Optional.empty(), false);
        SourceColors other = new SourceColors(Optional.empty(), Map.of(), Optional.empty(), true);
        PictureStore managed = store.in(IccProfile.SRGB);
        assertSame(mipMap(managed, Optional.of(plain)), mipMap(managed, Optional.of(plain)));
        assertNotSame(mipMap(managed, Optional.of(plain)), mipMap(managed, Optional.of(other)));
        assertNotSame(mipMap(managed, Optional.of(plain)), mipMap(store.in(IccProfile.ADOBE_RGB), Optional.of(plain)));
        assertSame(mipMap(store, Optional.empty()), mipMap(managed, Optional.empty()));
    }
}
