package dev.vitrine.catalog.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Some hundred requests as clients in the field send them, each with its meaning beside it: {@code field-requests.txt}, read
 * with the catalogs of {@link FieldCatalogs}. Of an Image Serving request the canonical form may hold more than is said.
 */
class FieldRequestsTest {
    @TempDir
    private static Path temp;

    private static FieldCatalogs catalogs;

    /** A request and the lines under it. */
    private record Case(String request, List<String> lines) {
        Optional<String> find(String word) {
            return lines.stream()
                    .map(String::strip)
                    .filter(line -> line.equals(word) || line.startsWith(word + " "))
                    .map(line -> line.substring(word.length()).strip())
                    .findFirst();
        }
    }

    @BeforeAll
    static void open() {
        catalogs = new FieldCatalogs(temp);
    }

    @TestFactory
    Stream<DynamicTest> everyRequest_meansWhatStandsBesideIt() throws IOException {
        return cases().stream().map(c -> DynamicTest.dynamicTest(c.request(), () -> check(c)));
    }

    @Test
    void corpus_isOfSomeSize() throws IOException {
        assertTrue(cases().size() >= 250, "only " + cases().size());
    }

    private static void check(Case request) {
        if (request.find("fails").isPresent()) {
            assertFailure(request.find("fails").get(), () -> catalogs.asked(request.request()));
            return;
        }
        String expected = request.find("asks").orElseThrow();
        String asked = catalogs.asked(request.request());
        if (request.request().startsWith("/is/image")) {
            assertHolds(expected, asked);
            assertEquals(asked, catalogs.asked("/is/image" + asked), "the canonical form means the same");
        } else {
            assertEquals(expected, asked);
        }
        request.find("ends").ifPresent(failure -> assertFailure(failure, () -> catalogs.meant(request.request())));
        request.find("is").ifPresent(kind -> {
            Resolved meant = catalogs.meant(request.request());
            assertEquals(kind, meant.kind().toString());
            assertEquals(request.find("ignores").orElse(""), ignored(meant));
        });
    }

    private static String ignored(Resolved meant) {
        return String.join(
                " | ",
                meant.warnings().stream()
                        .filter(w -> w.kind() == WarningKind.UNKNOWN_COMMAND
                                || w.kind() == WarningKind.UNKNOWN_MACRO
                                || w.kind() == WarningKind.FOREIGN_COMMAND)
                        .map(Warning::arguments)
                        .map(arguments -> arguments.get(0))
                        .toList());
    }

    private static void assertFailure(String expected, Runnable work) {
        Failure failure = assertThrows(FailureException.class, work::run).failure();
        int blank = expected.indexOf(' ');
        assertEquals(expected.substring(0, blank), failure.kind().code(), failure.message());
        assertTrue(failure.message().contains(expected.substring(blank + 1)), failure.message());
    }

    /** That all expected parts are there, in their order. */
    private static void assertHolds(String expected, String asked) {
        Iterator<String> parts = Splitter.on('&').split(asked).iterator();
        for (String part : Splitter.on('&').split(expected)) {
            boolean found = false;
            while (!found && parts.hasNext()) {
                found = parts.next().equals(part);
            }
            assertTrue(found, () -> part + " is not in its place: " + asked);
        }
    }

    private static List<Case> cases() throws IOException {
        String text = Resources.toString(
                Resources.getResource(FieldRequestsTest.class, "field-requests.txt"), StandardCharsets.UTF_8);
        List<Case> cases = new ArrayList<>();
        for (String line :
                text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            if (line.startsWith("/")) {
                cases.add(new Case(line, new ArrayList<>()));
            } else {
                cases.get(cases.size() - 1).lines().add(line);
            }
        }
        return cases;
    }
}
