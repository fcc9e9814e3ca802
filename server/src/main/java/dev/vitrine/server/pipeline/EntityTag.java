package dev.vitrine.server.pipeline;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The strong entity tag of a reply: a hash of what was asked for, files and their state included, and of the version of the
 * engine that answers. It is known before anything is rendered.
 */
final class EntityTag {
    private static final int BYTES = 15;

    private final String engineVersion;

    EntityTag(String engineVersion) {
        this.engineVersion = engineVersion;
    }

    /** With its quotes, as the header has it. */
    String of(String key) {
        byte[] hash = Hashing.sha256()
                .newHasher()
                .putString(engineVersion, StandardCharsets.UTF_8)
                .putByte((byte) 0)
                .putString(key, StandardCharsets.UTF_8)
                .hash()
                .asBytes();
        return '"' + BaseEncoding.base64Url().encode(Arrays.copyOf(hash, BYTES)) + '"';
    }
}
