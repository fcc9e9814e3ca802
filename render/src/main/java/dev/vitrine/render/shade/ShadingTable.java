package dev.vitrine.render.shade;

import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.texture.SampleRow;
import java.util.Optional;

/**
 * A shader and a contrast with everything that depends on the light alone worked out beforehand, for all steps of a {@link LightMap}.
 * Light of 8 bits falls on steps exactly, light of 16 bits is rounded to the nearest. Components here run from 0 to 255.
 *
 * <p>What depends on the material's brightness too is worked out for {@link #NODES} brightnesses when they first occur, and is
 * straight in between (within half a level, for the steepest curves that settings can ask for). Not safe for many threads.
 */
public final class ShadingTable {
    private static final int STEPS = LightMap.STEPS;

    private static final int NODES = 128;
    private static final int LEVELS = 255;

    private final Shader shader;
    private final double[] light = new double[STEPS + 1];
    private final Exposure[] exposures = new Exposure[NODES + 1];
    private final boolean oneExposure;
    private final float diffuse;
    private final float white;
    private final Adjustment adjustment;
    private final Afterwards afterwards;
    private Optional<WholeShading> whole = Optional.empty();
    private float[] shadow = {};
    private float[] highlight = {};

    public ShadingTable(Shader shader, LightContrast contrast) {
        this.shader = shader;
        for (int i = 0; i <= STEPS; i++) {
            light[i] = contrast.apply(shader.light((double) i / STEPS));
        }
        this.white = (float) (shader.white() * (1 - shader.tint()));
        this.diffuse = 1 - white;
        this.oneExposure = hasOneExposure(shader);
        this.adjustment = new Adjustment(shader);
        this.afterwards = new Afterwards(shader, light);
    }

    /** The same in whole numbers, where light alone decides what becomes of a component. */
    public Optional<WholeShading> whole() {
        if (whole.isEmpty() && oneExposure && !adjustment.changes && !afterwards.changes) {
            whole = Optional.of(new WholeShading(exposure(0), white));
        }
        return whole;
    }

    /** Shades material colors in place. */
    public void shade(SampleRow row, int count, LightRow lights) {
        if (oneExposure && !adjustment.changes && !afterwards.changes) {
            if (lights.isGray()) {
                shadeGray(row, count, lights);
                return;
            }
            Exposure all = exposure(0);
            for (int i = 0; i < count; i++) {
                row.red[i] = lit(row.red[i], all, lights.red(i));
                row.green[i] = lit(row.green[i], all, lights.green(i));
                row.blue[i] = lit(row.blue[i], all, lights.blue(i));
            }
        } else {
            for (int i = 0; i < count; i++) {
                shadeOne(row, i, lights);
            }
        }
    }

    /** First what lies far apart, then loops that the compiler makes vectors of. */
    private void shadeGray(SampleRow row, int count, LightRow lights) {
        if (shadow.length < count) {
            shadow = new float[row.red.length];
            highlight = new float[row.red.length];
        }
        Exposure all = exposure(0);
        for (int i = 0; i < count; i++) {
            int light = lights.red(i);
            shadow[i] = all.shadow[light];
            highlight[i] = all.highlight[light];
        }
        shadeGray(row.red, count);
        shadeGray(row.green, count);
        shadeGray(row.blue, count);
    }

    private void shadeGray(float[] m, int count) {
        float[] s = shadow;
        float[] h = highlight;
        float d = diffuse;
        float w = white;
        for (int i = 0; i < count; i++) {
            float room = 255 - m[i];
            m[i] = m[i] * s[i] + h[i] * (d * Math.min((float) ShadingKernel.GAIN * m[i], room) + w * room);
        }
    }

    private void shadeOne(SampleRow row, int i, LightRow lights) {
        float brightness = (row.red[i] + row.green[i] + row.blue[i]) / 3;
        adjustment.apply(row, i, brightness);
        float node = brightness * NODES / LEVELS;
        int low = oneExposure ? 0 : Math.min((int) node, NODES - 1);
        Exposure a = exposure(low);
        Exposure b = oneExposure ? a : exposure(low + 1);
        float way = node - low;
        row.red[i] = lit(row.red[i], a, b, way, lights.red(i));
        row.green[i] = lit(row.green[i], a, b, way, lights.green(i));
        row.blue[i] = lit(row.blue[i], a, b, way, lights.blue(i));
        afterwards.apply(row, i, brightness, lights);
    }

    private float lit(float m, Exposure all, int index) {
        return m * all.shadow[index] + all.highlight[index] * gain(m);
    }

