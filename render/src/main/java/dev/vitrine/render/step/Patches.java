package dev.vitrine.render.step;

import dev.vitrine.render.geometry.Surface;
import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.scene.Original;
import dev.vitrine.render.shade.Sheen;
import dev.vitrine.render.texture.SampleRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an object wears, as reflections see it: pieces that shine differently, and how much of each pixel every one of them
 * covers. Where they leave something, the original surface shows.
 */
final class Patches {
    private final List<Patch> all = new ArrayList<>();
    private final Subject subject;
    private final Studio studio;
    private final Mask mask;
    private final Optional<Surface> surface;
    private final SurfaceRow coordinates;
    private final SampleRow row;

    private Patches(Subject subject, Studio studio, Mask mask, boolean inBands) {
        this.subject = subject;
        this.studio = studio;
        this.mask = mask;
        int width = mask.region().width();
        this.surface = inBands
                ? Optional.of(
                        studio.surfaces().of(subject.path(), subject.object().geometry(), mask.region()))
                : Optional.empty();
        this.coordinates = new SurfaceRow(inBands ? width : 0);
        this.row = new SampleRow(width);
    }

    /**
     * One piece.
     *
     * @param likeness how much it resembles the original surface
     * @param band where on the surface it is
     * @param over whether it lies over what comes before it, and not beside
     * @param picture its own alpha; absent where it is opaque
     * @param gloss what scales its reflection
     * @param weight of the pixels that were read last, 0 to 1
     * @param level of the gloss at those pixels
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Patch(
            Sheen sheen,
            float likeness,
            Optional<Band> band,
            boolean over,
            Optional<Paint> picture,
            Optional<Paint> gloss,
            float[] weight,
            float[] level) {}

    static Patches of(Coat.Worn worn, Subject subject, Studio studio, Mask mask) {
        if (!(worn.finish() instanceof WallFinish wall)) {
            Patches patches = new Patches(subject, studio, mask, false);
            patches.add(worn.finish(), worn.sheen(), Optional.empty());
            return patches;
        }
        Patches patches = new Patches(subject, studio, mask, true);
        for (WallFinish.Fill fill : wall.fills()) {
            patches.add(fill.finish(), fill.light().sheen(), Optional.of(new Band(fill.from(), fill.to())));
        }
        wall.borders().forEach(patches::add);
        return patches;
    }

    private void add(Finish finish, Sheen sheen, Optional<Band> band) {
        Optional<Paint> picture = Optional.empty();
        Optional<Paint> gloss = Optional.empty();
        if (finish instanceof Finish.Tiles tiles) {
            picture = isOpaque(tiles.picture()) ? picture : Optional.of(unlit(Covers.of(tiles, studio)));
            gloss = tiles.glossMap().map(map -> unlit(Covers.gloss(tiles, map, studio)));
        }
        add(sheen, likeness(finish), band, false, picture, gloss);
    }

    private void add(WallFinish.Border border) {
        WallPaint.Strip strip = WallPaint.Strip.of(border, studio);
        Optional<Paint> picture =
                isOpaque(border.tiles().picture()) ? Optional.empty() : Optional.of(unlit(strip.cover()));
        add(
                border.light().sheen(),
                0,
                Optional.of(strip.band()),
                true,
                picture,
                strip.gloss().map(this::unlit));
    }

    private void add(
            Sheen sheen,
            float likeness,
            Optional<Band> band,
            boolean over,
            Optional<Paint> picture,
            Optional<Paint> gloss) {
        int width = mask.region().width();
        all.add(new Patch(sheen, likeness, band, over, picture, gloss, new float[width], new float[width]));
    }

    private boolean isOpaque(Picture picture) {
        return studio.pictures().mipMap(picture, Edge.WRAP, studio.deadline()).isOpaque();
    }

    private Paint unlit(Cover cover) {
        return TexturePaint.unlit(cover, studio, subject, mask);
    }

    private float likeness(Finish finish) {
        Optional<Original> original = subject.object().original();
        return original.isPresent() && subject.object().differenceEdge()
                ? Likeness.of(finish, original.get().baseColor())
                : 0;
    }

    List<Patch> all() {
        return all;
    }

    /** Works out weights and levels of a piece of a row. */
    void read(int x, int y, int count) {
        surface.ifPresent(s -> s.read(x, y, count, coordinates));
        for (int n = 0; n < all.size(); n++) {
            Patch patch = all.get(n);
            weigh(patch, x, y, count);
            for (int below = 0; patch.over() && below < n; below++) {
                for (int i = 0; i < count; i++) {
                    all.get(below).weight()[i] *= 1 - patch.weight()[i];
                }
            }
            if (patch.gloss().isPresent()) {
                patch.gloss().get().read(x, y, count, row);
                for (int i = 0; i < count; i++) {
                    patch.level()[i] = GlossyPaint.level(row, i);
                }
            } else {
                Arrays.fill(patch.level(), 0, count, 1);
            }
        }
    }

    private void weigh(Patch patch, int x, int y, int count) {
        float[] weight = patch.weight();
        for (int i = 0; i < count; i++) {
            weight[i] = patch.band().isPresent() ? patch.band().get().coverage(coordinates, i) : 1;
        }
        if (patch.picture().isPresent()) {
            patch.picture().get().read(x, y, count, row);
            for (int i = 0; i < count; i++) {
                weight[i] *= row.alpha[i] / 255;
            }
        }
    }
}
