package dev.vitrine.render.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The ICC profile inside an image file, byte by byte as it was put there: JPEG's APP2 segments (ICC.1:2010, annex B.4), PNG's
 * iCCP chunk, TIFF's tag 34675. A profile that is damaged, too large or of no use is none: pictures outlive their profiles.
 */
final class EmbeddedProfile {
    private static final byte[] JPEG_MARK = "ICC_PROFILE\0".getBytes(US_ASCII);
    private static final int TIFF_TAG = 34675;

    private EmbeddedProfile() {}

    static Optional<IccProfile> of(SourceFormat format, byte[] file) {
        try {
            return switch (format) {
                case JPEG -> ofJpeg(file).flatMap(IccProfile::find);
                case PNG -> ofPng(file).flatMap(IccProfile::find);
                case TIFF -> ofTiff(file).flatMap(IccProfile::find);
                default -> Optional.empty();
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty(); // a table that points outside of the file
        }
    }

    private static Optional<byte[]> ofJpeg(byte[] file) {
        TreeMap<Integer, byte[]> parts = new TreeMap<>();
        int count = 0;
        long total = 0;
        for (int at = 2; at + 4 <= file.length && file[at] == (byte) 0xff; ) {
            int marker = file[at + 1] & 0xff;
            int length = (file[at + 2] & 0xff) << 8 | (file[at + 3] & 0xff);
            if (marker == 0xda || length < 2 || at + 2 + length > file.length) {
                break;
            }
            int from = at + 4 + JPEG_MARK.length;
            if (marker == 0xe2 && length > JPEG_MARK.length + 4 && isMarked(file, at + 4)) {
                count = file[from + 1] & 0xff;
                byte[] part = Arrays.copyOfRange(file, from + 2, at + 2 + length);
                total += part.length;
                parts.put(file[from] & 0xff, part);
            }
            at += 2 + length;
        }
        if (parts.isEmpty() || parts.size() != count || parts.lastKey() != count || total > IccProfile.MOST_BYTES) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) total);
        parts.values().forEach(out::writeBytes);
        return Optional.of(out.toByteArray());
    }

    private static boolean isMarked(byte[] file, int at) {
        return Arrays.equals(file, at, at + JPEG_MARK.length, JPEG_MARK, 0, JPEG_MARK.length);
    }

    private static Optional<byte[]> ofPng(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        for (int at = 8; at + 12 <= file.length; ) {
            int length = in.getInt(at);
            String type = new String(file, at + 4, 4, ISO_8859_1);
            if (length < 0 || length > file.length - at - 12 || type.equals("IDAT")) {
                break;
            }
            if (type.equals("iCCP")) {
                int name = at + 8;
                while (name < at + 8 + length && file[name] != 0) {
                    name++;
                }
                return inflated(file, name + 2, at + 8 + length - name - 2);
            }
            at += 12 + length;
        }
        return Optional.empty();
    }

    /** What is deflated there, if it is whole and of an acceptable size. */
    private static Optional<byte[]> inflated(byte[] file, int from, int length) {
        if (length <= 0) {
            return Optional.empty();
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, from, length);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[16 * 1024];
            while (!inflater.finished()) {
                int got = inflater.inflate(buffer);
                if ((got == 0 && !inflater.finished()) || out.size() + got > IccProfile.MOST_BYTES) {
                    return Optional.empty();
                }
                out.write(buffer, 0, got);
            }
            return Optional.of(out.toByteArray());
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    /** Of the first directory. In BigTIFF numbers have eight bytes. */
    private static Optional<byte[]> ofTiff(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        in.order(file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        boolean big = in.getShort(2) == 43;
        long directory = big ? in.getLong(8) : in.getInt(4) & 0xffffffffL;
        if (directory < 8 || directory > file.length - 8) {
            return Optional.empty();
        }
        int at = (int) directory;
        long entries = big ? in.getLong(at) : in.getShort(at) & 0xffff;
        at += big ? 8 : 2;
        int entryBytes = big ? 20 : 12;
        for (long i = 0; i < entries && at + entryBytes <= file.length; i++, at += entryBytes) {
            if ((in.getShort(at) & 0xffff) == TIFF_TAG) {
                long length = big ? in.getLong(at + 4) : in.getInt(at + 4) & 0xffffffffL;
                long from = big ? in.getLong(at + 12) : in.getInt(at + 8) & 0xffffffffL;
                boolean fits =
                        length > 8 && length <= IccProfile.MOST_BYTES && from > 0 && from <= file.length - length;
                return fits
                        ? Optional.of(Arrays.copyOfRange(file, (int) from, (int) (from + length)))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
