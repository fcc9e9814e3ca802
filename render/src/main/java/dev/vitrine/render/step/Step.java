package dev.vitrine.render.step;

import dev.vitrine.render.pixel.Pieces;
import java.util.List;
import java.util.Optional;

/** One operation on the canvas. A value: equal steps on equal canvases do the same. */
public sealed interface Step permits PaintObject, DrawDecal, Reflect, DrawUnder, DrawImage, PaintOverlap, DrawCovering {
    /** Does it. Checks the deadline at least every few rows. */
    void draw(Canvas canvas, Studio studio);

    /**
     * Where it may change an opaque canvas, which stays opaque; absent if that is not told, or costs as much as to look afterwards.
     * Equal for all canvases.
     */
    default Optional<Pieces> touched(Studio studio) {
        return Optional.empty();
    }

    /** Where the pixels that it lays come from. */
    default List<Picture> pictures() {
        return List.of();
    }

    /** One line for people and golden tests; never changes without a reason. */
    String text();
}
