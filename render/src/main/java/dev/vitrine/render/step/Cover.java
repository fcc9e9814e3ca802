package dev.vitrine.render.step;

import dev.vitrine.catalog.resolve.Colorize;
import dev.vitrine.render.resample.UnsharpMask;
import dev.vitrine.render.shade.Sharpness;
import dev.vitrine.render.texture.ColorShift;
import dev.vitrine.render.texture.MipMap;
import dev.vitrine.render.texture.Placement;
import dev.vitrine.render.texture.Sampler;
import java.util.Optional;

/**
 * A picture ready to be laid on a surface.
 *
 * @param late sharpens it as it lies in the view
 */
record Cover(Sampler sampler, Optional<ColorShift> shift, Optional<UnsharpMask> late) {
    static Cover of(MipMap picture, Placement placement, Sharpness sharpness, Optional<Colorize> colorize) {
        MipMap sharp = sharpness.early().map(picture::sharpened).orElse(picture);
        return new Cover(new Sampler(sharp, placement), colorize.map(ColorShift::new), sharpness.late());
    }
}
