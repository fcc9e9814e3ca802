package dev.vitrine.render.text;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/** Fills the outlines of laid out text. What lies outside the picture is cut off. */
public final class TextPainter {
    private static final double FLATNESS = 0.05;
    private static final double SLANT = 0.2;
    private static final int GLYPHS_PER_CHECK = 64;

    private final boolean smooth;

    /** @param smooth whether pixels may be covered in part */
    public TextPainter(boolean smooth) {
        this.smooth = smooth;
    }

    /**
     * Draws text on a picture that is transparent.
     *
     * @param top how far down the block begins, in pixels of the canvas
     * @param across picture pixels for each pixel of the canvas
     * @param down likewise
     */
    public PixelBuffer paint(TextBlock block, Size size, double top, double across, double down, Deadline deadline) {
        PixelBuffer picture = PixelBuffer.blank(size.width(), size.height());
        int count = 0;
        for (TextBlock.Glyph glyph : block.glyphs()) {
            if (count++ % GLYPHS_PER_CHECK == 0) {
                deadline.check();
            }
            double unit = glyph.face().unit() * glyph.size();
            AffineTransform place = new AffineTransform(
                    unit * across,
                    0,
                    glyph.slanted() ? SLANT * unit * across : 0,
                    -unit * down,
                    glyph.x() * across,
                    (glyph.y() + top) * down);
            GeneralPath outline = new GeneralPath(GeneralPath.WIND_NON_ZERO);
            outline.append(glyph.face().outline(glyph.glyph()).getPathIterator(place), false);
            fill(picture, outline.getBounds2D(), outline.getPathIterator(null, FLATNESS), glyph.argb());
        }
        for (TextBlock.Bar bar : block.bars()) {
            Rectangle2D shape = new Rectangle2D.Double(
                    bar.x() * across, (bar.y() + top) * down, bar.width() * across, bar.height() * down);
            fill(picture, shape, shape.getPathIterator(null), bar.argb());
        }
        return picture;
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
