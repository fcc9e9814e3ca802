package dev.vitrine.render.shade;

import dev.vitrine.render.resample.UnsharpMask;
import java.util.Optional;

/**
 * How a texture or decal is sharpened ({@code sharp=}, and {@code U V W X} of {@code rs=}).
 *
 * @param early on the texture, scaled to about the size it is seen at, before it is laid on the surface
 * @param late on the texture as it lies in the view, before it is lit: the light's own structure is not the material's
 */
public record Sharpness(Optional<UnsharpMask> early, Optional<UnsharpMask> late) {
    public static final Sharpness NONE = new Sharpness(Optional.empty(), Optional.empty());

    /**
     * What a mode asks for. {@code U} is 0 for off, 1 for brightness only (also when absent) and 2 for all components;
     * {@code V} the radius in tenths of a pixel (10), {@code W} the amount in percent (100), {@code X} the threshold in levels
     * (0).
     *
     * @param mode 0 none, 1 late, 2 early, 3 both
     */
    public static Sharpness of(int mode, RenderSettings settings) {
        int kind = settings.number('U', 0, 2).orElse(1);
        if (mode == 0 || kind == 0) {
            return NONE;
        }
        Optional<UnsharpMask> mask = Optional.of(new UnsharpMask(
                settings.number('V', 1, 100).orElse(10) / 10.0,
                settings.number('W', 1, 500).orElse(100) / 100.0,
                settings.number('X', 0, 255).orElse(0),
                kind == 1));
        return new Sharpness(mode >= 2 ? mask : Optional.empty(), mode != 2 ? mask : Optional.empty());
    }

    /** Nothing for none. */
    public String text() {
        return text(early, " sharpened early") + text(late, " sharpened");
    }

    private static String text(Optional<UnsharpMask> mask, String label) {
        return mask.map(m -> label + " by " + Math.round(100 * m.amount()) + "% radius " + m.radius())
                .orElse("");
    }
}
