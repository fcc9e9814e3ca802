package dev.vitrine.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.server.config.ConfigReader;
import dev.vitrine.server.pipeline.Conditional;
import dev.vitrine.server.pipeline.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error images by template, and Image Serving over the whole road; catalogs as the protocol's pages write them. */
class ErrorTemplateTest {
    @TempDir
    Path temp;

    private Path shots;

    @BeforeEach
    void makeCatalogs() throws IOException {
        shots = Files.createDirectories(Path.of("target", "error-images"));
        write("catalogs/default.ini", "ErrorDetail=2\nErrorImage=myCatalog/onError\nMaxPix=2500,2500\nFormat=jpeg\n");
        write("catalogs/quiet.ini", "RootId=quiet\nErrorDetail=0\n");
        write("catalogs/off.ini", "RootId=off\nErrorImage=\n");
        write("catalogs/loop.ini", "RootId=loop\nErrorImage=myCatalog/loop\n");
        write("catalogs/gone.ini", "RootId=gone\nErrorImage=myCatalog/missing\n");
        write("catalogs/foreign.ini", "RootId=foreign\nErrorImage=myCatalog/foreign\n");
        write("catalogs/nowhere.ini", "RootId=nowhere\nErrorImage=no/such\n");
        write("catalogs/file.ini", "RootId=file\nErrorImage=red.png\n");
        write("catalogs/myCatalog.ini", "RootId=myCatalog\nCatalogFile=images.txt\n");
        String images = """
                Id|Path|Modifier
                onError||size=300,300&bgc=ffffff&text=$error.message$
                loop||src=is{myCatalog/loop}
                missing||src=myCatalog/none
                foreign||src={http://example.org/a.png}
                red|red.png|
                both||size=20,10&color=0,0,255&layer=1&src=myCatalog/red&size=5,5&origin=0,0&pos=-10,-5
                """;
        write("catalogs/images.txt", images.replace('|', '\t'));
        Files.createDirectories(temp.resolve("resources"));
        Files.write(temp.resolve("resources/red.png"), Png.flat(8, 8, 0xffff0000));
    }

