package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.LayerEffect;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.MaskUse;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import java.util.List;

/**
 * Draws shadows and glows. The outline of the layer, or for an effect on the layer that of all around it, is grown, blurred and
 * moved, and filled with the effect's color where the layer is not, or where it is.
 */
final class EffectPainter {
    private final View view;
    private final Size canvas;
    private final PixelBudget budget;
    private final Deadline deadline;

    EffectPainter(View view, Size canvas, PixelBudget budget, Deadline deadline) {
        this.view = view;
        this.canvas = canvas;
        this.budget = budget;
        this.deadline = deadline;
    }

    /**
     * The layer that effects belong to.
     *
     * @param pixels those that are known: all of the layer that is close enough to count; beyond them it is transparent
     * @param known where those lie in the frame
     * @param bounds the layer's rectangle in the frame
     */
    record Parent(PixelBuffer pixels, Region known, Region bounds) {
        int alpha(int x, int y) {
            return known.contains(x, y) ? pixels.at(x - known.x(), y - known.y()) >>> 24 : 0;
        }
    }

    /** How far from a pixel a layer may be whose effects reach it. */
    int reach(List<LayerEffect> effects) {
        return effects.stream().mapToInt(this::reach).max().orElse(0);
    }

    /**
     * Lays effects on the frame, and between those behind the layer and those on it the layer.
     *
     * @param visible the part of the frame that may be drawn on
     */
    void layAll(List<LayerEffect> effects, Parent parent, Region visible, PixelBuffer frame, Runnable layer) {
        for (LayerEffect effect : effects) {
            if (!effect.isInner()) {
                lay(effect, parent, visible, frame);
            }
        }
        layer.run();
        for (LayerEffect effect : effects) {
            if (effect.isInner()) {
                lay(effect, parent, visible, frame);
            }
        }
    }

    private int reach(LayerEffect effect) {
        int way = Math.max(Math.abs(dx(effect)), Math.abs(dy(effect)));
        return way + Math.abs(growth(effect)) + blur(effect).reach();
    }

    private void lay(LayerEffect effect, Parent parent, Region visible, PixelBuffer frame) {
        int around = Math.abs(growth(effect)) + blur(effect).reach();
        Region area = visible.grown(around);
        budget.take(2.0 * area.width(), area.height());
        int[] plane = new int[area.width() * area.height()];
        for (int y = 0; y < area.height(); y++) {
            for (int x = 0; x < area.width(); x++) {
                int px = area.x() + x - dx(effect);
                int py = area.y() + y - dy(effect);
                int alpha = parent.alpha(px, py);
                boolean inside = parent.bounds().contains(px, py);
                plane[y * area.width() + x] =
                        effect.isInner() ? 255 - used(alpha, true, effect) : used(alpha, inside, effect);
            }
        }
        int[] shape = Outline.grown(plane, area.width(), area.height(), growth(effect), deadline);
        blur(effect).blur(shape, area.width(), area.height(), deadline);
        for (int y = visible.y(); y < visible.bottom(); y++) {
            for (int x = visible.x(); x < visible.right(); x++) {
                int own = parent.alpha(x, y);
                int open = effect.isInner() ? own : effect.clipped() ? 255 - own : 255;
                int cover = shape[(y - area.y()) * area.width() + x - area.x()];
                int alpha = (int) Math.rint(effect.color().alpha() * effect.share() * cover * open / (255.0 * 255));
                int at = y * frame.width() + x;
                int top = alpha << 24 | (effect.color().argb() & 0xffffff);
                frame.argb()[at] = Blending.over(
                        Blending.dissolved(top, effect.blend(), x - view.left(), y - view.top()),
                        frame.argb()[at],
                        effect.blend());
            }
        }
    }

    private static int used(int alpha, boolean inside, LayerEffect effect) {
        if (effect.mask() == MaskUse.NORM) {
            return alpha;
        }
        return !inside ? 0 : effect.mask() == MaskUse.OFF ? 255 : 255 - alpha;
    }

    private int dx(LayerEffect effect) {
        return View.position(effect.position().x(canvas.width()) * view.across());
    }

    private int dy(LayerEffect effect) {
        return View.position(effect.position().y(canvas.height()) * view.down());
    }

    private int growth(LayerEffect effect) {
        return (int) Math.rint(effect.growth() * view.scale());
    }

    private Blur blur(LayerEffect effect) {
        return Blur.ofRadius(effect.blur() * view.scale());
    }
}
