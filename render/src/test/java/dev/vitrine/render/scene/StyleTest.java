package dev.vitrine.render.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.scene.CabinetStyle.Component;
import dev.vitrine.render.scene.CabinetStyle.Segment;
import dev.vitrine.render.scene.WindowStyle.Covering;
import dev.vitrine.render.scene.WindowStyle.Variant;
import dev.vitrine.render.shade.LightInversion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Style packages: what is packed is what is read, and whatever is wrong with one is a failure of the source. */
class StyleTest {
    private static final RenderLimits LIMITS = new RenderLimits(10_000, 10_000, 200_000, 50_000, 20, 5, 50, 1_000_000);
    private static final String CABINET = """
            ovp: "1.0"
            kind: cabinetStyle
            title: Maple
            baseColor: [186, 140, 92]
            texturable: true
            texture: {file: img/wood.png, res: 40}
            components:
              lhBase:
                image: img/door.png
                resolution: 20
                h: [{px: 2, fit: fixed}, {px: 4}, {px: 2, fit: fixed}]
                v: [{px: 2, fit: fixed}, {px: 6, fit: scale}]
                textureArea: img/area.png
              vBlank: {image: img/door.png, texturable: false}
            """;
    private static final String WINDOW = """
            ovp: "1.0"
            kind: windowStyle
            title: Drapes
            style: 5
            thickness: 2.5
            gloss: 15
            variants:
              left:
                width: 8
                height: 8
                resolution: 15
                frame: [1, 0, 5, 8]
                opacity: img/area.png
                objects:
                  - object: panel
                    mask: {file: img/area.png, x: 1}
                    illumination: img/area.png
                    geometry: {kind: uv, map: img/uv.png, uRange: [0, 54], vRange: [0, 96]}
                    origins: {"0": [3, 1]}
              right: {mirrorOf: left}
            """;

    @TempDir
    private Path folder;

    private final SceneStore store = new SceneStore(LIMITS, new ByteBoundedCache(1_000_000));

    @BeforeEach
    void writePictures() throws IOException {
        Path images = Files.createDirectories(folder.resolve("spec/img"));
        Files.write(
                images.resolve("door.png"), RasterEncoder.picture(ScenePackageBuilder.flat(8, 8, 0xff808080), false));
        Files.write(
                images.resolve("wood.png"), RasterEncoder.picture(ScenePackageBuilder.flat(8, 8, 0xffa06428), false));
        Files.write(images.resolve("area.png"), RasterEncoder.gray8(8, 8, new byte[64]));
        Files.write(images.resolve("uv.png"), RasterEncoder.samples16(8, 8, 3, new short[192]));
    }

    private PackReport pack(String text, Path out) throws IOException {
        Files.writeString(folder.resolve("spec/style.yaml"), text);
        return new Packer(LIMITS, new LightInversion()).pack(folder.resolve("spec"), out, line -> {});
    }

    private SourceFile packed(String text, String name) throws IOException {
        Path out = folder.resolve(name);
        PackReport report = pack(text, out);
        assertTrue(report.isWritten(), report.problems().toString());
        return ScenePackageBuilder.found(out);
    }

    private static Style read(String text, Problems problems) {
        JsonNode tree = new ManifestText(LIMITS).yaml("s", text.getBytes(StandardCharsets.UTF_8));
        return new StyleReader("s", LIMITS).read(tree, problems);
    }

    @Test
    void cabinet_packed_isReadBack() throws IOException {
        Component door = new Component(
                "img/door.png",
                20,
                List.of(new Segment(2, true), new Segment(4, false), new Segment(2, true)),
                List.of(new Segment(2, true), new Segment(6, false)),
                true,
                Optional.of("img/area.png"));
        Component blank = new Component("img/door.png", 18, List.of(), List.of(), false, Optional.empty());
        CabinetStyle wanted = new CabinetStyle(
                "Maple",
                new Color(186, 140, 92),
                Optional.of(new CabinetStyle.Grain("img/wood.png", 40)),
                Map.of("lhBase", door, "vBlank", blank));
        OpenStyle open = store.openStyle(packed(CABINET, "maple.ovc"));
        assertEquals(wanted, open.style());
        assertEquals(new Size(8, 8), open.picture("img/door.png").size());
    }

