package dev.vitrine.it.bench;

import dev.vitrine.catalog.file.CatalogLimits;
import dev.vitrine.catalog.file.CatalogLoader;
import dev.vitrine.catalog.store.CatalogStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Writes {@code bench.catalogs} (100) catalogs of {@code bench.records} (50,000) materials with nine fields each to a scratch
 * folder, loads them, and prints how long that took, how much of the heap a record keeps, and what a look-up costs.
 */
public final class CatalogSize {
    private static final int LOOK_UPS = 1_000_000;
    private static final int ROUNDS = 7;

    private final PrintStream out;
    private final int catalogs = Integer.getInteger("bench.catalogs", 100);
    private final int records = Integer.getInteger("bench.records", 50_000);

    private CatalogSize(PrintStream out) {
        this.out = out;
    }

    /** Runs it once. */
    public static void main(String[] arguments) throws Exception {
        Path scratch = Files.createTempDirectory("vitrine-bench");
        try {
            new CatalogSize(System.out).run(scratch);
        } finally {
            Scratch.delete(scratch);
        }
    }

    private void run(Path folder) throws IOException {
        long text = write(folder);
        long before = usedBytes();
        long start = System.nanoTime();
        CatalogStore store = new CatalogStore(new CatalogLoader(folder, CatalogLimits.standard()));
        double seconds = (System.nanoTime() - start) / 1e9;
        store.snapshot().problems().stream()
                .filter(problem -> problem.isError() || !problem.file().equals("default.ini"))
                .findFirst()
                .ifPresent(problem -> {
                    throw new IllegalStateException(problem.toString());
                });
        double kept = (double) (usedBytes() - before) / catalogs / records;
        out.printf(
                Locale.ROOT,
                "RESULT %d catalogs of %d records, %d MB of text: loaded in %.1f s, %.0f bytes a record, %.0f ns a look-up%n",
                catalogs,
                records,
                text >> 20,
                seconds,
                kept,
                lookUpNanos(store));
    }

    private long write(Path folder) throws IOException {
        long bytes = 0;
        Files.writeString(folder.resolve("default.ini"), "Resolution=50\n");
        for (int c = 0; c < catalogs; c++) {
            Files.writeString(folder.resolve("c" + c + ".ini"), "RootId=c" + c + "\nCatalogFile=c" + c + ".txt\n");
            Path file = folder.resolve("c" + c + ".txt");
            try (BufferedWriter writer = Files.newBufferedWriter(file)) {
                writer.write("Id\tPath\tResolution\tColor\tBaseColor\tGloss\tRoughness\tTimeStamp\tExpiration\n");
                for (int r = 0; r < records; r++) {
                    writer.write("material-" + r + "\tfabrics/" + r % 97 + "/material-" + r + ".tif\t" + (20 + r % 80)
                            + "\t" + (100_000 + r) + "\t5a50" + (10 + r % 90) + "\t" + r % 100 + "\t" + r % 50 + "\t"
                            + (1_600_000_000_000L + r) + "\t" + (1 + r % 48) + "\n");
                }
            }
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static long usedBytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /** The best of some rounds over the same ids, which lie all over the catalogs; two records of three are not there. */
    private double lookUpNanos(CatalogStore store) {
        Random random = new Random(7);
        String[] owners = new String[LOOK_UPS];
        String[] ids = new String[LOOK_UPS];
        for (int i = 0; i < LOOK_UPS; i++) {
            owners[i] = "c" + random.nextInt(catalogs);
            ids[i] = "material-" + random.nextInt(3 * records);
        }
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            int found = 0;
            long start = System.nanoTime();
            for (int i = 0; i < LOOK_UPS; i++) {
                found += store.session(owners[i]).material(ids[i]).isPresent() ? 1 : 0;
            }
            best = Math.min(best, (double) (System.nanoTime() - start) / LOOK_UPS);
            if (found < LOOK_UPS / 4 || found > LOOK_UPS / 2) {
                throw new IllegalStateException(found + " found");
            }
        }
        return best;
    }
}
