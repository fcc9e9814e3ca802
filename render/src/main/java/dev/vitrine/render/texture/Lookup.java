package dev.vitrine.render.texture;

import dev.vitrine.render.geometry.Surface;
import dev.vitrine.render.geometry.SurfaceRow;

/** A picture that lies on a surface. Not safe for many threads. */
public interface Lookup {
    /** Looks up the first {@code count} places of a row. Where the surface is not known the sample is transparent. */
    void read(SurfaceRow surface, int count, SampleRow out);

    /**
     * Looks up {@code count} pixels of the view.
     *
     * @param x the first of them
     * @param row room for where they lie
     */
    default void read(Surface surface, int x, int y, int count, SurfaceRow row, SampleRow out) {
        surface.read(x, y, count, row);
        read(row, count, out);
    }
}
