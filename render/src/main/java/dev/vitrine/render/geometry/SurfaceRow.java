package dev.vitrine.render.geometry;

/**
 * Surface coordinates of a piece of a row, and how they change from pixel to pixel (the footprint of a pixel on the surface).
 * Filled by a {@link Surface}; one row buffer serves a whole object.
 */
public final class SurfaceRow {
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

    public SurfaceRow(int width) {
        this.u = new double[width];
        this.v = new double[width];
        this.ux = new float[width];
        this.vx = new float[width];
        this.uy = new float[width];
        this.vy = new float[width];
        this.known = new boolean[width];
    }
}
