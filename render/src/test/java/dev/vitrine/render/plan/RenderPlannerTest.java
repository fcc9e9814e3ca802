package dev.vitrine.render.plan;

import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.colored;
import static dev.vitrine.render.Ask.decal;
import static dev.vitrine.render.Ask.solid;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.Ask.turned;
import static dev.vitrine.render.MemoryScene.gray;
import static dev.vitrine.render.MemoryScene.group;
import static dev.vitrine.render.MemoryScene.layer;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.catalog.model.OnFail;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.ObjectType;
import dev.vitrine.render.scene.Overlap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Plans as text. The scene is 100 × 80: seat on the left, floor on the right, wall nowhere, two pillows on top. */
class RenderPlannerTest {
    private static final Geometry QUAD = new Geometry.Quad(
            List.of(new RealPair(0, 0), new RealPair(100, 0), new RealPair(100, 80), new RealPair(0, 80)), 10, 8, 90);

    private static final MemoryScene SCENE = gray(100, 80, 128)
            .level(50, 40)
            .light(20, (x, y) -> 0.5)
            .light(70, (x, y) -> 0.5)
            .field("seat", (x, y) -> x < 50 ? 1 : 0)
            .field("trim", (x, y) -> 0)
            .field("floor", (x, y) -> x > 60 ? 1 : 0)
            .field("wall", (x, y) -> 0)
            .field("legs", (x, y) -> x > 50 && x < 60 && y < 40 ? 1 : 0)
            .field("pillow", (x, y) -> y < 20 ? 1 : 0)
            .picture("lamp.png", (x, y) -> y < 10 ? 0xffffffff : 0)
            .add(group(
                    "Sofa",
                    group(
                            "Upholstery",
                            object("seat")
                                    .origin(0, 3, 4)
                                    .original(Color.gray(150), true)
                                    .build(),
                            object("trim").noTexture().build()),
                    object("legs").type(ObjectType.STATIC).build()))
            .add(object("floor").type(ObjectType.FLAT).geometry(QUAD).build())
            .add(object("wall").type(ObjectType.WALL).geometry(QUAD).build())
            .add(group(
                    "Extras",
                    object("lamp")
                            .type(ObjectType.STATIC_OVERLAP)
                            .image(
                                    20,
                                    Optional.empty(),
                                    "lamp.png",
                                    new Overlap.Under(layer("shade.png"), true, Overlap.Blend.NORMAL, 0.5))
                            .build(),
                    object("pillow")
                            .overlap(10, Optional.of(true))
                            .original(Color.gray(90), true)
                            .build()));

    private static void assertPlan(String expected, Ask ask) {
        assertEquals(expected.strip(), ask.plan(SCENE).text().strip());
    }

    @Test
    void plan_nothingAsked_drawsWhatIsShown() {
        assertPlan("""
                open demo/scene level 0 100x80
                alpha opaque
                overlap Extras/pillow color 5a5a5a light 0
                encode png 150 dpi
                """, ask());
    }

    @Test
    void plan_defaultSelection_isTheFirstRenderableGroup() {
        assertPlan("""
                open demo/scene level 1 50x40
                alpha opaque
                paint Sofa/Upholstery/seat color 102030 light 0
                paint Sofa/Upholstery/trim color 102030 light 0
                overlap Extras/pillow color 5a5a5a light 0
                scale 40x32 bicub
                encode png 150 dpi
                """, ask().apply(solid(16, 32, 48)).wid(40));
    }

    @Test
    void plan_texture_fitsEachObject() {
        assertPlan(
                """
                open demo/scene level 0 100x80
                alpha all objects (5 objects)
                paint Sofa/Upholstery/seat texture linen.jpg res 40 at 3,4 turned 30 recolored 808080>ff0000 light 0
                paint Sofa/Upholstery/trim color 808080 light 0
                paint floor texture linen.jpg res 10.0532 at 0,0 turned 135 light 0
                overlap Extras/pillow color 5a5a5a light 0
                encode png-alpha 150 dpi
                warning 'rotate=50' was taken as 45
                """,
                ask().obj("sofa", colored(turned(tiles("linen.jpg", 40), 30), Color.gray(128), new Color(255, 0, 0)))
                        .obj("floor", turned(tiles("linen.jpg", 10.053222945002956), 50))
                        .format(ImageFormat.PNG_ALPHA));
    }

    @Test
    void plan_laterMaterial_winsAndDecalStays() {
        assertPlan(
                """
                open demo/scene level 0 100x80
                alpha opaque
                paint Sofa/Upholstery/seat color 000001 light 0
                decal Sofa/Upholstery/seat logo.png size 4x0 at 4,6 light 0
                overlap Extras/pillow color 5a5a5a light 0
                encode png 150 dpi
                """,
                ask().obj("seat", solid(1, 1, 1))
                        .apply(decal("logo.png", 4, 0, p -> new RealPair(1, 2)))
                        .apply(solid(0, 0, 1)));
    }

