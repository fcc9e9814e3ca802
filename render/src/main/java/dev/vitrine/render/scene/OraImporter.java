package dev.vitrine.render.scene;

import com.google.common.base.Splitter;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.scene.OraStack.OraLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a specification for the packer of an OpenRaster file whose layers are named by what they are:
 *
 * <pre>
 * view                     the photograph, as large as the canvas
 * illum:A@20               light of slot A for gloss 20; without any, it is made from the photograph
 * mask:sofa/seat           what an object covers: alpha; groups come from the path
 * uv:sofa/seat@78x30       its surface coordinates, full red and green being 78 and 30 units, blue where they hold
 * overlap:extras/lamp@30   an overlap object of z 30 as it looks
 * shadow:extras/lamp       what it casts: alpha
 * </pre>
 *
 * Objects lie from back to front as their layers do. Other layers are left out and told of.
 */
public final class OraImporter {
    private static final Pattern NAME = Pattern.compile("(illum|mask|uv|overlap|shadow):([^@]+)(?:@(.+))?");
    private static final Pattern GLOSS = Pattern.compile("[0-9]{1,3}");
    private static final Pattern Z = Pattern.compile("-?[0-9]{1,6}");
    private static final Pattern SIZE =
            Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?)x([0-9]{1,6}(?:\\.[0-9]{1,6})?)");

    private final RenderLimits limits;

    public OraImporter(RenderLimits limits) {
        this.limits = limits;
    }

    /**
     * Writes {@code scene.yaml} and the layers' PNG files into a folder.
     *
     * @return remarks for the author
     */
    public List<String> unpack(Path ora, Path folder) throws IOException {
        String name = String.valueOf(ora.getFileName());
        PackageFiles files = PackageFiles.open(name, ora, limits);
        OraStack stack = OraStack.read(name, files.read("stack.xml", ManifestText.MAX_BYTES));
        Work work = new Work(name, stack);
        stack.layers().forEach(work::add);
        ObjectNode manifest = work.finish();
        for (String file : work.used) {
            if (!EntryNames.isSafe(file)) {
                throw Failures.sourceDamaged(name, "the layer file '" + file + "' is not a path within the archive");
            }
        }
        AuthorFolder.fill(folder, "scene.yaml", manifest, files, work.used);
        return work.remarks;
    }

    /** One manifest in the making. */
    private static final class Work {
        private final List<String> remarks = new ArrayList<>();
        private final List<String> used = new ArrayList<>();
        private final ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        private final String name;

        Work(String name, OraStack stack) {
            this.name = name;
            manifest.put("ovp", "1.0").put("kind", "vignette").put("title", name.replaceFirst("\\.[^.]*$", ""));
            manifest.putObject("view").put("width", stack.width()).put("height", stack.height());
            manifest.putObject("illumination").putArray("maps");
            manifest.putArray("tree");
        }

        void add(OraLayer layer) {
            String title = layer.name().trim();
            Matcher parts = NAME.matcher(title);
            if (title.toLowerCase(Locale.ROOT).equals("view")) {
                ((ObjectNode) manifest.get("view")).set("image", reference(layer));
            } else if (!parts.matches() || !place(layer, parts)) {
                remarks.add("layer '" + title + "' is left out: its name says nothing to the importer");
            }
        }

        private boolean place(OraLayer layer, Matcher parts) {
            String path = parts.group(2).trim();
            String after = Optional.ofNullable(parts.group(3)).orElse("").trim();
            switch (parts.group(1)) {
                case "illum" -> {
                    if (!path.matches("[ABC]")
                            || !(after.isEmpty() || GLOSS.matcher(after).matches())) {
                        return false;
                    }
                    ObjectNode map = ((ArrayNode) manifest.get("illumination").get("maps")).addObject();
                    map.put("slot", path).put("gloss", after.isEmpty() ? 0 : Integer.parseInt(after));
                    map.set("layer", reference(layer));
                }
                case "mask" -> object(path).set("mask", reference(layer));
                case "uv" -> {
                    Matcher size = SIZE.matcher(after);
                    if (!size.matches()) {
                        remarks.add("layer '" + layer.name() + "' needs a size, such as uv:" + path + "@78x30");
                        return false;
                    }
                    ObjectNode geometry = object(path)
                            .put("type", ObjectType.FLOWLINE.token())
                            .putObject("geometry");
                    geometry.put("kind", "uv").set("map", reference(layer));
                    geometry.putArray("uRange").add(0).add(Double.parseDouble(size.group(1)));
                    geometry.putArray("vRange").add(0).add(Double.parseDouble(size.group(2)));
                }
                case "overlap" -> {
                    if (!after.isEmpty() && !Z.matcher(after).matches()) {
                        return false;
                    }
                    ObjectNode object = object(path).put("type", ObjectType.STATIC_OVERLAP.token());
                    ObjectNode overlap = object.withObject("overlap");
                    overlap.put("z", after.isEmpty() ? 0 : Integer.parseInt(after));
                    overlap.set("image", reference(layer));
                }
                default -> object(path).withObject("overlap").set("shadow", reference(layer));
            }
            return true;
        }

        private ObjectNode reference(OraLayer layer) {
            if (!used.contains(layer.file())) {
                used.add(layer.file());
            }
            ObjectNode out = JsonNodeFactory.instance.objectNode().put("file", layer.file());
            return layer.x() == 0 && layer.y() == 0
                    ? out
                    : out.put("x", layer.x()).put("y", layer.y());
        }

        /** The object of this path, made with its groups if it is not there yet. */
        private ObjectNode object(String path) {
            ArrayNode list = (ArrayNode) manifest.get("tree");
            List<String> parts = Splitter.on('/').trimResults().splitToList(path);
            for (String group : parts.subList(0, parts.size() - 1)) {
                list = child(list, "group", group).withArray("children");
            }
            ObjectNode object = child(list, "object", parts.get(parts.size() - 1));
            if (!object.has("type")) {
                object.put("type", ObjectType.NON_TEXTURABLE.token());
            }
            return object;
        }

        private static ObjectNode child(ArrayNode list, String kind, String name) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).path(kind).asString("").equalsIgnoreCase(name)) {
                    return (ObjectNode) list.get(i);
                }
            }
            return list.addObject().put(kind, name);
        }

        ObjectNode finish() {
            if (!manifest.get("view").has("image")) {
                throw Failures.sourceDamaged(name, "it has no layer named 'view'");
            }
            if (manifest.get("illumination").get("maps").isEmpty()) {
                manifest.put("illumination", "auto");
                remarks.add("there is no layer such as illum:A@20: light will be made from the photograph");
            }
            return manifest;
        }
    }
}
