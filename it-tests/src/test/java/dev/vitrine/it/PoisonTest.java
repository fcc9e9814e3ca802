package dev.vitrine.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.Resolved;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.Rendered;
import dev.vitrine.server.pipeline.Renderer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** After whatever bad request, the same good request has the same reply; and ten thousand bad ones leave nothing behind. */
class PoisonTest {
    private static final String GOOD = "/ir/render/shop/mug?obj=mug/body&src=tile.jpg&wid=40&cache=on,off";
    private static final int DIFFERENT = 300;
    private static final long SEED = 20261125;

    @TempDir
    private static Path folder;

    private static ExampleServer server;
    private static byte[] good;

    @BeforeAll
    static void open() throws Exception {
        quiet(Level.OFF);
        Path catalogs = Files.createDirectory(folder.resolve("catalogs"));
        Files.writeString(
                catalogs.resolve("default.ini"), "ErrorDetail=3\nResolution=40\nOnFailObj=3\nMaxPix=800,800\n");
        Files.writeString(catalogs.resolve("shop.ini"), "RootId=shop\n");
        Files.writeString(catalogs.resolve("drawn.ini"), "RootId=drawn\nErrorDetail=0\nErrorImage=errors/card\n");
        Path examples = ExampleServer.examples();
        for (String name : List.of("errors.ini", "errors_images.txt")) {
            Files.copy(examples.resolve("catalogs").resolve(name), catalogs.resolve(name));
        }
        for (String name : List.of("mug", "memory", "stack", "assertion", "linkage", "real")) {
            Files.copy(examples.resolve("vignettes/mug.ovp"), folder.resolve(name + ".ovp"));
        }
        Files.copy(examples.resolve("materials/tile.jpg"), folder.resolve("tile.jpg"));
        Files.copy(examples.resolve("materials/badge.png"), folder.resolve("badge.png"));
        cutCatalogs(examples, catalogs);
        Path settings = folder.resolve("vitrine.properties");
        Files.writeString(settings, "ir.catalogRootPath=catalogs\nir.resourceRootPaths=.\n");
        server = ExampleServer.of(settings, FailingRenderer::new);
        good = server.get(GOOD).body();
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
        quiet(null);
    }

    private static void quiet(Level level) {
        ((Logger) LoggerFactory.getLogger("vitrine.access")).setLevel(level);
        ((Logger) LoggerFactory.getLogger("dev.vitrine.server")).setLevel(level);
    }

    @Test
    void goodRequest_afterEveryBadOne_isAsBefore() throws Exception {
        List<String> bad = new ArrayList<>();
        cutFiles(bad);
        bombs(bad);
        nested(bad);
        numbers(bad);
        encodings(bad);
        errors(bad);
        cutRequests(bad);
        assertTrue(bad.size() >= 200, "only " + bad.size());
        Set<String> codes = new TreeSet<>();
        try (PlainClient client = new PlainClient(server.port())) {
            for (String request : bad) {
                PlainClient.Answer answer = client.get(request);
                int at = answer.head().indexOf("X-Vitrine-Error: ");
                if (at >= 0) {
                    codes.add(answer.head().substring(at + 17, answer.head().indexOf(';', at)));
                } else {
                    assertTrue(answer.status() < 300, () -> request + ": " + answer.head());
                }
                assertArrayEquals(good, client.get(GOOD).body(), request);
            }
        }
        assertTrue(
                codes.containsAll(Set.of(
                        "internal",
                        "source-damaged",
                        "source-too-large",
                        "nested-too-deep",
                        "bad-encoding",
                        "bad-value",
                        "out-of-range",
                        "unbalanced-brackets")),
                codes.toString());
    }

