/**
 * The request language. {@link dev.vitrine.core.request.RawRequest} goes in,
 * {@link dev.vitrine.core.request.ParsedRequest} comes out.
 */
package dev.vitrine.core.request;
