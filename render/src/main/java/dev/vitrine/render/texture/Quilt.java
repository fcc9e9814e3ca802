package dev.vitrine.render.texture;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.resample.Edge;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * A texture synthesized from a picture that does not repeat by itself: patches of it, chosen at random among those that match
 * their neighbours, overlapping, cut along the line where they differ least (Efros and Freeman, Image Quilting for Texture
 * Synthesis and Transfer, 2001), and there blended over a few texels. The quilt closes on itself on all four sides, so that it
 * can be repeated.
 *
 * @param before makes the picture that patches are taken from; absent where the tile itself is it
 * @param level of the tile
 * @param width of the picture that patches are taken from
 * @param patchWidth that picture's own side where nothing is random along it
 * @param columns of patches; a single one repeats by itself
 * @param edges whether cuts go by chance too
 * @param seed what chance goes by
 */
record Quilt(
        Optional<Quilt> before,
        int level,
        int width,
        int height,
        int patchWidth,
        int patchHeight,
        int columns,
        int rows,
        boolean edges,
        long seed)
        implements Tiling {
    private static final int CANDIDATES = 64;
    private static final int OVERLAPS = 3;
    private static final int LEAST = 4;

    /** Of an overlap's width: how far to either side of a cut both patches are seen. */
    private static final double BLEND = 0.2;

    /** Pixels that a quilt may have; larger pictures give their patches at half their size, or a quarter. */
    private static final long MOST_PIXELS = 1 << 22;

    private static final int MOST_PATCHES = 24;

    /**
     * The quilt of a mode.
     *
     * @param repeat 14 to 19
     * @param width of the picture
     */
    static Quilt of(int repeat, int width, int height, long seed) {
        int level = 0;
        while (true) {
            int w = Math.max(1, (int) Math.ceil(Math.scalb((double) width, -level)));
            int h = Math.max(1, (int) Math.ceil(Math.scalb((double) height, -level)));
            Quilt quilt = ofLevel(repeat, level, w, h, seed);
            if ((long) quilt.quiltWidth() * quilt.quiltHeight() <= MOST_PIXELS || w * h == 1) {
                return quilt;
            }
            level++;
        }
    }

    private static Quilt ofLevel(int repeat, int level, int w, int h, long seed) {
        return switch (repeat) {
            case 15 -> squares(level, w, h, 0.25, seed);
            case 16 -> squares(level, w, h, 0.75, seed);
            case 17 -> {
                Quilt closed = new Quilt(Optional.empty(), level, w, h, w, h, 1, 2, true, seed);
                int all = closed.quiltHeight();
                int side = side(w, 0.5);
                yield new Quilt(Optional.of(closed), level, w, all, side, all, patches(side), 1, false, seed);
            }
            case 18 -> {
                Quilt closed = new Quilt(Optional.empty(), level, w, h, w, h, 2, 1, true, seed);
                int all = closed.quiltWidth();
                int side = side(h, 0.5);
                yield new Quilt(Optional.of(closed), level, all, h, all, side, 1, patches(side), false, seed);
            }
            case 19 -> new Quilt(Optional.empty(), level, w, h, w, h, 2, 2, true, seed);
            default -> squares(level, w, h, 0.5, seed);
        };
    }

    private static Quilt squares(int level, int w, int h, double share, long seed) {
        int x = side(w, share);
        int y = side(h, share);
        return new Quilt(Optional.empty(), level, w, h, x, y, patches(x), patches(y), false, seed);
    }

    private static int side(int length, double share) {
        return Math.min(length, Math.max(LEAST, (int) Math.rint(length * share)));
    }

    private static int patches(int patch) {
        int step = patch - overlap(patch);
        return Math.max(2, Math.min(MOST_PATCHES, (int) Math.sqrt((double) MOST_PIXELS) / step));
    }

    private static int overlap(int patch) {
        return patch / OVERLAPS;
    }

    /** Nothing overlaps along a side that is taken whole. */
    private int overlapX() {
        return columns == 1 ? 0 : overlap(patchWidth);
    }

    private int overlapY() {
        return rows == 1 ? 0 : overlap(patchHeight);
    }

    private int quiltWidth() {
        return columns * (patchWidth - overlapX());
    }

    private int quiltHeight() {
        return rows * (patchHeight - overlapY());
    }

    @Override
    public MipMap lay(MipMap tile) {
        int[] picture = before.map(b -> b.lay(tile).level(0))
                .orElseGet(() -> tile.level(level))
                .texels();
        int[] texels = new Sewing(picture).sew();
        return new MipMap(new MipMap.Level(quiltWidth(), quiltHeight(), texels), Edge.WRAP);
    }

    @Override
    public RealPair place(RealPair pixel) {
        return new RealPair(pixel.x() * scale(), pixel.y() * scale());
    }

    @Override
    public double scale() {
        return Math.scalb(1.0, -level);
    }

    /** The work. */
    private final class Sewing {
        private final int[] picture;
        private final int[] quilt = new int[quiltWidth() * quiltHeight()];
        private final boolean[] sewn = new boolean[quilt.length];
        private final float[] kept = new float[patchWidth * patchHeight];
        private final Random random = new Random(seed);

        Sewing(int[] picture) {
            this.picture = picture;
        }

        int[] sew() {
            for (int j = 0; j < rows; j++) {
                for (int i = 0; i < columns; i++) {
                    int left = i * (patchWidth - overlapX());
                    int top = j * (patchHeight - overlapY());
                    int from = i == 0 && j == 0 ? 0 : choose(left, top);
                    cut(from, left, top, i, j);
                    copy(from, left, top);
                }
            }
            return quilt;
        }

        /** The place in the picture, by index of its first texel, that best fits what is sewn already. */
        private int choose(int left, int top) {
            int best = 0;
            long least = Long.MAX_VALUE;
            for (int c = 0; c < CANDIDATES; c++) {
                int x = random.nextInt(width - patchWidth + 1);
                int y = random.nextInt(height - patchHeight + 1);
                long misfit = misfit(y * width + x, left, top, least);
                if (misfit < least) {
                    least = misfit;
                    best = y * width + x;
                }
            }
            return best;
        }

        private long misfit(int from, int left, int top, long enough) {
            long sum = 0;
            for (int y = 0; y < patchHeight && sum < enough; y += 2) {
                for (int x = 0; x < patchWidth; x += 2) {
                    int at = at(left + x, top + y);
                    if (sewn[at]) {
                        sum += apart(quilt[at], picture[from + y * width + x]);
                    }
                }
            }
            return sum;
        }

        /** Works out what stays of the quilt under the patch: what lies beyond the cuts through its overlaps. */
        private void cut(int from, int left, int top, int i, int j) {
            Arrays.fill(kept, 0);
            int v = overlapX();
            int u = overlapY();
            if (v > 0 && i > 0) {
                vertical(from, left, top, 0, v, true);
            }
            if (v > 0 && i == columns - 1) {
                vertical(from, left, top, patchWidth - v, v, false);
            }
            if (u > 0 && j > 0) {
                horizontal(from, left, top, 0, u, true);
            }
            if (u > 0 && j == rows - 1) {
                horizontal(from, left, top, patchHeight - u, u, false);
            }
        }

        private void vertical(int from, int left, int top, int x0, int wide, boolean before) {
            long[] cost = new long[wide * patchHeight];
            for (int y = 0; y < patchHeight; y++) {
                for (int x = 0; x < wide; x++) {
                    cost[y * wide + x] = cost(from, left, top, x0 + x, y);
                }
            }
            int[] line = Cut.of(cost, wide, patchHeight, rows == 1);
            for (int y = 0; y < patchHeight; y++) {
                for (int x = 0; x < wide; x++) {
                    keep(y * patchWidth + x0 + x, before ? line[y] - x : x - line[y], wide);
                }
            }
        }

        private void horizontal(int from, int left, int top, int y0, int high, boolean before) {
            long[] cost = new long[high * patchWidth];
            for (int x = 0; x < patchWidth; x++) {
                for (int y = 0; y < high; y++) {
                    cost[x * high + y] = cost(from, left, top, x, y0 + y);
                }
            }
            int[] line = Cut.of(cost, high, patchWidth, columns == 1);
            for (int x = 0; x < patchWidth; x++) {
                for (int y = 0; y < high; y++) {
                    keep((y0 + y) * patchWidth + x, before ? line[x] - y : y - line[x], high);
                }
            }
        }

        /** @param beyond how far past the cut, texels */
        private void keep(int at, int beyond, int overlap) {
            double reach = Math.max(0.5, BLEND * overlap);
            double share = Math.min(Math.max((beyond + reach) / (2 * reach), 0), 1);
            kept[at] = Math.max(kept[at], (float) share);
        }

        /** What a cut costs here; where only edges are random, chance has a say in it. */
        private long cost(int from, int left, int top, int x, int y) {
            long apart = apart(quilt[at(left + x, top + y)], picture[from + y * width + x]);
            return edges ? apart + random.nextInt(400) : apart + 1;
        }

        private void copy(int from, int left, int top) {
            for (int y = 0; y < patchHeight; y++) {
                for (int x = 0; x < patchWidth; x++) {
                    int at = at(left + x, top + y);
                    int texel = picture[from + y * width + x];
                    quilt[at] = sewn[at] ? mixed(texel, quilt[at], kept[y * patchWidth + x]) : texel;
                    sewn[at] = true;
                }
            }
        }

        private static int mixed(int a, int b, float share) {
            int out = 0;
            for (int shift = 0; shift < 32; shift += 8) {
                float from = a >>> shift & 255;
                out |= Math.round(from + share * ((b >>> shift & 255) - from)) << shift;
            }
            return out;
        }

        private int at(int x, int y) {
            return y % quiltHeight() * quiltWidth() + x % quiltWidth();
        }

        private static long apart(int a, int b) {
            long sum = 0;
            for (int shift = 0; shift < 32; shift += 8) {
                long d = (long) (a >>> shift & 255) - (b >>> shift & 255);
                sum += d * d;
            }
            return sum;
        }
    }
}
