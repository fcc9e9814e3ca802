package dev.vitrine.render.geometry;

import java.util.Arrays;

/**
 * A plane in perspective.
 *
 * <p>Behind the horizon there is no surface: what lies there has a denominator of the other sign than the object itself.
 */
final class FlatSurface implements Surface {
    /** By what the depth may change along a span; the footprint changes by the square of it at most. */
    private static final double EVEN = 1.1;

    private final Homography toSurface;
    private final double side;

    /**
     * @param toSurface from the level's pixels to scene units
     * @param x a point of the level that certainly lies on the plane
     */
    FlatSurface(Homography toSurface, double x, double y) {
        this.toSurface = toSurface;
        this.side = Math.signum(toSurface.g() * x + toSurface.h() * y + toSurface.i());
    }

    @Override
    public void read(int x, int y, int count, SurfaceRow out) {
        places(x, y, count, out);
        footprints(x, y, 0, count, out);
    }

    @Override
    public void readSpans(int x, int y, int count, SurfaceRow out) {
        places(x, y, count, out);
        for (int start = 0; start < count; start += SurfaceRow.SPAN) {
            int end = Math.min(count, start + SurfaceRow.SPAN);
            double first = side * depth(x + start, y);
            double last = side * depth(x + end - 1, y);
            boolean even = first > 0 && last > 0 && Math.max(first, last) < EVEN * Math.min(first, last);
            out.even[start / SurfaceRow.SPAN] = even;
            if (even) {
                int middle = (start + end) / 2;
                footprint(start, 1 / depth(x + middle, y), out.u[middle], out.v[middle], out);
                Arrays.fill(out.known, start, end, true);
            } else {
                footprints(x, y, start, end, out);
            }
        }
    }

    private double depth(int x, int y) {
        return toSurface.g() * (x + 0.5) + toSurface.h() * (y + 0.5) + toSurface.i();
    }

    /** Three numbers that grow evenly along the row, and two quotients of them: loops that the compiler makes vectors of. */
    private void places(int x, int y, int count, SurfaceRow out) {
        Homography m = toSurface;
        double px = x + 0.5;
        double py = y + 0.5;
        double u0 = m.a() * px + m.b() * py + m.c();
        double v0 = m.d() * px + m.e() * py + m.f();
        double w0 = m.g() * px + m.h() * py + m.i();
        double[] at = out.ramp;
        double[] u = out.u;
        double[] v = out.v;
        double a = m.a();
        double d = m.d();
        double g = m.g();
        for (int i = 0; i < count; i++) {
            double s = 1 / (w0 + g * at[i]);
            u[i] = (u0 + a * at[i]) * s;
            v[i] = (v0 + d * at[i]) * s;
        }
    }

    private void footprints(int x, int y, int from, int to, SurfaceRow out) {
        for (int i = from; i < to; i++) {
            double w = depth(x + i, y);
            footprint(i, 1 / w, out.u[i], out.v[i], out);
            out.known[i] = w * side > 0;
        }
    }

    private void footprint(int i, double s, double u, double v, SurfaceRow out) {
        Homography m = toSurface;
        out.ux[i] = (float) ((m.a() - u * m.g()) * s);
        out.vx[i] = (float) ((m.d() - v * m.g()) * s);
        out.uy[i] = (float) ((m.b() - u * m.h()) * s);
        out.vy[i] = (float) ((m.e() - v * m.h()) * s);
    }
}
