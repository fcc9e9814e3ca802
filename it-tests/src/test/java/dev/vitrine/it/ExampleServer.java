package dev.vitrine.it;

import dev.vitrine.server.Application;
import dev.vitrine.server.config.ConfigException;
import dev.vitrine.server.config.ConfigReader;
import dev.vitrine.server.pipeline.Renderer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A real server on a free loopback port, and a client for it. */
final class ExampleServer implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Application.Running running;

    private ExampleServer(Path settings, UnaryOperator<Renderer> around) throws IOException, ConfigException {
        Map<String, String> environment = Map.of("VITRINE_PORT", "0", "VITRINE_HOST", "127.0.0.1");
        running = new Application(new ConfigReader(environment, 2).read(settings), around).start();
    }

    /** Serves the bundled examples. */
    static ExampleServer ofExamples() throws IOException, ConfigException {
        return of(examples().resolve("vitrine.properties"));
    }

    static ExampleServer of(Path settings) throws IOException, ConfigException {
        return of(settings, renderer -> renderer);
    }

    /** Serves with a renderer that is changed. */
    static ExampleServer of(Path settings, UnaryOperator<Renderer> around) throws IOException, ConfigException {
        return new ExampleServer(settings, around);
    }

    int port() {
        return running.port();
    }

    /** The folder of the bundled examples. */
    static Path examples() {
        return repository().resolve("examples");
    }

    /** The folder that holds everything, found from wherever the tests run. */
    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("examples/vitrine.properties"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Sends a GET; characters that a URI may not hold are encoded as a browser would. */
    HttpResponse<byte[]> get(String pathAndQuery, String... headers) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + running.port() + encoded(pathAndQuery));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(1));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        try {
            running.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> {
            boolean safe = c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
            out.append(safe ? Character.toString(c) : String.format("%%%02X", c));
        });
        return out.toString();
    }
}
