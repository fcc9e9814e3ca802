package dev.vitrine.render.report;

import dev.vitrine.core.text.Escapes;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.scene.Group;
import dev.vitrine.render.scene.Scene;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The image map of a scene ({@code req=map}): one {@code <area>} per polygon, in pixels of the full-size view, with the
 * group's path as its name and the author's {@code map.*} attributes without that prefix.
 */
public final class ImageMapXml {
    private static final Pattern ATTRIBUTE = Pattern.compile("map\\.([A-Za-z_][A-Za-z0-9_.-]*)");

    private final boolean innermost;
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<map>");

    private ImageMapXml(boolean innermost) {
        this.innermost = innermost;
    }

    /** The map of one depth of groups: 0 for the outermost groups, n for those n levels further in, -1 for the innermost */
    public static TextBody of(Scene scene, int groupLevel) {
        ImageMapXml xml = new ImageMapXml(groupLevel < 0);
        xml.groups(scene.root(), "", groupLevel);
        return new TextBody(xml.out.append("</map>").toString(), "text/xml");
    }

    private void groups(Group parent, String path, int level) {
        for (Group group : innerGroups(parent)) {
            String name = path.isEmpty() ? group.name() : path + "/" + group.name();
            boolean wanted = innermost ? innerGroups(group).isEmpty() : level == 0;
            if (wanted) {
                group.imageMap().forEach(polygon -> area(group, name, polygon));
            }
            groups(group, name, level - 1);
        }
    }

    private static List<Group> innerGroups(Group group) {
        return group.children().stream()
                .filter(Group.class::isInstance)
                .map(Group.class::cast)
                .toList();
    }

    private void area(Group group, String name, List<RealPair> polygon) {
        out.append("<area");
        attribute("name", name);
        attribute("type", "polygon");
        attribute(
                "coord",
                polygon.stream()
                        .map(p -> Math.round(p.x()) + "," + Math.round(p.y()))
                        .collect(Collectors.joining(",")));
        new TreeMap<>(group.attributes()).forEach((key, value) -> {
            var matcher = ATTRIBUTE.matcher(key);
            if (matcher.matches()) {
                attribute(matcher.group(1), value);
            }
        });
        out.append("/>");
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(Escapes.xml(value)).append('"');
    }
}
