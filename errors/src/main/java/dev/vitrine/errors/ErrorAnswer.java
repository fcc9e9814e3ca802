package dev.vitrine.errors;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.core.failure.FailureKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to answer: an error image to try first, where there is one, and always a text that needs nobody's help.
 *
 * @param status what the text is sent with
 * @param failureStatus what the failure is worth by the catalog's profile; it differs from {@code status} where a form
 *     has a status of its own
 * @param image the value of {@code ErrorImage} to be made into a picture with status 200; absent for text only
 * @param retryAfterSeconds when trying again makes sense
 * @param expiration how long whoever asked may keep the answer; a negotiated form never, as caches know one form by its URL
 */
public record ErrorAnswer(
        FailureKind kind,
        ErrorForm form,
        int status,
        int failureStatus,
        String text,
        Optional<String> image,
        OptionalInt retryAfterSeconds,
        Expiration expiration) {
    public ErrorAnswer {
        checkArgument(status >= 200 && status < 600, "status %s", status);
    }

    /** The text as it is sent. */
    public byte[] body() {
        return text.getBytes(charset());
    }

    public String mediaType() {
        return form.mediaType();
    }

    /** The value of {@code X-Vitrine-Error}: code, class, and the status that the failure is worth. */
    public String header() {
        return kind.code() + "; class=" + kind.errorClass().number() + "; status=" + failureStatus;
    }

    private Charset charset() {
        return form == ErrorForm.PROPERTIES ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }
}
