package dev.vitrine.render.step;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.texture.MipMap;
import java.util.function.Supplier;

/** Pictures that are held until they are released, so that nobody who works on the same step makes them once more. */
final class HeldPictures implements Pictures {
    private final Pictures source;
    private final Held held = new Held();

    HeldPictures(Pictures source) {
        this.source = source;
    }

    private record PictureKey(Picture picture, Edge edge) {}

    private record DrawnKey(Record key) {}

    void release() {
        held.release();
    }

    @Override
    public boolean isKept(Picture picture, Edge edge) {
        return source.isKept(picture, edge);
    }

    @Override
    public MipMap mipMap(Picture picture, Edge edge, Deadline deadline) {
        return held.get(new PictureKey(picture, edge), () -> source.mipMap(picture, edge, deadline));
    }

    @Override
    public MipMap kept(Record key, Supplier<MipMap> maker) {
        return held.get(new DrawnKey(key), () -> source.kept(key, maker));
    }
}
