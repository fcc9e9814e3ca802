package dev.vitrine.render.scene;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.TextureMap;
import dev.vitrine.render.scene.ControlMesh.Node;
import java.util.Arrays;

/**
 * Turns a control mesh into the texture map of a view of any size. Each cell's Coons patch is cut into triangles of about two
 * pixels, and those are drawn with a depth buffer: greater z wins. With {@code P(s,t)} the bilinear blend of the corners and
 * {@code N, S, W, E} the boundary curves, the patch is
 * {@code (1-t)N(s) + tS(s) + (1-s)W(t) + sE(t) - P(s,t)}; texture and z are bilinear in s and t.
 */
final class MeshBaker {
    private static final double TRIANGLE = 2;
    private static final int MOST_STEPS = 256;

    private final double scaleX;
    private final double scaleY;
    private final Size target;
    private final float[] u;
    private final float[] v;
    private final float[] depth;
    private final float[] row;
    private final float[] column;

    /**
     * @param fullSize of the view, in whose pixels the nodes are
     * @param target size of the map
     */
    MeshBaker(Size fullSize, Size target) {
        this.scaleX = (double) target.width() / fullSize.width();
        this.scaleY = (double) target.height() / fullSize.height();
        this.target = target;
        int pixels = Math.toIntExact(target.pixels());
        this.u = new float[pixels];
        this.v = new float[pixels];
        this.depth = new float[pixels];
        this.row = new float[pixels];
        this.column = new float[pixels];
        Arrays.fill(depth, Float.NEGATIVE_INFINITY);
    }

    TextureMap bake(ControlMesh mesh) {
        for (int r = 0; r + 1 < mesh.rows(); r++) {
            for (int c = 0; c + 1 < mesh.columns(); c++) {
                draw(mesh, r, c);
            }
        }
        return crop(new IslandFinder(target, row, column).islands(depth));
    }

    /** A point of the patch: x and y in target pixels, u, v, z, and its place in the mesh. */
    private record Vertex(double x, double y, double u, double v, double z, double row, double column) {}

    private void draw(ControlMesh mesh, int r, int c) {
        Curve north = Curve.along(mesh, r, c, 0, 1);
        Curve south = Curve.along(mesh, r + 1, c, 0, 1);
        Curve west = Curve.along(mesh, r, c, 1, 0);
        Curve east = Curve.along(mesh, r, c + 1, 1, 0);
        double scale = Math.max(scaleX, scaleY);
        int across = steps(Math.max(north.length(), south.length()) * scale);
        int down = steps(Math.max(west.length(), east.length()) * scale);
        Vertex[] above = new Vertex[across + 1];
        Vertex[] here = new Vertex[across + 1];
        for (int j = 0; j <= down; j++) {
            double t = (double) j / down;
            for (int i = 0; i <= across; i++) {
                here[i] = vertex(mesh, r, c, (double) i / across, t, new Curve[] {north, south, west, east});
                if (i > 0 && j > 0) {
                    triangle(above[i - 1], above[i], here[i]);
                    triangle(above[i - 1], here[i], here[i - 1]);
                }
            }
            Vertex[] swap = above;
            above = here;
            here = swap;
        }
    }

    private static int steps(double pixels) {
        return (int) Math.max(1, Math.min(MOST_STEPS, Math.ceil(pixels / TRIANGLE)));
    }

    private Vertex vertex(ControlMesh mesh, int r, int c, double s, double t, Curve[] sides) {
        Node a = node(mesh, r, c);
        Node b = node(mesh, r, c + 1);
        Node d = node(mesh, r + 1, c);
        Node e = node(mesh, r + 1, c + 1);
        double x = (1 - t) * sides[0].x(s)
                + t * sides[1].x(s)
                + (1 - s) * sides[2].x(t)
                + s * sides[3].x(t)
                - blend(a.point().x(), b.point().x(), d.point().x(), e.point().x(), s, t);
        double y = (1 - t) * sides[0].y(s)
                + t * sides[1].y(s)
                + (1 - s) * sides[2].y(t)
                + s * sides[3].y(t)
                - blend(a.point().y(), b.point().y(), d.point().y(), e.point().y(), s, t);
        return new Vertex(
                x * scaleX,
                y * scaleY,
                blend(
                        a.texture().x(),
                        b.texture().x(),
                        d.texture().x(),
                        e.texture().x(),
                        s,
                        t),
                blend(
                        a.texture().y(),
                        b.texture().y(),
                        d.texture().y(),
                        e.texture().y(),
                        s,
                        t),
                blend(a.z(), b.z(), d.z(), e.z(), s, t),
                r + t,
                c + s);
    }

    private static Node node(ControlMesh mesh, int r, int c) {
        return mesh.nodes().get(r * mesh.columns() + c);
    }

    private static double blend(double a, double b, double d, double e, double s, double t) {
        return (1 - t) * ((1 - s) * a + s * b) + t * ((1 - s) * d + s * e);
    }

