package dev.vitrine.render.step;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.limit.Crew;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Region;
import java.util.function.Function;

/** Walks over the pieces of rows that a mask covers. */
final class Runs {
    private static final int ROWS_PER_CHECK = 16;
    private static final byte NONE = 0;
    private static final byte WHOLE = (byte) 255;

    private Runs() {}

    /** Gets each piece: {@code count} pixels from canvas pixel {@code x, y} on, none of them uncovered. */
    @FunctionalInterface
    interface Visitor {
        void run(int x, int y, int count);
    }

    /**
     * Visits every covered piece inside the studio's frame, by all of the crew that have time.
     *
     * @param worker makes the visitor of one worker in that one's studio; visitors of two must not share what they write to,
     *     but for pixels in the rows that they visit
     */
    static void of(Mask mask, Studio studio, Crew crew, Function<Studio, Visitor> worker) {
        of(mask, studio.frame(), studio, crew, worker);
    }

    /** The same inside a frame of the caller's own. */
    static void of(Mask mask, Region frame, Studio studio, Crew crew, Function<Studio, Visitor> worker) {
        Visitor own = worker.apply(studio);
        Region seen = mask.region().intersect(frame);
        int rows = crew.rows(seen.width(), seen.height());
        int bands = (seen.height() + rows - 1) / rows;
        crew.share(bands, band -> of(mask, band(seen, rows, band), studio.deadline(), own), number -> {
            Visitor mate = worker.apply(studio.mate(number));
            return band -> of(mask, band(seen, rows, band), studio.deadline(), mate);
        });
    }

    private static Region band(Region all, int rows, int band) {
        int y = all.y() + band * rows;
        return new Region(all.x(), y, all.width(), Math.min(rows, all.bottom() - y));
    }

    /** Visits every covered piece inside the frame, from the top left on. */
    static void of(Mask mask, Region frame, Deadline deadline, Visitor visitor) {
        Region seen = mask.region().intersect(frame);
        for (int y = seen.y(); y < seen.bottom(); y++) {
            if ((y - seen.y()) % ROWS_PER_CHECK == 0) {
                deadline.check();
            }
            int row = mask.index(0, y);
            int end = row + seen.right();
            int start = mask.endOf(NONE, row + seen.x(), end);
            while (start < end) {
                int behind = mask.next(NONE, start, end);
                visitor.run(start - row, y, behind - start);
                start = mask.endOf(NONE, behind, end);
            }
        }
    }

    /** Gets each stretch of a run, {@code whole} if all its pixels are covered altogether, else none of them is. */
    @FunctionalInterface
    interface Stretches {
        void stretch(int x, int y, int count, boolean whole);
    }

    /** Parts a run where pixels begin or cease to be covered altogether. */
    static void split(Mask mask, int x, int y, int count, Stretches visitor) {
        int row = mask.index(0, y);
        int end = row + x + count;
        int at = row + x;
        while (at < end) {
            int whole = mask.next(WHOLE, at, end);
            if (whole > at) {
                visitor.stretch(at - row, y, whole - at, false);
            }
            at = mask.endOf(WHOLE, whole, end);
            if (at > whole) {
                visitor.stretch(whole - row, y, at - whole, true);
            }
        }
    }
}