    @Test
    void plan_objectRequest_countsTheSelectionOnly() {
        assertPlan(
                """
                open demo/scene level 0 100x80
                alpha selection Extras (0 objects)
                overlap Extras/pillow color 010203 light 0
                under Extras/lamp shadow shade.png normal opacity 0.5
                overlap Extras/lamp as it is
                encode png-alpha 150 dpi
                """,
                ask().obj("extras/pillow", solid(1, 2, 3))
                        .show("extras")
                        .type(RequestType.OBJECT)
                        .format(ImageFormat.PNG_ALPHA));
        assertPlan("""
                open demo/scene level 0 100x80
                alpha selection Sofa/Upholstery/seat (1 object)
                hide behind Extras/pillow color 5a5a5a light 0
                encode png-alpha 150 dpi
                """, ask().obj("seat").type(RequestType.OBJECT).format(ImageFormat.PNG_ALPHA));
    }

    @Test
    void plan_materialOnHiddenOverlap_doesNotShowIt() {
        assertPlan("""
                open demo/scene level 0 100x80
                alpha opaque
                encode png 150 dpi
                """, ask().hide("extras").apply(solid(9, 9, 9)));
    }

    @Test
    void plan_showOverlapObjects_showsThoseThatSayNothing() {
        assertEquals(3, ask().showOverlaps().plan(SCENE).steps().size());
        assertEquals(1, ask().plan(SCENE).steps().size());
    }

    @Test
    void plan_wallTexture_isNotTurned() {
        assertPlan("""
                open demo/scene level 0 100x80
                alpha opaque
                paint wall texture paper.jpg res 20 at 0,0 turned 90 light 0
                overlap Extras/pillow color 5a5a5a light 0
                encode png 150 dpi
                warning 'rotate' has no effect here: textures on a wall are not turned
                """, ask().obj("wall", turned(tiles("paper.jpg", 20), 45)));
    }

    @Test
    void plan_staticObject_takesNothing() {
        assertPlan("""
                open demo/scene level 0 100x80
                alpha opaque
                overlap Extras/pillow color 5a5a5a light 0
                encode png 150 dpi
                warning 'Sofa/legs' was left as it is: nothing in it takes it
                """, ask().obj("legs", solid(1, 1, 1)));
    }

    /** What the material lands on, after a selection that fails by each rule; "-" for nothing. */
    @Test
    void plan_failedSelection_followsTheRule() {
        assertEquals("floor", painted(ask().obj("floor").obj("nonsense").onFail(OnFail.KEEP_SELECTION)));
        assertEquals("-", painted(ask().obj("floor").obj("nonsense").onFail(OnFail.DESELECT)));
        assertEquals(
                "Sofa/Upholstery/seat",
                painted(ask().obj("floor").obj("nonsense").onFail(OnFail.DEFAULT_GROUP)));
        assertEquals("floor", painted(ask().obj("floor").sel(55, 70, 0).onFail(OnFail.KEEP_SELECTION)));
    }

    @Test
    void plan_failedSelection_mayEndTheRequest() {
        FailureException name =
                assertThrows(FailureException.class, () -> ask().obj("flor").plan(SCENE));
        assertEquals(FailureKind.OBJECT_NOT_FOUND, name.failure().kind());
        assertEquals(
                "The vignette has no group or object 'flor': did you mean 'floor'?",
                name.failure().message());
        FailureException pick =
                assertThrows(FailureException.class, () -> ask().sel(55, 70, 0).plan(SCENE));
        assertEquals(FailureKind.PICK_NOT_FOUND, pick.failure().kind());
    }

    @Test
    void plan_pick_findsTheTopmostAtItsLevel() {
        assertEquals("Sofa/Upholstery/seat", painted(ask().sel(10, 50, 99)));
        assertEquals("Sofa/Upholstery/seat", painted(ask().sel(10, 50, 0)));
        assertEquals("floor", painted(ask().sel(80, 50, 0)));
        assertEquals("-", painted(ask().sel(55, 30, 0).onFail(OnFail.DESELECT)), "static");
        assertEquals("-", painted(ask().sel(500, -3, 0).onFail(OnFail.DESELECT)), "outside");
        assertEquals("-", painted(ask().sel(10, 15, 9)), "pillow, not the seat below");
        assertEquals("Sofa/Upholstery/seat", painted(ask().hide("extras").sel(10, 15, 9)), "hidden pillow");
    }

    private static String painted(Ask ask) {
        return ask.apply(solid(1, 2, 3)).plan(SCENE).steps().stream()
                .map(s -> s.text().split(" ", -1))
                .filter(w -> w[0].equals("paint"))
                .map(w -> w[1])
                .findFirst()
                .orElse("-");
    }
}
