package dev.vitrine.render.step;

import dev.vitrine.catalog.resolve.Colorize;
import dev.vitrine.render.resample.UnsharpMask;
import dev.vitrine.render.shade.Detail;
import dev.vitrine.render.texture.ColorShift;
import dev.vitrine.render.texture.Lookup;
import dev.vitrine.render.texture.MipMap;
import dev.vitrine.render.texture.Placement;
import java.util.Optional;

/**
 * A picture ready to be laid on a surface.
 *
 * @param late sharpens it as it lies in the view
 */
record Cover(Lookup picture, Optional<ColorShift> shift, Optional<UnsharpMask> late) {
    static Cover of(MipMap picture, Placement placement, Detail detail, Optional<Colorize> colorize) {
        return new Cover(detail.lookup(picture, placement), colorize.map(ColorShift::new), detail.late());
    }
}
