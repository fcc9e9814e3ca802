package dev.vitrine.it.bench;

import dev.vitrine.core.request.RawRequest;
import dev.vitrine.server.Application;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/**
 * The standard job, asked of the whole road in memory: request text in, file out. Prints {@code RESULT} lines (milliseconds:
 * median, best, median of processor time, runs) and {@code QUALITY} lines (bytes of the JPEG; decibels of the picture before it).
 *
 * <p>Properties: {@code bench.inputs} a folder of inputs, {@code bench.jobs} which ones, {@code bench.runs}, {@code bench.warm}
 * seconds, {@code bench.threads} and how many {@code bench.rounds} of one against several, {@code bench.quality=false} for times only, {@code bench.jpeg=system} with the system's JPEG library, {@code bench.more} what each request that is timed asks for besides, {@code bench.folder} where the vignettes lie and
 * stay: the second run there starts sooner.
 */
public final class StandardJobs {
    private static final List<String> ALL = List.of("A", "A-difference", "B", "C", "D", "D-known");

    /** What each request that is timed asks for besides. */
    private static final String MORE = System.getProperty("bench.more", "");

    private final PrintStream out;
    private final Application warm;
    private final Application forgetful;

    private StandardJobs(PrintStream out, Application warm, Application forgetful) {
        this.out = out;
        this.warm = warm;
        this.forgetful = forgetful;
    }

    /** Runs what the properties say. */
    public static void main(String[] arguments) throws Exception {
        Path scratch = Scratch.folder();
        try {
            StandardScene scene = StandardScene.in(scratch);
            String jpeg = "vitrine.jpegLibrary=" + System.getProperty("bench.jpeg", "java") + "\n";
            Application warm = scene.application(jpeg + "vitrine.sceneCacheMegabytes=512\n");
            Application forgetful = scene.application(jpeg + "vitrine.sceneCacheMegabytes=1\n");
            StandardJobs jobs = new StandardJobs(System.out, warm, forgetful);
            if (Boolean.parseBoolean(System.getProperty("bench.quality", "true"))) {
                jobs.tellQuality(new StandardReference(StandardInputs.chosen()));
            }
            for (String job : List.of(
                    System.getProperty("bench.jobs", String.join(",", ALL)).split(",", -1))) {
                jobs.time(job);
            }
        } finally {
            Scratch.done(scratch);
        }
    }

    private byte[] run(String job) {
        return job.equals("D")
                ? StandardScene.answer(forgetful, StandardScene.request("D", MORE))
                : StandardScene.answer(warm, StandardScene.request(job.equals("D-known") ? "D" : job, MORE));
    }

    private void time(String job) throws Exception {
        int runs = Integer.getInteger("bench.runs", 41);
        double seconds = Double.parseDouble(System.getProperty("bench.warm", "3"));
        int threads = Integer.getInteger("bench.threads", 1);
        if (threads == 1) {
            out.println(new Clock(seconds, runs).measure(() -> run(job)).line("vitrine", job, 1, "total"));
            return;
        }
        new Clock(seconds, 1).measure(() -> run(job));
        for (int round = 0; round < Integer.getInteger("bench.rounds", 5); round++) {
            double one = rate(job, 1, runs);
            double many = rate(job, threads, runs);
            out.printf(
                    Locale.ROOT, "THREADS %s 1: %.1f/s %d: %.1f/s ratio %.3f%n", job, one, threads, many, many / one);
        }
    }

    private double rate(String job, int threads, int runs) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            Callable<Void> task = () -> {
                for (int i = 0; i < runs; i++) {
                    run(job);
                }
                return null;
            };
            for (Future<Void> each : pool.invokeAll(java.util.Collections.nCopies(threads, task))) {
                each.get();
            }
            return threads * runs / ((System.nanoTime() - start) / 1e9);
        } finally {
            pool.shutdown();
        }
    }

    private void tellQuality(StandardReference reference) throws Exception {
        Map<String, Supplier<int[]>> wanted = new LinkedHashMap<>();
        wanted.put("A", reference::flatReply);
        wanted.put("B", reference::curvedReply);
        wanted.put("C", reference::colorReply);
        Map<String, Supplier<int[]>> ideal = Map.of("A", reference::flatTruth, "B", reference::curvedTruth);
        for (Map.Entry<String, Supplier<int[]>> job : wanted.entrySet()) {
            String name = job.getKey();
            int[] pixels = pixels(StandardScene.request(name, "&fmt=png"));
            out.printf(Locale.ROOT, "QUALITY vitrine %s 1 jpeg_bytes %d psnr_ref ", name, run(name).length);
            out.printf(
                    Locale.ROOT,
                    "%.2f",
                    StandardReference.psnr(pixels, job.getValue().get()));
            if (ideal.containsKey(name)) {
                double decibels = StandardReference.psnr(pixels, ideal.get(name).get());
                out.printf(Locale.ROOT, " psnr_truth %.2f", decibels);
            }
            out.println();
        }
        out.printf(Locale.ROOT, "QUALITY vitrine D 1 jpeg_bytes %d%n", run("D").length);
    }

    private int[] pixels(RawRequest request) throws Exception {
        byte[] png = StandardScene.answer(warm, request);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        String keep = System.getProperty("bench.keep", "");
        if (!keep.isEmpty()) {
            Files.write(Path.of(keep, request.path().substring(request.path().lastIndexOf('/') + 1) + ".png"), png);
        }
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
