package dev.vitrine.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.model.ErrorDetail;
import dev.vitrine.catalog.model.ErrorSettings;
import dev.vitrine.catalog.model.StatusProfile;
import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.Resolved;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.Rendered;
import dev.vitrine.server.config.ConfigReader;
import dev.vitrine.server.config.VitrineConfig;
import dev.vitrine.server.metrics.Metrics;
import dev.vitrine.server.pipeline.Caches;
import dev.vitrine.server.pipeline.Renderer;
import dev.vitrine.server.pipeline.RequestIds;
import dev.vitrine.server.pipeline.RequestPipeline;
import dev.vitrine.server.pipeline.Requests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** HTTP as clients meet it: a real server at a free port, with a small language of its own behind it. */
class HttpServerTest {
    private final FakeRenderer renderer = new FakeRenderer();
    private final Metrics metrics = new Metrics();
    private final AtomicInteger ids = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;
    private WorkPool pool;

    @BeforeEach
    void start() throws Exception {
        VitrineConfig config = new ConfigReader(
                        Map.of("VITRINE_PORT", "0", "VITRINE_HOST", "127.0.0.1", "VITRINE_QUEUE", "1"), 1)
                .withoutFile();
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        RequestPipeline pipeline = new RequestPipeline(
                Requests.interpreter(
                        new ErrorSettings(ErrorDetail.MESSAGE, Optional.of("error.png"), StatusProfile.PROTOCOL)),
                renderer,
                new Caches(1 << 20, 1 << 20, Duration.ofSeconds(5), System::nanoTime),
                metrics,
                "test",
                Duration.ofSeconds(1),
                clock,
                System::nanoTime);
        pool = new WorkPool(config.workers(), config.queue());
        server = new HttpServer(
                config,
                pipeline,
                pool,
                new Pages(Map.of("/", () -> Pages.Page.html("<p>hello"))),
                new RequestIds(() -> "made-" + ids.incrementAndGet()),
                metrics,
                clock,
                System::nanoTime);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        renderer.gate.countDown();
        server.stop();
    }

    @Test
    void get_picture_carriesBodyAndHeaders() throws Exception {
        HttpResponse<byte[]> reply = get("/ir/render/fine");
        assertEquals(200, reply.statusCode());
        assertEquals("picture of /fine?", text(reply));
        assertEquals("image/jpeg", header(reply, "Content-Type"));
        assertEquals("public, max-age=7200", header(reply, "Cache-Control"));
        assertEquals("Thu, 01 Jan 1970 02:00:00 GMT", header(reply, "Expires"));
        assertEquals("*", header(reply, "Access-Control-Allow-Origin"));
        assertEquals("made-1", header(reply, "X-Request-ID"));
        assertTrue(header(reply, "ETag").matches("\"[A-Za-z0-9_-]{20}\""));
        assertEquals("", header(reply, "X-Vitrine-Error"));
        assertEquals("", header(reply, "Vary"));
        assertArrayEquals(reply.body(), get("/is/render/fine").body());
    }

    @Test
    void get_expiration_becomesCacheControl() throws Exception {
        assertEquals("public, max-age=31536000, immutable", header(get("/ir/render/never"), "Cache-Control"));
        assertEquals("no-store, max-age=0", header(get("/ir/render/at-once"), "Cache-Control"));
    }

    @Test
    void get_sameTwice_rendersOnce() throws Exception {
        assertArrayEquals(get("/ir/render/fine").body(), get("/ir/render/fine").body());
        assertEquals(1, renderer.rendered.get());
    }

    @Test
    void get_ifNoneMatch_is304WithoutRendering() throws Exception {
        String etag = header(get("/ir/render/fine"), "ETag");
        for (String held : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
            HttpResponse<byte[]> reply = send(request("/ir/render/fine").header("If-None-Match", held));
            assertEquals(304, reply.statusCode(), held);
            assertEquals(0, reply.body().length);
            assertEquals(etag, header(reply, "ETag"));
        }
        assertEquals(
                200,
                send(request("/ir/render/fine").header("If-None-Match", "\"other\""))
                        .statusCode());
        assertEquals(1, renderer.rendered.get());
    }

    @Test
    void get_ifModifiedSince_isAnsweredByTheTimeStamp() throws Exception {
        String date = header(get("/ir/render/dated"), "Last-Modified");
        assertEquals("Thu, 01 Jan 1970 00:00:01 GMT", date);
        HttpResponse<byte[]> fresh = send(request("/ir/render/dated").header("If-Modified-Since", date));
        assertEquals(304, fresh.statusCode());
        assertEquals(date, header(fresh, "Last-Modified"));
    }

