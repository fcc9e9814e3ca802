package dev.vitrine.render.step;

import dev.vitrine.render.geometry.SurfaceRow;

/** A piece of a surface between two rows of it, which may lie at infinity; a pixel that its edge crosses is covered in part. */
record Band(double from, double to) {
    private static final float LEAST = 1e-6f;

    /** The share of pixel {@code i} that lies within, 0 to 1; 0 where there is no surface. */
    float coverage(SurfaceRow row, int i) {
        if (!row.known[i]) {
            return 0;
        }
        double half = Math.max(LEAST, Math.abs(row.vx[i]) + Math.abs(row.vy[i])) / 2;
        double above = Math.max(row.v[i] - half, from);
        double below = Math.min(row.v[i] + half, to);
        return (float) Math.max(0, (below - above) / (2 * half));
    }
}
