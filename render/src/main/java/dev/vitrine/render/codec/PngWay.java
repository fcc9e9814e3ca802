package dev.vitrine.render.codec;

import com.google.common.collect.ImmutableList;
import java.util.zip.Deflater;

/** A way to pack the rows of a PNG file: which filters they may take, and who packs them then. */
enum PngWay {
    /** For photographs: no repetitions, and whatever filter leaves the least. */
    LITERAL(PngFilters.SUB, PngFilters.UP, PngFilters.AVERAGE) {
        @Override
        PngPacker packer() {
            return new LiteralDeflate();
        }
    },
    /** For what is smooth and repeats itself. */
    SLOPES(PngFilters.SUB, PngFilters.UP) {
        @Override
        PngPacker packer() {
            return new ZlibPacker(4, Deflater.FILTERED);
        }
    },
    /** For drawings and letters in few colors. */
    FLAT(PngFilters.NONE) {
        @Override
        PngPacker packer() {
            return new ZlibPacker(4, Deflater.DEFAULT_STRATEGY);
        }
    },
    /** As small as it gets, however long it takes. */
    SMALL(PngFilters.NONE, PngFilters.SUB, PngFilters.UP, PngFilters.PAETH) {
        @Override
        PngPacker packer() {
            return new ZlibPacker(6, Deflater.FILTERED);
        }
    };

    private final ImmutableList<Integer> filters;

    PngWay(Integer... filters) {
        this.filters = ImmutableList.copyOf(filters);
    }

    abstract PngPacker packer();

    PngFilters filters(int length, int step) {
        return new PngFilters(filters, length, step);
    }

    /** The data of rows number {@code first} to {@code first + count - 1}, as if they were a picture. */
    byte[] pack(PngRows rows, int first, int count) {
        PngFilters filters = filters(rows.length(), rows.step());
        byte[] row = new byte[rows.length()];
        try (PngPacker packer = packer()) {
            for (int y = first; y < first + count; y++) {
                rows.source().read(y, row);
                packer.add(filters.next(row), row.length + 1);
            }
            return packer.finish();
        }
    }
}
