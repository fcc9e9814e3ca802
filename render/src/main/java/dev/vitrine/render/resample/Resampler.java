package dev.vitrine.render.resample;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;

/** Scales pictures with one filter. */
public final class Resampler {
    private final Kernel kernel;
    private final Edge edge;

    public Resampler(Kernel kernel, Edge edge) {
        this.kernel = kernel;
        this.edge = edge;
    }

    /** The picture at this size; the same buffer when it has this size already. Colors are weighed by their alpha. */
    public PixelBuffer scale(PixelBuffer source, Size size, Deadline deadline) {
        if (source.size().equals(size)) {
            return source;
        }
        RowReader rows = RowReader.of(source);
        Region all = new Region(0, 0, size.width(), size.height());
        return source.isOpaque()
                ? opaque(rows, source.size(), size, all, deadline)
                : straight(rows, source.size(), size, all, deadline);
    }

    /**
     * How many pixels of the source, along each direction, may stand for one before it is scaled: 1, 2, 4 or 8. All of the shrinking
     * may be done so for {@link Kernel#BILINEAR}; the other filters have a character, and at least half of it is left to them.
     */
    public int reduction(Size from, Size to) {
        int rest = kernel == Kernel.BILINEAR ? 1 : 2;
        int factor = 8;
        while (factor > 1
                && (to.width() * rest > from.width() / factor || to.height() * rest > from.height() / factor)) {
            factor /= 2;
        }
        return factor;
    }

    /**
     * An opaque picture at this size, of which these pieces are there, and perhaps more; the same buffer when it has this size
     * already.
     */
    PixelBuffer scale(PixelBuffer source, Size size, Pieces part, Deadline deadline) {
        if (source.size().equals(size)) {
            return source;
        }
        Region all = new Region(0, 0, size.width(), size.height());
        int[] out = new TileScaler(RowReader.of(source), true, kernel, edge, source.size(), size, all)
                .scale(part, deadline);
        return new PixelBuffer(size.width(), size.height(), out);
    }

    /**
     * A part of a scaled picture, the same as that part of the whole one; only what it needs of the source is read.
     *
     * @param source straight pixels
     * @param part within {@code to}, not empty
     */
    public PixelBuffer scale(RowReader source, Size from, Size to, Region part, Deadline deadline) {
        if (from.equals(to)) {
            return source.part(part);
        }
        return source.isOpaque()
                ? opaque(source, from, to, part, deadline)
                : straight(source, from, to, part, deadline);
    }

    private PixelBuffer opaque(RowReader source, Size from, Size to, Region part, Deadline deadline) {
        return new PixelBuffer(part.width(), part.height(), scale(source, true, from, to, part, deadline));
    }

    private PixelBuffer straight(RowReader source, Size from, Size to, Region part, Deadline deadline) {
        RowReader premultiplied = (x, y, count, row) -> {
            source.read(x, y, count, row);
            Premultiplied.fromStraight(row, count);
        };
        int[] out = scale(premultiplied, false, from, to, part, deadline);
        Premultiplied.toStraight(out);
        return new PixelBuffer(part.width(), part.height(), out);
    }

    /** Opaque pixels; the same as {@link #scale(int[], Size, Size, Deadline)}, sooner. */
    public int[] scaleOpaque(int[] source, Size from, Size to, Deadline deadline) {
        Region all = new Region(0, 0, to.width(), to.height());
        return scale(RowReader.of(source, from.width()), true, from, to, all, deadline);
    }

    /** Four-component pixels, each component for itself: pictures with alpha have to be premultiplied. */
    public int[] scale(int[] source, Size from, Size to, Deadline deadline) {
        Region all = new Region(0, 0, to.width(), to.height());
        return scale(RowReader.of(source, from.width()), false, from, to, all, deadline);
    }

    private int[] scale(RowReader source, boolean opaque, Size from, Size to, Region part, Deadline deadline) {
        return new TileScaler(source, opaque, kernel, edge, from, to, part).scale(deadline);
    }
}
