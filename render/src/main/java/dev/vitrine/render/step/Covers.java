package dev.vitrine.render.step;

import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.shade.Detail;
import dev.vitrine.render.texture.MipMap;
import dev.vitrine.render.texture.Placement;
import dev.vitrine.render.texture.Tiling;
import java.util.Optional;

/** Repeated pictures, and the maps that vary their gloss, as they lie on a surface. */
final class Covers {
    private Covers() {}

    /** What a refined picture is kept under. */
    private record Refined(Picture picture, Detail detail) {}

    static Cover of(Finish.Tiles tiles, Studio studio) {
        MipMap picture = studio.pictures().mipMap(tiles.picture(), Edge.WRAP, studio.deadline());
        Detail detail = tiles.detail();
        MipMap refined = detail.changesPicture()
                ? studio.pictures().kept(new Refined(tiles.picture(), detail), () -> detail.refined(picture))
                : picture;
        return Cover.of(refined, placement(tiles, picture, studio), detail.ofRefined(), tiles.colorize());
    }

    /** A map lies as its picture does. */
    static Cover gloss(Finish.Tiles tiles, GlossMap map, Studio studio) {
        MipMap picture = studio.pictures().mipMap(tiles.picture(), Edge.WRAP, studio.deadline());
        MipMap gloss = studio.pictures().mipMap(map.picture(), Edge.WRAP, studio.deadline());
        return Cover.of(gloss, placement(tiles, picture, studio), Detail.NONE, Optional.empty());
    }

    private static Placement placement(Finish.Tiles tiles, MipMap picture, Studio studio) {
        RealPair anchor = pixel(tiles.anchor(), picture);
        double density = tiles.resolution();
        if (tiles.picture() instanceof Picture.Laid laid) {
            MipMap tile = studio.pictures().mipMap(laid.tile(), Edge.WRAP, studio.deadline());
            Tiling layout = laid.laying().of(tile.width(), tile.height());
            anchor = layout.place(pixel(tiles.anchor(), tile));
            density *= layout.scale();
        }
        return Placement.of(tiles.origin(), anchor, new RealPair(density, density), tiles.degrees());
    }

    private static RealPair pixel(Anchor anchor, MipMap picture) {
        return new RealPair(anchor.pixelX(picture.width()), anchor.pixelY(picture.height()));
    }
}
