package dev.vitrine.render.step;

import dev.vitrine.core.value.Color;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.Original;
import dev.vitrine.render.texture.SampleRow;
import java.util.Optional;

/**
 * A paint on a part of a standard object that, as far as it resembles the original color, keeps what the photograph shows
 * beyond that color; see {@link PaintObject}, where the same is done for an object as a whole.
 */
final class ResidualPaint implements Paint {
    private final Paint paint;
    private final Paint model;
    private final Mask mask;
    private final PixelBuffer view;
    private final float likeness;
    private final SampleRow original;

    private ResidualPaint(Paint paint, Paint model, Mask mask, PixelBuffer view, float likeness) {
        this.paint = paint;
        this.model = model;
        this.mask = mask;
        this.view = view;
        this.likeness = likeness;
        this.original = new SampleRow(mask.region().width());
    }

    /** The paint itself where nothing is to be kept. */
    static Paint of(Paint paint, Finish finish, Studio studio, Subject subject, Mask mask) {
        Optional<Original> known = subject.object().original().filter(Original::residual);
        if (subject.isOverlap() || !subject.object().differenceEdge() || known.isEmpty()) {
            return paint;
        }
        Color color = known.get().baseColor();
        float likeness = Likeness.of(finish, color);
        return likeness == 0
                ? paint
                : new ResidualPaint(
                        paint, studio.original(subject, color, mask.region().width()), mask, studio.view(), likeness);
    }

    @Override
    public void read(int x, int y, int count, SampleRow out) {
        paint.read(x, y, count, out);
        model.read(x, y, count, original);
        for (int i = 0; i < count; i++) {
            if (mask.at(x + i, y) == 255) {
                int v = view.at(x + i, y);
                out.red[i] += likeness * ((v >> 16 & 255) - original.red[i]);
                out.green[i] += likeness * ((v >> 8 & 255) - original.green[i]);
                out.blue[i] += likeness * ((v & 255) - original.blue[i]);
            }
        }
    }
}
