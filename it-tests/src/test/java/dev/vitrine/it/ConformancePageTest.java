package dev.vitrine.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.core.request.Command;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.request.ServingCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/conformance.md} and {@code docs/shading.md} to the code: they name everything, and whatever they call working
 * has a test.
 */
class ConformancePageTest {
    private static final Pattern REFERENCE = Pattern.compile("`([^`]+)`");

    private static List<Row> rows;
    private static Map<String, String> tests;

    private record Row(String name, String state, List<String> references) {
        static Row of(String line) {
            List<String> cells = Splitter.on('|').trimResults().splitToList(line);
            List<String> references = REFERENCE
                    .matcher(cells.get(3))
                    .results()
                    .map((MatchResult r) -> r.group(1))
                    .toList();
            return new Row(cells.get(1).replace("`", ""), cells.get(2), references);
        }
    }

    @BeforeAll
    static void read() throws IOException {
        rows = Stream.of("docs/conformance.md", "docs/shading.md")
                .flatMap(page -> text(ExampleServer.repository().resolve(page)).lines())
                .filter(line -> line.startsWith("| `"))
                .map(Row::of)
                .toList();
        tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(ExampleServer.repository())) {
            files.filter(f -> f.toString().contains("src/test/java")
                            && f.toString().endsWith("Test.java"))
                    .forEach(f -> tests.put(f.getFileName().toString().replace(".java", ""), text(f)));
        }
    }

    @Test
    void everyRow_hasAStateAndItsProof() throws IOException {
        List<String> lines = ConformanceTest.names();
        for (Row row : rows) {
            assertTrue(Set.of("works", "partly", "not yet").contains(row.state()), row.name() + ": " + row.state());
            assertEquals(row.state().equals("not yet"), row.references().isEmpty(), row.name() + " and its tests");
            for (String reference : row.references()) {
                assertTrue(isThere(reference, lines), row.name() + ": no such test: " + reference);
            }
        }
    }

    @Test
    void everyCommand_isListedAsFarAsItGoes() {
        for (Command<?> command : RenderCommands.all()) {
            assertTrue(Set.of("works", "partly").contains(state(command.name())), command.name());
        }
    }

    @Test
    void everyServingCommand_isListedAsFarAsItGoes() {
        for (Command<?> command : ServingCommands.all()) {
            assertTrue(Set.of("works", "partly").contains(state("is: " + command.name())), command.name());
        }
        for (String name : ServingCommands.notYet()) {
            assertEquals("not yet", state("is: " + name), name);
        }
    }

    @Test
    void everyAttribute_isListed() {
        Attributes.all()
                .forEach(attribute -> assertFalse(state(attribute.name()).isEmpty(), attribute.name()));
    }

    @Test
    void everyOracle_isListed() {
        for (int i = 1; i <= 21; i++) {
            assertEquals("works", state("oracle " + i));
        }
    }

    @Test
    void everyLetterOfRenderSettings_isListed() {
        for (char letter : "AUVWXQRTSMNPYIJHKLFGZabcdekusvtwg".toCharArray()) {
            assertFalse(state("rs=" + letter).isEmpty());
        }
    }

    @Test
    void everySetting_isListed() {
        String settings =
                text(ExampleServer.repository().resolve("server/src/main/java/dev/vitrine/server/config/Setting.java"));
        List<String> keys = Pattern.compile("\\(\"((?:ir|is|vitrine)\\.\\w+)\"")
                .matcher(settings)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertTrue(keys.size() > 20, keys::toString);
        keys.forEach(key -> assertFalse(state(key).isEmpty(), key));
    }

    private static String state(String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .map(Row::state)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no page lists " + name));
    }

    private static boolean isThere(String reference, List<String> lines) {
        if (reference.startsWith("line ")) {
            return lines.contains(reference.substring("line ".length()));
        }
        List<String> parts = Splitter.on('.').splitToList(reference);
        String source = tests.getOrDefault(parts.get(0), "");
        return parts.get(1).equals("*") ? !source.isEmpty() : source.contains(" " + parts.get(1) + "(");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
