package dev.vitrine.render.codec;

import java.math.BigDecimal;

/** How large a picture is printed, in points of 1/72 inch. */
record PrintSize(double width, double height) {
    private static final int POINTS_PER_INCH = 72;
    private static final int DECIMALS = 4;

    static PrintSize of(Samples samples, double dpi) {
        return new PrintSize(samples.width() * POINTS_PER_INCH / dpi, samples.height() * POINTS_PER_INCH / dpi);
    }

    PrintSize divided(int by) {
        return new PrintSize(width / by, height / by);
    }

    /** The next whole points. */
    String wholeText() {
        return (long) Math.ceil(width) + " " + (long) Math.ceil(height);
    }

    /** As PDF and PostScript write it: without an exponent. */
    @Override
    public String toString() {
        return text(width) + " " + text(height);
    }

    static String text(double points) {
        BigDecimal rounded = BigDecimal.valueOf(Math.max(1, Math.round(points * 1e4)), DECIMALS);
        return rounded.stripTrailingZeros().toPlainString();
    }
}
