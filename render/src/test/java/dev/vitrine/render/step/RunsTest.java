package dev.vitrine.render.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunsTest {
    private static final Region REGION = new Region(3, 2, 61, 20);

    /** A letter for each pixel of a frame: not covered, in part, altogether. */
    private static String letters(Mask mask, Region frame) {
        StringBuilder out = new StringBuilder();
        for (int y = frame.y(); y < frame.bottom(); y++) {
            for (int x = frame.x(); x < frame.right(); x++) {
                int coverage = mask.at(x, y);
                out.append(coverage == 0 ? '.' : coverage == 255 ? 'w' : 'p');
            }
        }
        return out.toString();
    }

    /** The same by the runs and their stretches. */
    private static String byRuns(Mask mask, Region frame) {
        StringBuilder out = new StringBuilder(".".repeat(frame.width() * frame.height()));
        Runs.of(
                mask,
                frame,
                Deadline.never(),
                (x, y, count) -> Runs.split(mask, x, y, count, (sx, sy, n, whole) -> {
                    int at = (sy - frame.y()) * frame.width() + sx - frame.x();
                    out.replace(at, at + n, (whole ? "w" : "p").repeat(n));
                }));
        return out.toString();
    }

    /** A mask of stretches up to a length, in which 0 and 255 are frequent. */
    private static Mask random(Random random, int longest) {
        byte[] coverage = new byte[REGION.width() * REGION.height()];
        int i = 0;
        while (i < coverage.length) {
            int kind = random.nextInt(3);
            int end = Math.min(coverage.length, i + 1 + random.nextInt(longest));
            for (; i < end; i++) {
                coverage[i] = (byte) (kind == 0 ? 0 : kind == 1 ? 255 : random.nextInt(256));
            }
        }
        return new Mask(REGION, coverage);
    }

    @Test
    void of_anyMask_visitsWhatIsCovered() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            Mask mask = random(random, 1 + random.nextInt(60));
            int left = random.nextInt(70);
            Region frame =
                    new Region(left, random.nextInt(15), random.nextInt(80), random.nextInt(20)).intersect(REGION);
            assertEquals(letters(mask, frame), byRuns(mask, frame));
        }
    }

    @Test
    void of_runsAndStretches_areAsLongAsCanBe() {
        Mask mask = new Mask(new Region(0, 0, 14, 1), new byte[] {0, 9, -1, -1, -1, -1, -1, -1, -1, -1, -1, 9, 0, 9});
        List<String> seen = new ArrayList<>();
        Runs.of(mask, mask.region(), Deadline.never(), (x, y, count) -> {
            seen.add(x + " to " + (x + count));
            Runs.split(mask, x, y, count, (sx, sy, n, whole) -> seen.add((whole ? "whole " : "part ") + sx + "+" + n));
        });
        assertEquals(List.of("1 to 12", "part 1+1", "whole 2+9", "part 11+1", "13 to 14", "part 13+1"), seen);
    }
}
