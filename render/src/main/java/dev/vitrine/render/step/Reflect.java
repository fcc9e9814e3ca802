package dev.vitrine.render.step;

import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.scene.Shine;
import dev.vitrine.render.shade.Sheen;
import dev.vitrine.render.step.Patches.Patch;
import dev.vitrine.render.texture.SampleRow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Surfaces reflect what the standard objects have become.
 *
 * <p>At each pixel of strength A, with r and blur of the {@link Sheen}, Q what the surface shows of the picture as it was before
 * this step and Q0 what it shows of the photograph, r0 and blur0 those of the original surface, g the gloss map, C the canvas:
 *
 * <pre>
 * k     = A r g        sigma = blur (0.25 + 1 - A + distance)
 * C'    = C + k0 (Q - Q0)                  the surface is what it was
 *       = C + k Q (1 - C)                  it wears something else
 *       = C + k (Q - C)                    which is metal, glass or a mirror
 *       = C + k Q - k0 Q0                  it wears its own color again
 * </pre>
 *
 * mixed by the likeness of what it wears and its own color, by the alpha of what it wears, and by the decal's coverage; walls in
 * parts piece by piece ({@link Patches}). So a scene in which nothing changed
 * stays as it is. At soft edges C stands for the surface's own color, which is not known there.
 *
 * @param photograph this level's
 * @param background how that shines which belongs to no object
 * @param coats of the standard objects
 */
