package dev.vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.pixel.PixelBuffer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that authors use, on a small scene: a lit board, half of it an object, and a tag that hangs over it. */
class AuthoringTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;
    private static final String SPEC = """
            ovp: "1.0"
            kind: vignette
            title: Board
            version: 4
            view: {image: view.png, width: 160, height: 120, printRes: 100}
            illumination: auto
            tree:
              - group: board
                attributes: {map.href: "#board", map.alt: "The board"}
                imageMap: [[10, 10, 90, 10, 90, 110, 10, 110]]
                children:
                  - object: panel
                    type: flat
                    mask: mask.png
                    geometry: {kind: quad, corners: [[10, 10], [90, 10], [90, 110], [10, 110]], size: [8, 10]}
                    origins: {"0": [0, 0]}
                    decal: {offset: [4, 5], light: {h: 45, v: 40}}
              - object: tag
                type: staticOverlap
                overlap: {z: 3, shown: false, image: {file: tag.png, x: 70, y: 20}}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeLayers() throws Exception {
        PixelBuffer view = PixelBuffer.blank(WIDTH, HEIGHT);
        byte[] mask = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < mask.length; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            int level = 100 + y / 2;
            view.argb()[i] = 0xff000000 | level << 16 | (level * 7 / 8) << 8 | level * 3 / 4;
            mask[i] = (byte) (x >= 10 && x < 90 && y >= 10 && y < 110 ? 255 : 0);
        }
        PixelBuffer tag = PixelBuffer.blank(20, 20);
        Arrays.fill(tag.argb(), 0xff2060a0);
        Files.write(folder.resolve("view.png"), RasterEncoder.picture(view, false));
        Files.write(folder.resolve("mask.png"), RasterEncoder.gray8(WIDTH, HEIGHT, mask));
        Files.write(folder.resolve("tag.png"), RasterEncoder.picture(tag, true));
        Files.writeString(folder.resolve("scene.yaml"), SPEC);
    }

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void pack_withSheet_provesThePackage() throws Exception {
        assertEquals(
                0,
                run("pack", path("scene.yaml"), "-o", path("board.ovp"), "--sheet", path("board.html")),
                err::toString);
        String page = Files.readString(folder.resolve("board.html"));
        for (String section : new String[] {
            "What it holds", "Proofs", "Solid colors", "Checker on every surface", "Decals", "Overlap objects", "Levels"
        }) {
            assertTrue(page.contains(section + "</h2>"), section);
        }
        assertTrue(page.contains("board/panel: 2 in a cell (20.0 px at full size)"), "the checker knows its size");
        assertFalse(page.contains("<figure class=\"wrong\">"), err::toString);
        assertFalse(Pattern.compile("(?:src|href)=\"(?!data:|#)").matcher(page).find(), "it needs no other file");
    }

    @Test
    void pack_badSpec_exitsWithOneAndNamesIt() throws Exception {
        Files.writeString(folder.resolve("scene.yaml"), SPEC.replace("mask.png", "mosk.png"));
        assertEquals(1, run("pack", folder.toString(), "-o", path("board.ovp")));
        assertTrue(
                err.toString()
                        .contains("error: board/panel mask: there is no file 'mosk.png'; did you mean 'mask.png'?"),
                err::toString);
    }

    @Test
    void sheet_ofRequests_marksWhatIsWrong() throws Exception {
        assertEquals(0, run("pack", folder.toString(), "-o", path("board.ovp")), err::toString);
        Files.createDirectories(folder.resolve("catalogs"));
        Files.writeString(folder.resolve("catalogs/default.ini"), "Resolution=40\n");
        Files.writeString(
                folder.resolve("vitrine.properties"), "ir.catalogRootPath=catalogs\nir.resourceRootPaths=.\n");
        Files.writeString(folder.resolve("list.yaml"), """
                scenes:
                  - id: good
                    title: "Good <ones>"
                    requests:
                      - {title: "A picture", url: "/ir/render/board.ovp?obj=board&color=204060"}
                      - {title: "A text", url: "/ir/render/board.ovp?req=contents"}
                  - id: errors
                    title: "Failing ones"
                    requests:
                      - {title: "Unknown", url: "/ir/render/nothing.ovp"}
                """);
        String[] command = {"sheet", path("list.yaml"), "-o", path("list.html"), "--config", path("vitrine.properties")
        };
        assertEquals(0, run(command), err::toString);
        String page = Files.readString(folder.resolve("list.html"));
        assertTrue(page.contains("Good &lt;ones&gt;"));
        assertTrue(page.contains("&lt;object id=&quot;panel&quot;"), "texts are shown as they are");
        assertTrue(page.contains("status 403, unknown-"), "failures are told");
        Files.writeString(
                folder.resolve("list.yaml"),
                Files.readString(folder.resolve("list.yaml")).replace("obj=board&", "obj=bored&"));
        assertEquals(1, run(command));
        assertTrue(Files.readString(folder.resolve("list.html")).contains("<figure class=\"wrong\">"));
        assertTrue(err.toString().contains("3 cells, 1 wrong"), err::toString);
    }

    @Test
    void sheet_whatIsNoPackage_saysWhatToDo() throws Exception {
        assertEquals(1, run("sheet", path("nothing.ovp"), "-o", path("x.html")));
        assertTrue(err.toString().contains("there is no such file"), err::toString);
        assertEquals(1, run("sheet", folder.toString(), "-o", path("x.html")));
        assertTrue(err.toString().contains("pack it first"), err::toString);
        assertEquals(12, run("sheet", path("view.png"), "-o", path("x.html")), err::toString);
        assertFalse(Files.exists(folder.resolve("x.html")));
    }
}
