package dev.vitrine.render.scene;

import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Packs the scene as a whole: the view, its light, embedded files, the tree. */
final class ScenePacker {
    private static final int LARGE_VIEW = 1_000_000;
    private static final int LARGE_VIEW_QUALITY = 95;

    private final Scene scene;
    private final Function<String, SourceBytes> files;
    private final OptionalInt viewQuality;
    private final boolean keepsJpeg;
    private final UnaryOperator<PixelBuffer> finish;
    private final SourceLevels levels;
    private final PackedLayers layers;
    private final Consumer<String> progress;

    /** For what an author wrote: a view that is a JPEG file is kept as it is unless a quality is asked for. */
    ScenePacker(OpenScene source, OptionalInt viewQuality, PackedLayers layers, Consumer<String> progress) {
        this(
                source.scene(),
                source.rasters(0),
                source::file,
                quality(source.scene().view(), viewQuality),
                viewQuality.isEmpty(),
                UnaryOperator.identity(),
                layers,
                progress);
    }

    /**
     * For rasters that are no files.
     *
     * @param files embedded ones, by their path
     * @param viewQuality of a view that is stored as JPEG; absent for PNG
     * @param finish what is done to each size of the view in the end
     */
    ScenePacker(
            Scene scene,
            SceneRasters rasters,
            Function<String, SourceBytes> files,
            OptionalInt viewQuality,
            UnaryOperator<PixelBuffer> finish,
            PackedLayers layers,
            Consumer<String> progress) {
        this(scene, rasters, files, viewQuality, false, finish, layers, progress);
    }

    private ScenePacker(
            Scene scene,
            SceneRasters rasters,
            Function<String, SourceBytes> files,
            OptionalInt viewQuality,
            boolean keepsJpeg,
            UnaryOperator<PixelBuffer> finish,
            PackedLayers layers,
            Consumer<String> progress) {
        this.scene = scene;
        this.files = files;
        this.viewQuality = viewQuality;
        this.keepsJpeg = keepsJpeg && isJpeg(scene.view());
        this.finish = finish;
        this.levels = new SourceLevels(rasters, layers.sizes());
        this.layers = layers;
        this.progress = progress;
    }

    private static OptionalInt quality(View view, OptionalInt asked) {
        boolean packed = asked.isEmpty() && (isJpeg(view) || view.size().pixels() > LARGE_VIEW);
        return packed ? OptionalInt.of(LARGE_VIEW_QUALITY) : asked;
    }

    private static boolean isJpeg(View view) {
        return view.image().file().toLowerCase(Locale.ROOT).matches(".*\\.jpe?g");
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

    private View view() {
        View view = scene.view();
        progress.accept("view " + view.size());
        List<PixelBuffer> views = levels.views().stream().map(finish).toList();
        Layer packed = layers.view(views, viewQuality, view.printResolution());
        layers.thumbnail(views.get(0));
        if (keepsJpeg) {
            layers.keepView(packed, files.apply(view.image().file()).data());
        }
        return new View(
                view.name(),
                packed,
                view.size(),
                view.printResolution(),
                view.icc().map(icc -> copy("icc", icc)));
    }

    private String copy(String folder, String file) {
        return layers.copy(folder, file, files.apply(file).data());
    }
}
