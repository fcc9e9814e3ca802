package dev.vitrine.render.proof;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.value.Color;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.geometry.ObjectResolution;
import dev.vitrine.render.geometry.Surfaces;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.scene.Illumination;
import dev.vitrine.render.scene.OpenScene;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneLayers;
import dev.vitrine.render.scene.SceneObject;
import dev.vitrine.render.scene.SceneRasters;
import dev.vitrine.render.scene.SceneStore;
import dev.vitrine.render.shade.LightContrast;
import dev.vitrine.render.shade.Shader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What an opened package holds, made visible. Everything is of one level of its pyramid. */
public final class SceneProof {
    /** This coverage shows nothing but its object. */
    private static final int INSIDE = 255;

    private static final int MIDDLE = 128;
    private static final int LEVELS = 256;

    private final Scene scene;
    private final SceneRasters rasters;
    private final Map<String, SceneObject> objects;

    /** @param least the level is the smallest one that is at least this many pixels wide, or the full size */
    public SceneProof(OpenScene open, int least) {
        this.scene = open.scene();
        this.objects = SceneLayers.objects(scene.root());
        int level = 0;
        for (int i = 0; i < scene.levels().size(); i++) {
            level = scene.levels().get(i).width() >= least ? i : level;
        }
        this.rasters = open.rasters(level);
    }

    /** Opens a package for itself alone. */
    public static OpenScene open(SourceFile file, RenderLimits limits) {
        return new SceneStore(limits, new ByteBoundedCache(limits.cacheBytes())).open(file);
    }

    public PixelBuffer view() {
        return rasters.view();
    }

    /** The standard objects' masks, each in a color of its own over a pale view; where they meet they mix. */
    public PixelBuffer masks() {
        PixelBuffer out = pale();
        int number = 0;
        for (SceneObject object : objects.values()) {
            if (object.overlap().isEmpty() && object.mask().isPresent()) {
                tint(out, rasters.mask(object.mask().get()), hue(number++ * 0.618034 % 1));
            }
        }
        return out;
    }

