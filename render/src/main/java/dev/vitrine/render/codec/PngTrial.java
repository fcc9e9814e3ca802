package dev.vitrine.render.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out, from some bands of rows, which {@link PngWay} makes a small file. Photographs are told by a look: they have hardly any eight
 * bytes that occurred before, and filters make them plainer. With anything else the ways are tried.
 */
final class PngTrial {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final List<PngWay> WAYS = List.of(PngWay.LITERAL, PngWay.SLOPES, PngWay.FLAT);
    private static final int BANDS = 3;
    private static final int BAND_BYTES = 40 * 1024;
    private static final int TABLE_BITS = 13;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /** Of so many places in a photograph at most one begins a repetition. */
    private static final int RARE = 64;

    private final PngRows rows;
    private final int count;
    private final int bands;
    private final int[] raw = new int[256];
    private final int[] filtered = new int[256];
    private final int[] table = new int[1 << TABLE_BITS];
    private int places;
    private int repetitions;

    private PngTrial(PngRows rows) {
        this.rows = rows;
        this.count = Math.min(rows.height(), Math.max(2, BAND_BYTES / (rows.length() + 1)));
        this.bands = Math.min(BANDS, rows.height() / count);
    }

    static PngWay best(PngRows rows) {
        PngTrial trial = new PngTrial(rows);
        boolean isSmall = (long) rows.height() * rows.length() < BAND_BYTES;
        return !isSmall && trial.isPhotograph() ? PngWay.LITERAL : trial.smallest();
    }

    private boolean isPhotograph() {
        byte[] band = new byte[count * (rows.length() + 1)];
        byte[] row = new byte[rows.length()];
        for (int b = 0; b < bands; b++) {
            PngFilters filters = PngWay.LITERAL.filters(rows.length(), rows.step());
            for (int y = 0; y < count; y++) {
                rows.source().read(first(b) + y, row);
                count(row, raw);
                System.arraycopy(filters.next(row), 0, band, y * (row.length + 1), row.length + 1);
            }
            count(band, filtered);
            look(band);
        }
        return (long) repetitions * RARE <= places && DeflateCode.bytes(filtered) <= DeflateCode.bytes(raw);
    }

    /** The first row of a band; they lie evenly. */
    private int first(int band) {
        return (int) ((2L * band + 1) * (rows.height() - count) / (2L * bands));
    }

    private static void count(byte[] data, int[] counts) {
        for (byte b : data) {
            counts[b & 0xff]++;
        }
    }

    private void look(byte[] band) {
        Arrays.fill(table, -1);
        for (int i = 0; i + 8 <= band.length; i++) {
            long next = (long) LONGS.get(band, i);
            int slot = (int) ((next * SPREAD) >>> (64 - TABLE_BITS));
            if (table[slot] >= 0 && (long) LONGS.get(band, table[slot]) == next) {
                repetitions++;
            }
            table[slot] = i;
        }
        places += band.length;
    }

    private PngWay smallest() {
        PngWay best = PngWay.LITERAL;
        long least = Long.MAX_VALUE;
        for (PngWay way : WAYS) {
            long size = 0;
            for (int b = 0; b < bands; b++) {
                size += way.pack(rows, first(b), count).length;
            }
            if (size < least) {
                least = size;
                best = way;
            }
        }
        return best;
    }
}
