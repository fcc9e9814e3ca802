package dev.vitrine.render.step;

import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.geometry.Homography;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.scene.Layer;
import dev.vitrine.render.scene.Layout.Area;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneRasters;
import dev.vitrine.render.shade.Detail;
import dev.vitrine.render.texture.MipMap;
import dev.vitrine.render.texture.Placement;
import dev.vitrine.render.texture.SampleRow;
import dev.vitrine.render.texture.SoftShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A window covering hung in its frame. It is drawn in the view of its own style first, cloth, light and all, and then laid into
 * the frame as one picture; the room's light has no part in it.
 *
 * @param parts from the back to the front; the shadows of all lie behind all
 * @param opacity 0 to 1, besides the style's own
 * @param counts whether it belongs to what the reply shows; otherwise it only hides what lies below
 */
public record DrawCovering(
        Subject subject,
        SourceFile style,
        List<Part> parts,
        double opacity,
        Optional<DropShadow> shadow,
        boolean counts)
        implements Step {
    public DrawCovering {
        parts = List.copyOf(parts);
    }

    /**
     * One variant in its place.
     *
     * @param mirrored turned about after it is drawn
     * @param pixels the part of the variant that meets the frame, as it is seen
     * @param place where that lies on the surface, scene units
     * @param opacity the style's; how much can be seen of it
     * @param cloth what is drawn, on the variant's own scene
     */
    public record Part(
            String variant,
            boolean mirrored,
            Area pixels,
            Area place,
            Optional<Layer> opacity,
            List<PaintOverlap> cloth) {
        public Part {
            cloth = List.copyOf(cloth);
        }

        private Hung hung(SourceFile style) {
            return new Hung(style.identity(), variant, mirrored, opacity, cloth);
        }

        /** Picture pixels per scene unit. */
        private RealPair density() {
            return new RealPair(pixels.width() / place.width(), pixels.height() / place.height());
        }

        private RealPair corner() {
            return new RealPair(pixels.left(), pixels.top());
        }

        /** The surface that a picture of this size covers, and so much around it. */
        private Area covered(int width, int height, double margin) {
            RealPair density = density();
            double left = place.left() - pixels.left() / density.x();
            double top = place.top() - pixels.top() / density.y();
            return new Area(
                    left - margin,
                    top - margin,
                    left + width / density.x() + margin,
                    top + height / density.y() + margin);
        }

        private String text() {
            return variant + (mirrored ? " mirrored " : " ") + Numbers.text(place.left()) + ","
                    + Numbers.text(place.top()) + " to " + Numbers.text(place.right()) + ","
                    + Numbers.text(place.bottom());
        }
    }

    /** All that the picture of a part depends on: where it hangs is not among it. */
    private record Hung(
            String style, String variant, boolean mirrored, Optional<Layer> opacity, List<PaintOverlap> cloth) {}

    /** The same for a request that shows it, or does not. */
    public DrawCovering counting(boolean value) {
        return new DrawCovering(subject, style, parts, opacity, shadow, value);
    }

    @Override
    public List<Picture> pictures() {
        return parts.stream()
                .flatMap(part -> part.cloth().stream())
                .flatMap(cloth -> cloth.pictures().stream())
                .distinct()
                .collect(toImmutableList());
    }

    @Override
    public String text() {
        String all = parts.stream().map(Part::text).collect(Collectors.joining(", "));
        PaintOverlap first = parts.get(0).cloth().get(0);
        return (counts ? "hang " : "hide behind ") + subject.path() + " style " + style.name() + " " + all + " in "
                + first.finish().text() + Numbers.unless(opacity, 1, " opacity ")
                + shadow.map(DropShadow::text).orElse("");
    }

    @Override
    public void draw(Canvas canvas, Studio studio) {
        List<MipMap> pictures = new ArrayList<>();
        for (Part part : parts) {
            pictures.add(studio.pictures().kept(part.hung(style), () -> new MipMap(picture(part, studio), Edge.CLAMP)));
        }
        for (int i = 0; i < parts.size(); i++) {
            shadow(parts.get(i), pictures.get(i), canvas, studio);
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            MipMap picture = pictures.get(i);
            RealPair point = new RealPair(part.place().left(), part.place().top());
            Placement placement = Placement.of(point, part.corner(), part.density(), 0);
            lay(part.covered(picture.width(), picture.height(), 0), picture, placement, canvas, studio, false);
        }
    }

    private PixelBuffer picture(Part part, Studio studio) {
        Scene scene = studio.styles().scene(style, part.variant());
        SceneRasters rasters = studio.styles().rasters(style, part.variant());
        Size size = rasters.size();
        PixelBuffer picture = PixelBuffer.blank(size.width(), size.height());
        Studio own = studio.elsewhere(scene, rasters);
        Canvas canvas = new Canvas(picture);
        part.cloth().forEach(cloth -> cloth.draw(canvas, own));
        part.opacity().ifPresent(layer -> fade(picture, own.mask(layer)));
        if (part.mirrored()) {
            mirror(picture);
        }
        return picture;
    }

    private static void fade(PixelBuffer picture, Mask mask) {
        int[] argb = picture.argb();
        for (int i = 0; i < argb.length; i++) {
            int share = mask.at(i % picture.width(), i / picture.width());
            int alpha = ((argb[i] >>> 24) * share + 127) / 255;
            argb[i] = (argb[i] & 0xffffff) | alpha << 24;
        }
    }

    private static void mirror(PixelBuffer picture) {
        int width = picture.width();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width / 2; x++) {
                int left = y * width + x;
                int right = y * width + width - 1 - x;
                int p = picture.argb()[left];
                picture.argb()[left] = picture.argb()[right];
                picture.argb()[right] = p;
            }
        }
    }

    private void shadow(Part part, MipMap picture, Canvas canvas, Studio studio) {
        if (shadow.isEmpty()) {
            return;
        }
        DropShadow cast = shadow.get();
        RealPair density = part.density();
        SoftShape soft = SoftShape.of(picture, cast.softness() * density.x(), cast.softness() * density.y());
        RealPair moved = new RealPair(
                part.place().left() + cast.offset().x(),
                part.place().top() + cast.offset().y());
        Placement placement = Placement.of(moved, soft.place(part.corner()), soft.density(density), 0);
        Area covered = part.covered(picture.width(), picture.height(), cast.reach());
        lay(covered, soft.shape(), placement, canvas, studio, true);
    }

    private void lay(Area area, MipMap picture, Placement placement, Canvas canvas, Studio studio, boolean isShadow) {
        Mask mask = mask(area, studio);
        if (mask.region().isEmpty()) {
            return;
        }
        Runs.of(mask, studio, studio.crew(), own -> {
            Cover cover = Cover.of(picture, placement, Detail.NONE, Optional.empty());
            return painter(canvas, mask, TexturePaint.unlit(cover, own, subject, mask), isShadow);
        });
    }

    private Runs.Visitor painter(Canvas canvas, Mask mask, Paint paint, boolean isShadow) {
        SampleRow row = new SampleRow(mask.region().width());
        float share = (float) opacity * (isShadow ? DropShadow.DARKNESS : 1);
        return (x, y, count) -> {
            paint.read(x, y, count, row);
            for (int i = 0; i < count; i++) {
                if (row.alpha[i] > 0) {
                    float coverage = mask.at(x + i, y) / 255f * share * (row.alpha[i] / 255);
                    put(canvas, y * canvas.width() + x + i, row, i, coverage, isShadow);
                }
            }
        };
    }

    /** What is not in the picture hides what is below it, but its shadow stays. */
    private void put(Canvas canvas, int at, SampleRow row, int i, float coverage, boolean isShadow) {
        if (counts) {
            canvas.over(at, row.red[i], row.green[i], row.blue[i], coverage);
        } else if (isShadow) {
            canvas.mix(at, row.red[i], row.green[i], row.blue[i], coverage);
        } else {
            canvas.erase(at, coverage);
        }
    }

    /** The object's own mask, or else the rectangle of the view that a piece of its surface fits into. */
    private Mask mask(Area area, Studio studio) {
        if (subject.object().mask().isPresent()) {
            return studio.coverage(subject);
        }
        Region region = studio.surfaces()
                .flat(subject.path(), subject.object().geometry())
                .map(flat -> bounds(flat, area, studio.frame()))
                .orElse(studio.frame());
        byte[] all = new byte[region.width() * region.height()];
        Arrays.fill(all, (byte) 255);
        return new Mask(region, all);
    }

    /** A surface that runs through the horizon can be anywhere. */
    private static Region bounds(Homography toSurface, Area area, Region frame) {
        Homography toView = toSurface.inverse();
        double[] us = {area.left(), area.right(), area.right(), area.left()};
        double[] vs = {area.top(), area.top(), area.bottom(), area.bottom()};
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        int ahead = 0;
        for (int i = 0; i < 4; i++) {
            ahead += toView.g() * us[i] + toView.h() * vs[i] + toView.i() > 0 ? 1 : -1;
            RealPair p = toView.map(us[i], vs[i]);
            left = Math.min(left, p.x());
            right = Math.max(right, p.x());
            top = Math.min(top, p.y());
            bottom = Math.max(bottom, p.y());
        }
        if (Math.abs(ahead) != 4) {
            return frame;
        }
        int x = (int) Math.max(0, Math.floor(Math.min(left, frame.right())) - 1);
        int y = (int) Math.max(0, Math.floor(Math.min(top, frame.bottom())) - 1);
        int width = (int) Math.min(frame.right(), Math.ceil(Math.max(right, 0)) + 1) - x;
        int height = (int) Math.min(frame.bottom(), Math.ceil(Math.max(bottom, 0)) + 1) - y;
        return width <= 0 || height <= 0 ? Region.EMPTY : new Region(x, y, width, height);
    }
}
