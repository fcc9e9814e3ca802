package dev.vitrine.render.serve;

import dev.vitrine.catalog.resolve.ImageSource;
import dev.vitrine.catalog.resolve.LayerContent;
import dev.vitrine.catalog.resolve.ResolvedLayer;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.core.value.Numbers;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.Region;
import java.util.List;
import java.util.StringJoiner;

/**
 * What will be drawn for an Image Serving request, in pixels of the reply.
 *
 * @param canvas size of the lowest layer at full size
 * @param across pixels of the reply for each of the canvas
 */
public record ServingPlan(
        ResolvedServing request, Size canvas, Size reply, double across, double down, List<Row> rows) {
    public ServingPlan {
        rows = List.copyOf(rows);
    }

    /**
     * One layer.
     *
     * @param place where it lies, all of it
     * @param drawn the part that will be drawn
     */
    public record Row(ResolvedLayer layer, Region place, Region drawn) {
        private String text() {
            StringJoiner out = new StringJoiner(" ");
            out.add("layer " + layer.number() + ":").add(content()).add("at " + region(place));
            if (!drawn.equals(place)) {
                out.add(drawn.isEmpty() ? "not seen" : "of which " + region(drawn));
            }
            if (layer.shape().rotation() % 360 != 0) {
                out.add("turned by " + Numbers.text(layer.shape().rotation()));
            }
            layer.shape().flip().ifPresent(flip -> out.add("flipped " + flip.text()));
            layer.shape().perspective().ifPresent(quad -> out.add("in perspective"));
            if (!layer.shape().clip().isNone()) {
                out.add("clipped");
            }
            if (layer.paint().opacity().share() < 1) {
                out.add("opacity " + Numbers.text(100 * layer.paint().opacity().share()));
            }
            if (layer.number() > 0 && !layer.paint().blend().text().equals("norm")) {
                out.add("blended " + layer.paint().blend().text());
            }
            if (!layer.retouch().isNone()) {
                out.add("retouched");
            }
            layer.effects().forEach(effect -> out.add("effect " + effect.number()));
            return out.toString();
        }

        private String content() {
            if (layer.content() instanceof LayerContent.Picture picture) {
                return source(picture.source())
                        + picture.mask().map(m -> " masked by " + source(m)).orElse("");
            }
            if (layer.content() instanceof LayerContent.Text text) {
                return "text of " + text.rtf().length() + " characters";
            }
            return "color " + layer.paint().color();
        }

        private static String source(ImageSource source) {
            if (source instanceof ImageSource.File file) {
                return "'" + file.file().name() + "'";
            }
            return source instanceof ImageSource.Served ? "is{…}" : "ir{…}";
        }

        private static String region(Region region) {
            return region.width() + "x" + region.height() + " @ " + region.x() + "," + region.y();
        }
    }

    /** A line for the whole and one for each layer. */
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append("reply ").append(reply).append(" of canvas ").append(canvas);
        out.append(", scale ").append(Numbers.text(across));
        if (across != down) {
            out.append(" by ").append(Numbers.text(down));
        }
        out.append(", ").append(request.reply().format()).append('\n');
        rows.forEach(row -> out.append(row.text()).append('\n'));
        request.composite().watermark().ifPresent(mark -> out.append("watermark over all\n"));
        return out.toString();
    }
}
