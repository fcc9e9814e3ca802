package dev.vitrine.server.config;

import com.google.common.base.Ascii;
import java.util.Optional;

/** The settings by name. {@code ir.} and {@code is.} names are the protocol's own, {@code vitrine.} names are ours. */
enum Setting {
    CATALOG_ROOT("ir.catalogRootPath", "./catalog"),
    RESOURCE_ROOTS("ir.resourceRootPaths", "./resources"),
    /** The protocol's, accepted so that an old file can be used as it is; this server keeps no catalog cache on disk. */
    CATALOG_CACHE("ir.catalogCacheRoot", "./cache"),
    /** The image catalogs; without it they are those of {@link #CATALOG_ROOT}. */
    IMAGE_CATALOG_ROOT("is.catalogRootPath", ""),
    HOST("vitrine.host", "localhost"),
    PORT("vitrine.port", "8080"),
    WORKERS("vitrine.workers", "0"),
    PROCESSORS_PER_REQUEST("vitrine.processorsPerRequest", "0"),
    QUEUE("vitrine.queue", "64"),
    REQUEST_TIMEOUT("vitrine.requestTimeoutMillis", "20000"),
    ERROR_IMAGE_TIMEOUT("vitrine.errorImageTimeoutMillis", "2000"),
    MAX_ERROR_IMAGE_PIXELS("vitrine.maxErrorImagePixels", "2500000"),
    FAILURE_MEMORY_MILLIS("vitrine.failureMemoryMillis", "5000"),
    FAILURE_MEMORY("vitrine.failureMemoryMegabytes", "8"),
    CATALOG_CHECK("vitrine.catalogCheckSeconds", "5"),
    TRUSTED_PROXIES("vitrine.trustedProxies", ""),
    GALLERY("vitrine.gallery", ""),
    REPLY_CACHE("vitrine.replyCacheMegabytes", "64"),
    SCENE_CACHE("vitrine.sceneCacheMegabytes", "0"),
    JPEG_LIBRARY("vitrine.jpegLibrary", "java"),
    MAX_REQUEST_CHARACTERS("vitrine.maxRequestCharacters", "32768"),
    MAX_COMMANDS("vitrine.maxCommands", "2000"),
    MAX_NESTING("vitrine.maxNesting", "8"),
    MAX_SOURCE_PIXELS("vitrine.maxSourcePixels", "64000000"),
    MAX_REPLY_PIXELS("vitrine.maxReplyPixels", "25000000");

    /** What names of ours begin with. */
    static final String PREFIX = "vitrine.";

    private final String key;
    private final String fallback;

    Setting(String key, String fallback) {
        this.key = key;
        this.fallback = fallback;
    }

    /** The name in the file; letter case counts. */
    String key() {
        return key;
    }

    /** The value where nothing is set. */
    String fallback() {
        return fallback;
    }

    /** {@code ir.catalogRootPath} is {@code VITRINE_IR_CATALOGROOTPATH}, {@code vitrine.port} is {@code VITRINE_PORT}. */
    String environmentName() {
        String upper = Ascii.toUpperCase(key).replace('.', '_');
        return upper.startsWith("VITRINE_") ? upper : "VITRINE_" + upper;
    }

    static Optional<Setting> find(String key) {
        for (Setting setting : values()) {
            if (setting.key.equals(key)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
