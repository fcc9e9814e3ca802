package dev.vitrine.render.shade;

import dev.vitrine.render.resample.UnsharpMask;
import dev.vitrine.render.texture.Lookup;
import dev.vitrine.render.texture.MipMap;
import dev.vitrine.render.texture.Placement;
import dev.vitrine.render.texture.Resizing;
import dev.vitrine.render.texture.Sampling;
import dev.vitrine.render.texture.Sampling.Mode;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the detail of a texture or decal: how it is made smaller and looked up ({@code Q R T S M N P Y} of
 * {@code rs=}) and sharpened ({@code sharp=}, and {@code U V W X}).
 *
 * @param early sharpens the texture, scaled to about the size it is seen at, before it is laid on the surface
 * @param late sharpens the texture as it lies in the view, before it is lit: the light's own structure is not the material's
 */
public record Detail(Sampling sampling, Optional<UnsharpMask> early, Optional<UnsharpMask> late) {
    public static final Detail NONE = new Detail(Sampling.USUAL, Optional.empty(), Optional.empty());

    /** By their numbers. */
    private static final List<Mode> MODES =
            List.of(Mode.USUAL, Mode.NEAREST, Mode.BILINEAR, Mode.SUPERSAMPLED, Mode.ADAPTIVE, Mode.POISSON);

    /** By their numbers, from 1 on. */
    private static final List<Resizing> RESIZINGS =
            List.of(Resizing.NEAREST, Resizing.BILINEAR, Resizing.BICUBIC, Resizing.USUAL, Resizing.LANCZOS);

    /**
     * What a mode asks for. {@code U} is 0 for off, 1 for brightness only (also when absent) and 2 for all components;
     * {@code V} the radius in tenths of a pixel (10), {@code W} the amount in percent (100), {@code X} the threshold in levels
     * (0).
     *
     * @param mode 0 none, 1 late, 2 early, 3 both
     */
    public static Detail of(int mode, RenderSettings settings) {
        Sampling sampling = sampling(settings);
        int kind = settings.number('U', 0, 2).orElse(1);
        if (mode == 0 || kind == 0) {
            return new Detail(sampling, Optional.empty(), Optional.empty());
        }
        Optional<UnsharpMask> mask = Optional.of(new UnsharpMask(
                settings.number('V', 1, 100).orElse(10) / 10.0,
                settings.number('W', 1, 500).orElse(100) / 100.0,
                settings.number('X', 0, 255).orElse(0),
                kind == 1));
        return new Detail(sampling, mode >= 2 ? mask : Optional.empty(), mode != 2 ? mask : Optional.empty());
    }

    /**
     * {@code Q} says how smaller sizes are made, 1 to 5, usually 4; {@code R} how they are looked up, 0 to 5, usually 0. To
     * {@code R3} belong {@code S}, its points per pixel, 1 to 20 (5), and {@code T}, how far they leave their places: percent of half
     * their distance, 0 to 200 (0). To {@code R4}: {@code M}, how often a pixel is halved, 4 to 8 (6), and {@code N}, the texels that
     * are small enough, 2 to 10 (2). To {@code R5}: {@code P}, its points per pixel, 1 to 4 (1); with {@code Y0} it is R3.
     */
    private static Sampling sampling(RenderSettings settings) {
        Mode asked = MODES.get(settings.number('R', 0, 5).orElse(0));
        boolean poisson = settings.number('Y', 0, 1).orElse(1) == 1;
        Mode mode = asked == Mode.POISSON && !poisson ? Mode.SUPERSAMPLED : asked;
        Resizing resizing = RESIZINGS.get(settings.number('Q', 1, 5).orElse(4) - 1);
        return switch (mode) {
            case USUAL, NEAREST, BILINEAR -> new Sampling(resizing, mode, 1, 0, 0, 1);
            case SUPERSAMPLED ->
                new Sampling(
                        resizing,
                        mode,
                        settings.number('S', 1, 20).orElse(5),
                        settings.number('T', 0, 200).orElse(0) / 200.0,
                        0,
                        1);
            case ADAPTIVE ->
                new Sampling(
                        resizing,
                        mode,
                        1,
                        0,
                        settings.number('M', 4, 8).orElse(6),
                        settings.number('N', 2, 10).orElse(2));
            case POISSON ->
                new Sampling(resizing, mode, settings.number('P', 1, 4).orElse(1), 0, 0, 1);
        };
    }

    /** Whether the picture itself changes, and not only how it is looked up. */
    public boolean changesPicture() {
        return early.isPresent() || sampling.resizing() != Resizing.USUAL;
    }

    /** The picture with its sizes made as asked, as sharp as it has to be before it is laid on a surface. */
    public MipMap refined(MipMap picture) {
        MipMap resized = sampling.resized(picture);
        return early.map(resized::sharpened).orElse(resized);
    }

    /** What is left to do for a refined picture. */
    public Detail ofRefined() {
        return new Detail(sampling.ofResized(), Optional.empty(), late);
    }

    /** The picture where it lies, refined. */
    public Lookup lookup(MipMap picture, Placement placement) {
        return sampling.lookup(refined(picture), placement);
    }

    /** Nothing for none. */
    public String text() {
        return sampling.text() + text(early, " sharpened early") + text(late, " sharpened");
    }

    private static String text(Optional<UnsharpMask> mask, String label) {
        return mask.map(m -> label + " by " + Math.round(100 * m.amount()) + "% radius " + m.radius())
                .orElse("");
    }
}
