package dev.vitrine.catalog.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.Fuzz;
import dev.vitrine.catalog.model.Problem;
import dev.vitrine.catalog.model.RequestRule;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever a rule set holds, reading it ends, and its rules end with every request. */
class RuleSetFuzzTest {
    private static final String[] PIECES = {
        "<rule>",
        "<rule OnMatch='continue'>",
        "<rule Name='a' OnMatch='break' MaxPix='1,2'>",
        "<rule OnMatch='error'/>",
        "<rule RequestType='ir,static' Replace='all'>",
        "<rule OnMatch='",
        "</rule>",
        "</rule>",
        "</rule>",
        "<rule/>",
        "<expression>a",
        "<expression>^(a|b)*",
        "<expression>([a-z]+)/",
        "</expression>",
        "</expression>",
        "</expression>",
        "<substitution>$1",
        "<substitution>c",
        "</substitution>",
        "</substitution>",
        "<addressfilter>10.0.0.0/8",
        "<addressfilter>::1,",
        "</addressfilter>",
        "<header Name='X-A'>",
        "<header Name='Set-Cookie' Action='add'>",
        "</header>",
        "<ruleset>",
        "</ruleset>",
        "<!-- ",
        " -->",
        "<![CDATA[",
        "]]>",
        "&amp;",
        "&lt;",
        "&nix;",
        "&#0;",
        "<?x?>",
        "<!DOCTYPE ruleset SYSTEM 'x'>",
        "$",
        "\\",
        "(",
        ")",
        "[",
        "*",
        "+",
        "?",
        "{9}",
        "\n",
        "\0",
        "é",
        "'",
        "\"",
        "<",
        ">"
    };
    private static final String[] URLS = {"a/b", "shop/sofa", "aaaaaaaaaaaaaaaaaaaaaaaab", ""};

    @Test
    void ruleSet_anyText_givesRulesOrProblemsAndEndsWithEveryRequest() {
        RuleProcessor processor = new RuleProcessor(RequestLimits.standard());
        AtomicInteger good = new AtomicInteger();
        AtomicInteger bad = new AtomicInteger();
        new Fuzz(4720, PIECES).rounds(1500, 14, body -> {
            String whole = "<ruleset>" + body + "</ruleset>";
            for (String text : new String[] {whole, body, whole + body, closed(body)}) {
                RuleSetReader.Result result = new RuleSetReader("fuzz.xml").read(text.getBytes(UTF_8));
                assertTrue(result.problems().size() <= 101, text);
                boolean isBad = result.problems().stream().anyMatch(Problem::isError);
                (isBad ? bad : good).incrementAndGet();
                assertEquals(
                        isBad,
                        result.rules().rules().equals(List.of(RequestRule.refusingAll("fuzz.xml has errors"))),
                        text);
                for (String url : URLS) {
                    RawRequest request = new RawRequest(Dialect.RENDERING, "/" + url, "wid=1", Visitor.local("r-1"));
                    RuleOutcome outcome = processor.apply(result.rules(), request);
                    assertFalse(isBad && outcome.refusal().isEmpty(), text);
                }
            }
        });
        assertTrue(good.get() > 100 && bad.get() > 100, good + " good, " + bad + " bad");
    }

    /** A rule whose texts are of the same pieces, without what would end them early. */
    private static String closed(String body) {
        String text = body.replaceAll("<[^>]*>?|[<>&\0]", "");
        return "<ruleset><rule OnMatch='continue'><expression>" + text + "</expression><substitution>" + text
                + "</substitution></rule></ruleset>";
    }
}
