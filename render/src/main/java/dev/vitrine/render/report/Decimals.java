package dev.vitrine.render.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Real numbers as properties show them: up to four decimals, no trailing zeros, {@code -1} for what is endless. */
final class Decimals {
    private Decimals() {}

    static String text(double value) {
        if (!Double.isFinite(value)) {
            return "-1";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
