package dev.vitrine.render.step;

import dev.vitrine.core.value.Color;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.scene.Original;
import dev.vitrine.render.scene.Overlap;
import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.texture.SampleRow;
import java.util.List;
import java.util.Optional;

/**
 * An overlap object gets a finish, in place of its image.
 *
 * @param counts whether it belongs to what the reply shows; otherwise it only hides what lies below
 */
public record PaintOverlap(Subject subject, Finish finish, Lighting light, boolean counts) implements Step {
    @Override
    public String text() {
        return (counts ? "overlap " : "hide behind ") + subject.path() + " " + finish.text() + " " + light.text();
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
        return counts ? Optional.of(studio.pieces(subject)) : Optional.empty();
    }

    private Runs.Visitor painter(Canvas canvas, Studio studio, Mask mask) {
        Paint paint = studio.paint(subject, finish, light, mask);
        Optional<Residual> residual = residual(studio, mask);
        SampleRow row = new SampleRow(mask.region().width());
        Runs.Visitor plain = (x, y, count) -> {
            paint.read(x, y, count, row);
            residual.ifPresent(r -> r.add(x, y, count, row));
            lay(canvas, mask, x, y, count, row);
        };
        FixedRuns.Inside inside = counts && finish.opacity() == 1 ? FixedRuns.Inside.PIXELS : FixedRuns.Inside.LAID;
        FixedRuns.Laying laying = (x, y, count, colors) -> lay(canvas, mask, x, y, count, colors);
        return paint.fixed()
                .filter(colors -> residual.isEmpty())
                .<Runs.Visitor>map(colors -> new FixedRuns(colors, canvas, mask, inside, laying, plain))
                .orElse(plain);
    }

    private void lay(Canvas canvas, Mask mask, int x, int y, int count, SampleRow row) {
        float opacity = (float) finish.opacity();
        for (int i = 0; i < count; i++) {
            int at = y * canvas.width() + x + i;
            float coverage = mask.at(x + i, y) / 255f * opacity * (row.alpha[i] / 255);
            if (counts) {
                canvas.over(at, row.red[i], row.green[i], row.blue[i], coverage);
            } else {
                canvas.erase(at, coverage);
            }
        }
    }

    private Optional<Residual> residual(Studio studio, Mask mask) {
        Optional<Sprite> image =
                subject.object().overlap().flatMap(Overlap::image).map(studio::sprite);
        Optional<Original> original = subject.object().original().filter(Original::residual);
        if (image.isEmpty() || original.isEmpty()) {
            return Optional.empty();
        }
        Color color = original.get().baseColor();
        float likeness = Likeness.of(finish, color);
        int width = mask.region().width();
        return likeness == 0
                ? Optional.empty()
                : Optional.of(new Residual(
                        image.get(), studio.original(subject, color, width), new SampleRow(width), likeness));
    }

    /** What the image shows beyond its one-color model, where it is opaque; added as far as the finish resembles it. */
    private record Residual(Sprite image, Paint model, SampleRow original, float likeness) {
        void add(int x, int y, int count, SampleRow row) {
            model.read(x, y, count, original);
            Region region = image.region();
            for (int i = 0; i < count; i++) {
                int v = region.contains(x + i, y) ? image.pixels().at(x + i - region.x(), y - region.y()) : 0;
                if (v >>> 24 == 255) {
                    row.red[i] += likeness * ((v >> 16 & 255) - original.red[i]);
                    row.green[i] += likeness * ((v >> 8 & 255) - original.green[i]);
                    row.blue[i] += likeness * ((v & 255) - original.blue[i]);
                }
            }
        }
    }
}
