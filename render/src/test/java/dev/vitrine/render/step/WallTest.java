package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.anchored;
import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.decal;
import static dev.vitrine.render.Ask.flat;
import static dev.vitrine.render.Ask.solid;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.MemoryScene.gray;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.request.Part;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.Layout;
import dev.vitrine.render.scene.Layout.Border;
import dev.vitrine.render.scene.Layout.Line;
import dev.vitrine.render.scene.ObjectType;
import dev.vitrine.render.scene.SceneObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Walls in parts. The wall below is 100 × 96 pixels for as many inches, seen from the front. */
class WallTest {
    private static final int RED = 0xffff0000;
    private static final int GREEN = 0xff00ff00;
    private static final int GRAY = 0xff646464;
    private static final Layout LAYOUT = new Layout.Wall(
            Map.of(
                    Border.TOP, new Line(0, false),
                    Border.MIDDLE, new Line(60, true),
                    Border.BOTTOM, new Line(96, true)),
            OptionalDouble.of(60));

    private static MemoryScene.ObjectBuilder wall(Layout layout) {
        return object("wall")
                .type(ObjectType.WALL)
                .geometry(quad(0, 0, 100, 96))
                .layout(layout);
    }

    private static Geometry quad(double left, double top, double right, double bottom) {
        return new Geometry.Quad(
                List.of(
                        new RealPair(left, top),
                        new RealPair(right, top),
                        new RealPair(right, bottom),
                        new RealPair(left, bottom)),
                right - left,
                bottom - top,
                0);
    }

    private static MemoryScene scene(SceneObject object) {
        return gray(100, 96, 100).neutralLight().field("wall", (x, y) -> 1).add(object);
    }

    private static MemoryScene scene() {
        return scene(wall(LAYOUT).build());
    }

    private static int[] column(PixelBuffer out, int x) {
        int[] column = new int[out.height()];
        for (int y = 0; y < column.length; y++) {
            column[y] = out.at(x, y);
        }
        return column;
    }

    /** Every pixel of the column in these rows has this color. */
    private static void assertRows(int color, int from, int to, PixelBuffer out) {
        int[] column = column(out, 50);
        for (int y = from; y < to; y++) {
            assertEquals(Integer.toHexString(color), Integer.toHexString(column[y]), "row " + y);
        }
    }

    @Test
    void fills_eachHalf_meetAtTheSplit() {
        PixelBuffer out = ask().sub("wall", Part.UPPER_WALL, solid(255, 0, 0))
                .sub("wall", Part.LOWER_WALL, solid(0, 255, 0))
                .render(scene());
        assertRows(RED, 0, 60, out);
        assertRows(GREEN, 60, 96, out);
    }

    @Test
    void fills_oneHalfOnly_coversTheWhole() {
        for (Part half : List.of(Part.UPPER_WALL, Part.LOWER_WALL)) {
            assertRows(RED, 0, 96, ask().sub("wall", half, solid(255, 0, 0)).render(scene()));
        }
    }

    @Test
    void fills_halfOverWhole_leavesTheOtherHalf() {
        PixelBuffer out = ask().obj("wall", solid(0, 255, 0))
                .sub("wall", Part.UPPER_WALL, solid(255, 0, 0))
                .render(scene());
        assertRows(RED, 0, 60, out);
        assertRows(GREEN, 60, 96, out);
    }

    @Test
    void fills_wholeAfterHalves_replacesThem() {
        PixelBuffer out = ask().sub("wall", Part.UPPER_WALL, solid(255, 0, 0))
                .sub("wall", Part.LOWER_WALL, solid(255, 0, 255))
                .obj("wall", solid(0, 255, 0))
                .render(scene());
        assertRows(GREEN, 0, 96, out);
    }

    @Test
    void fills_splitWithinAPixel_mixInProportionAndNothingShowsBetween() {
        Layout layout = new Layout.Wall(Map.of(), OptionalDouble.of(60.25));
        PixelBuffer out = ask().sub("wall", Part.UPPER_WALL, solid(255, 0, 0))
                .sub("wall", Part.LOWER_WALL, solid(0, 255, 0))
                .render(scene(wall(layout).original(Color.gray(100), true).build()));
        assertRows(RED, 0, 60, out);
        assertEquals(0xff40bf00, out.at(50, 60));
        assertRows(GREEN, 61, 96, out);
    }

