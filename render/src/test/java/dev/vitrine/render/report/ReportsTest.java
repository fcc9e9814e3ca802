package dev.vitrine.render.report;

import static dev.vitrine.render.MemoryScene.gray;
import static dev.vitrine.render.MemoryScene.group;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.ScriptCall;
import dev.vitrine.core.value.Size;
import dev.vitrine.core.value.TextForm;
import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.Group;
import dev.vitrine.render.scene.Scene;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final Instant NOW = Instant.parse("2026-09-05T18:23:06Z");
    private static final Properties ODD = new Properties(ImmutableMap.of("a.b", "it's <1>: \"é\\\n", "c", " x=1"));

    private static String write(TextForm form) {
        return new PropertiesWriter().write(ODD, form, ScriptCall.STANDARD, NOW).text();
    }

    @Test
    void write_handlerAndId_areCalledBack() {
        Properties found = Properties.builder().put("a", "1").build();
        ScriptCall call = new ScriptCall("mine.done", "-4");
        assertEquals(
                "/*jsonp*/mine.done({\"a\":\"1\"},\"-4\");",
                new PropertiesWriter().write(found, TextForm.JSON, call, NOW).text());
    }

    @Test
    void write_text_isReadByJava() throws IOException {
        String text = write(TextForm.TEXT);
        assertEquals("#S7Z OK", text.lines().findFirst().orElseThrow());
        assertEquals(
                "#Sat Sep 05 18:23:06 UTC 2026",
                text.lines().skip(1).findFirst().orElseThrow());
        java.util.Properties read = new java.util.Properties();
        read.load(new StringReader(text));
        assertEquals(ODD.values(), Map.copyOf(read));
    }

    @Test
    void write_scripts_escapeWhatCouldEndThem() {
        String value = "it\\u0027s \\u003C1\\u003E: \\\"\\u00E9\\\\\\n";
        assertEquals("/*jsonp*/s7jsonResponse({\"a.b\":\"" + value + "\",\"c\":\" x=1\"},\"\");", write(TextForm.JSON));
        assertEquals("a.b='" + value + "';\r\nc=' x=1';\r\n", write(TextForm.JAVASCRIPT));
    }

    @Test
    void contents_tree_keepsTheAuthorsLetters() {
        MemoryScene scene = gray(4, 4, 0)
                .neutralLight()
                .add(group(
                        "Sofa & Co",
                        group("Inner", object("seat").build()),
                        object("Legs").build()));
        assertEquals(
                "<vignette><contents><group id=\"Sofa &amp; Co\"><group id=\"Inner\"><object id=\"seat\"/></group>"
                        + "<object id=\"Legs\"/></group></contents></vignette>",
                ContentsXml.of(scene.scene()).text().lines().skip(1).findFirst().orElseThrow());
    }

    private static String map(int level) {
        List<List<RealPair>> shape = List.of(List.of(new RealPair(1, 2), new RealPair(3, 4), new RealPair(5, 0)));
        Group inner = new Group("seat", 0, Map.of(), shape, List.of());
        Map<String, String> attributes = Map.of("map.href", "a?b&c", "map.x y", "bad", "other", "no");
        Group outer = new Group("Sofa", 0, attributes, shape, List.of(inner));
        Scene scene = gray(4, 4, 0).neutralLight().add(outer).scene();
        return ImageMapXml.of(scene, level).text().lines().skip(1).findFirst().orElseThrow();
    }

    @Test
    void map_groupLevel_picksTheDepth() {
        assertEquals(
                "<map><area name=\"Sofa\" type=\"polygon\" coord=\"1,2,3,4,5,0\" href=\"a?b&amp;c\"/></map>", map(0));
        String inner = "<map><area name=\"Sofa/seat\" type=\"polygon\" coord=\"1,2,3,4,5,0\"/></map>";
        assertEquals(inner, map(-1));
        assertEquals(inner, map(1));
        assertEquals("<map></map>", map(7));
    }

    @Test
    void userData_questionMarks_endLines() {
        assertEquals("a\r\nb", Reports.userData(Optional.of("a??b")).text());
        assertEquals("\r\n", Reports.userData(Optional.empty()).text());
    }

    @Test
    void replyProperties_selection_isCounted() {
        Group sofa = group(
                "Sofa",
                object("seat").build(),
                object("pillow").overlap(9, Optional.empty()).build());
        Scene scene = gray(40, 20, 0).neutralLight().add(sofa).scene();
        ReplyLook look = new ReplyLook(ImageFormat.TIF, PixelType.GRAY, "newsprint", true);
        Map<String, String> values = Reports.replyProperties(
                        Ask.ask().request(), scene, look, new Size(20, 10), "Sofa", Optional.of(sofa), 0)
                .values();
        assertEquals("20", values.get("image.width"));
        assertEquals("image/tiff", values.get("image.type"));
        assertEquals("BW", values.get("image.pixTyp"));
        assertEquals("newsprint", values.get("image.iccProfile"));
        assertEquals("1", values.get("image.iccEmbed"));
        assertEquals("000000", values.get("image.bgc"));
        assertEquals("2", values.get("selection.count"));
        assertEquals("1", values.get("selection.overlapping"));
        assertEquals("0", values.get("selection.visible"));
        assertEquals("9", values.get("selection.zorder"));
        assertEquals("Sofa", values.get("selection.name"));
    }

    private static Map<String, String> imageProperties(MemoryScene scene) {
        Ask ask = Ask.ask();
        return Reports.imageProperties(
                        ask.request().vignette().orElseThrow(), ask.reply(), "camera", scene.scene(), scene.rasters(0))
                .values();
    }

    @Test
    void imageProperties_resolutions_areOfEverySurfaceThatIsSeen() {
        Geometry quad = new Geometry.Quad(
                List.of(new RealPair(0, 0), new RealPair(40, 0), new RealPair(40, 40), new RealPair(0, 40)), 10, 10, 0);
        MemoryScene scene = gray(80, 40, 0)
                .neutralLight()
                .field("flat", (x, y) -> x < 40 ? 1 : 0)
                .field("curved", (x, y) -> x > 50 ? 1 : 0)
                .field("nowhere", (x, y) -> 0)
                .surface((x, y) -> x / 8, (x, y) -> y / 2)
                .add(object("flat").geometry(quad).build())
                .add(object("curved").build())
                .add(object("nowhere").build());
        Map<String, String> values = imageProperties(scene);
        assertEquals(4, Double.parseDouble(values.get("vignette.res")), 0.01);
        assertEquals(4, Double.parseDouble(values.get("vignette.res.min")), 0.01);
        assertEquals(4, Double.parseDouble(values.get("vignette.res.avg")), 0.01);
        Map<String, String> finer = imageProperties(scene.surface((x, y) -> x / 8, (x, y) -> y / 8));
        assertEquals(8, Double.parseDouble(finer.get("vignette.res")), 0.01);
        assertEquals(4, Double.parseDouble(finer.get("vignette.res.min")), 0.01);
        assertEquals(6, Double.parseDouble(finer.get("vignette.res.avg")), 0.01);
        Map<String, String> none = imageProperties(gray(40, 20, 0).neutralLight());
        assertEquals(0, Double.parseDouble(none.get("vignette.res")));
    }

    @Test
    void imageProperties_neverExpiring_isMinusOne() {
        Map<String, String> values = imageProperties(gray(40, 20, 0).neutralLight());
        assertEquals("-1", values.get("image.expiration"));
        assertEquals("Thu Jan 01 00:00:00 UTC 1970", values.get("image.timeStamp"));
        assertEquals("40", values.get("image.width"));
        assertEquals("camera", values.get("image.iccProfile"));
    }
}
