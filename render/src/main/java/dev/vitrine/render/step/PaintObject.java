package dev.vitrine.render.step;

import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.Original;
import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.texture.SampleRow;
import java.util.List;
import java.util.Optional;

/**
 * A standard object gets a finish.
 *
 * <p>With M0 the original color, L0 the light it was seen under, V the photograph and C the canvas:
 *
 * <pre>
 * R   = V - shade(M0, L0)  inside the object (coverage 255) where its residual counts, else 0
 * F   = shade(M, L) + w R          w: likeness of M and M0
 * F0  = shade(M0, L0) + R          what the model says the photograph shows, in the scene's own settings
 * out = C + coverage (F - F0)      where the original is known: exact at soft edges, C itself for M = M0
 * out = C + coverage (F - C)       otherwise
 * </pre>
 *
 * <p>Inside, F0 is V by definition. The canvas is V there too unless masks overlap, and then the later object wins.
 */
public record PaintObject(Subject subject, Finish finish, Lighting light) implements Step {
    @Override
    public String text() {
        return "paint " + subject.path() + " " + finish.text() + " " + light.text();
    }

    @Override
    public List<Picture> pictures() {
        return finish.pictures();
    }

    @Override
    public void draw(Canvas canvas, Studio studio) {
        Mask mask = studio.coverage(subject);
        if (mask.region().isEmpty()) {
            return;
        }
        Runs.of(mask, studio, studio.crew(finish), own -> painter(canvas, own, mask));
    }

    @Override
    public Optional<Pieces> touched(Studio studio) {
        return Optional.of(studio.pieces(subject));
    }

    private Runs.Visitor painter(Canvas canvas, Studio studio, Mask mask) {
        Paint paint = studio.paint(subject, finish, light, mask);
        boolean difference = subject.object().differenceEdge();
        Composition composition = subject.object()
                .original()
                .filter(look -> difference)
                .<Composition>map(look -> new Difference(canvas, studio, mask, look))
                .orElse(new Over(canvas, mask));
        SampleRow row = new SampleRow(mask.region().width());
        Runs.Visitor composite = (x, y, count) -> {
            paint.read(x, y, count, row);
            composition.apply(x, y, count, row);
        };
        FixedRuns.Inside inside = composition.hides() ? FixedRuns.Inside.COLORS : FixedRuns.Inside.LAID;
        return paint.fixed()
                .<Runs.Visitor>map(colors -> new FixedRuns(colors, canvas, mask, inside, composition::apply, composite))
                .or(() -> paint.filling()
                        .filter(fill -> composition.hides())
                        .map(fill -> filling(fill, canvas, mask, composite)))
                .orElse(composite);
    }

    /** Fills where the object covers pixels altogether. */
    private static Runs.Visitor filling(Paint.Filling filling, Canvas canvas, Mask mask, Runs.Visitor composite) {
        return (x, y, count) -> Runs.split(mask, x, y, count, (sx, sy, n, whole) -> {
            if (whole) {
                filling.fill(sx, sy, n, canvas);
            } else {
                composite.run(sx, sy, n);
            }
        });
    }

    /** How an object's colors get on the canvas. */
    private interface Composition {
        void apply(int x, int y, int count, SampleRow row);

        /** Whether nothing shows through opaque colors where the object covers a pixel altogether. */
        boolean hides();
    }

    private record Over(Canvas canvas, Mask mask) implements Composition {
        @Override
        public boolean hides() {
            return true;
        }

        @Override
        public void apply(int x, int y, int count, SampleRow row) {
            int at = y * canvas.width() + x;
            int covered = mask.index(x, y);
            for (int i = 0; i < count; i++) {
                float share = (mask.coverage()[covered + i] & 255) * row.alpha[i] * (1f / (255 * 255));
                canvas.mix(at + i, row.red[i], row.green[i], row.blue[i], share);
            }
        }
    }

    /** Composites against the model of the original look. */
    private final class Difference implements Composition {
        private final Canvas canvas;
        private final PixelBuffer view;
        private final Mask mask;
        private final Paint model;
        private final SampleRow original;
        private final boolean residual;
        private final float likeness;

        Difference(Canvas canvas, Studio studio, Mask mask, Original look) {
            this.canvas = canvas;
            this.view = studio.view();
            this.mask = mask;
            this.model =
                    studio.original(subject, look.baseColor(), mask.region().width());
            this.original = new SampleRow(mask.region().width());
            this.residual = look.residual();
            this.likeness = look.residual() ? Likeness.of(finish, look.baseColor()) : 0;
        }

        @Override
        public boolean hides() {
            return residual && likeness == 0;
        }

        /** What only shows the finish needs no model. */
        @Override
        public void apply(int x, int y, int count, SampleRow row) {
            Runs.split(mask, x, y, count, (sx, sy, n, whole) -> stretch(sx, sy, n, whole && residual, sx - x, row));
        }

        /** @param from where the stretch begins in the row */
        private void stretch(int x, int y, int count, boolean inside, int from, SampleRow row) {
            if (!inside || likeness != 0) {
                model.read(x, y, count, original);
            }
            int at = y * canvas.width() + x;
            int covered = mask.index(x, y);
            for (int m = 0; m < count; m++) {
                float share = row.alpha[from + m] / 255;
                if (inside) {
                    inside(at + m, from + m, m, share, row);
                } else {
                    edge(at + m, from + m, m, share * ((mask.coverage()[covered + m] & 255) / 255f), row);
                }
            }
        }

        private void inside(int at, int i, int m, float share, SampleRow row) {
            if (likeness == 0) {
                canvas.mix(at, row.red[i], row.green[i], row.blue[i], share);
                return;
            }
            int v = view.argb()[at];
            canvas.mix(
                    at,
                    row.red[i] + likeness * ((v >> 16 & 255) - original.red[m]),
                    row.green[i] + likeness * ((v >> 8 & 255) - original.green[m]),
                    row.blue[i] + likeness * ((v & 255) - original.blue[m]),
                    share);
        }

        private void edge(int at, int i, int m, float share, SampleRow row) {
            int c = canvas.at(at);
            canvas.color(
                    at,
                    (c >> 16 & 255) + share * (row.red[i] - original.red[m]),
                    (c >> 8 & 255) + share * (row.green[i] - original.green[m]),
                    (c & 255) + share * (row.blue[i] - original.blue[m]));
        }
    }
}
