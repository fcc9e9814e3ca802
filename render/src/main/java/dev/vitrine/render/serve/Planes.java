package dev.vitrine.render.serve;

import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Premultiplied;
import java.util.function.UnaryOperator;

/** Pictures as one plane of numbers from 0 to 255 for each component: for filters that treat all of them alike. */
final class Planes {
    private Planes() {}

    /**
     * A picture each component of which was changed by itself, colors scaled by alpha.
     *
     * @param change may write to the plane that it is given, and return it or another
     */
    static PixelBuffer changed(PixelBuffer picture, UnaryOperator<int[]> change) {
        int[] pixels = Premultiplied.from(picture.argb());
        int[] out = new int[pixels.length];
        for (int shift = 0; shift < 32; shift += 8) {
            int[] plane = new int[pixels.length];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = pixels[i] >>> shift & 255;
            }
            int[] done = change.apply(plane);
            for (int i = 0; i < out.length; i++) {
                out[i] |= done[i] << shift;
            }
        }
        Premultiplied.toStraight(Premultiplied.withinAlpha(out));
        return new PixelBuffer(picture.width(), picture.height(), out);
    }
}