    @Test
    void tenThousandFailures_leaveNeitherMemoryNorThreadsBehind() throws Exception {
        List<String> kinds = List.of(
                "/ir/render/shop/none%d?wid=9",
                "/ir/render/drawn/none%d?wid=90",
                "/ir/render/shop/mug?wid=x%d",
                "/ir/render/shop/mug?obj=o%d&wid=30",
                "/is/image/shop/%d?req=imageprops,json",
                "/ir/render/shop/%%zz%d");
        flood(kinds, 0, 1000);
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long memory = usedMemory();
        flood(kinds, 1000, 11_000);
        long growth = usedMemory() - memory;
        assertTrue(growth < 40L << 20, "grown by " + (growth >> 20) + " MB");
        int more = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
        assertTrue(more < 8, more + " more threads");
        assertArrayEquals(good, server.get(GOOD).body());
    }

    /** Sends failing requests on four connections. */
    private static void flood(List<String> kinds, int from, int to) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                int first = from + worker;
                tasks.add(() -> {
                    int failed = 0;
                    try (PlainClient one = new PlainClient(server.port())) {
                        for (int i = first; i < to; i += 4) {
                            String request = kinds.get(i % kinds.size()).formatted(i % DIFFERENT);
                            failed += one.get(request).head().contains("X-Vitrine-Error: ") ? 1 : 0;
                        }
                    }
                    return failed;
                });
            }
            int failed = 0;
            for (Future<Integer> future : pool.invokeAll(tasks)) {
                failed += future.get();
            }
            assertEquals(to - from, failed);
        } finally {
            pool.shutdown();
        }
    }

    private static long usedMemory() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(20);
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static void cutFiles(List<String> bad) throws IOException {
        Random random = new Random(SEED);
        for (String name : List.of("mug.ovp", "tile.jpg", "badge.png")) {
            byte[] whole = Files.readAllBytes(folder.resolve(name));
            for (int i = 0; i < 24; i++) {
                int length = i < 4 ? i * 7 : random.nextInt(whole.length - 40);
                String cut = "cut" + i + name;
                Files.write(folder.resolve(cut), Arrays.copyOf(whole, length));
                bad.add(
                        name.endsWith("ovp")
                                ? "/ir/render/shop/" + cut + "?wid=40"
                                : "/ir/render/shop/mug?obj=mug/body&wid=40&src=" + cut);
            }
        }
    }

    /** Catalogs whose files end anywhere. */
    private static void cutCatalogs(Path examples, Path catalogs) throws IOException {
        for (int i = 0; i < 16; i++) {
            String ini = "RootId=cut" + i + "\nErrorDetail=2\nVignetteMapFile=cut" + i + ".txt\nMacroFile=cutm" + i
                    + ".txt\n";
            int share = 20 + 5 * i;
            Files.writeString(catalogs.resolve("cut" + i + ".ini"), ini.substring(0, ini.length() * share / 100));
            for (String[] names : new String[][] {{"demo_vignettes.txt", "cut"}, {"demo_macros.txt", "cutm"}}) {
                byte[] whole = Files.readAllBytes(examples.resolve("catalogs").resolve(names[0]));
                Files.write(catalogs.resolve(names[1] + i + ".txt"), Arrays.copyOf(whole, whole.length * share / 100));
            }
        }
    }

    private static void bombs(List<String> bad) throws IOException {
        Files.write(folder.resolve("huge.png"), pngHeader(60_000, 60_000));
        Files.write(folder.resolve("none.png"), pngHeader(0, 7));
        byte[] gif = Arrays.copyOf("GIF89a".getBytes(ISO_8859_1), 35);
        Arrays.fill(gif, 6, 10, (byte) 0xff);
        Files.write(folder.resolve("huge.gif"), gif);
        byte[] tiff = ByteBuffer.allocate(138)
                .put("MM\0*".getBytes(ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 256)
                .putShort((short) 4)
                .putInt(1)
                .putInt(1)
                .putInt(8)
                .array();
        Files.write(folder.resolve("loop.tif"), tiff);
        for (String name : List.of("huge.png", "none.png", "huge.gif", "loop.tif")) {
            bad.add("/ir/render/shop/mug?obj=mug/body&wid=40&src=" + name);
            bad.add("/is/image/shop/" + name + "?wid=40");
        }
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(ISO_8859_1))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        return ByteBuffer.allocate(33)
                .putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .put(chunk.array())
                .putInt((int) crc.getValue())
                .array();
    }

    private static void nested(List<String> bad) {
        for (int depth = 2; depth < 24; depth += 2) {
            bad.add("/ir/render/shop/mug?obj=mug/body&src=" + "is{?src=".repeat(depth) + "none" + "}".repeat(depth));
            bad.add("/is/image/shop?" + "src=ir(mug?obj=mug/body&".repeat(depth) + ")".repeat(depth - 1));
        }
        bad.add("/ir/render/shop/mug?src=" + "{".repeat(20_000));
        bad.add("/is/image/shop?text=" + "{\\b ".repeat(5000));
    }

    private static void numbers(List<String> bad) {
        for (String number : List.of("99999999999", "-1", "1e308", "NaN", "0x10", "1/0", "", "9".repeat(5000))) {
            for (String command : List.of("wid", "scl", "hei", "qlt", "obj=mug/body&src=tile.jpg&res")) {
                bad.add("/ir/render/shop/mug?" + command + "=" + number);
            }
            bad.add("/is/image/shop/tile.jpg?size=" + number + "," + number);
        }
    }

    private static void encodings(List<String> bad) {
        Random random = new Random(SEED);
        bad.addAll(List.of(
                "/ir/render/shop/%zz",
                "/ir/render/shop/mug?wid=%",
                "/ir/render/shop/%00",
                "/ir/render/shop/\u00c3(",
                "/ir/render/shop/%c3%28"));
        String signs = "&=?$%{}()/,.abz019\u00e9\u00ff<>\"'|\\ ";
        for (int i = 0; i < 40; i++) {
            StringBuilder noise = new StringBuilder("/ir/render/shop/mug?obj=");
            for (int n = random.nextInt(60); n >= 0; n--) {
                noise.append(signs.charAt(random.nextInt(signs.length())));
            }
            bad.add(noise.append("&wid=z").toString());
        }
    }

    private static void errors(List<String> bad) {
        for (String name : List.of("memory", "stack", "assertion", "linkage", "real")) {
            bad.add("/ir/render/shop/" + name + "?wid=40");
            bad.add("/ir/render/shop/" + name + "?wid=40&req=contents");
            bad.add("/ir/render/drawn/" + name + "?wid=40");
        }
    }

    private static void cutRequests(List<String> bad) {
        for (int i = 0; i < 16; i++) {
            bad.add("/ir/render/cut" + i + "/sofa-plaid?$thumb$");
        }
        for (int end = 17; end < GOOD.length(); end += 2) {
            bad.add(GOOD.substring(0, end) + "&hei=?");
        }
    }

    /** The usual renderer, but for some vignettes a broken one. */
    private record FailingRenderer(Renderer usual) implements Renderer {
        @Override
        public Rendered answer(Resolved request, Deadline deadline, Instant now) {
            String key = request.key();
            Rendered made = usual.answer(request, deadline, now);
            if (key.contains("memory.ovp")) {
                throw new OutOfMemoryError("on purpose");
            } else if (key.contains("stack.ovp")) {
                return new Rendered(new byte[deeper(1)], "image/png", List.of());
            } else if (key.contains("assertion.ovp")) {
                throw new AssertionError("on purpose");
            } else if (key.contains("linkage.ovp")) {
                throw new NoClassDefFoundError("on purpose");
            } else if (key.contains("real.ovp")) {
                return new Rendered(new byte[Integer.MAX_VALUE], "image/png", List.of());
            }
            return made;
        }

        /** Goes deeper than there is room. */
        private static int deeper(int level) {
            return level < 0 ? 0 : level + deeper(level + 1);
        }

        @Override
        public Rendered errorImage(SourceFile image, ReplySettings reply, Deadline deadline) {
            return usual.errorImage(image, reply, deadline);
        }

        @Override
        public Rendered errorImage(ResolvedServing template, Deadline deadline) {
            return usual.errorImage(template, deadline);
        }
    }
}
