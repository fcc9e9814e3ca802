package dev.vitrine.render.scene;

import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.TextureMap;
import dev.vitrine.render.scene.Overlap.Under;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Packs the objects of a tree. The masks of all standard objects come first, because they depend on one another. */
final class ObjectPacker {
    private static final int LIGHT_MARGIN = 2;

    private final SourceLevels source;
    private final PackedLayers layers;
    private final Consumer<String> progress;
    private final Map<String, List<Mask>> masks = new LinkedHashMap<>();

    ObjectPacker(SourceLevels source, PackedLayers layers, Consumer<String> progress) {
        this.source = source;
        this.layers = layers;
        this.progress = progress;
    }

    Group pack(Group root) {
        progress.accept("masks");
        synchronize(SceneLayers.objects(root));
        return group(root, "");
    }

    private void synchronize(Map<String, SceneObject> objects) {
        List<String> standard = new ArrayList<>();
        objects.forEach((path, object) -> object.mask().ifPresent(mask -> {
            masks.put(path, new ArrayList<>(source.masks(mask)));
            if (object.overlap().isEmpty()) {
                standard.add(path);
            }
        }));
        for (int i = 0; i < layers.sizes().size(); i++) {
            int level = i;
            List<Mask> all =
                    standard.stream().map(path -> masks.get(path).get(level)).toList();
            List<Mask> reduced = MaskSync.reduce(all, layers.sizes().get(level));
            for (int k = 0; k < reduced.size(); k++) {
                masks.get(standard.get(k)).set(level, reduced.get(k));
            }
        }
    }

    private Group group(Group group, String path) {
        List<Node> children = new ArrayList<>();
        for (Node node : group.children()) {
            String at = path.isEmpty() ? node.name() : path + "/" + node.name();
            children.add(node instanceof Group child ? group(child, at) : object((SceneObject) node, at));
        }
        return new Group(group.name(), group.ident(), group.attributes(), group.imageMap(), children);
    }

    private SceneObject object(SceneObject object, String path) {
        progress.accept("object " + path);
        List<Region> areas = areas(object, path);
        return new SceneObject(
                object.name(),
                object.type(),
                object.ident(),
                object.attributes(),
                object.mask().map(mask -> layers.mask("masks", path, masks.get(path))),
                geometry(object.geometry(), path, areas),
                object.origins(),
                object.decal(),
                object.noTexture(),
                object.original(),
                object.differenceEdge(),
                object.overlap().map(overlap -> overlap(overlap, path, areas)),
                object.layout());
    }

    /** What of each level the object can be seen on. */
    private List<Region> areas(SceneObject object, String path) {
        if (masks.containsKey(path)) {
            return masks.get(path).stream().map(PackedLayers::content).toList();
        }
        Optional<Layer> image = object.overlap().flatMap(Overlap::image);
        return image.map(layer -> source.sprites(layer).stream()
                        .map(PackedLayers::content)
                        .toList())
                .orElseGet(layers::frames);
    }

    private Geometry geometry(Geometry geometry, String path, List<Region> areas) {
        if (!(geometry instanceof Geometry.Uv) && !(geometry instanceof Geometry.Mesh)) {
            return geometry;
        }
        List<TextureMap> maps = source.textures(geometry);
        boolean isExact = geometry instanceof Geometry.Uv uv && uv.range().isPresent();
        Geometry.Range range = isExact ? ((Geometry.Uv) geometry).range().orElseThrow() : TextureSamples.rangeOf(maps);
        Geometry.Uv packed = layers.texture(path, maps, areas, range);
        return source.foldEdge(geometry)
                .<Geometry>map(edge -> new Geometry.Uv(
                        packed.map(),
                        packed.range(),
                        packed.islands(),
                        Optional.of(layers.edge(path, edge, areas.get(0), range))))
                .orElse(packed);
    }

    private Overlap overlap(Overlap overlap, String path, List<Region> areas) {
        List<Under> under = new ArrayList<>();
        for (Under u : overlap.under()) {
            Layer layer = u.shadow()
                    ? layers.mask("shadows", path, source.masks(u.layer()))
                    : layers.sprite(path + "-under", source.sprites(u.layer()));
            under.add(new Under(layer, u.shadow(), u.blend(), u.opacity()));
        }
        List<Region> lit = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            lit.add(Bounds.grow(areas.get(i), LIGHT_MARGIN, layers.frames().get(i)));
        }
        List<Illumination> light = new ArrayList<>();
        for (Illumination map : overlap.illumination()) {
            String name = path + "-" + "abc".charAt(map.slot());
            light.add(new Illumination(map.slot(), layers.light(name, source.lights(map.layer()), lit), map.gloss()));
        }
        return new Overlap(
                overlap.z(),
                overlap.shown(),
                overlap.image().map(image -> layers.sprite(path, source.sprites(image))),
                under,
                light);
    }
}
