package dev.vitrine.render.serve;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;

/** How many pixels one composite may still take for its layers; asked before memory is taken. For one thread. */
final class PixelBudget {
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

    PixelBuffer blank(Size size) {
        take(size.width(), size.height());
        return PixelBuffer.blank(size.width(), size.height());
    }
}
