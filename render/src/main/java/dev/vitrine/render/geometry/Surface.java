package dev.vitrine.render.geometry;

/** An object's surface as seen from one level of a scene. */
public interface Surface {
    /** Fills the first {@code count} places with the pixels of row {@code y} from {@code x} on. */
    void read(int x, int y, int count, SurfaceRow out);
}
