package dev.vitrine.render.scene;

import dev.vitrine.catalog.model.NearestName;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.TextureMap;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks at everything in a package, down to the last raster, and lists all that is wrong or odd. Never fails itself. */
public final class PackageValidator {
    /** Masks of a view that was scaled down may overlap by this much from rounding. */
    private static final int ROUNDING = 3;

    private static final Set<String> OPTIONAL = Set.of("mimetype", PackageFiles.THUMBNAIL);

    private final RenderLimits limits;

    public PackageValidator(RenderLimits limits) {
        this.limits = limits;
    }

    /** The problems of a package or an unzipped one; none means that it can be used without reserve. */
    public List<PackageProblem> check(Path path) {
        String name = String.valueOf(path.getFileName());
        Problems problems = new Problems();
        try {
            check(PackageFiles.open(name, path, limits), problems);
        } catch (FailureException e) {
            problems.error(name, e.failure().message());
        }
        return problems.all();
    }

    private void check(PackageFiles files, Problems problems) {
        JsonNode tree = new ManifestText(limits).json(files.name(), files.manifest());
        if (StyleReader.isStyle(tree)) {
            style(tree, files, problems);
            return;
        }
        Scene scene = new ManifestReader(files.name(), limits).read(tree, problems);
        if (!problems.hasErrors()) {
            check(scene, files, problems);
        }
    }

    private void style(JsonNode tree, PackageFiles files, Problems problems) {
        Style style = new StyleReader(files.name(), limits).read(tree, problems);
        if (!problems.hasErrors()) {
            StyleCheck check = new StyleCheck(style, files, limits, problems);
            check.run();
            check.findUnused();
        }
    }

    /** The rasters of a scene whose manifest is in order. */
    void check(Scene scene, PackageFiles files, Problems problems) {
        ByteBoundedCache cache = new ByteBoundedCache(limits.cacheBytes());
        Decoder decoder = new Decoder(limits.maxSourcePixels());
        OpenScene open = new OpenScene(scene, files, decoder, cache);
        for (int level = 0; level < scene.levels().size(); level++) {
            new Check(open, level, problems).run();
        }
        checkMaterials(scene, files, decoder, problems);
        checkFiles(scene, files, problems);
    }

    /** Errors among what a scene that is still to be packed is made of; masks may overlap, and files lie about unused. */
    void checkSources(OpenScene open, Problems problems) {
        Problems found = new Problems();
        Set<String> entries = open.files().entries();
        new LayerPlaces(open.scene()).all().forEach((place, file) -> {
            if (!entries.contains(file)) {
                String hint = NearestName.of(file, entries)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
                found.error(place, "there is no file '" + file + "'" + hint);
            }
        });
        if (!found.hasErrors()) {
            new Check(open, 0, found).rasters();
        }
        problems.addErrors(found);
    }

    private static void checkMaterials(Scene scene, PackageFiles files, Decoder decoder, Problems problems) {
        for (EmbeddedMaterial material : scene.materials()) {
            if (files.entries().contains(material.file())) {
                try {
                    decoder.picture(files.source(material.file()));
                } catch (FailureException e) {
                    problems.error("material " + material.name(), e.failure().message());
                }
            }
        }
    }

    private static void checkFiles(Scene scene, PackageFiles files, Problems problems) {
        Set<String> used = new HashSet<>(Set.of("mimetype", PackageFiles.MANIFEST, PackageFiles.THUMBNAIL));
        SceneLayers.of(scene).forEach(layer -> used.add(layer.file()));
        Set<String> known = Set.copyOf(used);
        for (Scene.Level level : scene.levels()) {
            for (Map.Entry<String, Layer> layer : level.layers().entrySet()) {
                used.add(layer.getValue().file());
                if (!known.contains(layer.getKey())) {
                    problems.warning(layer.getKey(), "a level stands in for a layer that nothing uses");
                }
            }
        }
        scene.materials().forEach(material -> used.add(material.file()));
        scene.view().icc().ifPresent(used::add);
        for (String file : used) {
            if (!files.entries().contains(file) && !OPTIONAL.contains(file)) {
                problems.error(file, "is not in the package");
            }
        }
        for (String file : files.entries()) {
            if (!used.contains(file)) {
                problems.warning(file, "is used by nothing");
            }
        }
    }

    /** One level's rasters. */
    private static final class Check {
        private final Scene scene;
        private final SceneRasters rasters;
        private final String level;
        private final Problems problems;
        private final int tolerance;
        private final int[] covered;

