package dev.vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.render.codec.IccProfile;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String config;

    @BeforeEach
    void writeSettings() throws Exception {
        Path catalogs = Files.createDirectory(folder.resolve("catalogs"));
        Files.writeString(catalogs.resolve("default.ini"), "Resolution=40\n");
        Path settings = folder.resolve("vitrine.properties");
        Files.writeString(settings, "ir.catalogRootPath=catalogs\nir.resourceRootPaths=.\n");
        config = "--config=" + settings;
    }

    @Test
    void render_missing_tellsWhyAndWritesNothing() {
        Path picture = folder.resolve("x.jpg");
        assertEquals(11, run("render", config, "demo/nix", "-o", picture.toString()));
        assertTrue(err.toString().contains("[unknown-"), err.toString());
        assertFalse(Files.exists(picture));
    }

    @Test
    void render_folderThatIsMissing_isMade() throws Exception {
        Path file = folder.resolve("new/deep/x.png");
        assertEquals(0, run("render", config, "/is/image?size=8,4&color=ff0000&fmt=png", "-o", file.toString()));
        assertTrue(Files.exists(file));
        assertEquals(1, run("render", config, "demo/nix", "-o", folder.toString()));
        assertTrue(err.toString().contains(folder + ": is a folder; name the file in it"), err.toString());
    }

    @Test
    void serve_portOutOfRange_isAWrongCommandLine() {
        assertEquals(2, run("serve", config, "--port", "99999"));
        assertTrue(err.toString().startsWith("--port is 0 to 65535"), err.toString());
    }

    @Test
    void serve_hostOfNoMachine_saysWhatToDo() {
        assertEquals(1, run("serve", config, "--host", "host.invalid", "--port", "0"));
        assertTrue(err.toString().startsWith("'host.invalid' cannot be listened at ("), err.toString());
    }

    @Test
    void check_settingsOfOtherServers_areWarnedOf() throws Exception {
        Files.writeString(folder.resolve("PlatformServer.conf"), "ir.catalogRootPath=catalogs\nPS::depth=3\n");
        assertEquals(0, run("check", "-c", folder.resolve("PlatformServer.conf").toString()), () -> err.toString());
        assertTrue(err.toString().contains(":2: unknown setting 'PS::depth' is passed over"), err.toString());
    }

    @Test
    void render_text_writesTheReply() throws Exception {
        Path file = folder.resolve("x.txt");
        assertEquals(0, run("render", config, "demo/nix?req=exists", "-o", file.toString()));
        assertTrue(Files.readString(file).contains("catalogRecord.exists=0"));
    }

    @Test
    void explain_malformed_saysAtWhichStop() {
        assertEquals(12, run("explain", config, "demo/nix?wid=undefined"));
        assertTrue(out.toString().contains("asked: fails here"), out.toString());
    }

    @Test
    void explain_missing_showsWhatWasAskedFirst() {
        assertEquals(11, run("explain", config, "demo/nix?wid=80&foo"));
        assertTrue(out.toString().contains("asked:\n  /demo/nix?wid=80\nfrom:\n  wid=80: the URL\n"), out.toString());
        assertTrue(out.toString().contains("\nmeant: fails here"), out.toString());
    }

    @Test
    void explain_misspelledCommand_saysThatItIsIgnoredAndWhatWasMeant() {
        run("explain", config, "demo/nix?widt=80");
        assertTrue(
                out.toString().contains("widt=80: the URL; ignored: there is no such command; did you mean 'wid'?"),
                out.toString());
    }

    @Test
    void explain_imageServing_tellsTheSame() {
        assertEquals(11, run("explain", config, "/is/image/demo/nix?wid=80&wid=90"));
        assertTrue(out.toString().contains("wid=80: the URL; does not count: later comes 'wid=90'"), out.toString());
    }

    @Test
    void explain_serving_tellsAllThreeStops() {
        assertEquals(0, run("explain", config, "/is/image?size=80,40&color=ff0000&layer=1&text=Hi&rotate=90&wid=40"));
        String told = out.toString();
        assertTrue(
                told.contains("asked:\n  ?wid=40&layer=0&color=ff0000ff&size=80,40&layer=1&text=Hi&rotate=90"), told);
        assertTrue(told.contains("reply 40x20 of canvas 80x40, scale 0.5"), told);
        assertTrue(told.contains("layer 1: text of 2 characters at "), told);
        assertEquals(11, run("explain", config, "/is/image/demo/nix"));
        assertTrue(out.toString().contains("meant: fails here"), out.toString());
    }

    @Test
    void render_serving_writesThePicture() throws Exception {
        Path file = folder.resolve("x.png");
        assertEquals(0, run("render", config, "/is/image?size=8,4&color=ff0000&fmt=png", "-o", file.toString()));
        assertEquals("89 50 4e 47", HexFormat.ofDelimiter(" ").formatHex(Files.readAllBytes(file), 0, 4));
    }

    @Test
    void check_goodAndBadCatalogs_differInTheirExitCode() throws Exception {
        assertEquals(0, run("check", config), () -> out.toString());
        Files.writeString(
                folder.resolve("catalogs/bad.ini"), "RootId=bad\nVignetteMapFile=missing.txt\nResolution=many\n");
        assertEquals(1, run("check", config), () -> out.toString());
        assertTrue(out.toString().contains("bad.ini:3: error:"), out.toString());
    }

    @Test
    void check_materialImages_areLookedForAndOpened() throws Exception {
        Files.writeString(folder.resolve("text.jpg"), "no picture");
        Files.writeString(folder.resolve("catalogs/shop.ini"), "RootId=shop\nCatalogFile=shop.txt\n");
        Files.writeString(folder.resolve("catalogs/shop.txt"), "Id\tPath\nlost\tgone.jpg\nodd\ttext.jpg\n");
        assertEquals(1, run("check", config), () -> out.toString());
        assertTrue(out.toString().contains("shop/lost: error: The file 'gone.jpg'"), out.toString());
        assertTrue(out.toString().contains("shop/odd: error: "), out.toString());
        assertTrue(out.toString().contains(" 2 images, 0 profiles and 0 fonts: 2 errors"), out.toString());
    }

    @Test
    void check_mistakesInEveryTable_areAllTold() throws Exception {
        Path catalogs = folder.resolve("catalogs");
        Files.write(folder.resolve("good.icc"), IccProfile.ADOBE_RGB.bytes());
        Files.writeString(folder.resolve("bad.icc"), "no profile");
        Files.writeString(folder.resolve("bad.ttf"), "no font");
        Files.writeString(folder.resolve("bad.ovc"), "no package");
        ImageIO.write(
                new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("good.png").toFile());
        Files.writeString(catalogs.resolve("default.ini"), "Resolution=40\nVignetteMapFile=v.txt\nDefaultExt=png\n");
        Files.writeString(catalogs.resolve("v.txt"), "Id\tPath\nhall\thall.ovp\n");
        Files.writeString(catalogs.resolve("shop.ini"), """
                RootId=shop
                CatalogFile=shop.txt
                IccProfileMapFile=icc.txt
                FontMapFile=fonts.txt
                IccProfileRgb=fine
                IccProfileGray=fine
                IccProfileCmyk=gone
                IccProfileSrcRgb=sRGB
                IccProfileSrcCmyk=lost
                """);
        Files.writeString(catalogs.resolve("shop.txt"), """
                Id\tPath\tAuxPath\tMaskPath
                oak\tgood.png\tbad.ovc\tmask.png
                elm\tgood\t\t
                """);
        Files.writeString(
                catalogs.resolve("icc.txt"), "Name\tProfilePath\nfine\tgood.icc\nodd\tbad.icc\nnone\tnone.icc\n");
        Files.writeString(catalogs.resolve("fonts.txt"), "Name\tFontPath\nSans\tbad.ttf\n");
        assertEquals(1, run("check", config), () -> out.toString());
        String told = out.toString();
        for (String line : new String[] {
            "hall: error: The file 'hall.ovp'",
            "shop/oak: error: ",
            "shop/oak (mask): error: The file 'mask.png'",
            "shop/odd: error: ",
            "shop/none: error: The file 'none.icc'",
            "shop/Sans: error: ",
            "catalog 'shop', IccProfileGray: error: 'fine' is a profile of rgb and not of gray",
            "catalog 'shop', IccProfileCmyk: error: there is no profile 'gone'",
            "catalog 'shop', IccProfileSrcCmyk: warning: there is no profile 'lost'"
        }) {
            assertEquals(1, told.lines().filter(l -> l.startsWith(line)).count(), line + " in " + told);
        }
        assertFalse(
                told.contains("/hall") || told.contains("IccProfileRgb") || told.contains("IccProfileSrcRgb"), told);
        assertTrue(told.contains("1 catalogs, 1 vignettes, 1 styles, "), told);
    }

    @Test
    void anyCommand_badSettings_tellsThemAll() throws Exception {
        Files.writeString(folder.resolve("vitrine.properties"), "vitrine.prot=1\nvitrine.queue=-1\n");
        assertEquals(2, run("check", config));
        assertEquals(2, err.toString().lines().count(), err.toString());
        assertEquals(2, run("serve", "--nonsense"));
        assertEquals(2, run());
    }

    @Test
    void help_tellsTheExitCodes() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().contains("Exit codes:"), out.toString());
    }

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
