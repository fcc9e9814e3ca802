package dev.vitrine.render.shade;

import dev.vitrine.render.texture.FixedRow;

/**
 * What a {@link ShadingTable} does to opaque colors under gray light, in whole numbers: steps are loops over a whole run with the same
 * index everywhere, which the compiler makes vectors of. Never more than a level from the other way, exact at neutral light, and
 * for neutral materials. Only for shaders that neither adjust the material nor have anything to do afterwards. Not safe for many
 * threads.
 */
public final class WholeShading {
    private static final int FULL = FixedRow.FULL;

    /** The bits of a share of light. */
    private static final int LIGHT = 15;

    /** The bits of a share of the highlight, and {@link ShadingKernel#GAIN} in them. */
    private static final int GAIN = 12;

    private static final int OWN = (int) Math.round(ShadingKernel.GAIN * (1 << GAIN));
    private static final int HALF_GAIN = 1 << (GAIN - 1);
    private static final int HALF = 1 << (LIGHT - 1);

    /** By light the share of the material's own color, and from bit 16 on that of the highlight. */
    private final int[] shares;

    /** How much of the highlight is white. */
    private final int white;

    private int[] share = {};
    private int[] gain = {};

    WholeShading(Exposure exposure, float white) {
        this.white = Math.round(white * (1 << GAIN));
        this.shares = new int[exposure.shadow.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = share(exposure.highlight[i]) << 16 | share(exposure.shadow[i]);
        }
    }

    private static int share(float x) {
        return Math.round(x * (1 << LIGHT));
    }

    /** Shades colors in place. */
    public void shade(FixedRow row, int count, LightRow lights) {
        if (gain.length < count) {
            int room = row.red.length;
            share = new int[room];
            gain = new int[room];
        }
        shares(shares, lights.indices(), lights.first(), share, count);
        shade(row.red, count);
        shade(row.green, count);
        shade(row.blue, count);
    }

    private void shade(int[] m, int count) {
        diffuse(m, (1 << GAIN) - white, gain, count);
        add(m, white, gain, count);
        times(gain, share, count);
        light(m, share, gain, count);
    }

    /** A component, 0 to 255, under every light. */
    float[] lit(float component) {
        int m = Math.round(component * FixedRow.UNIT);
        float[] out = new float[shares.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = component(m, shares[i]) / (float) FixedRow.UNIT;
        }
        return out;
    }

    private int component(int m, int share) {
        int room = FULL - m;
        int diffuse = Math.min((m * OWN + HALF_GAIN) >> GAIN, room);
        int gain = (diffuse * ((1 << GAIN) - white) + room * white + HALF_GAIN) >> GAIN;
        return (m * (share & 0xffff) + gain * (share >>> 16) + HALF) >> LIGHT;
    }

    // loops that have one product each: with two of the same form the compiler gives up

    private static void shares(int[] shares, short[] light, int first, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = shares[light[first + i]];
        }
    }

    private static void diffuse(int[] m, int share, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            int room = FULL - m[i];
            int more = ((m[i] * OWN + HALF_GAIN) >> GAIN) - room;
            out[i] = room + (more & (more >> 31));
        }
        for (int i = 0; i < count; i++) {
            out[i] *= share;
        }
    }

    private static void add(int[] m, int white, int[] gain, int count) {
        for (int i = 0; i < count; i++) {
            gain[i] = (gain[i] + (FULL - m[i]) * white + HALF_GAIN) >> GAIN;
        }
    }

    private static void times(int[] gain, int[] share, int count) {
        for (int i = 0; i < count; i++) {
            gain[i] *= share[i] >>> 16;
        }
    }

    private static void light(int[] m, int[] share, int[] gain, int count) {
        for (int i = 0; i < count; i++) {
            m[i] = (m[i] * (share[i] & 0xffff) + gain[i] + HALF) >> LIGHT;
        }
    }
}
