package dev.vitrine.render.report;

import dev.vitrine.core.text.Escapes;
import dev.vitrine.render.scene.Group;
import dev.vitrine.render.scene.Node;
import dev.vitrine.render.scene.Scene;

/**
 * The tree of a scene ({@code req=contents}): {@code <vignette><contents><group id="…"><object id="…"/></group></contents>}.
 * Clients walk it by these names, so a group holds groups and objects and nothing else.
 */
public final class ContentsXml {
    private final StringBuilder out = new StringBuilder();

    private ContentsXml() {}

    public static TextBody of(Scene scene) {
        ContentsXml xml = new ContentsXml();
        xml.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<vignette><contents>");
        scene.root().children().forEach(xml::node);
        xml.out.append("</contents></vignette>");
        return new TextBody(xml.out.toString(), "text/xml");
    }

    private void node(Node node) {
        String id = Escapes.xml(node.name());
        if (node instanceof Group group) {
            out.append("<group id=\"").append(id).append("\">");
            group.children().forEach(this::node);
            out.append("</group>");
        } else {
            out.append("<object id=\"").append(id).append("\"/>");
        }
    }
}
