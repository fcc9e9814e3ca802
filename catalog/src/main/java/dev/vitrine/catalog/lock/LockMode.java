package dev.vitrine.catalog.lock;

import static dev.vitrine.catalog.model.Attributes.REQUEST_LOCK;
import static dev.vitrine.catalog.model.Attributes.REQUEST_OBFUSCATION;

import dev.vitrine.catalog.model.LockKey;
import dev.vitrine.catalog.store.Session;
import java.util.Optional;

/**
 * What a catalog wants of requests.
 *
 * @param obscured whether queries are written in base64
 * @param locked whether requests carry a lock
 * @param key makes the lock a keyed one; absent is the protocol's sum of 16 bits
 */
public record LockMode(boolean obscured, boolean locked, Optional<LockKey> key) {
    public static LockMode of(Session session) {
        return new LockMode(session.value(REQUEST_OBFUSCATION), session.value(REQUEST_LOCK), session.lockKey());
    }
}
