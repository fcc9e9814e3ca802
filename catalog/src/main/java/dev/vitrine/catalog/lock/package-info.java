/**
 * Locked and obscured requests: what is taken off a request before anything else reads it. Start at
 * {@link dev.vitrine.catalog.lock.RequestUnlocker}.
 */
package dev.vitrine.catalog.lock;
