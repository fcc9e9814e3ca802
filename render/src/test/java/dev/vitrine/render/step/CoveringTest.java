package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.file;
import static dev.vitrine.render.Ask.flat;
import static dev.vitrine.render.Ask.look;
import static dev.vitrine.render.Ask.solid;
import static dev.vitrine.render.Ask.styled;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.MemoryScene.gray;
import static dev.vitrine.render.MemoryScene.layer;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.CoveringKind;
import dev.vitrine.render.scene.DecalArea.LightVector;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.Layer;
import dev.vitrine.render.scene.Layout;
import dev.vitrine.render.scene.Layout.Area;
import dev.vitrine.render.scene.ObjectType;
import dev.vitrine.render.scene.WindowStyle;
import dev.vitrine.render.scene.WindowStyle.Covering;
import dev.vitrine.render.scene.WindowStyle.Piece;
import dev.vitrine.render.scene.WindowStyle.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * Window coverings. The wall is 200 × 160 pixels, ten to the inch; the frame goes from 4,4 to 16,12 inches. A variant is 60 × 40
 * pixels at ten to the inch, and all of it meets the frame unless told otherwise.
 */
class CoveringTest {
    private static final int WALL = 0xff646464;
    private static final int GRAY = 0xff808080;

    private static MemoryScene room(Optional<CoveringKind> kind, Optional<LightVector> light) {
        return gray(200, 160, 100)
                .neutralLight()
                .field("seat", (x, y) -> 0)
                .add(object("seat").build())
                .add(MemoryScene.group(
                        "window",
                        object("frame")
                                .type(ObjectType.WINDOW_FRAME)
                                .geometry(new Geometry.Quad(
                                        List.of(
                                                new RealPair(0, 0),
                                                new RealPair(200, 0),
                                                new RealPair(200, 160),
                                                new RealPair(0, 160)),
                                        20,
                                        16,
                                        0))
                                .layout(new Layout.Frame(kind, new Area(4, 4, 16, 12), Optional.empty(), light))
                                .overlap(2, Optional.of(true))
                                .unmasked()
                                .build()));
    }

    private static MemoryScene room() {
        return room(Optional.empty(), Optional.empty());
    }

    private static Variant variant(Area frame, Optional<Layer> opacity) {
        Geometry uv = new Geometry.Uv(layer("uv"), Optional.of(new Geometry.Range(0, 6, 0, 4)), Optional.empty());
        Piece piece = new Piece("cloth", layer("mask"), layer("light"), uv, Map.of(0, new RealPair(0, 0)));
        return new Variant(new Size(60, 40), 10, frame, opacity, List.of(piece), false);
    }

    private static Variant variant() {
        return variant(new Area(0, 0, 60, 40), Optional.empty());
    }

    private static WindowStyle style(Covering covering, Map<String, Variant> variants) {
        return new WindowStyle("Test", covering, 1, 15, variants);
    }

    private static MemoryScene pixels() {
        return gray(60, 40, 0)
                .field("mask", (x, y) -> 1)
                .field("light", (x, y) -> 128 / 255.0)
                .field("half", (x, y) -> x < 30 ? 1 : 0.5)
                .surface((x, y) -> x / 10, (x, y) -> y / 10);
    }

    private static Ask dressed(WindowStyle style) {
        return ask().style("w.ovw", style, pixels());
    }

    private static void assertPixel(int wanted, PixelBuffer out, int x, int y) {
        assertEquals(Integer.toHexString(wanted), Integer.toHexString(out.at(x, y)), x + "," + y);
    }

