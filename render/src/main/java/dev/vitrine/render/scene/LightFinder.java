package dev.vitrine.render.scene;

import dev.vitrine.core.value.Color;

/** Tells in what light a photograph was taken. The shading model can, and is handed to the packer as this. */
public interface LightFinder {
    /** Finds the light on a surface of this color in a scene shaded like this. */
    Surface on(Color base, Shading shading);

    /** A surface of one color. */
    interface Surface {
        /**
         * The light, 0 to 1, in which the surface is as bright as this.
         *
         * @param brightness of a pixel, 0 to 1, as {@link #brightness} tells it
         */
        double light(double brightness);
    }

    /** What of a color, {@code 0xRRGGBB}, tells of the light: its luma with the weights of Rec. 709, 0 to 1. */
    static double brightness(int rgb) {
        return brightness((rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0);
    }

    /** The same of three components, 0 to 1. */
    static double brightness(double red, double green, double blue) {
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }
}
