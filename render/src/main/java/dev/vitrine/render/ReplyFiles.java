package dev.vitrine.render;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.JpegTemplate;
import dev.vitrine.render.codec.ReplyEncoder;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Developed;
import dev.vitrine.render.resample.Development;
import dev.vitrine.render.scene.OpenScene;
import dev.vitrine.render.scene.SceneRasters;
import dev.vitrine.render.step.RenderPlan;
import java.util.Optional;

/**
 * The files of replies. What most of them share, the photograph where no step drew, is made ready for JPEG once for a scene, size
 * and quality when that comes a second time, and kept. Not where files are the system's: one made of parts would have other bytes.
 */
final class ReplyFiles {
    /** A picture is encoded as a whole when more than this share of it differs from the photograph. */
    private static final double MOST = 0.75;

    private final ByteBoundedCache cache;

    ReplyFiles(ByteBoundedCache cache) {
        this.cache = cache;
    }

    private record Key(String scene, int level, Development development, JpegQuality quality)
            implements ByteBoundedCache.Key<JpegTemplate> {
        @Override
        public long bytes(JpegTemplate template) {
            return template.bytes();
        }
    }

    /** The file of what a plan has made of its scene. */
    byte[] of(
            Developed picture,
            RenderPlan plan,
            OpenScene scene,
            ImageFormat format,
            EncodeSettings settings,
            Deadline deadline) {
        boolean plain = format == ImageFormat.JPEG
                && settings.pixelType() == PixelType.RGB
                && settings.colors().grid().isEmpty()
                && settings.system().isEmpty();
        return (plain ? template(plan, scene, settings.quality(), deadline) : Optional.<JpegTemplate>empty())
                .flatMap(template -> file(template, picture, settings))
                .orElseGet(() -> ReplyEncoder.encode(picture.pixels(), format, settings));
    }

    private static Optional<byte[]> file(JpegTemplate template, Developed picture, EncodeSettings settings) {
        return picture.changed()
                .or(() -> difference(picture.pixels(), template.picture()))
                .filter(changed ->
                        changed.area() <= MOST * template.picture().region().area())
                .map(changed -> template.encode(picture.squares(template.unit()), changed, settings));
    }

    private static Optional<Pieces> difference(PixelBuffer picture, PixelBuffer other) {
        return Optional.of(picture.difference(other)).filter(pieces -> picture.isOpaque());
    }

    private Optional<JpegTemplate> template(RenderPlan plan, OpenScene scene, JpegQuality quality, Deadline deadline) {
        Development development = plan.development();
        SceneRasters rasters = scene.rasters(plan.level());
        return cache.getFromSecondTime(
                new Key(scene.identity(), plan.level(), development, quality),
                () -> JpegTemplate.of(
                        rasters.developed(development, deadline)
                                .orElseGet(() -> development.whole(rasters.view(), deadline)),
                        quality));
    }
}
