package dev.vitrine.render.texture;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;

/**
 * How a picture is made smaller and looked up, for materials that ask for something else than the usual.
 *
 * @param mode what becomes of a view pixel's footprint in the picture
 * @param samples of {@link Mode#SUPERSAMPLED} and {@link Mode#POISSON}, 1 to 20 a pixel
 * @param jitter of {@link Mode#SUPERSAMPLED}: by how much of their distance samples leave their places at most, 0 to 1
 * @param halvings of {@link Mode#ADAPTIVE}: a footprint is halved so often at most, 0 to 8
 * @param piece of {@link Mode#ADAPTIVE}: the length in texels from which on a part is halved, above 0
 */
public record Sampling(Resizing resizing, Mode mode, int samples, double jitter, int halvings, int piece) {
    /** What the renderer does unless it is told otherwise. */
    public static final Sampling USUAL = new Sampling(Resizing.USUAL, Mode.USUAL, 1, 0, 0, 1);

    /** The protocol's resampling modes, in its order. */
    public enum Mode {
        /** Filtered along the footprint: {@link Sampler}. */
        USUAL,
        /** The nearest texel. */
        NEAREST,
        /** Between the four nearest texels. */
        BILINEAR,
        /** The mean of points that are spread evenly over the footprint. */
        SUPERSAMPLED,
        /** The mean of parts into which the footprint is halved until they are small enough. */
        ADAPTIVE,
        /** The mean of points that keep away from each other, in other places for each pixel. */
        POISSON
    }

    public Sampling {
        checkArgument(samples >= 1 && samples <= 20, "%s samples", samples);
        checkArgument(jitter >= 0 && jitter <= 1, "jitter %s", jitter);
        checkArgument(halvings >= 0 && halvings <= 8 && piece > 0, "%s halvings to %s", halvings, piece);
    }

    /** The picture with its smaller sizes made as asked. */
    public MipMap resized(MipMap picture) {
        return resizing == Resizing.USUAL ? picture : picture.resized(resizing);
    }

    /** What is left to do for a resized picture. */
    public Sampling ofResized() {
        return new Sampling(Resizing.USUAL, mode, samples, jitter, halvings, piece);
    }

    /** The picture where it lies, looked up as asked. */
    public Lookup lookup(MipMap picture, Placement placement) {
        return mode == Mode.USUAL ? new Sampler(picture, placement) : new PointSampler(picture, placement, this);
    }

    /** Nothing for the usual. */
    public String text() {
        String resized = resizing == Resizing.USUAL ? "" : " resized " + lower(resizing);
        return resized
                + switch (mode) {
                    case USUAL -> "";
                    case NEAREST, BILINEAR -> " sampled " + lower(mode);
                    case SUPERSAMPLED ->
                        " sampled at " + samples + " points" + (jitter == 0 ? "" : " jitter " + jitter);
                    case ADAPTIVE -> " sampled in parts of " + piece + " texels, " + halvings + " halvings";
                    case POISSON -> " sampled at " + samples + " random points";
                };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
