package dev.vitrine.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the protocol promises of errors, row by row over HTTP, of catalogs written from its pages alone. */
class ErrorAnswersTest {
    private static final int RED = 0xffff0000;
    private static final int GREEN = 0xff00ff00;
    private static final int BLUE = 0xff0000ff;
    private static final String STRANGER = "203.0.113.9";

    @TempDir
    private static Path folder;

    private static ExampleServer server;
    private static ServerSocket foreign;

    @BeforeAll
    static void open() throws Exception {
        foreign = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        foreign.setSoTimeout(1);
        picture("files/inherited.png", GREEN);
        picture("files/m/red.png", RED);
        picture("files/i/blue.png", BLUE);
        file("files/broken.png", "no picture");
        Files.copy(ExampleServer.examples().resolve("vignettes/mug.ovp"), folder.resolve("files/mug.ovp"));
        file("materials/default.ini", """
                ErrorDetail=2
                ErrorImage=inherited.png
                OnFailObj=3
                OnFailSel=3
                MaxPix=2500,2500
                Format=png
                """);
        material("heir", "RootPath=m");
        material("file", "RootPath=m", "ErrorImage=red.png");
        material("imagefile", "ErrorImage=blue.png");
        file("images/imagefile.ini", "RootId=imagefile\nRootPath=i\n");
        material("absolute", "ErrorImage=" + folder.resolve("files/m/red.png").toRealPath());
        material("template", "ErrorImage=myCatalog/onError");
        material("quiet", "ErrorImage=myCatalog/onError", "ErrorDetail=0");
        material("debug", "ErrorImage=myCatalog/onError", "ErrorDetail=3");
        material("empty", "ErrorImage=");
        material("broken", "ErrorImage=broken.png");
        material("loop", "ErrorImage=myCatalog/loop");
        material("gone", "ErrorImage=myCatalog/gone");
        material("foreign", "ErrorImage=myCatalog/foreign");
        material("nowhere", "ErrorImage=no/such/thing");
        material("outside", "ErrorImage=../../../etc/hostname");
        material("semantic", "ErrorImage=", "ErrorStatusProfile=semantic");
        material("lasting", "ErrorImage=", "ErrorExpiration=0.5");
        material("ruled", "ErrorImage=inherited.png", "RuleSetFile=rules.xml");
        file("materials/rules.xml", """
                <ruleset>
                  <rule ErrorImage="m/red.png"><expression>^ruled/special</expression></rule>
                  <rule ErrorImage=""><expression>^ruled/off</expression></rule>
                  <rule OnMatch="error" Name="closed"><expression>^ruled/closed</expression></rule>
                  <rule><expression>^ruled/inside</expression><addressfilter>10.0.0.1</addressfilter></rule>
                  <rule><expression>^ruled/keep</expression><header Name="Cache-Control">public, max-age=99</header></rule>
                </ruleset>
                """);
        material("private", "ErrorImage=", "ClientAddressFilter=10.0.0.1");
        for (int value = 1; value <= 3; value++) {
            material("fail" + value, "ErrorImage=", "OnFailObj=" + value, "OnFailSel=" + value);
        }
        file("images/default.ini", "ErrorDetail=2\nErrorImage=\n");
        file("images/myCatalog.ini", "RootId=myCatalog\nCatalogFile=images.txt\n");
        file("images/images.txt", """
                Id|Path|Modifier
                onError||size=300,300&bgc=ffffff&text=$error.message$
                loop||src=is{myCatalog/loop}
                gone||src=myCatalog/none
                foreign||src={http://127.0.0.1:%d/a.png}
                red|m/red.png|
                """.formatted(foreign.getLocalPort()).replace('|', '\t'));
        file("images/shop.ini", "RootId=shop\nDefaultImage=myCatalog/red\nErrorImage=inherited.png\n");
        file("images/layered.ini", "RootId=layered\nDefaultImage=myCatalog/red\nDefaultImageMode=1\n");
        file("images/bare.ini", "RootId=bare\nErrorImage=inherited.png\n");
        file("vitrine.properties", """
                ir.catalogRootPath=materials
                is.catalogRootPath=images
                ir.resourceRootPaths=files
                vitrine.trustedProxies=127.0.0.1
                vitrine.errorImageTimeoutMillis=20000
                """);
        server = ExampleServer.of(folder.resolve("vitrine.properties"));
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
        foreign.close();
    }

