package dev.vitrine.render.step;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.texture.MipMap;
import java.util.function.Supplier;

/** Where steps get the pictures of materials. */
public interface Pictures {
    /** A picture with its levels: decoded or rendered when it is first asked for, then perhaps kept. */
    MipMap mipMap(Picture picture, Edge edge, Deadline deadline);

    /** Whether a picture is at hand, or is being made at this moment. */
    default boolean isKept(Picture picture, Edge edge) {
        return true;
    }

    /**
     * Something that is drawn from these pictures, perhaps kept.
     *
     * @param key equal for whatever looks the same; holds all that it depends on
     */
    default MipMap kept(Record key, Supplier<MipMap> maker) {
        return maker.get();
    }
}
