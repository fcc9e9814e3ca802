package dev.vitrine.render.step;

import dev.vitrine.render.texture.SampleRow;
import java.util.Arrays;

/**
 * Puts pieces of a row beside and over each other. Between {@link #clear} and {@link #finish} the row is premultiplied, its
 * alpha 0 to 1.
 */
final class Collage {
    private final SampleRow row;

    Collage(SampleRow row) {
        this.row = row;
    }

    void clear(int count) {
        Arrays.fill(row.red, 0, count, 0);
        Arrays.fill(row.green, 0, count, 0);
        Arrays.fill(row.blue, 0, count, 0);
        Arrays.fill(row.alpha, 0, count, 0);
    }

    /** Adds what lies beside what is there already; all shares of a pixel together make 1 at most. */
    void beside(int i, SampleRow piece, int at, float share) {
        float alpha = share * piece.alpha[at] / 255;
        add(i, piece, at, alpha);
    }

    /** Lays a piece over what is there. */
    void over(int i, SampleRow piece, int at, float share) {
        float alpha = share * piece.alpha[at] / 255;
        row.red[i] *= 1 - alpha;
        row.green[i] *= 1 - alpha;
        row.blue[i] *= 1 - alpha;
        row.alpha[i] *= 1 - alpha;
        add(i, piece, at, alpha);
    }

    private void add(int i, SampleRow piece, int at, float alpha) {
        row.red[i] += alpha * piece.red[at];
        row.green[i] += alpha * piece.green[at];
        row.blue[i] += alpha * piece.blue[at];
        row.alpha[i] += alpha;
    }

    /** Makes it a row like any other. */
    void finish(int count) {
        for (int i = 0; i < count; i++) {
            float alpha = row.alpha[i];
            if (alpha > 0) {
                row.red[i] /= alpha;
                row.green[i] /= alpha;
                row.blue[i] /= alpha;
                row.alpha[i] = 255 * alpha;
            }
        }
    }
}
