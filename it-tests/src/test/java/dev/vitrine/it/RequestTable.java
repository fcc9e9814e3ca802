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
import org.junit.jupiter.api.DynamicTest;

/**
 * Requests and what is expected of their replies, as a text file. A line is
 *
 * <pre>
 * name  request  expectation …
 * </pre>
 *
 * where an expectation is a status, a media type, a size in pixels ({@code 300x188}), {@code code:} of a failure,
 * {@code warning:} code, {@code clean} (no warning), {@code alpha} (some pixels transparent, some not), {@code at-once}
 * (expires), {@code age:} in seconds, {@code modified:} a date, {@code same:} or {@code differs:} from the reply to another line,
 * or {@code has:} a text; {@code _} stands for spaces. A name that begins with {@code ?} is a known gap: such a line must fail, so
 * that it cannot outlive the gap.
 */
final class RequestTable {
    private final Map<String, Line> lines;
    private final ExampleServer server;
    private final Map<String, HttpResponse<byte[]>> replies = new ConcurrentHashMap<>();

    private record Line(String name, String request, List<String> expectations) {
        static Line of(String text) {
            List<String> words =
                    Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().splitToList(text);
            return new Line(words.get(0), words.get(1), words.subList(2, words.size()));
        }
    }

    /** The lines of this file, asked of this server. */
    RequestTable(Path file, ExampleServer server) throws IOException {
        this.lines = lines(file).collect(Collectors.toMap(Line::name, line -> line));
        this.server = server;
    }

    /** A test for each line, in the order of the file. */
    static Stream<DynamicTest> tests(Path file, RequestTable table) throws IOException {
        return lines(file).map(line -> DynamicTest.dynamicTest(line.name(), () -> table.checkLine(line)));
    }

    /** The names of all lines that hold, for the conformance page. */
    static List<String> names(Path file) throws IOException {
        return lines(file).map(Line::name).filter(n -> !n.startsWith("?")).toList();
    }

    private static Stream<Line> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(text -> !text.isBlank() && !text.startsWith("#"))
                .map(Line::of);
    }

    private void checkLine(Line line) throws Exception {
        if (line.name().startsWith("?")) {
            assertThrows(AssertionError.class, () -> check(line), "the gap is closed: take away the question mark");
        } else {
            check(line);
        }
    }

    private void check(Line line) throws Exception {
        HttpResponse<byte[]> reply = reply(line);
        for (String expectation : line.expectations()) {
            check(expectation, reply);
        }
    }

    private HttpResponse<byte[]> reply(Line line) throws Exception {
        HttpResponse<byte[]> known = replies.get(line.name());
        if (known == null) {
            known = server.get(line.request());
            replies.put(line.name(), known);
        }
        return known;
    }

    private void check(String expectation, HttpResponse<byte[]> reply) throws Exception {
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
            case "age" -> {
                String control = reply.headers().firstValue("Cache-Control").orElse("");
                assertTrue((control + ",").contains("max-age=" + argument + ","), control);
            }
            case "modified" ->
                assertEquals(
                        argument.replace('_', ' '),
                        reply.headers().firstValue("Last-Modified").orElse("not said"));
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
