package dev.vitrine.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad content and bad requests each meet their catalogued failure, and leave the next good request as it was. */
class ResilienceTest {
    private static final String GOOD = "/ir/render/shop/mug?obj=mug/body&src=tile.jpg&wid=200&cache=on,off";
    private static final long SEED = 20261122;

    @TempDir
    private static Path folder;

    private static ExampleServer server;
    private static byte[] good;

    @BeforeAll
    static void open() throws Exception {
        Path catalogs = Files.createDirectory(folder.resolve("catalogs"));
        Files.writeString(
                catalogs.resolve("default.ini"), "ErrorDetail=2\nResolution=40\nOnFailObj=3\nMaxPix=800,800\n");
        Files.writeString(catalogs.resolve("shop.ini"), "RootId=shop\n");
        Path examples = ExampleServer.examples();
        Files.copy(examples.resolve("vignettes/mug.ovp"), folder.resolve("mug.ovp"));
        Files.copy(examples.resolve("materials/tile.jpg"), folder.resolve("tile.jpg"));
        Files.write(folder.resolve("mapped.vnt"), new byte[1000]);
        Files.copy(examples.resolve("vignettes/mug.ovp"), folder.resolve("mapped.ovp"));
        Files.write(folder.resolve("old.vnt"), new byte[1000]);
        Path settings = folder.resolve("vitrine.properties");
        Files.writeString(settings, "ir.catalogRootPath=catalogs\nir.resourceRootPaths=.\n");
        server = ExampleServer.of(settings);
        good = server.get(GOOD).body();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void badRequests_eachHaveTheirFailure() throws Exception {
        assertFails("/ir/render/nobody/mug", "unknown-catalog", 403);
        assertFails("/ir/render/shop/cup", "unknown-vignette", 403);
        assertFails("/ir/render/shop/mug?obj=mug&src=velvet&wid=100", "unknown-material", 403);
        assertFails("/ir/render/shop/mug?obj=saucer&src=tile.jpg&wid=100", "object-not-found", 403);
        assertFails("/ir/render/shop/mug?wid=0", "out-of-range", 403);
        assertFails("/ir/render/shop/mug?wid=undefined", "bad-value", 403);
        assertFails("/ir/render/shop/mug?wid=801", "reply-too-large", 403);
        assertFails("/ir/render/shop/%2e%2e/mug", "path-refused", 403);
        assertFails("/ir/render/shop/mug?obj=mug&src=..%2ftile.jpg&wid=100", "path-refused", 403);
        assertFails("/ir/render/shop/mug?vignette=../mug", "path-refused", 403);
        assertFails("/ir/render/shop/mug?obj=mug&src=is(tile.jpg", "unbalanced-brackets", 403);
        assertFails("/ir/render/shop/mug?obj=" + "%41".repeat(2700) + "&wid=100", "object-not-found", 403);
        assertFails("/ir/render/shop/mug?x=" + "y".repeat(40_000), "request-too-long", 414);
        assertFails("/ir/render/shop/old.vnt", "source-unsupported", 403);
    }

    @Test
    void oldName_findsTheOpenPackageBesideIt() throws Exception {
        assertEquals(200, server.get("/ir/render/shop/mapped.vnt?wid=100").statusCode());
    }

    @Test
    void propertiesXmlAndProblem_takeTheFormThatWasAskedFor() throws Exception {
        assertTrue(text("/ir/render/shop/cup?req=imageprops").startsWith("#S7Z ERROR\r\n#"));
        assertTrue(text("/ir/render/shop/cup?req=contents").contains("<error><title>Vignette not found</title>"));
        assertGoodIsAsBefore();
    }

    @Test
    void truncatedPackages_failAlone() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve("mug.ovp"));
        Random random = new Random(SEED);
        for (int i = 0; i < 12; i++) {
            int length = i == 0 ? 0 : random.nextInt(whole.length);
            Files.write(folder.resolve("cut" + i + ".ovp"), Arrays.copyOf(whole, length));
            assertFails("/ir/render/shop/cut" + i + "?obj=mug/body&src=tile.jpg&wid=100", "source-damaged", 403);
        }
    }

    @Test
    void truncatedTextures_failAlone() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve("tile.jpg"));
        Random random = new Random(SEED);
        for (int i = 0; i < 12; i++) {
            int length = 4 + random.nextInt(whole.length - 8);
            Files.write(folder.resolve("cut" + i + ".jpg"), Arrays.copyOf(whole, length));
            assertFails("/ir/render/shop/mug?obj=mug/body&src=cut" + i + ".jpg&wid=100", "source-damaged", 403);
        }
    }

    private static void assertFails(String request, String code, int status) throws Exception {
        HttpResponse<byte[]> reply = server.get(request);
        String error = reply.headers().firstValue("X-Vitrine-Error").orElse("none");
        assertTrue(error.startsWith(code + ";"), () -> request + ": " + error);
        assertEquals(status, reply.statusCode(), request);
        assertTrue(reply.headers().firstValue("X-Request-ID").isPresent());
        assertGoodIsAsBefore();
    }

    private static void assertGoodIsAsBefore() throws IOException, InterruptedException {
        HttpResponse<byte[]> reply = server.get(GOOD);
        assertEquals(200, reply.statusCode());
        assertArrayEquals(good, reply.body());
    }

    private static String text(String request) throws IOException, InterruptedException {
        return new String(server.get(request).body(), UTF_8);
    }
}
