package dev.vitrine.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.server.config.ConfigReader;
import dev.vitrine.server.pipeline.Conditional;
import dev.vitrine.server.pipeline.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole requests, caches and all, while the catalogs are swapped: every file carries the version, and no reply mixes two. */
class SwapUnderLoadTest {
    private static final int SWAPS = 100;
    private static final int REQUESTS = 10_000;
    private static final int CLIENTS = 2;
    private static final Pattern VERSION = Pattern.compile("version (\\d+)");

    @TempDir
    private Path folder;

    private Application application;
    private final AtomicInteger requests = new AtomicInteger();

    /** Requests that may be sent by now: each swap gets its share of them. */
    private final Semaphore allowance = new Semaphore(0);

    @Test
    void answer_duringSwaps_isOfOneVersionAndNeverFails() throws Exception {
        Files.createDirectory(folder.resolve("catalogs"));
        Path settings = folder.resolve("vitrine.properties");
        Files.writeString(settings, "ir.catalogRootPath=catalogs\nir.resourceRootPaths=.\n");
        Files.writeString(folder.resolve("sofa.ovp"), "no package, but there");
        write(1);
        application = new Application(new ConfigReader(Map.of(), 1).read(settings));
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Integer>> seen = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                seen.add(clients.submit(this::askUntilSwapped));
            }
            for (int version = 2; version <= SWAPS + 1; version++) {
                write(version);
                while (allowance.availablePermits() > REQUESTS / SWAPS
                        && seen.stream().noneMatch(Future::isDone)) {
                    Thread.sleep(1);
                }
                allowance.release(REQUESTS / SWAPS);
                application.catalogs().reload();
                application.images().reload();
            }
            for (Future<Integer> client : seen) {
                assertTrue(client.get(60, TimeUnit.SECONDS) > 1, "a client saw no swap");
            }
        } finally {
            clients.shutdownNow();
        }
        assertEquals(SWAPS + 1, application.catalogs().snapshot().generation());
        assertEquals(SWAPS + 1, application.images().snapshot().generation());
    }

    /** How many versions it saw; the catalogs of the two dialects are swapped one after the other. */
    private int askUntilSwapped() throws InterruptedException {
        Map<Dialect, Integer> last = new EnumMap<>(Map.of(Dialect.RENDERING, 0, Dialect.SERVING, 0));
        int versions = 0;
        for (int turn = requests.getAndIncrement(); turn < REQUESTS; turn = requests.getAndIncrement()) {
            allowance.acquire();
            Dialect dialect = turn % 2 == 0 ? Dialect.RENDERING : Dialect.SERVING;
            int version = ask(dialect, turn % 4 < 2 ? "/a/sofa" : "/b/sofa");
            int before = last.put(dialect, version);
            assertTrue(version >= before, "went back from " + before + " to " + version);
            versions += version > before ? 1 : 0;
        }
        return versions;
    }

    /** The version that the record, the rule and the life that the catalog gives to replies all agree on. */
    private int ask(Dialect dialect, String path) {
        RawRequest request = new RawRequest(dialect, path, "req=userdata", Visitor.local("r-1"));
        Reply reply = application.pipeline().answer(request, Conditional.NONE, Deadline.never());
        String text = new String(reply.body(), UTF_8);
        assertEquals(200, reply.status(), text);
        assertTrue(reply.error().isEmpty(), text);
        Matcher matcher = VERSION.matcher(text);
        assertTrue(matcher.find(), text);
        int version = Integer.parseInt(matcher.group(1));
        assertEquals("of " + version, reply.headers().get(0).value());
        if (dialect == Dialect.SERVING) {
            assertEquals(new Expiration(version), reply.expiration());
        }
        return version;
    }

    private void write(int version) throws Exception {
        Path catalogs = folder.resolve("catalogs");
        Files.writeString(catalogs.resolve("default.ini"), "ErrorImage=\nRuleSetFile=rules.xml\n");
        Files.writeString(
                catalogs.resolve("rules.xml"),
                "<ruleset><rule OnMatch='continue'><header Name='X-Version'>of " + version
                        + "</header></rule></ruleset>");
        for (String id : new String[] {"a", "b"}) {
            Files.writeString(
                    catalogs.resolve(id + ".ini"),
                    "RootId=" + id + "\nVignetteMapFile=" + id + ".txt\nCatalogFile=" + id
                            + ".txt\nRuleSetFile=rules.xml\nExpiration=" + version + "\nDefaultExpiration=" + version
                            + "\n");
            Files.writeString(
                    catalogs.resolve(id + ".txt"), "Id\tPath\tUserData\nsofa\tsofa.ovp\tversion " + version + "\n");
        }
    }
}