    /** The rectangle of pixels that differ from the wall: left, top, right, bottom. */
    private static List<Integer> extent(PixelBuffer out) {
        int left = out.width();
        int right = 0;
        int top = out.height();
        int bottom = 0;
        for (int y = 0; y < out.height(); y++) {
            for (int x = 0; x < out.width(); x++) {
                if (out.at(x, y) != WALL) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return List.of(left, top, right, bottom);
    }

    @Test
    void blindsAndCurtains_fillTheFrameBothWays() {
        for (Covering covering : List.of(
                Covering.HORIZONTAL_BLINDS,
                Covering.VERTICAL_BLINDS,
                Covering.SHORT_CURTAINS,
                Covering.LONG_CURTAINS,
                Covering.CAFE_CURTAIN)) {
            PixelBuffer out = dressed(style(covering, Map.of("narrow", variant())))
                    .obj("window", styled("w.ovw"))
                    .render(room());
            assertEquals(List.of(40, 40, 160, 120), extent(out), covering.name());
            assertPixel(GRAY, out, 100, 80);
        }
    }

    @Test
    void oracle18_valance_isAsWideAsTheFrameAndAsLongAsItIs() {
        PixelBuffer out = dressed(style(Covering.VALANCE, Map.of("narrow", variant())))
                .obj("window", styled("w.ovw"))
                .render(room());
        assertEquals(List.of(40, 40, 160, 80), extent(out));
    }

    @Test
    void drapes_keepTheirWidth_eachAtItsEdge() {
        for (Covering covering : List.of(Covering.SHORT_DRAPES, Covering.LONG_DRAPES)) {
            Variant narrow = variant(new Area(0, 0, 60, 40), Optional.empty());
            Ask left = dressed(style(covering, Map.of("left", narrow)));
            assertEquals(
                    List.of(40, 40, 100, 120),
                    extent(left.obj("window", styled("w.ovw")).render(room())));
            Ask right = dressed(style(covering, Map.of("right", narrow)));
            assertEquals(
                    List.of(100, 40, 160, 120),
                    extent(right.obj("window", styled("w.ovw")).render(room())));
        }
    }

    @Test
    void frameOfTheStyle_meetsTheWindows_andTheRestHangsOver() {
        Variant inner = variant(new Area(10, 10, 50, 30), Optional.empty());
        PixelBuffer out = dressed(style(Covering.LONG_CURTAINS, Map.of("narrow", inner)))
                .obj("window", styled("w.ovw"))
                .render(room());
        assertEquals(List.of(10, 0, 190, 160), extent(out));
    }

    @Test
    void narrowOrWide_theNearerByRatioIsTaken() {
        Variant wide = new Variant(
                new Size(60, 40),
                3,
                new Area(0, 0, 60, 40),
                Optional.empty(),
                variant().pieces(),
                false);
        WindowStyle style = style(Covering.VALANCE, Map.of("narrow", variant(), "wide", wide));
        assertEquals(Optional.of("narrow"), style.nearest(10.9));
        assertEquals(Optional.of("wide"), style.nearest(11));
        assertEquals(Optional.empty(), style(Covering.VALANCE, Map.of()).nearest(3));
    }

    @Test
    void texture_lies_asTheStylesSurfaceRuns() {
        PixelBuffer stripes = flat(20, 20, 0xffff0000);
        for (int i = 0; i < 400; i++) {
            stripes.argb()[i] = i % 20 < 10 ? 0xffff0000 : 0xff0000ff;
        }
        Material.Style material = styled("w.ovw", Optional.of(tiles("s", 10)), Optional.empty(), false);
        PixelBuffer out = dressed(style(Covering.LONG_DRAPES, Map.of("left", variant())))
                .texture("s", stripes)
                .obj("window", material)
                .render(room());
        assertPixel(0xffff0000, out, 45, 80);
        assertPixel(0xff0000ff, out, 55, 80);
        assertPixel(0xffff0000, out, 65, 80);
    }

    @Test
    void color_paintsIt_andGrayWithoutAny() {
        WindowStyle style = style(Covering.LONG_DRAPES, Map.of("left", variant()));
        assertPixel(GRAY, dressed(style).obj("window", styled("w.ovw")).render(room()), 60, 80);
        Material.Style red = styled("w.ovw", Optional.empty(), Optional.of(new Color(200, 10, 20)), false);
        assertPixel(0xffc80a14, dressed(style).obj("window", red).render(room()), 60, 80);
    }

    @Test
    void opacity_isThatOfStyleTextureAndRequestTogether() {
        Variant sheer = variant(new Area(0, 0, 60, 40), Optional.of(layer("half")));
        Material.Style half = new Material.Style(
                file("w.ovw"),
                Optional.of(tiles("s", 10)),
                Optional.empty(),
                OptionalDouble.empty(),
                false,
                look(-1, 50));
        PixelBuffer out = dressed(style(Covering.LONG_DRAPES, Map.of("left", sheer)))
                .texture("s", flat(8, 8, 0x80ffffff))
                .obj("window", half)
                .render(room());
        int left = out.at(50, 80) & 0xff;
        int right = out.at(90, 80) & 0xff;
        assertEquals(100 + 155 * 0.25, left, 1.5);
        assertEquals(100 + 155 * 0.125, right, 1.5);
    }

    @Test
    void mirrored_picture_turnsAbout_andItsTextureRunsOn() {
        PixelBuffer stripes = flat(60, 4, 0xff000000);
        for (int i = 0; i < 240; i++) {
            stripes.argb()[i] = 0xff000000 | (4 * (i % 60)) << 16;
        }
        Material.Style material = styled("w.ovw", Optional.of(tiles("s", 10)), Optional.empty(), false);
        Map<String, Variant> right = Map.of(
                "right",
                new Variant(
                        new Size(60, 40),
                        10,
                        new Area(0, 0, 60, 40),
                        Optional.empty(),
                        variant().pieces(),
                        true));
        MemoryScene turned =
                pixels().field("mask", (x, y) -> x < 20 ? 0 : 1).surface((x, y) -> 6 - x / 10, (x, y) -> y / 10);
        PixelBuffer out = ask().style("w.ovw", style(Covering.LONG_DRAPES, right), turned)
                .texture("s", stripes)
                .obj("window", material)
                .render(room());
        assertEquals(List.of(100, 40, 140, 120), extent(out));
        int before = -1;
        for (int x = 102; x < 138; x++) {
            int red = out.at(x, 80) >> 16 & 255;
            assertTrue(red > before, "column " + x);
            before = red;
        }
    }

    @Test
    void shadow_liesAwayFromTheLight_asFarAsItIsThick() {
        MemoryScene lit = room(Optional.empty(), Optional.of(new LightVector(0, 45)));
        PixelBuffer out = dressed(style(Covering.LONG_DRAPES, Map.of("left", variant())))
                .obj("window", styled("w.ovw"))
                .render(lit);
        assertTrue((out.at(104, 80) & 255) < 80, "in the shadow " + (out.at(104, 80) & 255));
        assertPixel(WALL, out, 125, 80);
        assertPixel(WALL, out, 36, 80);
        assertPixel(GRAY, out, 60, 80);
        MemoryScene above = room(Optional.empty(), Optional.of(new LightVector(0, 0)));
        PixelBuffer none = dressed(style(Covering.LONG_DRAPES, Map.of("left", variant())))
                .obj("window", styled("w.ovw"))
                .render(above);
        assertEquals(List.of(40, 40, 100, 120), extent(none));
    }

    @Test
    void frames_takeOnlyCoveringsOfTheirKind() {
        MemoryScene room = room(Optional.of(CoveringKind.LONG_DRAPES), Optional.empty());
        List<Covering> taken = new ArrayList<>();
        for (Covering covering : Covering.values()) {
            Map<String, Variant> variants = covering.isPair() ? Map.of("left", variant()) : Map.of("wide", variant());
            Ask ask = dressed(style(covering, variants)).obj("window", styled("w.ovw"));
            try {
                ask.plan(room);
                taken.add(covering);
            } catch (FailureException e) {
                assertEquals(FailureKind.UNSUITABLE_MATERIAL, e.failure().kind());
            }
        }
        assertEquals(List.of(Covering.LONG_CURTAINS, Covering.LONG_DRAPES), taken);
    }

    @Test
    void coverings_onOtherThings_areUnsuitable_andFramesTakeNothingElse() {
        WindowStyle style = style(Covering.LONG_DRAPES, Map.of("left", variant()));
        Ask seat = dressed(style).obj("seat", styled("w.ovw"));
        assertEquals(
                FailureKind.UNSUITABLE_MATERIAL,
                assertThrows(FailureException.class, () -> seat.plan(room()))
                        .failure()
                        .kind());
        String painted = ask().obj("window", solid(1, 2, 3)).plan(room()).text();
        assertTrue(painted.contains("'window' was left as it is"), painted);
    }

    @Test
    void hidden_hangsNowhere_andSelectionsCutItOut() {
        WindowStyle style = style(Covering.LONG_DRAPES, Map.of("left", variant()));
        PixelBuffer hidden =
                dressed(style).obj("window", styled("w.ovw")).hide("window").render(room());
        assertPixel(WALL, hidden, 60, 80);
        PixelBuffer alone = dressed(style)
                .obj("window", styled("w.ovw"))
                .type(RequestType.OBJECT)
                .format(ImageFormat.PNG_ALPHA)
                .render(room());
        assertPixel(GRAY, alone, 60, 80);
        assertPixel(0, alone, 120, 80);
    }

    @Test
    void explain_covering_saysWhereItHangs() {
        WindowStyle style = style(Covering.LONG_DRAPES, Map.of("left", variant(), "right", variant()));
        String text = dressed(style).obj("window", styled("w.ovw")).plan(room()).text();
        assertEquals(
                "hang window/frame style w.ovw left 4,4 to 10,12, right 10,4 to 16,12 in color 808080",
                text.lines().skip(2).findFirst().orElseThrow());
    }
}
