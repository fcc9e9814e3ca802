package dev.vitrine.render.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceBytesTest {
    private static final int LENGTH = 300_000;

    @TempDir
    Path folder;

    @Test
    void read_fileThatGrewOrShrank_isTheFileAsItIs() throws Exception {
        byte[] content = content();
        for (int told : new int[] {0, 1, LENGTH - 1, LENGTH, LENGTH + 1, 2 * LENGTH}) {
            assertArrayEquals(content, SourceBytes.read(file(told), LENGTH + 1).data(), told + " told");
            assertArrayEquals(content, SourceBytes.read(file(told), LENGTH).data(), told + " told, no more allowed");
        }
    }

    @Test
    void read_moreThanAllowed_isTooLarge() throws Exception {
        content();
        for (int told : new int[] {0, LENGTH - 1, LENGTH}) {
            FailureException e = assertThrows(FailureException.class, () -> SourceBytes.read(file(told), LENGTH - 1));
            assertEquals(FailureKind.SOURCE_TOO_LARGE, e.failure().kind());
        }
    }

    private byte[] content() throws Exception {
        byte[] content = new byte[LENGTH];
        new Random(3).nextBytes(content);
        Files.write(folder.resolve("file"), content);
        return content;
    }

    private SourceFile file(long told) {
        return new SourceFile("file", folder.resolve("file"), told, 0);
    }
}
