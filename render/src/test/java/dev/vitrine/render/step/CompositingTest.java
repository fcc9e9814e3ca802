package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.decal;
import static dev.vitrine.render.Ask.flat;
import static dev.vitrine.render.Ask.solid;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.MemoryScene.gray;
import static dev.vitrine.render.MemoryScene.layer;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.limit.Crew;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.Overlap.Blend;
import dev.vitrine.render.scene.Overlap.Under;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What covers what, and what alpha becomes of it. The scene is 40 × 40, a seat on its left half, a lamp at its top. */
class CompositingTest {
    private static MemoryScene scene(Under... under) {
        return gray(40, 40, 100)
                .neutralLight()
                .field("seat", (x, y) -> x < 20 ? 1 : 0)
                .field("lamp", (x, y) -> y < 20 ? 1 : 0)
                .field("shadow", (x, y) -> y > 20 && y < 30 ? 0.5 : 0)
                .picture("tint", (x, y) -> y > 20 && y < 30 ? 0xff804020 : 0)
                .surface((x, y) -> x / 4, (x, y) -> y / 4)
                .add(object("seat")
                        .origin(0, 2.5, 5)
                        .original(Color.gray(100), true)
                        .build())
                .add(object("lamp")
                        .overlap(1, Optional.of(false), under)
                        .original(Color.gray(30), true)
                        .build());
    }

    @Test
    void overlap_inATextureOfOneColor_isAsInTheColor() {
        MemoryScene scene = gray(40, 40, 100)
                .neutralLight()
                .field("lamp", (x, y) -> Math.min(1, Math.max(0, (30 - x) / 12)))
                .surface((x, y) -> x / 4, (x, y) -> y / 4)
                .add(object("lamp")
                        .origin(0, 2.5, 5)
                        .overlap(1, Optional.of(true))
                        .build());
        for (RequestType type : List.of(RequestType.IMG, RequestType.OBJECT)) {
            Ask solid = ask().obj("lamp", solid(200, 100, 50));
            Ask texture = ask().texture("t", flat(7, 5, 0xffc86432)).obj("lamp", tiles("t", 13));
            assertArrayEquals(shown(solid, type, scene), shown(texture, type, scene));
        }
    }

    private static int[] shown(Ask ask, RequestType type, MemoryScene scene) {
        return ask.type(type).format(ImageFormat.PNG_ALPHA).render(scene).argb();
    }

    private static PixelBuffer masked(String selection, MemoryScene scene) {
        return ask().show("lamp", solid(200, 0, 0))
                .obj(selection)
                .type(RequestType.OBJECT)
                .format(ImageFormat.PNG_ALPHA)
                .render(scene);
    }

    @Test
    void alpha_picture_leavesOutTheBackground() {
        PixelBuffer out = ask().obj("lamp").format(ImageFormat.PNG_ALPHA).render(scene());
        assertEquals(0xff646464, out.at(5, 5));
        assertEquals(0, out.at(30, 5));
        PixelBuffer lit = ask().show("lamp").format(ImageFormat.PNG_ALPHA).render(scene());
        assertEquals(0xff1e1e1e, lit.at(30, 5));
        assertEquals(0, lit.at(30, 30));
    }

    @Test
    void alpha_selectedOverlap_standsAlone() {
        PixelBuffer out = masked("lamp", scene());
        assertEquals(0xffc80000, out.at(5, 5));
        assertEquals(0, out.at(5, 30));
    }

    @Test
    void alpha_unselectedOverlap_hidesTheSelection() {
        PixelBuffer out = masked("seat", scene());
        assertEquals(0, out.at(5, 5));
        assertEquals(0xff646464, out.at(5, 30));
        assertEquals(0, out.at(30, 30));
    }

    @Test
    void alpha_root_isEverythingVisible() {
        PixelBuffer out = masked("root", scene());
        assertEquals(0xffc80000, out.at(30, 5));
        assertEquals(0xff646464, out.at(5, 30));
        assertEquals(0, out.at(30, 30));
    }

    @Test
    void alpha_halfOpaqueOverlapOnNothing_keepsItsOwnColor() {
        PixelBuffer out = ask().show("lamp", solid(200, 0, 0, 50))
                .type(RequestType.OBJECT)
                .format(ImageFormat.PNG_ALPHA)
                .render(scene());
        assertEquals(0x80c80000, out.at(30, 5));
    }

