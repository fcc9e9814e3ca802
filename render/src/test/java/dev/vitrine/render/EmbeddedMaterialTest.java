package dev.vitrine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.CatalogDefaults;
import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.catalog.resolve.ResolvedRequest;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.catalog.resolve.Vignette;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.MaterialSource;
import dev.vitrine.core.request.Part;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.ObjectType;
import dev.vitrine.render.scene.PackageProblem;
import dev.vitrine.render.scene.PackageValidator;
import dev.vitrine.render.scene.ScenePackageBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Materials that a package brings along, from a package on disk to pixels. */
class EmbeddedMaterialTest {
    private static final int RED = 0xffc81414;
    private static final int BLUE = 0xff1414c8;

    private final RenderEngine engine = new RenderEngine(RenderLimits.standard());

    @TempDir
    Path folder;

    private Vignette vignette;

    @BeforeEach
    void pack() {
        ScenePackageBuilder scene = new ScenePackageBuilder(40, 20);
        var mask = scene.mask("seat", ScenePackageBuilder.box(0, 0, 40, 20));
        var quad = new Geometry.Quad(
                List.of(new RealPair(0, 0), new RealPair(40, 0), new RealPair(40, 20), new RealPair(0, 20)), 40, 20, 0);
        scene.tree(scene.object("seat", ObjectType.FLAT, mask, quad));
        PixelBuffer halves = Ask.flat(20, 20, RED);
        for (int i = 0; i < 400; i++) {
            halves.argb()[i] = i % 20 < 10 ? RED : BLUE;
        }
        byte[] file = RasterEncoder.picture(halves, false);
        scene.material("Linen", file, Map.of("res", "2", "baseColor", "200,20,20", "type", "17"));
        scene.material("Plaid", file, Map.of("Resolution", "1", "anchor", "10,0", "gloss", "-1"));
        SourceFile found = scene.write(folder.resolve("box.ovp"));
        vignette = new Vignette("demo/box", found, Optional.empty(), 0);
    }

    private static Material.Embedded embedded(MaterialSource source, CommandValues commands, Part part) {
        CatalogDefaults defaults = new CatalogDefaults(1, 0, Optional.empty());
        return new Material.Embedded(source, part, commands, defaults, Optional.empty(), true);
    }

    private PixelBuffer render(MaterialSource source, CommandValues commands, Part part) {
        ResolvedRequest r =
                Ask.ask().obj("seat", embedded(source, commands, part)).request();
        ResolvedRequest placed = new ResolvedRequest(
                r.kind(),
                r.catalog(),
                Optional.of(vignette),
                r.userData(),
                r.segments(),
                r.onFailObject(),
                r.onFailPick(),
                r.showOverlapObjects(),
                r.reply(),
                r.groupLevel(),
                r.call(),
                r.warnings());
        Rendered reply = engine.answer(placed, Deadline.never(), Instant.EPOCH);
        return new Decoder(1000).picture(new SourceBytes("reply", reply.body()));
    }

    private PixelBuffer render(MaterialSource source) {
        return render(source, CommandValues.none(), Part.WHOLE);
    }

    @Test
    void embedded_byNameOrIndex_wearsItsOwnDefaults() {
        PixelBuffer linen = render(new MaterialSource.EmbeddedName("Linen"));
        assertEquals(RED, linen.at(2, 5));
        assertEquals(BLUE, linen.at(7, 5));
        PixelBuffer plaid = render(new MaterialSource.EmbeddedIndex(1));
        assertEquals(BLUE, plaid.at(2, 5));
        assertEquals(RED, plaid.at(15, 5));
    }

    @Test
    void embedded_commandsOfTheSegment_win() {
        CommandValues commands = CommandValues.builder()
                .put(RenderCommands.RES, 1.0)
                .put(RenderCommands.COLOR, new dev.vitrine.core.value.Color(100, 120, 20))
                .build();
        PixelBuffer out = render(new MaterialSource.EmbeddedName("Linen"), commands, Part.WHOLE);
        assertEquals(0xff647814, out.at(2, 5));
        assertEquals(0xff0078c8, out.at(17, 5));
    }

    @Test
    void embedded_inADecalSegment_isADecal() {
        PixelBuffer out = render(new MaterialSource.EmbeddedName("Linen"), CommandValues.none(), Part.DECAL);
        assertEquals(BLUE, out.at(2, 2));
        assertEquals(0xff808080, out.at(8, 2));
    }

    @Test
    void embedded_unknown_saysWhatIsThere() {
        assertUnknown(new MaterialSource.EmbeddedName("Linnen"), ": did you mean 'Linen'?");
        assertUnknown(new MaterialSource.EmbeddedName("plaid"), ": did you mean 'Plaid'?");
        assertUnknown(new MaterialSource.EmbeddedName("entirely else"), "'entirely else'.");
        assertUnknown(new MaterialSource.EmbeddedIndex(2), "'2': it has 2");
    }

    private void assertUnknown(MaterialSource source, String message) {
        FailureException e = assertThrows(FailureException.class, () -> render(source));
        assertEquals(FailureKind.UNKNOWN_EMBEDDED, e.failure().kind());
        assertTrue(e.failure().message().contains(message), e.failure().message());
    }

    @Test
    void check_badAttributes_areListed() {
        assertEquals(List.of(), check("ok", Map.of("bgc", "010203", "Size", "3,4", "rs", "U1")));
        List<String> problems =
                check("bad", Map.of("res", "many", "colour", "3", "baseColor", "300,0,0", "repeat", "20"));
        assertEquals(4, problems.size(), problems::toString);
        assertTrue(problems.toString().contains("materials[0].res: is not understood"), problems::toString);
        assertTrue(problems.toString().contains("materials[0].colour: is not a known key"), problems::toString);
        ScenePackageBuilder scene = new ScenePackageBuilder(4, 4).material("none", new byte[] {1, 2, 3}, Map.of());
        String text = check(scene).toString();
        assertTrue(text.contains("material none"), text);
    }

    private List<String> check(String name, Map<String, String> attributes) {
        byte[] file = RasterEncoder.picture(Ask.flat(2, 2, RED), false);
        return check(new ScenePackageBuilder(4, 4).material(name, file, attributes));
    }

    private List<String> check(ScenePackageBuilder scene) {
        SourceFile file = scene.write(folder.resolve("checked.ovp"));
        return new PackageValidator(RenderLimits.standard())
                .check(file.path()).stream().map(PackageProblem::toString).toList();
    }
}
