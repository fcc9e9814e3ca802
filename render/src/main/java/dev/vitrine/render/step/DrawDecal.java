package dev.vitrine.render.step;

import dev.vitrine.catalog.resolve.Colorize;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.DecalSize;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.limit.Crew;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.shade.Detail;
import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.texture.MipMap;
import dev.vitrine.render.texture.Placement;
import dev.vitrine.render.texture.SampleRow;
import dev.vitrine.render.texture.SoftShape;
import java.util.List;
import java.util.Optional;

/**
 * A single picture on an object, over what the object wears.
 *
 * @param size in scene units; both sides 0 means that {@code resolution} decides, one side 0 keeps the picture's shape
 * @param point the surface point that the anchor lies on
 * @param degrees clockwise
 * @param opacity 0 to 1
 */
public record DrawDecal(
        Subject subject,
        Picture picture,
        DecalSize size,
        double resolution,
        Anchor anchor,
        RealPair point,
        double degrees,
        Optional<Colorize> colorize,
        Detail detail,
        double opacity,
        Optional<DropShadow> shadow,
        Optional<GlossMap> glossMap,
        Lighting light)
        implements Step {
    @Override
    public String text() {
        boolean sized = size.width() > 0 || size.height() > 0;
        String scale = sized
                ? " size " + Numbers.text(size.width()) + "x" + Numbers.text(size.height())
                : " res " + Numbers.text(resolution);
        return "decal " + subject.path() + " " + picture.text() + scale + " at " + Numbers.text(point)
                + (anchor.equals(Anchor.center()) ? "" : Numbers.text(anchor))
                + Numbers.unless(degrees, 0, " turned ") + Numbers.text(colorize) + detail.text()
                + Numbers.unless(opacity, 1, " opacity ")
                + shadow.map(DropShadow::text).orElse("")
                + glossMap.map(GlossMap::text).orElse("") + " " + light.text();
    }

    @Override
    public List<Picture> pictures() {
        return List.of(picture);
    }

    @Override
    public void draw(Canvas canvas, Studio studio) {
        Mask mask = studio.coverage(subject);
        if (mask.region().isEmpty()) {
            return;
        }
        MipMap image = studio.pictures().mipMap(picture, Edge.CLAMP, studio.deadline());
        shadow.ifPresent(s -> {
            Shade shade = shade(s, image);
            Runs.of(mask, studio, studio.crew(), own -> {
                Paint dark = TexturePaint.unlit(shade.cover(), own, subject, mask);
                return painter(canvas, mask, dark, DropShadow.DARKNESS);
            });
        });
        Crew crew = detail.late().isPresent() ? Crew.alone() : studio.crew();
        Runs.of(mask, studio, crew, own -> painter(canvas, mask, paint(own, mask), 1));
    }

    private Paint paint(Studio studio, Mask mask) {
        Optional<Cover> gloss =
                glossMap.filter(GlossMap::changesLight).isPresent() ? glossCover(studio) : Optional.empty();
        return TexturePaint.of(cover(studio), gloss, glossMap, studio, subject, light, mask);
    }

    /** The picture as it lies on the object. */
    Cover cover(Studio studio) {
        MipMap image = studio.pictures().mipMap(picture, Edge.CLAMP, studio.deadline());
        return Cover.of(image, placement(image), detail, colorize);
    }

    /** Likewise the map of its gloss. */
    Optional<Cover> glossCover(Studio studio) {
        MipMap image = studio.pictures().mipMap(picture, Edge.CLAMP, studio.deadline());
        return glossMap.map(map -> Cover.of(
                studio.pictures().mipMap(map.picture(), Edge.CLAMP, studio.deadline()),
                placement(image),
                Detail.NONE,
                Optional.empty()));
    }

    private Placement placement(MipMap image) {
        return Placement.of(point, hotspot(image), density(image), degrees);
    }

    private RealPair hotspot(MipMap image) {
        return new RealPair(anchor.pixelX(image.width()), anchor.pixelY(image.height()));
    }

    /** A shadow's shape, and where it falls. */
    private record Shade(MipMap shape, Placement placement) {
        Cover cover() {
            return Cover.of(shape, placement, Detail.NONE, Optional.empty());
        }
    }

    private Shade shade(DropShadow cast, MipMap image) {
        RealPair density = density(image);
        SoftShape soft = SoftShape.of(image, cast.softness() * density.x(), cast.softness() * density.y());
        RealPair moved = new RealPair(
                point.x() + cast.offset().x(), point.y() + cast.offset().y());
        Placement placement = Placement.of(moved, soft.place(hotspot(image)), soft.density(density), degrees);
        return new Shade(soft.shape(), placement);
    }

    private Runs.Visitor painter(Canvas canvas, Mask mask, Paint paint, float share) {
        SampleRow row = new SampleRow(mask.region().width());
        return (x, y, count) -> {
            paint.read(x, y, count, row);
            lay(canvas, mask, x, y, count, share, row);
        };
    }

    private void lay(Canvas canvas, Mask mask, int x, int y, int count, float share, SampleRow row) {
        boolean overlap = subject.isOverlap();
        for (int i = 0; i < count; i++) {
            if (row.alpha[i] > 0) {
                int at = y * canvas.width() + x + i;
                float coverage = mask.at(x + i, y) / 255f * (float) opacity * share * (row.alpha[i] / 255);
                if (overlap) {
                    canvas.within(at, row.red[i], row.green[i], row.blue[i], coverage);
                } else {
                    canvas.mix(at, row.red[i], row.green[i], row.blue[i], coverage);
                }
            }
        }
    }

    /** Picture pixels per scene unit, in x and y. */
    private RealPair density(MipMap image) {
        double w = size.width();
        double h = size.height();
        if (w > 0 && h > 0) {
            return new RealPair(image.width() / w, image.height() / h);
        }
        double both = w > 0 ? image.width() / w : h > 0 ? image.height() / h : resolution;
        return new RealPair(both, both);
    }
}
