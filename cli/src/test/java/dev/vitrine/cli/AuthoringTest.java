package dev.vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.pixel.PixelBuffer;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
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

    private Properties vntc(String... options) throws Exception {
        String[] command = new String[options.length + 2];
        command[0] = "vntc";
        System.arraycopy(options, 0, command, 1, options.length);
        command[command.length - 1] = path("board.ovp");
        assertEquals(0, run(command), err::toString);
        Properties properties = new Properties();
        properties.load(new StringReader(out.toString().replace("\\", "\\\\")));
        return properties;
    }

    @Test
    void vntc_info_tellsThePropertiesOfTheProtocol() throws Exception {
        assertEquals(0, run("pack", folder.toString(), "-o", path("board.ovp")), err::toString);
        Properties told = vntc("-info", "-pyramid", "-contents", "-imagemap", "-thumbwidth", "64", "-profile");
        assertEquals("vnt", told.getProperty("suffix"));
        assertEquals("1", told.getProperty("sourceIsMaster"));
        assertEquals("160,120", told.getProperty("sourceSize"));
        assertEquals("160,120", told.getProperty("targetSizes"));
        assertEquals("2", told.getProperty("numViews"));
        assertEquals("2", told.getProperty("maxScl"));
        assertEquals("1", told.getProperty("pyramid"));
        assertEquals("0", told.getProperty("numMaterials"));
        assertEquals("10.000", told.getProperty("resolution"));
        assertEquals("", told.getProperty("iccProfile"));
        assertTrue(told.getProperty("warning.0").startsWith("there is no ICC profile"), out::toString);
        assertTrue(Files.readString(folder.resolve("board.xml")).contains("<object id=\"panel\"/>"));
        assertEquals(
                "<map name=\"board\">\n<area shape=\"poly\" coords=\"10,10,90,10,90,110,10,110\" alt=\"The board\""
                        + " href=\"#board\">\n</map>\n",
                Files.readString(folder.resolve("board.htm")));
        assertEquals(folder.resolve("board.jpg").toString(), told.getProperty("file.1"));
        PixelBuffer thumbnail = new Decoder(100_000)
                .picture(new SourceBytes("thumbnail", Files.readAllBytes(folder.resolve("board.jpg"))));
        assertEquals(new Size(64, 48), thumbnail.size());
        assertFalse(Files.exists(folder.resolve("board-0.ovp")));
    }

    @Test
    void vntc_crop_makesAProductionPackage() throws Exception {
        assertEquals(0, run("pack", folder.toString(), "-o", path("board.ovp")), err::toString);
        Properties told = vntc("-cropn", "0", "0", "0.5", "1", "-width", "40", "-log", path("log.txt"));
        assertTrue(told.isEmpty(), "everything goes to the log");
        String log = Files.readString(folder.resolve("log.txt"));
        assertTrue(log.contains("targetSizes=40,60\n") && log.contains("resolution=5.000\n"), log);
        assertTrue(Files.exists(folder.resolve("board-40.ovp")), log);
        assertEquals(1, run("vntc", "-validateproduction", "1", path("board.ovp")));
        assertTrue(err.toString().contains("convert it first"), err::toString);
        assertEquals(0, run("vntc", "-validateproduction", "1", path("board-40.ovp")), err::toString);
    }

    @Test
    void vntc_image_isTheViewAsTiff() throws Exception {
        assertEquals(0, run("pack", folder.toString(), "-o", path("board.ovp")), err::toString);
        Properties told = vntc("-info", "-image");
        assertEquals(folder.resolve("board.tif").toString(), told.getProperty("file.0"));
        byte[] tiff = Files.readAllBytes(folder.resolve("board.tif"));
        assertTrue(tiff[0] == tiff[1] && (tiff[0] == 'I' || tiff[0] == 'M'), "a byte order first");
        assertArrayEquals(picture("view.png").argb(), picture("board.tif").argb());
    }

    private PixelBuffer picture(String name) throws Exception {
        return new Decoder(1_000_000).picture(new SourceBytes(name, Files.readAllBytes(folder.resolve(name))));
    }

    private PixelBuffer entry(String archive, String name) throws Exception {
        try (ZipFile zip = new ZipFile(folder.resolve(archive).toFile())) {
            byte[] data = zip.getInputStream(zip.getEntry(name)).readAllBytes();
            return new Decoder(1_000_000).picture(new SourceBytes(name, data));
        }
    }

    /** How much neighbours in a row of the thumbnail differ in all. */
    private int roughness(String... options) throws Exception {
        vntc(options);
        PixelBuffer thumbnail = picture("board.jpg");
        int sum = 0;
        for (int x = 1; x < thumbnail.width(); x++) {
            sum += Math.abs((thumbnail.at(x, 9) >> 8 & 255) - (thumbnail.at(x - 1, 9) >> 8 & 255));
        }
        return sum;
    }

    @Test
    void vntc_sharpen_worksOnWhatIsScaled() throws Exception {
        PixelBuffer view = PixelBuffer.blank(WIDTH, HEIGHT);
        Arrays.setAll(view.argb(), i -> i % WIDTH / 20 % 2 == 0 ? 0xff606060 : 0xffa0a0a0);
        Files.write(folder.resolve("view.png"), RasterEncoder.picture(view, false));
        assertEquals(0, run("pack", folder.toString(), "-o", path("board.ovp")), err::toString);
        int plain = roughness("-info", "-thumbwidth", "64");
        assertEquals(plain, roughness("-info", "-thumbwidth", "64", "-sharpen", "0", "-usm", "500", "1", "0"));
        int gentle = roughness("-info", "-thumbwidth", "64", "-sharpen", "1");
        int strong = roughness("-info", "-thumbwidth", "64", "-sharpen", "3", "-usm", "300", "1", "0");
        assertTrue(gentle > plain + 50 && strong > gentle + 50, plain + " " + gentle + " " + strong);
        assertEquals(plain, roughness("-info", "-thumbwidth", "64", "-sharpen", "2", "-usm", "300", "1", "255"));
        assertEquals(0, run("vntc", "-width", "80", path("board.ovp"), path("soft.ovp")), err::toString);
        assertEquals(0, run("vntc", "-width", "80", "-sharpen", "1", path("board.ovp"), path("crisp.ovp")));
        assertTrue(Files.mismatch(folder.resolve("soft.ovp"), folder.resolve("crisp.ovp")) > 0);
        assertEquals(0, run("vntc", path("board.ovp"), path("full.ovp")));
        assertEquals(0, run("vntc", "-sharpen", "1", path("board.ovp"), path("same.ovp")));
        assertEquals(-1, Files.mismatch(folder.resolve("full.ovp"), folder.resolve("same.ovp")), "nothing is scaled");
    }

    @Test
    void vntc_wrongUse_saysWhatToDo() throws Exception {
        Files.write(folder.resolve("old.vnt"), new byte[] {1, 2, 3});
        assertWrong("is a file of Image Authoring", "vntc", path("old.vnt"));
        assertWrong("open vignette package", "vntc", path("old.vnt"));
        assertWrong("cannot be found", "vntc", path("none.ovp"));
        assertWrong("name a source file", "vntc", "-info");
        assertWrong("-crop or -cropn", "vntc", "-crop", "0", "0", "9", "9", "-cropn", "0", "0", "1", "1", "x.ovp");
        assertWrong("several sizes", "vntc", "-width", "9,8", "-height", "9,8", "x.ovp");
        assertWrong("-pyramid", "vntc", "-pyramidd", "x.ovp");
        assertWrong("-jpegquality", "vntc", "-jpegquality", "high", "x.ovp");
        assertWrong("need -usm", "vntc", "-sharpen", "2", "x.ovp");
        assertWrong("a radius to 10", "vntc", "-sharpen", "2", "-usm", "100", "11", "0", "x.ovp");
        assertWrong("-sharpen is 0", "vntc", "-sharpen", "4", "x.ovp");
        assertWrong("-resolution is", "vntc", "-resolution", "0", "x.ovp");
        assertWrong("0 for PNG", "vntc", "-jpegquality", "101", "x.ovp");
        assertEquals(0, run("pack", folder.toString(), "-o", path("board.ovp")), err::toString);
        assertWrong("must lie within the view of 160x120", "vntc", "-crop", "0", "0", "999", "9", path("board.ovp"));
    }

    private void assertWrong(String message, String... command) {
        err.getBuffer().setLength(0);
        assertEquals(1, run(command), () -> Arrays.toString(command));
        assertTrue(err.toString().contains(message), () -> message + " in " + err);
    }

    @Test
    void unpack_package_isPackedAgain() throws Exception {
        assertEquals(0, run("pack", folder.toString(), "-o", path("board.ovp")), err::toString);
        assertEquals(0, run("unpack", path("board.ovp"), path("apart")), err::toString);
        assertEquals(0, run("pack", path("apart"), "-o", path("again.ovp")), err::toString);
        assertEquals(-1, Files.mismatch(folder.resolve("board.ovp"), folder.resolve("again.ovp")));
        assertEquals(1, run("unpack", path("board.ovp"), path("apart")));
        assertTrue(err.toString().contains("is not empty"), err::toString);
        assertFalse(err.toString().contains("Exception"), err::toString);
    }

    @Test
    void unpack_style_isPackedAgain() throws Exception {
        packStyle();
        assertEquals(0, run("unpack", path("board.ovp"), path("apart")), err::toString);
        assertTrue(Files.exists(folder.resolve("apart/style.yaml")));
        assertEquals(0, run("pack", path("apart"), "-o", path("again.ovc")), err::toString);
        assertEquals(-1, Files.mismatch(folder.resolve("board.ovp"), folder.resolve("again.ovc")));
    }

    @Test
    void check_packages_areOpenedWhole() throws Exception {
        assertEquals(0, run("pack", folder.toString(), "-o", path("board.ovp")), err::toString);
        assertEquals(0, run("check", path("board.ovp")), out::toString);
        assertTrue(out.toString().contains("1 packages: 0 errors, 0 warnings"), out::toString);
        assertEquals(1, run("check", path("board.ovp"), path("view.png"), path("none.ovp")));
        assertTrue(out.toString().contains(path("view.png") + ": error: "), out::toString);
        assertTrue(out.toString().contains("The file 'none.ovp' cannot be found"), out::toString);
        assertTrue(out.toString().contains("3 packages: 2 errors, 0 warnings"), out::toString);
    }

    private void packStyle() throws Exception {
        Files.writeString(folder.resolve("style.yaml"), """
                ovp: "1.0"
                kind: cabinetStyle
                baseColor: [186, 140, 92]
                texture: {file: view.png, res: 40}
                components:
                  lhBase:
                    image: view.png
                    resolution: 18
                    textureArea: mask.png
                    h: [{px: 13, fit: fixed}, {px: 134, fit: scale}, {px: 13, fit: fixed}]
                  lhGlass: {image: tag.png, resolution: 6}
                """);
        assertEquals(0, run("pack", path("style.yaml"), "-o", path("board.ovp")), err::toString);
    }

    @Test
    void vntc_cabinetStyle_isTold() throws Exception {
        packStyle();
        Properties told = vntc("-info", "-thumbwidth", "40", "-resolution", "9");
        assertEquals("vnc", told.getProperty("suffix"));
        assertEquals("186,140,92", told.getProperty("bgc"));
        assertEquals("1", told.getProperty("glass"));
        assertEquals("2", told.getProperty("numPanels"));
        assertEquals("18.000", told.getProperty("resolution"));
        assertEquals("160,120", told.getProperty("sourceSize"));
        assertEquals("80,60", told.getProperty("targetSizes"));
        assertTrue(Files.exists(folder.resolve("board.jpg")));
    }

    @Test
    void vntc_cabinetStyle_isScaledToItsResolution() throws Exception {
        packStyle();
        assertEquals(
                folder.resolve("board-9.ovc").toString(),
                vntc("-resolution", "9").getProperty("file.0"));
        assertEquals(new Size(80, 60), entry("board-9.ovc", "panels/lhBase.png").size());
        assertEquals(new Size(80, 60), entry("board-9.ovc", "areas/lhBase.png").size());
        assertEquals(
                new Size(20, 20), entry("board-9.ovc", "panels/lhGlass.png").size(), "nothing is scaled up");
        assertArrayEquals(
                picture("view.png").argb(), entry("board-9.ovc", "view.png").argb(), "the texture");
        out.getBuffer().setLength(0);
        assertEquals(0, run("vntc", "-info", path("board-9.ovc")), err::toString);
        assertTrue(out.toString().contains("resolution=9.000"), out::toString);
        assertFalse(err.toString().contains("adds up to"), err::toString);
    }

    @Test
    void vntc_cabinetStyle_asJpegKeepsAlpha() throws Exception {
        PixelBuffer tag = PixelBuffer.blank(20, 20);
        tag.argb()[5] = 0xff2060a0;
        Files.write(folder.resolve("tag.png"), RasterEncoder.picture(tag, true));
        packStyle();
        Properties told = vntc("-jpegquality", "90");
        assertEquals(folder.resolve("board-18.ovc").toString(), told.getProperty("file.0"));
        assertEquals(
                new Size(160, 120), entry("board-18.ovc", "panels/lhBase.jpg").size());
        assertEquals(tag.at(5, 0), entry("board-18.ovc", "panels/lhGlass.png").at(5, 0));
    }
}