    @Test
    void get_propertiesOfImageServing_liveAsTheCatalogSays() throws Exception {
        assertEquals("public, max-age=360", header(get("/is/image/fine?req=props"), "Cache-Control"));
        assertEquals("no-store, max-age=0", header(get("/ir/render/fine?req=props"), "Cache-Control"));
    }

    @Test
    void get_missing_isErrorImageWithStatus200AndHeader() throws Exception {
        HttpResponse<byte[]> reply = get("/ir/render/missing");
        assertEquals(200, reply.statusCode());
        assertEquals("picture of error.png", text(reply));
        assertEquals("unknown-vignette; class=1; status=403", header(reply, "X-Vitrine-Error"));
        assertEquals("no-store, max-age=0", header(reply, "Cache-Control"));
        assertEquals("", header(reply, "Vary"));
    }

    @Test
    void get_missingAsProblem_isProblemJson() throws Exception {
        HttpResponse<byte[]> reply = send(request("/ir/render/missing").header("Accept", "application/problem+json"));
        assertEquals(403, reply.statusCode());
        assertEquals("application/problem+json", header(reply, "Content-Type"));
        assertTrue(text(reply).contains("\"code\":\"unknown-vignette\""), text(reply));
    }

    @Test
    void get_missingAsJsonp_isStatus200() throws Exception {
        HttpResponse<byte[]> reply = get("/ir/render/missing?req=props,json");
        assertEquals(200, reply.statusCode());
        assertTrue(text(reply).startsWith("/*jsonp*/s7jsonError({\"message\":"), text(reply));
        assertTrue(text(reply).endsWith(",\"7\");"), text(reply));
    }

    @Test
    void get_requestId_isKeptIfWellFormed() throws Exception {
        assertEquals(
                "abc-1.2_Z",
                header(send(request("/ir/render/fine").header("X-Request-ID", "abc-1.2_Z")), "X-Request-ID"));
        assertEquals("made-1", header(send(request("/ir/render/fine").header("X-Request-ID", "a b")), "X-Request-ID"));
    }

    @Test
    void get_otherPaths_arePagesOrPlain404() throws Exception {
        assertEquals("<p>hello", text(get("/")));
        HttpResponse<byte[]> reply = get("/nowhere");
        assertEquals(404, reply.statusCode());
        assertEquals("*", header(reply, "Access-Control-Allow-Origin"));
        assertEquals(404, get("/ir/renders").statusCode());
    }

    @Test
    void otherMethods_optionsAndRefusal() throws Exception {
        HttpResponse<byte[]> options = send(request("/ir/render/fine").method("OPTIONS", noBody()));
        assertEquals(204, options.statusCode());
        assertEquals("*", header(options, "Access-Control-Allow-Origin"));
        assertEquals("GET, HEAD, OPTIONS", header(options, "Access-Control-Allow-Methods"));
        HttpResponse<byte[]> post = send(request("/ir/render/fine").POST(HttpRequest.BodyPublishers.ofString("x")));
        assertEquals(405, post.statusCode());
        assertEquals("GET, HEAD, OPTIONS", header(post, "Allow"));
    }

    @Test
    void head_picture_hasTheHeadersOfGetAndNoBody() throws Exception {
        HttpResponse<byte[]> got = get("/ir/render/fine");
        HttpResponse<byte[]> head = send(request("/ir/render/fine").method("HEAD", noBody()));
        assertEquals(200, head.statusCode());
        assertEquals(0, head.body().length);
        assertEquals(header(got, "Content-Length"), header(head, "Content-Length"));
        assertEquals(header(got, "ETag"), header(head, "ETag"));
    }

    @Test
    void raw_oddBytesInUrl_reachThePipeline() throws Exception {
        assertTrue(raw("GET /ir/render/fine?src=is{a|b}^`<>\\\" HTTP/1.1")
                .contains("picture of /fine?src=is{a|b}^`<>\\\""));
        assertTrue(raw("GET /ir/render/a;p=1/../b HTTP/1.1").contains("picture of /a;p=1/../b?"));
        assertTrue(raw("GET /ir/render/zażółć?ü HTTP/1.1").contains("picture of /zażółć?ü"));
        assertTrue(raw("GET http://x/ir/render/fine?%41%2f HTTP/1.1").contains("picture of /fine?%41%2f"));
        assertTrue(raw("GET /ir/render/fine?a?b=?&& HTTP/1.1").contains("picture of /fine?a?b=?&&"));
    }

