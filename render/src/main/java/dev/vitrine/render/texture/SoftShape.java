package dev.vitrine.render.texture;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.resample.Edge;

/**
 * The shape of a picture, black and blurred by a Gaussian, with room around it for what the blur carries outside. It is made
 * from one of the picture's smaller sizes where the blur leaves no more to see.
 *
 * @param scaleX pixels of the shape per pixel of the picture
 * @param room pixels to the left and the right
 */
public record SoftShape(MipMap shape, double scaleX, double scaleY, int room) {
    private static final double FINEST_BLUR = 8;
    private static final int MOST_ROOM = 64;

    /**
     * The shape of a picture.
     *
     * @param blurX standard deviation along x, pixels of the picture
     */
    public static SoftShape of(MipMap picture, double blurX, double blurY) {
        int k = 0;
        while (Math.scalb(Math.max(blurX, blurY), -k) > FINEST_BLUR
                && Math.max(picture.width(), picture.height()) >> k > 1) {
            k++;
        }
        MipMap.Level level = picture.level(k);
        double scaleX = (double) level.width() / picture.width();
        double scaleY = (double) level.height() / picture.height();
        double[] across = gaussian(blurX * scaleX);
        double[] down = gaussian(blurY * scaleY);
        int room = Math.max(across.length, down.length) - 1;
        int width = level.width() + 2 * room;
        int height = level.height() + 2 * room;
        float[] alpha = new float[width * height];
        for (int y = 0; y < level.height(); y++) {
            for (int x = 0; x < level.width(); x++) {
                alpha[(y + room) * width + x + room] = level.texels()[y * level.width() + x] >>> 24;
            }
        }
        float[] blurred = blur(blur(alpha, width, height, 1, across), width, height, width, down);
        int[] texels = new int[blurred.length];
        for (int i = 0; i < texels.length; i++) {
            texels[i] = (int) (Math.min(255, blurred[i]) + 0.5f) << 24;
        }
        return new SoftShape(new MipMap(new MipMap.Level(width, height, texels), Edge.CLAMP), scaleX, scaleY, room);
    }

    /** Where a pixel of the picture lies in the shape. */
    public RealPair place(RealPair pixel) {
        return new RealPair(pixel.x() * scaleX + room, pixel.y() * scaleY + room);
    }

    /** Pixels of the shape per unit, where the picture has this many. */
    public RealPair density(RealPair picture) {
        return new RealPair(picture.x() * scaleX, picture.y() * scaleY);
    }

    /** From the center outwards; ends where little is left, or where room ends. */
    private static double[] gaussian(double blur) {
        double[] half = new double[1 + Math.min(MOST_ROOM, (int) Math.ceil(3 * blur))];
        double sum = 0;
        for (int i = 0; i < half.length; i++) {
            half[i] = i == 0 ? 1 : Math.exp(-i * i / (2 * blur * blur));
            sum += i == 0 ? 1 : 2 * half[i];
        }
        for (int i = 0; i < half.length; i++) {
            half[i] /= sum;
        }
        return half;
    }

    /** @param step 1 along rows, the width along columns */
    private static float[] blur(float[] from, int width, int height, int step, double[] half) {
        int length = step == 1 ? width : height;
        float[] to = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            int place = step == 1 ? i % width : i / width;
            double sum = 0;
            for (int t = Math.max(1 - half.length, -place); t < half.length && place + t < length; t++) {
                sum += half[Math.abs(t)] * from[i + t * step];
            }
            to[i] = (float) sum;
        }
        return to;
    }
}
