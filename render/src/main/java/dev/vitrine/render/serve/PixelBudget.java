package dev.vitrine.render.serve;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;

/**
 * How many pixels one request, and all that are nested in it, may still take for their layers; asked before memory is taken.
 * For one thread.
 */
final class PixelBudget {
    private static final double LONGEST = 1 << 18;

    private final long most;
    private long taken;

    PixelBudget(long most) {
        this.most = most;
    }

    /** Counts a picture of this size in, or ends the request. */
    void take(double width, double height) {
        if (!(width * height <= most) || (taken += (long) (width * height)) > most) {
            throw Failures.budgetExceeded(most + " pixels of layers");
        }
    }

    void take(Region part) {
        take(part.width(), part.height());
    }

    /** Counts a picture in that exists nowhere, but is read like one. */
    void takeRead(double width, double height) {
        if (Math.max(width, height) > LONGEST) {
            throw Failures.budgetExceeded((long) LONGEST + " pixels in a row");
        }
        take(width, height);
    }

    PixelBuffer blank(Size size) {
        take(size.width(), size.height());
        return PixelBuffer.blank(size.width(), size.height());
    }

    PixelBuffer blank(Region part) {
        take(part);
        return PixelBuffer.blank(part.width(), part.height());
    }
}