    /** Fills the pixels whose centers lie in a triangle; on shared edges both neighbours give the same values. */
    private void triangle(Vertex a, Vertex b, Vertex c) {
        double area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
        if (Math.abs(area) < 1e-12) {
            return;
        }
        int left = bound(Math.min(a.x, Math.min(b.x, c.x)), target.width());
        int right = bound(Math.max(a.x, Math.max(b.x, c.x)) + 1, target.width());
        int top = bound(Math.min(a.y, Math.min(b.y, c.y)), target.height());
        int bottom = bound(Math.max(a.y, Math.max(b.y, c.y)) + 1, target.height());
        for (int py = top; py < bottom; py++) {
            for (int px = left; px < right; px++) {
                double x = px + 0.5;
                double y = py + 0.5;
                double wa = ((b.x - x) * (c.y - y) - (c.x - x) * (b.y - y)) / area;
                double wb = ((c.x - x) * (a.y - y) - (a.x - x) * (c.y - y)) / area;
                double wc = 1 - wa - wb;
                if (wa >= -1e-9 && wb >= -1e-9 && wc >= -1e-9) {
                    put(py * target.width() + px, a, b, c, wa, wb, wc);
                }
            }
        }
    }

    private static int bound(double position, int size) {
        return (int) Math.max(0, Math.min(size, Math.floor(position)));
    }

    private void put(int at, Vertex a, Vertex b, Vertex c, double wa, double wb, double wc) {
        float z = (float) (wa * a.z + wb * b.z + wc * c.z);
        if (z > depth[at]) {
            depth[at] = z;
            u[at] = (float) (wa * a.u + wb * b.u + wc * c.u);
            v[at] = (float) (wa * a.v + wb * b.v + wc * c.v);
            row[at] = (float) (wa * a.row + wb * b.row + wc * c.row);
            column[at] = (float) (wa * a.column + wb * b.column + wc * c.column);
        }
    }

    private TextureMap crop(byte[] islands) {
        Region part = Bounds.of(target.width(), target.height(), at -> islands[at] != 0);
        int pixels = part.width() * part.height();
        float[] cutU = new float[pixels];
        float[] cutV = new float[pixels];
        byte[] cutIslands = new byte[pixels];
        for (int y = 0; y < part.height(); y++) {
            int from = (part.y() + y) * target.width() + part.x();
            System.arraycopy(u, from, cutU, y * part.width(), part.width());
            System.arraycopy(v, from, cutV, y * part.width(), part.width());
            System.arraycopy(islands, from, cutIslands, y * part.width(), part.width());
        }
        return new TextureMap(part, cutU, cutV, cutIslands);
    }

    /** A cubic Bezier curve between two neighbouring nodes, in view pixels. */
    private record Curve(RealPair a, RealPair b, RealPair c, RealPair d) {
        /** From a node to its right neighbour (0, 1) or to the one below (1, 0). */
        static Curve along(ControlMesh mesh, int r, int c, int down, int right) {
            Node from = node(mesh, r, c);
            Node to = node(mesh, r + down, c + right);
            RealPair chord = minus(to.point(), from.point());
            RealPair out = (right == 1 ? from.right() : from.down())
                    .orElseGet(() -> handle(mesh, from, chord, tangent(mesh, r, c, down, right), 1));
            RealPair in = (right == 1 ? to.left() : to.up())
                    .orElseGet(() -> handle(mesh, to, chord, tangent(mesh, r + down, c + right, down, right), -1));
            return new Curve(from.point(), plus(from.point(), out), plus(to.point(), in), to.point());
        }

        /** A third of the way along the tangent; the more tension, the nearer to the straight line between the nodes. */
        private static RealPair handle(ControlMesh mesh, Node node, RealPair chord, RealPair tangent, int sign) {
            double straight = node.sharp() ? 1 : mesh.tension();
            double share = sign / 3.0;
            return new RealPair(
                    share * (straight * chord.x() + (1 - straight) * tangent.x()),
                    share * (straight * chord.y() + (1 - straight) * tangent.y()));
        }

        /** Catmull-Rom: half the way between both neighbours; at the rim the way to the only one. */
        private static RealPair tangent(ControlMesh mesh, int r, int c, int down, int right) {
            boolean hasNext = r + down < mesh.rows() && c + right < mesh.columns();
            boolean hasPrevious = r - down >= 0 && c - right >= 0;
            Node next = hasNext ? node(mesh, r + down, c + right) : node(mesh, r, c);
            Node previous = hasPrevious ? node(mesh, r - down, c - right) : node(mesh, r, c);
            RealPair way = minus(next.point(), previous.point());
            return hasNext && hasPrevious ? new RealPair(way.x() / 2, way.y() / 2) : way;
        }

        private static RealPair minus(RealPair p, RealPair q) {
            return new RealPair(p.x() - q.x(), p.y() - q.y());
        }

        private static RealPair plus(RealPair p, RealPair q) {
            return new RealPair(p.x() + q.x(), p.y() + q.y());
        }

        double x(double t) {
            return bezier(a.x(), b.x(), c.x(), d.x(), t);
        }

        double y(double t) {
            return bezier(a.y(), b.y(), c.y(), d.y(), t);
        }

        /** At most this long: the length of the control polygon. */
        double length() {
            return distance(a, b) + distance(b, c) + distance(c, d);
        }

        private static double distance(RealPair p, RealPair q) {
            return Math.hypot(p.x() - q.x(), p.y() - q.y());
        }

        private static double bezier(double a, double b, double c, double d, double t) {
            double s = 1 - t;
            return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
        }
    }
}
