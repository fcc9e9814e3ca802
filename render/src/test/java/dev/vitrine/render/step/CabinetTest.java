package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.flat;
import static dev.vitrine.render.Ask.solid;
import static dev.vitrine.render.Ask.styled;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.MemoryScene.gray;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.CabinetStyle;
import dev.vitrine.render.scene.CabinetStyle.Component;
import dev.vitrine.render.scene.CabinetStyle.Segment;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.Layout;
import dev.vitrine.render.scene.Layout.Area;
import dev.vitrine.render.scene.Layout.Panel;
import dev.vitrine.render.scene.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cabinet styles. A cabinet is 80 × 60 pixels, ten to the inch, so 8 × 6 inches. */
class CabinetTest {
    private static final Color BASE = new Color(120, 100, 80);
    private static final int FACE = 0xff786450;
    private static final int RIM = 0xff0000ff;
    private static final int FIELD = 0xffffff00;
    private static final List<Segment> THREE =
            List.of(new Segment(4, true), new Segment(12, false), new Segment(4, true));

    private static Geometry front() {
        return new Geometry.Quad(
                List.of(new RealPair(0, 0), new RealPair(80, 0), new RealPair(80, 60), new RealPair(0, 60)), 8, 6, 0);
    }

    private static MemoryScene scene(ObjectType type, Panel... panels) {
        return gray(80, 60, 100)
                .neutralLight()
                .field("run", (x, y) -> 1)
                .add(object("run")
                        .type(type)
                        .geometry(front())
                        .layout(new Layout.Panels(List.of(panels)))
                        .build());
    }

    private static Panel panel(String type, double left, double top, double right, double bottom) {
        return new Panel(type, new Area(left, top, right, bottom));
    }

    /** 20 × 20 pixels at ten to the inch: a blue rim of 4 pixels around a yellow field. */
    private static PixelBuffer door() {
        PixelBuffer out = flat(20, 20, RIM);
        for (int y = 4; y < 16; y++) {
            for (int x = 4; x < 16; x++) {
                out.argb()[y * 20 + x] = FIELD;
            }
        }
        return out;
    }

    private static Component component(String image, boolean texturable, String... area) {
        return new Component(
                image, 10, THREE, THREE, texturable, List.of(area).stream().findFirst());
    }

    private static CabinetStyle style(Map<String, Component> components) {
        return new CabinetStyle("Test", BASE, Optional.empty(), components);
    }

    private static Ask dressed(CabinetStyle style) {
        return ask().style("c.ovc", style)
                .texture("door", door())
                .texture("red", flat(20, 20, 0xffff0000))
                .texture("green", flat(20, 20, 0xff00ff00))
                .texture("wood", flat(8, 8, 0xffa06428));
    }

    private static final CabinetStyle PLAIN = style(Map.of("lhBase", component("door", false)));

    private static void assertPixel(int wanted, PixelBuffer out, int x, int y) {
        assertEquals(Integer.toHexString(wanted), Integer.toHexString(out.at(x, y)), x + "," + y);
    }

