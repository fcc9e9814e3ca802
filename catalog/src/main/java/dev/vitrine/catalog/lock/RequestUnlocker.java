package dev.vitrine.catalog.lock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vitrine.catalog.model.LockKey;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.request.PercentCoding;
import dev.vitrine.core.request.RawRequest;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes obscured queries and takes the lock off locked ones.
 *
 * <table>
 * <caption>What a lock is, and what it covers</caption>
 * <tr><td>{@code &a1b2} at the end</td><td>the protocol's sum, of the query in front of it</td></tr>
 * <tr><td>{@code &lock=} and 64 hexadecimal digits at the end</td><td>HMAC-SHA-256 of
 * {@code ir/demo/sofa?obj=seat}: dialect, path, question mark and the query in front of it, byte for byte as sent</td></tr>
 * </table>
 *
 * <p>A lock goes on before the base64, and so comes off after it. The sum keeps nobody out who has read the protocol; the
 * keyed lock does.
 */
public final class RequestUnlocker {
    private static final Pattern SUM = Pattern.compile("&([0-9a-fA-F]{4})$");
    private static final Pattern KEYED = Pattern.compile("(?:^|&)lock=([0-9a-fA-F]{64})$");

    /**
     * A request without lock and base64.
     *
     * @param request as it arrived, if it is refused
     */
    public record Unlocked(RawRequest request, Optional<Failure> refusal) {}

    /** Opens a request; never fails. */
    public Unlocked open(RawRequest raw, LockMode mode) {
        RawRequest clear = raw;
        if (mode.obscured() && !raw.query().isEmpty()) {
            Optional<String> query = decoded(raw.query());
            if (query.isEmpty()) {
                return refused(raw, "its query is no base64");
            }
            clear = withQuery(raw, query.get());
        }
        if (!mode.locked()) {
            return new Unlocked(clear, Optional.empty());
        }
        Matcher lock = (mode.key().isPresent() ? KEYED : SUM).matcher(clear.query());
        if (!lock.find()) {
            return refused(raw, "it carries no lock");
        }
        RawRequest unlocked = withQuery(clear, clear.query().substring(0, lock.start()));
        boolean fits = mode.key()
                .map(key -> key.matches(bytes(covered(unlocked)), lock.group(1)))
                .orElseGet(() -> isSum(unlocked.query(), lock.group(1)));
        return fits ? new Unlocked(unlocked, Optional.empty()) : refused(raw, "its lock does not fit");
    }

    /** The query of a request with a keyed lock on it. */
    public static String lock(RawRequest raw, LockKey key) {
        String joint = raw.query().isEmpty() ? "" : raw.query() + "&";
        return joint + "lock=" + key.lock(bytes(covered(raw)));
    }

    /** The protocol's sum of a query: four lower-case hexadecimal digits. */
    static String sum(String query) {
        int sum = 0;
        for (byte signed : bytes(query)) {
            sum = (sum * 131 + signed) & 0xffff;
        }
        return HexFormat.of().toHexDigits((char) sum);
    }

    private static boolean isSum(String query, String lock) {
        byte[] given = lock.toLowerCase(Locale.ROOT).getBytes(US_ASCII);
        return MessageDigest.isEqual(sum(query).getBytes(US_ASCII), given);
    }

    private static String covered(RawRequest raw) {
        return raw.dialect().token() + raw.path() + "?" + raw.query();
    }

    /** Padding may be missing, and may have been escaped on the way. */
    private static Optional<String> decoded(String query) {
        try {
            return Optional.of(
                    new String(Base64.getDecoder().decode(PercentCoding.decodeLeniently(query)), ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The bytes that were sent: each stands as a character of its own, unless the text never came from the wire. */
    private static byte[] bytes(String text) {
        Charset charset = text.chars().allMatch(c -> c <= 0xff) ? ISO_8859_1 : UTF_8;
        return text.getBytes(charset);
    }

    private static RawRequest withQuery(RawRequest raw, String query) {
        return new RawRequest(raw.dialect(), raw.path(), query, raw.visitor());
    }

    private static Unlocked refused(RawRequest raw, String why) {
        return new Unlocked(raw, Optional.of(Failures.lockRefused(why).failure()));
    }
}
