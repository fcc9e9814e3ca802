package dev.vitrine.render.codec;

import dev.vitrine.render.pixel.PixelBuffer;

/** Makes a file of a picture. The same picture and settings always give the same bytes. Safe for many threads. */
public interface Encoder {
    byte[] encode(PixelBuffer pixels, EncodeSettings settings);
}
