package dev.vitrine.catalog.resolve;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.RequestLimits;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How deep a request stands within others, and how many more its outermost request may hold. Depth alone would not do: a
 * template that names itself ten times over would be read ten to the power of the depth times.
 */
final class Nesting {
    private static final int MOST_NESTED = 100;

    private final int depth;
    private final int maxDepth;
    private final AtomicInteger left;

    private Nesting(int depth, int maxDepth, AtomicInteger left) {
        this.depth = depth;
        this.maxDepth = maxDepth;
        this.left = left;
    }

    /** That of a request which arrived from outside. */
    static Nesting outermost(RequestLimits limits) {
        return new Nesting(1, limits.maxNesting(), new AtomicInteger(MOST_NESTED));
    }

    /** That of one request within this one; ends the request if that is one too many. */
    Nesting deeper() {
        if (depth == maxDepth) {
            throw Failures.nestedTooDeep(maxDepth);
        }
        if (left.decrementAndGet() < 0) {
            throw Failures.budgetExceeded(MOST_NESTED + " nested requests");
        }
        return new Nesting(depth + 1, maxDepth, left);
    }

    boolean isOutermost() {
        return depth == 1;
    }
}
