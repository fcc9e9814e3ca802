package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.decal;
import static dev.vitrine.render.Ask.flat;
import static dev.vitrine.render.Ask.looking;
import static dev.vitrine.render.Ask.mapped;
import static dev.vitrine.render.Ask.shining;
import static dev.vitrine.render.Ask.solid;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.core.request.Part;
import dev.vitrine.core.value.Color;
import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.Layout;
import dev.vitrine.render.shade.Sheen;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A floor in the lower half that mirrors the wall above it, stronger to the right, up to column 60. */
class ReflectTest {
    private static final int SIZE = 80;
    private static final Color FLOOR = new Color(120, 110, 100);
    private static final Color WALL = new Color(200, 196, 190);

    private static double strength(double x, double y) {
        return y > 40 && x < 60 ? x / 80 : 0;
    }

    private static MemoryScene room() {
        Random random = new Random(5);
        int[] noise = random.ints(SIZE * SIZE, 0, 1 << 24).toArray();
        return room((x, y) -> 0xff000000 | noise[SIZE * (int) y + (int) x]);
    }

    private static MemoryScene plainRoom() {
        return room((x, y) -> y < 40 ? 0xffc8c4be : 0xff786e64);
    }

    private static MemoryScene room(MemoryScene.Picture view) {
        return room(view, new Layout.Whole());
    }

    private static MemoryScene room(MemoryScene.Picture view, Layout floor) {
        return new MemoryScene(SIZE, SIZE, view)
                .neutralLight()
                .field("wall", (x, y) -> y < 40 ? 1 : 0)
                .field("floor", (x, y) -> y > 42 ? 1 : y > 40 ? 0.5 : 0)
                .surface((x, y) -> x / 10, (x, y) -> y / 10)
                .reflection((x, y) -> x / SIZE, (x, y) -> (80 - y) / SIZE, ReflectTest::strength)
                .add(object("wall").original(WALL, true).build())
                .add(object("floor").original(FLOOR, true).layout(floor).build());
    }

    private static int green(PixelBuffer picture, int x, int y) {
        return picture.at(x, y) >> 8 & 255;
    }

    @Test
    void oracle19_nothingApplied_isThePhotographBitByBit() {
        MemoryScene scene = room();
        assertArrayEquals(
                scene.rasters(0).view().argb(), ask().obj("floor").render(scene).argb());
    }

    @Test
    void oracle19_everythingInItsOwnColor_isThePhotograph() {
        MemoryScene scene = room();
        PixelBuffer out = ask().obj("wall", solid(WALL, Ask.look()))
                .obj("floor", solid(FLOOR, Ask.look()))
                .render(scene);
        assertArrayEquals(scene.rasters(0).view().argb(), out.argb());
    }

    @Test
    void oracle19_wallRecolored_movesTheFloorByWhatItReflects() {
        MemoryScene scene = plainRoom();
        PixelBuffer view = scene.rasters(0).view();
        PixelBuffer out = ask().obj("wall", solid(40, 60, 80)).render(scene);
        double r = new Sheen(0, 20, 40).reflectance();
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double k0 = y >= 46 && y < 74 ? strength(x + 0.5, y + 0.5) * r : 0;
                if (y < 40) {
                    assertEquals(60, green(out, x, y));
                } else if (y >= 46 && y < 74) {
                    assertEquals(110 + k0 * (60 - 196), green(out, x, y), 1.2, x + "," + y);
                } else if (strength(x + 0.5, y + 0.5) == 0) {
                    assertEquals(view.at(x, y), out.at(x, y), x + "," + y);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "13, 80, false",
        "0, 50, false",
        "17, 100, false",
        "3, 60, true",
        "16, 100, true",
    })
    void newFloor_showsTheWall(int type, double gloss, boolean metal) {
        Material floor = solid(new Color(50, 70, 90), shining(gloss, type, 0));
        PixelBuffer out = ask().obj("floor", floor).render(plainRoom());
        double k = Math.round(255 * 40.5 / 80) / 255.0 * new Sheen(type, gloss, 0).reflectance();
        double expected = metal ? 70 * (1 - k) + k * 196 : 70 + k * 196 * (255 - 70) / 255;
        assertEquals(expected, green(out, 40, 60), 0.6);
        assertEquals(70, green(out, 70, 60));
    }

