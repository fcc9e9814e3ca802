package dev.vitrine.errors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ErrorReferenceTest {
    private static final String FROM = "<!-- the table below is written by ErrorReferenceTest -->\n\n";
    private static final String TO = "\n<!-- the table above -->";

    /** Run once with {@code -Dvitrine.writeDocs=true} to bring the page up to date. */
    @Test
    void markdown_committedPage_isUpToDate() throws IOException {
        Path page = Path.of("..", "docs", "errors.md");
        String text = Files.readString(page);
        if (Boolean.getBoolean("vitrine.writeDocs")) {
            int from = text.indexOf(FROM) + FROM.length();
            text = text.substring(0, from) + ErrorReference.markdown() + text.substring(text.indexOf(TO, from));
            Files.writeString(page, text);
        }
        assertTrue(
                text.contains(FROM + ErrorReference.markdown() + TO),
                "docs/errors.md is behind the code: run this test with -Dvitrine.writeDocs=true");
    }
}
