package dev.vitrine.catalog.model;

import java.util.Optional;

/**
 * What a catalog says about errors.
 *
 * @param image the value of {@code ErrorImage}: a file or the id of a template; absent where it is not defined anywhere, or
 *     defined empty, which switches error images off
 * @param expiration how long a client may keep an error
 */
public record ErrorSettings(ErrorDetail detail, Optional<String> image, StatusProfile profile, Expiration expiration) {
    /** Settings by which every error expires at once. */
    public ErrorSettings(ErrorDetail detail, Optional<String> image, StatusProfile profile) {
        this(detail, image, profile, Expiration.AT_ONCE);
    }

    /** Tells the least: for a server that has no catalog. */
    public static final ErrorSettings SILENT =
            new ErrorSettings(ErrorDetail.TITLE, Optional.empty(), StatusProfile.PROTOCOL);
}