    @Test
    void moreGloss_reflectsMore_moreRoughness_blurs() {
        MemoryScene scene = room((x, y) -> y < 40 ? ((int) x / 4 % 2 == 0 ? 0xff000000 : 0xffffffff) : 0xff786e64);
        double[] mean = new double[3];
        double[] spread = new double[3];
        double[][] glossAndRough = {{40, 10}, {90, 10}, {90, 100}};
        for (int i = 0; i < 3; i++) {
            Material floor = solid(new Color(50, 70, 90), shining(glossAndRough[i][0], 13, glossAndRough[i][1]));
            PixelBuffer out = ask().obj("floor", floor).render(scene);
            for (int x = 24; x < 56; x++) {
                mean[i] += (green(out, x, 60) - 70) / 32.0;
                spread[i] += Math.abs(green(out, x, 60) - green(out, x + 4, 60)) / 32.0;
            }
        }
        assertTrue(mean[1] > 1.5 * mean[0], mean[0] + " " + mean[1]);
        assertEquals(mean[1], mean[2], 3);
        assertTrue(spread[2] < 0.4 * spread[1], spread[1] + " " + spread[2]);
    }

    @Test
    void distance_blursMore() {
        MemoryScene near = room((x, y) -> y < 40 ? ((int) x / 4 % 2 == 0 ? 0xff000000 : 0xffffffff) : 0xff786e64);
        Material floor = solid(new Color(50, 70, 90), shining(90, 13, 60));
        PixelBuffer sharp = ask().obj("floor", floor).render(near);
        PixelBuffer soft = ask().obj("floor", floor).render(near.distance((x, y) -> 1));
        int sharpStep = Math.abs(green(sharp, 50, 60) - green(sharp, 54, 60));
        int softStep = Math.abs(green(soft, 50, 60) - green(soft, 54, 60));
        assertTrue(softStep < sharpStep / 2, sharpStep + " " + softStep);
    }

    @Test
    void nearlyTheOriginal_isNearlyThePhotograph() {
        MemoryScene scene = room();
        PixelBuffer view = scene.rasters(0).view();
        PixelBuffer near =
                ask().obj("floor", solid(new Color(121, 110, 100), Ask.look())).render(scene);
        for (int i = 0; i < view.argb().length; i++) {
            assertEquals(view.argb()[i] >> 8 & 255, near.argb()[i] >> 8 & 255, 12);
        }
    }

    @Test
    void originalColorWithMoreGloss_addsOnlyTheDifference() {
        MemoryScene scene = plainRoom();
        Material glossier = solid(FLOOR, shining(90, 0, -1));
        PixelBuffer out = ask().obj("floor", glossier).render(scene);
        double strength = Math.round(255 * 40.5 / 80) / 255.0;
        double more = strength * (new Sheen(0, 90, 40).reflectance() - new Sheen(0, 20, 40).reflectance());
        assertEquals(110 + more * 196, green(out, 40, 60), 0.6);
    }

    @Test
    void decal_shinesForItself() {
        Material.Decal dull =
                looking(decal("rug", 4, 2, at -> new dev.vitrine.core.value.RealPair(4, 6)), shining(0, 19, 40));
        PixelBuffer out = ask().texture("rug", flat(4, 2, 0xff324650))
                .obj("floor", solid(new Color(50, 70, 90), shining(90, 13, 0)))
                .apply(dull)
                .render(plainRoom());
        assertEquals(70, green(out, 40, 60));
        assertTrue(green(out, 50, 75) > 75 || green(out, 55, 60) == 70, "the floor beside it still shines");
    }

