package dev.vitrine.render.pixel;

import dev.vitrine.core.value.Size;
import org.jspecify.annotations.Nullable;

/**
 * A picture with a place in the view: its top-left pixel lies on view pixel {@code x,y}; outside it is transparent. Compared by identity.
 * Safe for many threads.
 */
public final class Sprite {
    private final int x;
    private final int y;
    private final PixelBuffer pixels;

    /** Where it is not transparent, once that was asked for. */
    private volatile @Nullable Pieces pieces;

    /** @param pixels shared, so not to be written to */
    public Sprite(int x, int y, PixelBuffer pixels) {
        this.x = x;
        this.y = y;
        this.pixels = pixels;
    }

    public int x() {
        return x;
    }

    public int y() {
        return y;
    }

    public PixelBuffer pixels() {
        return pixels;
    }

    public Region region() {
        return new Region(x, y, pixels.width(), pixels.height());
    }

    /** Its alpha alone. */
    public Mask coverage() {
        byte[] coverage = new byte[pixels.argb().length];
        for (int i = 0; i < coverage.length; i++) {
            coverage[i] = (byte) (pixels.argb()[i] >>> 24);
        }
        return new Mask(region(), coverage);
    }

    /** What its {@link #coverage} covers, as {@link Mask#pieces} tells it. */
    public Pieces pieces(Size view) {
        Pieces known = pieces;
        if (known == null || !known.size().equals(view)) {
            known = coverage().pieces(view);
            pieces = known;
        }
        return known;
    }

    /** Bytes of memory, with pieces. */
    public long bytes() {
        return pixels.bytes() + Mask.PIECES_PER_ROW * pixels.height();
    }
}
