package dev.vitrine.it.bench;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.OpenScene;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneLayers;
import dev.vitrine.render.scene.SceneRasters;
import dev.vitrine.render.scene.SceneStore;
import dev.vitrine.server.Application;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * What the first request of a scene costs beside one whose scene is decoded already, in a JVM that has warmed up on others: the
 * jobs of {@link StandardScene}, and {@link CrowdedScene} in full. Then what reading each part of a scene takes. Processor time ({@link CrewOption}),
 * medians of {@code bench.runs} (11).
 */
public final class FirstRequest {
    private final PrintStream out;
    private final int runs = Integer.getInteger("bench.runs", 11);
    private final double warm = Double.parseDouble(System.getProperty("bench.warm", "3"));

    private FirstRequest(PrintStream out) {
        this.out = out;
    }

    /** An inside of a server with nothing in its caches. */
    @FunctionalInterface
    private interface Fresh {
        Application make() throws Exception;
    }

    /** Runs it once. */
    public static void main(String[] arguments) throws Exception {
        Path scratch = Scratch.folder();
        try {
            StandardScene standard = StandardScene.in(Files.createDirectories(scratch.resolve("standard")));
            CrowdedScene crowd = CrowdedScene.in(Files.createDirectories(scratch.resolve("crowd")));
            FirstRequest first = new FirstRequest(System.out);
            for (String job : List.of("A", "B", "C")) {
                RawRequest request = StandardScene.request(job, "");
                first.compare(job, () -> standard.application("vitrine.sceneCacheMegabytes=768\n"), request);
            }
            first.compare(
                    "crowd",
                    () -> crowd.application("vitrine.sceneCacheMegabytes=768\n"),
                    CrowdedScene.request(CrowdedScene.OBJECTS, 1000));
            first.parts("A", scratch.resolve("standard/flat.ovp"));
            first.parts("B", scratch.resolve("standard/waves.ovp"));
        } finally {
            Scratch.done(scratch);
        }
    }

    private void compare(String name, Fresh fresh, RawRequest request) throws Exception {
        Application known = fresh.make();
        double warmed = CrewOption.median(new Clock(warm, runs).measure(() -> StandardScene.answer(known, request)));
        double[] firsts = new double[runs];
        for (int i = -2; i < runs; i++) {
            Application unknown = fresh.make();
            double millis = millis(() -> StandardScene.answer(unknown, request));
            if (i >= 0) {
                firsts[i] = millis;
            }
        }
        double first = median(firsts);
        out.printf(
                Locale.ROOT,
                "RESULT %s first %.1f ms, then %.1f ms: %.1f times as much%n",
                name,
                first,
                warmed,
                first / warmed);
    }

    /** Of the level that the request is drawn on: half the size. */
    private void parts(String name, Path file) throws Exception {
        List<double[]> all = new ArrayList<>();
        for (int i = -2; i < runs; i++) {
            double[] millis = parts(file);
            if (i >= 0) {
                all.add(millis);
            }
        }
        String[] labels = {"package and manifest", "view", "light", "masks", "surfaces"};
        for (int p = 0; p < labels.length; p++) {
            int part = p;
            out.printf(
                    Locale.ROOT,
                    "RESULT %s %s %.1f ms%n",
                    name,
                    labels[p],
                    median(all.stream().mapToDouble(m -> m[part]).toArray()));
        }
    }

    private static double[] parts(Path file) throws Exception {
        SourceFile source = new SourceFile(
                String.valueOf(file.getFileName()),
                file.toRealPath(),
                Files.size(file),
                Files.getLastModifiedTime(file).toMillis());
        RenderLimits limits = RenderLimits.standard();
        SceneStore store = new SceneStore(limits, new ByteBoundedCache(768L << 20));
        OpenScene[] open = new OpenScene[1];
        double opened = millis(() -> open[0] = store.open(source));
        Scene scene = open[0].scene();
        SceneRasters rasters = open[0].rasters(Math.min(1, scene.levels().size() - 1));
        double view = millis(rasters::view);
        double light = millis(() -> {
            scene.illumination().forEach(map -> rasters.light(map.layer()));
            return null;
        });
        double masks = millis(() -> {
            SceneLayers.objects(scene.root()).values().forEach(o -> o.mask().ifPresent(rasters::mask));
            return null;
        });
        double surfaces = millis(() -> {
            SceneLayers.objects(scene.root()).values().stream()
                    .filter(o -> o.geometry() instanceof Geometry.Uv)
                    .forEach(o -> rasters.textureMap(o.geometry()));
            return null;
        });
        return new double[] {opened, view, light, masks, surfaces};
    }

    private static double millis(Callable<?> task) throws Exception {
        return CrewOption.millis(Clock.once(task));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
