package dev.vitrine.render.serve;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.MeasuredBox;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.resample.Resampler;
import dev.vitrine.render.resample.RowReader;
import java.util.function.IntFunction;

/**
 * Rows that a layer cuts its content from.
 *
 * @param size of all of it
 * @param shrinks whether it can be had smaller
 * @param rows those of the sheet made smaller by a factor, as {@link SourcePicture} has it
 */
record Sheet(Size size, boolean shrinks, IntFunction<RowReader> rows) {
    static Sheet of(RowReader rows, Size size) {
        return new Sheet(size, false, factor -> rows);
    }

    static Sheet of(SourcePicture picture) {
        return new Sheet(
                picture.size(),
                picture.shrinks(),
                factor -> RowReader.of(picture.pixels().apply(factor)));
    }

    /**
     * A part of what is cut out, scaled.
     *
     * @param box what is cut out, in whole pixels
     * @param whole how large that becomes
     * @param part within it, not empty
     */
    PixelBuffer scaled(Resampler resampler, MeasuredBox box, Size whole, Region part, Deadline deadline) {
        Size cut = new Size((int) box.width(), (int) box.height());
        int factor = shrinks ? resampler.reduction(cut, whole) : 1;
        while (!divides(factor, box)) {
            factor /= 2;
        }
        return scaled(resampler, factor, smaller(box, factor), whole, part, deadline);
    }

    private PixelBuffer scaled(
            Resampler resampler, int factor, MeasuredBox box, Size whole, Region part, Deadline deadline) {
        Size own = new Size(size.width() / factor, size.height() / factor);
        Size cut = new Size((int) box.width(), (int) box.height());
        boolean isAll = box.x() == 0 && box.y() == 0 && cut.equals(own);
        RowReader all = rows.apply(factor);
        RowReader wanted = isAll ? all : MaskedRows.cut(all, own.width(), own.height(), box);
        return resampler.scale(wanted, cut, whole, part, deadline);
    }

    /** Whether the sheet and what is cut out of it are so many pixels along every direction. */
    private boolean divides(int factor, MeasuredBox box) {
        return size.width() % factor == 0
                && size.height() % factor == 0
                && box.x() % factor == 0
                && box.y() % factor == 0
                && box.width() % factor == 0
                && box.height() % factor == 0;
    }

    private static MeasuredBox smaller(MeasuredBox box, int factor) {
        return new MeasuredBox(box.x() / factor, box.y() / factor, box.width() / factor, box.height() / factor, false);
    }
}
