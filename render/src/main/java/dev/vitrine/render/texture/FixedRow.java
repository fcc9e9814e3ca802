package dev.vitrine.render.texture;

import java.util.Arrays;

/**
 * Opaque colors of a piece of a row in whole numbers: components in parts of a level ({@link #UNIT} to one), 0 to {@link #FULL}. One row buffer
 * serves a whole object.
 */
public final class FixedRow {
    private static final int POINT = 4;

    /** One level. */
    public static final int UNIT = 1 << POINT;

    /** The largest component. */
    public static final int FULL = 255 * UNIT;

    public final int[] red;
    public final int[] green;
    public final int[] blue;

    public FixedRow(int width) {
        this.red = new int[width];
        this.green = new int[width];
        this.blue = new int[width];
    }

    /** Writes {@code count} places from {@code from} on to the beginning of a row that is not rounded. */
    public void copyTo(SampleRow out, int from, int count) {
        copyTo(out, from, 0, count);
    }

    void copyTo(SampleRow out, int from, int to, int count) {
        for (int i = 0; i < count; i++) {
            out.red[to + i] = red[from + i] * (1f / UNIT);
            out.green[to + i] = green[from + i] * (1f / UNIT);
            out.blue[to + i] = blue[from + i] * (1f / UNIT);
        }
        Arrays.fill(out.alpha, to, to + count, 255);
    }

    /** Takes some places over, rounded. */
    void copyFrom(SampleRow row, int from, int to) {
        for (int i = from; i < to; i++) {
            red[i] = (int) (row.red[i] * UNIT + 0.5f);
            green[i] = (int) (row.green[i] * UNIT + 0.5f);
            blue[i] = (int) (row.blue[i] * UNIT + 0.5f);
        }
    }

    /** Packs the first {@code count} places, rounded to levels, into pixels whose alpha stays. */
    public void pack(int count, int[] argb) {
        pack(red, 16, 0xff00ffff, argb, count);
        pack(green, 8, 0xffff00ff, argb, count);
        pack(blue, 0, 0xffffff00, argb, count);
    }

    private static void pack(int[] component, int shift, int others, int[] argb, int count) {
        for (int i = 0; i < count; i++) {
            argb[i] = (argb[i] & others) | (component[i] + UNIT / 2) >> POINT << shift;
        }
    }
}
