package dev.vitrine.render.texture;

/**
 * Colors of a piece of a row: straight components and alpha, 0 to 255, not rounded. One row buffer serves a whole object.
 */
public final class SampleRow {
    public final float[] red;
    public final float[] green;
    public final float[] blue;
    public final float[] alpha;

    public SampleRow(int width) {
        this.red = new float[width];
        this.green = new float[width];
        this.blue = new float[width];
        this.alpha = new float[width];
    }
}