public record Reflect(Shine.Reflection reflection, Picture photograph, Sheen background, List<Coat> coats)
        implements Step {
    /** What pieces leave of a pixel by rounding alone. */
    private static final double LEAST = 1e-6;

    public Reflect {
        coats = List.copyOf(coats);
    }

    @Override
    public String text() {
        String worn = coats.stream()
                .filter(c -> c.worn().isPresent() || c.decal().isPresent())
                .map(Coat::text)
                .collect(Collectors.joining(", "));
        return "reflect " + reflection.st().file() + " by "
                + reflection.strength().file() + (worn.isEmpty() ? "" : " on " + worn);
    }

    @Override
    public void draw(Canvas canvas, Studio studio) {
        Mirror mirror = new Mirror(reflection, photograph, canvas, studio);
        Region region = mirror.region().intersect(studio.frame());
        if (region.isEmpty()) {
            return;
        }
        byte[] rest = new byte[region.width() * region.height()];
        Arrays.fill(rest, (byte) 255);
        for (Coat coat : coats) {
            Mask mask = studio.coverage(coat.subject());
            take(rest, region, mask);
            if (!mask.region().intersect(region).isEmpty()) {
                Runs.of(
                        mask,
                        region,
                        studio,
                        studio.crew(),
                        own -> new Surface(canvas, own, mirror.again(), coat, mask).painter());
            }
        }
        Mask bare = new Mask(region, rest);
        Runs.of(bare, studio, studio.crew(), own -> new Bare(canvas, mirror.again(), background).painter(bare));
    }

    private static void take(byte[] rest, Region region, Mask mask) {
        Region both = mask.region().intersect(region);
        for (int y = both.y(); y < both.bottom(); y++) {
            for (int x = both.x(); x < both.right(); x++) {
                int at = (y - region.y()) * region.width() + x - region.x();
                rest[at] = (byte) Math.max(0, (rest[at] & 0xff) - mask.at(x, y));
            }
        }
    }

    private static void add(Canvas canvas, int at, double[] change, double share) {
        int c = canvas.at(at);
        canvas.color(
                at, (float) ((c >> 16 & 255) + share * change[0]), (float) ((c >> 8 & 255) + share * change[1]), (float)
                        ((c & 255) + share * change[2]));
    }

    /** What nobody dressed. */
    private record Bare(Canvas canvas, Mirror mirror, Sheen sheen) {
        Runs.Visitor painter(Mask mask) {
            double[] change = new double[3];
            return (x, y, count) -> {
                for (int i = 0; i < count; i++) {
                    double strength = mirror.strength(x + i, y);
                    if (strength > 0) {
                        Arrays.fill(change, 0);
                        addChange(x + i, y, strength, 1, change);
                        add(canvas, y * canvas.width() + x + i, change, mask.at(x + i, y) / 255.0);
                    }
                }
            };
        }

        /** k0 (Q - Q0), times a weight. */
        void addChange(int x, int y, double strength, double weight, double[] to) {
            double k = strength * sheen.reflectance() * weight;
            double blur = mirror.blur(sheen, x, y);
            mirror.now(x, y, blur, k, to);
            mirror.before(x, y, blur, -k, to);
        }
    }

    /** One object. */
    private static final class Surface {
        private final Canvas canvas;
        private final Mirror mirror;
        private final Mask mask;
        private final Optional<Patches> worn;
        private final Bare bare;
        private final Optional<DrawDecal> decal;
        private final Optional<Paint> decalPaint;
        private final Optional<Paint> decalGloss;
        private final SampleRow decalRow;
        private final SampleRow decalGlossRow;
        private final double[] change = new double[3];
        private final double[] seen = new double[3];

        Surface(Canvas canvas, Studio studio, Mirror mirror, Coat coat, Mask mask) {
            Subject subject = coat.subject();
            int width = mask.region().width();
            this.canvas = canvas;
            this.mirror = mirror;
            this.mask = mask;
            this.bare = new Bare(canvas, mirror, subject.originalSheen());
            this.worn = coat.worn().map(w -> Patches.of(w, subject, studio, mask));
            this.decal = coat.decal();
            this.decalPaint = decal.map(d -> TexturePaint.unlit(d.cover(studio), studio, subject, mask));
            this.decalGloss = decal.flatMap(d -> d.glossCover(studio))
                    .map(cover -> TexturePaint.unlit(cover, studio, subject, mask));
            this.decalRow = new SampleRow(width);
            this.decalGlossRow = new SampleRow(width);
        }

        Runs.Visitor painter() {
            return (x, y, count) -> {
                worn.ifPresent(patches -> patches.read(x, y, count));
                decalPaint.ifPresent(paint -> paint.read(x, y, count, decalRow));
                decalGloss.ifPresent(paint -> paint.read(x, y, count, decalGlossRow));
                for (int i = 0; i < count; i++) {
                    double strength = mirror.strength(x + i, y);
                    if (strength > 0) {
                        pixel(x + i, y, i, strength);
                    }
                }
            };
        }

        private void pixel(int x, int y, int i, double strength) {
            int at = y * canvas.width() + x;
            Arrays.fill(change, 0);
            double covered = decalPaint.isPresent() ? decal.get().opacity() * decalRow.alpha[i] / 255 : 0;
            base(x, y, i, strength, 1 - covered);
            if (covered > 0) {
                double own = decalGloss.isPresent() ? GlossyPaint.level(decalGlossRow, i) : 1;
                show(decal.get().light().sheen(), x, y, at, strength * own, covered);
            }
            add(canvas, at, change, mask.at(x, y) / 255.0);
        }

        private void base(int x, int y, int i, double strength, double weight) {
            double left = 1;
            for (Patch patch : worn.map(Patches::all).orElse(List.of())) {
                double share = patch.weight()[i];
                if (share > 0) {
                    patch(patch, x, y, strength, patch.level()[i], weight * share);
                    left -= share;
                }
            }
            if (left > LEAST) {
                bare.addChange(x, y, strength, weight * left, change);
            }
        }

        private void patch(Patch patch, int x, int y, double strength, double gloss, double weight) {
            double likeness = patch.likeness();
            if (likeness < 1) {
                int at = y * canvas.width() + x;
                show(patch.sheen(), x, y, at, strength * gloss, weight * (1 - likeness));
            }
            if (likeness > 0) {
                Sheen again = patch.sheen().unlessTyped(bare.sheen().type());
                double k = strength * again.reflectance() * likeness * weight;
                mirror.now(x, y, mirror.blur(again, x, y), k, change);
                double k0 = strength * bare.sheen().reflectance() * likeness * weight;
                mirror.before(x, y, mirror.blur(bare.sheen(), x, y), -k0, change);
            }
        }

        /** A new surface shows what is to be seen in it. */
        private void show(Sheen sheen, int x, int y, int at, double strength, double weight) {
            double k = strength * sheen.reflectance();
            if (k * weight == 0) {
                return;
            }
            Arrays.fill(seen, 0);
            mirror.now(x, y, mirror.blur(sheen, x, y), 1, seen);
            int c = canvas.at(at);
            for (int n = 0; n < 3; n++) {
                double own = (c >> (16 - 8 * n)) & 255;
                change[n] += weight * k * (sheen.isMetallic() ? seen[n] - own : seen[n] * (255 - own) / 255);
            }
        }
    }
}