    @Test
    void oracle17_panelOfNaturalSize_isThePictureItself() {
        PixelBuffer out = dressed(PLAIN)
                .obj("run", styled("c.ovc"))
                .render(scene(ObjectType.CABINET, panel("lhBase", 1, 1, 3, 3)));
        PixelBuffer door = door();
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                assertPixel(door.at(x, y), out, 10 + x, 10 + y);
            }
        }
        assertPixel(FACE, out, 9, 15);
        assertPixel(FACE, out, 30, 15);
    }

    @Test
    void oracle17_panelTwiceAsWide_stretchesTheMiddleOnly() {
        PixelBuffer out = dressed(PLAIN)
                .obj("run", styled("c.ovc"))
                .render(scene(ObjectType.CABINET, panel("lhBase", 1, 1, 5, 3)));
        int[] rims = {10, 13, 46, 49};
        for (int x : rims) {
            assertPixel(RIM, out, x, 20);
        }
        for (int x = 15; x < 45; x++) {
            assertPixel(FIELD, out, x, 20);
        }
        assertPixel(FACE, out, 9, 20);
        assertPixel(FACE, out, 50, 20);
        assertPixel(RIM, out, 30, 12);
    }

    @Test
    void oracle17_panelTooSmallForItsRim_shrinksItAlike() {
        PixelBuffer out = dressed(PLAIN)
                .obj("run", styled("c.ovc"))
                .render(scene(ObjectType.CABINET, panel("lhBase", 1, 1, 1.6, 5)));
        for (int x = 10; x < 16; x++) {
            assertTrue((out.at(x, 30) & 0xff) > 100, "blue at " + x + " " + Integer.toHexString(out.at(x, 30)));
        }
        assertPixel(FACE, out, 16, 30);
    }

    @Test
    void panels_thatShareAnEdgeWithinAPixel_leaveNothingBetween() {
        CabinetStyle style = style(Map.of("lhBase", component("red", false), "drawer", component("green", false)));
        PixelBuffer out = dressed(style)
                .obj("run", styled("c.ovc"))
                .render(scene(ObjectType.CABINET, panel("lhBase", 0, 0, 4.025, 6), panel("drawer", 4.025, 0, 8, 6)));
        assertPixel(0xffff0000, out, 39, 30);
        assertPixel(0xff40bf00, out, 40, 30);
        assertPixel(0xff00ff00, out, 41, 30);
    }

    @Test
    void panels_later_liesOverEarlier() {
        CabinetStyle style = style(Map.of("lhBase", component("red", false), "drawer", component("green", false)));
        PixelBuffer out = dressed(style)
                .obj("run", styled("c.ovc"))
                .render(scene(ObjectType.CABINET, panel("lhBase", 0, 0, 8, 6), panel("drawer", 2, 2, 4, 4)));
        assertPixel(0xff00ff00, out, 30, 30);
        assertPixel(0xffff0000, out, 50, 30);
    }

    @Test
    void panels_missingComponents_fallBack() {
        CabinetStyle style = style(Map.of(
                "lhBase", component("a", false),
                "lhWall", component("b", false),
                "hBlank", component("c", false)));
        assertEquals("lhBase", style.choose("lhFull", false).orElseThrow().name());
        assertTrue(style.choose("rhBase", false).orElseThrow().mirrored());
        assertTrue(style.choose("rhFull", false).orElseThrow().mirrored());
        assertEquals("lhWall", style.choose("lhGlass", true).orElseThrow().name());
        assertTrue(style.choose("rhGlass", true).orElseThrow().mirrored());
        assertEquals("hBlank", style.choose("drawer", false).orElseThrow().name());
        assertEquals(Optional.empty(), style.choose("vBlank", false));
        assertEquals(Optional.empty(), style.choose("panic", true));
    }

    @Test
    void panels_otherHand_isMirrored() {
        PixelBuffer half = flat(20, 20, RIM);
        for (int i = 0; i < half.argb().length; i++) {
            half.argb()[i] = i % 20 < 4 ? 0xff00ff00 : RIM;
        }
        PixelBuffer out = ask().style("c.ovc", PLAIN)
                .texture("door", half)
                .obj("run", styled("c.ovc"))
                .render(scene(ObjectType.CABINET, panel("rhBase", 1, 1, 5, 3)));
        assertPixel(RIM, out, 11, 20);
        assertPixel(0xff00ff00, out, 48, 20);
    }

    @Test
    void panels_withNothingToShow_areSaid() {
        Ask ask = dressed(PLAIN).obj("run", styled("c.ovc"));
        String text =
                ask.plan(scene(ObjectType.CABINET, panel("vBlank", 1, 1, 5, 3))).text();
        assertTrue(text.contains("it has nothing to show for panels of type vBlank"), text);
    }

    @Test
    void flags_glassDoors_areGlassOrWallDoors() {
        CabinetStyle style = style(Map.of("lhGlass", component("green", false), "lhWall", component("red", false)));
        MemoryScene scene = scene(ObjectType.CABINET, panel("lhGlass", 0, 0, 4, 6), panel("lhWall", 4, 0, 8, 6));
        PixelBuffer solid = dressed(style).obj("run", styled("c.ovc")).render(scene);
        assertPixel(0xffff0000, solid, 20, 30);
        PixelBuffer glass = dressed(style)
                .obj("run", styled("c.ovc", Optional.empty(), Optional.empty(), true))
                .render(scene);
        assertPixel(0xff00ff00, glass, 20, 30);
        assertPixel(0xffff0000, glass, 60, 30);
    }

    @Test
    void color_movesPicturesAndFaceFromTheBaseColor() {
        CabinetStyle style = style(Map.of("lhBase", component("wood", false)));
        PixelBuffer out = dressed(style)
                .obj("run", styled("c.ovc", Optional.empty(), Optional.of(new Color(130, 90, 80)), false))
                .render(scene(ObjectType.CABINET, panel("lhBase", 0, 0, 4, 6)));
        assertPixel(0xffaa5a28, out, 20, 30);
        assertPixel(0xff825a50, out, 60, 30);
    }

    @Test
    void color_outsideTheArea_changesNothing() {
        PixelBuffer area = flat(20, 20, 0xff000000);
        for (int i = 0; i < 400; i++) {
            area.argb()[i] = i % 20 < 10 ? 0xffffffff : 0xff000000;
        }
        CabinetStyle style = style(Map.of("lhBase", component("wood", false, "area")));
        PixelBuffer out = dressed(style)
                .texture("wood", flat(20, 20, 0xffa06428))
                .texture("area", area)
                .obj("run", styled("c.ovc", Optional.empty(), Optional.of(new Color(130, 90, 80)), false))
                .render(scene(ObjectType.CABINET, panel("lhBase", 0, 0, 4, 6)));
        assertPixel(0xffaa5a28, out, 5, 30);
        assertPixel(0xffa06428, out, 35, 30);
    }

    @Test
    void texture_goesOnBlanksAndFace_andNotOnDoorsThatTakeNone() {
        CabinetStyle style = style(Map.of("lhBase", component("red", false), "vBlank", component("green", false)));
        PixelBuffer out = dressed(style)
                .obj("run", styled("c.ovc", Optional.of(tiles("wood", 8)), Optional.empty(), false))
                .render(scene(ObjectType.CABINET, panel("lhBase", 0, 0, 4, 6), panel("vBlank", 4, 0, 6, 6)));
        assertPixel(0xffff0000, out, 20, 30);
        assertPixel(0xffa06428, out, 50, 30);
        assertPixel(0xffa06428, out, 70, 30);
    }

    @Test
    void texture_stylesOwn_isTakenWithoutAnother() {
        CabinetStyle style = new CabinetStyle(
                "Test",
                BASE,
                Optional.of(new CabinetStyle.Grain("wood", 8)),
                Map.of("lhBase", component("red", false)));
        MemoryScene scene = scene(ObjectType.CABINET, panel("lhBase", 0, 0, 4, 6));
        assertPixel(0xffa06428, dressed(style).obj("run", styled("c.ovc")).render(scene), 70, 30);
        PixelBuffer other = dressed(style)
                .obj("run", styled("c.ovc", Optional.of(tiles("green", 8)), Optional.empty(), false))
                .render(scene);
        assertPixel(0xff00ff00, other, 70, 30);
    }

    @Test
    void texture_onlyWithinItsArea_underTheLightOfThePicture() {
        PixelBuffer area = flat(20, 20, 0xff000000);
        PixelBuffer shaded = flat(20, 20, 0xff3c3228);
        for (int i = 0; i < 400; i++) {
            boolean inside = i % 20 >= 4 && i % 20 < 16 && i / 20 >= 4 && i / 20 < 16;
            area.argb()[i] = inside ? 0xffffffff : 0xff000000;
        }
        CabinetStyle style = style(Map.of("lhBase", component("shaded", true, "area")));
        PixelBuffer out = dressed(style)
                .texture("shaded", shaded)
                .texture("area", area)
                .obj("run", styled("c.ovc", Optional.of(tiles("wood", 8)), Optional.empty(), false))
                .render(scene(ObjectType.CABINET, panel("lhBase", 0, 0, 4, 4)));
        assertPixel(0xff3c3228, out, 2, 20);
        assertPixel(0xff503214, out, 20, 20);
    }

    @Test
    void solidsAndTextures_coverACabinetAsAWhole() {
        MemoryScene scene = scene(ObjectType.CABINET, panel("lhBase", 0, 0, 4, 6));
        assertPixel(0xff010203, ask().obj("run", solid(1, 2, 3)).render(scene), 20, 30);
        assertPixel(0xffa06428, dressed(PLAIN).obj("run", tiles("wood", 8)).render(scene), 70, 30);
    }

    @Test
    void style_onDoorsAndPanelledAppliances_fitsToo() {
        for (ObjectType type : List.of(ObjectType.DOOR, ObjectType.APPLIANCE)) {
            PixelBuffer out =
                    dressed(PLAIN).obj("run", styled("c.ovc")).render(scene(type, panel("lhBase", 0, 0, 4, 6)));
            assertPixel(FIELD, out, 20, 30);
        }
    }

    @Test
    void style_onOtherThings_isUnsuitable() {
        MemoryScene scene = gray(80, 60, 100)
                .neutralLight()
                .field("seat", (x, y) -> 1)
                .field("oven", (x, y) -> 0)
                .add(object("seat").build())
                .add(object("oven").type(ObjectType.APPLIANCE).geometry(front()).build());
        for (String name : List.of("seat", "oven", "root")) {
            Ask ask = dressed(PLAIN).obj(name, styled("c.ovc"));
            FailureException e = assertThrows(FailureException.class, () -> ask.plan(scene));
            assertEquals(FailureKind.UNSUITABLE_MATERIAL, e.failure().kind());
        }
    }

    @Test
    void style_light_isTheObjects() {
        MemoryScene scene = gray(80, 60, 100)
                .light(20, (x, y) -> 64 / 255.0)
                .field("run", (x, y) -> 1)
                .add(object("run").type(ObjectType.CABINET).geometry(front()).build());
        assertPixel(0xff3c3228, dressed(PLAIN).obj("run", styled("c.ovc")).render(scene), 40, 30);
    }

    @Test
    void explain_style_listsItsPanels() {
        Ask ask = dressed(PLAIN)
                .obj("run", styled("c.ovc", Optional.of(tiles("wood", 40)), Optional.of(new Color(1, 2, 3)), false));
        assertEquals(
                "paint run style c.ovc (lhBase, lhBase mirrored) in texture wood res 40 at 0,0 recolored 786450>010203 light 0",
                ask.plan(scene(ObjectType.CABINET, panel("lhBase", 0, 0, 2, 6), panel("rhFull", 2, 0, 4, 6)))
                        .text()
                        .lines()
                        .skip(2)
                        .findFirst()
                        .orElseThrow());
    }
}
