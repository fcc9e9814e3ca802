package dev.vitrine.render.resample;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
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
     * The reply; perhaps one of the arguments, so not to be written to.
     *
     * @param photograph what the canvas was before it was drawn on, opaque
     * @param developed the photograph as {@link #whole} makes it, if somebody keeps it
     */
    public PixelBuffer of(
            PixelBuffer canvas, PixelBuffer photograph, Supplier<Optional<PixelBuffer>> developed, Deadline deadline) {
        if (!sharpened && canvas.size().equals(size)) {
            return canvas;
        }
        Region changed = canvas.difference(photograph);
        if (changed.area() > MOST * canvas.region().area() || !canvas.isOpaque(changed)) {
            return whole(canvas, deadline);
        }
        Optional<PixelBuffer> all = developed.get();
        if (all.isEmpty()) {
            return whole(canvas, deadline);
        }
        if (changed.isEmpty()) {
            return all.get();
        }
        PixelBuffer reply = all.get().copy();
        develop(canvas, changed, reply, deadline);
        return reply;
    }

    /** A whole canvas developed. */
    public PixelBuffer whole(PixelBuffer canvas, Deadline deadline) {
        PixelBuffer scaled = resampler().scale(canvas, size, deadline);
        return sharpened ? UnsharpMask.REPLY.apply(scaled, Edge.CLAMP, deadline) : scaled;
    }

    private Resampler resampler() {
        return new Resampler(kernel, Edge.CLAMP);
    }

    /** What is sharpened has a rim of pixels around it that only have a part in it. */
    private void develop(PixelBuffer canvas, Region changed, PixelBuffer reply, Deadline deadline) {
        Region target = canvas.size().equals(size) ? changed : kernel.touched(changed, canvas.size(), size);
        if (!sharpened) {
            reply.paste(resampler().scale(canvas, size, target, deadline), target.x(), target.y());
            return;
        }
        int reach = UnsharpMask.REPLY.reach();
        Region sharp = target.grown(reach).intersect(reply.region());
        Region rim = sharp.grown(reach).intersect(reply.region());
        PixelBuffer scaled = resampler().scale(canvas, size, rim, deadline);
        PixelBuffer done = UnsharpMask.REPLY.apply(scaled, Edge.CLAMP, deadline);
        PixelBuffer inner = done.cut(sharp.moved(-rim.x(), -rim.y()));
        reply.paste(inner, sharp.x(), sharp.y());
    }
}
