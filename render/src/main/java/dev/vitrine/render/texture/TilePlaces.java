package dev.vitrine.render.texture;

import dev.vitrine.render.geometry.SurfaceRow;

/**
 * Where the places of a row lie in a picture; of tiles, in the one at the origin. In pixels, or for {@link QuickTaps} as shares of the tile:
 * whichever is asked for is found for the whole row. Not safe for many threads.
 */
final class TilePlaces {
    /** Added to a real number not larger than 2^51, this leaves its nearest whole number in its lowest bits. */
    private static final double WHOLE = 0x1.8p52;

    private final Placement placement;
    private final Placement shares;
    private final int width;
    private final int height;
    private final boolean tiled;

    private SurfaceRow row = new SurfaceRow(0);
    private int count;
    private boolean inPixels;
    private boolean inShares;

    private double[] left = {};
    private double[] top = {};
    private double[] real = {};
    private int[] leftShares = {};
    private int[] topShares = {};

    TilePlaces(Placement placement, int width, int height, boolean tiled) {
        this.placement = placement;
        this.shares = placement.scaled(QuickTaps.TILE / width, QuickTaps.TILE / height);
        this.width = width;
        this.height = height;
        this.tiled = tiled;
    }

    /** Begins with the first {@code places} of a row, whose coordinates stay until the next. */
    void begin(SurfaceRow surface, int places) {
        row = surface;
        count = places;
        inPixels = false;
        inShares = false;
    }

    /** Pixels of the picture, from its left; of tiles 0 to its width. */
    double[] left() {
        findPixels();
        return left;
    }

    /** Likewise from its top. */
    double[] top() {
        findPixels();
        return top;
    }

    /** Shares of the tile's width, {@link QuickTaps#TILE} for all of it, in 32 bits; whole tiles are left out. */
    int[] leftShares() {
        findShares();
        return leftShares;
    }

    /** Likewise of its height. */
    int[] topShares() {
        findShares();
        return topShares;
    }

    private void findPixels() {
        if (inPixels) {
            return;
        }
        inPixels = true;
        if (left.length < count) {
            left = new double[row.u.length];
            top = new double[row.u.length];
        }
        Placement p = placement;
        line(row, p.xu(), p.xv(), p.x0(), count, left);
        line(row, p.yu(), p.yv(), p.y0(), count, top);
        if (tiled) {
            wrap(left, width, count);
            wrap(top, height, count);
        }
    }

    private void findShares() {
        if (inShares) {
            return;
        }
        inShares = true;
        if (real.length < count) {
            real = new double[row.u.length];
            leftShares = new int[row.u.length];
            topShares = new int[row.u.length];
        }
        Placement p = shares;
        line(row, p.xu(), p.xv(), p.x0() + WHOLE, count, real);
        lowest(real, leftShares, count);
        line(row, p.yu(), p.yv(), p.y0() + WHOLE, count, real);
        lowest(real, topShares, count);
    }

    /** The lowest 32 bits of numbers that {@link #WHOLE} was added to: as whole numbers, without their whole tiles. */
    private static void lowest(double[] real, int[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = (int) Double.doubleToRawLongBits(real[i]);
        }
    }

    private static void line(SurfaceRow surface, double perU, double perV, double first, int count, double[] out) {
        double[] u = surface.u;
        double[] v = surface.v;
        for (int i = 0; i < count; i++) {
            out[i] = perU * u[i] + perV * v[i] + first;
        }
    }

    /** Positions so far away that they cannot be told go to the ends. */
    private static void wrap(double[] positions, int length, int count) {
        double share = 1.0 / length;
        for (int i = 0; i < count; i++) {
            double x = positions[i];
            positions[i] = Math.max(0, Math.min(length, x - Math.floor(x * share) * length));
        }
    }
}
