package dev.vitrine.render.resample;

import java.util.Arrays;

/**
 * Which source pixels make each target pixel of a row, and with what weight. Weights are integers that add up to exactly
 * {@link #ONE} for every target pixel (so flat stays flat), and the second half of the row mirrors the first (so flips
 * commute with scaling).
 */
final class Weights {
    static final int BITS = 14;
    static final int ONE = 1 << BITS;

    /** Source pixels per target pixel. */
    final int taps;

    /** For each target pixel where its taps begin; may lie before the row's start, and the taps may reach past its end. */
    final int[] first;

    /** The weight of each tap: {@code taps} per target pixel, 0 for some. */
    final int[] weight;

    private Weights(int taps, int[] first, int[] weight) {
        this.taps = taps;
        this.first = first;
        this.weight = weight;
    }

    /** Those of {@code count} target pixels from number {@code start} on. */
    static Weights of(Kernel kernel, int from, int to, int start, int count) {
        double ratio = (double) from / to;
        double stretch = Math.max(1, ratio);
        double reach = kernel.reach(stretch);
        int taps = (int) Math.ceil(2 * reach) + 1;
        int[] first = new int[count];
        int[] weight = new int[Math.multiplyExact(count, taps)];
        double[] exact = new double[taps];
        for (int n = 0; n < count; n++) {
            int mirror = to - 1 - (start + n);
            boolean mirrored = mirror < start + n;
            double center = (Math.min(start + n, mirror) + 0.5) * ratio;
            int left = (int) Math.floor(center - reach);
            int[] whole;
            if (mirrored && mirror >= start) {
                whole = Arrays.copyOfRange(weight, (mirror - start) * taps, (mirror - start + 1) * taps);
            } else {
                for (int t = 0; t < taps; t++) {
                    exact[t] = kernel.weight(Math.abs(left + t + 0.5 - center), stretch);
                }
                whole = normalized(exact, mirror == start + n);
            }
            first[n] = mirrored ? from - left - taps : left;
            for (int t = 0; t < taps; t++) {
                weight[n * taps + t] = whole[mirrored ? taps - 1 - t : t];
            }
        }
        return new Weights(taps, first, weight);
    }

    /** Integers that add up to {@link #ONE}; the rest left by rounding goes to the largest, or evenly to the two largest. */
    private static int[] normalized(double[] exact, boolean symmetric) {
        double sum = Arrays.stream(exact).sum();
        int[] whole = new int[exact.length];
        int rest = ONE;
        int largest = 0;
        int lastLargest = 0;
        for (int t = 0; t < exact.length; t++) {
            whole[t] = (int) Math.rint(exact[t] / sum * ONE);
            rest -= whole[t];
            if (whole[t] > whole[largest]) {
                largest = t;
            }
            if (whole[t] >= whole[lastLargest]) {
                lastLargest = t;
            }
        }
        if (symmetric) {
            whole[largest] += rest / 2;
            whole[lastLargest] += rest - rest / 2;
        } else {
            whole[largest] += rest;
        }
        return whole;
    }

    /** The pixel that stands in for number {@code i} of a row of this length. */
    static int inside(int i, int length, Edge edge) {
        return edge == Edge.WRAP ? Math.floorMod(i, length) : Math.min(Math.max(i, 0), length - 1);
    }
}
