package dev.vitrine.render.step;

import dev.vitrine.catalog.resolve.Colorize;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.RealPair;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Values in a plan's text: up to four decimals, without trailing zeros. */
final class Numbers {
    private Numbers() {}

    static String text(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String text(RealPair pair) {
        return text(pair.x()) + "," + text(pair.y());
    }

    /** Nothing for the picture's top left. */
    static String text(Anchor anchor) {
        if (anchor.equals(Anchor.topLeft())) {
            return "";
        }
        if (anchor instanceof Anchor.Normalized n) {
            return " anchorN " + text(n.x()) + "," + text(n.y());
        }
        Anchor.Pixels p = (Anchor.Pixels) anchor;
        return " anchor " + text(p.x()) + "," + text(p.y());
    }

    static String text(Optional<Colorize> colorize) {
        return colorize.map(c -> " recolored " + c.base() + ">" + c.color()).orElse("");
    }

    /** Nothing for the usual value. */
    static String unless(double value, double usual, String label) {
        return value == usual ? "" : label + text(value);
    }
}
