package dev.vitrine.render.resample;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a canvas becomes a reply: scaled, then perhaps sharpened. Where the canvas shows the photograph, the reply shows what
 * became of the photograph, and that is made once for all replies of a size; so mostly only a part of the canvas has to be
 * developed, with the same result as the whole.
 *
 * @param size of the reply
 */
public record Development(Size size, Kernel kernel, boolean sharpened) {
    /** The canvas is developed as a whole when more than this share of it has changed. */
    private static final double MOST = 0.75;

    /**
     * The reply.
     *
     * @param canvas may be written to, unless nothing has changed
     * @param changed where the canvas is another than the photograph, if the canvas is opaque
     * @param developed the photograph as {@link #whole} makes it, if somebody keeps it
     */
    public Developed of(
            PixelBuffer canvas,
            Optional<Pieces> changed,
            Supplier<Optional<PixelBuffer>> developed,
            Deadline deadline) {
        if (isNone(canvas.size())) {
            return Developed.whole(canvas, changed);
        }
        Optional<Pieces> part =
                changed.filter(c -> c.area() <= MOST * canvas.region().area());
        Optional<PixelBuffer> rest = part.isPresent() ? developed.get() : Optional.empty();
        if (part.isEmpty() || rest.isEmpty()) {
            return Developed.whole(whole(canvas, deadline), Optional.empty());
        }
        if (part.get().isEmpty()) {
            return Developed.whole(rest.get(), Optional.of(Pieces.none(size)));
        }
        return develop(canvas, part.get(), rest.get(), deadline);
    }

    /** A whole canvas developed. */
    public PixelBuffer whole(PixelBuffer canvas, Deadline deadline) {
        PixelBuffer scaled = resampler().scale(canvas, size, deadline);
        return sharpened ? UnsharpMask.REPLY.apply(scaled, Edge.CLAMP, deadline) : scaled;
    }

    private Resampler resampler() {
        return new Resampler(kernel, Edge.CLAMP);
    }

    /** Whether a canvas of this size stays what it is. */
    public boolean isNone(Size canvas) {
        return !sharpened && canvas.equals(size);
    }

    /**
     * What has to be there of a canvas for {@link #part}; absent where all of it has.
     *
     * @param changed where it may differ from the photograph
     */
    public Optional<Pieces> needed(Pieces changed) {
        Size canvas = changed.size();
        if (changed.area() > MOST * canvas.width() * canvas.height()) {
            return Optional.empty();
        }
        Pieces scaled = looked(touched(changed));
        return Optional.of(canvas.equals(size) ? scaled : kernel.needed(scaled, canvas));
    }

    /**
     * The reply from a part of an opaque canvas.
     *
     * @param canvas is written to; only what is {@link #needed} has to be there
     * @param changed where it may differ from the photograph
     * @param rest the developed photograph
     */
    public Developed part(PixelBuffer canvas, Pieces changed, PixelBuffer rest, Deadline deadline) {
        return isNone(canvas.size()) ? Developed.part(canvas, changed, rest) : develop(canvas, changed, rest, deadline);
    }

    private Developed develop(PixelBuffer canvas, Pieces changed, PixelBuffer rest, Deadline deadline) {
        Pieces touched = touched(changed);
        PixelBuffer reply = resampler().scale(canvas, size, looked(touched), deadline);
        Pieces part = touched.grown(reach(), reach());
        if (sharpened) {
            UnsharpMask.REPLY.sharpen(reply, part, deadline);
        }
        return Developed.part(reply, part, rest);
    }

    /** Where a scaled reply may differ from the photograph before it is sharpened. */
    private Pieces touched(Pieces changed) {
        return changed.size().equals(size) ? changed : kernel.touched(changed, size);
    }

    /** What sharpening looks at to make all that becomes different. */
    private Pieces looked(Pieces touched) {
        return touched.grown(2 * reach(), 2 * reach());
    }

    private int reach() {
        return sharpened ? UnsharpMask.REPLY.reach() : 0;
    }
}
