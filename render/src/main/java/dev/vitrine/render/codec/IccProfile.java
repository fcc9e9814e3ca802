package dev.vitrine.render.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import com.google.common.base.CharMatcher;
import com.google.common.hash.Hashing;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.IccRequest.Intent;
import dev.vitrine.core.value.PixelType;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An ICC profile of a gray, RGB or CMYK color space (ICC.1:2010, section 7). Its bytes are those of the file it came from, to
 * the last one, and that is how it is embedded.
 *
 * @param bytes not to be written to
 * @param id changes whenever a byte does
 * @param inputOnly whether colors can be converted from it and not to it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its id
public record IccProfile(byte[] bytes, PixelType type, String id, boolean inputOnly) {
    /** Profiles of printers with fine tables have about 3 MB. */
    public static final int MOST_BYTES = 16 << 20;

    /** IEC 61966-2-1; every server has it. */
    public static final IccProfile SRGB = BuiltInProfiles.srgb();

    /** Adobe RGB (1998); every server has it. */
    public static final IccProfile ADOBE_RGB = BuiltInProfiles.adobeRgb();

    private static final int HEADER_BYTES = 128;
    private static final int TAG_BYTES = 12;
    private static final int MOST_TAGS = 200;
    private static final int MOST_NAME_BYTES = 100;

    /**
     * The profile in a file.
     *
     * @throws dev.vitrine.core.failure.FailureException if it is none, or of a kind that cannot be used
     */
    public static IccProfile of(SourceBytes file) {
        Optional<String> wrong = problem(file.data());
        if (wrong.isPresent()) {
            throw Failures.sourceUnsupported(file.name(), wrong.get());
        }
        return read(file.data());
    }

    /** The profile in these bytes, if they are one that can be used. */
    static Optional<IccProfile> find(byte[] bytes) {
        return problem(bytes).isPresent() ? Optional.empty() : Optional.of(read(bytes));
    }

    /** The profile in these bytes, which are known to hold one. */
    static IccProfile read(byte[] bytes) {
        PixelType type = switch (text(bytes, 16)) {
            case "GRAY" -> PixelType.GRAY;
            case "RGB " -> PixelType.RGB;
            default -> PixelType.CMYK;
        };
        boolean table = tag(bytes, "A2B0") >= 0;
        boolean inputOnly = table && tag(bytes, "B2A0") < 0 && (type == PixelType.CMYK || tag(bytes, "rXYZ") < 0);
        return new IccProfile(bytes, type, Hashing.sha256().hashBytes(bytes).toString(), inputOnly);
    }

    private static Optional<String> problem(byte[] bytes) {
        if (bytes.length < HEADER_BYTES + 4 || !text(bytes, 36).equals("acsp")) {
            return Optional.of("not an ICC profile");
        }
        if (bytes.length > MOST_BYTES) {
            return Optional.of("a profile of more than " + MOST_BYTES + " bytes");
        }
        long declared = ByteBuffer.wrap(bytes).getInt(0) & 0xffffffffL;
        if (declared > bytes.length) {
            return Optional.of("an ICC profile that ends early");
        }
        if (!text(bytes, 16).matches("GRAY|RGB |CMYK") || !text(bytes, 12).matches("scnr|mntr|prtr|spac")) {
            return Optional.of("an ICC profile of neither gray, RGB nor CMYK devices");
        }
        return tagsFit(bytes) ? Optional.empty() : Optional.of("an ICC profile with a damaged table");
    }

    private static boolean tagsFit(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int count = in.getInt(HEADER_BYTES);
        if (count < 1 || count > MOST_TAGS || HEADER_BYTES + 4 + TAG_BYTES * count > bytes.length) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            int at = HEADER_BYTES + 4 + TAG_BYTES * i;
            long offset = in.getInt(at + 4) & 0xffffffffL;
            long length = in.getInt(at + 8) & 0xffffffffL;
            if (offset + length > bytes.length) {
                return false;
            }
        }
        return true;
    }

    /** Where the entry of this tag stands in the table; -1 if it does not. */
    static int tag(byte[] bytes, String signature) {
        int count = ByteBuffer.wrap(bytes).getInt(HEADER_BYTES);
        for (int i = 0; i < count; i++) {
            int at = HEADER_BYTES + 4 + TAG_BYTES * i;
            if (text(bytes, at).equals(signature)) {
                return at;
            }
        }
        return -1;
    }

    /** The intent that the profile's own header names. */
    public Intent intent() {
        return switch (bytes[67] & 3) {
            case 0 -> Intent.PERCEPTUAL;
            case 1 -> Intent.RELATIVE;
            case 2 -> Intent.SATURATION;
            default -> Intent.ABSOLUTE;
        };
    }

    /**
     * What the profile calls itself (tag {@code desc}, ICC.1:2010, 9.2.41; in version 2 plain ASCII), cut after 100
     * bytes; its pixel type, if it does not.
     */
    public String description() {
        int entry = tag(bytes, "desc");
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int at = entry < 0 ? -1 : in.getInt(entry + 4);
        int end = entry < 0 ? -1 : at + in.getInt(entry + 8);
        if (at < HEADER_BYTES || end - at < 28) {
            return type.name();
        }
        boolean isPlain = text(bytes, at).equals("desc");
        int from = isPlain ? at + 12 : at + in.getInt(at + 24);
        int length = Math.min(isPlain ? in.getInt(at + 8) - 1 : in.getInt(at + 20), MOST_NAME_BYTES);
        boolean fits = from > at && length > 0 && from <= end - length;
        String name = fits ? new String(bytes, from, length, isPlain ? US_ASCII : UTF_16BE) : "";
        return name.isBlank() ? type.name() : CharMatcher.javaIsoControl().removeFrom(name);
    }

    private static String text(byte[] bytes, int at) {
        return new String(bytes, at, 4, US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IccProfile profile && profile.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return type + " profile " + id;
    }
}
