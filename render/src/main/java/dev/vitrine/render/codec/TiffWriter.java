package dev.vitrine.render.codec;

import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.PixelType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/**
 * Writes TIFF files (TIFF 6.0 with Adobe's technical notes on JPEG and deflate): gray, RGB and CMYK of 8 bits, alpha
 * associated, in strips of about 64 kB that are plain, LZW or deflated; the latter two hold differences between neighbors. A
 * JPEG picture is one strip. Little-endian; the directory stands behind the pixels.
 */
final class TiffWriter {
    private static final int STRIP_BYTES = 64 * 1024;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;
    private static final int YCBCR = 6;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Integer, Field> fields = new TreeMap<>();

    private TiffWriter() {}

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Field(int type, int count, byte[] data) {}

    static byte[] write(Samples samples, EncodeSettings settings) {
        TiffWriter writer = new TiffWriter();
        writer.begin(samples, settings);
        writer.strips(samples, settings.compression());
        return writer.withDirectory();
    }

    /** The picture as a JPEG file that is the one strip: YCbCr if it is RGB, else the components as they are. */
    static byte[] withStrip(Samples samples, byte[] jpeg, EncodeSettings settings) {
        TiffWriter writer = new TiffWriter();
        writer.begin(samples, settings);
        writer.strip(samples, jpeg, settings);
        return writer.withDirectory();
    }

    private void begin(Samples samples, EncodeSettings settings) {
        int channels = samples.channels();
        shorts(258, repeated(8, channels));
        numbers(256, samples.width());
        numbers(257, samples.height());
        shorts(277, channels);
        shorts(284, 1);
        if (samples.alpha()) {
            shorts(338, 1);
        }
        resolution(settings.dpi());
        settings.colors()
                .embedded()
                .map(IccProfile::bytes)
                .ifPresent(profile -> fields.put(34675, new Field(UNDEFINED, profile.length, profile)));
        out.writeBytes(new byte[] {'I', 'I', 42, 0, 0, 0, 0, 0});
    }

    private void strips(Samples samples, Compression compression) {
        shorts(259, code(compression));
        shorts(262, photometric(samples.type()));
        boolean differences = compression != Compression.NONE;
        if (differences) {
            shorts(317, 2);
        }
        int rowBytes = samples.rowBytes();
        int perStrip = Math.max(1, Math.min(samples.height(), STRIP_BYTES / rowBytes));
        numbers(278, perStrip);
        List<Integer> offsets = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        byte[] row = new byte[rowBytes];
        for (int y = 0; y < samples.height(); y += perStrip) {
            int rows = Math.min(perStrip, samples.height() - y);
            byte[] strip = new byte[rows * rowBytes];
            for (int i = 0; i < rows; i++) {
                samples.rows().read(y + i, row);
                if (differences) {
                    subtractLeft(row, samples.channels());
                }
                System.arraycopy(row, 0, strip, i * rowBytes, rowBytes);
            }
            byte[] packed = packed(strip, compression);
            offsets.add(out.size());
            lengths.add(packed.length);
            out.writeBytes(packed);
        }
        numbers(273, offsets);
        numbers(279, lengths);
    }

    private void strip(Samples samples, byte[] stream, EncodeSettings settings) {
        shorts(259, 7);
        if (samples.type() == PixelType.RGB) {
            int sampling = settings.quality().fullChroma() ? 1 : 2;
            shorts(262, YCBCR);
            shorts(530, sampling, sampling);
            fields.put(532, rationals(0, 255, 128, 255, 128, 255));
        } else {
            shorts(262, photometric(samples.type()));
        }
        numbers(278, samples.height());
        numbers(273, out.size());
        numbers(279, stream.length);
        out.writeBytes(stream);
    }

    private static byte[] packed(byte[] strip, Compression compression) {
        return switch (compression) {
            case LZW -> TiffLzw.pack(strip);
            case ZIP -> Deflated.of(strip, Deflater.DEFAULT_COMPRESSION);
            default -> strip;
        };
    }

    private static int code(Compression compression) {
        return switch (compression) {
            case LZW -> 5;
            case ZIP -> 8;
            default -> 1;
        };
    }

    /** Black is zero; red, green, blue; separated. */
    private static int photometric(PixelType type) {
        return switch (type) {
            case GRAY -> 1;
            case RGB -> 2;
            case CMYK -> 5;
        };
    }

    private static void subtractLeft(byte[] row, int channels) {
        for (int i = row.length - 1; i >= channels; i--) {
            row[i] -= row[i - channels];
        }
    }

    private void resolution(double dpi) {
        int hundredths = (int) Math.round(dpi * 100);
        byte[] data = new byte[8];
        little(data).putInt(hundredths).putInt(100);
        fields.put(282, new Field(RATIONAL, 1, data));
        fields.put(283, new Field(RATIONAL, 1, data));
        shorts(296, 2);
    }

    private static Field rationals(int... values) {
        byte[] data = new byte[8 * values.length];
        ByteBuffer into = little(data);
        for (int value : values) {
            into.putInt(value).putInt(1);
        }
        return new Field(RATIONAL, values.length, data);
    }

    private void shorts(int tag, int... values) {
        byte[] data = new byte[2 * values.length];
        ByteBuffer into = little(data);
        for (int value : values) {
            into.putShort((short) value);
        }
        fields.put(tag, new Field(SHORT, values.length, data));
    }

    private void numbers(int tag, int value) {
        numbers(tag, List.of(value));
    }

    private void numbers(int tag, List<Integer> values) {
        byte[] data = new byte[4 * values.size()];
        ByteBuffer into = little(data);
        values.forEach(into::putInt);
        fields.put(tag, new Field(LONG, values.size(), data));
    }

    private static int[] repeated(int value, int times) {
        int[] out = new int[times];
        java.util.Arrays.fill(out, value);
        return out;
    }

    /** Values of more than four bytes stand before the directory, which begins at an even offset. */
    private byte[] withDirectory() {
        byte[] table = new byte[2 + 12 * fields.size() + 4];
        ByteBuffer directory = little(table);
        directory.putShort((short) fields.size());
        fields.forEach((tag, field) -> {
            directory.putShort(tag.shortValue()).putShort((short) field.type()).putInt(field.count());
            if (field.data().length <= 4) {
                directory.put(field.data()).position(directory.position() + 4 - field.data().length);
            } else {
                align();
                directory.putInt(out.size());
                out.writeBytes(field.data());
            }
        });
        align();
        int at = out.size();
        out.writeBytes(table);
        byte[] file = out.toByteArray();
        little(file).putInt(4, at);
        return file;
    }

    private void align() {
        if (out.size() % 2 != 0) {
            out.write(0);
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
