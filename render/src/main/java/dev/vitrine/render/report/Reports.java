package dev.vitrine.render.report;

import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.ResolvedRequest;
import dev.vitrine.catalog.resolve.Vignette;
import dev.vitrine.core.text.Timestamp;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.scene.Group;
import dev.vitrine.render.scene.Node;
import dev.vitrine.render.scene.Overlap;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneObject;
import dev.vitrine.render.scene.SceneRasters;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to say about scenes and replies. */
public final class Reports {
    /** What shows through where nothing is: files without alpha lie over black. */
    private static final String BACKGROUND = "000000";

    private Reports() {}

    /** The server's banner: the reply to a request that names nothing. */
    public static Properties banner(String protocol) {
        return Properties.builder()
                .put("server", "Vitrine")
                .put("protocol", protocol)
                .build();
    }

    /** {@code req=validate}: who gets here was understood. */
    public static Properties valid() {
        return Properties.builder().put("request.isValid", true).build();
    }

    /** {@code req=exists}: whether what the request names was found; that it was not is no failure. */
    public static Properties exists(boolean found) {
        return Properties.builder().put("catalogRecord.exists", found).build();
    }

    /** {@code req=userdata}: {@code ??} ends a line; without user data there is one empty line. */
    public static TextBody userData(Optional<String> data) {
        String text = data.filter(d -> !d.isEmpty()).orElse("??").replace("??", "\r\n");
        return new TextBody(text, "text/plain");
    }

    /**
     * {@code req=imageprops}: the vignette itself, whatever else the request says.
     *
     * @param profile the name of the space it is rendered in
     * @param fullSize the scene's pixels at full size: how large objects are is measured where they are seen
     */
    public static Properties imageProperties(
            Vignette vignette, ReplySettings reply, String profile, Scene scene, SceneRasters fullSize) {
        Resolutions resolutions = Resolutions.of(scene, fullSize);
        return Properties.builder()
                .put("image.expiration", reply.expiration().hours())
                .put("image.height", scene.view().size().height())
                .put("image.iccProfile", profile)
                .put("image.embeddedIccProfile", scene.view().icc().isPresent())
                .put("image.embeddedPhotoshopPaths", false)
                .put("image.modifier", vignette.modifier().orElse(""))
                .put("image.pixTyp", "RGB")
                .put("image.printRes", scene.view().printResolution())
                .put("image.timeStamp", Timestamp.text(Instant.ofEpochMilli(vignette.modifiedMillis())))
                .put("image.width", scene.view().size().width())
                .put("vignette.name", scene.title())
                .put("vignette.res", resolutions.most())
                .put("vignette.res.avg", resolutions.average())
                .put("vignette.res.min", resolutions.least())
                .put("vignette.version", scene.version())
                .build();
    }

    /**
     * {@code req=props}: the reply that the request would get, and its selection.
     *
     * @param look of its file
     * @param size of the reply
     * @param name the selection's full path; absent when nothing is selected
     * @param selected that group or object
     * @param visible how many overlap objects of the selection are shown
     */
    public static Properties replyProperties(
            ResolvedRequest request,
            Scene scene,
            ReplyLook look,
            Size size,
            String name,
            Optional<Node> selected,
            int visible) {
        ReplySettings reply = request.reply();
        Properties.Builder out = Properties.builder()
                .put("image.bgc", BACKGROUND)
                .put("image.height", size.height())
                .put("image.iccEmbed", look.embedded())
                .put("image.iccProfile", look.profile())
                .put("image.mask", look.format().hasAlpha())
                .put("image.pathEmbed", false)
                .put("image.pixTyp", look.pixelType())
                .put(
                        "image.printRes",
                        reply.printResolution().orElse(scene.view().printResolution()))
                .put(
                        "image.quality",
                        reply.quality().quality() + "," + (reply.quality().fullChroma() ? "1" : "0"))
                .put("image.type", look.format().mediaType())
                .put("image.width", size.width());
        selection(out, name, selected, visible);
        return out.build();
    }

    private static void selection(Properties.Builder out, String name, Optional<Node> selected, int visible) {
        List<SceneObject> objects = selected.map(n -> objects(n).toList()).orElse(List.of());
        List<Overlap> overlaps = objects.stream()
                .map(SceneObject::overlap)
                .flatMap(Optional::stream)
                .toList();
        out.put("selection.attributes", selected.map(Reports::attributes).orElse(""))
                .put("selection.count", objects.size())
                .put("selection.ident", selected.map(Reports::ident).orElse(0))
                .put("selection.name", name)
                .put("selection.overlapping", overlaps.size())
                .put(
                        "selection.renderable",
                        count(objects.stream().filter(o -> o.type().isRenderable())))
                .put("selection.texturable", count(objects.stream().filter(SceneObject::isTexturable)))
                .put("selection.visible", overlaps.isEmpty() || visible > 0)
                .put(
                        "selection.zorder",
                        overlaps.isEmpty() ? 0 : overlaps.get(0).z());
    }

    private static long count(Stream<SceneObject> objects) {
        return objects.count();
    }

    private static Stream<SceneObject> objects(Node node) {
        return node instanceof Group group
                ? group.children().stream().flatMap(Reports::objects)
                : Stream.of((SceneObject) node);
    }

    private static String attributes(Node node) {
        var attributes = node instanceof Group group ? group.attributes() : ((SceneObject) node).attributes();
        return new TreeMap<>(attributes)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(";"));
    }

    private static int ident(Node node) {
        return node instanceof Group group ? group.ident() : ((SceneObject) node).ident();
    }

    /** What a scene calls its own profile, if it has one: the file's name without its suffix. */
    public static Optional<String> profile(Scene scene) {
        return scene.view()
                .icc()
                .map(p -> String.valueOf(Path.of(p).getFileName()).replaceFirst("\\.ic[cm]$", ""));
    }
}
