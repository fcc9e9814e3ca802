package dev.vitrine.render.scene;

import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An illumination map made from the photograph alone. Each object is taken to be of one color; where it is fully covered, the
 * light is whatever makes that color as bright as the photograph. From there the light is carried on over soft edges and a few
 * pixels around, so that no color of a neighbour gets into it. What belongs to no object has neutral light.
 */
final class AutoLight {
    /** From here on a pixel shows nothing but its object: coverage 0.98. */
    private static final int INSIDE = 250;

    private static final int AROUND = 8;
    private static final int FARTHEST = 256;
    private static final int NOBODY = -1;

    private final Size size;
    private final PixelBuffer view;
    private final List<Mask> masks = new ArrayList<>();
    private final List<SceneObject> objects = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();

    /** For the standard objects of a scene: masks are taken as they will be packed. */
    AutoLight(Scene scene, SceneRasters rasters) {
        this.size = scene.view().size();
        this.view = rasters.view();
        List<Mask> all = new ArrayList<>();
        SceneLayers.objects(scene.root()).forEach((path, object) -> {
            if (object.overlap().isEmpty() && object.mask().isPresent()) {
                paths.add(path);
                objects.add(object);
                all.add(rasters.mask(object.mask().get()));
            }
        });
        masks.addAll(MaskSync.reduce(all, size));
    }

    /**
     * The color of each object that has one to show: the median of each component where it is fully covered, scaled to the
     * median of brightness. A photograph of it has neutral light for its median. Objects that cover no pixel fully are left out.
     */
    Map<String, Color> colors() {
        Map<String, Color> out = new LinkedHashMap<>();
        for (int i = 0; i < masks.size(); i++) {
            String path = paths.get(i);
            median(masks.get(i)).ifPresent(color -> out.put(path, color));
        }
        return out;
    }

    private Optional<Color> median(Mask mask) {
        int[][] counts = new int[3][256];
        int[] brightness = new int[4096];
        long total = 0;
        Region region = mask.region();
        for (int i = 0; i < mask.coverage().length; i++) {
            if ((mask.coverage()[i] & 0xff) >= INSIDE) {
                int rgb = view.at(region.x() + i % region.width(), region.y() + i / region.width());
                counts[0][rgb >> 16 & 0xff]++;
                counts[1][rgb >> 8 & 0xff]++;
                counts[2][rgb & 0xff]++;
                brightness[(int) Math.round(LightFinder.brightness(rgb) * 4095)]++;
                total++;
            }
        }
        if (total == 0) {
            return Optional.empty();
        }
        double[] rgb = new double[3];
        for (int c = 0; c < 3; c++) {
            rgb[c] = middle(counts[c], total) / 255.0;
        }
        double own = LightFinder.brightness(rgb[0], rgb[1], rgb[2]);
        double scale = own == 0 ? 1 : middle(brightness, total) / 4095.0 / own;
        return Optional.of(new Color(level(rgb[0] * scale), level(rgb[1] * scale), level(rgb[2] * scale)));
    }

    private static int middle(int[] counts, long total) {
        long before = 0;
        for (int i = 0; i < counts.length; i++) {
            before += counts[i];
            if (2 * before >= total) {
                return i;
            }
        }
        return counts.length - 1;
    }

    private static int level(double component) {
        return (int) Math.round(Math.min(component, 1) * 255);
    }

    /**
     * The light of the whole view, one channel.
     *
     * @param colors of the objects by path; an object without one gets neutral light
     */
    LightMap light(Map<String, Color> colors, Shading shading, LightFinder finder) {
        int[] owner = owners();
        float[] light = new float[owner.length];
        Arrays.fill(light, Float.NaN);
        for (int i = 0; i < masks.size(); i++) {
            Color color = colors.get(paths.get(i));
            if (color != null && objects.get(i).type().isRenderable()) {
                shine(masks.get(i), i, owner, light, finder.on(color, shading));
            }
        }
        spread(owner, light);
        short[] values = new short[light.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (Float.isNaN(light[i]) ? LightMap.NEUTRAL : Math.round(light[i] * 65535));
        }
        return new LightMap(new Region(0, 0, size.width(), size.height()), 1, values, LightMap.NEUTRAL);
    }

    /** Which object each pixel shows most of. */
    private int[] owners() {
        int[] owner = new int[Math.toIntExact(size.pixels())];
        byte[] most = new byte[owner.length];
        Arrays.fill(owner, NOBODY);
        for (int i = 0; i < masks.size(); i++) {
            Mask mask = masks.get(i);
            Region region = mask.region();
            for (int k = 0; k < mask.coverage().length; k++) {
                int at = (region.y() + k / region.width()) * size.width() + region.x() + k % region.width();
                if ((mask.coverage()[k] & 0xff) > (most[at] & 0xff)) {
                    most[at] = mask.coverage()[k];
                    owner[at] = i;
                }
            }
        }
        return owner;
    }

    private void shine(Mask mask, int object, int[] owner, float[] light, LightFinder.Surface surface) {
        Region region = mask.region();
        int width = size.width();
        boolean thin = median(mask).isEmpty();
        for (int k = 0; k < mask.coverage().length; k++) {
            int at = (region.y() + k / region.width()) * width + region.x() + k % region.width();
            if (owner[at] == object && (thin || (mask.coverage()[k] & 0xff) >= INSIDE)) {
                light[at] = (float) surface.light(LightFinder.brightness(view.argb()[at]));
            }
        }
    }

    /** Ring by ring, each pixel without light gets the mean of its lit neighbours: of its own object, or of any if it has none. */
    private void spread(int[] owner, float[] light) {
        int[] dark = new int[light.length];
        int count = 0;
        for (int i = 0; i < light.length; i++) {
            if (Float.isNaN(light[i])) {
                dark[count++] = i;
            }
        }
        float[] found = new float[count];
        for (int ring = 0; ring < FARTHEST && count > 0; ring++) {
            for (int i = 0; i < count; i++) {
                boolean tooFar = owner[dark[i]] == NOBODY && ring >= AROUND;
                found[i] = tooFar ? Float.NaN : lit(dark[i], owner, light);
            }
            int left = 0;
            boolean changed = false;
            for (int i = 0; i < count; i++) {
                light[dark[i]] = found[i];
                changed |= !Float.isNaN(found[i]);
                if (Float.isNaN(found[i])) {
                    dark[left++] = dark[i];
                }
            }
            count = changed ? left : 0;
        }
    }

    private float lit(int at, int[] owner, float[] light) {
        int width = size.width();
        int column = at % width;
        int row = at / width;
        float sum = 0;
        int count = 0;
        for (int y = Math.max(0, row - 1); y <= Math.min(size.height() - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
                int near = y * width + x;
                if (!Float.isNaN(light[near]) && (owner[at] == NOBODY || owner[near] == owner[at])) {
                    sum += light[near];
                    count++;
                }
            }
        }
        return count == 0 ? Float.NaN : sum / count;
    }
}
