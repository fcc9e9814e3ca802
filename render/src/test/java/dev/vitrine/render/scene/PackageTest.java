package dev.vitrine.render.scene;

import static dev.vitrine.render.scene.ScenePackageBuilder.box;
import static dev.vitrine.render.scene.ScenePackageBuilder.flat;
import static dev.vitrine.render.scene.ScenePackageBuilder.group;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;
import dev.vitrine.render.scene.Layout.Border;
import dev.vitrine.render.scene.Layout.Line;
import dev.vitrine.render.scene.Overlap.Blend;
import dev.vitrine.render.scene.Overlap.Under;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is read. */
class PackageTest {
    private static final byte[] LINEN = RasterEncoder.gray8(1, 1, new byte[] {9});

    @TempDir
    private Path folder;

    private final ByteBoundedCache cache = new ByteBoundedCache(50_000_000);
    private final SceneStore store = new SceneStore(RenderLimits.standard(), cache);

    private static byte[] noise(int length, long seed) {
        byte[] out = new byte[length];
        new Random(seed).nextBytes(out);
        return out;
    }

    private static short[] noise16(int length, long seed) {
        Random random = new Random(seed);
        short[] out = new short[length];
        for (int i = 0; i < length; i++) {
            out[i] = (short) random.nextInt();
        }
        return out;
    }

    /** A scene that uses everything the manifest can say. */
    private static ScenePackageBuilder everything() {
        ScenePackageBuilder scene = new ScenePackageBuilder(40, 30);
        scene.light(new LightMap(new Region(0, 0, 40, 30), 1, noise16(1200, 1), LightMap.NEUTRAL), 20);
        scene.light(new LightMap(new Region(4, 3, 20, 10), 3, noise16(600, 2), 1000), 70);
        Layer seat = scene.mask("seat", new Mask(new Region(5, 6, 20, 10), noise(200, 3)));
        TextureMap map = new TextureMap(new Region(5, 6, 20, 10), ramp(200, 0.1f), ramp(200, 0.05f), noise(200, 4));
        Geometry.Uv uv = scene.texture("seat", map, new Geometry.Range(0, 78, 30, 0));
        SceneObject textured = new SceneObject(
                "Seat",
                ObjectType.FLOWLINE,
                7,
                Map.of("note", "left, right", "map.alt", "Sofa"),
                Optional.of(seat),
                uv,
                Map.of(0, new RealPair(1.5, 2), 3, new RealPair(-4, 0.25)),
                Optional.of(new DecalArea(new RealPair(1, 2), Optional.of(new DecalArea.LightVector(45, 30)))),
                true,
                Optional.of(new Original(new Color(1, 20, 255), false, OptionalDouble.of(33.5), 17)),
                true,
                Optional.empty(),
                new Layout.Whole());
        Layer look = scene.picture("pillow", new Sprite(8, 9, noisePicture(6, 5)));
        Layer shadow = scene.mask("shadow", new Mask(new Region(7, 8, 9, 9), noise(81, 5)));
        Overlap overlap = new Overlap(
                12,
                Optional.of(false),
                Optional.of(look),
                List.of(new Under(shadow, true, Blend.NORMAL, 1), new Under(look, false, Blend.SCREEN, 0.25)),
                List.of(new Illumination(1, scene.lightLayer("own", ScenePackageBuilder.flatLight(40, 30, 9)), 5)));
        SceneObject pillow = new SceneObject(
                "pillow",
                ObjectType.STATIC_OVERLAP,
                0,
                Map.of(),
                Optional.empty(),
                new Geometry.None(),
                Map.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                Optional.of(overlap),
                new Layout.Whole());
        Geometry.Quad quad = new Geometry.Quad(
                List.of(new RealPair(0, 0), new RealPair(9.5, 1), new RealPair(9, 9), new RealPair(1, 8)),
                10,
                20.5,
                45);
        Geometry.Matrix matrix = new Geometry.Matrix(List.of(1.0, 0.0, 2.5, 0.0, 1.0, 3.0, 0.0, 0.001, 1.0));
        Layer dot = scene.mask("dot", box(1, 1, 2, 2));
        scene.shine(new Shine(
                Optional.of(new Shine.Reflection(look, shadow, Optional.of(dot))),
                Optional.of(scene.lightLayer("specular", ScenePackageBuilder.flatLight(40, 30, 9)))));
        scene.material("linen", LINEN, Map.of("res", "40", "anchor", "0,0"));
        List<List<RealPair>> area = List.of(List.of(new RealPair(0, 0), new RealPair(9, 0), new RealPair(9, 9.5)));
        Group sofa = new Group("Sofa", 1, Map.of("map.href", "#sofa"), area, List.of(textured));
        return scene.tree(
                sofa,
                pillow,
                group(
                        "deep",
                        group(
                                "deeper",
                                ScenePackageBuilder.with(wall(), scene.object("wall", ObjectType.WALL, dot, quad)))),
                ScenePackageBuilder.with(panels(), scene.object("doors", ObjectType.CABINET, dot, quad)),
                frame(quad),
                scene.object("floor", ObjectType.PLANAR, dot, matrix),
                scene.object("cloth", ObjectType.SKETCH, dot, new Geometry.Mesh(mesh())));
    }

