package dev.vitrine.render.scene;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;

/**
 * The pinhole camera that took a view, in the scene's world. A point {@code P} is seen at
 * {@code center + focal / z · (right · (P - position), -up · (P - position))} with {@code z = forward · (P - position)}.
 *
 * <p>A plane through {@code A} with the normal {@code n} is met by the ray {@code C + t d} of a pixel at {@code t = k / (n · d)}
 * with {@code k = n · (A - C)}. As d is linear in the pixel, so are {@code n · d} and, for a direction e of the plane and a
 * texture origin O, {@code ((C - O) · e) (n · d) + k (d · e)}: the rows of a homography from pixels to surface coordinates.
 *
 * @param focal focal length in view pixels
 * @param centerX view column of the optical axis
 * @param position of the camera
 * @param right unit vector, and so are {@code up} and {@code forward}; each at right angles to the others
 */
record Camera(double focal, double centerX, double centerY, Vector position, Vector right, Vector up, Vector forward) {
    private static final double FLAT = 1e-9;

    /**
     * @param up roughly: it is tilted to be at right angles to {@code forward}
     * @param leftHanded whether x right, y up and z away from the viewer are the world's axes (or a turn of them), rather than
     *     z towards the viewer
     */
    static Camera looking(
            double focal,
            double centerX,
            double centerY,
            Vector position,
            Vector forward,
            Vector up,
            boolean leftHanded) {
        checkArgument(canLook(forward, up), "a camera cannot look along %s with %s up", forward, up);
        Vector ahead = forward.unit();
        Vector right = (leftHanded ? up.cross(ahead) : ahead.cross(up)).unit();
        Vector upright = leftHanded ? ahead.cross(right) : right.cross(ahead);
        return new Camera(focal, centerX, centerY, position, right, upright.unit(), ahead);
    }

    /** Whether both are directions, and different ones. */
    static boolean canLook(Vector forward, Vector up) {
        return forward.length() > FLAT
                && up.length() > FLAT
                && forward.unit().cross(up.unit()).length() > FLAT;
    }

    /** Whether a plane, told by one of its points and its normal, is more than a line in this view. */
    boolean sees(Vector point, Vector normal) {
        return normal.length() > FLAT && Math.abs(normal.unit().dot(point.minus(position))) > FLAT;
    }

    /**
     * Nine numbers, row by row, that take view pixels to surface coordinates of a plane. The last row is positive for what lies
     * in front of the camera. Seen from the side that the normal points to, v runs a quarter turn clockwise from u.
     *
     * @param origin where surface coordinates are (0,0)
     * @param direction where u runs, tilted into the plane
     */
    List<Double> toPlane(Vector point, Vector normal, Vector origin, Vector direction) {
        Vector n = normal.unit();
        Vector across = direction.minus(n.times(direction.dot(n))).unit();
        boolean leftHanded = up.cross(forward).dot(right) > 0;
        Vector down = leftHanded ? n.cross(across) : across.cross(n);
        double k = n.dot(point.minus(position));
        Vector corner = forward.times(focal).minus(right.times(centerX)).plus(up.times(centerY));
        Vector[] ray = {right, up.times(-1), corner};
        Double[] rows = new Double[9];
        Vector way = position.minus(origin);
        for (int i = 0; i < 3; i++) {
            double depth = n.dot(ray[i]) / k;
            rows[i] = way.dot(across) * depth + ray[i].dot(across);
            rows[3 + i] = way.dot(down) * depth + ray[i].dot(down);
            rows[6 + i] = depth;
        }
        return List.of(rows);
    }

    /** A point of the world, or a way in it. */
    record Vector(double x, double y, double z) {
        static Vector of(double[] xyz) {
            return new Vector(xyz[0], xyz[1], xyz[2]);
        }

        Vector plus(Vector v) {
            return new Vector(x + v.x, y + v.y, z + v.z);
        }

        Vector minus(Vector v) {
            return new Vector(x - v.x, y - v.y, z - v.z);
        }

        Vector times(double by) {
            return new Vector(x * by, y * by, z * by);
        }

        double dot(Vector v) {
            return x * v.x + y * v.y + z * v.z;
        }

        Vector cross(Vector v) {
            return new Vector(y * v.z - z * v.y, z * v.x - x * v.z, x * v.y - y * v.x);
        }

        double length() {
            return Math.sqrt(dot(this));
        }

        Vector unit() {
            return times(1 / length());
        }
    }
}
