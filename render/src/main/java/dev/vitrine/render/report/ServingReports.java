package dev.vitrine.render.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.ServedObject;
import dev.vitrine.core.text.Timestamp;
import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.Numbers;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Premultiplied;
import java.time.Instant;
import java.util.Optional;

/** What there is to say about images, and about the replies of Image Serving. */
public final class ServingReports {
    private static final double SCREEN_DPI = 72;

    private ServingReports() {}

    /** {@code req=props}: the reply that the request would get, and the look of its file. */
    public static Properties reply(ResolvedServing request, ReplyLook look, Size size) {
        ReplySettings reply = request.reply();
        return Properties.builder()
                .put("image.bgc", request.view().background().toString())
                .put("image.height", size.height())
                .put("image.iccEmbed", look.embedded())
                .put("image.iccProfile", look.profile())
                .put("image.length", 0)
                .put("image.mask", look.format().hasAlpha())
                .put("image.pathEmbed", false)
                .put("image.pixTyp", look.pixelType())
                .put("image.printRes", reply.printResolution().orElse(SCREEN_DPI))
                .put("image.quality", reply.quality().toString())
                .put("image.type", look.format().mediaType())
                .put("image.version", version(request.layers().toString()))
                .put("image.width", size.width())
                .put("image.xmpEmbed", false)
                .put(
                        "metadata.version",
                        version(request.object().flatMap(ServedObject::record).toString()))
                .build();
    }

    /**
     * {@code req=imageprops}: the image itself, whatever else the request says.
     *
     * @param file absent for a template without one
     * @param profile the name of the space that its colors are of
     * @param embedded whether the file itself says so
     */
    public static Properties image(
            ServedObject object, Optional<Decoder.Typed> file, String profile, boolean embedded, ReplySettings reply) {
        Optional<PixelBuffer> picture = file.map(Decoder.Typed::pixels);
        int width = picture.map(PixelBuffer::width).orElse(0);
        int height = picture.map(PixelBuffer::height).orElse(0);
        Measure anchor =
                object.record().flatMap(ImageRecord::anchor).orElse(new Measure(width / 2.0, height / 2.0, false));
        boolean hasAlpha =
                picture.filter(p -> !Premultiplied.isOpaque(p.argb())).isPresent();
        boolean hasMask = object.record().flatMap(ImageRecord::maskPath).isPresent();
        return Properties.builder()
                .put("image.anchor", Numbers.text(anchor.x()) + "," + Numbers.text(anchor.y()))
                .put("image.expiration", reply.expiration().hours())
                .put("image.height", height)
                .put("image.iccProfile", profile)
                .put("image.embeddedIccProfile", embedded)
                .put("image.embeddedPhotoshopPaths", false)
                .put("image.embeddedXmpData", false)
                .put("image.mask", hasMask ? 3 : hasAlpha ? 2 : 0)
                .put(
                        "image.modifier",
                        object.record().flatMap(ImageRecord::modifier).orElse(""))
                .put("image.photoshopPathNames", "")
                .put(
                        "image.pixTyp",
                        ReplyLook.word(file.map(Decoder.Typed::type).orElse(PixelType.RGB)))
                .put(
                        "image.postModifier",
                        object.record().flatMap(ImageRecord::postModifier).orElse(""))
                .put("image.printRes", object.printResolution().orElse(SCREEN_DPI))
                .put("image.resolution", object.resolution())
                .put("image.thumbRes", object.thumbnail().resolution())
                .put("image.thumbType", object.thumbnail().type().number())
                .put("image.timeStamp", Timestamp.text(Instant.ofEpochMilli(object.modifiedMillis())))
                .put("image.translatedId", object.name())
                .put("image.width", width)
                .build();
    }

    /** {@code req=catalogprops}. */
    public static Properties catalog(ResolvedServing request) {
        Properties.Builder out = Properties.builder();
        request.properties().forEach((name, value) -> out.put(name, value));
        return out.build();
    }

    /** Changes whenever what it is made of does; the same on every machine. */
    private static String version(String content) {
        byte[] hash = Hashing.sha256().hashString(content, UTF_8).asBytes();
        return BaseEncoding.base64Url().omitPadding().encode(hash, 0, 16);
    }
}
