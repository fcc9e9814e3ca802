package dev.vitrine.catalog.model;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret of a catalog's keyed request lock: HMAC-SHA-256. Compared by identity, and never shown. */
public final class LockKey {
    /** Matches no lock at all: what stands in for a key that cannot be read. */
    public static final LockKey UNUSABLE = new LockKey(new byte[0]);

    public static final int LEAST_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    /**
     * A key of these bytes.
     *
     * @param secret at least 16 bytes, or the key matches nothing
     */
    public LockKey(byte[] secret) {
        this.secret = secret.clone();
    }

    /** Whether these 64 hexadecimal digits of either case are the lock of these bytes; takes equally long for all that are not. */
    public boolean matches(byte[] message, String lock) {
        byte[] given = lock.toLowerCase(Locale.ROOT).getBytes(US_ASCII);
        return isUsable() && MessageDigest.isEqual(lock(message).getBytes(US_ASCII), given);
    }

    /** The lock of these bytes: 64 lower-case hexadecimal digits. */
    public String lock(byte[] message) {
        if (!isUsable()) {
            throw new IllegalStateException("the key is too short to lock anything");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", e);
        }
    }

    private boolean isUsable() {
        return secret.length >= LEAST_BYTES;
    }

    @Override
    public String toString() {
        return "LockKey";
    }
}
