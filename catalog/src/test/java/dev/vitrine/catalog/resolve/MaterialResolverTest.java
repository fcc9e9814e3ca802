package dev.vitrine.catalog.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.request.MaterialSource;
import dev.vitrine.core.request.Part;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.DecalSize;
import dev.vitrine.core.value.RealPair;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialResolverTest extends ReaderTestBase {
    @Test
    void solid_color() {
        assertEquals(
                new Material.Solid(new Color(1, 2, 3), new Look(-1, -1, -1, 0, 100, 0, List.of(), Optional.empty())),
                material("color=1,2,3"));
    }

    @Test
    void solid_ofARecord_commandWins() {
        Material.Solid own = (Material.Solid) material("src=sage");
        assertEquals("9caf94", own.color().toString());
        assertEquals(20, own.look().gloss());
        assertEquals(6, own.look().type());
        assertEquals(
                "000001",
                ((Material.Solid) material("src=sage&color=000001")).color().toString());
    }

    @Test
    void texture_file_defaults() {
        Material.Texture texture = texture("src=linen.jpg");
        assertEquals(source("c/linen.jpg"), file(texture.image()).path());
        assertEquals("linen.jpg", file(texture.image()).name());
        assertEquals(60, texture.resolution());
        assertEquals(0, texture.repeat());
        assertEquals(Anchor.topLeft(), texture.anchor());
        assertEquals(0, texture.align());
        assertEquals(0, texture.rotation());
        assertEquals(Optional.empty(), texture.colorize());
        assertEquals(Color.gray(128), texture.paint());
        assertEquals(new Look(-1, -1, -1, 0, 100, 1, List.of(), Optional.empty()), texture.look());
    }

    @Test
    void texture_record_fieldsWinOverAttributes() {
        Material.Texture texture = texture("src=linen");
        assertEquals(80, texture.resolution());
        assertEquals(new Anchor.Pixels(3, 4), texture.anchor());
        assertEquals("112233", texture.paint().toString());
        assertEquals(new Look(-1, 10, -1, 17, 100, 1, List.of("U1"), Optional.empty()), texture.look());
    }

    @Test
    void texture_commands_winOverFields() {
        Material.Texture texture =
                texture("src=cat/linen&res=300&anchorN=0.5,0&bgc=0,0,1&color=0,0,2&gloss=70&type=3&rs=U9"
                        + "&rotate=45&opac=40&illum=2&sharp=0&rough=5&align=4");
        assertEquals(300, texture.resolution());
        assertEquals(new Anchor.Normalized(0.5, 0), texture.anchor());
        assertEquals(Optional.of(new Colorize(new Color(0, 0, 1), new Color(0, 0, 2))), texture.colorize());
        assertEquals(new Color(0, 0, 2), texture.paint());
        assertEquals(45, texture.rotation());
        assertEquals(4, texture.align());
        assertEquals(new Look(2, 70, 5, 3, 40, 0, List.of("U9", "U1"), Optional.empty()), texture.look());
    }

    @Test
    void texture_colorize_onlyWithAColor() {
        assertEquals(Optional.empty(), texture("src=linen.jpg&bgc=0,0,1").colorize());
        assertEquals(new Color(0, 0, 1), texture("src=linen.jpg&bgc=0,0,1").paint());
        assertEquals(
                Optional.of(new Colorize(Color.gray(128), new Color(0xaa, 0xbb, 0xcc))),
                texture("src=tinted").colorize());
    }

    @ParameterizedTest
    @CsvSource({
        "src=linen&res=10.053222945002956, 10.053222945002956",
        "src=linen&res=0, 80",
        "src=linen&res=-5, 80",
        "src=tinted, 60",
        "src=tinted&res=0, 60",
        "src=linen.jpg, 60",
        "src=linen.jpg&res=7, 7"
    })
    void texture_resolution_precedence(String commands, double expected) {
        assertEquals(expected, texture(commands).resolution());
    }

    @Test
    void texture_renderSettings_strongestFirst() {
        folder.file("default.ini", CatalogFolder.DEFAULTS + "RenderSettings=D3\n");
        assertEquals(
                List.of("R1", "U1", "D3"), texture("src=linen&rs=R1").look().settings());
        assertEquals(List.of("D3"), texture("src=tinted").look().settings());
        assertEquals(
                List.of("R1", "D3"),
                ((Material.Solid) material("color=1,2,3&rs=R1")).look().settings());
    }

    @Test
    void texture_repeatAlignAndGrout_areHandedOn() {
        Material.Texture texture = texture("src=linen&repeat=3&align=2&grout=10,20,30,0.5");
        assertEquals(3, texture.repeat());
        assertEquals(2, texture.align());
        assertEquals(Optional.of(new Grouting(new Color(10, 20, 30), 0.5, 0)), texture.grout());
        assertEquals(
                Optional.of(new Grouting(Color.gray(9), 0, 0)),
                texture("src=linen&grout=9").grout());
        assertEquals(Optional.empty(), texture("src=linen").grout());
    }

    @ParameterizedTest
    @CsvSource({
        "src=linen, c/linen.jpg",
        "src=cat/linen, c/linen.jpg",
        "src=/cat/linen, c/linen.jpg",
        "src=a/b, c/linen.jpg",
        "src=cat/a/b, c/linen.jpg",
        "src=linen.jpg, c/linen.jpg",
        "src=sub/deep.jpg, c/sub/deep.jpg",
        "src=cat/sub/deep.jpg, c/sub/deep.jpg",
        "src=cat%2flinen, c/linen.jpg"
    })
    void lookup_recordOrFile(String commands, String expected) {
        assertEquals(source(expected), file(texture(commands).image()).path());
    }

    @Test
    void lookup_recordOfTheDefaultCatalog_liesBelowItsRoot() {
        folder.file("default.ini", CatalogFolder.DEFAULTS + "CatalogFile=d.txt\n")
                .table("d.txt", "Id|Path\nshared|top.jpg\n");
        Material.Texture texture = texture("src=shared");
        assertEquals(source("top.jpg"), file(texture.image()).path());
        assertEquals(50, texture.resolution());
        assertEquals(source("top.jpg"), file(texture("src=cat/shared").image()).path());
    }

    @Test
    void decal_defaults() {
        Material.Decal decal = decal("src=linen.jpg");
        assertEquals(DecalSize.FROM_RESOLUTION, decal.size());
        assertEquals(60, decal.resolution());
        assertEquals(Anchor.center(), decal.anchor());
        assertEquals(new RealPair(0, 0), decal.position());
        assertEquals(0, decal.rotation());
        assertEquals(Optional.empty(), decal.colorize());
    }

    @Test
    void decal_commandsAndFields() {
        Material.Decal decal = decal("src=linen&size=0,5,1&pos=1,-2&rotate=20");
        assertEquals(new DecalSize(0, 5, 1), decal.size());
        assertEquals(new Anchor.Pixels(3, 4), decal.anchor());
        assertEquals(new RealPair(1, -2), decal.position());
        assertEquals(20, decal.rotation());
    }

    @Test
    void decal_withoutImage_isLeftOut() {
        ResolvedRequest resolved = resolve("cat/plain?obj=x&decal&src=sage");
        assertEquals(
                List.of(Optional.empty()),
                resolved.segments().stream()
                        .filter(s -> s.part() == Part.DECAL)
                        .map(ResolvedSegment::material)
                        .toList());
        assertEquals(
                WarningKind.MATERIAL_NOT_APPLIED, resolved.warnings().get(0).kind());
    }

    @Test
    void noAttribute_noMaterial_noWarning() {
        ResolvedRequest resolved = resolve("cat/plain?obj=x&show&obj=y");
        assertTrue(resolved.segments().stream().allMatch(s -> s.material().isEmpty()));
        assertEquals(List.of(), resolved.warnings());
    }

    @ParameterizedTest
    @CsvSource({"opac=50", "src=nothing", "bgc=1,2,3", "res=40"})
    void neitherImageNorColor_isLeftOutWithAWarning(String commands) {
        ResolvedRequest resolved = resolve("cat/plain?obj=a/b&" + commands);
        assertTrue(resolved.segments().get(0).material().isEmpty());
        assertEquals(
                List.of(Warning.of(
                        WarningKind.MATERIAL_NOT_APPLIED, "a/b", "neither src= nor color= says what it wears")),
                resolved.warnings());
    }

    @Test
    void embedded_waitsForThePackage_withTheSegmentsWishes() {
        folder.file("default.ini", CatalogFolder.DEFAULTS + "RenderSettings=D3\n");
        Material.Embedded embedded = embedded("decal&srcE=brick&gloss=70");
        assertEquals(new MaterialSource.EmbeddedName("brick"), embedded.source());
        assertEquals(Part.DECAL, embedded.part());
        assertEquals(new CatalogDefaults(60, 1, Optional.of("D3")), embedded.defaults());
        assertEquals(Optional.of(70.0), embedded.commands().find(RenderCommands.GLOSS));
        assertEquals(embedded, embedded("decal&srcE=brick&gloss=70"));
        assertEquals(new MaterialSource.EmbeddedIndex(2), embedded("srcN=2").source());
    }

    private Material.Embedded embedded(String commands) {
        return resolve("cat/plain?obj=x&" + commands).segments().stream()
                .flatMap(segment -> segment.material().stream())
                .map(Material.Embedded.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void style_record_hasTheImageBesideIt() {
        folder.table("m.txt", "Id|Path|AuxPath|Resolution|Color\ncab|linen.jpg|style.vnc|40|112233\n")
                .sources("c/style.ovc");
        Material.Style style = style("src=cab&flags=1");
        assertEquals(source("c/style.ovc"), style.file().path());
        assertEquals(
                source("c/linen.jpg"),
                file(style.texture().orElseThrow().image()).path());
        assertEquals(40, style.texture().orElseThrow().resolution());
        assertEquals("112233", style.color().orElseThrow().toString());
        assertTrue(style.glassDoors());
        assertEquals(OptionalDouble.empty(), style.resolution());
    }

    @Test
    void style_file_goesWithASecondSource() {
        folder.sources("c/style.ovc").sources("c/drape.ovw");
        Material.Style alone = style("src=style.vnc&res=30&opac=40");
        assertEquals(Optional.empty(), alone.texture());
        assertEquals(Optional.empty(), alone.color());
        assertEquals(OptionalDouble.of(30), alone.resolution());
        assertEquals(40, alone.look().opacity());
        Material.Style both = style("src=drape.vnw,linen.jpg&res=30&color=1,2,3&flags=2");
        assertEquals(source("c/drape.ovw"), both.file().path());
        assertEquals(
                source("c/linen.jpg"),
                file(both.texture().orElseThrow().image()).path());
        assertEquals(30, both.texture().orElseThrow().resolution());
        assertEquals(new Color(1, 2, 3), both.color().orElseThrow());
        assertFalse(both.glassDoors());
    }

    @Test
    void style_nestedSecondSource_isTheTexture() {
        folder.sources("c/style.ovc");
        Material.Style style = style("src=style.vnc,ir{cat/plain?obj=y}");
        assertInstanceOf(ImageSource.Nested.class, style.texture().orElseThrow().image());
    }

    @Test
    void style_oddCombinations_failOrWarn() {
        folder.sources("c/style.ovc");
        assertFails(FailureKind.BAD_VALUE, "cat/plain?obj=x&src=style.ovc,style.ovc");
        assertFails(FailureKind.UNKNOWN_MATERIAL, "cat/plain?obj=x&src=style.ovc,nowhere.jpg");
        ResolvedRequest plain = resolve("cat/plain?obj=x&src=linen.jpg,linen.jpg");
        assertInstanceOf(
                Material.Texture.class, plain.segments().get(0).material().orElseThrow());
        assertTrue(plain.warnings().stream().anyMatch(w -> w.kind() == WarningKind.IGNORED));
    }

    @Test
    void glossMap_isAnImageOfAnyKind() {
        ImageSource file =
                texture("src=linen&glossmap=sub/deep.jpg").look().glossMap().orElseThrow();
        assertEquals(source("c/sub/deep.jpg"), file(file).path());
        ImageSource.File linen = assertInstanceOf(
                ImageSource.File.class,
                texture("src=linen&glossmap=linen").look().glossMap().orElseThrow());
        assertEquals(file(texture("src=linen").image()), linen.file());
        assertEquals(Optional.empty(), linen.colors(), "its samples are numbers");
        ImageSource nested = texture("src=linen&glossmap=is{top.jpg?wid=20}")
                .look()
                .glossMap()
                .orElseThrow();
        assertInstanceOf(ImageSource.Served.class, nested);
        assertFails(FailureKind.UNKNOWN_MATERIAL, "cat/plain?obj=x&src=linen&glossmap=missing.png");
    }

    @Test
    void glossMap_ofPaint_isNotLookedFor() {
        assertInstanceOf(Material.Solid.class, material("color=1,2,3&glossmap=missing.png"));
    }

    private Material.Style style(String commands) {
        return assertInstanceOf(Material.Style.class, material(commands));
    }

    private Material.Texture texture(String commands) {
        return assertInstanceOf(Material.Texture.class, material(commands));
    }

    private Material.Decal decal(String commands) {
        return resolve("cat/plain?obj=x&decal&" + commands).segments().stream()
                .flatMap(segment -> segment.material().stream())
                .map(Material.Decal.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static SourceFile file(ImageSource image) {
        return assertInstanceOf(ImageSource.File.class, image).file();
    }
}
