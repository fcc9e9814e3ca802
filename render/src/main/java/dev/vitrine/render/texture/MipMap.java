package dev.vitrine.render.texture;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.resample.Kernel;
import dev.vitrine.render.resample.Premultiplied;
import dev.vitrine.render.resample.Resampler;
import dev.vitrine.render.resample.UnsharpMask;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * A picture at full size and smaller, step by step: each second step is a level with half the sides of the level before it,
 * rounded up, down to one pixel; the steps between have sides smaller by the square root of 2. Each is made from a larger one
 * when it is first needed. Sides need not be powers of two: every step stands for the whole picture all the same. Safe for
 * many threads.
 */
public final class MipMap {
    private static final int SMALL = 24;

    private final Edge edge;
    private final int width;
    private final int height;
    private final boolean opaque;
    private final Level[] steps;
    private final TexelPairs[] pairs;
    private final IntFunction<Level> maker;

    /**
     * One size of the picture.
     *
     * @param texels premultiplied {@code 0xAARRGGBB}, row by row; shared, so not to be written to
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Level(int width, int height, int[] texels) {}

    /** @param edge what lies past the picture's ends: itself again for tiles, its last pixel for single pictures */
    public MipMap(PixelBuffer picture, Edge edge) {
        this(premultiplied(picture), edge);
    }

    /** A picture that is premultiplied already. */
    MipMap(Level full, Edge edge) {
        this.edge = edge;
        this.width = full.width();
        this.height = full.height();
        this.opaque = Premultiplied.isOpaque(full.texels());
        this.steps = new Level[count(width, height)];
        this.pairs = new TexelPairs[steps.length];
        this.maker = j -> j == 0 ? full : smaller(j % 2 == 0 ? step(j - 2) : step(j - 1), j % 2 == 0);
    }

    /** The same picture with each size made from the plain one's. */
    private MipMap(MipMap plain, UnaryOperator<Level> change) {
        this.edge = plain.edge;
        this.width = plain.width;
        this.height = plain.height;
        this.opaque = plain.opaque;
        this.steps = new Level[plain.steps.length];
        this.pairs = new TexelPairs[steps.length];
        this.maker = j -> change.apply(plain.step(j));
    }

    private static Level premultiplied(PixelBuffer picture) {
        boolean opaque = Premultiplied.isOpaque(picture.argb());
        int[] texels = opaque ? picture.argb() : Premultiplied.from(picture.argb());
        return new Level(picture.width(), picture.height(), texels);
    }

    /** The same picture with each size sharpened for itself: what is looked up is sharp at the size it is seen at. */
    public MipMap sharpened(UnsharpMask sharpening) {
        return new MipMap(this, level -> sharp(level, sharpening, edge));
    }

    /** The same picture with its smaller sizes made in another way. */
    MipMap resized(Resizing resizing) {
        return new MipMap(this, level -> {
            boolean full = level.width() == width && level.height() == height;
            return full ? level : resizing.resize(level(0), new Size(level.width(), level.height()), edge);
        });
    }

    private static Level sharp(Level level, UnsharpMask sharpening, Edge edge) {
        boolean opaque = Premultiplied.isOpaque(level.texels());
        int[] straight = level.texels();
        if (!opaque) {
            straight = straight.clone();
            Premultiplied.toStraight(straight);
        }
        int[] out = sharpening.apply(straight, new Size(level.width(), level.height()), edge, Deadline.never());
        return new Level(level.width(), level.height(), opaque ? out : Premultiplied.from(out));
    }

    /** The same picture at another size. */
    public MipMap scaled(int toWidth, int toHeight) {
        Size from = new Size(width, height);
        int[] texels = new Resampler(Kernel.BICUBIC, edge)
                .scale(level(0).texels(), from, new Size(toWidth, toHeight), Deadline.never());
        return new MipMap(new Level(toWidth, toHeight, Premultiplied.withinAlpha(texels)), edge);
    }

    /** Whether every pixel is. */
    public boolean isOpaque() {
        return opaque;
    }

    Edge edge() {
        return edge;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Level {@code k}, or the smallest there is. */
    public Level level(int k) {
        return step(2 * Math.min(k, steps.length));
    }

    /** Step {@code j}, or the smallest there is. */
    synchronized Level step(int j) {
        int known = Math.min(j, steps.length - 1);
        if (steps[known] == null) {
            steps[known] = maker.apply(known);
        }
        return steps[known];
    }

    /** The same for quick looking up; of opaque tiles. */
    synchronized TexelPairs pairs(int j) {
        int known = Math.min(j, steps.length - 1);
        if (pairs[known] == null) {
            pairs[known] = TexelPairs.of(step(known));
        }
        return pairs[known];
    }

    /** Down to one pixel. */
    private static int count(int width, int height) {
        return 65 - 2 * Integer.numberOfLeadingZeros(Math.max(width, height) - 1);
    }

    /** Bytes of memory with all sizes, those for quick looking up included from the first step down on. */
    public long bytes() {
        long pixels = (long) width * height;
        return 4 * 2 * pixels + (opaque && edge == Edge.WRAP ? 8 * pixels : 0);
    }

    /** Small sizes have factors far from those wished for, where only the area keeps the mean. */
    private Level smaller(Level from, boolean half) {
        Size size = half
                ? new Size((from.width() + 1) / 2, (from.height() + 1) / 2)
                : new Size(shortened(from.width()), shortened(from.height()));
        Kernel kernel = Math.min(from.width(), from.height()) < SMALL ? Kernel.AREA : Kernel.BICUBIC;
        Resampler resampler = new Resampler(kernel, edge);
        Size full = new Size(from.width(), from.height());
        int[] texels = opaque
                ? resampler.scaleOpaque(from.texels(), full, size, Deadline.never())
                : Premultiplied.withinAlpha(resampler.scale(from.texels(), full, size, Deadline.never()));
        return new Level(size.width(), size.height(), texels);
    }

    private static int shortened(int side) {
        return (int) Math.ceil(side * Math.sqrt(0.5));
    }
}
