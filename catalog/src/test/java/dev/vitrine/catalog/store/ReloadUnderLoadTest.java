package dev.vitrine.catalog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.MaterialRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Look-ups while the catalogs are swapped: every file of a version carries its number, and they must never mix. */
class ReloadUnderLoadTest {
    private static final int SWAPS = 100;
    private static final int LOOK_UPS = 10_000;

    @TempDir
    Path temp;

    private CatalogFolder folder;
    private CatalogStore store;
    private final AtomicBoolean swapping = new AtomicBoolean(true);
    private final AtomicInteger lookUps = new AtomicInteger();

    @Test
    void session_duringSwaps_isOfOneVersion() throws Exception {
        folder = new CatalogFolder(temp);
        writeVersion(1);
        store = folder.store();
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> seen = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                seen.add(readers.submit(this::lookUpUntilSwapped));
            }
            for (int version = 2; version <= SWAPS + 1; version++) {
                writeVersion(version);
                store.reload();
            }
            swapping.set(false);
            for (Future<Integer> reader : seen) {
                assertTrue(reader.get(60, TimeUnit.SECONDS) > 1, "a reader saw no swap");
            }
        } finally {
            readers.shutdownNow();
        }
        assertTrue(lookUps.get() >= LOOK_UPS);
        assertEquals(SWAPS + 1, store.snapshot().generation());
        assertEquals(List.of(), store.snapshot().problems());
    }

    /** How many versions it saw. */
    private int lookUpUntilSwapped() {
        int versions = 0;
        double last = 0;
        while (swapping.get() || lookUps.get() < LOOK_UPS) {
            double version = versionOf(store.session(lookUps.getAndIncrement() % 2 == 0 ? "a" : "b"));
            assertTrue(version >= last, "went back from " + last + " to " + version);
            versions += version > last ? 1 : 0;
            last = version;
        }
        return versions;
    }

    /** The version that every part of the session agrees on: its own, inherited, and those of the catalog beside it. */
    private static double versionOf(Session session) {
        double own = session.value(Attributes.RESOLUTION);
        assertEquals(own, resolution(session, "m"));
        assertEquals(own, resolution(session, "of-defaults"));
        assertEquals(own, resolution(session.other("a"), "m"));
        assertEquals(own, resolution(session.other("b"), "m"));
        assertEquals((int) own, session.value(Attributes.MAX_PIX).width());
        return own;
    }

    private static double resolution(Session session, String id) {
        MaterialRecord record = session.material(id).orElseThrow().record();
        return record.resolution().orElseThrow();
    }

    private void writeVersion(int version) {
        folder.file(
                        "default.ini",
                        CatalogFolder.DEFAULTS.replace("MaxPix=2000,1000", "MaxPix=" + version + ",9")
                                + "CatalogFile=d.txt\n")
                .table("d.txt", "Id|Resolution\nof-defaults|" + version + "\n");
        for (String id : List.of("a", "b")) {
            folder.file(id + ".ini", "RootId=" + id + "\nCatalogFile=" + id + ".txt\nResolution=" + version + "\n")
                    .table(id + ".txt", "Id|Resolution\nm|" + version + "\n");
        }
    }
}
