package dev.vitrine.render.step;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.texture.MipMap;

/** Where steps get the pictures of materials. */
public interface Pictures {
    /** A picture with its levels: decoded or rendered when it is first asked for, then perhaps kept. */
    MipMap mipMap(Picture picture, Edge edge, Deadline deadline);
}