    @Test
    void errorImage_asAFile_isBelowEitherRootOrAbsolute() throws Exception {
        assertImage(RED, "/ir/render/file/none");
        assertImage(BLUE, "/ir/render/imagefile/none");
        assertImage(RED, "/ir/render/absolute/none");
        assertImage(GREEN, "/is/image/bare/none?fmt=png");
    }

    @Test
    void errorImage_notDefined_isInherited() throws Exception {
        assertImage(GREEN, "/ir/render/heir/none");
        assertImage(GREEN, "/ir/render/unheard-of/none");
    }

    @Test
    void errorImage_definedAsNothing_isSwitchedOff() throws Exception {
        assertText("/ir/render/empty/none", 403, "Vignette not found\nCatalog 'empty' has no vignette 'none'");
    }

    @Test
    void errorImage_ofTheExample_holdsTheMessageInTheSizeAskedFor() throws Exception {
        assertEquals("300x300", size(picture("/ir/render/template/none")));
        assertEquals("120x90", size(picture("/ir/render/template/none?wid=120&hei=90")));
        BufferedImage small = picture("/ir/render/template/none?wid=100&hei=100&fmt=png-alpha");
        assertEquals("100x100", size(small));
        assertTrue(darkPixels(small) > 200, "text can be seen");
        assertTrue(darkPixels(picture("/ir/render/template/nothing-of-this-name"))
                > darkPixels(picture("/ir/render/quiet/none")));
    }

    @Test
    void errorImage_ofARule_winsForItsRequests() throws Exception {
        assertImage(RED, "/ir/render/ruled/special");
        assertImage(GREEN, "/ir/render/ruled/usual");
        assertText("/ir/render/ruled/off", 403, "Vignette not found");
    }

    @Test
    void errorImage_thatCannotBeMade_endsInText() throws Exception {
        for (String catalog : List.of("broken", "loop", "gone", "foreign", "nowhere", "outside")) {
            assertText("/ir/render/" + catalog + "/none?wid=50", 403, "Vignette not found\n");
        }
        assertNoForeignCall();
    }

    @Test
    void errorImage_followsWhatCouldBeRead() throws Exception {
        assertEquals("image/jpeg", type(failed("/ir/render/file/none?fmt=jpeg&qlt=nonsense")));
        assertEquals("4x4", size(picture("/ir/render/file/mug?wid=4&hei=x")));
        BufferedImage shrunk = picture("/ir/render/file/none?wid=99999");
        assertTrue(shrunk.getWidth() > 1500 && shrunk.getWidth() <= 2500, size(shrunk));
        assertEquals(shrunk.getWidth(), shrunk.getHeight());
        assertEquals("application/pdf", type(failed("/ir/render/file/none?fmt=pdf")));
        assertEquals("image/png", type(failed("/ir/render/file/none?fmt=swf")));
    }

    @Test
    void debug_isNeverAnImageAndCappedByTheCatalog() throws Exception {
        assertText("/ir/render/quiet/none?req=debug", 403, "Vignette not found\n");
        assertEquals("Vignette not found\n", text(failed("/ir/render/quiet/none?req=debug")));
        String message = text(failed("/ir/render/debug/mug?obj=nix&req=debug"));
        assertTrue(message.startsWith("Object not found\nThe vignette has no group or object 'nix'"), message);
    }

