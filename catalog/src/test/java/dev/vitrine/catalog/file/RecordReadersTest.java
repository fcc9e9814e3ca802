package dev.vitrine.catalog.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.MacroSet;
import dev.vitrine.catalog.model.MaterialRecord;
import dev.vitrine.catalog.model.ProfileRecord;
import dev.vitrine.catalog.model.VignetteRecord;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.DecalSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReadersTest {
    private final ProblemLog log = new ProblemLog();

    @Test
    void materials_everyField() {
        MaterialRecord record = materials(
                        "id|TIMESTAMP|Expiration|Path|AuxPath|Resolution|Anchor|Color|BaseColor|Illum|Gloss"
                                + "|Roughness|Type|Sharp|Repeat|Alignment|Size|GroutWidth|RenderSettings|.Note\n"
                                + "m1|5|-1|a.jpg|b.vnc|60|3,-4|0x010203|80ff00|2|55|40|17|3|19|6|12,3,0.5|0.25|U2|whatever")
                .get("m1");
        assertEquals(
                new MaterialRecord(
                        "m1",
                        Optional.of("a.jpg"),
                        Optional.of("b.vnc"),
                        Optional.of(60.0),
                        Optional.of(new Anchor.Pixels(3, -4)),
                        Optional.of(new Color(1, 2, 3)),
                        Optional.of(new Color(128, 255, 0)),
                        Optional.of(2),
                        Optional.of(55.0),
                        Optional.of(40.0),
                        Optional.of(17),
                        Optional.of(3),
                        Optional.of(19),
                        Optional.of(6),
                        Optional.of(new DecalSize(12, 3, 0.5)),
                        Optional.of(0.25),
                        Optional.of("U2"),
                        Optional.of(Expiration.NEVER),
                        Optional.of(5L)),
                record);
        assertEquals(List.of(), log.all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "TimeStamp; soon",
                "Expiration; -7",
                "Resolution; fine",
                "Anchor; 3",
                "Anchor; 1.5,2",
                "Color; red",
                "BaseColor; 12345",
                "Illum; 3",
                "Gloss; 101",
                "Roughness; x",
                "Type; 20",
                "Sharp; 4",
                "Repeat; -1",
                "Alignment; 7",
                "Size; 1,2,3,4",
                "Size; -1,2"
            })
    void materials_badField_isAWarningAndAbsent(String column, String value) {
        Map<String, MaterialRecord> good = materials("Id|" + column + "\nm|");
        Map<String, MaterialRecord> bad = materials("Id|" + column + "\nm|" + value);
        assertEquals(good, bad);
        assertEquals(1, log.all().size());
        assertEquals(2, log.all().get(0).line());
        assertTrue(!log.all().get(0).isError());
        assertTrue(
                log.all().get(0).message().contains(column + " '" + value + "' is ignored"),
                log.all().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0,5,1; 0; 5; 1", "12; 12; 0; 0", "12,3; 12; 3; 0", "0,0,.5; 0; 0; 0.5"})
    void materials_size_secondIsTheHeight(String size, double width, double height, double thickness) {
        assertEquals(
                Optional.of(new DecalSize(width, height, thickness)),
                materials("Id|Size\nm|" + size).get("m").size());
    }

    @Test
    void materials_expirationMinusTwoAndResolutionZero_areAbsent() {
        MaterialRecord record = materials("Id|Expiration|Resolution\nm|-2|0").get("m");
        assertEquals(Optional.empty(), record.expiration());
        assertEquals(Optional.empty(), record.resolution());
        assertEquals(List.of(), log.all());
    }

    @Test
    void records_sameKey_laterCounts() {
        assertEquals(Optional.of("b"), materials("Id|Path\nm|a\nm|b").get("m").path());
        assertEquals(
                List.of("test.txt:3: warning: defines 'm' again; this record counts"),
                log.all().stream().map(Object::toString).toList());
    }

    @Test
    void records_keysDifferInLetterCase() {
        assertEquals(Set.of("m", "M"), materials("Id\nm\nM").keySet());
    }

    @Test
    void records_withoutKey_areIgnored() {
        assertEquals(Set.of("m"), materials("Id|Path\n|a\nm|b").keySet());
        assertEquals(
                "test.txt:2: warning: has no Id and is ignored",
                log.all().get(0).toString());
    }

    @Test
    void records_noKeyColumn_isAnError() {
        assertEquals(Map.of(), materials("Ident|Path\nm|a"));
        assertTrue(log.all().stream().anyMatch(p -> p.isError() && p.message().startsWith("has no column Id")));
    }

    @Test
    void records_emptyFile_isAnError() {
        assertEquals(Map.of(), materials(""));
        assertTrue(log.all().get(0).isError());
    }

    @Test
    void header_oddColumns() {
        materials("Id|Resolutoin|.mine||Path|path|Unheard\nm|5|x||a|b|z|extra");
        assertEquals(
                List.of(
                        "test.txt:1: warning: the column Resolutoin is not known and is ignored; did you mean Resolution?",
                        "test.txt:1: warning: column 4 has no name and is ignored",
                        "test.txt:1: error: names the column path twice; the first one is read",
                        "test.txt:1: warning: the column Unheard is not known and is ignored",
                        "test.txt:2: warning: has more fields than the header line; the rest is ignored"),
                log.all().stream().map(Object::toString).toList());
    }

    @Test
    void vignettes_everyField() {
        VignetteRecord record = RecordReaders.vignettes(table(
                        "Id|Path|Modifier|UserData|Expiration|TimeStamp\nv|v.ovp|obj=a&color=1,2,3|\"one\ntwo\"|5|7",
                        RecordReaders.VIGNETTE_COLUMNS))
                .get("v");
        assertEquals(
                new VignetteRecord(
                        "v",
                        Optional.of("v.ovp"),
                        Optional.of("obj=a&color=1,2,3"),
                        Optional.of("one\ntwo"),
                        Optional.of(new Expiration(5)),
                        Optional.of(7L)),
                record);
    }

    @Test
    void vignettes_neitherPathNorModifier_warns() {
        RecordReaders.vignettes(table("Id\nv", RecordReaders.VIGNETTE_COLUMNS));
        assertEquals(2, log.all().get(0).line());
    }

    @Test
    void macros_withoutDefinition_areNamed() {
        RecordReaders.macros(table("Name|Definition\nempty|\nfull|wid=1", RecordReaders.MACRO_COLUMNS));
        assertEquals(
                List.of("test.txt:2: warning: the macro 'empty' has no Definition and stands for nothing"),
                log.all().stream().map(Object::toString).toList());
        RecordReaders.macros(table("Name|Value\nthumb|wid=100", RecordReaders.MACRO_COLUMNS));
        assertTrue(log.all().stream().anyMatch(p -> p.isError() && p.message().startsWith("has no column Definition")));
    }

    @Test
    void macros_namesInAnyLetterCase() {
        MacroSet macros =
                RecordReaders.macros(table("name|definition\nThumb|wid=100\n$x$|a", RecordReaders.MACRO_COLUMNS));
        assertEquals(Optional.of("wid=100"), macros.find("tHUMB"));
        assertEquals(Optional.empty(), macros.find("other"));
        assertEquals(3, log.all().get(0).line());
    }

    @Test
    void profiles_needAFile() {
        Map<String, ProfileRecord> profiles = RecordReaders.profiles(table(
                "Name|ProfilePath\npress|p/press.icc\nnone|\na,b|c.icm\npress|other.icc",
                RecordReaders.PROFILE_COLUMNS));
        assertEquals(
                Map.of("press", new ProfileRecord("press", "other.icc"), "a,b", new ProfileRecord("a,b", "c.icm")),
                profiles);
        assertEquals(
                List.of(
                        "test.txt:3: warning: the profile 'none' has no ProfilePath and is ignored",
                        "test.txt:4: warning: the Name 'a,b' holds a comma, so no request can name it",
                        "test.txt:5: warning: defines 'press' again; this record counts"),
                log.all().stream().map(Object::toString).toList());
    }

    private Map<String, MaterialRecord> materials(String text) {
        return RecordReaders.materials(table(text, RecordReaders.MATERIAL_COLUMNS));
    }

    private DataTable table(String text, List<String> columns) {
        ProblemLog.FileProblems problems = log.of("test.txt");
        return new DataTable(
                new DataFile(text.replace('|', '\t'), CatalogLimits.standard(), problems).lines(), columns, problems);
    }
}
