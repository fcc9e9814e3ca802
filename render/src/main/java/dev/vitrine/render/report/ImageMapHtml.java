package dev.vitrine.render.report;

import com.google.common.html.HtmlEscapers;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.scene.Group;
import dev.vitrine.render.scene.Scene;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The image map of a scene for a web page: one {@code <map>} with an {@code <area>} per polygon of every group, inner groups
 * first because browsers take the first area that is hit. Coordinates are pixels of the full-size view; attributes are the
 * author's {@code map.*}.
 */
public final class ImageMapHtml {
    private final StringBuilder areas = new StringBuilder();

    private ImageMapHtml() {}

    /** The element; nothing if no group has a polygon. */
    public static Optional<String> of(Scene scene, String name) {
        ImageMapHtml html = new ImageMapHtml();
        html.children(scene.root());
        return html.areas.isEmpty()
                ? Optional.empty()
                : Optional.of("<map name=\"" + escape(name) + "\">\n" + html.areas + "</map>\n");
    }

    private void children(Group parent) {
        parent.children().forEach(node -> {
            if (node instanceof Group group) {
                children(group);
                group.imageMap().forEach(polygon -> area(group, polygon));
            }
        });
    }

    private void area(Group group, List<RealPair> polygon) {
        String coords = polygon.stream()
                .map(p -> Math.round(p.x()) + "," + Math.round(p.y()))
                .collect(Collectors.joining(","));
        areas.append("<area shape=\"poly\" coords=\"").append(coords).append('"');
        new TreeMap<>(group.attributes()).forEach((key, value) -> {
            if (key.matches("map\\.[A-Za-z][A-Za-z0-9-]*")) {
                areas.append(' ').append(key.substring(4).toLowerCase(Locale.ROOT));
                areas.append("=\"").append(escape(value)).append('"');
            }
        });
        areas.append(">\n");
    }

    private static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
