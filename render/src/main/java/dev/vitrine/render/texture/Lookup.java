package dev.vitrine.render.texture;

import dev.vitrine.render.geometry.SurfaceRow;

/** A picture that lies on a surface. Not safe for many threads. */
public interface Lookup {
    /** Looks up the first {@code count} places of a row. Where the surface is not known the sample is transparent. */
    void read(SurfaceRow surface, int count, SampleRow out);
}
