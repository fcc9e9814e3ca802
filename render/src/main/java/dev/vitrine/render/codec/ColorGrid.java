package dev.vitrine.render.codec;

import dev.vitrine.core.value.IccRequest.Intent;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.render.pixel.PixelBuffer;
import java.awt.color.CMMException;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The way from one color space to another as a grid of samples, filled once by the JDK's color engine and then read by
 * interpolation within the simplex that a color falls into, between 33 nodes on each axis (17 for ink); gray has all of its 256
 * levels. Results are within a few levels of the engine's own and do not depend on how it is driven; the grid itself may differ by a unit of 16 bits between releases of the engine.
 *
 * <p>The engine always takes the perceptual tables of a profile, or the relative ones. Other intents are had by a copy of the
 * profile whose table of tags points elsewhere, and what is more by an {@link Adaptation} between the two.
 */
public final class ColorGrid {
    private static final int FULL = 255;

    private final int steps;
    private final boolean fromGray;
    private final int outputs;
    /** Of 0 to 65535, one after the other for each node; the last input runs fastest. */
    private final char[] nodes;

    private final int[] base = new int[FULL + 1];
    private final int[] fraction = new int[FULL + 1];

    private ColorGrid(PixelType from, PixelType to, int steps, char[] nodes) {
        this.fromGray = from == PixelType.GRAY;
        this.steps = steps;
        this.outputs = components(to);
        this.nodes = nodes;
        for (int v = 0; v <= FULL; v++) {
            int cell = Math.min(v * (steps - 1) / FULL, steps - 2);
            base[v] = cell;
            fraction[v] = v * (steps - 1) - cell * FULL;
        }
    }

