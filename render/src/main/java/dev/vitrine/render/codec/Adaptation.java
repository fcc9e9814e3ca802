package dev.vitrine.render.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vitrine.core.value.IccRequest.Intent;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the color engine does not do by itself, as an abstract profile between two others: an affine map of X, Y and Z,
 * {@code out = scale in + offset}, each cut at 0.
 *
 * <ul>
 *   <li>Absolute colorimetric: media-relative colors are scaled by source white over destination white (ICC.1:2010, 6.3.2.2).
 *   <li>Black point compensation (ISO 18619): the line through both whites, D50, that leads the source's black to the
 *       destination's. Blacks are taken as neutral and no lighter than L* 50.
 * </ul>
 */
final class Adaptation {
    private static final double[] D50 = {0.9642, 1, 0.8249};
    private static final int ENTRIES = 256;

    /** One unit of XYZ in 16 bits; the largest number is a little less than 2. */
    private static final double UNIT = 32768;

    /** L* 50. */
    private static final double LIGHTEST_BLACK = 0.1842;

    private Adaptation() {}

    /** Between two profiles whose tables are already those of the intent; nothing where nothing has to be done. */
    static Optional<ICC_Profile> of(
            IccProfile from,
            ICC_Profile fromTables,
            IccProfile to,
            ICC_Profile toTables,
            Intent intent,
            boolean black) {
        if (intent == Intent.ABSOLUTE) {
            double[] source = white(from);
            double[] destination = white(to);
            return affine(
                    new double[] {source[0] / destination[0], source[1] / destination[1], source[2] / destination[2]},
                    new double[3]);
        }
        if (!black) {
            return Optional.empty();
        }
        double source = darkest(fromTables);
        double destination = darkest(toTables);
        double scale = (1 - destination) / (1 - source);
        double offset = (destination - source) / (1 - source);
        return affine(
                new double[] {scale, scale, scale}, new double[] {offset * D50[0], offset * D50[1], offset * D50[2]});
    }

    /** Luminance, relative to white, of the color that the device gives for none. */
    private static double darkest(ICC_Profile profile) {
        ICC_Profile connection = ICC_Profile.getInstance(ColorSpace.CS_CIEXYZ);
        WritableRaster device =
                Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 1, 1, profile.getNumComponents(), null);
        WritableRaster xyz = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 1, 1, 3, null);
        new ColorConvertOp(new ICC_Profile[] {connection, profile}, null).filter(xyz, device);
        new ColorConvertOp(new ICC_Profile[] {profile, connection}, null).filter(device, xyz);
        return Math.min(LIGHTEST_BLACK, xyz.getSample(0, 0, 1) / UNIT);
    }

    /** The media white; of displays it is that of the connection space, whatever old profiles say. */
    private static double[] white(IccProfile profile) {
        byte[] bytes = profile.bytes();
        int at = IccProfile.tag(bytes, "wtpt");
        boolean display = new String(bytes, 12, 4, US_ASCII).equals("mntr");
        if (at < 0 || display) {
            return D50;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int offset = in.getInt(at + 4);
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            out[i] = in.getInt(offset + 8 + 4 * i) / 65536.0;
            if (!(out[i] > 0.1 && out[i] < 2)) {
                return D50;
            }
        }
        return out;
    }

    private static Optional<ICC_Profile> affine(double[] scale, double[] offset) {
        boolean none = true;
        for (int i = 0; i < 3; i++) {
            none &= Math.abs(scale[i] - 1) < 1e-4 && Math.abs(offset[i]) < 1e-4;
        }
        if (none) {
            return Optional.empty();
        }
        byte[] table = new byte[52 + 2 * (3 * ENTRIES + 24 + 6)];
        ByteBuffer out = ByteBuffer.wrap(table);
        out.put("mft2".getBytes(US_ASCII)).putInt(0);
        out.put((byte) 3).put((byte) 3).put((byte) 2).put((byte) 0);
        for (int i = 0; i < 9; i++) {
            out.putInt(i % 4 == 0 ? 65536 : 0);
        }
        out.putShort((short) ENTRIES).putShort((short) 2);
        for (int i = 0; i < 3; i++) {
            for (int entry = 0; entry < ENTRIES; entry++) {
                double in = 65535 / UNIT * entry / (ENTRIES - 1);
                double value = (scale[i] * in + offset[i]) * UNIT;
                out.putShort((short) Math.round(Math.max(0, Math.min(65535, value))));
            }
        }
        for (int node = 0; node < 8; node++) {
            for (int i = 0; i < 3; i++) {
                out.putShort((short) ((node >> (2 - i) & 1) == 1 ? 0xffff : 0));
            }
        }
        for (int i = 0; i < 3; i++) {
            out.putShort((short) 0).putShort((short) 0xffff);
        }
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", BuiltInProfiles.description("adaptation"));
        tags.put("cprt", BuiltInProfiles.text("No copyright, use freely"));
        tags.put("wtpt", BuiltInProfiles.xyz(D50));
        tags.put("A2B0", table);
        return Optional.of(ICC_Profile.getInstance(BuiltInProfiles.profile("abstXYZ XYZ ", tags)));
    }
}
