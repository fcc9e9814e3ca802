package dev.vitrine.render.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.TextureMap;
import dev.vitrine.render.shade.LightInversion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackerTest {
    private static final byte[] LINEN = RasterEncoder.gray8(1, 1, new byte[] {9});
    private static final int WIDTH = 900;
    private static final int HEIGHT = 60;
    private static final String SPEC = """
            # a scene as an author writes it
            ovp: "1.0"
            kind: vignette
            title: Bench
            view: {image: raw/view.png, width: 900, height: 60, printRes: 150, icc: raw/srgb.icc}
            illumination:
              glossEffects: true
              maps: [{slot: A, gloss: 20, layer: {file: raw/light.png}}, {slot: B, gloss: 60, layer: raw/light8.png}]
            specular: raw/shine.png
            reflection: {st: raw/uv.png, strength: {file: raw/strength.png, x: 100}, distance: raw/shine.png}
            materials: [{name: Linen, file: raw/linen.jpg, res: 40, anchor: [0, 0]}]
            tree:
              - group: Bench
                children:
                  - object: seat
                    type: flowline
                    mask: raw/seat.png
                    original: {baseColor: [150, 140, 130], gloss: 20}
                    geometry: {kind: uv, map: raw/uv.png, uRange: [0, 90], vRange: [6, 0], islands: raw/ids.png}
                  - object: back
                    type: sketch
                    mask: {file: raw/back.png, x: 100}
                    geometry:
                      kind: mesh
                      rows: 2
                      cols: 2
                      nodes: [{p: [90, 0], t: [0, 0]}, {p: [300, 0], t: [21, 0]},
                              {p: [90, 60], t: [0, 6]}, {p: [300, 60], t: [21, 6]}]
              - object: cushion
                type: flat
                overlap:
                  z: 4
                  image: {file: raw/cushion.png, x: 500, y: 10}
                  shadow: {file: raw/cushion.png, x: 505, y: 15}
                  illumination: {maps: [{layer: raw/light.png}]}
                geometry: {kind: quad, corners: [[500, 10], [540, 10], [540, 40], [500, 40]], size: [4, 3]}
            """;

    @TempDir
    private Path folder;

    private final SceneStore store = new SceneStore(RenderLimits.standard(), new ByteBoundedCache(100_000_000));
    private final short[] light = new short[WIDTH * HEIGHT];
    private final PixelBuffer cushion = PixelBuffer.blank(60, 40);

    @BeforeEach
    void writeLayers() throws IOException {
        Path raw = Files.createDirectories(folder.resolve("spec/raw"));
        Random random = new Random(1);
        PixelBuffer view = PixelBuffer.blank(WIDTH, HEIGHT);
        byte[] seat = new byte[WIDTH * HEIGHT];
        byte[] back = new byte[200 * HEIGHT];
        byte[] light8 = new byte[WIDTH * HEIGHT];
        byte[] ids = new byte[WIDTH * HEIGHT];
        short[] uv = new short[3 * WIDTH * HEIGHT];
        for (int i = 0; i < view.argb().length; i++) {
            view.argb()[i] = 0xff000000 | random.nextInt(1 << 24);
            int x = i % WIDTH;
            seat[i] = (byte) (x < 20 || x >= 180 ? 0 : 200);
            light[i] = (short) (x >= 10 && x < 400 ? random.nextInt(65536) : LightMap.NEUTRAL);
            light8[i] = (byte) (100 + x % 50);
            ids[i] = (byte) (x < 60 ? 3 : 7);
            uv[3 * i] = (short) Math.round((x + 0.5) / WIDTH * 65535);
            uv[3 * i + 1] = (short) random.nextInt(65536);
            uv[3 * i + 2] = (short) (x < 170 ? 65535 : 0);
        }
        for (int i = 0; i < back.length; i++) {
            back[i] = (byte) (i % 200 < 30 ? 100 : 255);
        }
        for (int i = 0; i < cushion.argb().length; i++) {
            boolean inside = i % 60 >= 5 && i % 60 < 45 && i / 60 >= 3 && i / 60 < 33;
            cushion.argb()[i] = inside ? random.nextInt() | 0x01000000 : 0x00ffffff;
        }
        Files.write(raw.resolve("view.png"), RasterEncoder.picture(view, false));
        Files.write(raw.resolve("seat.png"), RasterEncoder.gray8(WIDTH, HEIGHT, seat));
        Files.write(raw.resolve("back.png"), RasterEncoder.gray8(200, HEIGHT, back));
        Files.write(raw.resolve("light.png"), RasterEncoder.samples16(WIDTH, HEIGHT, 1, light));
        Files.write(raw.resolve("light8.png"), RasterEncoder.gray8(WIDTH, HEIGHT, light8));
        Files.write(raw.resolve("ids.png"), RasterEncoder.gray8(WIDTH, HEIGHT, ids));
        Files.write(raw.resolve("uv.png"), RasterEncoder.samples16(WIDTH, HEIGHT, 3, uv));
        Files.write(raw.resolve("shine.png"), RasterEncoder.gray8(WIDTH, HEIGHT, light8));
        Files.write(raw.resolve("strength.png"), RasterEncoder.gray8(200, HEIGHT, back));
        Files.write(raw.resolve("cushion.png"), RasterEncoder.picture(cushion, true));
        Files.write(raw.resolve("srgb.icc"), new byte[] {1, 2, 3});
        Files.write(raw.resolve("linen.jpg"), LINEN);
        Files.writeString(folder.resolve("spec/scene.yaml"), SPEC);
    }

    private static Packer packer() {
        return new Packer(RenderLimits.standard(), new LightInversion());
    }

    private PackReport pack(String out) throws IOException {
        return packer().pack(folder.resolve("spec"), folder.resolve(out), line -> {});
    }

    private OpenScene packed() throws IOException {
        PackReport report = pack("out.ovp");
        assertEquals(
                Files.size(folder.resolve("out.ovp")),
                report.bytes(),
                report.problems().toString());
        return store.open(ScenePackageBuilder.found(folder.resolve("out.ovp")));
    }

    private OpenScene spec() throws IOException {
        return PackSpec.of(
                        PackSpec.Draft.read(folder.resolve("spec/scene.yaml"), RenderLimits.standard()),
                        RenderLimits.standard(),
                        new LightInversion(),
                        line -> {})
                .source();
    }

    private static SceneObject object(OpenScene scene, String path) {
        return SceneLayers.objects(scene.scene().root()).get(path);
    }

    @Test
    void pack_twice_givesEqualBytes() throws IOException {
        assertTrue(pack("a.ovp").isWritten());
        assertTrue(pack("b.ovp").isWritten());
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.ovp")), Files.readAllBytes(folder.resolve("b.ovp")));
    }

    @Test
    void pack_anyScene_tellsProgressAndSize() throws IOException {
        List<String> lines = new ArrayList<>();
        PackReport report = packer().pack(folder.resolve("spec"), folder.resolve("x.ovp"), lines::add);
        assertTrue(lines.contains("object Bench/seat"), lines.toString());
        assertEquals(4, report.levels());
        assertTrue(report.isWritten());
    }

    @Test
    void pack_layers_areCutButEqual() throws IOException {
        OpenScene packed = packed();
        OpenScene spec = spec();
        SceneRasters ours = packed.rasters(0);
        SceneRasters theirs = spec.rasters(0);
        assertArrayEquals(theirs.view().argb(), ours.view().argb());
        for (int slot = 0; slot < 2; slot++) {
            LightMap a = theirs.light(spec.scene().illumination().get(slot).layer());
            LightMap b = ours.light(packed.scene().illumination().get(slot).layer());
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                assertEquals(a.at(i % WIDTH, i / WIDTH, 0), b.at(i % WIDTH, i / WIDTH, 0));
            }
            assertEquals(slot == 0 ? new Region(10, 0, 390, 60) : new Region(0, 0, 900, 60), b.region());
        }
        TextureMap a = theirs.textureMap(object(spec, "Bench/seat").geometry());
        TextureMap b = ours.textureMap(object(packed, "Bench/seat").geometry());
        assertEquals(new Region(18, 0, 114, 60), b.region());
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 18; x < 132; x++) {
                int i = y * WIDTH + x;
                int k = y * 114 + x - 18;
                assertEquals(a.island()[i], b.island()[k]);
                assertEquals(a.u()[i], b.u()[k]);
                assertEquals(a.v()[i], b.v()[k]);
            }
        }
        Overlap overlap = object(packed, "cushion").overlap().orElseThrow();
        assertEquals(
                new Region(505, 13, 40, 30),
                ours.sprite(overlap.image().orElseThrow()).region());
        Mask shadow = ours.mask(overlap.under().get(0).layer());
        assertEquals(cushion.at(20, 20) >>> 24, shadow.at(525, 35));
        assertTrue(ours.light(overlap.illumination().get(0).layer()).region().width() <= 44);
    }

    @Test
    void pack_masks_lastKeepsItsPixels() throws IOException {
        OpenScene packed = packed();
        for (int level = 0; level < 3; level++) {
            SceneRasters rasters = packed.rasters(level);
            Mask seat = rasters.mask(object(packed, "Bench/seat").mask().orElseThrow());
            Mask back = rasters.mask(object(packed, "Bench/back").mask().orElseThrow());
            for (int x = 0; x < rasters.size().width(); x++) {
                assertTrue(seat.at(x, 1) + back.at(x, 1) <= 255, level + " at " + x);
            }
        }
        Mask seat = packed.rasters(0).mask(object(packed, "Bench/seat").mask().orElseThrow());
        Mask back = packed.rasters(0).mask(object(packed, "Bench/back").mask().orElseThrow());
        assertEquals(200, seat.at(50, 9));
        assertEquals(155, seat.at(110, 9));
        assertEquals(0, seat.at(150, 9));
        assertEquals(100, back.at(110, 9));
        assertEquals(255, back.at(150, 9));
        assertEquals(new Region(20, 0, 110, 60), seat.region());
    }

    @Test
    void pack_mesh_isBaked() throws IOException {
        OpenScene packed = packed();
        Geometry geometry = object(packed, "Bench/back").geometry();
        assertTrue(geometry instanceof Geometry.Uv);
        for (int level = 0; level < 3; level++) {
            SceneRasters rasters = packed.rasters(level);
            TextureMap map = rasters.textureMap(geometry);
            int x = (int) (200 * rasters.scale());
            int i = (10 - map.region().y()) * map.region().width()
                    + x
                    - map.region().x();
            double viewX = (x + 0.5) / rasters.scale();
            assertEquals((viewX - 90) / 10, map.u()[i], 0.002);
        }
    }

    @Test
    void pack_levels_areHalvesAndDeriveToTheSame() throws IOException {
        OpenScene packed = packed();
        Scene scene = packed.scene();
        Scene bare = new Scene(
                scene.title(),
                scene.version(),
                scene.units(),
                scene.view(),
                scene.glossEffects(),
                scene.illumination(),
                scene.shading(),
                scene.shine(),
                scene.materials(),
                scene.root(),
                scene.levels().stream()
                        .map(level -> new Scene.Level(level.width(), level.height(), java.util.Map.of()))
                        .toList());
        OpenScene derived = new OpenScene(
                bare,
                packed.files(),
                new dev.vitrine.render.codec.Decoder(1_000_000),
                new ByteBoundedCache(100_000_000));
        for (int level = 1; level < 3; level++) {
            assertArrayEquals(
                    packed.rasters(level).view().argb(),
                    derived.rasters(level).view().argb());
            Layer first = scene.illumination().get(0).layer();
            LightMap a = packed.rasters(level).light(first);
            LightMap b = derived.rasters(level).light(first);
            for (int x = 0; x < packed.rasters(level).size().width(); x++) {
                assertEquals(b.at(x, 3, 0), a.at(x, 3, 0), 1);
            }
        }
    }

    @Test
    void pack_shine_isCutButEqual() throws IOException {
        Shine packed = packed().scene().shine();
        SceneRasters rasters = packed().rasters(0);
        Shine.Reflection reflection = packed.reflection().orElseThrow();
        Shine.Reflection author = spec().scene().shine().reflection().orElseThrow();
        SceneRasters own = spec().rasters(0);
        TextureMap source = rasters.textureMap(reflection.source());
        TextureMap before = own.textureMap(author.source());
        LightMap specular = own.light(spec().scene().shine().specular().orElseThrow());
        LightMap packedLight = rasters.light(packed.specular().orElseThrow());
        assertTrue(source.region().width() < 250, source.region().toString());
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int strength = own.mask(author.strength()).at(x, y);
                assertEquals(strength, rasters.mask(reflection.strength()).at(x, y));
                if (strength > 0 && before.island()[y * WIDTH + x] != 0) {
                    int at = (y - source.region().y()) * source.region().width()
                            + x
                            - source.region().x();
                    assertEquals(before.u()[y * WIDTH + x], source.u()[at], 1e-6);
                    assertEquals(before.v()[y * WIDTH + x], source.v()[at], 1e-6);
                }
                assertEquals(specular.at(x, y, 0), packedLight.at(x, y, 0));
            }
        }
        Layer distance = reflection.distance().orElseThrow();
        assertEquals(
                own.mask(author.distance().orElseThrow()).at(77, 5),
                rasters.mask(distance).at(77, 5));
    }

    @Test
    void pack_embeddedFiles_areCopied() throws IOException {
        OpenScene packed = packed();
        EmbeddedMaterial linen = packed.scene().materials().get(0);
        assertArrayEquals(LINEN, packed.file(linen.file()).data());
        assertEquals("0,0", linen.attributes().get("anchor"));
        assertArrayEquals(
                new byte[] {1, 2, 3},
                packed.file(packed.scene().view().icc().orElseThrow()).data());
    }

    @Test
    void pack_viewQuality_storesAJpeg() throws IOException {
        Files.writeString(folder.resolve("spec/scene.yaml"), SPEC.replace("printRes", "quality: 60, printRes"));
        OpenScene packed = packed();
        assertTrue(packed.scene().view().image().file().endsWith(".jpg"));
        assertEquals(new Size(900, 60), packed.rasters(0).view().size());
    }

    @Test
    void pack_wrongSpec_writesNothing() throws IOException {
        Files.writeString(folder.resolve("spec/scene.yaml"), SPEC.replace("type: sketch", "type: drawing"));
        PackReport report = pack("bad.ovp");
        assertFalse(report.isWritten());
        assertEquals("tree[0].children[1].type", report.problems().get(0).where());
        FailureException e = assertThrows(
                FailureException.class,
                () -> packer().pack(folder.resolve("no.yaml"), folder.resolve("bad.ovp"), line -> {}));
        assertEquals(FailureKind.SOURCE_MISSING, e.failure().kind());
        assertFalse(Files.exists(folder.resolve("bad.ovp")));
        assertFalse(Files.exists(folder.resolve("bad.ovp.new")));
    }

    @Test
    void pack_severalBadFiles_namesThemAllAndWhatMayBeMeant() throws IOException {
        Files.writeString(
                folder.resolve("spec/scene.yaml"),
                SPEC.replace("mask: raw/seat.png", "mask: raw/seta.png")
                        .replace("layer: raw/light8.png", "layer: moonlight.tif"));
        assertEquals(
                List.of(
                        "error: illumination B: there is no file 'moonlight.tif'",
                        "error: Bench/seat mask: there is no file 'raw/seta.png'; did you mean 'raw/seat.png'?"),
                problems("bad.ovp"));
        Files.writeString(folder.resolve("spec/scene.yaml"), SPEC);
        Files.write(folder.resolve("spec/raw/light8.png"), new byte[] {1, 2, 3});
        Files.write(folder.resolve("spec/raw/back.png"), new byte[] {1, 2, 3});
        List<String> damaged = problems("bad.ovp");
        assertEquals(2, damaged.size(), damaged.toString());
        assertTrue(damaged.get(0).startsWith("error: illumination raw/light8.png: "), damaged.toString());
        assertTrue(damaged.get(1).startsWith("error: Bench/back mask: "), damaged.toString());
        assertFalse(Files.exists(folder.resolve("bad.ovp")));
    }

    private List<String> problems(String out) throws IOException {
        return pack(out).problems().stream().map(PackageProblem::toString).toList();
    }

    @Test
    void pack_slipsOfThePen_hintAtTheNearestWord() throws IOException {
        Files.writeString(
                folder.resolve("spec/scene.yaml"),
                SPEC.replace("printRes", "printres")
                        .replace("type: sketch", "type: sktech")
                        .replace("kind: mesh", "kind: msh"));
        assertEquals(
                List.of(
                        "warning: view.printres: is not a known key; did you mean 'printRes'?",
                        "error: tree[0].children[1].type: 'sktech' is not a type of object; did you mean 'sketch'?",
                        "error: tree[0].children[1].geometry.kind: 'msh' is not a kind of geometry that is read;"
                                + " did you mean 'mesh'?"),
                problems("bad.ovp"));
    }

    @Test
    void pack_levels_areWhatTheSpecSays() throws IOException {
        Files.writeString(folder.resolve("spec/scene.yaml"), SPEC + "levels: [300, {width: 600}, 2000]\n");
        List<Scene.Level> levels = packed().scene().levels();
        assertEquals(
                List.of(900, 600, 300), levels.stream().map(Scene.Level::width).toList());
        assertEquals(20, levels.get(2).height());
    }

    @Test
    void pack_anyScene_holdsAThumbnail() throws IOException {
        PixelBuffer small = new dev.vitrine.render.codec.Decoder(1_000_000)
                .picture(packed().files().source(PackageFiles.THUMBNAIL));
        assertEquals(new Size(256, 17), small.size());
    }
}