    @Test
    void window_packed_isReadBack() throws IOException {
        OpenStyle open = store.openStyle(packed(WINDOW, "drapes.ovw"));
        WindowStyle style = (WindowStyle) open.style();
        assertEquals(Covering.LONG_DRAPES, style.covering());
        assertEquals(2.5, style.thickness());
        assertEquals(15, style.gloss());
        Variant left = style.variants().get("left");
        assertEquals(new Layout.Area(1, 0, 5, 8), left.frame());
        assertEquals(new RealPair(3, 1), left.pieces().get(0).origins().get(0));
        Variant right = style.variants().get("right");
        assertTrue(right.mirrored());
        assertEquals(new Layout.Area(3, 0, 7, 8), right.frame());
        SceneObject mirrored = SceneLayers.objects(style.scene("right").root()).get("panel");
        assertEquals(new RealPair(51, 1), mirrored.origin(0));
        assertEquals(
                new Geometry.Range(54, 0, 0, 96),
                ((Geometry.Uv) mirrored.geometry()).range().orElseThrow());
        assertEquals(
                7,
                open.rasters("left").mask(left.pieces().get(0).mask()).region().width());
    }

    @Test
    void pack_sameInput_givesTheSameBytes() throws IOException {
        for (String text : List.of(CABINET, WINDOW)) {
            assertArrayEquals(
                    Files.readAllBytes(packed(text, "a").path()),
                    Files.readAllBytes(packed(text, "b").path()));
        }
    }

    @Test
    void pack_unzippedFolder_isTheSameStyle() throws IOException {
        SourceFile zip = packed(CABINET, "maple.ovc");
        Path tree = Files.createDirectories(folder.resolve("maple-folder.ovc/img"));
        for (String name : List.of("door.png", "wood.png", "area.png")) {
            Files.copy(folder.resolve("spec/img/" + name), tree.resolve(name));
        }
        PackageFiles files = PackageFiles.open("maple", zip.path(), LIMITS);
        Path manifest = folder.resolve("maple-folder.ovc/manifest.json");
        Files.write(manifest, files.manifest());
        SourceFile unzipped = new SourceFile("maple", folder.resolve("maple-folder.ovc"), Files.size(manifest), 0);
        assertEquals(store.openStyle(zip).style(), store.openStyle(unzipped).style());
        assertEquals(List.of(), new PackageValidator(LIMITS).check(unzipped.path()));
    }

    @Test
    void check_soundStyles_haveNoProblem() throws IOException {
        for (String text : List.of(CABINET, WINDOW)) {
            assertEquals(
                    List.of(),
                    new PackageValidator(LIMITS).check(packed(text, "sound").path()));
        }
    }

    @Test
    void check_badPictures_areReported() throws IOException {
        Files.write(folder.resolve("spec/img/wood.png"), new byte[] {1, 2, 3});
        Files.delete(folder.resolve("spec/img/area.png"));
        PackReport cabinet = pack(CABINET.replace("px: 6", "px: 7"), folder.resolve("none.ovc"));
        assertProblems(
                cabinet.problems(),
                "error: texture:",
                "error: components.lhBase.textureArea:",
                "warning: components.lhBase.v:");
        PackReport window = pack(WINDOW, folder.resolve("none.ovw"));
        assertProblems(
                window.problems(), "error: left opacity:", "error: right panel mask:", "error: left panel illum");
        assertTrue(Files.notExists(folder.resolve("none.ovc")) && Files.notExists(folder.resolve("none.ovw")));
    }

    private static void assertProblems(List<PackageProblem> problems, String... wanted) {
        for (String start : wanted) {
            assertTrue(problems.stream().anyMatch(p -> p.toString().startsWith(start)), start + " not in " + problems);
        }
    }

    @Test
    void manifest_manyMistakes_areAllReported() {
        Problems problems = new Problems();
        read("""
                ovp: "1.0"
                kind: cabinetStyle
                baseColor: [1, 2]
                colour: red
                texture: {res: -1}
                components:
                  lhBase: {image: ../door.png, h: [{fit: loose}], v: [{px: 1}, {px: 1}, {px: 1}, {px: 1}, {px: 1}, {px: 1}]}
                """, problems);
        read("""
                ovp: "1.0"
                kind: windowStyle
                style: 8
                thickness: -1
                variants: {narrow: {width: 0, frame: [1, 2, 1, 2], objects: []}, left: {}, wide: {mirrorOf: left}}
                """, problems);
        assertProblems(
                problems.all(),
                "error: baseColor:",
                "warning: colour:",
                "error: texture.file:",
                "error: texture.res:",
                "error: components.lhBase.image:",
                "error: components.lhBase.h[0].fit:",
                "error: components.lhBase.h[0].px:",
                "error: components.lhBase.v:",
                "error: style:",
                "error: thickness:",
                "error: variants.narrow.width:",
                "error: variants.narrow.height:",
                "error: variants.narrow.frame:",
                "error: variants.narrow.objects:",
                "error: variants.left:",
                "error: variants.wide.mirrorOf:");
    }