    @Test
    void raw_malformedPercent_meetsThePolicy() throws Exception {
        for (String line : List.of("/ir/render/fine?%zz", "/ir/render/%zz?a", "/ir/render/a%41%zz")) {
            String reply = raw("GET " + line + " HTTP/1.1");
            assertTrue(reply.startsWith("HTTP/1.1 200"), reply);
            assertTrue(reply.contains("X-Vitrine-Error: bad-encoding; class=2; status=403"), reply);
            assertTrue(reply.contains("picture of error.png"), reply);
        }
        String broken = "picture of /fine?a%";
        assertTrue(raw("GET /ir/render/fine?a% HTTP/1.1").contains(broken));
        assertTrue(raw("GET /ir/render/fine?a%4 HTTP/1.1").contains(broken + "4"));
    }

    @Test
    void raw_blankInUrl_isPartOfIt() throws Exception {
        assertTrue(
                raw("GET /ir/render/my sofa?obj=a b&src= c HTTP/1.1").contains("picture of /my sofa?obj=a b&src= c\n")
                        || raw("GET /ir/render/my sofa?obj=a b&src= c HTTP/1.1")
                                .endsWith("picture of /my sofa?obj=a b&src= c"));
        assertTrue(raw("GET /ir/render/fine?a HTTP/1.1 HTTP/1.1").endsWith("picture of /fine?a HTTP/1.1"));
        assertTrue(raw("GET /ir/render/fine?a HTTP/1.1x HTTP/1.0").endsWith("picture of /fine?a HTTP/1.1x"));
        assertTrue(raw("GET /ir/render/fine?a  HTTP/1.1").endsWith("picture of /fine?a "));
        assertTrue(raw("GET /ir/render/fine?% % HTTP/1.1").endsWith("picture of /fine?% %"));
        assertTrue(raw("GET /ir/render/zażółć ü HTTP/1.1").endsWith("picture of /zażółć ü?"));
    }

    @Test
    void raw_oddRequestLines_areStillRefusedByHttp() throws Exception {
        for (String line :
                List.of("GET  /ir/render/fine HTTP/1.1", "GET /ir/render/fine", "GET /ir/render/fine a", "GET")) {
            String reply = raw(line);
            assertTrue(reply.isEmpty() || reply.startsWith("HTTP/1.1 400"), line + ": " + reply);
        }
    }