        Check(OpenScene open, int level, Problems problems) {
            this.scene = open.scene();
            this.rasters = open.rasters(level);
            this.level = level == 0 ? "" : "level " + level + ", ";
            this.problems = problems;
            this.tolerance = level == 0 ? 0 : ROUNDING;
            this.covered = new int[Math.toIntExact(rasters.size().pixels())];
        }

        void run() {
            rasters();
            for (int i = 0; i < covered.length; i++) {
                if (covered[i] > 255 + tolerance) {
                    int width = rasters.size().width();
                    problems.error(level + "masks", "add up to more than 1 at " + i % width + "," + i / width);
                    return;
                }
            }
        }

        void rasters() {
            attempt("view", () -> rasters.view());
            for (Illumination map : scene.illumination()) {
                attempt("illumination " + map.layer().file(), () -> rasters.light(map.layer()));
            }
            scene.shine()
                    .specular()
                    .ifPresent(layer -> attempt("specular " + layer.file(), () -> rasters.light(layer)));
            scene.shine().reflection().ifPresent(this::reflection);
            SceneLayers.objects(scene.root()).forEach(this::object);
        }

        private void reflection(Shine.Reflection reflection) {
            attempt("reflection strength", () -> rasters.mask(reflection.strength()));
            reflection.distance().ifPresent(layer -> attempt("reflection distance", () -> rasters.mask(layer)));
            attempt("reflection st", () -> rasters.textureMap(reflection.source()));
        }

        private void object(String path, SceneObject object) {
            Optional<Mask> mask = object.mask().flatMap(layer -> attempt(path + " mask", () -> rasters.mask(layer)));
            if (mask.isPresent() && PackedLayers.content(mask.get()).isEmpty()) {
                problems.warning(level + path + " mask", "covers nothing of the view");
            }
            if (object.overlap().isEmpty()) {
                mask.ifPresent(this::add);
            } else {
                overlap(path, object.overlap().get());
            }
            if (object.geometry() instanceof Geometry.Uv || object.geometry() instanceof Geometry.Mesh) {
                attempt(path + " geometry", () -> rasters.textureMap(object.geometry()))
                        .ifPresent(map -> mask.ifPresent(m -> compare(path, m, map)));
                attempt(path + " edge", () -> rasters.foldEdge(object.geometry()));
            }
        }

        private void overlap(String path, Overlap overlap) {
            overlap.image().ifPresent(image -> attempt(path + " image", () -> rasters.sprite(image)));
            for (Overlap.Under under : overlap.under()) {
                attempt(
                        path + " under",
                        () -> under.shadow() ? rasters.mask(under.layer()) : rasters.sprite(under.layer()));
            }
            for (Illumination map : overlap.illumination()) {
                attempt(path + " illumination", () -> rasters.light(map.layer()));
            }
        }

        /** Covered pixels without surface coordinates cannot wear a texture. */
        private void compare(String path, Mask mask, TextureMap map) {
            long bare = 0;
            Region region = mask.region();
            for (int y = region.y(); y < region.bottom(); y++) {
                for (int x = region.x(); x < region.right(); x++) {
                    boolean inMap = map.region().contains(x, y);
                    int at = (y - map.region().y()) * map.region().width()
                            + x
                            - map.region().x();
                    if (mask.at(x, y) > 127 && (!inMap || map.island()[at] == 0)) {
                        bare++;
                    }
                }
            }
            if (bare > 0) {
                problems.warning(
                        level + path + " geometry", "says nothing of " + bare + " pixels of the mask" + hint(map));
            }
        }

        /** A map that is valid nowhere was most likely painted without thought of its third channel. */
        private static String hint(TextureMap map) {
            for (byte island : map.island()) {
                if (island != 0) {
                    return "";
                }
            }
            return "; if the map has a blue channel, blue of half or more marks what is valid";
        }

        private void add(Mask mask) {
            Size size = rasters.size();
            Region region = mask.region();
            for (int y = 0; y < region.height(); y++) {
                for (int x = 0; x < region.width(); x++) {
                    covered[(region.y() + y) * size.width() + region.x() + x] +=
                            mask.coverage()[y * region.width() + x] & 0xff;
                }
            }
        }

        private <T> Optional<T> attempt(String what, java.util.function.Supplier<T> raster) {
            try {
                return Optional.of(raster.get());
            } catch (FailureException e) {
                problems.error(level + what, e.failure().message());
                return Optional.empty();
            }
        }
    }
}
