package dev.vitrine.render.step;

/** One operation on the canvas. A value: equal steps on equal canvases do the same. */
public sealed interface Step permits PaintObject, DrawDecal, DrawUnder, DrawImage, PaintOverlap {
    /** Does it. Checks the deadline at least every few rows. */
    void draw(Canvas canvas, Studio studio);

    /** One line for people and golden tests; never changes without a reason. */
    String text();
}
