package dev.vitrine.render.serve;

import dev.vitrine.core.value.MaskUse;
import dev.vitrine.core.value.MeasuredBox;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Premultiplied;
import dev.vitrine.render.resample.RowReader;
import java.util.Arrays;
import java.util.Optional;

/** The rows of a picture as a layer uses them: cut out of it, with the alpha that its mask gives. */
final class MaskedRows {
    private MaskedRows() {}

    /** The rows of a picture in one color. */
    static RowReader flat(int argb) {
        return (x, y, count, row) -> Arrays.fill(row, 0, count, argb);
    }

    /**
     * Rows with another alpha.
     *
     * @param mask of the same size, whose alpha counts, or its gray if it is opaque; absent for the rows' own alpha
     * @param blends whether that is multiplied with the rows' own alpha, not put in its place
     */
    static RowReader masked(RowReader rows, Optional<PixelBuffer> mask, MaskUse use, boolean blends) {
        if (use == MaskUse.NORM && mask.isEmpty()) {
            return rows;
        }
        boolean gray = mask.isPresent() && Premultiplied.isOpaque(mask.get().argb());
        return (x, y, count, row) -> {
            rows.read(x, y, count, row);
            for (int i = 0; i < count; i++) {
                int own = row[i] >>> 24;
                int cover = mask.isEmpty() ? own : cover(mask.get().at(x + i, y), gray);
                int used = used(cover, use);
                int alpha = blends ? (own * used + 127) / 255 : used;
                row[i] = alpha << 24 | (row[i] & 0xffffff);
            }
        };
    }

    private static int cover(int pixel, boolean gray) {
        return gray
                ? (77 * (pixel >> 16 & 255) + 151 * (pixel >> 8 & 255) + 28 * (pixel & 255) + 128) >> 8
                : pixel >>> 24;
    }

    private static int used(int cover, MaskUse use) {
        return switch (use) {
            case NORM -> cover;
            case INVERT -> 255 - cover;
            case OFF -> 255;
        };
    }

    /**
     * The rows of a rectangle; what lies beyond the picture is transparent.
     *
     * @param box in whole pixels
     */
    static RowReader cut(RowReader rows, int width, int height, MeasuredBox box) {
        boolean within =
                box.x() >= 0 && box.y() >= 0 && box.x() + box.width() <= width && box.y() + box.height() <= height;
        return new Cut(rows, width, height, (int) box.x(), (int) box.y(), rows.isOpaque() && within);
    }

    /** A rectangle of a picture of some width and height. */
    private record Cut(RowReader rows, int width, int height, int left, int top, boolean isOpaque)
            implements RowReader {
        @Override
        public void read(int x, int y, int count, int[] row) {
            int first = Math.max(0, -(left + x));
            int end = Math.min(count, width - left - x);
            if (top + y < 0 || top + y >= height || end <= first) {
                Arrays.fill(row, 0, count, 0);
                return;
            }
            rows.read(left + x + first, top + y, end - first, row);
            System.arraycopy(row, 0, row, first, end - first);
            Arrays.fill(row, 0, first, 0);
            Arrays.fill(row, end, count, 0);
        }
    }
}
