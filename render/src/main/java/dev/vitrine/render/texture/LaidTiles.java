package dev.vitrine.render.texture;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.resample.Edge;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tiles of one size, laid: a larger picture that is repeated straight. As it is a picture like any other, its small sizes are
 * filtered across the seams between tiles as they lie, and nothing bleeds in from a tile's opposite edge.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record LaidTiles(int level, Cell cell, int columns, int rows, Laying.Hang[] hangs) implements Tiling {
    /**
     * One tile with its share of the joint around it.
     *
     * @param cut pixels taken away from each side of the picture
     * @param before pixels of grout left of the tile and above
     * @param after pixels of grout right of it and below
     * @param grout premultiplied
     */
    record Cell(int width, int height, int cut, int before, int after, int grout) {
        /** Around a picture of this size, which is itself scaled by {@code scale}. */
        static Cell of(int width, int height, Optional<Laying.Joint> joint, double scale) {
            if (joint.isEmpty()) {
                return new Cell(width, height, 0, 0, 0, 0);
            }
            double most = 4.0 * Math.max(width, height);
            int cut = (int) Math.rint(Math.min(most, joint.get().authored() * scale) / 2);
            cut = Math.min(cut, (Math.min(width, height) - 1) / 2);
            int grout = (int) Math.rint(Math.min(most, joint.get().width() * scale));
            var color = joint.get().color();
            int argb = 0xff000000 | color.red() << 16 | color.green() << 8 | color.blue();
            return new Cell(width - 2 * cut + grout, height - 2 * cut + grout, cut, grout / 2, grout - grout / 2, argb);
        }

        long pixels() {
            return (long) width * height;
        }

        /** The picture's texels, framed. */
        int[] texels(MipMap.Level picture) {
            int[] out = new int[width * height];
            Arrays.fill(out, grout);
            int inner = width - before - after;
            for (int y = before; y < height - after; y++) {
                int from = (y - before + cut) * picture.width() + cut;
                System.arraycopy(picture.texels(), from, out, y * width + before, inner);
            }
            return out;
        }
    }

    @Override
    public MipMap lay(MipMap tile) {
        int[] texels = cell.texels(tile.level(level));
        int w = cell.width();
        int h = cell.height();
        int width = columns * w;
        int[] out = new int[width * rows * h];
        for (int y = 0; y < rows * h; y++) {
            for (int i = 0; i < columns; i++) {
                Laying.Hang hang = hangs[y / h * columns + i];
                int at = y * width + i * w;
                for (int x = 0; x < w; x++) {
                    out[at + x] = texels[hang.source(x, y % h, w, h)];
                }
            }
        }
        return new MipMap(new MipMap.Level(width, rows * h, out), Edge.WRAP);
    }

    @Override
    public RealPair place(RealPair pixel) {
        double shift = cell.before() - cell.cut();
        return new RealPair(pixel.x() * scale() + shift, pixel.y() * scale() + shift);
    }

    @Override
    public double scale() {
        return Math.scalb(1.0, -level);
    }
}
