/**
 * Bytes become pixels and pixels become bytes. Start at {@link dev.vitrine.render.codec.Decoder} and
 * {@link dev.vitrine.render.codec.Encoders}. Only this package sees image libraries, and no exception of theirs leaves it.
 */
package dev.vitrine.render.codec;
