package dev.vitrine.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.scene.PackageProblem;
import dev.vitrine.render.scene.PackageValidator;
import dev.vitrine.server.gallery.Gallery;
import dev.vitrine.server.gallery.GalleryReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the first page shows: every package sound, every picture served, and each like the small one in
 * {@code src/test/resources/goldens} that somebody has looked at.
 *
 * <p>The photographs are JPEG, which decoders may read a level apart, so pictures are compared with a tolerance. To make the
 * goldens again, run with {@code -Dvitrine.writeGoldens=true}, and look at them.
 */
class ExamplesTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final int WIDTH = 240;

    private static ExampleServer server;

    @BeforeAll
    static void start() throws Exception {
        server = ExampleServer.ofExamples();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> packages_areSound() throws Exception {
        Path examples = ExampleServer.examples();
        try (Stream<Path> vignettes = Files.list(examples.resolve("vignettes"));
                Stream<Path> styles = Files.list(examples.resolve("styles"))) {
            Stream<Path> packed = styles.filter(file -> file.toString().matches(".*\\.ov[cw]"));
            return Stream.concat(vignettes, packed).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(),
                            () -> assertEquals(
                                    List.<PackageProblem>of(),
                                    new PackageValidator(RenderLimits.standard()).check(file))));
        }
    }

    @Test
    void firstPage_showsEveryScene() throws Exception {
        String page = new String(server.get("/").body(), StandardCharsets.UTF_8);
        for (Gallery.Scene scene : gallery().scenes()) {
            assertTrue(page.contains(scene.title()), scene.title());
        }
    }

    @TestFactory
    Stream<DynamicTest> pictures_areLikeTheirGoldens() throws Exception {
        return gallery().scenes().stream().flatMap(scene -> {
            List<Gallery.Request> requests = scene.requests();
            return Stream.iterate(0, i -> i < requests.size(), i -> i + 1)
                    .map(i -> DynamicTest.dynamicTest(
                            requests.get(i).title(), () -> assertLikeGolden(scene.id() + "-" + i, requests.get(i))));
        });
    }

    private static void assertLikeGolden(String name, Gallery.Request request) throws Exception {
        String url = request.url().replaceAll("wid=\\d+", "wid=" + WIDTH);
        HttpResponse<byte[]> reply = server.get(url.contains("fmt=") ? url : url + "&fmt=png");
        assertEquals(200, reply.statusCode(), url);
        assertEquals(List.of(), reply.headers().allValues("X-Vitrine-Warning"), url);
        Path golden = GOLDENS.resolve(name + ".png");
        if (Boolean.getBoolean("vitrine.writeGoldens")) {
            Files.createDirectories(GOLDENS);
            Files.write(golden, reply.body());
        }
        BufferedImage expected = ImageIO.read(golden.toFile());
        BufferedImage actual = ImageIO.read(new ByteArrayInputStream(reply.body()));
        assertEquals(
                expected.getWidth() + "x" + expected.getHeight(), actual.getWidth() + "x" + actual.getHeight(), name);
        int[] apart = differences(expected, actual);
        Arrays.sort(apart);
        double mean = Arrays.stream(apart).average().orElseThrow();
        assertTrue(mean <= 0.5, () -> name + ": mean difference " + mean);
        int p99 = apart[apart.length * 99 / 100];
        assertTrue(p99 <= 3, () -> name + ": one in a hundred differs by " + p99);
    }

    private static int[] differences(BufferedImage a, BufferedImage b) {
        int[] left = a.getRGB(0, 0, a.getWidth(), a.getHeight(), null, 0, a.getWidth());
        int[] right = b.getRGB(0, 0, b.getWidth(), b.getHeight(), null, 0, b.getWidth());
        int[] apart = new int[left.length * 4];
        for (int i = 0; i < apart.length; i++) {
            int shift = 8 * (i % 4);
            apart[i] = Math.abs((left[i / 4] >>> shift & 255) - (right[i / 4] >>> shift & 255));
        }
        return apart;
    }

    /** The contact sheet of everything, small: nothing on it fails or warns but what is there to show that. */
    @TestFactory
    Stream<DynamicTest> sheet_isAnsweredAsItSays() throws Exception {
        return read("sheet.yaml").scenes().stream()
                .map(group -> DynamicTest.dynamicTest(group.id(), () -> {
                    for (Gallery.Request request : group.requests()) {
                        String url = request.url().replaceAll("wid=\\d{2,3}(?!\\d)", "wid=40");
                        HttpResponse<byte[]> reply = server.get(url);
                        boolean failed =
                                reply.headers().firstValue("X-Vitrine-Error").isPresent();
                        assertEquals(group.id().startsWith("errors"), failed, url);
                        List<String> warnings = reply.headers().allValues("X-Vitrine-Warning");
                        assertTrue(warnings.isEmpty() || group.id().startsWith("warnings"), () -> url + " " + warnings);
                    }
                }));
    }

    private static Gallery gallery() throws Exception {
        return read("gallery.yaml");
    }

    private static Gallery read(String name) throws Exception {
        return new GalleryReader().read(ExampleServer.examples().resolve(name));
    }
}
