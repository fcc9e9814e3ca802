package dev.vitrine.catalog.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.CatalogAttributes;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleProcessorTest {
    @Test
    void apply_rewrites() {
        String[][] cases = {
            // expression, substitution, request, result; the first two are the protocol's own examples
            {"(?i)_hg$", "\\?&amp;qlt=95,1", "/c/a_HG", "/c/a?&qlt=95,1"},
            {
                "([^/]+)/(small|medium|large)$",
                "$2Template?src=sample/$1",
                "/myCat/myImage/small",
                "/myCat/smallTemplate?src=sample/myImage"
            },
            {"^c/", "d/", "/c/a?wid=3", "/d/a?wid=3"},
            {"^/c/", "/d/", "/c/a?wid=3", "/d/a?wid=3"},
            {"^c/", "/d/", "/c/a", "/d/a"},
            {"wid=\\d+", "wid=9", "/c/a?wid=3&amp;wid=4", "/c/a?wid=9&wid=4"},
            {"(wid)=(\\d)", "$2$1$10$$x$\\$1", "/c/a?wid=3", "/c/a?3widwid0$$x$$1"},
            {"x(y)?", "[$1]", "/x", "/[]"},
            {"wid=3", "", "/c/a?wid=3", "/c/a"},
            {"nothing", "x", "/c/a?wid=3", "/c/a?wid=3"},
            {"", "&amp;$thumb$", "/c/a?wid=3", "/c/a?wid=3&$thumb$"},
            {"", "&amp;$thumb$", "/c/a", "/c/a?$thumb$"},
            {"", "?b=1", "/c/a?a=1", "/c/a?a=1&b=1"},
            {"", "_x", "/c/a?a=1", "/c/a_x?a=1"},
            {"%20", "-", "/a%20b?c=%20", "/a-b?c=%20"},
            {"^.*$", "", "/c/a?a=1", ""}
        };
        for (String[] each : cases) {
            RuleOutcome outcome = apply(
                    "<rule><expression>%s</expression><substitution>%s</substitution></rule>"
                            .formatted(each[0], each[1]),
                    each[2].replace("&amp;", "&"));
            assertEquals(each[3], url(outcome), String.join(" | ", each));
            assertEquals(Optional.empty(), outcome.refusal());
        }
    }

    @Test
    void apply_replaceAll() {
        RuleOutcome outcome = apply(
                "<rule Replace='all'><expression>(a)b</expression><substitution>$1</substitution></rule>", "/ab/ab?ab");
        assertEquals("/a/a?a", url(outcome));
        assertEquals(
                "/-a-b-",
                url(apply(
                        "<rule Replace='all'><expression>x*</expression><substitution>-</substitution></rule>",
                        "/ab")));
    }

    @Test
    void apply_noSubstitution_leavesTheText() {
        RuleOutcome outcome = apply("<rule Name='r' Expiration='3'><expression>a</expression></rule>", "/a?a=1");
        assertEquals("/a?a=1", url(outcome));
        assertEquals(List.of("r"), outcome.matched());
        assertEquals(Optional.of(new Expiration(3)), outcome.overrides().find(Attributes.EXPIRATION));
    }

    @Test
    void apply_onMatch_decidesWhatFollows() {
        String rules = """
                <rule Name="1" OnMatch="continue" Expiration="1">
                  <expression>a</expression><substitution>b</substitution></rule>
                <rule Name="2" OnMatch="error"><expression>zzz</expression></rule>
                <rule Name="3" Expiration="2"><expression>b</expression><substitution>c</substitution></rule>
                <rule Name="4" OnMatch="error"/>
                """;
        RuleOutcome outcome = apply(rules, "/a");
        assertEquals("/c", url(outcome));
        assertEquals(List.of("1", "3"), outcome.matched());
        assertEquals(Optional.of(new Expiration(2)), outcome.overrides().find(Attributes.EXPIRATION));
        Failure refusal = apply(rules, "/x").refusal().orElseThrow();
        assertEquals(FailureKind.REFUSED_BY_RULE, refusal.kind());
        assertEquals("The rule '4' refuses this request.", refusal.message());
    }

    @Test
    void apply_attributesOfContinuedRules_countInImageServingAlone() {
        String rules = """
                <rule OnMatch="continue" Expiration="1" WaterMark="mark"/>
                <rule OnMatch="continue" Expiration="2" DefaultImageMode="1"/>
                """;
        CatalogAttributes serving =
                apply(rules, Dialect.SERVING, "/a", "127.0.0.1").overrides();
        assertEquals(Optional.of(new Expiration(2)), serving.find(Attributes.EXPIRATION));
        assertEquals(Optional.of("mark"), serving.find(Attributes.WATERMARK));
        assertEquals(Optional.of(true), serving.find(Attributes.DEFAULT_IMAGE_MODE));
        assertTrue(apply(rules, "/a").overrides().isEmpty());
    }

    @Test
    void apply_requestType_choosesTheDialect() {
        String rules = "<rule RequestType='is'><substitution>x</substitution></rule>"
                + "<rule RequestType='static'><substitution>y</substitution></rule>"
                + "<rule RequestType='ir'><substitution>z</substitution></rule>";
        assertEquals("/az", url(apply(rules, "/a")));
        assertEquals("/ax", url(apply(rules, Dialect.SERVING, "/a", "127.0.0.1")));
    }

    @Test
    void apply_addressFilter_countsOnlyForMatches() {
        String rules = "<rule ErrorImage='e'><expression>a</expression><addressfilter>10.0.0.0/8,2001:db8::/32"
                + "</addressfilter></rule><rule><addressfilter/></rule>";
        for (String address : new String[] {"10.1.2.3", "127.0.0.1", "::1", "::ffff:10.1.2.3", "2001:db8::7"}) {
            assertEquals(
                    Optional.empty(),
                    apply(rules, Dialect.RENDERING, "/a", address).refusal(),
                    address);
        }
        for (String address : new String[] {"11.1.2.3", "::ffff:11.1.2.3", "2001:db9::7", "unknown"}) {
            RuleOutcome outcome = apply(rules, Dialect.RENDERING, "/a", address);
            assertEquals(
                    FailureKind.ADDRESS_REFUSED, outcome.refusal().orElseThrow().kind(), address);
            assertEquals(Optional.of("e"), outcome.overrides().find(Attributes.ERROR_IMAGE));
            assertEquals(
                    Optional.empty(),
                    apply(rules, Dialect.RENDERING, "/b", address).refusal(),
                    address);
        }
    }

    @Test
    void apply_hostileRequest_isRefusedAndNeverStuck() {
        String backtracking = "<rule><expression>(.*a){12}b</expression></rule>";
        assertEquals(
                FailureKind.REFUSED_BY_RULE,
                apply(backtracking, "/" + "a".repeat(60))
                        .refusal()
                        .orElseThrow()
                        .kind());
        String deep = "<rule><expression>^(a|b)*c</expression></rule>";
        Optional<Failure> refusal = apply(deep, "/" + "ab".repeat(16_000)).refusal();
        refusal.ifPresent(failure -> assertEquals(FailureKind.REFUSED_BY_RULE, failure.kind()));
        String growing = "<rule OnMatch='continue' Replace='all'><expression>a</expression>"
                + "<substitution>aaaaaaaaaa</substitution></rule>";
        RuleOutcome outcome = apply(growing.repeat(50), "/a");
        assertEquals(
                FailureKind.REQUEST_TOO_LONG, outcome.refusal().orElseThrow().kind());
        assertEquals(
                FailureKind.REQUEST_TOO_LONG,
                apply(growing, "/" + "b".repeat(40_000)).refusal().orElseThrow().kind());
    }

    @Test
    void apply_anyRequest_neverFails() {
        String rules = """
                <rule OnMatch="continue" Replace="all"><expression>([a-c/]*)([?&amp;%])</expression>
                  <substitution>$2$1\\$$$0</substitution></rule>
                <rule OnMatch="continue"><expression>(?&lt;=a)b|^/c</expression><substitution>?</substitution></rule>
                <rule><substitution>&amp;end</substitution></rule>
                """;
        Random random = new Random(11);
        for (int i = 0; i < 5000; i++) {
            StringBuilder url = new StringBuilder("/");
            for (int n = random.nextInt(12); n > 0; n--) {
                url.append("abc/?&%$\\\u00e9 ".charAt(random.nextInt(11)));
            }
            RuleOutcome outcome = apply(rules, url.toString());
            assertEquals(Optional.empty(), outcome.refusal(), url.toString());
            assertEquals(true, outcome.request().query().endsWith("end"), url.toString());
        }
    }

    private static RuleOutcome apply(String rules, String url) {
        return apply(rules, Dialect.RENDERING, url, "127.0.0.1");
    }

    private static RuleOutcome apply(String rules, Dialect dialect, String url, String address) {
        RuleSetReader.Result read =
                new RuleSetReader("r.xml").read(("<ruleset>" + rules + "</ruleset>").getBytes(UTF_8));
        int question = url.indexOf('?');
        RawRequest raw = new RawRequest(
                dialect,
                question < 0 ? url : url.substring(0, question),
                question < 0 ? "" : url.substring(question + 1),
                new Visitor(address, "test", false));
        return new RuleProcessor(RequestLimits.standard()).apply(read.rules(), raw);
    }

    private static String url(RuleOutcome outcome) {
        RawRequest request = outcome.request();
        return request.path() + (request.query().isEmpty() ? "" : "?" + request.query());
    }
}