    /** A full color, {@code 0xRRGGBB}, from red (0) round to red (1). */
    private static int hue(double turn) {
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
            double k = (turn * 6 + 6 - 2 * c) % 6;
            double share = Math.min(Math.max(Math.abs(k - 3) - 1, 0), 1);
            rgb = rgb << 8 | (int) Math.round(40 + 190 * share);
        }
        return rgb;
    }

    private PixelBuffer pale() {
        PixelBuffer out = rasters.view().copy();
        for (int i = 0; i < out.argb().length; i++) {
            int p = out.argb()[i];
            int gray = ((p >> 16 & 255) + (p >> 8 & 255) + (p & 255)) / 3;
            out.argb()[i] = 0xff000000 | (160 + gray * 3 / 8) * 0x010101;
        }
        return out;
    }

    private static void tint(PixelBuffer out, Mask mask, int rgb) {
        Region region = mask.region();
        for (int i = 0; i < mask.coverage().length; i++) {
            int share = mask.coverage()[i] & 255;
            int at = (region.y() + i / region.width()) * out.width() + region.x() + i % region.width();
            int p = out.argb()[at];
            int mixed = 0xff000000;
            for (int shift = 0; shift <= 16; shift += 8) {
                int from = p >> shift & 255;
                int to = (rgb >> shift & 255) * (170 + from / 3) / 255;
                mixed |= (from + (to - from) * share / 255) << shift;
            }
            out.argb()[at] = mixed;
        }
    }

    /** An illumination map, 8 bits of it. */
    public PixelBuffer light(Illumination map) {
        LightMap light = rasters.light(map.layer());
        PixelBuffer out =
                PixelBuffer.blank(rasters.size().width(), rasters.size().height());
        for (int i = 0; i < out.argb().length; i++) {
            int x = i % out.width();
            int y = i / out.width();
            int rgb = level(light.at(x, y, 0)) << 16 | level(light.at(x, y, 1)) << 8 | level(light.at(x, y, 2));
            out.argb()[i] = 0xff000000 | rgb;
        }
        return out;
    }

    private static int level(int light) {
        return (light + 128) / 257;
    }

    /**
     * What base color and light leave unexplained.
     *
     * @param levels by the paths of the objects
     */
    public record Unexplained(PixelBuffer picture, Map<String, Double> levels) {}

    /**
     * Mid gray plus the photograph minus the model of it, where the model should hold; and the mean of its absolute value, in
     * levels, of each object that tells its base color.
     */
    public Unexplained unexplained() {
        PixelBuffer out =
                PixelBuffer.blank(rasters.size().width(), rasters.size().height());
        Arrays.fill(out.argb(), 0xff000000 | MIDDLE * 0x010101);
        Map<String, Double> levels = new LinkedHashMap<>();
        LightMap light = rasters.light(scene.illumination().get(0).layer());
        objects.forEach((path, object) -> {
            if (object.overlap().isEmpty()
                    && object.mask().isPresent()
                    && object.original().isPresent()) {
                Color base = object.original().get().baseColor();
                compare(out, rasters.mask(object.mask().get()), light, table(base))
                        .ifPresent(mean -> levels.put(path, mean));
            }
        });
        return new Unexplained(out, levels);
    }

    /** A color in every light of 8 bits. */
    private int[] table(Color base) {
        Shader shader = Shader.of(scene.shading());
        double[] material = {base.red() / 255.0, base.green() / 255.0, base.blue() / 255.0};
        int[] out = new int[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            double l = i / 255.0;
            double[] shaded = shader.shade(material, new double[] {l, l, l}, LightContrast.NONE);
            out[i] = component(shaded[0]) << 16 | component(shaded[1]) << 8 | component(shaded[2]);
        }
        return out;
    }

    private static int component(double share) {
        return (int) Math.round(255 * Math.min(Math.max(share, 0), 1));
    }

    private Optional<Double> compare(PixelBuffer out, Mask mask, LightMap light, int[] model) {
        PixelBuffer view = rasters.view();
        Region region = mask.region();
        long sum = 0;
        long count = 0;
        for (int i = 0; i < mask.coverage().length; i++) {
            int x = region.x() + i % region.width();
            int y = region.y() + i / region.width();
            if ((mask.coverage()[i] & 255) == INSIDE) {
                int left = 0xff000000;
                for (int c = 0; c < 3; c++) {
                    int shift = 16 - 8 * c;
                    int apart = (view.at(x, y) >> shift & 255) - (model[level(light.at(x, y, c))] >> shift & 255);
                    left |= Math.min(255, Math.max(0, MIDDLE + apart)) << shift;
                    sum += Math.abs(apart);
                    count++;
                }
                out.argb()[y * out.width() + x] = left;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of((double) sum / count);
    }

    /** Pixels of this level per scene unit, the median over a grid of an object's pixels; nothing for objects without surface. */
    public OptionalDouble resolution(String path) {
        SceneObject object = objects.get(path);
        if (object == null) {
            return OptionalDouble.empty();
        }
        Surfaces surfaces = new Surfaces(rasters, scene.view().size());
        return new ObjectResolution(surfaces).of(path, object, rasters.coverage(object));
    }

    /**
     * How two pictures of one size differ.
     *
     * @param most the largest difference of a component, in levels
     */
    public record Difference(PixelBuffer picture, int most) {}

    /** The absolute difference of two opaque pictures of one size, times {@code gain}. */
    public static Difference difference(PixelBuffer a, PixelBuffer b, int gain) {
        PixelBuffer out = PixelBuffer.blank(a.width(), a.height());
        int most = 0;
        for (int i = 0; i < out.argb().length; i++) {
            int p = 0xff000000;
            for (int shift = 0; shift <= 16; shift += 8) {
                int apart = Math.abs((a.argb()[i] >> shift & 255) - (b.argb()[i] >> shift & 255));
                most = Math.max(most, apart);
                p |= Math.min(255, apart * gain) << shift;
            }
            out.argb()[i] = p;
        }
        return new Difference(out, most);
    }

    /** A picture of this level with black wherever none of these objects covers the pixel fully. */
    public PixelBuffer within(PixelBuffer picture, List<String> paths) {
        PixelBuffer out = PixelBuffer.blank(picture.width(), picture.height());
        Arrays.fill(out.argb(), 0xff000000);
        for (String path : paths) {
            Mask mask = rasters.coverage(objects.get(path));
            Region region = mask.region();
            for (int i = 0; i < mask.coverage().length; i++) {
                if ((mask.coverage()[i] & 255) == INSIDE) {
                    int at = (region.y() + i / region.width()) * out.width() + region.x() + i % region.width();
                    out.argb()[at] = picture.argb()[at];
                }
            }
        }
        return out;
    }
}