    private void assertFails(FailureKind kind, Path path) {
        FailureException e = assertThrows(FailureException.class, () -> useAll(path));
        assertEquals(kind, e.failure().kind(), e.getMessage());
    }

    private void useAll(Path path) throws IOException {
        OpenStyle open = store.openStyle(ScenePackageBuilder.found(path));
        if (open.style() instanceof CabinetStyle cabinet) {
            cabinet.files().forEach(file -> assertTrue(open.picture(file).bytes() <= 256));
            return;
        }
        ((WindowStyle) open.style()).variants().forEach((name, variant) -> {
            SceneRasters rasters = open.rasters(name);
            for (WindowStyle.Piece piece : variant.pieces()) {
                assertTrue(rasters.mask(piece.mask()).coverage().length <= 64);
                assertTrue(rasters.light(piece.illumination()).bytes() <= 400);
                assertTrue(rasters.textureMap(piece.geometry()).bytes() <= 600);
            }
        });
    }

    @Test
    void open_otherKindVersionOrFeature_isUnsupported() throws IOException {
        SourceFile scene = new ScenePackageBuilder(8, 8).write(folder.resolve("scene.ovc"));
        assertFails(FailureKind.SOURCE_UNSUPPORTED, scene.path());
        for (String text : List.of(
                CABINET.replace("\"1.0\"", "\"2.0\""), CABINET.replace("title: Maple", "requires: [holograms]"))) {
            FailureException e = assertThrows(FailureException.class, () -> read(text, new Problems()));
            assertEquals(FailureKind.SOURCE_UNSUPPORTED, e.failure().kind());
        }
    }

    @Test
    void open_tooLargeVariant_isRefused() {
        String text = WINDOW.replace("width: 8", "width: 50000").replace("height: 8", "height: 50000");
        FailureException e = assertThrows(FailureException.class, () -> read(text, new Problems()));
        assertEquals(FailureKind.SOURCE_TOO_LARGE, e.failure().kind());
    }

    @Test
    void open_cutShort_isDamaged() throws IOException {
        for (String text : List.of(CABINET, WINDOW)) {
            byte[] data = Files.readAllBytes(packed(text, "whole").path());
            Path cut = folder.resolve("cut");
            for (int length = 0; length < data.length; length += 31) {
                Files.write(cut, Arrays.copyOf(data, length));
                assertFails(FailureKind.SOURCE_DAMAGED, cut);
            }
        }
    }

    @Test
    void open_flippedBytes_readsOrFails() throws IOException {
        Random random = new Random(5);
        for (String text : List.of(CABINET, WINDOW)) {
            byte[] data = Files.readAllBytes(packed(text, "whole").path());
            int failed = 0;
            for (int i = 0; i < 150; i++) {
                byte[] bad = data.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                Path path = folder.resolve("flipped" + i);
                Files.write(path, bad);
                try {
                    useAll(path);
                } catch (FailureException e) {
                    failed++;
                }
            }
            assertTrue(failed > 75, failed + " failures");
        }
    }

    @Test
    void manifest_randomlyMangled_readsOrFails() {
        Random random = new Random(17);
        String[] scraps = {"{", "}", "[", "]", "\"", ":", ",", "-1", "1e999", "null", "true", "\n  ", "x:", "8000"};
        int odd = 0;
        for (int i = 0; i < 600; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? CABINET : WINDOW);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                text.replace(
                        at, Math.min(text.length(), at + random.nextInt(4)), scraps[random.nextInt(scraps.length)]);
            }
            Problems problems = new Problems();
            try {
                Style style = read(text.toString(), problems);
                odd += problems.hasErrors() ? 1 : 0;
                assertTrue(style.files().size() < 20);
            } catch (FailureException e) {
                odd++;
            }
        }
        assertTrue(odd > 200, odd + " found");
    }
}
