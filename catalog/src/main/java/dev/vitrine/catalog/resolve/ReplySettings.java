package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.ReplyFormat;
import dev.vitrine.core.value.ResMode;
import java.util.OptionalDouble;

/**
 * How the reply is made once the scene is rendered.
 *
 * @param printResolution dots per inch written into the reply; absent takes the vignette's
 * @param expiration of the vignette and every material in it, the soonest
 * @param lastModified of the same, the latest
 */
public record ReplySettings(
        ScaleRequest scale,
        ReplyEncoding encoding,
        ResMode resMode,
        boolean sharpen,
        OptionalDouble printResolution,
        Expiration expiration,
        LastModified lastModified,
        CacheControl cache) {
    /** The same settings with dots per inch where none were asked for. */
    ReplySettings orPrintedAt(OptionalDouble dotsPerInch) {
        return new ReplySettings(
                scale,
                encoding,
                resMode,
                sharpen,
                printResolution.isPresent() ? printResolution : dotsPerInch,
                expiration,
                lastModified,
                cache);
    }

    /** The same settings in another size. */
    ReplySettings sized(ScaleRequest other) {
        return new ReplySettings(other, encoding, resMode, sharpen, printResolution, expiration, lastModified, cache);
    }

    public ReplyFormat format() {
        return encoding.format();
    }

    public JpegQuality quality() {
        return encoding.quality();
    }

    /** The same settings with other word on who may keep the reply. */
    ReplySettings with(CacheControl other) {
        return new ReplySettings(scale, encoding, resMode, sharpen, printResolution, expiration, lastModified, other);
    }

    /** The same settings, but what would be too large is shrunk. */
    ReplySettings shrinking() {
        return new ReplySettings(
                scale.shrinking(), encoding, resMode, sharpen, printResolution, expiration, lastModified, cache);
    }
}
