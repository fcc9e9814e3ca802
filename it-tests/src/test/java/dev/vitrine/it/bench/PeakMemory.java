package dev.vitrine.it.bench;

import dev.vitrine.server.Application;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How much heap it takes to render a vignette of 2000 × 1500 with 30 overlap objects, all of them textured, at full size: starts
 * JVMs with less and less of it until one cannot answer three requests in a row any more. Prints the least that was enough, to
 * {@code bench.step} (16) megabytes, for one request at a time and for two.
 */
public final class PeakMemory {
    private static final int REQUESTS = 3;
    private static final int MOST = 1024;

    private final PrintStream out;
    private final Path folder;
    private final int step = Integer.getInteger("bench.step", 16);

    private PeakMemory(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** Without arguments all of it; with a folder and a number of threads one trial in this JVM. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            trial(CrowdedScene.in(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
            return;
        }
        Path scratch = Files.createTempDirectory("vitrine-bench");
        try {
            CrowdedScene.in(scratch);
            PeakMemory peak = new PeakMemory(System.out, scratch);
            peak.tell(1);
            peak.tell(2);
        } finally {
            Scratch.delete(scratch);
        }
    }

    private static void trial(CrowdedScene scene, int threads) throws Exception {
        Application application = scene.application("");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<Integer> task = () -> {
                int bytes = 0;
                for (int i = 0; i < REQUESTS; i++) {
                    bytes += StandardScene.answer(application, CrowdedScene.request(CrowdedScene.OBJECTS, 2000)).length;
                }
                return bytes;
            };
            for (Future<Integer> each : pool.invokeAll(Collections.nCopies(threads, task))) {
                each.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private void tell(int threads) throws IOException, InterruptedException {
        int enough = MOST;
        int tooLittle = 0;
        while (enough - tooLittle > step) {
            int middle = (enough + tooLittle) / 2;
            if (answers(middle, threads)) {
                enough = middle;
            } else {
                tooLittle = middle;
            }
        }
        out.printf(
                Locale.ROOT,
                "RESULT %d at a time: enough with -Xmx%dm, too little with -Xmx%dm%n",
                threads,
                enough,
                tooLittle);
    }

    private boolean answers(int megabytes, int threads) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Xmx" + megabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                PeakMemory.class.getName(),
                folder.toString(),
                String.valueOf(threads)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
