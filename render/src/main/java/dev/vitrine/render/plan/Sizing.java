package dev.vitrine.render.plan;

import dev.vitrine.catalog.resolve.ScaleRequest;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.scene.Scene;
import java.util.List;

/**
 * Every rounding of sizes, before a pixel is allocated.
 *
 * <p>The view's shape is always kept: {@code wid} and {@code hei} are a box that the reply fits into, and fills in one
 * direction. A box larger than the view enlarges it; the default box ({@code DefaultPix}) only ever reduces.
 */
public final class Sizing {
    private final long maxPixels;

    /** @param maxPixels the most pixels of a reply, whatever a catalog allows */
    public Sizing(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    /**
     * The reply's size.
     *
     * @param full the view's full size
     * @throws dev.vitrine.core.failure.FailureException if it would be larger than allowed, and may not be shrunk
     */
    public Size reply(Size full, ScaleRequest asked) {
        double wanted = factor(full, asked);
        double factor = wanted * asked.shrinkage(full.width() * wanted, full.height() * wanted, maxPixels);
        double width = Math.max(1, full.width() * factor);
        double height = Math.max(1, full.height() * factor);
        if (width * height > maxPixels) {
            throw Failures.replyTooLarge(text(width, height), maxPixels + " pixels");
        }
        Size reply = full.scaled(factor);
        if (asked.most().isPresent() && isLarger(reply, asked.most().get())) {
            throw Failures.replyTooLarge(reply.toString(), asked.most().get().toString());
        }
        return reply;
    }

    /** The number of the smallest level that is not smaller than the reply; 0, the full size, where none is large enough. */
    public int level(Scene scene, Size reply) {
        List<Scene.Level> levels = scene.levels();
        int best = 0;
        for (int i = 1; i < levels.size(); i++) {
            Scene.Level level = levels.get(i);
            boolean enough = level.width() >= reply.width() && level.height() >= reply.height();
            if (enough && level.width() < levels.get(best).width()) {
                best = i;
            }
        }
        return best;
    }

    /** The size of the view at a level. */
    public Size levelSize(Scene scene, int level) {
        return level == 0
                ? scene.view().size()
                : new Size(
                        scene.levels().get(level).width(),
                        scene.levels().get(level).height());
    }

    private static double factor(Size full, ScaleRequest asked) {
        if (asked.inverseScale().isPresent()) {
            return 1 / asked.inverseScale().getAsDouble();
        }
        if (asked.width().isPresent() || asked.height().isPresent()) {
            double across = (double) asked.width().orElse(Integer.MAX_VALUE) / full.width();
            double down = (double) asked.height().orElse(Integer.MAX_VALUE) / full.height();
            return asked.width().isEmpty() ? down : asked.height().isEmpty() ? across : Math.min(across, down);
        }
        double across = asked.fallbackWidth().isPresent()
                ? (double) asked.fallbackWidth().getAsInt() / full.width()
                : 1;
        double down = asked.fallbackHeight().isPresent()
                ? (double) asked.fallbackHeight().getAsInt() / full.height()
                : 1;
        return Math.min(1, Math.min(across, down));
    }

    private static boolean isLarger(Size size, Size most) {
        return size.width() > most.width() || size.height() > most.height();
    }

    private static String text(double width, double height) {
        return Math.round(width) + "x" + Math.round(height);
    }
}
