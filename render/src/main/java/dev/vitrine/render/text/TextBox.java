package dev.vitrine.render.text;

import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Region;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;

/**
 * Where laid out text lies in its layer.
 *
 * @param width of the layer, in pixels of the canvas
 * @param place from the block to the layer
 * @param start where the first line begins, or the point about which it is centered or that it ends at
 */
public record TextBox(double width, double height, AffineTransform place, Measure start) {
    /** Whether lines run up or down, so that the width of their box is its height. */
    public static boolean isUpright(double angle) {
        return Math.abs(angle % 180) == 90;
    }

    /**
     * The box of a block.
     *
     * @param angle of its lines, in degrees clockwise
     * @param width 0 to be as wide as the text
     * @param height 0 to be as high as the text
     */
    public static TextBox of(TextBlock block, StyledText.Vertical vertical, double angle, double width, double height) {
        boolean upright = isUpright(angle);
        double lines = upright ? height : width;
        double depth = upright ? width : height;
        double innerWidth = lines > 0 ? lines : Math.max(1, Math.ceil(block.width()));
        double innerHeight = depth > 0 ? depth : Math.max(1, Math.ceil(block.height()));
        double free = innerHeight - block.height();
        double top = switch (vertical) {
            case TOP -> 0;
            case CENTER -> free / 2;
            case BOTTOM -> free;
        };
        AffineTransform turn = turn(angle);
        GeneralPath inner = new GeneralPath();
        inner.append(new Rectangle2D.Double(0, 0, innerWidth, innerHeight).getPathIterator(turn), false);
        Rectangle2D bounds = inner.getBounds2D();
        double outerWidth = width > 0 ? width : Math.max(1, Math.rint(bounds.getWidth()));
        double outerHeight = height > 0 ? height : Math.max(1, Math.rint(bounds.getHeight()));
        AffineTransform place = AffineTransform.getTranslateInstance(
                outerWidth / 2 - bounds.getCenterX(), outerHeight / 2 - bounds.getCenterY());
        place.concatenate(turn);
        place.translate(0, top);
        double[] start = {block.startX(), block.startY()};
        place.transform(start, 0, start, 0, 1);
        return new TextBox(outerWidth, outerHeight, place, new Measure(start[0], start[1], false));
    }

    /** From the block to a part of a picture of the whole layer. */
    AffineTransform onto(Size whole, Region part) {
        AffineTransform out = AffineTransform.getTranslateInstance(-part.x(), -part.y());
        out.scale(whole.width() / width, whole.height() / height);
        out.concatenate(place);
        return out;
    }

    /** Exact for quarter turns. */
    private static AffineTransform turn(double angle) {
        return angle % 90 == 0
                ? AffineTransform.getQuadrantRotateInstance(Math.floorMod((int) (angle / 90), 4))
                : AffineTransform.getRotateInstance(StrictMath.toRadians(angle));
    }
}
