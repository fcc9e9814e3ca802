package dev.vitrine.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vitrine.render.codec.IccProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A company's own catalogs, written from the protocol's pages alone and served as they are, over the bundled scenes: the same in
 * every encoding and with every kind of line end that the pages allow.
 */
class OwnCatalogsTest {
    private static final Path OWN = Path.of("src/test/resources/own");
    private static final Path TABLE = OWN.resolve("requests.txt");

    @TempDir
    private static Path folder;

    private static final List<Served> ALL = new ArrayList<>();

    private record Served(Shape shape, ExampleServer server) {}

    /** How the files of a folder are written. */
    private enum Shape {
        LATIN_WITH_LF(ISO_8859_1, "\n"),
        LATIN_WITH_CR(ISO_8859_1, "\r"),
        UTF_8_WITH_CRLF(UTF_8, "\r\n");

        private final Charset charset;
        private final String lineEnd;

        Shape(Charset charset, String lineEnd) {
            this.charset = charset;
            this.lineEnd = lineEnd;
        }

        byte[] bytes(String text) {
            return ((charset.equals(UTF_8) ? "\ufeff" : "") + text.replace("\n", lineEnd)).getBytes(charset);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        for (Shape shape : Shape.values()) {
            Path home = folder.resolve(shape.name());
            copy(OWN.resolve("catalog"), home.resolve("catalog"), shape);
            copy(OWN.resolve("data"), home.resolve("data"), shape);
            Files.createDirectories(home.resolve("more/profiles"));
            Files.write(home.resolve("more/profiles/wide.icm"), IccProfile.ADOBE_RGB.bytes());
            Files.copy(ExampleServer.examples().resolve("materials/velvet.jpg"), home.resolve("more/only-here.jpg"));
            Files.writeString(
                    home.resolve("own.properties"),
                    "ir.catalogRootPath=catalog\nir.resourceRootPaths=" + ExampleServer.examples() + ";more\n");
            ALL.add(new Served(shape, ExampleServer.of(home.resolve("own.properties"))));
        }
    }

    /** Rule sets are XML, which has encodings of its own. */
    private static void copy(Path from, Path to, Shape shape) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                boolean isXml = file.toString().endsWith(".xml");
                Files.write(
                        to.resolve(file.getFileName().toString()), isXml ? text.getBytes(UTF_8) : shape.bytes(text));
            }
        }
    }

    @AfterAll
    static void stop() {
        ALL.forEach(served -> served.server().close());
    }

    @TestFactory
    Stream<DynamicContainer> everyRequest_meansWhatThePagesSay() {
        return ALL.stream()
                .map(served -> DynamicContainer.dynamicContainer(served.shape().name(), tests(served)));
    }

    private static Stream<DynamicTest> tests(Served served) {
        try {
            return RequestTable.tests(TABLE, new RequestTable(TABLE, served.server()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
