/**
 * The language of requests: text becomes meaning, without I/O and without pixels. Start at
 * {@link dev.vitrine.core.request.RequestParser}.
 */
package dev.vitrine.core;
