package dev.vitrine.render.scene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.shade.LightInversion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OraImporterTest {
    private static final String STACK = """
            <?xml version="1.0" encoding="UTF-8"?>
            <image w="40" h="30"><stack>
              <layer name="notes" src="data/small.png"/>
              <layer name="overlap:extras/lamp@30" src="data/small.png" x="4" y="3"/>
              <stack x="10" y="5">
                <layer name="uv:sofa/seat@78x30" src="data/small.png" x="1"/>
                <layer name="mask:sofa/seat" src="data/small.png" x="1"/>
              </stack>
              <layer name="view" src="data/view.png"/>
            </stack></image>
            """;

    @TempDir
    private Path folder;

    private Path ora(String stack) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("stack.xml", stack.getBytes(UTF_8));
        files.put("data/view.png", RasterEncoder.picture(ScenePackageBuilder.flat(40, 30, 0xff806040), false));
        files.put("data/small.png", RasterEncoder.picture(ScenePackageBuilder.flat(8, 8, 0xff404040), true));
        Path file = folder.resolve("drawing.ora");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private List<String> unpack(String stack, String into) throws IOException {
        return new OraImporter(RenderLimits.standard()).unpack(ora(stack), folder.resolve(into));
    }

    @Test
    void unpack_namedLayers_canBePacked() throws IOException {
        List<String> remarks = unpack(STACK, "spec");
        assertEquals(2, remarks.size(), remarks.toString());
        assertTrue(remarks.get(0).contains("'notes' is left out"), remarks.toString());
        PackSpec.Draft draft = PackSpec.Draft.read(folder.resolve("spec"), RenderLimits.standard());
        PackSpec spec = PackSpec.of(draft, RenderLimits.standard(), new LightInversion(), line -> {});
        assertFalse(spec.problems().hasErrors(), spec.problems().all().toString());
        Map<String, SceneObject> objects =
                SceneLayers.objects(spec.source().scene().root());
        assertEquals(List.of("sofa/seat", "extras/lamp"), List.copyOf(objects.keySet()));
        SceneObject seat = objects.get("sofa/seat");
        assertEquals(new Layer("data/small.png", 11, 5, -1, 0), seat.mask().orElseThrow());
        assertEquals(
                new Geometry.Range(0, 78, 0, 30),
                ((Geometry.Uv) seat.geometry()).range().orElseThrow());
        assertEquals(30, objects.get("extras/lamp").overlap().orElseThrow().z());
        PackReport report = new Packer(RenderLimits.standard(), new LightInversion())
                .pack(folder.resolve("spec"), folder.resolve("x.ovp"), line -> {});
        assertTrue(report.isWritten(), report.problems().toString());
    }

    @Test
    void unpack_badStacks_areRefused() {
        String entity = STACK.replace("<image", "<!DOCTYPE image [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><image");
        assertThrows(FailureException.class, () -> unpack(entity, "a"));
        assertThrows(FailureException.class, () -> unpack(STACK.replace("name=\"view\"", "name=\"photo\""), "b"));
        assertThrows(
                FailureException.class,
                () -> unpack(STACK.replace("src=\"data/view.png\"", "src=\"../view.png\""), "c"));
        assertThrows(FailureException.class, () -> unpack(STACK.replace("x=\"10\"", "x=\"99999999999\""), "d"));
        assertThrows(
                FailureException.class,
                () -> unpack("<image>" + "<stack>".repeat(100) + "</stack>".repeat(100) + "</image>", "e"));
        assertThrows(FailureException.class, () -> unpack(STACK.substring(0, 200), "f"));
        assertFalse(Files.exists(folder.resolve("a/scene.yaml")));
    }

    /** Whatever a stack holds, it is read or refused. */
    @Test
    void read_mangledStacks_failInOneWay() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            byte[] mangled = STACK.getBytes(UTF_8);
            for (int k = 0; k <= i % 5; k++) {
                mangled[random.nextInt(mangled.length)] = (byte) random.nextInt(256);
            }
            try {
                assertTrue(OraStack.read("x", mangled).layers().size() <= 6);
            } catch (FailureException e) {
                assertTrue(e.failure().message().contains("x"));
            }
        }
    }
}
