package dev.vitrine.render.scene;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.CabinetStyle.Component;
import dev.vitrine.render.scene.CabinetStyle.Segment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Looks at every picture and raster of a style whose manifest is in order. */
final class StyleCheck {
    private static final Set<String> ALWAYS = Set.of("mimetype", PackageFiles.MANIFEST, PackageFiles.THUMBNAIL);

    private final OpenStyle style;
    private final PackageFiles files;
    private final Problems problems;

    StyleCheck(Style style, PackageFiles files, RenderLimits limits, Problems problems) {
        Decoder decoder = new Decoder(limits.maxSourcePixels());
        this.style = new OpenStyle(style, files, decoder, new ByteBoundedCache(limits.cacheBytes()));
        this.files = files;
        this.problems = problems;
    }

    void run() {
        if (style.style() instanceof CabinetStyle cabinet) {
            cabinet.texture().ifPresent(grain -> picture("texture", grain.file()));
            cabinet.components().forEach(this::component);
        } else {
            ((WindowStyle) style.style()).variants().forEach(this::variant);
        }
    }

    /** Files that nothing uses; an author's folder may hold many. */
    void findUnused() {
        for (String file : files.entries()) {
            if (!ALWAYS.contains(file) && !style.style().files().contains(file)) {
                problems.warning(file, "is used by nothing");
            }
        }
    }

    private void component(String name, Component component) {
        String place = "components." + name;
        if (!Layout.CABINET_PANELS.contains(name)) {
            problems.warning(place, "is not a component of cabinets; only panels of that name show it");
        }
        Optional<PixelBuffer> image = picture(place + ".image", component.image());
        image.ifPresent(picture -> {
            measure(place + ".h", component.across(), picture.width());
            measure(place + ".v", component.down(), picture.height());
        });
        component
                .textureArea()
                .flatMap(area -> picture(place + ".textureArea", area))
                .filter(area ->
                        image.isPresent() && !area.size().equals(image.get().size()))
                .ifPresent(area -> problems.warning(
                        place + ".textureArea",
                        "is " + area.size() + " and not " + image.get().size() + " pixels large, as the image is"));
    }

    private void measure(String place, List<Segment> segments, int length) {
        double sum = segments.stream().mapToDouble(Segment::pixels).sum();
        if (!segments.isEmpty() && sum != length) {
            problems.warning(place, "adds up to " + sum + " pixels of an image of " + length);
        }
    }

    private void variant(String name, WindowStyle.Variant variant) {
        SceneRasters rasters = style.rasters(name);
        variant.opacity().ifPresent(layer -> attempt(name + " opacity", () -> rasters.mask(layer)));
        for (WindowStyle.Piece piece : variant.pieces()) {
            String place = name + " " + piece.name();
            attempt(place + " mask", () -> rasters.mask(piece.mask()));
            attempt(place + " illumination", () -> rasters.light(piece.illumination()));
            if (piece.geometry() instanceof Geometry.Uv) {
                attempt(place + " geometry", () -> rasters.textureMap(piece.geometry()));
            }
        }
    }

    private Optional<PixelBuffer> picture(String place, String file) {
        return attempt(place, () -> style.picture(file));
    }

    private <T> Optional<T> attempt(String place, Supplier<T> raster) {
        try {
            return Optional.of(raster.get());
        } catch (FailureException e) {
            problems.error(place, e.failure().message());
            return Optional.empty();
        }
    }
}