    @Test
    void fills_wallWithoutSplit_areOne() {
        Layout layout = new Layout.Wall(Map.of(), OptionalDouble.empty());
        PixelBuffer out = ask().sub("wall", Part.UPPER_WALL, solid(255, 0, 0))
                .sub("wall", Part.LOWER_WALL, solid(0, 255, 0))
                .render(scene(wall(layout).build()));
        assertRows(RED, 0, 96, out);
    }

    @Test
    void fills_originalInOneHalf_isThePhotographThere() {
        MemoryScene scene = new MemoryScene(100, 96, (x, y) -> 0xff000000 | ((int) (90 + x % 7 + y % 5)) * 0x010101)
                .light(20, (x, y) -> 0.3 + y / 400)
                .field("wall", (x, y) -> 1)
                .add(wall(LAYOUT).original(Color.gray(150), true).build());
        PixelBuffer out = ask().sub("wall", Part.UPPER_WALL, solid(150, 150, 150))
                .sub("wall", Part.LOWER_WALL, solid(0, 255, 0))
                .render(scene);
        PixelBuffer view = scene.rasters(0).view();
        for (int y = 0; y < 59; y++) {
            assertEquals(view.at(50, y), out.at(50, y), "row " + y);
        }
    }

    @Test
    void borders_growAsTheyAreTold_overFillsAndInOrder() {
        PixelBuffer out = ask().texture("b", flat(10, 20, 0xff0000ff))
                .obj("wall", solid(0, 255, 0))
                .sub("wall", Part.TOP_BORDER, tiles("b", 2))
                .sub("wall", Part.MIDDLE_BORDER, tiles("b", 2))
                .sub("wall", Part.BOTTOM_BORDER, tiles("b", 1))
                .render(scene());
        assertRows(0xff0000ff, 0, 10, out);
        assertRows(GREEN, 10, 50, out);
        assertRows(0xff0000ff, 50, 60, out);
        assertRows(GREEN, 60, 76, out);
        assertRows(0xff0000ff, 76, 96, out);
    }

    @Test
    void borders_alone_leaveThePhotographBetween() {
        PixelBuffer out = ask().texture("b", flat(10, 20, RED))
                .sub("wall", Part.TOP_BORDER, tiles("b", 2))
                .render(scene());
        assertRows(RED, 0, 10, out);
        assertRows(GRAY, 10, 96, out);
    }

    @Test
    void borders_dieCut_showTheFillThroughTheirHoles() {
        PixelBuffer image = flat(10, 10, RED);
        for (int i = 50; i < 100; i++) {
            image.argb()[i] = 0;
        }
        PixelBuffer out = ask().texture("b", image)
                .obj("wall", solid(0, 255, 0))
                .sub("wall", Part.TOP_BORDER, tiles("b", 1))
                .render(scene());
        assertRows(RED, 0, 5, out);
        assertRows(GREEN, 5, 96, out);
    }

    @Test
    void borders_edges_takeNothingFromTheOtherEdge() {
        PixelBuffer image = flat(8, 40, RED);
        for (int i = 8 * 20; i < 8 * 40; i++) {
            image.argb()[i] = 0xff0000ff;
        }
        PixelBuffer out = ask().texture("b", image)
                .sub("wall", Part.TOP_BORDER, tiles("b", 4))
                .render(scene());
        assertEquals(Integer.toHexString(RED), Integer.toHexString(out.at(50, 0)));
        assertEquals(Integer.toHexString(0xff0000ff), Integer.toHexString(out.at(50, 9)));
    }

    @Test
    void borders_anchor_countsAcrossOnly() {
        PixelBuffer image = flat(10, 10, RED);
        for (int y = 0; y < 10; y++) {
            image.argb()[10 * y] = 0xff0000ff;
        }
        PixelBuffer out = ask().texture("b", image)
                .sub("wall", Part.TOP_BORDER, anchored(tiles("b", 1), new Anchor.Pixels(7, 9)))
                .render(scene());
        assertRows(RED, 0, 10, out);
        assertEquals(0xff0000ff, out.at(3, 0));
        assertEquals(0xff0000ff, out.at(3, 9));
        assertEquals(GRAY, out.at(3, 10));
    }

    @Test
    void borders_decal_liesOverThem() {
        PixelBuffer out = ask().texture("b", flat(10, 10, RED))
                .texture("picture", flat(10, 10, 0xff00ffff))
                .sub("wall", Part.TOP_BORDER, tiles("b", 1))
                .obj("wall", decal("picture", 4, 4, p -> new RealPair(50.5, 5)))
                .render(scene());
        assertRows(RED, 0, 3, out);
        assertRows(0xff00ffff, 3, 7, out);
    }

