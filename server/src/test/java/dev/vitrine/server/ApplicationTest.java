package dev.vitrine.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.server.config.ConfigReader;
import dev.vitrine.server.pipeline.Conditional;
import dev.vitrine.server.pipeline.Reply;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole road without HTTP: real catalogs, a real engine, and error images from files. */
class ApplicationTest {
    @TempDir
    private Path folder;

    private Application application;

    @BeforeEach
    void load() throws Exception {
        Path catalogs = Files.createDirectory(folder.resolve("catalogs"));
        Files.writeString(catalogs.resolve("default.ini"), "ErrorImage=oops.png\nErrorDetail=0\nFormat=png\n");
        Files.writeString(catalogs.resolve("own.ini"), "RootId=own\nErrorImage=own.png\nErrorDetail=2\n");
        Files.writeString(catalogs.resolve("none.ini"), "RootId=none\nErrorImage=\n");
        Files.writeString(catalogs.resolve("template.ini"), "RootId=template\nErrorImage=images/onError\n");
        Files.writeString(catalogs.resolve("broken.ini"), "RootId=broken\nErrorImage=broken.png\n");
        Files.writeString(catalogs.resolve("small.ini"), "RootId=small\nMaxPix=120,90\n");
        Files.writeString(catalogs.resolve("jpeg.ini"), "RootId=jpeg\nFormat=jpg\n");
        Files.writeString(
                catalogs.resolve("shop.ini"), "RootId=shop\nMacroFile=macros.txt\nVignetteMapFile=vignettes.txt\n");
        Files.writeString(catalogs.resolve("macros.txt"), "Name\tDefinition\nthumb\twid=40&fmt=jpeg\n");
        Files.writeString(catalogs.resolve("vignettes.txt"), """
                Id\tPath\tModifier
                sofa\tgone.ovp\twid=70&fmt=jpeg
                template\t\tvignette=shop/chair
                chair\tgone.ovp\twid=90
                """);
        Files.writeString(folder.resolve("broken.png"), "no picture");
        picture("oops.png", 200, 100);
        picture("own.png", 50, 50);
        Path settings = folder.resolve("vitrine.properties");
        Files.writeString(settings, "ir.catalogRootPath=catalogs\nir.resourceRootPaths=.\n");
        application = new Application(new ConfigReader(Map.of(), 1).read(settings));
    }

    @Test
    void answer_missing_isTheInheritedErrorImageInTheSizeAskedFor() throws Exception {
        assertPicture(200, 100, answer("/unheard/of", ""));
        assertPicture(60, 30, answer("/unheard/of", "wid=60"));
        assertPicture(60, 30, answer("/unheard/of", "wid=60&qlt=nonsense"));
    }

    @Test
    void answer_catalogWithItsOwnErrorImage_usesThat() throws Exception {
        assertPicture(50, 50, answer("/own/nix", ""));
    }

    @Test
    void answer_errorImageSwitchedOffOrUnusable_isTheText() {
        for (String catalog : new String[] {"none", "template", "broken"}) {
            Reply reply = answer("/" + catalog + "/nix", "");
            assertEquals(403, reply.status(), catalog);
            assertEquals("Vignette not found\n", text(reply), catalog);
        }
    }

    @Test
    void answer_errorImageLargerThanAllowed_isShrunkToTheMost() throws Exception {
        assertPicture(1580, 1580, answer("/own/nix", "wid=90000"), 2);
        assertPicture(120, 60, answer("/small/nix", "wid=90000"));
        assertPicture(120, 60, answer("/small/nix", "hei=90000&scl=0.00001"));
    }

    @Test
    void answer_formatThatCannotBeEncoded_isAPictureAPageCanShow() throws Exception {
        Reply reply = answer("/own/nix", "fmt=swf");
        assertPicture(50, 50, reply);
        assertEquals("image/png", reply.mediaType(), "the catalog's own format");
        assertEquals("image/png", answer("/jpeg/nix", "fmt=swf-alpha").mediaType());
        assertEquals("image/jpeg", answer("/jpeg/nix", "fmt=swf").mediaType());
    }

    @Test
    void answer_formatForPrint_isThatOfTheErrorImageToo() {
        assertEquals("application/pdf", answer("/own/nix", "fmt=pdf").mediaType());
        assertEquals("image/eps", answer("/own/nix", "fmt=eps,cmyk").mediaType());
    }

    @Test
    void answer_sizeAndFormatOfMacrosAndRecords_countForTheErrorImage() throws Exception {
        assertPicture(40, 20, answer("/shop/nix", "$thumb$"));
        assertEquals("image/jpeg", answer("/shop/nix", "$thumb$").mediaType());
        assertPicture(70, 35, answer("/shop/sofa", ""));
        assertPicture(30, 15, answer("/shop/sofa", "wid=30"));
        assertPicture(90, 45, answer("/shop/template", ""));
    }

    @Test
    void answer_propertiesOrDebug_isNeverAnImage() {
        assertTrue(text(answer("/own/nix", "req=imageprops")).startsWith("#S7Z ERROR\r\n#"));
        assertEquals(403, answer("/own/nix", "req=debug").status());
    }

    @Test
    void answer_existsOfSomethingMissing_saysNo() {
        Reply reply = answer("/unheard/of", "req=exists");
        assertEquals(200, reply.status());
        assertTrue(text(reply).contains("catalogRecord.exists=0"), text(reply));
    }

    @Test
    void answer_imageServing_meetsThePolicyOfItsCatalog() throws Exception {
        Visitor visitor = Visitor.local("r-1");
        Reply reply = application
                .pipeline()
                .answer(new RawRequest(Dialect.SERVING, "/own/nix", "", visitor), Conditional.NONE, Deadline.never());
        assertPicture(50, 50, reply);
        assertEquals(
                "unknown-image; class=1; status=403",
                reply.error().orElseThrow().answer().header());
    }

    private Reply answer(String path, String query) {
        return application
                .pipeline()
                .answer(
                        new RawRequest(Dialect.RENDERING, path, query, Visitor.local("r-1")),
                        Conditional.NONE,
                        Deadline.never());
    }

    private void picture(String name, int width, int height) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        assertTrue(ImageIO.write(image, "png", folder.resolve(name).toFile()));
    }

    private static void assertPicture(int width, int height, Reply reply) throws Exception {
        assertPicture(width, height, reply, 0);
    }

    private static void assertPicture(int width, int height, Reply reply, int tolerance) throws Exception {
        assertEquals(200, reply.status(), () -> text(reply));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(reply.body()));
        assertEquals(width, image.getWidth(), tolerance);
        assertEquals(height, image.getHeight(), tolerance);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
