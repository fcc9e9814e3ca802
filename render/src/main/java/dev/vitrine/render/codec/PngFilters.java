package dev.vitrine.render.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The filters of PNG (W3C PNG, section 9) for rows of one length: finds the one with the smallest sum of absolute differences, which
 * the specification recommends, and applies it. Eight bytes are worked on at a time, in the lanes of a {@code long}.
 */
final class PngFilters {
    static final int NONE = 0;
    static final int SUB = 1;
    static final int UP = 2;
    static final int AVERAGE = 3;
    static final int PAETH = 4;

    private static final VarHandle LANES = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH = 0x8080808080808080L;
    private static final long LOW = 0x0101010101010101L;
    private static final long EVEN = 0x00ff00ff00ff00ffL;
    private static final long ADD_UP = 0x0001000100010001L;

    /** No pixel has more bytes; so many zeros stand before each row, and at least as many behind it. */
    private static final int MARGIN = 8;

    private final int[] candidates;
    private final int length;
    private final int step;
    private final byte[] filtered;
    private byte[] row;
    private byte[] above;

    /**
     * Filters for the rows of a picture, from its top on.
     *
     * @param candidates which ones may be used; of equals the first is taken
     * @param length bytes of a row
     * @param step bytes of a pixel, 1 to 8
     */
    PngFilters(List<Integer> candidates, int length, int step) {
        this.candidates = candidates.stream().mapToInt(Integer::intValue).toArray();
        this.length = length;
        this.step = step;
        this.row = new byte[length + 3 * MARGIN];
        this.above = new byte[row.length];
        this.filtered = new byte[1 + row.length];
    }

    /**
     * The next row, filtered, behind the number of its filter; {@code length + 1} bytes count. The array is used again for the row
     * after.
     */
    byte[] next(byte[] samples) {
        byte[] swap = above;
        above = row;
        row = swap;
        System.arraycopy(samples, 0, row, MARGIN, length);
        int best = candidates[0];
        long least = Long.MAX_VALUE;
        for (int filter : candidates) {
            long cost = candidates.length == 1 ? 0 : cost(filter);
            if (cost < least) {
                least = cost;
                best = filter;
            }
        }
        apply(best);
        return filtered;
    }

    private long cost(int filter) {
        return switch (filter) {
            case NONE -> costOfNone();
            case SUB -> costOfSub();
            case UP -> costOfUp();
            case AVERAGE -> costOfAverage();
            default -> costOfPaeth();
        };
    }

    private void apply(int filter) {
        filtered[0] = (byte) filter;
        switch (filter) {
            case NONE -> System.arraycopy(row, MARGIN, filtered, 1, length);
            case SUB -> sub();
            case UP -> up();
            case AVERAGE -> average();
            default -> paeth();
        }
    }

    // one loop for each filter: the same loop for all would ask for every eight bytes which one is meant

    private long costOfNone() {
        long sum = 0;
        for (int i = 0; i < length; i += 8) {
            sum += size(at(row, i), i);
        }
        return sum;
    }

    private long costOfSub() {
        long sum = 0;
        for (int i = 0; i < length; i += 8) {
            sum += size(less(at(row, i), at(row, i - step)), i);
        }
        return sum;
    }

    private long costOfUp() {
        long sum = 0;
        for (int i = 0; i < length; i += 8) {
            sum += size(less(at(row, i), at(above, i)), i);
        }
        return sum;
    }

    private long costOfAverage() {
        long sum = 0;
        for (int i = 0; i < length; i += 8) {
            sum += size(less(at(row, i), mean(at(row, i - step), at(above, i))), i);
        }
        return sum;
    }

    private long costOfPaeth() {
        long sum = 0;
        for (int i = MARGIN; i < length + MARGIN; i++) {
            sum += Math.abs((byte) (row[i] - guess(i)));
        }
        return sum;
    }

    private void sub() {
        for (int i = 0; i < length; i += 8) {
            LANES.set(filtered, i + 1, less(at(row, i), at(row, i - step)));
        }
    }

    private void up() {
        for (int i = 0; i < length; i += 8) {
            LANES.set(filtered, i + 1, less(at(row, i), at(above, i)));
        }
    }

    private void average() {
        for (int i = 0; i < length; i += 8) {
            LANES.set(filtered, i + 1, less(at(row, i), mean(at(row, i - step), at(above, i))));
        }
    }

    private void paeth() {
        for (int i = MARGIN; i < length + MARGIN; i++) {
            filtered[i - MARGIN + 1] = (byte) (row[i] - guess(i));
        }
    }

    private int guess(int i) {
        int left = row[i - step] & 0xff;
        int up = above[i] & 0xff;
        int upLeft = above[i - step] & 0xff;
        int toLeft = Math.abs(up - upLeft);
        int toUp = Math.abs(left - upLeft);
        int toUpLeft = Math.abs(left + up - 2 * upLeft);
        if (toLeft <= toUp && toLeft <= toUpLeft) {
            return left;
        }
        return toUp <= toUpLeft ? up : upLeft;
    }

    private static long at(byte[] padded, int i) {
        return (long) LANES.get(padded, i + MARGIN);
    }

    /** Byte by byte, what is left of {@code a}. */
    private static long less(long a, long b) {
        return ((a | HIGH) - (b & ~HIGH)) ^ ((a ^ ~b) & HIGH);
    }

    /** Byte by byte, rounded down. */
    private static long mean(long a, long b) {
        return (a & b) + (((a ^ b) & ~LOW) >>> 1);
    }

    /** The sum of the distances from 0 of the signed bytes that lie within the row. */
    private long size(long signed, int i) {
        long inside = length - i < 8 ? signed & ((1L << (8 * (length - i))) - 1) : signed;
        long negative = (inside >>> 7) & LOW;
        long sizes = (inside ^ (negative * 255)) + negative;
        return (((sizes & EVEN) + ((sizes >>> 8) & EVEN)) * ADD_UP) >>> 48;
    }
}
