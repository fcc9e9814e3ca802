package dev.vitrine.render.plan;

import static dev.vitrine.render.Ask.aligned;
import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.decal;
import static dev.vitrine.render.Ask.solid;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.Ask.turned;
import static dev.vitrine.render.MemoryScene.gray;
import static dev.vitrine.render.MemoryScene.layer;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.ObjectType;
import dev.vitrine.render.scene.Overlap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each type of object takes: colors, textures, decals, origins, turns. */
class ObjectTypesTest {
    private static final Geometry QUAD = new Geometry.Quad(
            List.of(new RealPair(0, 0), new RealPair(100, 0), new RealPair(100, 80), new RealPair(0, 80)), 10, 8, 0);
    private static final Set<ObjectType> TAKE_NOTHING =
            EnumSet.of(ObjectType.STATIC, ObjectType.STATIC_OVERLAP, ObjectType.WINDOW_FRAME);
    private static final Set<ObjectType> FREE = EnumSet.of(ObjectType.FLOWLINE, ObjectType.SKETCH);
    private static final Set<ObjectType> EIGHTHS = EnumSet.of(ObjectType.FLAT, ObjectType.PLANAR);

    private static MemoryScene.ObjectBuilder thing(ObjectType type) {
        MemoryScene.ObjectBuilder thing = object("thing").type(type);
        return FREE.contains(type) ? thing : thing.geometry(QUAD);
    }

    private static MemoryScene scene(MemoryScene.ObjectBuilder thing) {
        return gray(100, 80, 100)
                .neutralLight()
                .field("thing", (x, y) -> 1)
                .picture("look", (x, y) -> 0xff00ff00)
                .field("shadow", (x, y) -> y < 40 ? 0.5 : 0)
                .surface((x, y) -> x / 10, (x, y) -> y / 10)
                .add(thing.build());
    }

    private static String plan(ObjectType type, Material material) {
        return ask().obj("thing", material).plan(scene(thing(type))).text();
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void color_goesOnAllThatCanBePainted(ObjectType type) {
        assertEquals(!TAKE_NOTHING.contains(type), plan(type, solid(1, 2, 3)).contains("paint thing color 010203"));
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void texture_goesOnWhatTakesIt_andPaintsTheRest(ObjectType type) {
        String text = plan(type, tiles("t", 10));
        assertEquals(type.isTexturable(), text.contains("paint thing texture t res 10"));
        assertEquals(type == ObjectType.NON_TEXTURABLE, text.contains("paint thing color 808080"));
        assertEquals(TAKE_NOTHING.contains(type), text.contains("'thing' was left as it is"));
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void texture_onAnObjectMadeWithoutTexture_paintsIt(ObjectType type) {
        String text = ask().obj("thing", tiles("t", 10))
                .plan(scene(thing(type).noTexture()))
                .text();
        assertEquals(!TAKE_NOTHING.contains(type), text.contains("paint thing color 808080"));
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void decal_goesOnWhatTakesTextures(ObjectType type) {
        Material decal = decal("d", 1, 1, p -> p);
        assertEquals(type.isTexturable(), plan(type, decal).contains("decal thing d"));
        String bare =
                ask().obj("thing", decal).plan(scene(thing(type).noTexture())).text();
        assertTrue(bare.contains("nothing in it takes a decal"), bare);
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void rotation_isFree_byEighths_orNone(ObjectType type) {
        String text = plan(type, turned(tiles("t", 10), 50));
        assertEquals(FREE.contains(type), text.contains("turned 50"));
        assertEquals(EIGHTHS.contains(type), text.contains("turned 45"));
    }

    @ParameterizedTest
    @CsvSource({"0,'1,2'", "1,'3,4'", "3,'1,2'", "4,'5,6'", "5,'1,2'", "6,'7,8'"})
    void origins_missingOne_isTheFirst(int align, String point) {
        MemoryScene scene = scene(thing(ObjectType.FLOWLINE)
                .origin(0, 1, 2)
                .origin(1, 3, 4)
                .origin(4, 5, 6)
                .origin(6, 7, 8));
        String text =
                ask().obj("thing", aligned(tiles("t", 10), align)).plan(scene).text();
        assertTrue(text.contains("res 10 at " + point), text);
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void align_onRigidThings_isIgnored(ObjectType type) {
        MemoryScene scene = scene(thing(type).origin(0, 1, 2).origin(4, 5, 6));
        String text = ask().obj("thing", aligned(tiles("t", 10), 4)).plan(scene).text();
        boolean aligned = FREE.contains(type) || EIGHTHS.contains(type);
        assertEquals(aligned, text.contains("at 5,6"));
        assertEquals(type.isTexturable() && !aligned, text.contains("at 1,2"));
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void overlap_ofAnyType_showsItsShadowAndImage(ObjectType type) {
        Overlap.Under shadow = new Overlap.Under(layer("shadow"), true, Overlap.Blend.NORMAL, 1);
        PixelBuffer out = ask().render(scene(thing(type).image(1, Optional.of(true), "look", shadow)));
        assertEquals(0xff00ff00, out.at(50, 20));
        String text = ask().plan(scene(thing(type).image(1, Optional.of(true), "look", shadow)))
                .text();
        assertTrue(text.contains("under thing shadow shadow normal\noverlap thing as it is"), text);
    }

    @Test
    void overlap_shadow_darkensWhatIsBelow_andGoesWithItsObject() {
        Overlap.Under shadow = new Overlap.Under(layer("shadow"), true, Overlap.Blend.NORMAL, 1);
        MemoryScene scene = gray(100, 80, 100)
                .neutralLight()
                .field("thing", (x, y) -> 0)
                .field("shadow", (x, y) -> y < 40 ? 0.5 : 0)
                .add(thing(ObjectType.FLAT)
                        .overlap(1, Optional.of(true), shadow)
                        .build());
        PixelBuffer shown = ask().obj("thing", solid(1, 2, 3)).render(scene);
        assertEquals(50, shown.at(50, 20) & 255, 1);
        assertEquals(100, shown.at(50, 60) & 255);
        PixelBuffer hidden = new Ask().hide("thing").render(scene);
        assertEquals(100, hidden.at(50, 20) & 255);
    }
}