    @Test
    void under_eachBlend_meetsWhatIsBelow() {
        assertEquals(0xff323232, under(new Under(layer("shadow"), true, Blend.NORMAL, 1)));
        assertEquals(0xff4b4b4b, under(new Under(layer("shadow"), true, Blend.NORMAL, 0.5)));
        assertEquals(0xff804020, under(new Under(layer("tint"), false, Blend.NORMAL, 1)));
        assertEquals(0xff32190d, under(new Under(layer("tint"), false, Blend.MULTIPLY, 1)));
        assertEquals(0xffb28b77, under(new Under(layer("tint"), false, Blend.SCREEN, 1)));
    }

    private static int under(Under under) {
        assertEquals(0xff646464, ask().hide("lamp").render(scene(under)).at(30, 25), "hidden with its object");
        return ask().show("lamp").render(scene(under)).at(30, 25);
    }

    @Test
    void decal_sized_coversItsRectangleAndNoMore() {
        PixelBuffer out = ask().texture("d", flat(6, 6, 0xff00ff00))
                .obj("seat", decal("d", 2, 4, p -> p))
                .render(scene());
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                boolean inside = x >= 6 && x < 14 && y >= 12 && y < 28;
                assertEquals(inside ? 0xff00ff00 : 0xff646464, out.at(x, y), x + "," + y);
            }
        }
    }

    @Test
    void decal_reachingOut_isCutAtItsObject() {
        PixelBuffer out = ask().texture("d", flat(6, 6, 0xff00ff00))
                .obj("seat", decal("d", 4, 0, p -> new RealPair(2, 0)))
                .render(scene());
        assertEquals(0xff00ff00, out.at(19, 20));
        assertEquals(0xff646464, out.at(20, 20));
    }

    @Test
    void decal_halfPixelEdge_isHalfCovered() {
        PixelBuffer out = ask().texture("d", flat(6, 6, 0xffffffff))
                .obj("seat", decal("d", 2, 4, p -> new RealPair(0.125, 0)))
                .render(scene());
        assertEquals(178, out.at(6, 20) & 255, 1);
        assertEquals(178, out.at(14, 20) & 255, 1);
    }

    @Test
    void texture_transparentTexels_leaveThePhotograph() {
        PixelBuffer out =
                ask().texture("t", flat(4, 4, 0)).obj("seat", tiles("t", 4)).render(scene());
        assertEquals(0xff646464, out.at(5, 5));
    }

    @Test
    void oracle16_uvMapOfAQuad_rendersLikeTheQuad() {
        Geometry quad = new Geometry.Quad(
                List.of(new RealPair(0, 0), new RealPair(40, 0), new RealPair(40, 40), new RealPair(0, 40)), 84, 84, 0);
        PixelBuffer smooth = PixelBuffer.blank(64, 64);
        for (int i = 0; i < smooth.argb().length; i++) {
            int level = (int) (128 + 90 * Math.sin(i % 64 * Math.PI / 32) * Math.sin((i >> 6) * Math.PI / 32));
            smooth.argb()[i] = 0xff000000 | level * 0x010101;
        }
        MemoryScene flat = gray(40, 40, 9)
                .neutralLight()
                .field("a", (x, y) -> 1)
                .add(object("a").geometry(quad).build());
        MemoryScene mapped = gray(40, 40, 9)
                .neutralLight()
                .field("a", (x, y) -> 1)
                .surface((x, y) -> sixteenBits(x * 2.1), (x, y) -> sixteenBits(y * 2.1))
                .add(object("a").build());
        PixelBuffer one = ask().texture("t", smooth).obj("a", tiles("t", 1)).render(flat);
        PixelBuffer other = ask().texture("t", smooth).obj("a", tiles("t", 1)).render(mapped);
        for (int i = 0; i < one.argb().length; i++) {
            assertTrue(Math.abs((one.argb()[i] & 255) - (other.argb()[i] & 255)) <= 1);
        }
    }

    /** What a 16-bit map of 0 to 84 inches can hold. */
    private static double sixteenBits(double inches) {
        return Math.rint(inches / 84 * 65535) * 84 / 65535;
    }

    @Test
    void draw_pastTheDeadline_stops() {
        MemoryScene scene = scene();
        RenderPlan plan = ask().obj("seat", solid(1, 2, 3)).plan(scene);
        Deadline deadline = Deadline.in(Duration.ZERO, () -> 0);
        Renderer renderer = new Renderer(
                (picture, edge, until) -> {
                    throw new AssertionError("no picture is needed");
                },
                new Ask.NoCoverings(),
                Crew.alone());
        FailureException e = assertThrows(
                FailureException.class, () -> renderer.render(plan, scene.scene(), scene.rasters(0), deadline));
        assertEquals(FailureKind.TIMED_OUT, e.failure().kind());
    }
}
