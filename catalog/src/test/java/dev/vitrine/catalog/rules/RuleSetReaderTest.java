package dev.vitrine.catalog.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.OnMatch;
import dev.vitrine.catalog.model.PixelBox;
import dev.vitrine.catalog.model.Problem;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.catalog.model.RequestRule;
import dev.vitrine.core.request.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetReaderTest {
    @Test
    void read_everythingARuleMaySay() {
        RuleSetReader.Result result = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE ruleset SYSTEM "RuleSet.dtd">
                <ruleset>
                  <!-- small -->
                  <rule Name="small" OnMatch="break" RequestType="ir, static" Replace="all" MaxPix="50,60" ErrorImage="">
                    <expression>wid=(\\d+)<![CDATA[&]]>amp&amp;</expression>
                    <substitution><![CDATA[&wid=$1$thumb$]]></substitution>
                    <addressfilter>10.0.0.0/8, ::1</addressfilter>
                    <header Name="X-A" Action="add">b</header>
                  </rule>
                  <rule/>
                </ruleset>
                """);
        assertEquals(List.of(), result.problems());
        RequestRule rule = result.rules().rules().get(0);
        assertEquals("small", rule.name());
        assertEquals(Set.of(Dialect.RENDERING), rule.dialects());
        assertEquals(OnMatch.BREAK, rule.onMatch());
        assertTrue(rule.replaceAll());
        assertEquals(Optional.of("wid=(\\d+)&amp&"), rule.expression().map(Pattern::pattern));
        assertEquals("&wid=7$thumb$", rule.substitution().orElseThrow().expand(n -> "7"));
        assertEquals(Optional.of(new PixelBox(50, 60)), rule.overrides().find(Attributes.MAX_PIX));
        assertEquals(Optional.of(""), rule.overrides().find(Attributes.ERROR_IMAGE));
        assertEquals(2, rule.addresses().orElseThrow().ranges().size());
        assertEquals(List.of(new ReplyHeader("X-A", "b", true)), rule.headers());
        RequestRule bare = result.rules().rules().get(1);
        assertEquals("#2 in line 11", bare.name());
        assertEquals(Set.of(Dialect.values()), bare.dialects());
        assertEquals(Optional.empty(), bare.expression());
        assertEquals(Optional.empty(), bare.substitution());
    }

    @Test
    void read_documentType_isPassedOver(@TempDir Path temp) throws Exception {
        Path secret = Files.writeString(temp.resolve("secret.txt"), "secret");
        for (String type : new String[] {
            "<!DOCTYPE ruleset SYSTEM\" RuleSet.dtd\">", // as the protocol's page spells it
            "<!DOCTYPE ruleset SYSTEM '" + secret.toUri() + "'>",
            "<!-- <!DOCTYPE --><!DOCTYPE ruleset [<!ENTITY a \"]>\"><!ELEMENT ruleset ANY>]>"
        }) {
            RuleSetReader.Result result = read("<?xml version='1.0'?>\n" + type + "\n<ruleset>\n<rule/></ruleset>");
            assertEquals(List.of(), result.problems(), type);
            assertEquals("#1 in line 4", result.rules().rules().get(0).name());
        }
    }

    @Test
    void read_entities_areNeverExpanded(@TempDir Path temp) throws Exception {
        Path secret = Files.writeString(temp.resolve("secret.txt"), "secret");
        String text = "<?xml version='1.0' encoding='%s'?>\n<!DOCTYPE ruleset [<!ENTITY x SYSTEM '" + secret.toUri()
                + "'>]>\n<ruleset><rule><substitution>&x;</substitution></rule></ruleset>";
        assertRefusing(new RuleSetReader("r.xml").read(text.formatted("UTF-8").getBytes(UTF_8)));
        assertRefusing(new RuleSetReader("r.xml").read(text.formatted("UTF-16").getBytes(UTF_16)));
    }

    @Test
    void read_mistake_namesItsLineAndRefusesEverything() {
        String[][] cases = {
            {"<expression>a(</expression>", "2: error: <expression> is no regular expression"},
            {"<substitution>$1</substitution>", "2: error: <substitution>: $1 names no group"},
            {"<addressfilter>10.0.0.0/99</addressfilter>", "2: error: <addressfilter> expects a mask"},
            {"<header>x</header>", "2: error: <header> needs a Name"},
            {"<header Name='Content-Length'>x</header>", "2: error: <header> cannot set 'Content-Length'"},
            {"<header Name='a b'>x</header>", "2: error: <header> cannot set 'a b'"},
            {"<expression/><expression/>", "2: error: the rule has two elements <expression>"},
            {"<expression></rule>", "2: error: is no well-formed XML"}
        };
        for (String[] each : cases) {
            RuleSetReader.Result result = read("<ruleset><rule>\n" + each[0] + "</rule></ruleset>");
            assertRefusing(result);
            assertTrue(result.problems().get(0).toString().startsWith("r.xml:" + each[1]), result.toString());
        }
        for (String attribute :
                new String[] {"OnMatch='Break'", "Replace='none'", "RequestType='ir,x'", "MaxPix='3'"}) {
            RuleSetReader.Result result = read("<ruleset>\n<rule " + attribute + "/></ruleset>");
            assertRefusing(result);
            assertEquals(2, result.problems().get(0).line());
        }
        assertRefusing(read(""));
        assertRefusing(read("<rules/>"));
        assertRefusing(read("<!DOCTYPE ruleset [ <ruleset/>"));
        assertRefusing(read("<ruleset>" + "<rule/>".repeat(10_001) + "</ruleset>"));
        assertRefusing(read("<ruleset><rule><expression>" + "a".repeat(70_000) + "</expression></rule></ruleset>"));
        assertRefusing(read("<ruleset>" + "<x>".repeat(30) + "</x>".repeat(30) + "</ruleset>"));
    }

    @Test
    void read_encoding_isThatOfTheMarkOrTheDeclaration() {
        String rules = "<ruleset><rule Name=\"\u00e9t\u00e9\"/></ruleset>";
        String declared = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n" + rules;
        byte[][] files = {
            rules.getBytes(UTF_8),
            ("\ufeff" + rules).getBytes(UTF_8),
            declared.getBytes(ISO_8859_1),
            rules.getBytes(UTF_16),
            rules.getBytes(UTF_16LE)
        };
        for (byte[] file : files) {
            RuleSetReader.Result result = new RuleSetReader("r.xml").read(file);
            assertEquals(List.of(), result.problems());
            assertEquals("\u00e9t\u00e9", result.rules().rules().get(0).name());
        }
        RuleSetReader.Result wrong = new RuleSetReader("r.xml").read(("<ruleset>\n" + rules).getBytes(ISO_8859_1));
        assertRefusing(wrong);
        assertTrue(wrong.problems().get(0).toString().startsWith("r.xml:2: error: holds bytes that are no UTF-8"));
        assertRefusing(read("<?xml version='1.0' encoding='nope'?><ruleset/>"));
    }

    @Test
    void read_unknown_isAWarningWithAHint() {
        RuleSetReader.Result result = read("""
                <ruleset>
                <rule OnMatch="continue" MaxPx="1,1" MaxPix="1,1" SavePath="w">
                <expresion>a</expresion>
                </rule></ruleset>""");
        assertEquals(
                List.of(
                        "r.xml:2: warning: <rule> has no attribute MaxPx; it is ignored; did you mean MaxPix?",
                        "r.xml:2: warning: SavePath has no effect: it belongs to a part of Image Serving not built here",
                        "r.xml:3: warning: the element <expresion> is not known here and is ignored; "
                                + "did you mean <expression>?",
                        "r.xml:2: warning: MaxPix: has an effect only with OnMatch=\"break\", "
                                + "but for requests of Image Serving"),
                result.problems().stream().map(Object::toString).toList());
        assertEquals(1, result.rules().rules().size());
    }

    @Test
    void read_brokenFiles_neverFails() {
        String good = """
                <?xml version="1.0"?><!DOCTYPE ruleset SYSTEM "x" [<!ENTITY a "b">]><ruleset><rule Name="a" OnMatch="error">
                <expression>(a)*</expression><substitution>$1&amp;</substitution><addressfilter>::1</addressfilter>
                <header Name="A" Action="set">v</header></rule></ruleset>""";
        Random random = new Random(4);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = good.getBytes(ISO_8859_1);
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) "<>&;\"'![]$\\()\0\u00ff ".charAt(random.nextInt(16));
            }
            RuleSetReader.Result result = new RuleSetReader("r.xml").read(bytes);
            assertTrue(result.problems().size() <= 101);
        }
    }

    private static RuleSetReader.Result read(String text) {
        return new RuleSetReader("r.xml").read(text.getBytes(UTF_8));
    }

    private static void assertRefusing(RuleSetReader.Result result) {
        assertEquals(
                List.of(RequestRule.refusingAll("r.xml has errors")),
                result.rules().rules(),
                result.toString());
        assertTrue(result.problems().stream().anyMatch(Problem::isError), result.toString());
    }
}
