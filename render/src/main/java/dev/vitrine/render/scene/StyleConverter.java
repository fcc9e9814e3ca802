package dev.vitrine.render.scene;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.Encoders;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.resample.Kernel;
import dev.vitrine.render.resample.Premultiplied;
import dev.vitrine.render.resample.Resampler;
import dev.vitrine.render.scene.CabinetStyle.Component;
import dev.vitrine.render.scene.CabinetStyle.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a cabinet style for servers of an author's one: its panels at the resolution they will be seen at, encoded anew. */
public final class StyleConverter {
    /** Segments end at such parts of a pixel, so that they add up exactly. */
    private static final double FINE = 1024;

    private static final double DPI = 72;
    private static final int FULL_CHROMA_FROM = 90;

    private final RenderLimits limits;

    public StyleConverter(RenderLimits limits) {
        this.limits = limits;
    }

    /**
     * How large a panel becomes: pixels per scene unit of the whole style, of which finer ones are scaled down to, and coarser
     * ones keep their own.
     *
     * @param size of its picture
     * @param resolution asked for; absent for no change
     */
    public static Size size(Size size, Component panel, OptionalDouble resolution) {
        double scale = resolution.orElse(panel.resolution()) / panel.resolution();
        return scale >= 1 ? size : size.scaled(scale);
    }

    /**
     * Writes the style; nothing if the report lists errors. Its texture stays as it is.
     *
     * @param source of a cabinet style
     * @param resolution pixels per scene unit; absent for that of each panel
     * @param quality of pictures without alpha, as JPEG; absent for PNG
     */
    public PackReport convert(
            OpenStyle source, OptionalDouble resolution, OptionalInt quality, Path out, Consumer<String> progress)
            throws IOException {
        checkArgument(source.style() instanceof CabinetStyle, "no cabinet style");
        CabinetStyle style = (CabinetStyle) source.style();
        ObjectNode tree = (ObjectNode) new ManifestText(limits)
                .json(source.files().name(), source.files().manifest());
        Map<String, byte[]> packed = new TreeMap<>();
        style.texture().ifPresent(t -> packed.put(t.file(), source.files().read(t.file())));
        style.components().forEach((name, panel) -> {
            progress.accept("panel " + name);
            ObjectNode node = (ObjectNode) tree.get("components").get(name);
            PixelBuffer image = source.picture(panel.image());
            Size size = size(image.size(), panel, resolution);
            node.put("image", put(packed, "panels/" + name, scaled(image, size), quality));
            node.put("resolution", panel.resolution() * size.width() / image.width());
            segments(node.withArray("h"), panel.across(), image.width(), size.width());
            segments(node.withArray("v"), panel.down(), image.height(), size.height());
            panel.textureArea()
                    .map(area -> scaled(source.picture(area), size))
                    .ifPresent(
                            area -> node.put("textureArea", put(packed, "areas/" + name, area, OptionalInt.empty())));
        });
        return new StylePacker(limits).write(tree, packed, out, new Problems(), progress);
    }

    private static PixelBuffer scaled(PixelBuffer picture, Size size) {
        return new Resampler(Kernel.AREA, Edge.CLAMP).scale(picture, size, Deadline.never());
    }

    private static String put(Map<String, byte[]> packed, String name, PixelBuffer picture, OptionalInt quality) {
        boolean alpha = !Premultiplied.isOpaque(picture.argb());
        String path = name + (alpha || quality.isEmpty() ? ".png" : ".jpg");
        packed.put(
                path,
                alpha || quality.isEmpty()
                        ? RasterEncoder.picture(picture, alpha)
                        : Encoders.forFormat(ImageFormat.JPEG).encode(picture, settings(quality.getAsInt())));
        return path;
    }

    private static EncodeSettings settings(int quality) {
        return new EncodeSettings(new JpegQuality(quality, quality >= FULL_CHROMA_FROM), DPI);
    }

    private static void segments(ArrayNode list, List<Segment> segments, int from, int to) {
        list.removeAll();
        double sum = 0;
        double end = 0;
        for (Segment segment : segments) {
            sum += segment.pixels();
            double next = Math.rint(FINE * sum * to / from) / FINE;
            list.addObject().put("px", next - end).put("fit", segment.fixed() ? "fixed" : "scale");
            end = next;
        }
    }
}
