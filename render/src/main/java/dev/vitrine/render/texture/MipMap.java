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

/**
 * A picture at full size, half, a quarter and so on down to one pixel. Each level is made from the one before it when it is
 * first needed. Sides need not be powers of two: a level's sides are half of the former, rounded up, and stand for the whole
 * picture all the same. Safe for many threads.
 */
public final class MipMap {
    private static final int SMALL = 24;

    private final Edge edge;
    private final int width;
    private final int height;
    private final boolean opaque;
    private final Level[] levels;
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
        this.edge = edge;
        this.width = picture.width();
        this.height = picture.height();
        this.opaque = Premultiplied.isOpaque(picture.argb());
        this.levels = new Level[count(width, height)];
        levels[0] = new Level(width, height, opaque ? picture.argb() : Premultiplied.from(picture.argb()));
        this.maker = k -> half(level(k - 1));
    }

    /** A picture that is premultiplied already. */
    MipMap(Level full, Edge edge) {
        this.edge = edge;
        this.width = full.width();
        this.height = full.height();
        this.opaque = Premultiplied.isOpaque(full.texels());
        this.levels = new Level[count(width, height)];
        levels[0] = full;
        this.maker = k -> half(level(k - 1));
    }

    private MipMap(MipMap plain, UnsharpMask sharpening) {
        this.edge = plain.edge;
        this.width = plain.width;
        this.height = plain.height;
        this.opaque = plain.opaque;
        this.levels = new Level[plain.levels.length];
        this.maker = k -> sharp(plain.level(k), sharpening, plain.edge);
    }

    /** The same picture with each size sharpened for itself: what is looked up is sharp at the size it is seen at. */
    public MipMap sharpened(UnsharpMask sharpening) {
        return new MipMap(this, sharpening);
    }

    private MipMap(MipMap plain, Resizing resizing) {
        this.edge = plain.edge;
        this.width = plain.width;
        this.height = plain.height;
        this.opaque = plain.opaque;
        this.levels = new Level[plain.levels.length];
        levels[0] = plain.level(0);
        this.maker = k -> {
            Level usual = plain.level(k);
            return resizing.resize(levels[0], new Size(usual.width(), usual.height()), plain.edge);
        };
    }

    /** The same picture with its smaller sizes made in another way. */
    MipMap resized(Resizing resizing) {
        return new MipMap(this, resizing);
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
    boolean isOpaque() {
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
    public synchronized Level level(int k) {
        int known = Math.min(k, levels.length - 1);
        if (levels[known] == null) {
            levels[known] = maker.apply(known);
        }
        return levels[known];
    }

    /** Down to one pixel. */
    private static int count(int width, int height) {
        return 33 - Integer.numberOfLeadingZeros(Math.max(width, height) - 1);
    }

    /** Bytes of memory with all levels. */
    public long bytes() {
        return 4L * 4 * width * height / 3;
    }

    /** Small levels have factors far from 2, where only the area keeps the mean. */
    private Level half(Level from) {
        Kernel kernel = Math.min(from.width(), from.height()) < SMALL ? Kernel.AREA : Kernel.BICUBIC;
        Size size = new Size((from.width() + 1) / 2, (from.height() + 1) / 2);
        int[] texels = new Resampler(kernel, edge)
                .scale(from.texels(), new Size(from.width(), from.height()), size, Deadline.never());
        return new Level(size.width(), size.height(), Premultiplied.withinAlpha(texels));
    }
}
