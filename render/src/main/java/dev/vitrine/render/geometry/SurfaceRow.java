package dev.vitrine.render.geometry;

import java.util.Arrays;

/**
 * Surface coordinates of a piece of a row, and how they change from pixel to pixel (the footprint of a pixel on the surface).
 * Filled by a {@link Surface}; one row buffer serves a whole object.
 */
public final class SurfaceRow {
    /** Places of a span, but for the last of a row, which may be shorter. */
    public static final int SPAN = 32;

    /** Surface coordinates, scene units. */
    public final double[] u;

    public final double[] v;

    /** Change of u and v per pixel to the right. */
    public final float[] ux;

    public final float[] vx;

    /** Change of u and v per pixel down. */
    public final float[] uy;

    public final float[] vy;

    /** Whether the surface is known at this pixel. */
    public final boolean[] known;

    /**
     * Whether all pixels of a span are known and have about the same footprint; then it stands at the span's first place, and
     * the span's other places have none.
     */
    public final boolean[] even;

    /** 0, 1, 2 and so on. */
    final double[] ramp;

    public SurfaceRow(int width) {
        this.ramp = new double[width];
        Arrays.setAll(ramp, i -> i);
        this.u = new double[width];
        this.v = new double[width];
        this.ux = new float[width];
        this.vx = new float[width];
        this.uy = new float[width];
        this.vy = new float[width];
        this.known = new boolean[width];
        this.even = new boolean[(width + SPAN - 1) / SPAN];
    }
}
