package dev.vitrine.core.value;

/** The hotspot of a texture or decal image: the point that is put on the object's origin. */
public sealed interface Anchor {
    /** Pixels from the image's top-left corner ({@code anchor=}). */
    record Pixels(double x, double y) implements Anchor {}

    /** Shares of the image's size from its center, -0.5 to 0.5 within the image ({@code anchorN=}). */
    record Normalized(double x, double y) implements Anchor {}

    /**
     * Reads the {@code x,y} of {@code anchor=}. The protocol asks for whole pixels; fractions, which clients work out, are read
     * too.
     */
    static Anchor readPixels(String command, String value) {
        RealPair pair = RealPair.read(command, value);
        return new Pixels(pair.x(), pair.y());
    }

    /** Reads the {@code x,y} of {@code anchorN=}. */
    static Anchor readNormalized(String command, String value) {
        RealPair pair = RealPair.read(command, value);
        return new Normalized(pair.x(), pair.y());
    }

    /** The two numbers, as the command of this kind of anchor reads them. */
    default String text() {
        return this instanceof Normalized n
                ? new RealPair(n.x(), n.y()).toString()
                : new RealPair(((Pixels) this).x(), ((Pixels) this).y()).toString();
    }

    static Anchor topLeft() {
        return new Pixels(0, 0);
    }

    static Anchor center() {
        return new Normalized(0, 0);
    }

    /** The hotspot in pixels from the top-left corner of an image of this size. */
    default double pixelX(int width) {
        return this instanceof Normalized n ? (n.x() + 0.5) * width : ((Pixels) this).x();
    }

    /** The hotspot in pixels from the top-left corner of an image of this size. */
    default double pixelY(int height) {
        return this instanceof Normalized n ? (n.y() + 0.5) * height : ((Pixels) this).y();
    }
}
