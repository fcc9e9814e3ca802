package dev.vitrine.render.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.render.geometry.SurfaceRow;
import dev.vitrine.render.scene.CabinetStyle.Segment;
import dev.vitrine.render.scene.Layout.Area;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {
    private static final int COUNT = 100;

    /** A fixed strip, one that gives way, and a fixed one: 20, 60 and 20 pixels. */
    private static final List<Segment> FRAME =
            List.of(new Segment(20, true), new Segment(60, false), new Segment(20, true));

    /** Places from {@code first} on, as far from each other as the footprint says. */
    private static SurfaceRow row(double first, float step, boolean even) {
        SurfaceRow row = new SurfaceRow(COUNT);
        Arrays.fill(row.known, true);
        Arrays.fill(row.even, even);
        for (int i = 0; i < COUNT; i++) {
            row.u[i] = first + i * (double) step;
            row.v[i] = 4;
            boolean stands = !even || i % SurfaceRow.SPAN == 0;
            row.ux[i] = stands ? step : Float.NaN;
            row.vx[i] = stands ? 0 : Float.NaN;
            row.uy[i] = stands ? 0 : Float.NaN;
            row.vy[i] = stands ? step : Float.NaN;
        }
        return row;
    }

    private static SurfaceRow pixels(
            List<Segment> strips, double length, boolean mirrored, SurfaceRow surface, int from) {
        Area area = new Area(10, 0, 10 + length, 8);
        Stretch across = Stretch.of(strips, 100, length, 10);
        Stretch down = Stretch.of(List.of(), 80, 8, 10);
        SurfaceRow out = new SurfaceRow(COUNT);
        new Stretch.Both(area, across, down, mirrored).toPixels(surface, from, COUNT - from, out);
        return out;
    }

    @Test
    void toPixels_fixedStripsKeepTheirSize_othersGiveWay() {
        SurfaceRow out = pixels(FRAME, 22, false, row(10, 0.25f, false), 0);
        assertEquals(0, out.u[0]);
        assertEquals(10, out.u[4]);
        assertEquals(20, out.u[8], 1e-9); // 2 units of 10 pixels
        assertEquals(50, out.u[44], 1e-9); // the middle
        assertEquals(80, out.u[80], 1e-9);
        assertEquals(90, out.u[84], 1e-9);
        assertEquals(40, out.v[0]);
        assertEquals(2.5, out.ux[0], 1e-6);
        assertEquals(0.25 * 60 / 18, out.ux[44], 1e-6);
        assertEquals(2.5, out.vy[44], 1e-6);
    }

    @Test
    void toPixels_nothingButFixedStrips_stretchAsAWhole() {
        SurfaceRow out = pixels(List.of(new Segment(100, true)), 20, false, row(10, 0.25f, false), 0);
        assertEquals(50, out.u[40], 1e-9);
    }

    @Test
    void toPixels_shortPanel_leavesOutWhatGivesWay() {
        SurfaceRow out = pixels(FRAME, 2, false, row(10, 0.05f, false), 0);
        assertEquals(10, out.u[10], 1e-4);
        assertEquals(90, out.u[30], 1e-4);
    }

    @Test
    void toPixels_mirrored_goesTheOtherWay() {
        SurfaceRow out = pixels(FRAME, 22, true, row(10, 0.25f, false), 0);
        assertEquals(100, out.u[0], 1e-9);
        assertEquals(90, out.u[4], 1e-9);
        assertEquals(-2.5, out.ux[4], 1e-6);
    }

    @Test
    void toPixels_ofEvenSpans_areThoseOfEachPlace() {
        for (boolean mirrored : new boolean[] {false, true}) {
            for (double first : new double[] {6, 9.9, 12, 20, 40}) {
                for (int from : new int[] {0, 32, 64}) {
                    SurfaceRow each = pixels(FRAME, 22, mirrored, row(first, 0.25f, false), from);
                    SurfaceRow spans = pixels(FRAME, 22, mirrored, row(first, 0.25f, true), from);
                    assertArrayEquals(each.u, spans.u);
                    assertArrayEquals(each.v, spans.v);
                    assertArrayEquals(each.ux, spans.ux);
                    assertArrayEquals(each.vy, spans.vy);
                    assertArrayEquals(each.known, spans.known);
                    for (int i = 0; i < COUNT - from; i++) {
                        int start = i - i % SurfaceRow.SPAN;
                        boolean even = spans.even[i / SurfaceRow.SPAN];
                        assertEquals(even ? spans.ux[start] : spans.ux[i], spans.ux[i]);
                    }
                }
            }
        }
        SurfaceRow within = pixels(FRAME, 22, false, row(13, 0.25f, true), 0);
        assertEquals(true, within.even[0]);
        assertEquals(false, pixels(FRAME, 22, false, row(10, 0.25f, true), 0).even[0]);
    }
}
