package dev.vitrine.render.geometry;

import java.util.Arrays;

/** An object's surface as seen from one level of a scene. */
public interface Surface {
    /** Fills the first {@code count} places with the pixels of row {@code y} from {@code x} on. */
    void read(int x, int y, int count, SurfaceRow out);

    /** The same with one footprint for each span where that is enough; see {@link SurfaceRow#even}. */
    default void readSpans(int x, int y, int count, SurfaceRow out) {
        read(x, y, count, out);
        Arrays.fill(out.even, false);
    }
}
