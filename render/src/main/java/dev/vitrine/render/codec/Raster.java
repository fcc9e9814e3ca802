package dev.vitrine.render.codec;

/** A measuring raster: samples as they were stored, without any color management. Row by row, channels beside each other. */
public sealed interface Raster permits Raster16, RasterFloat {
    int width();

    int height();

    /** 1 gray, 2 gray and alpha, 3 red, green, blue, 4 with alpha. */
    int channels();

    /** A sample as an unsigned 16-bit number, 0 to 65535: integers scaled to that range, floats from 0 to 1. */
    int level(int x, int y, int channel);

    /** A sample as a number: integers as 0 to 1, floats as they are. */
    float value(int x, int y, int channel);
}