    private float lit(float m, Exposure a, Exposure b, float way, int index) {
        if (a == b) {
            return lit(m, a, index);
        }
        float shadow = a.shadow[index] + way * (b.shadow[index] - a.shadow[index]);
        float highlight = a.highlight[index] + way * (b.highlight[index] - a.highlight[index]);
        return m * shadow + highlight * gain(m);
    }

    private float gain(float m) {
        float room = 255 - m;
        return diffuse * Math.min((float) ShadingKernel.GAIN * m, room) + white * room;
    }

    private Exposure exposure(int node) {
        if (exposures[node] == null) {
            exposures[node] = new Exposure(shader.kernel((double) node / NODES), light);
        }
        return exposures[node];
    }

    private static boolean hasOneExposure(Shader shader) {
        for (int i = 1; i <= LEVELS; i++) {
            double at = (double) i / LEVELS;
            if (shader.shadowExponent(at) != shader.shadowExponent(0)
                    || shader.highlightExponent(at) != shader.highlightExponent(0)) {
                return false;
            }
        }
        return true;
    }

    /** One color under every light: for it all that depends on its brightness is exact. */
    SolidTable solid(double[] material) {
        double brightness = (material[0] + material[1] + material[2]) / 3;
        double[] m = shader.adjusted(material);
        Exposure exposure = oneExposure ? exposure(0) : new Exposure(shader.kernel(brightness), light);
        float[] own = new float[3];
        float[] gain = new float[3];
        for (int c = 0; c < 3; c++) {
            own[c] = (float) (m[c] * 255);
            gain[c] = gain(own[c]);
        }
        return new SolidTable(exposure, own, gain, (float) (255 * brightness), afterwards, whole());
    }

    /** The material before the kernel. */
    private static final class Adjustment {
        final boolean changes;
        private final float[] brightness = new float[LEVELS + 1];
        private final float[] saturation = new float[LEVELS + 1];

        Adjustment(Shader shader) {
            boolean any = false;
            for (int i = 0; i <= LEVELS; i++) {
                double at = (double) i / LEVELS;
                brightness[i] = (float) (255 * shader.brightness(at));
                saturation[i] = (float) shader.saturation(at);
                any |= shader.brightness(at) != at || shader.saturation(at) != 1;
            }
            this.changes = any;
        }

        void apply(SampleRow row, int i, float was) {
            if (!changes) {
                return;
            }
            float is = between(brightness, was);
            float share = between(saturation, was);
            row.red[i] = adjusted(row.red[i], was, is, share);
            row.green[i] = adjusted(row.green[i], was, is, share);
            row.blue[i] = adjusted(row.blue[i], was, is, share);
        }

        private static float adjusted(float m, float was, float is, float share) {
            float scaled = was == 0 ? is : m * (is / was);
            return Math.min(Math.max(is + (scaled - is) * share, 0), 255);
        }
    }

    /** What the kernel leaves to do on all components together: saturation in the shadow, extra highlights. */
    static final class Afterwards {
        final boolean changes;
        private final boolean saturates;
        private final float[] saturation = new float[STEPS + 1];
        private final float[] specular = new float[LEVELS + 1];
        private final float[] glint = new float[STEPS + 1];

        Afterwards(Shader shader, double[] light) {
            boolean shines = false;
            for (int i = 0; i <= LEVELS; i++) {
                specular[i] = (float) shader.specular((double) i / LEVELS);
                shines |= specular[i] > 0;
            }
            ShadingKernel kernel = shader.kernel(0);
            this.saturates = kernel.shadowSaturation() != 1;
            this.changes = saturates || shines;
            for (int i = 0; changes && i <= STEPS; i++) {
                saturation[i] = (float) kernel.saturate(1, 0, light[i]);
                glint[i] = (float) Shader.glint(light[i]);
            }
        }

        void apply(SampleRow row, int i, float brightness, LightRow lights) {
            if (!changes) {
                return;
            }
            float gray = (row.red[i] + row.green[i] + row.blue[i]) / 3;
            float shine = between(specular, brightness);
            row.red[i] = finished(row.red[i], gray, shine, lights.red(i));
            row.green[i] = finished(row.green[i], gray, shine, lights.green(i));
            row.blue[i] = finished(row.blue[i], gray, shine, lights.blue(i));
        }

        private float finished(float component, float gray, float shine, int index) {
            float saturated = saturates ? gray + (component - gray) * saturation[index] : component;
            return saturated + shine * glint[index] * (255 - saturated);
        }
    }

    private static float between(float[] levels, float at) {
        int low = Math.min((int) at, LEVELS - 1);
        return levels[low] + (at - low) * (levels[low + 1] - levels[low]);
    }
}
