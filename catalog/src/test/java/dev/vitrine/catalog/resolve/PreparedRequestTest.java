package dev.vitrine.catalog.resolve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.catalog.lock.RequestUnlocker;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.LockKey;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Size;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreparedRequestTest extends ReaderTestBase {
    @Test
    void prepare_noRules_changesNothing() {
        PreparedRequest prepared = prepare("cat/sofa?obj=a&&?");
        assertEquals(raw("cat/sofa?obj=a&&?"), prepared.raw());
        assertEquals("cat", prepared.session().id());
        assertEquals(Optional.empty(), prepared.refusal());
    }

    @Test
    void prepare_catalogWithoutRules_doesNotInheritThem() {
        defaultRules("<rule OnMatch='error' Name='no'/>");
        assertEquals(Optional.empty(), prepare("cat/sofa").refusal());
        assertFails(FailureKind.REFUSED_BY_RULE, "elsewhere/sofa");
        assertFails(FailureKind.REFUSED_BY_RULE, "?vignette=cat/sofa");
    }

    @Test
    void prepare_rulesOfTheDefaultCatalog_mayLeadToAnother() {
        defaultRules("<rule MaxPix='50,60'><expression>^shop/(.*)</expression>"
                + "<substitution>cat/$1?obj=x</substitution></rule>");
        ResolvedRequest resolved = resolve("shop/sofa");
        assertEquals("cat", resolved.catalog());
        assertEquals(1, resolved.segments().size());
        assertEquals(Optional.of(new Size(50, 60)), resolved.reply().scale().most());
    }

    @Test
    void resolve_overriddenAttributes_holdForTheRequest() {
        catRules("<rule DefaultPix='7,8' Expiration='2' ErrorImage='e.png'><expression>plain</expression></rule>");
        ReplySettings reply = resolve("cat/plain").reply();
        assertEquals(7, reply.scale().fallbackWidth().getAsInt());
        assertEquals(new Expiration(2), reply.expiration());
        assertEquals(
                new Expiration(2),
                resolve("cat/plain?obj=x&src=cat/linen").reply().expiration());
        assertEquals(
                Optional.of("e.png"),
                prepare("cat/plain").session().errorSettings().image());
        assertEquals(new Expiration(8), resolve("cat/sofa").reply().expiration());
    }

    @Test
    void resolve_expirationOfARecord_winsOverARule() {
        catRules("<rule Expiration='20'/>");
        assertEquals(new Expiration(8), resolve("cat/sofa").reply().expiration());
    }

    @Test
    void prepare_addressFilter_standsInForTheCatalogs() {
        folder.file(
                        "cat.ini",
                        "RootId=cat\nRuleSetFile=r.xml\nRootPath=c\nVignetteMapFile=v.txt\nClientAddressFilter=9.9.9.9\n")
                .file(
                        "r.xml",
                        "<ruleset><rule><expression>sofa</expression>"
                                + "<addressfilter>127.0.0.1/8,10.0.0.1</addressfilter></rule></ruleset>");
        assertTrue(prepare("cat/sofa").session().serves("10.0.0.1"));
        assertFalse(prepare("cat/plain").session().serves("10.0.0.1"));
    }

    @Test
    void prepare_headers_takeVariablesAndNothingUnsafe() {
        catRules("""
                <rule OnMatch="continue"><expression>\\$edge=</expression>
                  <header Name="X-$edge$">$edge$!</header><header Name="X-B" Action="add">b</header></rule>""");
        assertEquals(
                List.of(new ReplyHeader("X-no", "no!", false), new ReplyHeader("X-B", "b", true)),
                prepare("cat/sofa?$edge=no").headers());
        assertEquals(
                List.of(new ReplyHeader("X-B", "b", true)),
                prepare("cat/sofa?$edge=no%0d%0aSet-Cookie:a=b").headers());
        assertEquals(List.of(), prepare("cat/sofa").headers());
    }

    @Test
    void prepare_brokenRuleSet_refusesEverything() {
        catRules("<rule><expression>(</expression></rule>");
        assertFails(FailureKind.REFUSED_BY_RULE, "cat/sofa");
        folder.file("cat.ini", "RootId=cat\nRuleSetFile=nowhere.xml\n");
        assertFails(FailureKind.REFUSED_BY_RULE, "cat/sofa");
        assertTrue(folder.problems().toString().contains("nowhere.xml: error: does not exist"));
    }

    @Test
    void parse_lockedCatalog_refusesOpenRequests() {
        catRules("<rule RequestLock='0'><expression>^cat/plain</expression></rule>", "RequestLock=1");
        assertFails(FailureKind.LOCK_REFUSED, "cat/sofa?wid=5");
        assertFails(FailureKind.LOCK_REFUSED, "cat/sofa");
        assertEquals("wid=5", prepare("cat/sofa?wid=5&" + sum("wid=5")).raw().query());
        assertEquals(Optional.empty(), prepare("cat/plain?wid=5").refusal());
        assertEquals("wid=5", prepare("cat/plain?wid=5").raw().query());
    }

    @Test
    void parse_lockAskedForByARule() {
        catRules("<rule RequestLock='1'><expression>sofa</expression></rule>", "");
        assertFails(FailureKind.LOCK_REFUSED, "cat/sofa?wid=5");
        assertEquals("wid=5", prepare("cat/sofa?wid=5&" + sum("wid=5")).raw().query());
        assertEquals("wid=5", prepare("cat/plain?wid=5").raw().query());
    }

    @Test
    void parse_obscuredRequest_isClearToRules() {
        catRules(
                "<rule><expression>wid=5</expression><substitution>wid=6</substitution></rule>",
                "RequestObfuscation=1");
        assertEquals("wid=6", prepare("cat/sofa?d2lkPTU=").raw().query());
        assertFails(FailureKind.LOCK_REFUSED, "cat/sofa?wid=5");
    }

    @Test
    void parse_keyedLock_needsItsKey() {
        catRules("", "RequestLock=1\nRequestLockKey=key.txt");
        assertTrue(folder.problems().toString().contains("holds no key of 16 bytes or more"));
        assertFails(FailureKind.LOCK_REFUSED, "cat/sofa?wid=5&" + sum("wid=5"));
        folder.file("key.txt", "0123456789abcdef\n");
        assertEquals(List.of(), folder.problems());
        String query = RequestUnlocker.lock(raw("cat/sofa?wid=5"), new LockKey("0123456789abcdef".getBytes(US_ASCII)));
        assertEquals("wid=5", prepare("cat/sofa?" + query).raw().query());
        assertFails(FailureKind.LOCK_REFUSED, "cat/sofa?wid=5&" + sum("wid=5"));
    }

    private static String sum(String query) {
        int sum = 0;
        for (int i = 0; i < query.length(); i++) {
            sum = (sum * 131 + query.charAt(i)) & 0xffff;
        }
        return "%04X".formatted(sum);
    }

    private void defaultRules(String rules) {
        folder.file("default.ini", CatalogFolder.DEFAULTS + "RuleSetFile=d.xml\n");
        folder.file("d.xml", "<ruleset>" + rules + "</ruleset>");
    }

    private void catRules(String rules) {
        catRules(rules, "");
    }

    private void catRules(String rules, String attributes) {
        folder.file("cat.ini", """
                RootId=cat
                RootPath=c
                CatalogFile=m.txt
                VignetteMapFile=v.txt
                Expiration=12
                RuleSetFile=r.xml
                """ + attributes);
        folder.file("r.xml", "<ruleset>" + rules + "</ruleset>");
    }
}
