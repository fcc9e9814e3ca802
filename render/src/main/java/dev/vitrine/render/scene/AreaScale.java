package dev.vitrine.render.scene;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Region;
import java.util.Arrays;

/**
 * Scales a region of a view down to the same view at a smaller size: each target pixel is the average of the source area that it
 * covers, whole and partial pixels weighted by their share. Outside the region everything counts as 0; a constant stays itself.
 */
final class AreaScale {
    private final double stepX;
    private final double stepY;
    private final Size target;

    AreaScale(Size source, Size target) {
        checkArgument(
                target.width() <= source.width() && target.height() <= source.height(), "%s to %s", source, target);
        this.stepX = (double) source.width() / target.width();
        this.stepY = (double) source.height() / target.height();
        this.target = target;
    }

    /** Reads a row of the source region, channels beside each other; {@code y} counts from the region's top. */
    interface RowReader {
        void read(int y, float[] row);
    }

    /** Takes a finished row; {@code y} counts from the target region's top. */
    interface RowWriter {
        void write(int y, float[] row);
    }

    /** The target pixels that a source region touches. */
    Region target(Region source) {
        if (source.isEmpty()) {
            return Region.EMPTY;
        }
        int left = (int) Math.floor(source.x() / stepX + 1e-9);
        int top = (int) Math.floor(source.y() / stepY + 1e-9);
        int right = (int) Math.ceil(source.right() / stepX - 1e-9);
        int bottom = (int) Math.ceil(source.bottom() / stepY - 1e-9);
        return new Region(left, top, right - left, bottom - top)
                .intersect(new Region(0, 0, target.width(), target.height()));
    }

    void run(Region source, int channels, RowReader in, RowWriter out) {
        Region to = target(source);
        float[] row = new float[source.width() * channels];
        float[] narrow = new float[to.width() * channels];
        float[] sum = new float[to.width() * channels];
        int held = -1;
        for (int y = 0; y < to.height(); y++) {
            double top = (to.y() + y) * stepY - source.y();
            double bottom = top + stepY;
            Arrays.fill(sum, 0);
            for (int from = first(top); from < last(bottom, source.height()); from++) {
                if (from != held) {
                    in.read(from, row);
                    narrow(row, source, to, channels, narrow);
                    held = from;
                }
                float weight = (float) (share(from, top, bottom) / stepY);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * narrow[i];
                }
            }
            out.write(y, sum);
        }
    }

    private void narrow(float[] row, Region source, Region to, int channels, float[] narrow) {
        Arrays.fill(narrow, 0);
        for (int x = 0; x < to.width(); x++) {
            double left = (to.x() + x) * stepX - source.x();
            double right = left + stepX;
            for (int from = first(left); from < last(right, source.width()); from++) {
                float weight = (float) (share(from, left, right) / stepX);
                for (int c = 0; c < channels; c++) {
                    narrow[x * channels + c] += weight * row[from * channels + c];
                }
            }
        }
    }

    private static int first(double from) {
        return Math.max(0, (int) Math.floor(from + 1e-9));
    }

    private static int last(double to, int size) {
        return Math.min(size, (int) Math.ceil(to - 1e-9));
    }

    /** How much of pixel {@code i} lies between two positions. */
    private static double share(int i, double from, double to) {
        return Math.min(i + 1, to) - Math.max(i, from);
    }
}
