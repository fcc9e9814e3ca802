package dev.vitrine.it.bench;

import dev.vitrine.core.request.RawRequest;
import dev.vitrine.server.Application;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a request costs, by how much there is to do: pixels of the reply, objects that are drawn, records of the catalog that its
 * material is found in. Everything is decoded already. Processor time ({@link CrewOption}), medians
 * of {@code bench.runs} (15).
 */
public final class CostOfWork {
    private static final int[] WIDTHS = {250, 500, 700, 1000, 1400, 2000};
    private static final int[] OBJECTS = {5, 10, 20, 30};
    private static final int[] RECORDS = {1, 1_000, 30_000};

    private final PrintStream out;
    private final CrowdedScene scene;
    private final Clock clock =
            new Clock(Double.parseDouble(System.getProperty("bench.warm", "3")), Integer.getInteger("bench.runs", 15));

    private CostOfWork(PrintStream out, CrowdedScene scene) {
        this.out = out;
        this.scene = scene;
    }

    /** Runs all three. */
    public static void main(String[] arguments) throws Exception {
        Path scratch = Scratch.folder();
        try {
            CostOfWork cost =
                    new CostOfWork(System.out, CrowdedScene.in(Files.createDirectories(scratch.resolve("crowd"))));
            cost.pixels();
            cost.objects();
            cost.records();
        } finally {
            Scratch.done(scratch);
        }
    }

    /** The same scene, all of it, in ever larger replies; its levels are 250, 500, 1000 and 2000 pixels wide. */
    private void pixels() throws Exception {
        Application application = application();
        for (int width : WIDTHS) {
            double megapixels = width * (width * 3 / 4) / 1e6;
            double millis = cost(application, CrowdedScene.request(CrowdedScene.OBJECTS, width));
            tell("pixels", width + "x" + width * 3 / 4, millis, millis / megapixels, "a megapixel");
        }
    }

    /** Ever more of the objects, in replies of one size. */
    private void objects() throws Exception {
        Application application = application();
        double none = cost(application, CrowdedScene.request(0, 1000));
        for (int objects : OBJECTS) {
            double millis = cost(application, CrowdedScene.request(objects, 1000));
            tell("objects", String.valueOf(objects), millis, (millis - none) / objects, "an object more");
        }
    }

    /** One object in a small reply, its material among ever more records. */
    private void records() throws Exception {
        for (int records : RECORDS) {
            scene.catalog(records);
            double millis = cost(application(), CrowdedScene.request(1, 250));
            tell("records", String.valueOf(records), millis, millis, "a request");
        }
    }

    private Application application() throws Exception {
        return scene.application("vitrine.sceneCacheMegabytes=768\n");
    }

    private double cost(Application application, RawRequest request) throws Exception {
        return CrewOption.median(clock.measure(() -> StandardScene.answer(application, request)));
    }

    private void tell(String what, String how, double millis, double each, String unit) {
        out.printf(Locale.ROOT, "RESULT %s %s %.2f ms, %.3f ms %s%n", what, how, millis, each, unit);
    }
}
