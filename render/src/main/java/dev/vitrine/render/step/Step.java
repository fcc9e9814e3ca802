package dev.vitrine.render.step;

import java.util.List;

/** One operation on the canvas. A value: equal steps on equal canvases do the same. */
public sealed interface Step permits PaintObject, DrawDecal, Reflect, DrawUnder, DrawImage, PaintOverlap, DrawCovering {
    /** Does it. Checks the deadline at least every few rows. */
    void draw(Canvas canvas, Studio studio);

    /** Where the pixels that it lays come from. */
    default List<Picture> pictures() {
        return List.of();
    }

    /** One line for people and golden tests; never changes without a reason. */
    String text();
}
