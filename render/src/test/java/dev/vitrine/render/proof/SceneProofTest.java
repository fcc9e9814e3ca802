package dev.vitrine.render.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.PackReport;
import dev.vitrine.render.scene.Packer;
import dev.vitrine.render.scene.ScenePackageBuilder;
import dev.vitrine.render.shade.LightInversion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two boxes on a gray view in neutral light; the left one claims a color that is 10 levels too dark. */
class SceneProofTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;
    private static final String SPEC = """
            ovp: "1.0"
            kind: vignette
            view: {image: view.png, width: 40, height: 30}
            illumination: {maps: [{layer: light.png}]}
            tree:
              - {object: left, type: flat, mask: {file: box.png, x: 2, y: 5}, original: {baseColor: [90, 90, 90]}}
              - object: right
                type: flat
                mask: {file: box.png, x: 20, y: 5}
                original: {baseColor: [100, 100, 100]}
                geometry: {kind: quad, corners: [[20, 5], [36, 5], [36, 21], [20, 21]], size: [8, 8]}
            """;

    @TempDir
    private Path folder;

    private SceneProof proof;

    @BeforeEach
    void openScene() throws Exception {
        byte[] box = new byte[16 * 16];
        Arrays.fill(box, (byte) 255);
        byte[] light = new byte[WIDTH * HEIGHT];
        Arrays.fill(light, (byte) 128);
        PixelBuffer view = ScenePackageBuilder.flat(WIDTH, HEIGHT, 0xff646464);
        Files.write(folder.resolve("view.png"), RasterEncoder.picture(view, false));
        Files.write(folder.resolve("box.png"), RasterEncoder.gray8(16, 16, box));
        Files.write(folder.resolve("light.png"), RasterEncoder.gray8(WIDTH, HEIGHT, light));
        Files.writeString(folder.resolve("scene.yaml"), SPEC);
        Path file = folder.resolve("x.ovp");
        PackReport report = new Packer(RenderLimits.standard(), new LightInversion()).pack(folder, file, line -> {});
        assertTrue(report.isWritten(), report.problems().toString());
        proof = new SceneProof(
                SceneProof.open(ScenePackageBuilder.found(file), RenderLimits.standard()), Integer.MAX_VALUE);
    }

    @Test
    void masks_eachObject_hasItsColor() {
        PixelBuffer masks = proof.masks();
        assertNotEquals(masks.at(5, 8), masks.at(25, 8));
        assertNotEquals(masks.at(5, 8), masks.at(19, 8));
        assertEquals(masks.at(19, 8), masks.at(38, 28));
    }

    @Test
    void unexplained_isMeasuredAgainstTheModel() {
        SceneProof.Unexplained rest = proof.unexplained();
        assertEquals(Map.of("left", 10.0, "right", 0.0), rest.levels());
        assertEquals(0xff8a8a8a, rest.picture().at(5, 8));
        assertEquals(0xff808080, rest.picture().at(25, 8));
        assertEquals(0xff808080, rest.picture().at(38, 28));
    }

    @Test
    void resolution_flatObject_isPixelsPerUnit() {
        assertEquals(2, proof.resolution("right").orElseThrow(), 1e-6);
        assertTrue(proof.resolution("left").isEmpty());
        assertTrue(proof.resolution("nobody").isEmpty());
    }

    @Test
    void difference_isAmplifiedAndItsMostIsTold() {
        PixelBuffer a = ScenePackageBuilder.flat(WIDTH, HEIGHT, 0xff102030);
        PixelBuffer b = a.copy();
        b.argb()[WIDTH * 8 + 25] = 0xff112830;
        SceneProof.Difference difference = SceneProof.difference(a, b, 16);
        assertEquals(8, difference.most());
        assertEquals(0xff108000, difference.picture().at(25, 8));
        assertEquals(0xff112830, proof.within(b, List.of("right")).at(25, 8));
        assertEquals(0xff000000, proof.within(b, List.of("left")).at(25, 8));
    }
}
