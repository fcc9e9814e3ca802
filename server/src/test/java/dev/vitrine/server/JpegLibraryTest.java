package dev.vitrine.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.vitrine.render.codec.SystemJpeg;
import dev.vitrine.server.pipeline.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpegLibraryTest {
    @TempDir
    Path folder;

    @Test
    void answer_systemLibraryWanted_isGivenWithATagOfItsOwnIfThereIsOne() throws Exception {
        ServingFixture fixture = new ServingFixture(folder)
                .catalog("default.ini", "")
                .picture("noise.png", ServingFixture.noise(64, 48, true));
        String url = "/noise.png?wid=32&fmt=jpg";
        Reply own = ServingFixture.ask(fixture.application(), url);
        Reply system = ServingFixture.ask(fixture.application("system"), url);
        assertEquals(200, own.status());
        assertEquals(200, system.status());
        if (SystemJpeg.find().isPresent()) {
            assertNotEquals(own.etag(), system.etag());
            assertEquals(
                    system.etag(),
                    ServingFixture.ask(fixture.application("system"), url).etag());
        } else {
            assertEquals(own.etag(), system.etag());
            assertArrayEquals(own.body(), system.body());
        }
    }
}