    @Test
    void overlapWall_opacity_countsInEachPart() {
        MemoryScene scene = scene(wall(LAYOUT).overlap(1, Optional.of(true)).build());
        PixelBuffer out = ask().sub("wall", Part.UPPER_WALL, solid(200, 100, 50, 50))
                .sub("wall", Part.LOWER_WALL, solid(0, 255, 0))
                .render(scene);
        assertRows(0xff96644b, 0, 60, out);
        assertRows(GREEN, 60, 96, out);
    }

    /** Two walls that meet at column 480 of a room; the numbers are those of the format's second example. */
    private static MemoryScene room() {
        Geometry back = new Geometry.Quad(
                List.of(new RealPair(96, 88), new RealPair(460, 88), new RealPair(460, 280), new RealPair(96, 280)),
                182,
                96,
                0);
        Geometry left = new Geometry.Quad(
                List.of(new RealPair(-48, 16), new RealPair(96, 88), new RealPair(96, 280), new RealPair(-48, 400)),
                100,
                96,
                0);
        return gray(480, 320, 100)
                .neutralLight()
                .field("back", (x, y) -> x > 96 ? 1 : 0)
                .field("left", (x, y) -> x < 96 ? 1 : 0)
                .add(MemoryScene.group(
                        "walls",
                        object("back")
                                .type(ObjectType.WALL)
                                .geometry(back)
                                .layout(LAYOUT)
                                .origin(0, 0, 0)
                                .build(),
                        object("left")
                                .type(ObjectType.WALL)
                                .geometry(left)
                                .layout(LAYOUT)
                                .origin(0, 100, 0)
                                .build()));
    }

    /** A smooth paper, as high as it is wide, whose largest step between neighbouring texels is 14 levels. */
    private static PixelBuffer paper(int side) {
        PixelBuffer out = PixelBuffer.blank(side, side);
        for (int i = 0; i < out.argb().length; i++) {
            int wave = (int) Math.round(128 + 60 * Math.sin(i % side * Math.PI * 2 / side));
            int down = (int) Math.round(128 + 60 * Math.cos(Math.floorDiv(i, side) * Math.PI * 2 / side));
            out.argb()[i] = 0xff000000 | wave << 16 | down << 8 | (255 - wave);
        }
        return out;
    }

    private static int step(int a, int b) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            most = Math.max(most, Math.abs((a >> shift & 255) - (b >> shift & 255)));
        }
        return most;
    }

    @Test
    void oracle15_paperAndBorders_runThroughTheCorner() {
        for (Part part : List.of(Part.WHOLE, Part.UPPER_WALL, Part.TOP_BORDER, Part.MIDDLE_BORDER)) {
            MemoryScene scene = room();
            PixelBuffer out = ask().texture("paper", paper(48))
                    .sub("walls", part, tiles("paper", 2.4))
                    .render(scene);
            for (int y = 90; y < 278; y++) {
                boolean through = out.at(94, y) != 0xff646464 && out.at(97, y) != 0xff646464;
                int across = step(out.at(95, y), out.at(96, y));
                int texel = (int) Math.ceil(60 * 2 * Math.PI / 48) + 1;
                assertTrue(!through || across <= 2 * texel, part + " row " + y + ": " + across);
            }
        }
    }

    @Test
    void explain_wallInParts_isOneLine() {
        Ask ask = ask().sub("wall", Part.UPPER_WALL, solid(255, 0, 0))
                .sub("wall", Part.LOWER_WALL, tiles("paper", 40))
                .sub("wall", Part.MIDDLE_BORDER, tiles("b", 2));
        assertEquals(
                "paint wall upper color ff0000, lower texture paper res 40 at 0,0, "
                        + "middle border above 60 texture b res 2 at 0,0 light 0",
                ask.plan(scene()).text().lines().skip(2).findFirst().orElseThrow());
    }

    @Test
    void explain_whatAWallCannotTake_isSaid() {
        String wanted = "warning 'wall' was left as it is: nothing in it takes it";
        MemoryScene plain =
                scene(wall(new Layout.Wall(Map.of(), OptionalDouble.empty())).build());
        Ask noLine = ask().sub("wall", Part.TOP_BORDER, tiles("b", 2));
        assertEquals(wanted, last(noLine.plan(plain).text()));
        Ask color = ask().sub("wall", Part.TOP_BORDER, solid(1, 2, 3));
        assertEquals(wanted, last(color.plan(scene()).text()));
    }

    private static String last(String text) {
        return text.lines().reduce((a, b) -> b).orElseThrow();
    }
}
