package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.MaskGrowth;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;

/**
 * Draws content of which more, or less, can be seen than its mask shows: each pixel's alpha becomes the largest, or the smallest,
 * within a disc about it. Colors are those that the picture has below its mask.
 */
final class GrownMask implements Art.Brush {
    private final Art masked;
    private final Art.Brush unmasked;
    private final MaskGrowth growth;
    private final PixelBudget budget;
    private final Deadline deadline;

    private GrownMask(Art masked, Art.Brush unmasked, MaskGrowth growth, PixelBudget budget, Deadline deadline) {
        this.masked = masked;
        this.unmasked = unmasked;
        this.growth = growth;
        this.budget = budget;
        this.deadline = deadline;
    }

    /**
     * The same content with another mask.
     *
     * @param unmasked draws all of it, opaque
     */
    static Art of(Art masked, Art.Brush unmasked, MaskGrowth growth, PixelBudget budget, Deadline deadline) {
        return masked.with(new GrownMask(masked, unmasked, growth, budget, deadline));
    }

    @Override
    public PixelBuffer draw(Size whole, Region part) {
        int radius = radius(whole);
        if (radius == 0) {
            return masked.brush().draw(whole, part);
        }
        Region needed = part.grown(Math.abs(radius)).intersect(new Region(0, 0, whole.width(), whole.height()));
        budget.take(2.0 * needed.width(), needed.height());
        PixelBuffer shown = masked.brush().draw(whole, needed);
        int[] alpha = new int[shown.argb().length];
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = shown.argb()[i] >>> 24;
        }
        int[] grown = Outline.grown(alpha, needed.width(), needed.height(), radius, deadline);
        PixelBuffer out = unmasked.draw(whole, part).writable();
        for (int y = 0; y < part.height(); y++) {
            int row = (part.y() - needed.y() + y) * needed.width() + part.x() - needed.x();
            for (int x = 0; x < part.width(); x++) {
                int i = y * part.width() + x;
                int pixel = out.argb()[i];
                int seen = ((pixel >>> 24) * grown[row + x] + 127) / 255;
                out.argb()[i] = seen << 24 | (pixel & 0xffffff);
            }
        }
        return out;
    }

    /** Farther than the picture is large nothing can grow. */
    private int radius(Size whole) {
        double scaled = growth.radius() * (growth.scales() ? whole.width() / masked.detail() : 1);
        int most = Math.max(whole.width(), whole.height());
        return (int) Math.rint(Math.max(-most, Math.min(most, scaled)));
    }
}
