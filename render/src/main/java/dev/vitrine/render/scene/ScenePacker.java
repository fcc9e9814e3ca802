package dev.vitrine.render.scene;

import dev.vitrine.render.pixel.PixelBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Packs the scene as a whole: the view, its light, embedded files, the tree. */
final class ScenePacker {
    private static final int LARGE_VIEW = 1_000_000;
    private static final int LARGE_VIEW_QUALITY = 95;

    private final PackSpec spec;
    private final Scene scene;
    private final OpenScene source;
    private final SourceLevels levels;
    private final PackedLayers layers;
    private final Consumer<String> progress;

    ScenePacker(PackSpec spec, PackedLayers layers, Consumer<String> progress) {
        this.spec = spec;
        this.source = spec.source();
        this.scene = source.scene();
        this.layers = layers;
        this.progress = progress;
        this.levels = new SourceLevels(source.rasters(0), layers.sizes());
    }

    /** The scene with all its layers in {@code layers}. */
    Scene pack() {
        View view = view();
        List<Illumination> light = new ArrayList<>();
        for (Illumination map : scene.illumination()) {
            progress.accept("light " + "ABC".charAt(map.slot()));
            String name = "view-" + "abc".charAt(map.slot());
            Layer layer = layers.light(name, levels.lights(map.layer()), layers.frames());
            light.add(new Illumination(map.slot(), layer, map.gloss()));
        }
        Shine shine = new ShinePacker(levels, layers, progress).pack(scene.shine());
        List<EmbeddedMaterial> materials = scene.materials().stream()
                .map(m -> new EmbeddedMaterial(m.name(), copy("materials", m.file()), m.attributes()))
                .toList();
        Group root = new ObjectPacker(levels, layers, progress).pack(scene.root());
        return new Scene(
                scene.title(),
                scene.version(),
                scene.units(),
                view,
                scene.glossEffects(),
                light,
                scene.shading(),
                shine,
                materials,
                root,
                layers.levels());
    }

    /** A photograph that is a JPEG file already is taken as it is, unless another quality is asked for. */
    private View view() {
        View view = scene.view();
        progress.accept("view " + view.size());
        String file = view.image().file();
        boolean isJpeg = file.toLowerCase(Locale.ROOT).matches(".*\\.jpe?g");
        OptionalInt quality = spec.viewQuality();
        if (quality.isEmpty() && (isJpeg || view.size().pixels() > LARGE_VIEW)) {
            quality = OptionalInt.of(LARGE_VIEW_QUALITY);
        }
        List<PixelBuffer> views = levels.views();
        Layer packed = layers.view(views, quality, view.printResolution());
        layers.thumbnail(views.get(0));
        if (isJpeg && spec.viewQuality().isEmpty()) {
            layers.keepView(packed, source.file(file).data());
        }
        return new View(
                view.name(),
                packed,
                view.size(),
                view.printResolution(),
                view.icc().map(icc -> copy("icc", icc)));
    }

    private String copy(String folder, String file) {
        return layers.copy(folder, file, source.file(file).data());
    }
}
