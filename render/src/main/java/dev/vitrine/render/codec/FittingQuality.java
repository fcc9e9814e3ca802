package dev.vitrine.render.codec;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.JpegQuality;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds a JPEG file that is small enough: that of the quality asked for, else of the best one below it, by halving. So no more than
 * eight files are made.
 */
final class FittingQuality {
    private FittingQuality() {}

    /** The file; the request ends if not even that of the lowest quality is small enough. */
    static byte[] encode(EncodeSettings settings, Function<EncodeSettings, byte[]> encoder) {
        byte[] asked = encoder.apply(settings);
        if (asked.length <= settings.mostBytes()) {
            return asked;
        }
        Optional<byte[]> best = Optional.empty();
        int smallest = asked.length;
        int low = 1;
        int high = settings.quality().quality() - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            JpegQuality quality = new JpegQuality(middle, settings.quality().fullChroma());
            byte[] file = encoder.apply(settings.with(quality));
            smallest = Math.min(smallest, file.length);
            if (file.length <= settings.mostBytes()) {
                best = Optional.of(file);
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        int bytes = smallest;
        return best.orElseThrow(() -> Failures.fileTooLarge(bytes, settings.mostBytes()));
    }
}
