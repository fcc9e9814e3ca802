package dev.vitrine.render.geometry;

/**
 * A plane in perspective.
 *
 * <p>Behind the horizon there is no surface: what lies there has a denominator of the other sign than the object itself.
 */
final class FlatSurface implements Surface {
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
        Homography m = toSurface;
        double py = y + 0.5;
        for (int i = 0; i < count; i++) {
            double px = x + i + 0.5;
            double w = m.g() * px + m.h() * py + m.i();
            double s = 1 / w;
            double u = (m.a() * px + m.b() * py + m.c()) * s;
            double v = (m.d() * px + m.e() * py + m.f()) * s;
            out.u[i] = u;
            out.v[i] = v;
            out.ux[i] = (float) ((m.a() - u * m.g()) * s);
            out.vx[i] = (float) ((m.d() - v * m.g()) * s);
            out.uy[i] = (float) ((m.b() - u * m.h()) * s);
            out.vy[i] = (float) ((m.e() - v * m.h()) * s);
            out.known[i] = w * side > 0;
        }
    }
}