    private static Layout wall() {
        return new Layout.Wall(
                Map.of(Border.TOP, new Line(0.5, false), Border.BOTTOM, new Line(96, true)), OptionalDouble.of(60.25));
    }

    private static Layout panels() {
        return new Layout.Panels(List.of(
                new Layout.Panel("lhBase", new Layout.Area(0, 1, 18.5, 30)),
                new Layout.Panel("rhGlass", new Layout.Area(18.5, 1, 36, 30))));
    }

    private static SceneObject frame(Geometry quad) {
        return new SceneObject(
                "window",
                ObjectType.WINDOW_FRAME,
                0,
                Map.of(),
                Optional.empty(),
                quad,
                Map.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                Optional.of(new Overlap(3, Optional.empty(), Optional.empty(), List.of(), List.of())),
                new Layout.Frame(
                        Optional.of(CoveringKind.VALANCE),
                        new Layout.Area(2, 2, 8, 9),
                        Optional.of(new RealPair(5, 2)),
                        Optional.of(new DecalArea.LightVector(60, 25))));
    }

    private static ControlMesh mesh() {
        Optional<RealPair> none = Optional.empty();
        Optional<RealPair> some = Optional.of(new RealPair(0, -4));
        return new ControlMesh(
                2,
                2,
                0.4,
                List.of(
                        new ControlMesh.Node(new RealPair(0, 0), new RealPair(0, 0), 0, false, none, some, none, none),
                        new ControlMesh.Node(new RealPair(9, 0), new RealPair(5, 0), 1.5, true, some, none, some, some),
                        new ControlMesh.Node(new RealPair(0, 9), new RealPair(0, 5), 0, false, none, none, none, none),
                        new ControlMesh.Node(
                                new RealPair(9, 9), new RealPair(5, 5), 0, false, none, none, none, none)));
    }

    private static float[] ramp(int length, float step) {
        float[] out = new float[length];
        for (int i = 0; i < length; i++) {
            out[i] = step * i;
        }
        return out;
    }

    private static PixelBuffer noisePicture(int width, int height) {
        PixelBuffer out = PixelBuffer.blank(width, height);
        Random random = new Random(9);
        for (int i = 0; i < out.argb().length; i++) {
            out.argb()[i] = random.nextInt();
        }
        return out;
    }

    @Test
    void open_everythingWritten_isReadBack() {
        ScenePackageBuilder builder = everything();
        OpenScene open = store.open(builder.write(folder.resolve("all.ovp")));
        assertEquals(builder.scene(), open.scene());
        assertArrayEquals(LINEN, open.file("materials/linen").data());
    }

    @Test
    void rasters_fullSize_areBitExact() {
        OpenScene open = store.open(everything().write(folder.resolve("all.ovp")));
        SceneRasters rasters = open.rasters(0);
        Map<String, SceneObject> objects = SceneLayers.objects(open.scene().root());
        SceneObject seat = objects.get("Sofa/Seat");
        assertEquals(1, rasters.scale());
        assertArrayEquals(flat(40, 30, 0xff808080).argb(), rasters.view().argb());
        assertArrayEquals(noise(200, 3), rasters.mask(seat.mask().orElseThrow()).coverage());
        LightMap light = rasters.light(open.scene().illumination().get(1).layer());
        assertArrayEquals(noise16(600, 2), light.values());
        assertEquals(new Region(4, 3, 20, 10), light.region());
        assertEquals(1000, light.fill());
        TextureMap map = rasters.textureMap(seat.geometry());
        assertArrayEquals(noise(200, 4), map.island());
        for (int i = 0; i < 200; i++) {
            if (map.island()[i] != 0) {
                assertEquals(0.1f * i, map.u()[i], 78 / 65535.0);
                assertEquals(0.05f * i, map.v()[i], 30 / 65535.0);
            }
        }
        Layer look = objects.get("pillow").overlap().orElseThrow().image().orElseThrow();
        Sprite sprite = rasters.sprite(look);
        assertEquals(new Region(8, 9, 6, 5), sprite.region());
        assertArrayEquals(noisePicture(6, 5).argb(), sprite.pixels().argb());
    }

