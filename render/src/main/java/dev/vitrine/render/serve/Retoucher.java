package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.Retouch;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Unsharp;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.resample.UnsharpMask;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does to pixels what the {@code op_…} commands ask for: colors first, then the outline, softness, and sharpness last. Radii
 * of {@code op_grow} and {@code op_blur} are in pixels of the composite and shrink and grow with it; that of {@code op_usm}
 * shrinks with the layer.
 */
final class Retoucher {
    private static final double LARGEST_USM = 10;

    private final Retouch retouch;
    private final int growth;
    private final Blur blur;
    private final Optional<UnsharpMask> sharpening;
    private final Deadline deadline;

    /**
     * @param scale pixels of the reply for each of the composite
     * @param detail pixels of the reply for each of the picture at full size, at most 1
     */
    Retoucher(Retouch retouch, double scale, double detail, Deadline deadline) {
        this.retouch = retouch;
        this.growth = (int) Math.rint(retouch.growth() * scale);
        this.blur = Blur.ofRadius(retouch.blur() * scale);
        this.sharpening = retouch.unsharp()
                .map(usm -> sharpening(usm, retouch.scales() ? detail : 1))
                .or(() -> retouch.sharpened() ? Optional.of(UnsharpMask.REPLY) : Optional.empty());
        this.deadline = deadline;
    }

    private static UnsharpMask sharpening(Unsharp usm, double scale) {
        double radius = Math.min(LARGEST_USM, Math.max(0.05, usm.radius() * scale));
        return new UnsharpMask(radius, usm.amount(), usm.threshold(), usm.lumaOnly());
    }

    /** Whether pictures stay as they are. */
    boolean isIdle() {
        return retouch.isNone();
    }

    /** How far away pixels may be that count for a pixel. */
    int reach() {
        if (retouch.isNone()) {
            return 0;
        }
        int sharp = sharpening.map(usm -> (int) Math.ceil(3 * usm.radius()) + 1).orElse(0);
        return Math.abs(growth) + blur.reach() + sharp;
    }

    /**
     * The retouched picture, perhaps in the same buffer.
     *
     * @param tone of the whole picture; asked only if it matters
     */
    PixelBuffer apply(PixelBuffer picture, Supplier<Tone> tone) {
        if (retouch.isNone()) {
            return picture;
        }
        PixelBuffer own = picture.writable();
        new ToneChange(retouch).apply(own, tone);
        PixelBuffer grown = Outline.grown(own, growth, deadline);
        PixelBuffer soft = blur.apply(grown, deadline);
        return sharpening.map(usm -> usm.apply(soft, Edge.CLAMP, deadline)).orElse(soft);
    }
}
