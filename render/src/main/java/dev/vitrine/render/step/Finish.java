package dev.vitrine.render.step;

import dev.vitrine.catalog.resolve.Colorize;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.shade.Detail;
import java.util.List;
import java.util.Optional;

/** What one object wears: a material fitted to it. */
public sealed interface Finish permits Finish.Solid, Finish.Tiles, WallFinish, CabinetFinish {
    /** 0 to 1. */
    double opacity();

    /** Whether it, or a part of it, is sharpened as it lies in the view: where that begins depends on all of it. */
    default boolean isSharpenedLate() {
        return false;
    }

    /** Where its pixels come from. */
    default List<Picture> pictures() {
        return List.of();
    }

    String text();

    /** One color. */
    record Solid(Color color, double opacity) implements Finish {
        @Override
        public String text() {
            return "color " + color + Numbers.unless(opacity, 1, " opacity ");
        }
    }

    /**
     * A repeated picture.
     *
     * @param resolution picture pixels per scene unit
     * @param origin the surface point that the anchor lies on
     * @param degrees clockwise
     * @param glossMap lies as the picture does
     */
    record Tiles(
            Picture picture,
            double resolution,
            Anchor anchor,
            RealPair origin,
            double degrees,
            Optional<Colorize> colorize,
            Detail detail,
            Optional<GlossMap> glossMap,
            double opacity)
            implements Finish {
        @Override
        public List<Picture> pictures() {
            return List.of(picture);
        }

        @Override
        public boolean isSharpenedLate() {
            return detail.late().isPresent();
        }

        @Override
        public String text() {
            return "texture " + picture.text() + " res " + Numbers.text(resolution) + " at " + Numbers.text(origin)
                    + Numbers.text(anchor) + Numbers.unless(degrees, 0, " turned ") + Numbers.text(colorize)
                    + detail.text()
                    + glossMap.map(GlossMap::text).orElse("")
                    + Numbers.unless(opacity, 1, " opacity ");
        }
    }
}
