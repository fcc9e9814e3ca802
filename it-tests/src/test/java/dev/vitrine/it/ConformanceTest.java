package dev.vitrine.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The protocol as a {@link RequestTable}, asked over HTTP of the bundled examples. */
class ConformanceTest {
    private static final Path TABLE = Path.of("src/test/resources/conformance.txt");

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
    Stream<DynamicTest> everyLineHolds() throws IOException {
        return RequestTable.tests(TABLE, new RequestTable(TABLE, server));
    }

    /** The names of all lines that hold, for the conformance page. */
    static List<String> names() throws IOException {
        return RequestTable.names(TABLE);
    }
}
