package dev.vitrine.render.text;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/** Fills the outlines of laid out text. What lies outside the picture is cut off. */
public final class TextPainter {
    private static final double FLATNESS = 0.05;
    private static final double SLANT = 0.2;

    /** How far a letter that is made bold is drawn a second time, as a share of its size. */
    private static final double HEAVIER = 0.035;

    private static final int GLYPHS_PER_CHECK = 64;

    private final boolean smooth;

    /** @param smooth whether pixels may be covered in part */
    public TextPainter(boolean smooth) {
        this.smooth = smooth;
    }

    /**
     * Draws text on a picture that is transparent.
     *
     * @param whole the size that the layer is drawn at
     * @param part what of that the picture shows
     */
    public PixelBuffer paint(TextBlock block, TextBox box, Size whole, Region part, Deadline deadline) {
        return paint(block, new Size(part.width(), part.height()), box.onto(whole, part), deadline);
    }

    /** The same for any place of the block in the picture. */
    PixelBuffer paint(TextBlock block, Size size, AffineTransform place, Deadline deadline) {
        PixelBuffer picture = PixelBuffer.blank(size.width(), size.height());
        int count = 0;
        for (TextBlock.Glyph glyph : block.glyphs()) {
            if (count++ % GLYPHS_PER_CHECK == 0) {
                deadline.check();
            }
            double unit = glyph.face().unit() * glyph.size();
            AffineTransform letter = new AffineTransform(place);
            letter.concatenate(new AffineTransform(
                    unit * glyph.stretch(), 0, glyph.slanted() ? SLANT * unit : 0, -unit, glyph.x(), glyph.y()));
            GeneralPath outline = new GeneralPath(GeneralPath.WIND_NON_ZERO);
            outline.append(glyph.face().outline(glyph.glyph()).getPathIterator(letter), false);
            if (glyph.heavy()) {
                letter.preConcatenate(shift(place, HEAVIER * glyph.size()));
                outline.append(glyph.face().outline(glyph.glyph()).getPathIterator(letter), false);
            }
            fill(picture, outline.getBounds2D(), outline.getPathIterator(null, FLATNESS), glyph.argb());
        }
        for (TextBlock.Bar bar : block.bars()) {
            GeneralPath line = new GeneralPath();
            line.append(
                    new Rectangle2D.Double(bar.x(), bar.y(), bar.width(), bar.height()).getPathIterator(place), false);
            fill(picture, line.getBounds2D(), line.getPathIterator(null), bar.argb());
        }
        return picture;
    }

    /** A step along the line: letters drawn twice are bolder. */
    private static AffineTransform shift(AffineTransform place, double step) {
        return AffineTransform.getTranslateInstance(place.getScaleX() * step, place.getShearY() * step);
    }

    private void fill(PixelBuffer picture, Rectangle2D bounds, PathIterator outline, int color) {
        int left = (int) Math.max(0, Math.floor(bounds.getMinX()));
        int top = (int) Math.max(0, Math.floor(bounds.getMinY()));
        int right = (int) Math.min(picture.width(), Math.ceil(bounds.getMaxX()));
        int bottom = (int) Math.min(picture.height(), Math.ceil(bounds.getMaxY()));
        if (right <= left || bottom <= top) {
            return;
        }
        Coverage coverage = new Coverage(left, top, right - left, bottom - top);
        double[] point = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (; !outline.isDone(); outline.next()) {
            int segment = outline.currentSegment(point);
            if (segment == PathIterator.SEG_LINETO) {
                coverage.edge(x, y, point[0], point[1]);
                x = point[0];
                y = point[1];
            } else {
                coverage.edge(x, y, startX, startY);
                x = startX;
                y = startY;
                if (segment == PathIterator.SEG_MOVETO) {
                    x = point[0];
                    y = point[1];
                    startX = x;
                    startY = y;
                }
            }
        }
        coverage.edge(x, y, startX, startY);
        coverage.fill(picture.argb(), picture.width(), color, smooth);
    }
}
