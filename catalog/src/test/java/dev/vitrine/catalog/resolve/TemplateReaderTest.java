package dev.vitrine.catalog.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.request.ParsedRequest;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.core.value.ItemRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateReaderTest extends ReaderTestBase {
    @Test
    void parse_modifier_losesAgainstTheUrl() {
        assertEquals(Optional.of(200), parse("cat/sofa").view().find(RenderCommands.WID));
        assertEquals(Optional.of(300), parse("cat/sofa?wid=300").view().find(RenderCommands.WID));
        assertEquals(
                50,
                parse("cat/sofa?wid=300")
                        .view()
                        .find(RenderCommands.QLT)
                        .orElseThrow()
                        .quality());
    }

    @Test
    void parse_vignetteCommand_bringsItsModifier() {
        ParsedRequest parsed = parse("cat?vignette=sofa&wid=300");
        assertEquals(50, parsed.view().find(RenderCommands.QLT).orElseThrow().quality());
        assertEquals(Optional.of(300), parsed.view().find(RenderCommands.WID));
    }

    @Test
    void parse_macro_isTheSessionCatalogs() {
        assertEquals(Optional.of(77), parse("cat/plain?$thumb$").view().find(RenderCommands.WID));
        assertEquals(Optional.of(77), parse("cat/plain?wid=5&$thumb$").view().find(RenderCommands.WID));
        assertEquals(Optional.of(5), parse("cat/plain?$Thumb$&wid=5").view().find(RenderCommands.WID));
        assertEquals(Optional.empty(), parse("top.ovp?$thumb$").view().find(RenderCommands.WID));
    }

    @Test
    void parse_template_takesVariablesOfTheUrl() {
        templates("tmpl||$vig=plain&$color=1,2,3&vignette=cat/$vig$&obj=x&color=$color$");
        assertEquals("cat/plain", vignette("cat/tmpl"));
        assertEquals("cat/sofa", vignette("cat/tmpl?$vig=sofa"));
        assertEquals(Optional.of(200), parse("cat/tmpl?$vig=sofa").view().find(RenderCommands.WID));
        assertEquals("c/sofa.ovp", resolvedFile("cat/tmpl?$vig=sofa"));
    }

    @Test
    void parse_secondRecordsModifier_goesInFrontOfTheTemplates() {
        templates("tmpl||vignette=cat/sofa&wid=400", "other|sofa.ovp|wid=5&hei=6");
        assertEquals(Optional.of(400), parse("cat/tmpl").view().find(RenderCommands.WID));
        assertEquals(
                50,
                parse("cat/tmpl").view().find(RenderCommands.QLT).orElseThrow().quality());
        assertEquals(
                Optional.of(400), parse("cat/tmpl?vignette=cat/other").view().find(RenderCommands.WID));
        assertEquals(Optional.of(6), parse("cat/tmpl?vignette=cat/other").view().find(RenderCommands.HEI));
    }

    @Test
    void parse_chainOfTemplates_leadsToTheLast() {
        templates(
                "one||vignette=cat/two&hei=1",
                "two||vignette=cat/three&wid=2&hei=2",
                "three||$v=sofa&vignette=cat/$v$&wid=3&qlt=33");
        ParsedRequest parsed = parse("cat/one");
        assertEquals(
                "cat/sofa",
                parsed.view().find(RenderCommands.VIGNETTE).orElseThrow().text());
        assertEquals(Optional.of(1), parsed.view().find(RenderCommands.HEI));
        assertEquals(Optional.of(2), parsed.view().find(RenderCommands.WID));
        assertEquals(33, parsed.view().find(RenderCommands.QLT).orElseThrow().quality());
        assertEquals("cat/plain", vignette("cat/one?$v=plain"));
    }

    @Test
    void parse_templateWithAFileOfItsOwn_staysThere() {
        templates("tmpl|sofa.ovp|wid=9", "both|sofa.ovp|vignette=cat/plain");
        assertEquals(Optional.empty(), parse("cat/tmpl").view().find(RenderCommands.VIGNETTE));
        assertEquals("cat/plain", vignette("cat/both"));
    }

    @Test
    void parse_templatesInACircle_endTheRequest() {
        templates("one||vignette=cat/two", "two||vignette=cat/one", "self||vignette=cat/self");
        assertFails(FailureKind.MALFORMED_REQUEST, "cat/one");
        assertFails(FailureKind.MALFORMED_REQUEST, "cat/self");
        assertFails(FailureKind.MALFORMED_REQUEST, "cat?vignette=self");
    }

    @Test
    void resolve_templateWithoutVignette_fails() {
        templates("tmpl||wid=5");
        assertFails(FailureKind.NO_VIGNETTE, "cat/tmpl");
    }

    @Test
    void resolve_templatesUserData_winsOverTheVignettes() {
        templates("tmpl||vignette=cat/sofa|from template", "quiet||vignette=cat/sofa");
        assertEquals(
                Optional.of("from template"), resolve("cat/tmpl?req=userdata").userData());
        assertEquals(Optional.of("Sofa"), resolve("cat/quiet?req=userdata").userData());
    }

    @Test
    void resolve_userData_needsNoVignette() {
        templates("note||wid=5|of no vignette", "lost|nowhere.ovp||of a lost one", "silent||wid=5");
        assertEquals(
                Optional.of("of no vignette"), resolve("cat/note?req=userdata").userData());
        assertEquals(
                Optional.of("of a lost one"), resolve("cat/lost?req=userdata").userData());
        assertEquals(Optional.empty(), resolve("cat/silent?req=userdata").userData());
        assertEquals(Optional.empty(), resolve("cat/nothing?req=userdata").userData());
    }

    @Test
    void parse_item_isThePathsEvenWhenVignetteWins() {
        assertEquals(
                Optional.of(new ItemRef(List.of("cat", "plain"))),
                parse("cat/plain?vignette=cat/sofa").item());
    }

    @Test
    void parse_addressFilter_refuses() {
        folder.file("cat.ini", "RootId=cat\nClientAddressFilter=10.0.0.0/8\n");
        RawRequest near = raw("cat/x");
        RawRequest far =
                new RawRequest(near.dialect(), near.path(), near.query(), new Visitor("203.0.113.7", "test", false));
        PreparedRequest prepared = reader().prepare(far, session("cat/x"));
        FailureException failure = assertThrows(FailureException.class, () -> reader().parse(prepared));
        assertEquals(FailureKind.ADDRESS_REFUSED, failure.failure().kind());
        assertEquals(Optional.empty(), parse("cat/x").view().find(RenderCommands.WID));
    }

    private void templates(String... rows) {
        folder.table(
                "v.txt",
                "Id|Path|Modifier|UserData\nsofa|sofa.ovp|wid=200&qlt=50|Sofa\nplain|sofa.ovp\n"
                        + String.join("\n", rows));
    }

    private String vignette(String url) {
        return parse(url).view().find(RenderCommands.VIGNETTE).orElseThrow().text();
    }

    private String resolvedFile(String url) {
        return folder.resources()
                .toAbsolutePath()
                .relativize(resolve(url).vignette().orElseThrow().file().path())
                .toString();
    }
}