    @Test
    void otherTypes_takeTheFormTheyAskFor() throws Exception {
        for (String type : List.of("contents", "map", "props,xml", "imageprops,xml")) {
            HttpResponse<byte[]> reply = failed("/ir/render/template/none?req=" + type);
            Element error = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(reply.body()))
                    .getDocumentElement();
            assertEquals("error", error.getTagName(), type);
            assertEquals(
                    "unknown-vignette",
                    error.getElementsByTagName("code").item(0).getTextContent());
            assertEquals(403, reply.statusCode());
        }
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(
                failed("/ir/render/template/none?req=props").body()));
        assertEquals("Vignette not found", properties.getProperty("error.title"));
        assertTrue(text(failed("/ir/render/template/none?req=props,javascript")).startsWith("error.title='"));
        assertText("/ir/render/template/mug?req=userdata&wid=zero", 403, "Bad value\n");
    }

    @Test
    void jsonp_hasStatus200AndCanBeParsed() throws Exception {
        HttpResponse<byte[]> reply = failed("/ir/render/template/mug?req=exists,json&id=-7&handler=mine&wid=none");
        assertEquals(200, reply.statusCode());
        assertTrue(type(reply).startsWith("text/javascript"), type(reply));
        String call = text(reply);
        assertTrue(call.startsWith("/*jsonp*/s7jsonError({"), call);
        assertTrue(call.endsWith(",\"-7\");"), call);
        JsonNode error = json(call.substring(call.indexOf('{'), call.lastIndexOf('}') + 1));
        assertEquals("Bad value", error.get("title").asString());
        assertTrue(error.get("message").asString().startsWith("'wid=none' is not understood"));
    }

    @Test
    void exists_ofWhatIsMissing_isNoError() throws Exception {
        HttpResponse<byte[]> reply = server.get("/ir/render/nobody/nothing?req=exists");
        assertEquals(200, reply.statusCode());
        assertTrue(text(reply).contains("catalogRecord.exists=0"));
        assertEquals("", header(reply, "X-Vitrine-Error"));
    }

    @Test
    void problemJson_isForAnyRequest() throws Exception {
        for (String request : List.of("/ir/render/template/none", "/ir/render/template/none?req=contents")) {
            HttpResponse<byte[]> reply =
                    server.get(request, "Accept", "image/*;q=0.5, application/problem+json", "X-Request-ID", "mine-1");
            JsonNode problem = json(text(reply));
            assertEquals("application/problem+json", type(reply));
            assertEquals(403, problem.get("status").asInt());
            assertEquals("Vignette not found", problem.get("title").asString());
            assertTrue(problem.get("type").asString().endsWith("unknown-vignette"));
            assertTrue(problem.get("detail").asString().contains("'none'"));
            assertTrue(problem.get("instance").asString().endsWith("mine-1"));
            assertEquals("mine-1", problem.get("requestId").asString());
            assertEquals(1, problem.get("class").asInt());
        }
        assertImage(RED, "/ir/render/file/none", "Accept", "application/problem+json;q=0, image/*");
    }

    @Test
    void profiles_decideTheStatus() throws Exception {
        assertEquals(403, failed("/ir/render/empty/none").statusCode());
        assertEquals(404, failed("/ir/render/semantic/none").statusCode());
        assertEquals(400, failed("/ir/render/semantic/mug?wid=nonsense").statusCode());
        assertEquals(413, failed("/ir/render/semantic/mug?wid=2501").statusCode());
        HttpResponse<byte[]> tooLong = failed("/ir/render/file/mug?x=" + "y".repeat(40_000));
        assertEquals(414, tooLong.statusCode(), "HTTP's own, and no image");
    }

    @Test
    void errors_expireAtOnceUnlessTheCatalogSaysOtherwise() throws Exception {
        for (String request : List.of(
                "/ir/render/file/none",
                "/ir/render/empty/none",
                "/ir/render/ruled/keep",
                "/ir/render/empty/x?req=props,json&wid=x")) {
            HttpResponse<byte[]> reply = failed(request);
            assertEquals("no-store, max-age=0", header(reply, "Cache-Control"), request);
            assertEquals("Thu, 01 Jan 1970 00:00:00 GMT", header(reply, "Expires"), request);
            assertEquals("", header(reply, "ETag"), request);
        }
        assertEquals("public, max-age=1800", header(failed("/ir/render/lasting/none"), "Cache-Control"));
        HttpResponse<byte[]> negotiated = server.get("/ir/render/lasting/none", "Accept", "application/problem+json");
        assertEquals("no-store, max-age=0", header(negotiated, "Cache-Control"));
    }

    @Test
    void softFailures_areErrorsOnlyIfTheCatalogSaysSo() throws Exception {
        for (String command : List.of("obj=saucer", "sel=0,0")) {
            for (int value = 1; value <= 2; value++) {
                HttpResponse<byte[]> reply = server.get("/ir/render/fail" + value + "/mug?wid=60&" + command);
                assertEquals(200, reply.statusCode(), command);
                assertEquals("", header(reply, "X-Vitrine-Error"));
                assertTrue(header(reply, "X-Vitrine-Warning").contains("not-found"), command);
            }
            assertEquals(403, failed("/ir/render/fail3/mug?wid=60&" + command).statusCode());
        }
    }

    @Test
    void refusals_sayThatTheRequestIsRefused() throws Exception {
        HttpResponse<byte[]> rule = failed("/ir/render/ruled/closed?req=debug");
        assertEquals(403, rule.statusCode());
        assertTrue(text(rule).startsWith("Request refused\n"), text(rule));
        for (String request : List.of("/ir/render/ruled/inside?req=debug", "/ir/render/private/mug")) {
            HttpResponse<byte[]> stranger = server.get(request, "X-Forwarded-For", STRANGER);
            assertEquals(403, stranger.statusCode());
            assertTrue(text(stranger).startsWith("Client IP address forbidden.\n"), text(stranger));
            assertEquals("address-refused; class=2; status=403", header(stranger, "X-Vitrine-Error"));
            assertNotEquals(
                    "address-refused; class=2; status=403",
                    header(server.get(request, "X-Forwarded-For", "10.0.0.1"), "X-Vitrine-Error"),
                    "what one address was told is not told to another");
        }
    }

    @Test
    void defaultImage_comesBeforeTheErrorImage() throws Exception {
        HttpResponse<byte[]> whole = server.get("/is/image/shop/none?fmt=png&wid=4");
        assertEquals(200, whole.statusCode());
        assertEquals("", header(whole, "X-Vitrine-Error"));
        assertEquals(RED, ImageIO.read(new ByteArrayInputStream(whole.body())).getRGB(1, 1));
        HttpResponse<byte[]> layer =
                server.get("/is/image/layered?size=20,20&color=00ff00&layer=1&src=none&size=8,8&fmt=png");
        BufferedImage layered = ImageIO.read(new ByteArrayInputStream(layer.body()));
        assertEquals(GREEN, layered.getRGB(1, 1));
        assertEquals(RED, layered.getRGB(10, 10));
        assertImage(GREEN, "/is/image/shop/none?fmt=png&defaultImage=");
    }

    @Test
    void headers_areThoseOfGoodReplies() throws Exception {
        HttpResponse<byte[]> good = server.get("/ir/render/empty/mug?wid=40", "X-Request-ID", "kept-1");
        for (String request :
                List.of("/ir/render/empty/none", "/ir/render/file/none", "/ir/render/empty/x?req=props,json&wid=x")) {
            HttpResponse<byte[]> bad = server.get(request, "X-Request-ID", "kept-1");
            for (String name : List.of("Vary", "X-Content-Type-Options", "X-Request-ID")) {
                assertEquals(header(good, name), header(bad, name), name);
            }
            assertEquals(cors(good), cors(bad));
            assertEquals("kept-1", header(bad, "X-Request-ID"));
            assertNotEquals("a b", header(server.get(request, "X-Request-ID", "a b"), "X-Request-ID"));
        }
        HttpResponse<byte[]> odd =
                server.get("/ir/render/empty/mug?wid=40&" + "a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1&j=1");
        assertEquals(8, odd.headers().allValues("X-Vitrine-Warning").size());
    }

    @Test
    void monitoring_seesAnErrorImageByHeaderLogAndCounter() throws Exception {
        Logger access = (Logger) LoggerFactory.getLogger("vitrine.access");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        access.setLevel(Level.INFO);
        access.addAppender(lines);
        String counter = "vitrine_errors_total{catalog=\"file\",class=\"1\",code=\"unknown-vignette\",form=\"image\"}";
        double before = metric(counter);
        try {
            for (int i = 0; i < 3; i++) {
                HttpResponse<byte[]> reply = server.get("/ir/render/file/monitored", "X-Request-ID", "watch-" + i);
                assertEquals(200, reply.statusCode());
                assertEquals("unknown-vignette; class=1; status=403", header(reply, "X-Vitrine-Error"));
            }
            for (int patience = 0; patience < 500 && lines.list.size() < 3; patience++) {
                Thread.sleep(10); // a line is written once its reply is out
            }
        } finally {
            access.detachAppender(lines);
            access.setLevel(null);
        }
        assertEquals(before + 3, metric(counter));
        List<String> told = List.copyOf(lines.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains("monitored"))
                .toList();
        assertTrue(
                told.get(0).contains("id=watch-0") && told.get(0).contains(" class=1 error=unknown-vignette"),
                told::toString);
        assertTrue(told.get(1).contains("id=watch-1") && told.get(1).contains("cache=remembered"), told::toString);
        assertTrue(told.get(1).contains("first=watch-0 form=image"), told::toString);
        assertTrue(
                lines.list.stream().noneMatch(event -> event.getLevel().levelStr.equals("ERROR")));
    }

    @Test
    void level0_saysNothingOfTheRequestOrTheMachine() throws Exception {
        String marker = "Zq7MARKERqZ";
        for (String request : List.of(
                "/ir/render/quiet/" + marker,
                "/ir/render/quiet/mug?obj=" + marker,
                "/ir/render/quiet/mug?wid=" + marker,
                "/ir/render/quiet/mug?obj=mug&src=" + marker,
                "/ir/render/quiet/mug?src=is(" + marker)) {
            for (String form : List.of(
                    "", "&req=debug", "&req=contents", "&req=props", "&req=props,json", "&req=map,javascript")) {
                String asked = request + (request.contains("?") ? "" : "?") + form;
                for (String accept : List.of("*/*", "application/problem+json")) {
                    HttpResponse<byte[]> reply = server.get(asked, "Accept", accept);
                    String all = reply.headers().map() + new String(reply.body(), ISO_8859_1);
                    assertFalse(all.contains(marker), asked + ": " + all);
                    assertFalse(all.contains(folder.toString()) || all.contains("dev.vitrine"), asked + ": " + all);
                }
            }
        }
    }

    @Test
    void remembered_fileThatIsReplaced_isSeenAtOnce() throws Exception {
        byte[] good = Files.readAllBytes(folder.resolve("files/m/red.png"));
        Path texture = folder.resolve("files/texture.png");
        Files.write(texture, List.of("cut off"));
        String request = "/ir/render/empty/mug?obj=mug/body&src=texture.png&wid=60";
        for (int i = 0; i < 2; i++) {
            assertEquals("source-unsupported; class=2; status=403", header(failed(request), "X-Vitrine-Error"));
        }
        Files.write(texture, good);
        assertEquals("", header(server.get(request), "X-Vitrine-Error"));
        byte[] once = server.get("/ir/render/template/same").body();
        assertArrayEquals(once, server.get("/ir/render/template/same").body());
    }

    private static void assertNoForeignCall() throws IOException {
        try {
            foreign.accept().close();
        } catch (SocketTimeoutException nobodyCalled) {
            return;
        }
        throw new AssertionError("an error image has called another server");
    }

    private static void assertImage(int color, String request, String... headers) throws Exception {
        HttpResponse<byte[]> reply = server.get(request, headers);
        assertEquals(200, reply.statusCode(), () -> text(reply));
        assertTrue(header(reply, "X-Vitrine-Error").contains("status=403"), request);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(reply.body()));
        assertEquals(color, image.getRGB(image.getWidth() / 2, image.getHeight() / 2), request);
    }

    private static void assertText(String request, int status, String begins) throws Exception {
        HttpResponse<byte[]> reply = failed(request);
        assertEquals(status, reply.statusCode(), request);
        assertEquals("text/plain;charset=UTF-8", type(reply), request);
        assertTrue(text(reply).startsWith(begins), () -> request + ": " + text(reply));
    }

    private static HttpResponse<byte[]> failed(String request) throws Exception {
        HttpResponse<byte[]> reply = server.get(request);
        assertFalse(header(reply, "X-Vitrine-Error").isEmpty(), request + " did not fail");
        return reply;
    }

    private static BufferedImage picture(String request) throws Exception {
        HttpResponse<byte[]> reply = failed(request);
        assertEquals(200, reply.statusCode(), () -> text(reply));
        return ImageIO.read(new ByteArrayInputStream(reply.body()));
    }

    private static long darkPixels(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels)
                .filter(p -> p >>> 24 > 128 && (p & 255) < 128)
                .count();
    }

    private static String size(BufferedImage image) {
        return image.getWidth() + "x" + image.getHeight();
    }

    private static Set<String> cors(HttpResponse<byte[]> reply) {
        Set<String> fields = new TreeSet<>();
        reply.headers().map().forEach((name, values) -> {
            if (name.startsWith("access-control")) {
                fields.add(name + values);
            }
        });
        assertFalse(fields.isEmpty());
        return fields;
    }

    private static double metric(String name) throws Exception {
        return text(server.get("/metrics"))
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .sum();
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    private static String header(HttpResponse<byte[]> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }

    private static String type(HttpResponse<byte[]> reply) {
        return header(reply, "Content-Type");
    }

    private static String text(HttpResponse<byte[]> reply) {
        return new String(reply.body(), UTF_8);
    }

    private static void material(String id, String... lines) throws IOException {
        file("materials/" + id + ".ini", "RootId=" + id + "\n" + String.join("\n", lines) + "\n");
    }

    private static void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, ISO_8859_1);
    }

    private static void picture(String name, int argb) throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, argb);
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assertTrue(ImageIO.write(image, "png", file.toFile()));
    }
}
