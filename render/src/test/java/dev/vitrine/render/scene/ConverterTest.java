package dev.vitrine.render.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.geometry.Homography;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.TextureMap;
import dev.vitrine.render.shade.LightInversion;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One scene with every kind of geometry, cropped, scaled and taken apart. */
class ConverterTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final Region PART = new Region(40, 20, 320, 240);
    private static final String SPEC = """
            ovp: "1.0"
            kind: vignette
            view: {image: view.png, width: 400, height: 300}
            illumination: {maps: [{layer: light.png}]}
            materials: [{name: Linen, file: linen.png, res: 40}]
            tree:
              - group: all
                imageMap: [[40, 20, 200, 20, 200, 260]]
                children:
                  - object: flat
                    type: flat
                    mask: {file: box.png, x: 60, y: 40}
                    geometry: {kind: quad, corners: [[60, 40], [170, 50], [160, 140], [60, 150]], size: [10, 9]}
                  - object: plane
                    type: planar
                    mask: {file: box.png, x: 200, y: 40}
                    geometry: {kind: homography, matrix: [0.1, 0.01, -20, 0, 0.12, -5, 0.0002, 0.0001, 1]}
                  - object: bent
                    type: flowline
                    mask: {file: box.png, x: 60, y: 160}
                    geometry:
                      kind: mesh
                      rows: 2
                      cols: 2
                      nodes: [{p: [55, 155], t: [0, 0], r: [30, -20]}, {p: [180, 155], t: [12, 0]},
                              {p: [55, 270], t: [0, 11]}, {p: [180, 270], t: [12, 11]}]
                  - object: soft
                    type: flowline
                    mask: {file: box.png, x: 200, y: 160}
                    geometry: {kind: uv, map: {file: uv.png, x: 200, y: 160}, uRange: [0, 100], vRange: [0, 100]}
              - object: tag
                type: staticOverlap
                overlap: {image: {file: tag.png, x: 20, y: 10}}
            """;

    @TempDir
    private Path folder;

    private final SceneStore store = new SceneStore(RenderLimits.standard(), new ByteBoundedCache(50_000_000));
    private OpenScene source;

    @BeforeEach
    void packScene() throws IOException {
        Path raw = Files.createDirectories(folder.resolve("raw"));
        Random random = new Random(3);
        PixelBuffer view = PixelBuffer.blank(WIDTH, HEIGHT);
        short[] light = new short[WIDTH * HEIGHT];
        for (int i = 0; i < light.length; i++) {
            view.argb()[i] = random.nextInt() | 0xff000000;
            light[i] = (short) random.nextInt(65536);
        }
        byte[] box = new byte[100 * 100];
        short[] uv = new short[3 * box.length];
        for (int i = 0; i < box.length; i++) {
            int column = i % 100;
            int row = i / 100;
            box[i] = (byte) (column < 3 || row < 3 ? random.nextInt(256) : 255);
            uv[3 * i] = (short) Math.round((column + 0.5) / 100 * 65535);
            uv[3 * i + 1] = (short) Math.round((row + 0.5) / 100 * 65535);
            uv[3 * i + 2] = (short) 65535;
        }
        PixelBuffer tag = ScenePackageBuilder.flat(50, 40, 0x80203040);
        Files.write(raw.resolve("view.png"), RasterEncoder.picture(view, false));
        Files.write(raw.resolve("light.png"), RasterEncoder.samples16(WIDTH, HEIGHT, 1, light));
        Files.write(raw.resolve("box.png"), RasterEncoder.gray8(100, 100, box));
        Files.write(raw.resolve("uv.png"), RasterEncoder.samples16(100, 100, 3, uv));
        Files.write(raw.resolve("tag.png"), RasterEncoder.picture(tag, true));
        Files.write(raw.resolve("linen.png"), RasterEncoder.picture(tag, true));
        Files.writeString(raw.resolve("scene.yaml"), SPEC);
        source = pack(raw, "source.ovp");
    }

    private OpenScene pack(Path spec, String name) throws IOException {
        Path file = folder.resolve(name);
        PackReport report = new Packer(RenderLimits.standard(), new LightInversion()).pack(spec, file, line -> {});
        assertTrue(report.isWritten(), report.problems().toString());
        return store.open(ScenePackageBuilder.found(file));
    }

    private OpenScene convert(String name, Conversion conversion) throws IOException {
        Path file = folder.resolve(name);
        PackReport report = new Converter(RenderLimits.standard()).convert(source, conversion, file, line -> {});
        assertTrue(report.isWritten(), report.problems().toString());
        return store.open(ScenePackageBuilder.found(file));
    }

    private static Conversion to(Region crop, int width, int height, boolean materials) {
        return new Conversion(crop, List.of(new Size(width, height)), OptionalInt.empty(), materials, Optional.empty());
    }

    private static SceneObject object(OpenScene scene, String path) {
        return SceneLayers.objects(scene.scene().root()).get(path);
    }

    @Test
    void convert_crop_keepsEverySampleInItsPlace() throws IOException {
        OpenScene cut = convert("cut.ovp", to(PART, PART.width(), PART.height(), true));
        SceneRasters before = source.rasters(0);
        SceneRasters after = cut.rasters(0);
        assertEquals(new Size(320, 240), after.size());
        LightMap lightBefore = before.light(source.scene().illumination().get(0).layer());
        LightMap lightAfter = after.light(cut.scene().illumination().get(0).layer());
        Mask maskBefore = before.mask(object(source, "all/soft").mask().orElseThrow());
        Mask maskAfter = after.mask(object(cut, "all/soft").mask().orElseThrow());
        for (int y = 0; y < 240; y += 7) {
            for (int x = 0; x < 320; x++) {
                assertEquals(before.view().at(x + 40, y + 20), after.view().at(x, y));
                assertEquals(lightBefore.at(x + 40, y + 20, 0), lightAfter.at(x, y, 0));
                assertEquals(maskBefore.at(x + 40, y + 20), maskAfter.at(x, y));
            }
        }
        Layer image = object(cut, "tag").overlap().orElseThrow().image().orElseThrow();
        assertEquals(new Region(0, 0, 30, 30), after.sprite(image).region());
        assertEquals(1, cut.scene().materials().size());
    }

    /** Every surface point is seen where the same part of the picture went. */
    @Test
    void convert_cropAndScale_movesGeometryWithThePicture() throws IOException {
        OpenScene half = convert("half.ovp", to(PART, 160, 120, false));
        assertMoved("all/flat");
        assertMoved("all/plane");
        for (String path : List.of("all/bent", "all/soft")) {
            TextureMap before =
                    source.rasters(0).textureMap(object(source, path).geometry());
            TextureMap after = half.rasters(0).textureMap(object(half, path).geometry());
            for (int y = 75; y < 110; y += 5) {
                int x = path.endsWith("bent") ? 30 : 100;
                int at = (y - after.region().y()) * after.region().width()
                        + x
                        - after.region().x();
                // the center of the pixel x, y is the corner between four pixels of before
                double u = 0;
                double v = 0;
                for (int k = 0; k < 4; k++) {
                    int from = (2 * y + 20 + k / 2 - before.region().y())
                                    * before.region().width()
                            + 2 * x
                            + 40
                            + k % 2
                            - before.region().x();
                    u += before.u()[from] / 4;
                    v += before.v()[from] / 4;
                }
                assertEquals(u, after.u()[at], 0.02, path);
                assertEquals(v, after.v()[at], 0.02, path);
            }
        }
        Group all = (Group) half.scene().root().children().get(0);
        assertEquals(
                List.of(new RealPair(0, 0), new RealPair(80, 0), new RealPair(80, 120)),
                all.imageMap().get(0));
        assertTrue(half.scene().materials().isEmpty());
    }

    private void assertMoved(String path) throws IOException {
        OpenScene half = store.open(ScenePackageBuilder.found(folder.resolve("half.ovp")));
        Homography before = flat(object(source, path).geometry());
        Homography after = flat(object(half, path).geometry());
        for (int x = 0; x <= 160; x += 40) {
            RealPair expected = before.map(2 * x + 40, 2 * 50 + 20);
            RealPair found = after.map(x, 50);
            assertEquals(expected.x(), found.x(), 1e-9, path);
            assertEquals(expected.y(), found.y(), 1e-9, path);
        }
    }

    private static Homography flat(Geometry geometry) {
        return geometry instanceof Geometry.Quad quad
                ? Homography.ofQuad(quad.corners(), quad.width(), quad.height())
                : Homography.ofRows(((Geometry.Matrix) geometry).rows());
    }

    @Test
    void convert_severalSizes_areLevels() throws IOException {
        Conversion conversion = new Conversion(
                new Region(0, 0, WIDTH, HEIGHT),
                Conversion.sizes(new Size(WIDTH, HEIGHT), List.of(300, 200), List.of(), false),
                OptionalInt.of(80),
                false,
                Optional.empty());
        OpenScene scene = convert("levels.ovp", conversion);
        assertEquals(new Size(300, 225), scene.rasters(0).size());
        assertEquals(new Size(200, 150), scene.rasters(1).size());
        assertTrue(scene.scene().view().image().file().endsWith(".jpg"));
        assertTrue(new Converter(RenderLimits.standard()).isProduction(scene));
        assertFalse(new Converter(RenderLimits.standard()).isProduction(source));
    }

    @Test
    void sizes_followTheRulesOfTheProtocol() {
        Size full = new Size(1600, 1000);
        assertEquals(List.of(full), Conversion.sizes(full, List.of(), List.of(), false));
        assertEquals(List.of(full), Conversion.sizes(full, List.of(0), List.of(4000), false));
        assertEquals(List.of(new Size(480, 300)), Conversion.sizes(full, List.of(800), List.of(300), false));
        assertEquals(
                List.of(full, new Size(800, 500), new Size(400, 250)),
                Conversion.sizes(full, List.of(400, 0, 800), List.of(), false));
        assertEquals(
                List.of(new Size(640, 400), new Size(320, 200)),
                Conversion.sizes(full, List.of(), List.of(200, 400), false));
        assertEquals(
                List.of(new Size(400, 250), new Size(300, 188), new Size(200, 125), new Size(100, 63)),
                Conversion.sizes(full, List.of(400, 300), List.of(), true));
    }

    @Test
    void unpack_thenPack_givesTheSamePackage() throws IOException {
        int files = new Unpacker(RenderLimits.standard()).unpack(source, folder.resolve("apart"));
        assertTrue(Files.exists(folder.resolve("apart/scene.yaml")));
        assertFalse(Files.exists(folder.resolve("apart/l1")));
        assertTrue(files > 8, files + " files");
        OpenScene again = pack(folder.resolve("apart"), "again.ovp");
        assertEquals(source.files().entries(), again.files().entries());
        for (String entry : source.files().entries()) {
            // the mesh came back as its map, so its smaller maps are made of that and not baked anew
            if (!entry.matches("l\\d/uv/all-bent.*|manifest.json")) {
                assertArrayEquals(source.files().read(entry), again.files().read(entry), entry);
            }
        }
        assertThrows(
                FileAlreadyExistsException.class,
                () -> new Unpacker(RenderLimits.standard()).unpack(source, folder.resolve("apart")));
    }
}
