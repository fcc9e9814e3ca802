package dev.vitrine.render.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The profiles that every server has: written here from published numbers, so that their bytes are the same everywhere.
 * Version 2.1 of the ICC format, primaries adapted to D50 by the Bradford matrix.
 */
final class BuiltInProfiles {
    private BuiltInProfiles() {}

    /** IEC 61966-2-1. */
    static IccProfile srgb() {
        return rgb(
                "sRGB IEC61966-2.1",
                new double[][] {
                    {0.4360747, 0.2225045, 0.0139322},
                    {0.3850649, 0.7168786, 0.0971045},
                    {0.1430804, 0.0606169, 0.7141733}
                },
                srgbCurve());
    }

    /** Adobe RGB (1998) Color Image Encoding, version 2005-05: its gamma is 2 51/256. */
    static IccProfile adobeRgb() {
        byte[] gamma = new byte[14];
        ByteBuffer.wrap(gamma)
                .put("curv".getBytes(US_ASCII))
                .putInt(0)
                .putInt(1)
                .putShort((short) (2 * 256 + 51));
        return rgb(
                "Adobe RGB (1998)",
                new double[][] {
                    {0.6097559, 0.3111242, 0.0194811},
                    {0.2052401, 0.6256560, 0.0608902},
                    {0.1492240, 0.0632197, 0.7448387}
                },
                gamma);
    }

    private static IccProfile rgb(String name, double[][] primaries, byte[] curve) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description(name));
        tags.put("cprt", text("No copyright, use freely"));
        tags.put("wtpt", xyz(0.9642, 1, 0.8249));
        tags.put("rXYZ", xyz(primaries[0]));
        tags.put("gXYZ", xyz(primaries[1]));
        tags.put("bXYZ", xyz(primaries[2]));
        tags.put("rTRC", curve);
        tags.put("gTRC", curve);
        tags.put("bTRC", curve);
        return IccProfile.read(profile("mntrRGB XYZ ", tags));
    }

    /**
     * A profile of these tags.
     *
     * @param kind class, color space and connection space, four letters each
     */
    static byte[] profile(String kind, Map<String, byte[]> tags) {
        ByteBuffer table = ByteBuffer.allocate(4 + 12 * tags.size()).putInt(tags.size());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int start = 128 + table.capacity();
        IdentityHashMap<byte[], Integer> placed = new IdentityHashMap<>(); // arrays that are shared stand once
        tags.forEach((signature, tag) -> {
            int at = placed.computeIfAbsent(tag, t -> {
                int offset = start + data.size();
                data.writeBytes(t);
                data.writeBytes(new byte[-t.length & 3]);
                return offset;
            });
            table.put(signature.getBytes(US_ASCII)).putInt(at).putInt(tag.length);
        });
        ByteBuffer out = ByteBuffer.allocate(start + data.size());
        out.putInt(out.capacity());
        out.position(8);
        out.putInt(0x02100000).put(kind.getBytes(US_ASCII));
        out.putShort((short) 2026).putShort((short) 1).putShort((short) 1);
        out.position(36);
        out.put("acsp".getBytes(US_ASCII));
        out.position(68);
        out.putInt(fixed(0.9642)).putInt(fixed(1)).putInt(fixed(0.8249));
        out.position(128);
        out.put(table.array()).put(data.toByteArray());
        return out.array();
    }

    static byte[] description(String name) {
        byte[] ascii = name.getBytes(US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(12 + ascii.length + 1 + 8 + 3 + 67);
        return out.put("desc".getBytes(US_ASCII))
                .putInt(0)
                .putInt(ascii.length + 1)
                .put(ascii)
                .array();
    }

    static byte[] text(String text) {
        byte[] ascii = text.getBytes(US_ASCII);
        return ByteBuffer.allocate(8 + ascii.length + 1)
                .put("text".getBytes(US_ASCII))
                .putInt(0)
                .put(ascii)
                .array();
    }

    static byte[] xyz(double... values) {
        ByteBuffer out = ByteBuffer.allocate(20).put("XYZ ".getBytes(US_ASCII)).putInt(0);
        for (double value : values) {
            out.putInt(fixed(value));
        }
        return out.array();
    }

    private static byte[] srgbCurve() {
        int entries = 1024;
        ByteBuffer out = ByteBuffer.allocate(12 + 2 * entries)
                .put("curv".getBytes(US_ASCII))
                .putInt(0)
                .putInt(entries);
        for (int i = 0; i < entries; i++) {
            double v = i / (entries - 1.0);
            double light = v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4);
            out.putShort((short) Math.round(light * 65535));
        }
        return out.array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }
}