    private void write(String name, String text) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(ISO_8859_1));
    }

    private Application application() throws Exception {
        return new Application(new ConfigReader(
                        Map.of(
                                "VITRINE_IR_CATALOGROOTPATH",
                                        temp.resolve("catalogs").toString(),
                                "VITRINE_IR_RESOURCEROOTPATHS",
                                        temp.resolve("resources").toString(),
                                "VITRINE_ERRORIMAGETIMEOUTMILLIS", "60000"),
                        1)
                .withoutFile());
    }

    private Reply ask(Dialect dialect, String url) throws Exception {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String query = question < 0 ? "" : url.substring(question + 1);
        RawRequest raw = new RawRequest(dialect, path, query, Visitor.local("req-4711"));
        return application().pipeline().answer(raw, Conditional.NONE, Deadline.never());
    }

    private Reply render(String url) throws Exception {
        return ask(Dialect.RENDERING, url);
    }

    private PixelBuffer image(String shot, Reply reply) throws IOException {
        assertEquals(200, reply.status(), () -> new String(reply.body(), UTF_8));
        Files.write(shots.resolve(shot + (reply.mediaType().endsWith("png") ? ".png" : ".jpg")), reply.body());
        return new Decoder(100_000_000).picture(new SourceBytes(shot, reply.body()));
    }

    /** How many pixels are dark, per mille. */
    private static long ink(PixelBuffer picture) {
        long dark = IntStream.of(picture.argb())
                .filter(p -> p >>> 24 > 128 && (p & 255) < 128)
                .count();
        return dark * 1000 / picture.argb().length;
    }

    @Test
    void errorImage_ofThePage_isReadableAtEverySize() throws Exception {
        for (String size : new String[] {"100x100", "300x300", "2000x1200", "120x600"}) {
            String wanted = "wid=" + size.replace("x", "&hei=");
            Reply reply = render("/demo/sofa-that-is-not-there?" + wanted + "&fmt=jpeg&qlt=90");
            assertEquals("image/jpeg", reply.mediaType());
            assertTrue(reply.error().orElseThrow().asImage());
            PixelBuffer jpeg = image("page-" + size, reply);
            assertEquals(size, jpeg.size().toString());
            assertTrue(ink(jpeg) > 3, size + " has " + ink(jpeg));
            PixelBuffer png =
                    image("page-" + size, render("/demo/sofa-that-is-not-there?" + wanted + "&fmt=png-alpha"));
            assertEquals(size, png.size().toString());
            assertTrue(ink(png) > 3, size + " has " + ink(png));
            int middle = png.at(png.width() / 2, png.height() / 2 + 40);
            assertEquals(0xffffffff, middle, "the text stands on its background in formats with alpha too");
            boolean square = png.width() == png.height();
            assertEquals(square ? 255 : 0, png.at(png.width() - 1, png.height() - 1) >>> 24, "around it is nothing");
        }
        assertEquals("300x300", image("page-plain", render("/demo/none")).size().toString());
    }

    @Test
    void errorImage_sameRequest_hasTheSameBytes() throws Exception {
        assertArrayEquals(
                render("/demo/none?wid=90").body(), render("/demo/none?wid=90").body());
    }

    @Test
    void errorImage_whatAClientSent_staysText() throws Exception {
        String attack = "/demo/x%5cpar%7d%26size=9,9%24error.title%24&wid=300?fmt=jpeg&wid=300&hei=300";
        assertEquals("300x300", image("attack", render(attack)).size().toString());
    }

    @Test
    void errorImage_thatFails_endsInText() throws Exception {
        for (String catalog : new String[] {"loop", "gone", "foreign", "nowhere", "off"}) {
            Reply reply = render("/" + catalog + "/none?wid=50");
            assertEquals(403, reply.status(), catalog);
            assertFalse(reply.error().orElseThrow().asImage());
            assertTrue(new String(reply.body(), UTF_8).startsWith("Vignette not found"), catalog);
        }
    }

    @Test
    void errorImage_thatIsAFile_comesFirst() throws Exception {
        PixelBuffer picture = image("file", render("/file/none?fmt=png&wid=4"));
        assertEquals("4x4", picture.size().toString());
        assertEquals(0xffff0000, picture.at(1, 1));
    }

    @Test
    void errorImage_level0_differsFromLevel2() throws Exception {
        PixelBuffer quiet = image("quiet", render("/quiet/a-rather-long-name-of-a-vignette?fmt=png"));
        PixelBuffer loud = image("loud", render("/demo/a-rather-long-name-of-a-vignette?fmt=png"));
        assertTrue(ink(quiet) < ink(loud));
        assertArrayEquals(
                quiet.argb(), image("quiet", render("/quiet/b?fmt=png")).argb());
    }

    @Test
    void errorImage_otherKinds_keepTheirForm() throws Exception {
        assertEquals(403, render("/demo/none?req=debug").status());
        assertTrue(new String(render("/demo/none?req=contents").body(), UTF_8).contains("<error>"));
        assertTrue(new String(
                        ask(Dialect.SERVING, "/myCatalog/none?req=imageprops,json&id=7")
                                .body(),
                        UTF_8)
                .startsWith("/*jsonp*/s7jsonError("));
    }

    @Test
    void errorImage_ofTheExamples_looksGood() throws Exception {
        Path examples = Path.of("..", "examples", "catalogs");
        for (String name : new String[] {"errors.ini", "errors_images.txt"}) {
            Files.copy(examples.resolve(name), temp.resolve("catalogs").resolve(name));
        }
        write("catalogs/shop.ini", "RootId=shop\nErrorImage=errors/card\n");
        assertTrue(application().images().snapshot().problems().isEmpty());
        for (String size : new String[] {"100x100", "300x300", "2000x1200"}) {
            String wanted = "?wid=" + size.replace("x", "&hei=");
            PixelBuffer card = image("card-" + size, render("/shop/sofa" + wanted + "&fmt=png"));
            assertEquals(size, card.size().toString());
            assertTrue(ink(card) > 20, size);
        }
        image("card-alpha", render("/shop/sofa?fmt=png-alpha"));
    }

    @Test
    void serving_image_isServedAndScaled() throws Exception {
        PixelBuffer picture = image("red", ask(Dialect.SERVING, "/myCatalog/red?wid=4&fmt=png"));
        assertEquals("4x4", picture.size().toString());
        assertEquals(0xffff0000, picture.at(3, 3));
        assertEquals(
                "8x8", image("red8", ask(Dialect.SERVING, "/red.png")).size().toString());
    }

    @Test
    void serving_layers_lieWhereTheyWerePut() throws Exception {
        PixelBuffer picture = image("both", ask(Dialect.SERVING, "/myCatalog/both?fmt=png"));
        assertEquals("20x10", picture.size().toString());
        assertEquals(0xffff0000, picture.at(4, 4));
        assertEquals(0xff0000ff, picture.at(5, 5));
        assertEquals(0xff0000ff, picture.at(5, 4));
    }

    @Test
    void serving_fiveLevels_withBothBrackets() throws Exception {
        String inner =
                "src=is(?src=is{?src=is(?src=is{myCatalog/both?size=20,10}&rotate=90)&rotate=90}&rotate=90)&rotate=90";
        PixelBuffer picture = image("deep", ask(Dialect.SERVING, "/myCatalog?" + inner + "&fmt=png"));
        assertArrayEquals(
                image("both", ask(Dialect.SERVING, "/myCatalog/both?fmt=png")).argb(), picture.argb());
    }

    @Test
    void errorImage_brokenWatermark_isThereNevertheless() throws Exception {
        write("catalogs/myCatalog.ini", "RootId=myCatalog\nCatalogFile=images.txt\nWatermark=myCatalog/nothing\n");
        assertEquals(
                "unknown-image",
                ask(Dialect.SERVING, "/myCatalog/both")
                        .error()
                        .orElseThrow()
                        .failure()
                        .kind()
                        .code());
        assertTrue(render("/demo/none").error().orElseThrow().asImage());
        assertEquals("300x300", image("watermark", render("/demo/none")).size().toString());
    }

    @Test
    void serving_reports_comeInEveryForm() throws Exception {
        assertEquals(
                "/*jsonp*/cb({\"catalogRecord.exists\":\"1\"},\"7\");",
                text("/myCatalog/red?req=exists,json&id=7&handler=cb"));
        assertEquals("catalogRecord.exists='0';\r\n", text("/myCatalog/none?req=exists,javascript"));
        assertTrue(text("/myCatalog/red?req=imageprops").contains("image.width=8\r\n"));
        assertTrue(text("/myCatalog/red?req=imageprops").contains("image.pixTyp=RGB\r\n"));
        assertTrue(text("/myCatalog/red?req=props,xml&wid=4").contains("name=\"image.width\" value=\"4\""));
        assertTrue(text("/myCatalog/red?req=validate").contains("request.isValid=1"));
        assertEquals("\r\n", text("/myCatalog/red?req=userdata"));
        assertTrue(text("/myCatalog?req=catalogprops,xml").contains("name=\"catalog.maxPix\" value=\"2500,2500\""));
        assertTrue(text("/myCatalog/red?req=props&id=any-version").contains("image.version="));
    }

    private String text(String url) throws Exception {
        Reply reply = ask(Dialect.SERVING, url);
        assertEquals(200, reply.status());
        return new String(reply.body(), UTF_8);
    }
}
