package dev.vitrine.render.step;

import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.texture.FixedRow;
import dev.vitrine.render.texture.SampleRow;
import java.util.Arrays;

/**
 * Visits runs with a paint whose colors come in whole numbers: they go straight to the canvas where nothing shows through them, and
 * are laid as others are elsewhere. Not safe for many threads.
 */
final class FixedRuns implements Runs.Visitor {
    private final Paint.Fixed colors;
    private final Canvas canvas;
    private final Mask mask;
    private final Inside inside;
    private final Laying laying;
    private final Runs.Visitor otherwise;
    private final FixedRow fixed;
    private final SampleRow row;
    private final int[] packed;

    /** What becomes of pixels that are covered altogether. */
    enum Inside {
        /** They show the colors, and their alpha stays. */
        COLORS,
        /** They show the colors, and are opaque. */
        PIXELS,
        /** They are laid as all others are. */
        LAID
    }

    /** Lays the first colors of a row on {@code count} canvas pixels from {@code x} on. */
    @FunctionalInterface
    interface Laying {
        void lay(int x, int y, int count, SampleRow row);
    }

    /** @param otherwise visits runs whose colors do not come in whole numbers */
    FixedRuns(Paint.Fixed colors, Canvas canvas, Mask mask, Inside inside, Laying laying, Runs.Visitor otherwise) {
        int width = mask.region().width();
        this.colors = colors;
        this.canvas = canvas;
        this.mask = mask;
        this.inside = inside;
        this.laying = laying;
        this.otherwise = otherwise;
        this.fixed = new FixedRow(width);
        this.row = new SampleRow(width);
        this.packed = new int[width];
    }

    @Override
    public void run(int x, int y, int count) {
        if (!colors.read(x, y, count, fixed)) {
            otherwise.run(x, y, count);
            return;
        }
        if (inside == Inside.LAID) {
            lay(x, y, 0, count);
            return;
        }
        pack(y * canvas.width() + x, count);
        Runs.split(mask, x, y, count, (sx, sy, n, whole) -> {
            if (whole) {
                canvas.copyFrom(packed, sx - x, sy * canvas.width() + sx, n);
            } else {
                lay(sx, sy, sx - x, n);
            }
        });
    }

    private void pack(int index, int count) {
        if (inside == Inside.COLORS) {
            canvas.copyTo(packed, index, count);
        } else {
            Arrays.fill(packed, 0, count, 0xff000000);
        }
        fixed.pack(count, packed);
    }

    private void lay(int x, int y, int from, int count) {
        fixed.copyTo(row, from, count);
        laying.lay(x, y, count, row);
    }
}