    @Test
    void rasters_layerAcrossTheEdge_isCutToTheView() {
        ScenePackageBuilder scene = new ScenePackageBuilder(10, 10);
        Layer mask = scene.mask("m", box(-2, 7, 5, 5));
        Layer picture = scene.picture("p", new Sprite(8, -1, flat(5, 5, 0xff123456)));
        scene.tree(scene.object("a", ObjectType.STATIC, mask));
        SceneRasters rasters = store.open(scene.write(folder.resolve("a.ovp"))).rasters(0);
        assertEquals(new Region(0, 7, 3, 3), rasters.mask(mask).region());
        assertEquals(new Region(8, 0, 2, 4), rasters.sprite(picture).region());
    }

    @Test
    void mask_channelAndFill_areHonoured() {
        ScenePackageBuilder scene = new ScenePackageBuilder(4, 1);
        Layer rgba = scene.picture("p", new Sprite(1, 0, flat(2, 1, 0x40102030)));
        SceneRasters rasters = store.open(scene.write(folder.resolve("a.ovp"))).rasters(0);
        assertEquals(0x40, rasters.mask(rgba).at(1, 0));
        assertEquals(0x20, rasters.mask(new Layer(rgba.file(), 1, 0, 1, 0)).at(1, 0));
        Mask filled = rasters.mask(new Layer(rgba.file(), 1, 0, 0, 0.2));
        assertArrayEquals(new byte[] {51, 0x10, 0x10, 51}, filled.coverage());
    }

    @Test
    void rasters_askedTwice_areShared() {
        OpenScene open = store.open(everything().write(folder.resolve("all.ovp")));
        assertSame(open.rasters(0).view(), open.rasters(0).view());
        assertTrue(cache.bytes() > 4800);
    }

    @Test
    void open_replacedFile_isReadAnew() throws IOException {
        Path path = folder.resolve("a.ovp");
        ScenePackageBuilder scene = new ScenePackageBuilder(8, 8);
        SourceFile before = scene.write(path);
        OpenScene old = store.open(before);
        assertEquals(0xff808080, old.rasters(0).view().at(0, 0));
        scene.view(flat(8, 8, 0xff112233)).write(path);
        Files.setLastModifiedTime(path, FileTime.fromMillis(before.modifiedMillis() + 5000));
        OpenScene renewed = store.open(before);
        assertNotEquals(old.identity(), renewed.identity());
        assertEquals(0xff112233, renewed.rasters(0).view().at(0, 0));
    }

    @Test
    void open_folder_readsTheSame() throws IOException {
        Path zip = everything().write(folder.resolve("all.ovp")).path();
        Path open = folder.resolve("open");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = open.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
        OpenScene fromFolder = store.open(ScenePackageBuilder.found(open));
        assertEquals(everything().scene(), fromFolder.scene());
        assertEquals(0xff808080, fromFolder.rasters(0).view().at(3, 3));
        PackageValidator validator = new PackageValidator(RenderLimits.standard());
        assertEquals(List.copyOf(validator.check(zip)), validator.check(open));
    }

    @Test
    void write_twice_givesEqualBytesAndSaysWhatItIsFirst() throws IOException {
        byte[] first =
                Files.readAllBytes(everything().write(folder.resolve("a.ovp")).path());
        byte[] second =
                Files.readAllBytes(everything().write(folder.resolve("b.ovp")).path());
        assertArrayEquals(first, second);
        assertEquals("mimetype", new String(first, 30, 8, StandardCharsets.US_ASCII));
        assertEquals(PackageWriter.MEDIA_TYPE, new String(first, 38, 33, StandardCharsets.US_ASCII));
    }
}
