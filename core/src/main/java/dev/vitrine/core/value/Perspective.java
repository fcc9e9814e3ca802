package dev.vitrine.core.value;

import com.google.common.collect.ImmutableList;
import dev.vitrine.core.failure.Failures;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code perspective=}: where the corners of a layer's content come to lie on the canvas.
 *
 * @param corners of the top left, the top right, the bottom right and the bottom left; they go round something convex
 * @param normalized whether they are shares of the canvas, else pixels of it
 */
public record Perspective(ImmutableList<RealPair> corners, boolean normalized, Sampling sampling) {
    private static final Pattern JITTERED = Pattern.compile("R3T[0-9]{1,3}");

    /** How pixels are made of the content. */
    public enum Sampling {
        /** The nearest pixel. */
        R1,
        /** Between four pixels. */
        R2,
        /** Of many places within the pixel. */
        R3
    }

    /** Reads four points in pixels, and perhaps the sampling. */
    public static Perspective readPixels(String command, String value) {
        return read(command, value, false);
    }

    /** Reads four points as shares of the canvas, and perhaps the sampling. */
    public static Perspective readShares(String command, String value) {
        return read(command, value, true);
    }

    private static Perspective read(String command, String value, boolean normalized) {
        List<String> parts = Numbers.parts(value);
        if (parts.size() != 8 && parts.size() != 9) {
            throw Failures.badValue(command, value, "eight numbers");
        }
        ImmutableList.Builder<RealPair> corners = ImmutableList.builder();
        for (int i = 0; i < 8; i += 2) {
            corners.add(new RealPair(Numbers.real(command, parts.get(i)), Numbers.real(command, parts.get(i + 1))));
        }
        Sampling sampling = parts.size() == 8 ? Sampling.R3 : sampling(command, parts.get(8));
        Perspective read = new Perspective(corners.build(), normalized, sampling);
        if (!read.isConvex()) {
            throw Failures.badValue(command, value, "four corners of something convex, one after the other");
        }
        return read;
    }

    private static Sampling sampling(String command, String word) {
        return JITTERED.matcher(word).matches() && Numbers.whole(command, word.substring(3), 0, 200) >= 0
                ? Sampling.R3
                : Words.read(command, word, word, Sampling.values());
    }

    /** Whether it goes on turning the same way at every corner, and by more than rounding makes. */
    private boolean isConvex() {
        int turns = 0;
        for (int i = 0; i < 4; i++) {
            RealPair a = corners.get(i);
            RealPair b = corners.get((i + 1) % 4);
            RealPair c = corners.get((i + 2) % 4);
            double x1 = b.x() - a.x();
            double y1 = b.y() - a.y();
            double x2 = c.x() - b.x();
            double y2 = c.y() - b.y();
            double turn = x1 * y2 - y1 * x2;
            double size = (Math.abs(x1) + Math.abs(y1)) * (Math.abs(x2) + Math.abs(y2));
            turns += Math.abs(turn) <= 1e-9 * size ? 0 : turn > 0 ? 1 : -1;
        }
        return Math.abs(turns) == 4;
    }

    /** The same in pixels of a canvas of this size. */
    public Perspective on(double width, double height) {
        return normalized
                ? new Perspective(
                        corners.stream()
                                .map(corner -> new RealPair(corner.x() * width, corner.y() * height))
                                .collect(ImmutableList.toImmutableList()),
                        false,
                        sampling)
                : this;
    }

    /** The smallest box of whole pixels that holds it. */
    public MeasuredBox box() {
        double left = Math.floor(corners.stream().mapToDouble(RealPair::x).min().orElseThrow());
        double top = Math.floor(corners.stream().mapToDouble(RealPair::y).min().orElseThrow());
        double right = Math.ceil(corners.stream().mapToDouble(RealPair::x).max().orElseThrow());
        double bottom =
                Math.ceil(corners.stream().mapToDouble(RealPair::y).max().orElseThrow());
        return new MeasuredBox(left, top, Math.max(1, right - left), Math.max(1, bottom - top), false);
    }

    /** As the command of this kind reads it. */
    public String text() {
        StringBuilder out = new StringBuilder();
        corners.forEach(corner -> out.append(corner).append(','));
        return out.append(sampling).toString();
    }
}
