package dev.vitrine.catalog.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvenanceTest extends ReaderTestBase {
    @Test
    void provenance_commands_nameRecordMacroAndUrl() {
        assertEquals(
                List.of(
                        "wid=200: the modifier of 'sofa' of catalog 'cat'; does not count: later comes 'wid=77'",
                        "qlt=50: the modifier of 'sofa' of catalog 'cat'",
                        "wid=77: macro 'thumb' of catalog 'cat', in the URL",
                        "fmt=png: macro 'thumb' of catalog 'cat', in the URL"),
                lines("cat/sofa?$thumb$").subList(0, 4));
    }

    @Test
    void provenance_attributes_nameCatalogDefaultCatalogOrUs() {
        List<String> lines = lines("cat/sofa?fmt=png");
        assertHas(lines, "Expiration=12.0 hours: catalog 'cat'");
        assertHas(lines, "MaxPix=2000,1000: the default catalog");
        assertHas(lines, "Format=JPEG: the default catalog; does not count: the request says fmt=");
        folder.file("default.ini", "Resolution=9\n");
        assertHas(lines("cat/sofa"), "MaxPix=4000,4000: built in");
    }

    @Test
    void provenance_materials_nameRecordOrCommand() {
        List<String> lines = lines("cat/sofa?obj=x&src=cat/linen&res=5&obj=y&src=cat/tinted");
        assertHas(
                lines,
                "segment 1 Resolution=80.0: the record 'linen' of catalog 'cat'; does not count: the request says res=");
        assertHas(lines, "segment 1 Gloss=10.0: the record 'linen' of catalog 'cat'");
        assertHas(lines, "segment 2 Resolution=60.0: catalog 'cat'");
    }

    @Test
    void provenance_rule_isNamedAndSoIsWhatItOverrides() {
        folder.file("cat.ini", "RootId=cat\nRuleSetFile=r.xml\n")
                .file("r.xml", "<ruleset><rule Name='small' MaxPix='50,60'/></ruleset>");
        List<String> lines = lines("cat/sofa");
        assertEquals("rule 'small' matched", lines.get(0));
        assertHas(lines, "MaxPix=50,60: a rule");
    }

    @Test
    void provenance_unreadableRequest_isStillTold() {
        PreparedRequest prepared = prepare("cat/sofa?wid=undefined&%zz=1");
        List<String> lines = reader().provenance(prepared, Optional.empty());
        assertHas(lines, "wid=undefined: the URL");
    }

    private List<String> lines(String url) {
        return reader().provenance(prepare(url), Optional.of(parse(url)));
    }

    private static void assertHas(List<String> lines, String line) {
        assertTrue(lines.contains(line), () -> line + " not in " + String.join("\n", lines));
    }
}