    /** The conversion between two profiles; nothing if they do not lead to each other. */
    public static Optional<ColorGrid> between(IccProfile from, IccProfile to, Intent intent, boolean blackPoint) {
        if (to.inputOnly()) {
            return Optional.empty();
        }
        int inputs = components(from.type());
        int steps = inputs == 1 ? 256 : inputs == 3 ? 33 : 17;
        int count = 1;
        for (int i = 0; i < inputs; i++) {
            count *= steps;
        }
        WritableRaster in = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, count, 1, inputs, null);
        int[] row = new int[count * inputs];
        for (int node = 0; node < count; node++) {
            int rest = node;
            for (int i = inputs - 1; i >= 0; i--) {
                row[node * inputs + i] = (rest % steps * 65535 + (steps - 1) / 2) / (steps - 1);
                rest /= steps;
            }
        }
        in.setPixels(0, 0, count, 1, row);
        WritableRaster out =
                Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, count, 1, components(to.type()), null);
        try {
            ICC_Profile first = profile(from, intent);
            ICC_Profile last = profile(to, intent);
            ICC_Profile[] chain = Adaptation.of(from, first, to, last, intent, blackPoint)
                    .map(between -> new ICC_Profile[] {first, between, last})
                    .orElseGet(() -> new ICC_Profile[] {first, last});
            new ColorConvertOp(chain, null).filter(in, out);
        } catch (CMMException | IllegalArgumentException e) {
            return Optional.empty();
        }
        int[] got = out.getPixels(0, 0, count, 1, (int[]) null);
        char[] nodes = new char[got.length];
        for (int i = 0; i < got.length; i++) {
            nodes[i] = (char) got[i];
        }
        return Optional.of(new ColorGrid(from.type(), to.type(), steps, nodes));
    }

    /** The profile with the tables of this intent in the place of all of them. */
    private static ICC_Profile profile(IccProfile profile, Intent intent) {
        byte[] bytes = profile.bytes().clone();
        int table = switch (intent) {
            case PERCEPTUAL -> 0;
            case RELATIVE, ABSOLUTE -> 1;
            case SATURATION -> 2;
        };
        for (String kind : new String[] {"A2B", "B2A"}) {
            int wanted = IccProfile.tag(bytes, kind + table);
            if (wanted >= 0) {
                ByteBuffer in = ByteBuffer.wrap(bytes);
                int offset = in.getInt(wanted + 4);
                int length = in.getInt(wanted + 8);
                for (int other = 0; other < 3; other++) {
                    int at = IccProfile.tag(bytes, kind + other);
                    if (at >= 0) {
                        in.putInt(at + 4, offset).putInt(at + 8, length);
                    }
                }
            }
        }
        return ICC_Profile.getInstance(bytes);
    }

    /** How much memory it takes. */
    public long bytes() {
        return 2L * nodes.length;
    }

    /** RGB or gray pixels of the picture, alpha as it was; of a conversion from RGB or gray to either of them. */
    public PixelBuffer light(PixelBuffer pixels) {
        int[] argb = pixels.argb();
        int[] out = new int[argb.length];
        int last = -1;
        int lastColor = 0;
        for (int i = 0; i < out.length; i++) {
            int rgb = argb[i] & 0xffffff;
            if (rgb != last) {
                last = rgb;
                lastColor = fromGray ? convert(rgb & 0xff) : convert(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
            }
            int color = outputs == 1 ? lastColor * 0x010101 : lastColor;
            out[i] = (argb[i] & 0xff000000) | color;
        }
        return new PixelBuffer(pixels.width(), pixels.height(), out);
    }

    /** Packed {@code 0xCCMMYYKK} of the picture over black; of a conversion from RGB to CMYK. */
    int[] inks(PixelBuffer pixels) {
        int[] rgb = OverBlack.flatten(pixels);
        int[] out = new int[rgb.length];
        int last = 0;
        int lastInk = convert(0, 0, 0);
        for (int i = 0; i < out.length; i++) {
            int color = rgb[i] & 0xffffff;
            if (color != last) {
                last = color;
                lastInk = convert(color >> 16, color >> 8 & 0xff, color & 0xff);
            }
            out[i] = lastInk;
        }
        return out;
    }

    /**
     * The outputs of three inputs, 8 bits each, packed with the first in the highest place. Walks from the cell's near corner
     * to its far one, along the axis with the longest fraction first.
     */
    int convert(int a, int b, int c) {
        int stepB = steps * outputs;
        int stepA = steps * stepB;
        int at = base[a] * stepA + base[b] * stepB + base[c] * outputs;
        int fa = fraction[a];
        int fb = fraction[b];
        int fc = fraction[c];
        int most = Math.max(fa, Math.max(fb, fc));
        int least = Math.min(fa, Math.min(fb, fc));
        int middle = fa + fb + fc - most - least;
        int one = at + (most == fa ? stepA : most == fb ? stepB : outputs);
        int three = at + stepA + stepB + outputs;
        int two = three - (least == fc ? outputs : least == fb ? stepB : stepA);
        int out = 0;
        for (int i = 0; i < outputs; i++) {
            int value = (FULL - most) * nodes[at + i]
                    + (most - middle) * nodes[one + i]
                    + (middle - least) * nodes[two + i]
                    + least * nodes[three + i];
            out = out << 8 | (value + 32767) / 65535;
        }
        return out;
    }

    /** The outputs of four inputs, packed likewise and found in the same way. */
    int convert(int a, int b, int c, int d) {
        int stepC = steps * outputs;
        int stepB = steps * stepC;
        int at = base[a] * steps * stepB + base[b] * stepB + base[c] * stepC + base[d] * outputs;
        int first = fraction[a] << 2;
        int second = fraction[b] << 2 | 1;
        int third = fraction[c] << 2 | 2;
        int fourth = fraction[d] << 2 | 3;
        int high = Math.max(first, second);
        int low = Math.min(first, second);
        int otherHigh = Math.max(third, fourth);
        int otherLow = Math.min(third, fourth);
        int most = Math.max(high, otherHigh);
        int least = Math.min(low, otherLow);
        int oneBetween = Math.min(high, otherHigh);
        int otherBetween = Math.max(low, otherLow);
        int more = Math.max(oneBetween, otherBetween);
        int less = Math.min(oneBetween, otherBetween);
        int one = at + step(most & 3);
        int two = one + step(more & 3);
        int three = two + step(less & 3);
        int four = three + step(least & 3);
        int out = 0;
        for (int i = 0; i < outputs; i++) {
            int value = (FULL - (most >> 2)) * nodes[at + i]
                    + ((most >> 2) - (more >> 2)) * nodes[one + i]
                    + ((more >> 2) - (less >> 2)) * nodes[two + i]
                    + ((less >> 2) - (least >> 2)) * nodes[three + i]
                    + (least >> 2) * nodes[four + i];
            out = out << 8 | (value + 32767) / 65535;
        }
        return out;
    }

    /** How far apart the nodes of one of four axes are. */
    private int step(int axis) {
        return switch (axis) {
            case 0 -> steps * steps * steps * outputs;
            case 1 -> steps * steps * outputs;
            case 2 -> steps * outputs;
            default -> outputs;
        };
    }

    /** The output of one input, packed likewise. */
    int convert(int gray) {
        int out = 0;
        for (int i = 0; i < outputs; i++) {
            out = out << 8 | (nodes[gray * outputs + i] * FULL + 32767) / 65535;
        }
        return out;
    }

    private static int components(PixelType type) {
        return switch (type) {
            case GRAY -> 1;
            case RGB -> 3;
            case CMYK -> 4;
        };
    }
}
