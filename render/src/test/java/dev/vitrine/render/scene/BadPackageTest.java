package dev.vitrine.render.scene;

import static dev.vitrine.render.scene.ScenePackageBuilder.box;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.Mask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged, malicious and merely wrong packages: always a failure of the source, never anything else. */
class BadPackageTest {
    private static final RenderLimits LIMITS = new RenderLimits(10_000, 10_000, 200_000, 50_000, 20, 5, 50, 1_000_000);
    private static final String HEAD = "{\"ovp\":\"1.0\",\"kind\":\"vignette\",";
    private static final String VIEW = "\"view\":{\"image\":\"view.png\",\"width\":8,\"height\":8},";
    private static final String LIGHT = "\"illumination\":{\"maps\":[{\"layer\":\"light.png\"}]},";
    private static final String TREE = "\"tree\":[{\"object\":\"a\",\"type\":\"static\",\"mask\":\"mask.png\"}]}";

    @TempDir
    private Path folder;

    private final SceneStore store = new SceneStore(LIMITS, new ByteBoundedCache(1_000_000));

    private static Map<String, byte[]> good(String manifest) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        files.put("view.png", RasterEncoder.picture(ScenePackageBuilder.flat(8, 8, 0xff808080), false));
        files.put("light.png", RasterEncoder.gray8(8, 8, new byte[64]));
        files.put("mask.png", RasterEncoder.gray8(8, 8, new byte[64]));
        return files;
    }

    private Path zip(Map<String, byte[]> files) {
        Path path = folder.resolve("p" + files.hashCode() + ".ovp");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return path;
    }

    private void readAll(Path path) {
        OpenScene open = store.open("test.ovp", path);
        for (int level = 0; level < open.scene().levels().size(); level++) {
            SceneRasters rasters = open.rasters(level);
            assertEquals(8, rasters.view().width());
            open.scene()
                    .illumination()
                    .forEach(map -> assertEquals(1, rasters.light(map.layer()).channels()));
            SceneLayers.objects(open.scene().root()).values().forEach(object -> {
                Mask mask = rasters.mask(object.mask().orElseThrow());
                assertTrue(mask.coverage().length <= 64);
            });
        }
    }

    private void assertFails(FailureKind kind, Path path) {
        FailureException e = assertThrows(FailureException.class, () -> readAll(path));
        assertEquals(kind, e.failure().kind(), e.getMessage());
        List<PackageProblem> problems = new PackageValidator(LIMITS).check(path);
        assertTrue(problems.stream().anyMatch(p -> p.severity() == PackageProblem.Severity.ERROR), "no error found");
    }

    private void assertManifestFails(FailureKind kind, String manifest) {
        assertFails(kind, zip(good(manifest)));
    }

    @Test
    void open_goodPackage_hasNoProblem() {
        Path path = zip(good(HEAD + VIEW + LIGHT + TREE));
        readAll(path);
        List<PackageProblem> problems = new PackageValidator(LIMITS).check(path);
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).toString().contains("covers nothing"), problems.toString());
    }

    @Test
    void open_missingFile_saysSo() {
        assertFails(FailureKind.SOURCE_MISSING, folder.resolve("none.ovp"));
    }

    @Test
    void open_cutShort_isDamaged() throws IOException {
        Path good = zip(good(HEAD + VIEW + LIGHT + TREE));
        byte[] data = Files.readAllBytes(good);
        Path cut = folder.resolve("cut.ovp");
        for (int length = 0; length < data.length; length += 7) {
            Files.write(cut, Arrays.copyOf(data, length));
            FailureException e = assertThrows(FailureException.class, () -> readAll(cut));
            assertEquals(FailureKind.SOURCE_DAMAGED, e.failure().kind(), e.getMessage());
        }
        readAll(good);
    }

    @Test
    void open_flippedBytes_readsTheSameOrFails() throws IOException {
        Path good = zip(good(HEAD + VIEW + LIGHT + TREE));
        byte[] data = Files.readAllBytes(good);
        Path bad = folder.resolve("bad.ovp");
        Random random = new Random(11);
        int failed = 0;
        for (int i = 0; i < 400; i++) {
            byte[] flipped = data.clone();
            flipped[random.nextInt(data.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(bad, flipped);
            SceneStore fresh = new SceneStore(LIMITS, new ByteBoundedCache(1_000_000));
            try {
                OpenScene open = fresh.open("bad.ovp", bad);
                assertArrayEquals(
                        store.open("good.ovp", good).rasters(0).view().argb(),
                        open.rasters(0).view().argb());
            } catch (FailureException e) {
                failed++;
            }
        }
        assertTrue(failed > 150, "only " + failed + " of 400 flips were noticed");
        readAll(good);
    }

    @Test
    void open_dangerousEntryNames_areRefused() {
        for (String name : List.of("../evil.png", "/etc/evil.png", "a/../b.png", "a\\b.png", "C:evil", "a//b", "./a")) {
            Map<String, byte[]> files = good(HEAD + VIEW + LIGHT + TREE);
            files.put(name, new byte[1]);
            assertFails(FailureKind.SOURCE_DAMAGED, zip(files));
        }
    }

    @Test
    void open_sameNameTwice_isRefused() throws IOException {
        Map<String, byte[]> files = good(HEAD + VIEW + LIGHT + TREE);
        files.put("mask.pnh", new byte[1]);
        Path path = zip(files);
        byte[] data = Files.readAllBytes(path);
        byte[] name = "mask.pnh".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + name.length <= data.length; i++) {
            if (Arrays.equals(data, i, i + name.length, name, 0, name.length)) {
                data[i + 7] = 'g';
            }
        }
        Files.write(path, data);
        assertFails(FailureKind.SOURCE_DAMAGED, path);
    }

    @Test
    void open_encryptedEntry_isRefused() throws IOException {
        Path path = zip(good(HEAD + VIEW + LIGHT + TREE));
        byte[] data = Files.readAllBytes(path);
        for (int i = 0; i + 4 < data.length; i++) {
            if (data[i] == 'P' && data[i + 1] == 'K' && data[i + 2] == 1 && data[i + 3] == 2) {
                data[i + 8] |= 1;
            }
        }
        Files.write(path, data);
        assertFails(FailureKind.SOURCE_DAMAGED, path);
    }

    @Test
    void open_tooManyEntries_isRefused() {
        Map<String, byte[]> files = good(HEAD + VIEW + LIGHT + TREE);
        for (int i = 0; i < 20; i++) {
            files.put("f" + i, new byte[1]);
        }
        assertFails(FailureKind.SOURCE_TOO_LARGE, zip(files));
    }

    @Test
    void open_tooLargeFile_isRefused() {
        Map<String, byte[]> files = good(HEAD + VIEW + LIGHT + TREE);
        for (int i = 0; i < 6; i++) {
            byte[] noise = new byte[40_000];
            new Random(i).nextBytes(noise);
            files.put("n" + i, noise);
        }
        assertFails(FailureKind.SOURCE_TOO_LARGE, zip(files));
    }

    @Test
    void open_bombThatOwnsUpToItsSize_isRefused() {
        Map<String, byte[]> files = good(HEAD + VIEW + LIGHT + TREE);
        files.put("view.png", new byte[60_000]);
        assertFails(FailureKind.SOURCE_TOO_LARGE, zip(files));
    }

    @Test
    void open_bombThatLiesAboutItsSize_isRefused() throws IOException {
        Map<String, byte[]> files = good(HEAD + VIEW + LIGHT + TREE);
        files.put("view.png", new byte[60_000]);
        Path path = zip(files);
        byte[] data = Files.readAllBytes(path);
        for (int i = 0; i + 4 < data.length; i++) {
            boolean isCentral = data[i] == 'P' && data[i + 1] == 'K' && data[i + 2] == 1 && data[i + 3] == 2;
            if (isCentral && (data[i + 24] & 0xff) + 256 * (data[i + 25] & 0xff) == 60_000) {
                data[i + 24] = 100;
                data[i + 25] = 0;
            }
        }
        Files.write(path, data);
        FailureException e = assertThrows(FailureException.class, () -> readAll(path));
        assertTrue(e.failure().kind() == FailureKind.SOURCE_TOO_LARGE
                || e.failure().kind() == FailureKind.SOURCE_DAMAGED);
    }

    @Test
    void rasters_hugeDeclaredSize_isRefused() {
        Map<String, byte[]> files = good(HEAD + VIEW + LIGHT + TREE);
        files.put("view.png", RasterEncoder.gray8(200, 51, new byte[200 * 51]));
        assertFails(FailureKind.SOURCE_TOO_LARGE, zip(files));
    }

    @Test
    void rasters_wrongViewSizeOrMissingFileOrNoImage_areDamaged() {
        Map<String, byte[]> files = good(HEAD + VIEW + LIGHT + TREE);
        files.put("view.png", RasterEncoder.gray8(8, 9, new byte[72]));
        assertFails(FailureKind.SOURCE_DAMAGED, zip(files));
        files = good(HEAD + VIEW + LIGHT + TREE);
        files.remove("mask.png");
        assertFails(FailureKind.SOURCE_DAMAGED, zip(files));
        files = good(HEAD + VIEW + LIGHT + TREE);
        files.put("light.png", new byte[] {1, 2, 3});
        assertFails(FailureKind.SOURCE_UNSUPPORTED, zip(files));
    }

    @Test
    void manifest_otherKindVersionOrFeature_isUnsupported() {
        assertManifestFails(FailureKind.SOURCE_UNSUPPORTED, "{\"ovp\":\"2.0\",\"kind\":\"vignette\"}");
        assertManifestFails(FailureKind.SOURCE_UNSUPPORTED, "{\"ovp\":\"1.0\",\"kind\":\"cabinetStyle\"}");
        assertManifestFails(
                FailureKind.SOURCE_UNSUPPORTED, HEAD + "\"requires\":[\"holograms\"]," + VIEW + LIGHT + TREE);
    }

    @Test
    void manifest_thatIsNone_isDamaged() {
        for (String text : List.of("", "[]", "null", "{", "{\"ovp\":\"1.0\",\"ovp\":\"1.0\"}", "\u0000", "{} {}")) {
            assertManifestFails(FailureKind.SOURCE_DAMAGED, text);
        }
        Map<String, byte[]> none = good("");
        none.remove("manifest.json");
        assertFails(FailureKind.SOURCE_DAMAGED, zip(none));
    }

    @Test
    void manifest_depthBombs_areRefused() {
        assertManifestFails(FailureKind.SOURCE_DAMAGED, "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        StringBuilder tree = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            tree.append("{\"group\":\"g\",\"children\":[");
        }
        tree.append("]}".repeat(7));
        assertManifestFails(FailureKind.SOURCE_TOO_LARGE, HEAD + VIEW + LIGHT + "\"tree\":[" + tree + "]}");
    }

    @Test
    void manifest_tooManyObjects_isRefused() {
        StringBuilder tree = new StringBuilder("\"tree\":[");
        for (int i = 0; i < 51; i++) {
            tree.append(i == 0 ? "" : ",")
                    .append("{\"object\":\"o")
                    .append(i)
                    .append("\",\"type\":\"static\",\"mask\":\"mask.png\"}");
        }
        assertManifestFails(FailureKind.SOURCE_TOO_LARGE, HEAD + VIEW + LIGHT + tree + "]}");
    }

    @Test
    void manifest_manyMistakes_areAllReported() {
        String manifest = HEAD + "\"title\":{},\"version\":\"x\",\"views\":1,"
                + "\"view\":{\"image\":\"../view.png\",\"width\":8,\"height\":8,\"printRes\":-1},"
                + "\"illumination\":{\"maps\":[]},\"shading\":{\"shader\":\"best\"},\"levels\":[{\"width\":9,\"height\":1}],"
                + "\"tree\":[{\"object\":\"a/b\",\"type\":\"blob\",\"geometry\":{\"kind\":\"quad\",\"corners\":[[1,2,3]]},"
                + "\"origins\":{\"2\":[0,0]},\"original\":{\"baseColor\":[1,2,300]},\"edge\":\"soft\"},"
                + "{\"group\":\"A/B\"},{\"group\":\"c\",\"imageMap\":[[1,2]]},"
                + "{\"object\":\"C\",\"type\":\"staticOverlap\",\"overlap\":{\"shown\":5,\"z\":1.5}},"
                + "{\"object\":\"w\",\"type\":\"wall\",\"mask\":\"mask.png\",\"panels\":[],"
                + "\"wall\":{\"top\":{},\"middle\":{\"v\":1,\"grow\":\"out\"},\"split\":\"x\"}},"
                + "{\"object\":\"k\",\"type\":\"cabinet\",\"mask\":\"mask.png\",\"panels\":[{\"type\":\"door\","
                + "\"rect\":[1,2,1,3]}]},"
                + "{\"object\":\"f\",\"type\":\"windowFrame\",\"frame\":{\"kind\":\"shutter\",\"rect\":[1,2]}}]}";
        List<String> problems = new PackageValidator(LIMITS)
                .check(zip(good(manifest))).stream()
                        .map(PackageProblem::toString)
                        .toList();
        for (String where : List.of(
                "error: title:",
                "error: version:",
                "warning: views:",
                "error: view.image:",
                "error: view.printRes:",
                "error: illumination.maps:",
                "error: shading.shader:",
                "error: levels[0]:",
                "error: tree[0].object:",
                "error: tree[0].type:",
                "error: tree[0].mask:",
                "error: tree[0].geometry.corners:",
                "error: tree[0].geometry.corners[0]:",
                "error: tree[0].geometry.size:",
                "error: tree[0].origins.2:",
                "error: tree[0].original.baseColor:",
                "error: tree[0].edge:",
                "error: tree[1].group:",
                "error: tree[2].imageMap[0]:",
                "error: tree[3]:",
                "error: tree[3].overlap.image:",
                "error: tree[3].overlap.shown:",
                "error: tree[3].overlap.z:",
                "warning: tree[4].panels:",
                "error: tree[4].wall.top.v:",
                "error: tree[4].wall.middle.grow:",
                "error: tree[4].wall.split:",
                "warning: tree[5].panels[0].type:",
                "error: tree[5].panels[0].rect:",
                "error: tree[6].frame.kind:",
                "error: tree[6].frame.rect:",
                "error: tree[6].overlap:")) {
            assertTrue(problems.stream().anyMatch(p -> p.startsWith(where)), where + " not in " + problems);
        }
        assertManifestFails(FailureKind.SOURCE_DAMAGED, manifest);
    }

    @Test
    void manifest_randomlyMangled_readsOrFails() {
        String good = HEAD + VIEW + LIGHT + TREE;
        Random random = new Random(31);
        String[] scraps = {"{", "}", "[", "]", "\"", ":", ",", "-1", "1e999", "null", "true", "\\u0000", "é", "\"x\":"};
        int failed = 0;
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                text.replace(
                        at, Math.min(text.length(), at + random.nextInt(4)), scraps[random.nextInt(scraps.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            ManifestText reader = new ManifestText(LIMITS);
            for (boolean yaml : new boolean[] {false, true}) {
                try {
                    Problems problems = new Problems();
                    var tree = yaml ? reader.yaml("m", bytes) : reader.json("m", bytes);
                    Scene scene = new ManifestReader("m", LIMITS).read(tree, problems);
                    assertFalse(scene.levels().isEmpty());
                } catch (FailureException e) {
                    failed++;
                }
            }
        }
        assertTrue(failed > 200, failed + " failures");
    }

    @Test
    void check_masksThatAddUpToTooMuch_areReported() throws IOException {
        ScenePackageBuilder scene = new ScenePackageBuilder(8, 8);
        Path path = scene.tree(
                        scene.object("a", ObjectType.STATIC, scene.mask("a", box(1, 1, 4, 4))),
                        scene.object("b", ObjectType.STATIC, scene.mask("b", box(4, 4, 4, 4))))
                .write(folder.resolve("sum.ovp"))
                .path();
        List<PackageProblem> problems = new PackageValidator(RenderLimits.standard()).check(path);
        assertEquals("masks", problems.get(0).where());
        assertTrue(problems.get(0).what().endsWith("at 4,4"), problems.toString());
    }
}
