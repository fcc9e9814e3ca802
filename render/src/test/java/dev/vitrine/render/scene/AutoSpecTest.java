package dev.vitrine.render.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.Color;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.shade.LightInversion;
import dev.vitrine.render.shade.ShadingKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A photograph made by the model: two objects with a soft edge between them and a lit wall, under light that is known. */
class AutoSpecTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 80;
    private static final Color RED = new Color(190, 60, 50);
    private static final Color GREEN = new Color(90, 140, 100);
    private static final String SPEC = """
            ovp: "1.0"
            kind: vignette
            view: {image: view.png, width: 120, height: 80}
            illumination: auto
            tree:
              - {object: red, type: nontexturable, mask: red.png}
              - {object: green, type: nontexturable, mask: green.png}
              - {object: post, type: static, mask: post.png}
            """;

    @TempDir
    private Path folder;

    private final double[] light = new double[WIDTH * HEIGHT];
    private final PixelBuffer view = PixelBuffer.blank(WIDTH, HEIGHT);

    @BeforeEach
    void takePhotograph() throws IOException {
        byte[] red = new byte[WIDTH * HEIGHT];
        byte[] green = new byte[WIDTH * HEIGHT];
        byte[] post = new byte[WIDTH * HEIGHT];
        ShadingKernel kernel = ShadingKernel.neutral(Shading.STANDARD.highlightWhite());
        for (int i = 0; i < light.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            // as much above as below neutral, so that the median of each object is its color
            light[i] = ShadingKernel.NEUTRAL * (1 + 0.8 * (y + 0.5 - HEIGHT / 2.0) / HEIGHT);
            double share = Math.min(Math.max((x - 57) / 6.0, 0), 1);
            boolean isWall = x < 10 || x >= 110;
            red[i] = (byte) Math.round(isWall ? 0 : 255 * (1 - share));
            green[i] = (byte) (isWall ? 0 : 255 - (red[i] & 0xff));
            post[i] = (byte) (x < 4 ? 255 : 0);
            double covered = (red[i] & 0xff) / 255.0;
            view.argb()[i] = isWall ? 0xff0000ff : 0xff000000;
            for (int shift = 0; shift <= 16 && !isWall; shift += 8) {
                double shown = covered * kernel.shade(component(RED, shift), light[i])
                        + (1 - covered) * kernel.shade(component(GREEN, shift), light[i]);
                view.argb()[i] |= (int) Math.round(255 * shown) << shift;
            }
        }
        Files.write(folder.resolve("view.png"), RasterEncoder.picture(view, false));
        Files.write(folder.resolve("red.png"), RasterEncoder.gray8(WIDTH, HEIGHT, red));
        Files.write(folder.resolve("green.png"), RasterEncoder.gray8(WIDTH, HEIGHT, green));
        Files.write(folder.resolve("post.png"), RasterEncoder.gray8(WIDTH, HEIGHT, post));
    }

    private static double component(Color color, int shift) {
        return (shift == 16 ? color.red() : shift == 8 ? color.green() : color.blue()) / 255.0;
    }

    private OpenScene pack(String spec) throws IOException {
        Files.writeString(folder.resolve("scene.yaml"), spec);
        PackReport report = new Packer(RenderLimits.standard(), new LightInversion())
                .pack(folder.resolve("scene.yaml"), folder.resolve("out.ovp"), line -> {});
        assertTrue(report.isWritten(), report.problems().toString());
        return new SceneStore(RenderLimits.standard(), new ByteBoundedCache(10_000_000))
                .open(ScenePackageBuilder.found(folder.resolve("out.ovp")));
    }

    private static Original original(OpenScene scene, String path) {
        return SceneLayers.objects(scene.scene().root()).get(path).original().orElseThrow();
    }

    private static LightMap light(OpenScene scene) {
        return scene.rasters(0).light(scene.scene().illumination().get(0).layer());
    }

    @Test
    void pack_autoLight_findsColorsAndLight() throws IOException {
        OpenScene scene = pack(SPEC);
        assertNear(RED, original(scene, "red").baseColor());
        assertNear(GREEN, original(scene, "green").baseColor());
        LightMap found = light(scene);
        double worst = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 10; x < 110; x++) { // soft edge and all
                worst = Math.max(worst, Math.abs(found.at(x, y, 0) / 257.0 - 255 * light[y * WIDTH + x]));
            }
        }
        assertTrue(worst <= 2.5, "off by " + worst + " levels");
    }

    private static void assertNear(Color expected, Color found) {
        assertEquals(expected.red(), found.red(), 1);
        assertEquals(expected.green(), found.green(), 1);
        assertEquals(expected.blue(), found.blue(), 1);
    }

    @Test
    void pack_autoLight_hasItsMedianAtNeutral() throws IOException {
        LightMap found = light(pack(SPEC));
        for (int from : new int[] {10, 65}) {
            List<Integer> values = new ArrayList<>();
            for (int i = 0; i < HEIGHT * 40; i++) {
                values.add(found.at(from + i % 40, i / 40, 0));
            }
            values.sort(null);
            double median = (values.get(values.size() / 2) + values.get(values.size() / 2 - 1)) / 2.0;
            assertEquals(
                    128, median / 257, 1.5); // a level of the red object's color is one and a half levels of its light
        }
    }

    @Test
    void pack_autoLight_leavesTheRestNeutral() throws IOException {
        OpenScene scene = pack(SPEC);
        assertEquals(LightMap.NEUTRAL, light(scene).at(2, 5, 0));
        assertEquals(LightMap.NEUTRAL, light(scene).at(119, 5, 0));
        assertFalse(light(scene).at(112, 5, 0) == LightMap.NEUTRAL, "light goes on a little around the objects");
        assertTrue(
                SceneLayers.objects(scene.scene().root()).get("post").original().isEmpty());
    }

    @Test
    void pack_knownColor_isKept() throws IOException {
        String spec = SPEC.replace("mask: red.png", "mask: red.png, original: {baseColor: [100, 30, 20]}");
        OpenScene scene = pack(spec);
        assertEquals(new Color(100, 30, 20), original(scene, "red").baseColor());
        assertTrue(light(scene).at(30, 40, 0) > LightMap.NEUTRAL + 5000, "it must be lit more than by its own color");
    }

    @Test
    void pack_autoColorAlone_keepsTheLight() throws IOException {
        byte[] flat = new byte[WIDTH * HEIGHT];
        Arrays.fill(flat, (byte) 90);
        Files.write(folder.resolve("light.png"), RasterEncoder.gray8(WIDTH, HEIGHT, flat));
        OpenScene scene = pack(SPEC.replace("illumination: auto", "illumination: {maps: [{layer: light.png}]}")
                .replace("mask: green.png", "mask: green.png, original: {baseColor: auto, gloss: 20}"));
        assertNear(GREEN, original(scene, "green").baseColor());
        assertEquals(20, original(scene, "green").gloss().orElseThrow());
        assertEquals(90 * 257, light(scene).at(30, 40, 0));
        assertTrue(
                SceneLayers.objects(scene.scene().root()).get("red").original().isEmpty());
    }

    @Test
    void pack_twoAutoMaps_areRefused() throws IOException {
        Files.writeString(
                folder.resolve("scene.yaml"),
                SPEC.replace("illumination: auto", "illumination: {maps: [{layer: auto}, {slot: B, layer: auto}]}"));
        PackReport report = new Packer(RenderLimits.standard(), new LightInversion())
                .pack(folder.resolve("scene.yaml"), folder.resolve("no.ovp"), line -> {});
        assertEquals(
                "error: illumination.maps[1].layer: only one map can be made from the photograph",
                report.problems().get(0).toString());
    }
}
