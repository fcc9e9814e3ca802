package dev.vitrine.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The protocol as a table, one request a line, asked over HTTP of the bundled examples. A line is
 *
 * <pre>
 * name  request  expectation …
 * </pre>
 *
 * where an expectation is a status, a media type, a size in pixels ({@code 300x188}), {@code code:} of a failure,
 * {@code warning:} code, {@code clean} (no warning), {@code alpha} (some pixels transparent, some not), {@code at-once}
 * (expires), {@code same:} or {@code differs:} from the reply to another line, or {@code has:} a text with {@code _} for spaces.
 * A name that begins with {@code ?} is a known gap: such a line must fail, so that it cannot outlive the gap.
 */
class ConformanceTest {
    private static final Path TABLE = Path.of("src/test/resources/conformance.txt");

    private static ExampleServer server;
    private static Map<String, Line> lines;
    private static final Map<String, HttpResponse<byte[]>> REPLIES = new ConcurrentHashMap<>();

    private record Line(String name, String request, List<String> expectations) {
        static Line of(String text) {
            List<String> words =
                    Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().splitToList(text);
            return new Line(words.get(0), words.get(1), words.subList(2, words.size()));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = ExampleServer.ofExamples();
        lines = table().collect(Collectors.toMap(Line::name, line -> line));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> everyLineHolds() throws IOException {
        return table().map(line -> DynamicTest.dynamicTest(line.name(), () -> {
            if (line.name().startsWith("?")) {
                assertThrows(AssertionError.class, () -> check(line), "the gap is closed: take away the question mark");
            } else {
                check(line);
            }
        }));
    }

    /** The names of all lines that hold, for the conformance page. */
    static List<String> names() throws IOException {
        return table().map(Line::name).filter(n -> !n.startsWith("?")).toList();
    }

    private static Stream<Line> table() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(text -> !text.isBlank() && !text.startsWith("#"))
                .map(Line::of);
    }

    private static void check(Line line) throws Exception {
        HttpResponse<byte[]> reply = reply(line);
        for (String expectation : line.expectations()) {
            check(expectation, reply);
        }
    }

    private static HttpResponse<byte[]> reply(Line line) throws Exception {
        HttpResponse<byte[]> known = REPLIES.get(line.name());
        if (known == null) {
            known = server.get(line.request());
            REPLIES.put(line.name(), known);
        }
        return known;
    }

    private static void check(String expectation, HttpResponse<byte[]> reply) throws Exception {
        int colon = expectation.indexOf(':');
        String argument = expectation.substring(colon + 1);
        String error = reply.headers().firstValue("X-Vitrine-Error").orElse("");
        List<String> warnings = reply.headers().allValues("X-Vitrine-Warning");
        switch (colon < 0 ? "" : expectation.substring(0, colon)) {
            case "code" -> assertTrue(error.startsWith(argument + ";"), () -> "X-Vitrine-Error: " + error);
            case "warning" ->
                assertTrue(warnings.stream().anyMatch(w -> w.startsWith(argument)), () -> "warnings: " + warnings);
            case "same" -> assertArrayEquals(reply(lines.get(argument)).body(), reply.body());
            case "differs" ->
                assertFalse(Arrays.equals(reply(lines.get(argument)).body(), reply.body()), "equal to " + argument);
            case "has" -> {
                String text = new String(reply.body(), StandardCharsets.UTF_8);
                assertTrue(text.contains(argument.replace('_', ' ')), text);
            }
            default -> checkWord(expectation, reply, warnings);
        }
    }

    private static void checkWord(String word, HttpResponse<byte[]> reply, List<String> warnings) throws Exception {
        if (word.matches("\\d{3}")) {
            assertEquals(Integer.parseInt(word), reply.statusCode());
        } else if (word.matches("\\d+x\\d+")) {
            var image = ImageIO.read(new ByteArrayInputStream(reply.body()));
            assertEquals(word, image.getWidth() + "x" + image.getHeight());
        } else if (word.equals("alpha")) {
            var image = ImageIO.read(new ByteArrayInputStream(reply.body()));
            int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            assertTrue(Arrays.stream(argb).anyMatch(p -> p >>> 24 == 0), "nothing is transparent");
            assertTrue(Arrays.stream(argb).anyMatch(p -> p >>> 24 == 255), "nothing is opaque");
        } else if (word.equals("clean")) {
            assertEquals(List.of(), warnings);
        } else if (word.equals("at-once")) {
            String control = reply.headers().firstValue("Cache-Control").orElse("");
            assertTrue(control.contains("no-store"), control);
        } else {
            assertTrue(word.contains("/"), "an expectation that nobody knows: " + word);
            String type = reply.headers().firstValue("Content-Type").orElse("");
            assertTrue(type.startsWith(word), type);
        }
    }
}
