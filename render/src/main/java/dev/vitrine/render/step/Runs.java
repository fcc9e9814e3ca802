package dev.vitrine.render.step;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Region;

/** Walks over the pieces of rows that a mask covers. */
final class Runs {
    private static final int ROWS_PER_CHECK = 16;

    private Runs() {}

    /** Gets each piece: {@code count} pixels from canvas pixel {@code x, y} on, none of them uncovered. */
    @FunctionalInterface
    interface Visitor {
        void run(int x, int y, int count);
    }

    /** Visits every covered piece inside the frame, from the top left on. */
    static void of(Mask mask, Region frame, Deadline deadline, Visitor visitor) {
        Region seen = mask.region().intersect(frame);
        for (int y = seen.y(); y < seen.bottom(); y++) {
            if ((y - seen.y()) % ROWS_PER_CHECK == 0) {
                deadline.check();
            }
            int row = (y - mask.region().y()) * mask.region().width()
                    - mask.region().x();
            int x = seen.x();
            while (x < seen.right()) {
                int start = x;
                while (x < seen.right() && mask.coverage()[row + x] != 0) {
                    x++;
                }
                if (x > start) {
                    visitor.run(start, y, x - start);
                }
                x++;
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
        byte[] coverage = mask.coverage();
        int first = mask.index(x, y);
        int i = 0;
        while (i < count) {
            int start = i;
            boolean whole = coverage[first + i] == -1;
            while (i < count && (coverage[first + i] == -1) == whole) {
                i++;
            }
            visitor.stretch(x + start, y, i - start, whole);
        }
    }
}
