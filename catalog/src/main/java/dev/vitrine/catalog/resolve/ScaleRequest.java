package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.PixelRatio;
import dev.vitrine.core.value.Size;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How large the reply was asked to be. {@code scl=} and {@code wid=}/{@code hei=} never stand together: the later one won.
 *
 * @param fallbackWidth from {@code DefaultPix} where nothing was asked; absent is unconstrained
 * @param fallbackHeight likewise
 * @param most no reply may be wider or higher; absent is unlimited
 * @param shrinks whether a reply that would be too large is shrunk, its shape kept, instead of being refused
 * @param density by which the size that comes of all this is multiplied; Image Serving alone
 */
public record ScaleRequest(
        OptionalInt width,
        OptionalInt height,
        OptionalDouble inverseScale,
        OptionalInt fallbackWidth,
        OptionalInt fallbackHeight,
        Optional<Size> most,
        boolean shrinks,
        double density) {
    /** Rounding to whole pixels must not lead above the area again. */
    private static final double JUST_BELOW = 0.999;

    /** A request for a reply that is refused where it would be too large. */
    public ScaleRequest(
            OptionalInt width,
            OptionalInt height,
            OptionalDouble inverseScale,
            OptionalInt fallbackWidth,
            OptionalInt fallbackHeight,
            Optional<Size> most) {
        this(width, height, inverseScale, fallbackWidth, fallbackHeight, most, false, 1);
    }

    /** The same, but shrunk where it would be too large. */
    ScaleRequest shrinking() {
        return new ScaleRequest(width, height, inverseScale, fallbackWidth, fallbackHeight, most, true, density);
    }

    /**
     * The same for a device with so many pixels for each that was asked for.
     *
     * @param whole whether all that is asked for is delivered: then it is shrunk where it would be too large
     */
    ScaleRequest denser(PixelRatio pixels, boolean whole) {
        double ratio = pixels.ratio();
        return ratio == 1
                ? this
                : new ScaleRequest(
                        width, height, inverseScale, fallbackWidth, fallbackHeight, most, shrinks || whole, ratio);
    }

    /**
     * By what a reply of this size is multiplied so that it is not too large: 1 where it need not, or may not, be shrunk.
     *
     * @param maxPixels the most pixels of any reply
     */
    public double shrinkage(double width, double height, long maxPixels) {
        if (!shrinks) {
            return 1;
        }
        double byArea = Math.sqrt(maxPixels / (width * height)) * JUST_BELOW;
        double bySides =
                most.map(m -> Math.min(m.width() / width, m.height() / height)).orElse(1.0);
        return Math.min(1, Math.min(byArea, bySides));
    }
}
