package dev.vitrine.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.Encoders;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.server.config.ConfigReader;
import dev.vitrine.server.pipeline.Conditional;
import dev.vitrine.server.pipeline.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Image catalogs and pictures that a test writes, and Image Serving requests of them over the whole road. */
final class ServingFixture {
    private final Path base;

    ServingFixture(Path base) {
        this.base = base;
    }

    /** Writes a catalog file; its lines may use {@code |} for tabs. */
    ServingFixture catalog(String name, String text) throws IOException {
        return file("catalogs/" + name, text.replace('|', '\t').getBytes(ISO_8859_1));
    }

    ServingFixture picture(String name, PixelBuffer pixels) throws IOException {
        byte[] png = Encoders.forFormat(ImageFormat.PNG_ALPHA)
                .encode(pixels, new EncodeSettings(new JpegQuality(90, true), 72));
        return file("resources/" + name, png);
    }

    ServingFixture file(String name, byte[] bytes) throws IOException {
        Path path = base.resolve(name);
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
        return this;
    }

    Application application() throws Exception {
        return application("java");
    }

    /** With this choice of a JPEG library. */
    Application application(String jpegLibrary) throws Exception {
        return new Application(new ConfigReader(
                        Map.of(
                                "VITRINE_JPEGLIBRARY",
                                jpegLibrary,
                                "VITRINE_IR_CATALOGROOTPATH",
                                base.resolve("catalogs").toString(),
                                "VITRINE_IR_RESOURCEROOTPATHS",
                                base.resolve("resources").toString()),
                        1)
                .withoutFile());
    }

    /** Pixels by chance, always the same. */
    static PixelBuffer noise(int width, int height, boolean opaque) {
        Random random = new Random(width * 31L + height);
        PixelBuffer out = PixelBuffer.blank(width, height);
        for (int i = 0; i < out.argb().length; i++) {
            out.argb()[i] = opaque ? random.nextInt() | 0xff000000 : random.nextInt();
        }
        return out;
    }

    static Reply ask(Application application, String url) {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String query = question < 0 ? "" : url.substring(question + 1);
        RawRequest raw = new RawRequest(Dialect.SERVING, path, query, Visitor.local("test"));
        return application.pipeline().answer(raw, Conditional.NONE, Deadline.never());
    }

    static PixelBuffer image(Application application, String url) {
        Reply reply = ask(application, url);
        assertEquals(200, reply.status(), () -> url + ": " + new String(reply.body(), UTF_8));
        return new Decoder(100_000_000).picture(new SourceBytes(url, reply.body()));
    }

    static String text(Application application, String url) {
        Reply reply = ask(application, url);
        assertEquals(200, reply.status(), url);
        return new String(reply.body(), UTF_8);
    }

    /** The code of the failure that a request ends in. */
    static String failure(Application application, String url) {
        return ask(application, url).error().orElseThrow().failure().kind().code();
    }
}
