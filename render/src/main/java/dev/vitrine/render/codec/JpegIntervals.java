package dev.vitrine.render.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scan of a JPEG file (ITU-T T.81, annex B.1) as a reader wants it.
 *
 * @param data without stuffed bytes and restart markers; at least {@link JpegBits#MARGIN} bytes longer
 * @param ends where each interval between restarts begins in it, and where the last one ends
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record JpegIntervals(byte[] data, List<Integer> ends) {
    private static final int EOI = 0xd9;
    private static final int FIRST_RESTART = 0xd0;

    /**
     * Copies the scan without stuffing; nothing but the end may follow it.
     *
     * @param from where it begins
     * @param restarts whether it may have any
     */
    static Optional<JpegIntervals> of(byte[] file, int from, boolean restarts) {
        byte[] out = new byte[file.length - from + JpegBits.MARGIN];
        List<Integer> ends = new ArrayList<>(List.of(0));
        int length = 0;
        int start = from;
        int p = from;
        while (true) {
            p = JpegSegments.next255(file, p);
            if (p + 1 >= file.length) {
                return Optional.empty();
            }
            int next = file[p + 1] & 0xff;
            boolean isData = next == 0;
            int count = p - start + (isData ? 1 : 0);
            System.arraycopy(file, start, out, length, count);
            length += count;
            if (next == EOI) {
                break;
            }
            if (!isData) {
                if (!restarts || next != FIRST_RESTART + (ends.size() - 1) % 8) {
                    return Optional.empty();
                }
                ends.add(length);
            }
            p += 2;
            start = p;
        }
        ends.add(length);
        return Optional.of(new JpegIntervals(out, List.copyOf(ends)));
    }

    /** How many there are. */
    int count() {
        return ends.size() - 1;
    }

    /** Bytes of the scan. */
    int length() {
        return ends.get(count());
    }
}
