package dev.vitrine.render.step;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.geometry.Surface;
import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.shade.Detail;
import dev.vitrine.render.texture.MipMap;
import dev.vitrine.render.texture.Placement;
import dev.vitrine.render.texture.SampleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A wall in parts under the scene's light. */
final class WallPaint implements Paint {
    private final Surface surface;
    private final SurfaceRow coordinates;
    private final List<Piece> fills = new ArrayList<>();
    private final List<Piece> borders = new ArrayList<>();
    private final SampleRow piece;
    private final float[] shares;

    private WallPaint(Surface surface, int width) {
        this.surface = surface;
        this.coordinates = new SurfaceRow(width);
        this.piece = new SampleRow(width);
        this.shares = new float[width];
    }

    private record Piece(Band band, Paint paint, float opacity) {}

    static WallPaint of(WallFinish finish, Studio studio, Subject subject, Mask mask) {
        Surface surface = studio.surfaces().of(subject.path(), subject.object().geometry(), mask.region());
        WallPaint wall = new WallPaint(surface, mask.region().width());
        for (WallFinish.Fill fill : finish.fills()) {
            Paint paint = studio.paint(subject, fill.finish(), fill.light(), mask);
            Paint kept = ResidualPaint.of(paint, fill.finish(), studio, subject, mask);
            float opacity = (float) fill.finish().opacity();
            wall.fills.add(new Piece(new Band(fill.from(), fill.to()), kept, opacity));
        }
        for (WallFinish.Border border : finish.borders()) {
            wall.borders.add(border(border, studio, subject, mask));
        }
        return wall;
    }

    private static Piece border(WallFinish.Border border, Studio studio, Subject subject, Mask mask) {
        Strip strip = Strip.of(border, studio);
        Finish.Tiles tiles = border.tiles();
        Optional<Cover> gloss = tiles.glossMap().filter(GlossMap::changesLight).flatMap(map -> strip.gloss());
        Paint paint = TexturePaint.of(strip.cover(), gloss, tiles.glossMap(), studio, subject, border.light(), mask);
        return new Piece(strip.band(), paint, (float) tiles.opacity());
    }

    /**
     * A border is a tile that is repeated from left to right, in the middle of a frieze: what lies above and below it there is
     * more of its own edges, so that nothing of the one bleeds into the other.
     *
     * @param gloss its gloss map, laid likewise
     */
    record Strip(Band band, Cover cover, Optional<Cover> gloss) {
        static Strip of(WallFinish.Border border, Studio studio) {
            Finish.Tiles tiles = border.tiles();
            MipMap tile = studio.pictures().mipMap(tiles.picture(), Edge.WRAP, studio.deadline());
            MipMap frieze = studio.pictures().mipMap(new Picture.Frieze(tiles.picture()), Edge.WRAP, studio.deadline());
            double height = tile.height() / tiles.resolution();
            double line = border.line().v();
            double top = border.line().up() ? line - height : line;
            RealPair anchor =
                    new RealPair(tiles.anchor().pixelX(tile.width()), (frieze.height() - tile.height()) / 2.0);
            RealPair point = new RealPair(tiles.origin().x(), top);
            RealPair density = new RealPair(tiles.resolution(), tiles.resolution());
            Placement placement = Placement.of(point, anchor, density, 0);
            Cover cover = Cover.of(frieze, placement, tiles.detail(), tiles.colorize());
            Optional<Cover> gloss = tiles.glossMap().map(map -> {
                Picture levels = new Picture.Frieze(map.picture());
                MipMap laid = studio.pictures().mipMap(levels, Edge.WRAP, studio.deadline());
                return Cover.of(laid, placement, Detail.NONE, Optional.empty());
            });
            return new Strip(new Band(top, top + height), cover, gloss);
        }
    }

    @Override
    public void read(int x, int y, int count, SampleRow out) {
        surface.read(x, y, count, coordinates);
        Collage collage = new Collage(out);
        collage.clear(count);
        for (Piece fill : fills) {
            lay(fill, x, y, count, collage::beside);
        }
        for (Piece border : borders) {
            lay(border, x, y, count, collage::over);
        }
        collage.finish(count);
    }

    /** How a piece meets what is there. */
    @FunctionalInterface
    private interface Meeting {
        void at(int i, SampleRow piece, int place, float share);
    }

    /** Reads no more of a piece than its band shows. */
    private void lay(Piece part, int x, int y, int count, Meeting meeting) {
        int first = count;
        int last = -1;
        for (int i = 0; i < count; i++) {
            shares[i] = part.band().coverage(coordinates, i) * part.opacity();
            if (shares[i] > 0) {
                first = Math.min(first, i);
                last = i;
            }
        }
        if (last < 0) {
            return;
        }
        part.paint().read(x + first, y, last + 1 - first, piece);
        for (int i = first; i <= last; i++) {
            if (shares[i] > 0) {
                meeting.at(i, piece, i - first, shares[i]);
            }
        }
    }
}
