package dev.vitrine.render.codec;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Size;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * The segments of a JPEG file (ITU T.81, annex B), walked before a decoder sees it: counts the scans, insists on an end, and
 * leaves out everything a decoder does not need for raw samples (profiles, metadata, thumbnails).
 */
final class JpegSegments {
    /** An honest progressive file has about ten scans; each one costs a pass over the whole picture. */
    private static final int MAX_SCANS = 100;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long LOWEST = 0x0101010101010101L;

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int ADOBE = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;

    private final SourceBytes source;
    private final byte[] data;

    /** What is needed so far: the file itself while nothing was left out. */
    private byte[] lean;

    private int kept;
    private int position = 2;
    private int scans;
    private int components;
    private int adobeTransform = -1;

    private JpegSegments(SourceBytes source) {
        this.source = source;
        this.data = source.data();
        this.lean = data;
    }

    static JpegSegments of(SourceBytes source) {
        JpegSegments segments = new JpegSegments(source);
        segments.walk();
        return segments;
    }

    /** Width and height as the first frame says them, if it does; what follows is not looked at. */
    static Optional<Size> size(SourceBytes source) {
        JpegSegments segments = new JpegSegments(source);
        for (int marker = segments.nextMarker(); marker != EOI && marker != SOS; marker = segments.nextMarker()) {
            if (isAlone(marker)) {
                continue;
            }
            int start = segments.position;
            if (isFrame(marker)) {
                int height = segments.unsigned16(start + 3);
                int width = segments.unsigned16(start + 5);
                return width > 0 && height > 0 ? Optional.of(new Size(width, height)) : Optional.empty();
            }
            segments.position = start + Math.max(2, segments.unsigned16(start));
        }
        return Optional.empty();
    }

    /** The file without the segments that do not matter here; the same array where all of them do. */
    byte[] lean() {
        return kept == lean.length ? lean : Arrays.copyOf(lean, kept);
    }

    private void keep(int from, int to) {
        if (from != kept && lean == data) {
            lean = data.clone();
        }
        if (lean != data) {
            System.arraycopy(data, from, lean, kept, to - from);
        }
        kept += to - from;
    }

    /** 1 gray, 3 color, 4 for printing. */
    int components() {
        return components;
    }

    /** What the Adobe segment says of the color transform (0 none, 1 YCbCr, 2 YCCK); -1 without one. */
    int adobeTransform() {
        return adobeTransform;
    }

    private void walk() {
        keep(0, position);
        for (int marker = nextMarker(); marker != EOI; marker = nextMarker()) {
            if (isAlone(marker)) {
                continue;
            }
            int start = position;
            int length = unsigned16(start);
            if (length < 2 || start + length > data.length) {
                throw endsEarly();
            }
            look(marker, start, length);
            position = start + length;
            if (isNeeded(marker, start, length)) {
                keep(start - 2, position);
            }
            if (marker == SOS) {
                copyScan();
            }
        }
        keep(position - 2, position);
    }

    private void look(int marker, int start, int length) {
        if (isFrame(marker) && length >= 8) {
            components = data[start + 7] & 0xff;
        } else if (marker == ADOBE && length >= 14 && data[start + 2] == 'A' && data[start + 3] == 'd') {
            adobeTransform = data[start + 13] & 0xff;
        } else if (marker == SOS && ++scans > MAX_SCANS) {
            throw Failures.sourceTooLarge(source.name(), "more than " + MAX_SCANS + " scans");
        }
    }

    /** Copies entropy-coded data up to the next real marker. */
    private void copyScan() {
        int start = position;
        int found = next255(data, start);
        while (found + 1 < data.length && !endsScan(data[found + 1] & 0xff)) {
            found = next255(data, found + 1);
        }
        position = found + 1 < data.length ? found : Math.max(start, data.length - 1);
        keep(start, position);
    }

    /** Where the next byte of 255 is, or the end. Eight at a time. */
    static int next255(byte[] data, int from) {
        int at = from;
        for (; at + 8 <= data.length; at += 8) {
            long inverse = ~(long) LONGS.get(data, at);
            if (((inverse - LOWEST) & ~inverse & (LOWEST << 7)) != 0) {
                break;
            }
        }
        while (at < data.length && data[at] != -1) {
            at++;
        }
        return at;
    }

    private int nextMarker() {
        position = next255(data, position);
        while (position < data.length && data[position] == (byte) 0xff) {
            position++;
        }
        if (position >= data.length) {
            throw endsEarly();
        }
        return data[position++] & 0xff;
    }

    private int unsigned16(int at) {
        if (at + 1 >= data.length) {
            throw endsEarly();
        }
        return (data[at] & 0xff) * 256 + (data[at + 1] & 0xff);
    }

    private boolean isNeeded(int marker, int start, int length) {
        if (marker == APP0) {
            return length >= 7 && data[start + 4] == 'I'; // JFIF, not the JFXX thumbnail
        }
        boolean isApplication = marker >= APP0 && marker <= APP15;
        return marker == ADOBE || !(isApplication || marker == COMMENT);
    }

    private RuntimeException endsEarly() {
        return Failures.sourceDamaged(source.name(), "the JPEG data end early");
    }

    private static boolean isAlone(int marker) {
        return marker <= 1 || (marker >= 0xd0 && marker <= SOI);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean endsScan(int next) {
        boolean isRestart = next >= 0xd0 && next <= 0xd7;
        return !isRestart && next != 0 && next != 0xff;
    }
}
