package dev.vitrine.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.resolve.Grouting;
import dev.vitrine.catalog.resolve.ImageSource;
import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.catalog.resolve.ResolvedRequest;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.catalog.resolve.Vignette;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.Encoders;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.PixelBuffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a package on disk to encoded bytes. */
class RenderEngineTest {
    private static final String MANIFEST = """
            {"ovp": "1.0", "kind": "vignette", "title": "Box", "version": 3, "units": "in",
             "view": {"name": "front", "image": "view.png", "width": 12, "height": 8, "printRes": 150},
             "illumination": {"maps": [{"slot": "A", "layer": "light.png", "gloss": 20}]},
             "tree": [{"group": "Box", "children": [
               {"object": "side", "type": "flat", "mask": "mask.png",
                "original": {"baseColor": [90, 90, 90], "residual": "auto"},
                "geometry": {"kind": "quad", "corners": [[0, 0], [12, 0], [12, 8], [0, 8]], "size": [12, 8]}}]}]}
            """;

    private final RenderEngine engine = new RenderEngine(RenderLimits.standard());

    @TempDir
    Path folder;

    @BeforeEach
    void writePackage() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), MANIFEST);
        write("view.png", Ask.flat(12, 8, 0xff5a5a5a));
        write("light.png", Ask.flat(12, 8, 0xff808080));
        write("mask.png", Ask.flat(12, 8, 0xffffffff));
        PixelBuffer halves = Ask.flat(12, 8, 0xff0000ff);
        for (int i = 0; i < 96; i++) {
            halves.argb()[i] = i % 12 < 6 ? 0xffff0000 : 0xff0000ff;
        }
        write("halves.png", halves);
    }

    private void write(String name, PixelBuffer picture) throws IOException {
        byte[] png =
                Encoders.forFormat(ImageFormat.PNG).encode(picture, new EncodeSettings(new JpegQuality(90, false), 72));
        Files.write(folder.resolve(name), png);
    }

    private ResolvedRequest placed(Ask ask) {
        ResolvedRequest r = ask.request();
        SourceFile scene = new SourceFile("box", folder, 1, 0);
        Vignette vignette = new Vignette("demo/box", scene, Optional.empty(), 0);
        return new ResolvedRequest(
                r.kind(),
                r.catalog(),
                Optional.of(vignette),
                Optional.of("hello"),
                r.segments(),
                r.onFailObject(),
                r.onFailPick(),
                r.showOverlapObjects(),
                r.reply(),
                r.groupLevel(),
                r.call(),
                r.warnings());
    }

    private Rendered answer(Ask ask) {
        return engine.answer(placed(ask), Deadline.never(), Instant.EPOCH);
    }

    private static PixelBuffer decoded(Rendered reply) {
        return new Decoder(1000).picture(new SourceBytes("reply", reply.body()));
    }

    private Material.Texture texture(ImageSource source) {
        Material.Texture t = Ask.tiles("none", 1);
        return new Material.Texture(
                source, 1, 0, t.anchor(), 0, 0, Optional.empty(), Optional.empty(), t.paint(), t.look());
    }

    private SourceFile file(String name) {
        return new SourceFile(name, folder.resolve(name), 1, 0);
    }

    @Test
    void answer_again_whenTheRestOfThePictureIsKept_isTheSameFile() throws IOException {
        PixelBuffer corner = Ask.flat(12, 8, 0xff000000);
        corner.argb()[13] = 0xffffffff;
        write("mask.png", corner);
        for (boolean sharpened : new boolean[] {false, true}) {
            for (int width : new int[] {12, 9, 30}) {
                Ask ask = Ask.ask()
                        .obj("side", Ask.solid(200, 20, 30))
                        .format(ImageFormat.JPEG)
                        .wid(width);
                ask = sharpened ? ask.sharpen() : ask;
                byte[] first = answer(ask).body();
                for (int k = 0; k < 3; k++) {
                    assertArrayEquals(first, answer(ask).body(), "time " + k);
                }
                assertEquals(width, decoded(answer(ask)).width());
            }
        }
    }

    @Test
    void answer_solid_isEncoded() {
        Rendered reply = answer(Ask.ask().obj("side", Ask.solid(10, 200, 30)));
        assertEquals("image/png", reply.mediaType());
        assertEquals(0xff0ac81e, decoded(reply).at(5, 5));
    }

    @Test
    void answer_twice_isTheSameBytes() {
        Ask ask = Ask.ask().obj("side", texture(new ImageSource.File(file("halves.png"))));
        assertArrayEquals(answer(ask).body(), answer(ask).body());
        assertEquals(0xffff0000, decoded(answer(ask)).at(2, 2));
        assertEquals(0xff0000ff, decoded(answer(ask)).at(9, 2));
    }

    @Test
    void answer_nestedRequest_becomesATexture() {
        ResolvedRequest inner = placed(Ask.ask().obj("side", texture(new ImageSource.File(file("halves.png")))));
        Ask outer = Ask.ask().obj("side", texture(new ImageSource.Nested(inner)));
        assertEquals(0xffff0000, decoded(answer(outer)).at(2, 2));
        assertTrue(engine.plan(placed(outer), Deadline.never()).text().contains("  paint Box/side texture halves.png"));
    }

    @Test
    void answer_groutedTexture_hasItsJoints() {
        Material.Texture straight = texture(new ImageSource.File(file("halves.png")));
        Grouting joint = new Grouting(Color.gray(7), 4, 4);
        PixelBuffer plain = decoded(answer(Ask.ask().obj("side", straight)));
        PixelBuffer grouted = decoded(answer(Ask.ask().obj("side", Ask.laid(straight, 13, joint))));
        assertTrue(Arrays.stream(grouted.argb()).anyMatch(p -> p == 0xff070707));
        assertFalse(Arrays.equals(plain.argb(), grouted.argb()));
        assertArrayEquals(
                grouted.argb(),
                decoded(answer(Ask.ask().obj("side", Ask.laid(straight, 13, joint))))
                        .argb());
    }

    @Test
    void answer_missingTexture_saysWhich() {
        Ask ask = Ask.ask().obj("side", texture(new ImageSource.File(file("gone.png"))));
        FailureException e = assertThrows(FailureException.class, () -> answer(ask));
        assertEquals(FailureKind.SOURCE_MISSING, e.failure().kind());
    }

    @Test
    void answer_reports_areText() {
        String properties = text(answer(Ask.ask().type(RequestType.PROPS).wid(6)));
        assertTrue(properties.startsWith("#S7Z OK\r\n#Thu Jan 01 00:00:00 UTC 1970\r\n"), properties);
        assertTrue(properties.contains("image.width=6\r\n") && properties.contains("selection.name=Box\r\n"));
        assertTrue(text(answer(Ask.ask().type(RequestType.IMAGEPROPS))).contains("vignette.version=3\r\n"));
        assertTrue(
                text(answer(Ask.ask().type(RequestType.CONTENTS))).contains("<group id=\"Box\"><object id=\"side\"/>"));
        assertEquals("hello", text(answer(Ask.ask().type(RequestType.USERDATA))));
    }

    private static String text(Rendered reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    @Test
    void errorImage_anySize_fitsTheReply() {
        Rendered reply = engine.errorImage(file("halves.png"), Ask.ask().wid(6).reply(), Deadline.never());
        assertEquals(6, decoded(reply).width());
        assertEquals(4, decoded(reply).height());
    }
}
