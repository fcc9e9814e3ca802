package dev.vitrine.render.resample;

import dev.vitrine.core.value.ResMode;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Pieces;

/**
 * A symmetric reconstruction filter. Enlarging uses it as it is; reducing stretches it by the factor, so that every source
 * pixel counts and nothing aliases.
 */
public enum Kernel {
    /** The share of each source pixel that lies inside the target pixel: keeps the mean exactly, whatever the factor. */
    AREA(0.5) {
        @Override
        double reach(double stretch) {
            return (stretch + 1) / 2;
        }

        @Override
        double weight(double distance, double stretch) {
            return Math.min(1, Math.max(0, (stretch + 1) / 2 - distance));
        }
    },
    /** A tent. */
    BILINEAR(1) {
        @Override
        double at(double x) {
            return Math.max(0, 1 - x);
        }
    },
    /** Keys' cubic with a = -1/2 (Catmull-Rom). */
    BICUBIC(2) {
        @Override
        double at(double x) {
            return keys(x, -0.5);
        }
    },
    /** Keys' cubic with a = -1: overshoots more, for crisper reductions. */
    BICUBIC_SHARPER(2) {
        @Override
        double at(double x) {
            return keys(x, -1);
        }
    },
    /** A sinc windowed by the middle lobe of a sinc three times as wide. */
    LANCZOS(3) {
        @Override
        double at(double x) {
            return x < 3 ? sinc(x) * sinc(x / 3) : 0;
        }
    };

    private final double support;

    Kernel(double support) {
        this.support = support;
    }

    /** The filter that {@code resMode=} names. */
    public static Kernel of(ResMode mode) {
        return switch (mode) {
            case BILIN -> BILINEAR;
            case BICUB -> BICUBIC;
            case SHARP2 -> LANCZOS;
            case BISHARP -> BICUBIC_SHARPER;
        };
    }

    /** The distance, in source pixels, from which on the filter is 0 when it is stretched by this factor (1 or more). */
    double reach(double stretch) {
        return support * stretch;
    }

    /** The weight of a source pixel whose center is this far away; not normalized. */
    double weight(double distance, double stretch) {
        return at(distance / stretch);
    }

    /** The filter itself, for {@code x} not negative. */
    double at(double x) {
        return x < support ? 1 : 0;
    }

    private static double keys(double x, double a) {
        if (x < 1) {
            return ((a + 2) * x - (a + 3)) * x * x + 1;
        }
        return x < 2 ? ((a * x - 5 * a) * x + 8 * a) * x - 4 * a : 0;
    }

    private static double sinc(double x) {
        return x < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** The pixels of a picture scaled to another size that depend on a part of it, and perhaps some more. */
    Pieces touched(Pieces part, Size to) {
        double across = (double) part.size().width() / to.width();
        double down = (double) part.height() / to.height();
        return part.scaled(to, reach(Math.max(1, across)) / across, reach(Math.max(1, down)) / down);
    }

    /** The pixels of a picture of this size that a part of it depends on once it is scaled, and perhaps some more. */
    Pieces needed(Pieces part, Size from) {
        double across = (double) from.width() / part.size().width();
        double down = (double) from.height() / part.height();
        return part.scaled(from, reach(Math.max(1, across)), reach(Math.max(1, down)));
    }
}
