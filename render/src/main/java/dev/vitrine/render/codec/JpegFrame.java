package dev.vitrine.render.codec;

import dev.vitrine.core.value.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands before the scan of a plain JPEG file (ITU-T T.81, annex B): baseline, one scan, gray or YCbCr with chroma of full or half
 * resolution. That is what nearly all photographs are; of all others nothing is said here.
 *
 * @param restart minimum coded units between restarts, 0 for none
 * @param file it stands in
 * @param scan where the scan begins there
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record JpegFrame(int width, int height, List<Component> components, int restart, byte[] file, int scan) {

    /**
     * One component.
     *
     * @param id by which the scan names it
     * @param across samples per unit along rows, 1 or 2
     * @param down likewise along columns
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Component(int id, int across, int down, int[] quantization, JpegCodes means, JpegCodes others) {}

    /** That of the picture, smaller by a factor that divides it. */
    Size size(int factor) {
        return new Size(width / factor, height / factor);
    }

    /** What the scan holds, if nothing but the file's end follows it. */
    Optional<JpegIntervals> intervals() {
        return JpegIntervals.of(file, scan, restart > 0);
    }

    /** The largest number of samples per unit, along rows. */
    int across() {
        return components.get(0).across();
    }

    /** Likewise along columns. */
    int down() {
        return components.get(0).down();
    }

    /** @param lean a file whose segments are known to be whole, without metadata */
    static Optional<JpegFrame> find(byte[] lean) {
        return new Reader(lean).frame();
    }

    private static final class Reader {
        private final byte[] file;
        private final int[][] quantization = new int[4][];
        private final JpegCodes[] codes = new JpegCodes[8];
        private int at = 2;
        private int width;
        private int height;
        private int restart;
        private boolean isJfif;
        private int adobe = -1;
        private boolean isPlain = true;
        private int[][] components = new int[0][];

        Reader(byte[] file) {
            this.file = file;
        }

        Optional<JpegFrame> frame() {
            while (isPlain && at + 4 <= file.length) {
                int marker = one(at + 1);
                int start = at + 2;
                if (one(at) != 0xff) {
                    return Optional.empty();
                }
                int end = start + two(start);
                if (marker == 0xda) {
                    return scan(start + 2, end);
                }
                segment(marker, start + 2, end);
                at = end;
            }
            return Optional.empty();
        }

        private void segment(int marker, int from, int end) {
            switch (marker) {
                case 0xc0 -> start(from, end);
                case 0xc4 -> huffman(from, end);
                case 0xdb -> quantization(from, end);
                case 0xdd -> restart = two(from);
                case 0xe0 -> isJfif = true;
                case 0xee -> adobe = end - from >= 12 ? one(from + 11) : -1;
                default -> isPlain = false;
            }
        }

        private void start(int from, int end) {
            height = two(from + 1);
            width = two(from + 3);
            int count = one(from + 5);
            isPlain = one(from) == 8
                    && components.length == 0
                    && (count == 1 || count == 3)
                    && end == from + 6 + 3 * count;
            components = new int[isPlain ? count : 0][];
            for (int c = 0; c < components.length; c++) {
                int p = from + 6 + 3 * c;
                components[c] = new int[] {one(p), one(p + 1) >> 4, one(p + 1) & 15, one(p + 2)};
            }
        }

        private void huffman(int from, int end) {
            int p = from;
            while (isPlain && p + 17 <= end) {
                int[] counts = new int[16];
                int sum = 0;
                for (int i = 0; i < 16; i++) {
                    counts[i] = one(p + 1 + i);
                    sum += counts[i];
                }
                int kind = one(p);
                isPlain = (kind & ~0x13) == 0 && sum <= 256 && p + 17 + sum <= end;
                if (isPlain) {
                    int[] symbols = new int[sum];
                    for (int i = 0; i < sum; i++) {
                        symbols[i] = one(p + 17 + i);
                    }
                    Optional<JpegCodes> table = JpegCodes.of(counts, symbols, kind < 4);
                    isPlain = table.isPresent();
                    codes[(kind >> 4) * 4 + (kind & 3)] = table.orElse(null);
                }
                p += 17 + sum;
            }
            isPlain &= p == end;
        }

        private void quantization(int from, int end) {
            int p = from;
            for (; isPlain && p + 65 <= end; p += 65) {
                isPlain = one(p) < 4;
                if (isPlain) {
                    int[] table = new int[64];
                    for (int k = 0; k < 64; k++) {
                        table[k] = one(p + 1 + k);
                    }
                    quantization[one(p)] = table;
                }
            }
            isPlain &= p == end;
        }

        private Optional<JpegFrame> scan(int from, int end) {
            int count = components.length;
            boolean isWhole = count > 0
                    && end == from + 4 + 2 * count
                    && one(from) == count
                    && one(end - 3) == 0
                    && one(end - 2) == 63
                    && one(end - 1) == 0;
            if (!isWhole || width == 0 || height == 0 || !areColorsKnown()) {
                return Optional.empty();
            }
            List<Component> found = new ArrayList<>();
            for (int c = 0; c < count; c++) {
                int[] each = components[c];
                int tables = one(from + 2 + 2 * c);
                if (one(from + 1 + 2 * c) != each[0] || (tables & ~0x33) != 0 || each[3] > 3) {
                    return Optional.empty();
                }
                int[] factors = quantization[each[3]];
                JpegCodes means = codes[tables >> 4];
                JpegCodes others = codes[4 + (tables & 15)];
                if (factors == null || means == null || others == null) {
                    return Optional.empty();
                }
                found.add(new Component(
                        each[0], count == 1 ? 1 : each[1], count == 1 ? 1 : each[2], factors, means, others));
            }
            return Optional.of(new JpegFrame(width, height, List.copyOf(found), restart, file, end));
        }

        /** Whether no reader doubts what the components are, and chroma has a resolution that is read here. */
        private boolean areColorsKnown() {
            if (components.length == 1) {
                return adobe < 0;
            }
            int across = components[0][1];
            int down = components[0][2];
            boolean isSimple = (across == 1 || across == 2) && (down == 1 || down == across);
            for (int c = 1; c < 3; c++) {
                isSimple &= components[c][1] == 1 && components[c][2] == 1;
            }
            boolean isYcc = adobe == 1 || (adobe < 0 && (isJfif || across == 2));
            return isSimple && isYcc;
        }

        private int one(int p) {
            return p < file.length ? file[p] & 0xff : 0;
        }

        private int two(int p) {
            return one(p) << 8 | one(p + 1);
        }
    }
}
