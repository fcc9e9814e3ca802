package dev.vitrine.render.step;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.FoldEdge;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;
import dev.vitrine.render.resample.Development;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.Layer;
import dev.vitrine.render.scene.ScenePart;
import dev.vitrine.render.scene.SceneRasters;
import java.util.Optional;

/** Rasters that are held until they are released, so that nobody who works on the same step reads them once more. */
final class HeldRasters implements SceneRasters {
    private final SceneRasters source;
    private final Held held = new Held();

    HeldRasters(SceneRasters source) {
        this.source = source;
    }

    private record FoldKey(Geometry geometry) {}

    void release() {
        held.release();
    }

    /** Reads a part if it is not held. */
    void read(ScenePart part) {
        if (part instanceof ScenePart.Coverage coverage) {
            mask(coverage.layer());
        } else if (part instanceof ScenePart.Light light) {
            light(light.layer());
        } else if (part instanceof ScenePart.Picture picture) {
            sprite(picture.layer());
        } else {
            textureMap(((ScenePart.Surface) part).geometry());
        }
    }

    @Override
    public boolean isKept(ScenePart part) {
        return source.isKept(part);
    }

    @Override
    public Size size() {
        return source.size();
    }

    @Override
    public double scale() {
        return source.scale();
    }

    @Override
    public PixelBuffer view() {
        return source.view();
    }

    @Override
    public Optional<PixelBuffer> developed(Development development, Deadline deadline) {
        return source.developed(development, deadline);
    }

    @Override
    public Mask mask(Layer layer) {
        return held.get(new ScenePart.Coverage(layer), () -> source.mask(layer));
    }

    @Override
    public LightMap light(Layer layer) {
        return held.get(new ScenePart.Light(layer), () -> source.light(layer));
    }

    @Override
    public Sprite sprite(Layer layer) {
        return held.get(new ScenePart.Picture(layer), () -> source.sprite(layer));
    }

    @Override
    public TextureMap textureMap(Geometry geometry) {
        return held.get(new ScenePart.Surface(geometry), () -> source.textureMap(geometry));
    }

    @Override
    public Optional<FoldEdge> foldEdge(Geometry geometry) {
        return held.get(new FoldKey(geometry), () -> source.foldEdge(geometry));
    }
}
