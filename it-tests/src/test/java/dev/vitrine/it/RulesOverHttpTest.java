package dev.vitrine.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule sets as clients meet them, and what a client of a catalog that says much is told of its request. */
class RulesOverHttpTest {
    @TempDir
    private static Path folder;

    private static ExampleServer server;

    @BeforeAll
    static void start() throws Exception {
        Path catalogs = Files.createDirectory(folder.resolve("catalogs"));
        Files.writeString(catalogs.resolve("default.ini"), "ErrorDetail=2\nErrorImage=\nFormat=png\n");
        Files.writeString(catalogs.resolve("shop.ini"), """
                RootId=shop
                RuleSetFile=rules.xml
                VignetteMapFile=vignettes.txt
                MacroFile=macros.txt
                """);
        Files.writeString(catalogs.resolve("vignettes.txt"), """
                Id\tPath\tModifier\tUserData
                sofa\tsofa.ovp\twid=70\tof the sofa
                chair\tchair.ovp\t\tof the chair
                """);
        Files.writeString(catalogs.resolve("macros.txt"), "Name\tDefinition\nthumb\twid=40\n");
        Files.writeString(catalogs.resolve("rules.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE ruleset SYSTEM "http://nowhere.invalid/RuleSet.dtd">
                <ruleset>
                  <rule Name="tag" OnMatch="continue" RequestType="ir">
                    <expression>^shop/</expression>
                    <header Name="X-Tag">one $v$</header>
                    <header Name="X-Tag" Action="add">two</header>
                  </rule>
                  <rule Name="closed" OnMatch="error"><expression>secret</expression></rule>
                  <rule Name="seat" OnMatch="continue">
                    <expression>^shop/([a-z]+)-seat</expression>
                    <substitution>shop/$1</substitution>
                  </rule>
                  <rule Name="letters" OnMatch="continue" Replace="all">
                    <expression>_</expression>
                    <substitution>a</substitution>
                  </rule>
                  <rule Name="images only" RequestType="is" OnMatch="error"/>
                  <rule Name="far" OnMatch="break">
                    <expression>far</expression>
                    <addressfilter>203.0.113.0/24, 2001:db8::/32</addressfilter>
                  </rule>
                  <rule Name="pictured" OnMatch="break" ErrorImage="oops.png"><expression>^shop/pictured</expression></rule>
                  <rule Name="old" OnMatch="break" Expiration="3">
                    <expression>^shop/old\\?(.*)</expression>
                    <substitution>shop/sofa?$1</substitution>
                  </rule>
                  <rule Name="hostile" OnMatch="continue"><expression>^shop/((x+)+)+y</expression></rule>
                  <rule Name="never" OnMatch="error"><expression>^shop/old</expression></rule>
                </ruleset>
                """);
        Path settings = folder.resolve("vitrine.properties");
        Files.writeString(settings, """
                ir.catalogRootPath=catalogs
                ir.resourceRootPaths=.
                vitrine.trustedProxies=127.0.0.1
                """);
        for (String name : new String[] {"sofa.ovp", "chair.ovp"}) {
            Files.writeString(folder.resolve(name), "no package, but there");
        }
        BufferedImage oops = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(oops, "png", folder.resolve("oops.png").toFile());
        server = ExampleServer.of(settings);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void continueRules_setHeadersWithVariables() throws Exception {
        HttpResponse<byte[]> reply = get("/ir/render/shop/sofa?req=userdata&$v=x");
        assertEquals("[one x, two]", reply.headers().allValues("X-Tag").toString());
        assertTrue(text(reply).contains("of the sofa"), text(reply));
    }

    @Test
    void errorRule_refusesAndNamesItself() throws Exception {
        HttpResponse<byte[]> reply = get("/ir/render/shop/secret?req=exists");
        assertTrue(reply.statusCode() >= 400);
        assertTrue(text(reply).contains("closed"), text(reply));
        assertTrue(reply.headers().firstValue("X-Vitrine-Error").orElse("").startsWith("refused-by-rule"));
        assertEquals("[one $v$, two]", reply.headers().allValues("X-Tag").toString());
    }

    @Test
    void substitution_withGroup_andAllMatches() throws Exception {
        assertTrue(text(get("/ir/render/shop/sofa-seat?req=userdata")).contains("of the sofa"));
        assertTrue(text(get("/ir/render/shop/ch_ir?req=userd_t_")).contains("of the chair"));
    }

    @Test
    void breakRule_endsTheRules() throws Exception {
        assertTrue(text(get("/ir/render/shop/old?req=userdata")).contains("of the sofa"));
        assertTrue(text(get("/ir/render/shop/old/er?req=exists")).contains("never"));
    }

    @Test
    void requestType_keepsRulesToTheirDialect() throws Exception {
        assertTrue(text(get("/ir/render/shop/sofa?req=exists")).contains("catalogRecord.exists=1"));
    }

    @Test
    void addressFilter_neverRefusesTheMachineItself() throws Exception {
        assertTrue(text(get("/ir/render/shop/far?req=exists")).contains("catalogRecord.exists=0"));
    }

    @Test
    void addressFilter_forwardedAddress_isTheOneThatCounts() throws Exception {
        HttpResponse<byte[]> near = server.get("/ir/render/shop/far?req=exists", "X-Forwarded-For", "203.0.113.9");
        assertTrue(text(near).contains("catalogRecord.exists=0"), text(near));
        for (String stranger : new String[] {"198.51.100.7", "203.0.113.9, 198.51.100.7", "2001:db9::1"}) {
            HttpResponse<byte[]> reply = server.get("/ir/render/shop/far?req=exists", "X-Forwarded-For", stranger);
            assertTrue(reply.statusCode() >= 400, stranger);
            assertTrue(code(reply).startsWith("address-refused"), stranger);
        }
        HttpResponse<byte[]> other = server.get("/ir/render/shop/sofa?req=exists", "X-Forwarded-For", "198.51.100.7");
        assertTrue(text(other).contains("catalogRecord.exists=1"), text(other));
    }

    @Test
    void attributeOverrides_reachTheClient() throws Exception {
        HttpResponse<byte[]> pictured = get("/ir/render/shop/pictured");
        assertTrue(code(pictured).startsWith("unknown-vignette"), code(pictured));
        assertEquals(200, pictured.statusCode());
        assertEquals("image/png", pictured.headers().firstValue("Content-Type").orElse(""));
        HttpResponse<byte[]> plain = get("/ir/render/shop/plain");
        assertTrue(code(plain).startsWith("unknown-vignette"), code(plain));
        assertTrue(plain.statusCode() >= 400);
    }

    private static String code(HttpResponse<byte[]> reply) {
        return reply.headers().firstValue("X-Vitrine-Error").orElse("");
    }

    @Test
    void hostileExpression_isRefusedWithinTheBudget() {
        assertTimeout(Duration.ofSeconds(20), () -> {
            HttpResponse<byte[]> reply = get("/ir/render/shop/" + "x".repeat(200) + "?req=exists");
            assertTrue(text(reply).contains("hostile"), text(reply));
        });
    }

    @Test
    void debug_failedRequest_tellsWhereEverythingCameFrom() throws Exception {
        String text = text(get("/ir/render/shop/sofa?req=debug&$thumb$&widt=9&qlt=80"));
        assertTrue(
                text.contains("wid=70: the modifier of 'sofa' of catalog 'shop'; does not count: later comes 'wid=40'"),
                text);
        assertTrue(text.contains("wid=40: macro 'thumb' of catalog 'shop', in the URL"), text);
        assertTrue(text.contains("widt=9: the URL; ignored: there is no such command; did you mean 'wid'?"), text);
        assertTrue(text.contains("Format=PNG: the default catalog"), text);
        assertTrue(text.contains("rule 'tag' matched"), text);
        String plain = text(get("/ir/render/shop/sofa?qlt=80"));
        assertTrue(!plain.contains("qlt=80: the URL"), plain);
    }

    private static HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
        return server.get(url);
    }

    private static String text(HttpResponse<byte[]> reply) {
        return new String(reply.body(), UTF_8);
    }
}
