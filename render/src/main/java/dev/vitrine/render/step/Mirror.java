package dev.vitrine.render.step;

import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.TextureMap;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.scene.Shine;
import dev.vitrine.render.shade.Sheen;
import dev.vitrine.render.texture.Blurred;
import dev.vitrine.render.texture.MipMap;
import java.util.Optional;

/**
 * What can be seen in the surfaces of a scene: in the picture as it is now, and in the photograph. Not safe for many threads.
 */
final class Mirror {
    /** Roughness blurs by this more than strength takes away. */
    private static final double LEAST = 0.25;

    private final Mask strength;
    private final Optional<Mask> distance;
    private final TextureMap source;
    private final Blurred now;
    private final Blurred before;
    private final int width;
    private final int height;
    private final double scale;

    /** @param canvas with everything that may be reflected */
    Mirror(Shine.Reflection reflection, Picture photograph, Canvas canvas, Studio studio) {
        this.strength = studio.mask(reflection.strength());
        this.distance = reflection.distance().map(studio::mask);
        this.source = studio.textureMap(reflection.source());
        this.now = new Blurred(new MipMap(opaque(canvas.pixels()), Edge.CLAMP));
        this.before = new Blurred(studio.pictures().mipMap(photograph, Edge.CLAMP, studio.deadline()));
        this.width = canvas.width();
        this.height = canvas.pixels().height();
        this.scale = studio.scale();
    }

    private Mirror(Mirror same) {
        this.strength = same.strength;
        this.distance = same.distance;
        this.source = same.source;
        this.now = same.now.again();
        this.before = same.before.again();
        this.width = same.width;
        this.height = same.height;
        this.scale = same.scale;
    }

    /** The same for one more thread. */
    Mirror again() {
        return new Mirror(this);
    }

    private static PixelBuffer opaque(PixelBuffer pixels) {
        PixelBuffer copy = pixels.copy();
        for (int i = 0; i < copy.argb().length; i++) {
            copy.argb()[i] |= 0xff000000;
        }
        return copy;
    }

    /** Where anything may be reflected. */
    Region region() {
        return strength.region().intersect(source.region());
    }

    /** A: 0 to 1, 0 where nothing is. */
    double strength(int x, int y) {
        return region().contains(x, y) && source.island()[at(x, y)] != 0 ? strength.at(x, y) / 255.0 : 0;
    }

    /** Standard deviation of what a surface shows at a pixel, in pixels of this level. */
    double blur(Sheen sheen, int x, int y) {
        double far = distance.map(d -> d.at(x, y) / 255.0).orElse(0.0);
        return scale * sheen.blur() * (LEAST + 1 - strength(x, y) + far);
    }

    /** Adds {@code weight} times what is seen at a pixel, 0 to 255, to the first three elements. */
    void now(int x, int y, double blur, double weight, double[] to) {
        now.add(width * (double) source.u()[at(x, y)], height * (double) source.v()[at(x, y)], blur, weight, to);
    }

    /** Likewise, of the photograph. */
    void before(int x, int y, double blur, double weight, double[] to) {
        before.add(width * (double) source.u()[at(x, y)], height * (double) source.v()[at(x, y)], blur, weight, to);
    }

    private int at(int x, int y) {
        Region region = source.region();
        return (y - region.y()) * region.width() + x - region.x();
    }
}