    @Test
    void raw_blanksElsewhere_shiftNothing() throws Exception {
        String one = "GET /ir/render/fine?a b HTTP/1.1\r\nHost: x\r\nX-Odd: GET / HTTP/1.1\r\n\r\n";
        String inBody = "GET /ir/render/evil HTTP/1.1\r\n\r\n";
        String post = "POST /ir/render/fine HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(inBody.length(), inBody);
        String last = "GET /ir/render/last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        try (Socket socket = connect()) {
            socket.getOutputStream().write(latin1(one + post + one + last));
            String all = received(socket);
            assertEquals(3, all.split("HTTP/1.1 200", -1).length - 1, all);
            assertEquals(1, all.split("HTTP/1.1 405", -1).length - 1, all);
            assertEquals(2, all.split("picture of /fine\\?a b", -1).length - 1, all);
            assertTrue(all.endsWith("picture of /last?"), all);
        }
    }

    @Test
    void raw_blankAtEveryReadBoundary_isUnderstood() throws Exception {
        String request = "GET /ir/render/fine?a HTTP/1.1x b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        for (int cut = 19; cut < 46; cut++) {
            try (Socket socket = connect()) {
                socket.getOutputStream().write(latin1(request.substring(0, cut)));
                socket.getOutputStream().flush();
                Thread.sleep(3);
                socket.getOutputStream().write(latin1(request.substring(cut)));
                assertTrue(received(socket).endsWith("picture of /fine?a HTTP/1.1x b"), "cut at " + cut);
            }
        }
    }

    @Test
    void raw_percentAtEveryReadBoundary_isUnderstood() throws Exception {
        String request = "GET /ir/render/fine?a%41%zz%4 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        for (int cut = 20; cut < 36; cut++) {
            try (Socket socket = connect()) {
                socket.getOutputStream().write(latin1(request.substring(0, cut)));
                socket.getOutputStream().flush();
                Thread.sleep(3);
                socket.getOutputStream().write(latin1(request.substring(cut)));
                assertTrue(received(socket).contains("X-Vitrine-Error: bad-encoding"), "cut at " + cut);
            }
        }
    }

    @Test
    void raw_pipelinedRequests_areAllUnderstood() throws Exception {
        try (Socket socket = connect()) {
            String one = "GET /ir/render/fine?%41% HTTP/1.1\r\nHost: x\r\nX-Odd: 100%!\r\n\r\n";
            String last = "GET /ir/render/last?% HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(latin1(one + one + last));
            String all = received(socket);
            assertEquals(3, all.split("HTTP/1.1 200", -1).length - 1, all);
            assertTrue(all.contains("picture of /last?%"), all);
        }
    }

    @Test
    void raw_tooLong_isRefusedByHttp() throws Exception {
        String header = raw("GET /ir/render/fine HTTP/1.1\r\nX-Long: " + "x".repeat(40_000));
        assertTrue(header.startsWith("HTTP/1.1 431"), header.lines().findFirst().orElse("nothing"));
        assertTrue(
                raw("GET /ir/render/fine?" + "&".repeat(20_000) + " HTTP/1.1").startsWith("HTTP/1.1 200"));
    }

    @Test
    void get_rendererOutOfMemory_isInternalErrorAndTheNextRequestIsFine() throws Exception {
        byte[] before = get("/ir/render/fine").body();
        for (String path :
                List.of("/ir/render/oom?req=debug", "/ir/render/deep?req=debug", "/ir/render/bug?req=debug")) {
            HttpResponse<byte[]> reply = get(path);
            assertEquals(500, reply.statusCode(), path);
            assertEquals("internal; class=3; status=500", header(reply, "X-Vitrine-Error"));
            assertTrue(text(reply).startsWith("Internal error\n"), text(reply));
        }
        assertArrayEquals(before, get("/ir/render/fine").body());
    }

    @Test
    void get_whenAllPlacesAreTaken_is503AtOnce() throws Exception {
        Future<HttpResponse<byte[]>> working = sendAsync("/ir/render/slow?1");
        assertTrue(renderer.begun.await(5, TimeUnit.SECONDS));
        Future<HttpResponse<byte[]>> waiting = sendAsync("/ir/render/slow?2");
        while (pool.waiting() == 0) {
            Thread.sleep(1);
        }
        HttpResponse<byte[]> refused = get("/ir/render/fine");
        assertEquals(503, refused.statusCode());
        assertEquals("2", header(refused, "Retry-After"));
        assertEquals("too-busy; class=4; status=503", header(refused, "X-Vitrine-Error"));
        renderer.gate.countDown();
        assertEquals(200, working.get(5, TimeUnit.SECONDS).statusCode());
        assertEquals(200, waiting.get(5, TimeUnit.SECONDS).statusCode());
        assertEquals(200, get("/ir/render/fine").statusCode());
    }

    @Test
    @Timeout(30)
    void counters_tellWhatHappened() throws Exception {
        get("/ir/render/fine");
        get("/ir/render/missing");
        get("/nowhere");
        // A reply is counted when it has gone, which may be after the client has it.
        while (!metrics.page().contains("vitrine_http_replies_total{status=\"404\"} 1.0")) {
            Thread.sleep(1);
        }
        String page = metrics.page();
        assertTrue(
                page.contains(
                        "vitrine_errors_total{catalog=\"default\",class=\"1\",code=\"unknown-vignette\",form=\"image\"} 1.0"),
                page);
        assertTrue(page.contains("vitrine_requests_seconds_count{cache=\"miss\",kind=\"img\",outcome=\"ok\"} 1"), page);
        assertEquals(1, metrics.summary().get("error"));
        assertEquals(1, metrics.summary().get("error.unknown-vignette"));
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private Future<HttpResponse<byte[]>> sendAsync(String path) {
        return client.sendAsync(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.BodyPublisher noBody() {
        return HttpRequest.BodyPublishers.noBody();
    }

    /** Sends a request line (and perhaps headers) as it is, in UTF-8; gives back all that comes. */
    private String raw(String lines) throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write((lines + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return received(socket);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(5000);
        return socket;
    }

    private static String received(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] latin1(String text) {
        Charset latin1 = StandardCharsets.ISO_8859_1;
        return text.getBytes(latin1);
    }

    private static String text(HttpResponse<byte[]> reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> reply, String name) {
        return reply.headers().firstValue(name).orElse("");
    }

    /** Draws in words. */
    private static final class FakeRenderer implements Renderer {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch gate = new CountDownLatch(1);
        private final AtomicInteger rendered = new AtomicInteger();

        @Override
        public Rendered answer(Resolved request, Deadline deadline, Instant now) {
            rendered.incrementAndGet();
            String name = request.catalog();
            if (name.startsWith("/oom")) {
                throw new OutOfMemoryError("on purpose");
            }
            if (name.startsWith("/deep")) {
                throw new StackOverflowError("on purpose");
            }
            if (name.startsWith("/slow")) {
                begun.countDown();
                try {
                    assertTrue(gate.await(10, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return picture(name);
        }

        @Override
        public Rendered errorImage(SourceFile image, ReplySettings reply, Deadline deadline) {
            return picture(image.name());
        }

        @Override
        public Rendered errorImage(ResolvedServing template, Deadline deadline) {
            throw new IllegalStateException("there is no template here");
        }

        private static Rendered picture(String name) {
            return new Rendered(("picture of " + name).getBytes(StandardCharsets.UTF_8), "image/jpeg", List.of());
        }
    }
}