    @Test
    void transparentTexels_shineAsTheOriginalDoes() {
        PixelBuffer grid = flat(20, 20, 0xff32465a);
        for (int i = 0; i < 400; i++) {
            grid.argb()[i] = i % 20 < 10 ? 0 : 0xff32465a;
        }
        MemoryScene scene = plainRoom();
        PixelBuffer view = scene.rasters(0).view();
        Material.Texture mirror = looking(tiles("grid", 10), shining(100, 16, 0));
        PixelBuffer out = ask().texture("grid", grid).obj("floor", mirror).render(scene);
        assertEquals(view.at(46, 60), out.at(46, 60));
        double k = Math.round(255 * 55.5 / 80) / 255.0 * new Sheen(16, 100, 0).reflectance();
        assertEquals(70 * (1 - k) + k * 196, green(out, 55, 60), 0.6);
        PixelBuffer wall = ask().texture("grid", grid)
                .obj("floor", mirror)
                .obj("wall", solid(40, 60, 80))
                .render(scene);
        double k0 = Math.round(255 * 46.5 / 80) / 255.0 * new Sheen(0, 20, 40).reflectance();
        assertEquals(110 + k0 * (60 - 196), green(wall, 46, 60), 1.2);
    }

    @Test
    void partsOfAWall_shineEachForItself() {
        Layout layout = new Layout.Wall(Map.of(Layout.Border.MIDDLE, new Layout.Line(6, false)), OptionalDouble.of(6));
        MemoryScene scene = room((x, y) -> y < 40 ? 0xffc8c4be : 0xff786e64, layout);
        PixelBuffer out = ask().texture("strip", flat(10, 10, 0xff000000))
                .sub("floor", Part.UPPER_WALL, solid(new Color(50, 70, 90), shining(100, 16, 0)))
                .sub("floor", Part.LOWER_WALL, solid(new Color(50, 70, 90), shining(0, 19, 0)))
                .render(scene);
        double k = Math.round(255 * 40.5 / 80) / 255.0;
        assertEquals(70 * (1 - k) + k * 196, green(out, 40, 52), 0.6, "above: a mirror");
        assertEquals(70, green(out, 40, 66), "below: a carpet");
        PixelBuffer strip = ask().texture("strip", flat(10, 10, 0xff000000))
                .obj("floor", solid(new Color(50, 70, 90), shining(100, 16, 0)))
                .sub("floor", Part.MIDDLE_BORDER, looking(tiles("strip", 10), shining(0, 19, 0)))
                .render(scene);
        assertEquals(70 * (1 - k) + k * 196, green(strip, 40, 52), 0.6);
        assertEquals(0, green(strip, 40, 65), "a dull border on a mirror");
        assertEquals(70 * (1 - k) + k * 196, green(strip, 40, 76), 0.6);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void glossMap_scalesTheReflectionTexelByTexel(boolean effects) {
        PixelBuffer map = flat(20, 20, 0xff000000);
        for (int i = 0; i < 400; i++) {
            map.argb()[i] = i % 20 < 10 ? 0xff000000 : 0xffffffff;
        }
        MemoryScene scene = effects ? plainRoom().glossEffects() : plainRoom();
        Material.Texture foil = looking(tiles("paper", 10), mapped(shining(90, 13, 0), "map"));
        PixelBuffer out = ask().texture("paper", flat(20, 20, 0xff32465a))
                .texture("map", map)
                .obj("floor", foil)
                .render(scene);
        double k = Math.round(255 * 55.5 / 80) / 255.0 * new Sheen(13, 90, 0).reflectance();
        assertEquals(70, green(out, 46, 60), 0.6);
        assertEquals(70 + k * 196 * (255 - 70) / 255, green(out, 55, 60), 0.6);
    }

    @Test
    void overlap_isNotReflectedAndHidesTheMirror() {
        MemoryScene scene = plainRoom()
                .field("post", (x, y) -> x > 20 && x < 30 ? 1 : 0)
                .add(object("post")
                        .original(Color.gray(9), true)
                        .overlap(1, Optional.of(true))
                        .build());
        PixelBuffer out = ask().obj("floor", solid(new Color(50, 70, 90), shining(90, 13, 0)))
                .render(scene);
        assertEquals(9, green(out, 25, 60));
    }

    @Test
    void plan_withReflections_saysWhoShines() {
        String text = ask().obj("floor", solid(new Color(50, 70, 90), shining(90, 13, 5)))
                .plan(plainRoom())
                .text();
        assertTrue(text.contains("\nreflect st by strength on floor type 13 gloss 90.0 rough 5.0\n"), text);
        assertTrue(!ask().obj("floor").plan(plainRoom()).text().contains("reflect"));
    }
}
