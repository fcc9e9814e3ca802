package dev.vitrine.render.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Color profiles for tests: of a printing press, of a gray screen, and of a wide RGB space. */
public final class Profiles {
    private Profiles() {}

    /** ISO coated v2, freely licensed, with all tables both ways. */
    public static byte[] press() {
        try (InputStream in =
                Profiles.class.getResourceAsStream("/org/apache/pdfbox/resources/icc/ISOcoated_v2_300_bas.icc")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] gray() {
        Map<String, byte[]> tags = named("gray");
        tags.put("kTRC", gamma());
        return BuiltInProfiles.profile("mntrGRAYXYZ ", tags);
    }

    /** Primaries and gamma of Adobe RGB (1998). */
    public static byte[] wide() {
        Map<String, byte[]> tags = named("wide");
        tags.put("rXYZ", BuiltInProfiles.xyz(0.60974, 0.31111, 0.01947));
        tags.put("gXYZ", BuiltInProfiles.xyz(0.20528, 0.62567, 0.06087));
        tags.put("bXYZ", BuiltInProfiles.xyz(0.14919, 0.06322, 0.74457));
        byte[] gamma = gamma();
        tags.put("rTRC", gamma);
        tags.put("gTRC", gamma);
        tags.put("bTRC", gamma);
        return BuiltInProfiles.profile("mntrRGB XYZ ", tags);
    }

    private static Map<String, byte[]> named(String name) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", BuiltInProfiles.description(name));
        tags.put("cprt", BuiltInProfiles.text("none"));
        tags.put("wtpt", BuiltInProfiles.xyz(0.9642, 1, 0.8249));
        return tags;
    }

    /** 2.2, as a number with 8 bits behind the point. */
    private static byte[] gamma() {
        byte[] out = new byte[14];
        ByteBuffer.wrap(out).put("curv".getBytes(US_ASCII)).putInt(0).putInt(1).putShort((short) 563);
        return out;
    }
}
