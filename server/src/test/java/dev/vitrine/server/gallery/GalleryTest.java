package dev.vitrine.server.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {
    @TempDir
    private Path folder;

    @Test
    void read_file_givesScenesInOrder() throws Exception {
        Gallery gallery = read("""
                scenes:
                  - id: sofa
                    title: "Sofa, three seats"
                    requests:
                      - {title: Plain, url: "/ir/render/demo/sofa?wid=1000"}
                """);
        assertEquals(
                List.of(new Gallery.Scene(
                        "sofa",
                        "Sofa, three seats",
                        List.of(new Gallery.Request("Plain", "/ir/render/demo/sofa?wid=1000")))),
                gallery.scenes());
    }

    @Test
    void read_badFiles_sayWhichFileIsWrong() {
        for (String text : List.of(
                "scenes: [",
                "scenery: []",
                "scenes: [{id: a, title: b, requests: [{title: c, url: \"http://elsewhere/\"}]}]",
                "scenes: [{id: a, title: b}]")) {
            IOException wrong = assertThrows(IOException.class, () -> read(text), text);
            assertTrue(wrong.getMessage().contains("gallery.yaml: "), wrong.getMessage());
        }
    }

    @Test
    void write_hostileText_isEscaped() {
        Gallery gallery = new Gallery(List.of(new Gallery.Scene(
                "a", "<b>", List.of(new Gallery.Request("\"><script>", "/ir/render/a?x=\"><script>&y=1")))));
        String page = GalleryPage.write(Optional.of(gallery));
        assertFalse(page.contains("<script"), page);
        assertTrue(page.contains("href=\"/ir/render/a?x=&quot;&gt;&lt;script&gt;&amp;y=1\""), page);
        assertTrue(GalleryPage.write(Optional.empty()).contains("vitrine.gallery"));
    }

    private Gallery read(String text) throws IOException {
        return new GalleryReader().read(Files.writeString(folder.resolve("gallery.yaml"), text));
    }
}
