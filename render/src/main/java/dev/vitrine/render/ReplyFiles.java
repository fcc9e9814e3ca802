package dev.vitrine.render;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.JpegTemplate;
import dev.vitrine.render.codec.ReplyEncoder;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.resample.Development;
import dev.vitrine.render.scene.OpenScene;
import dev.vitrine.render.step.RenderPlan;

/**
 * The files of replies. What most of them share, the photograph where no step drew, is made ready for JPEG once for a scene, size
 * and quality, and kept.
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
            PixelBuffer pixels,
            RenderPlan plan,
            OpenScene scene,
            ImageFormat format,
            EncodeSettings settings,
            Deadline deadline) {
        boolean plain = format == ImageFormat.JPEG
                && settings.pixelType() == PixelType.RGB
                && settings.colors().grid().isEmpty();
        if (!plain) {
            return ReplyEncoder.encode(pixels, format, settings);
        }
        PixelBuffer photograph = scene.rasters(plan.level()).developed(plan.development(), deadline);
        Region changed = pixels.difference(photograph);
        if (changed.area() > MOST * pixels.region().area() || !pixels.isOpaque(changed)) {
            return ReplyEncoder.encode(pixels, format, settings);
        }
        Key key = new Key(scene.identity(), plan.level(), plan.development(), settings.quality());
        return cache.get(key, () -> JpegTemplate.of(photograph, settings.quality()))
                .encode(pixels, changed, settings);
    }
}
