package dev.vitrine.render.texture;

import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.scene.CabinetStyle;
import dev.vitrine.render.scene.Layout.Area;

/** Looks up a picture that is resized to fill a panel of a surface. Not safe for many threads. */
public final class PanelSampler {
    private final Stretch.Both stretch;
    private final Lookup lookup;
    private final SurfaceRow pixels;

    /**
     * A component on a panel.
     *
     * @param picture the component's, or another one of the same shape
     * @param lookup looks it up as it is
     * @param width of the longest piece of a row that is read
     */
    public PanelSampler(MipMap picture, Lookup lookup, CabinetStyle.Choice choice, Area area, int width) {
        CabinetStyle.Component c = choice.component();
        Stretch across = Stretch.of(c.across(), picture.width(), area.width(), c.resolution());
        Stretch down = Stretch.of(c.down(), picture.height(), area.height(), c.resolution());
        this.stretch = new Stretch.Both(area, across, down, choice.mirrored());
        this.lookup = lookup;
        this.pixels = new SurfaceRow(width);
    }

    /**
     * Looks up {@code count} places of a row; what lies outside the panel is transparent.
     *
     * @param from the first of them, where a span begins
     */
    public void read(SurfaceRow surface, int from, int count, SampleRow out) {
        stretch.toPixels(surface, from, count, pixels);
        lookup.read(pixels, count, out);
    }
}
