package dev.vitrine.render.scene;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;

/** The rasters of a full-size view made into those of a smaller one. Averages of encoded values, as all of shading is. */
final class Shrink {
    private final Size source;
    private final Size target;
    private final AreaScale scale;

    Shrink(Size source, Size target) {
        this.source = source;
        this.target = target;
        this.scale = new AreaScale(source, target);
    }

    Mask mask(Mask mask) {
        Region from = mask.region();
        Region to = scale.target(from);
        byte[] out = new byte[to.width() * to.height()];
        scale.run(
                from,
                1,
                (y, row) -> {
                    for (int x = 0; x < row.length; x++) {
                        row[x] = mask.coverage()[y * row.length + x] & 0xff;
                    }
                },
                (y, row) -> {
                    for (int x = 0; x < row.length; x++) {
                        out[y * row.length + x] = (byte) Math.round(row[x]);
                    }
                });
        return new Mask(to, out);
    }

    LightMap light(LightMap light) {
        Region from = light.region();
        Region to = scale.target(from);
        short[] out = new short[to.width() * to.height() * light.channels()];
        scale.run(
                from,
                light.channels(),
                (y, row) -> {
                    for (int x = 0; x < row.length; x++) {
                        row[x] = (light.values()[y * row.length + x] & 0xffff) - light.fill();
                    }
                },
                (y, row) -> {
                    for (int x = 0; x < row.length; x++) {
                        out[y * row.length + x] =
                                (short) Math.max(0, Math.min(65535, Math.round(row[x] + light.fill())));
                    }
                });
        return new LightMap(to, light.channels(), out, light.fill());
    }

    /** Colors are averaged by their alpha, so that nothing invisible bleeds into view. */
    Sprite sprite(Sprite sprite) {
        Region to = scale.target(sprite.region());
        PixelBuffer out = PixelBuffer.blank(to.width(), to.height());
        int[] argb = sprite.pixels().argb();
        int width = sprite.pixels().width();
        scale.run(
                sprite.region(),
                4,
                (y, row) -> {
                    for (int x = 0; x < width; x++) {
                        int pixel = argb[y * width + x];
                        int alpha = pixel >>> 24;
                        row[4 * x] = alpha;
                        row[4 * x + 1] = alpha * (pixel >> 16 & 0xff);
                        row[4 * x + 2] = alpha * (pixel >> 8 & 0xff);
                        row[4 * x + 3] = alpha * (pixel & 0xff);
                    }
                },
                (y, row) -> {
                    for (int x = 0; x < to.width(); x++) {
                        out.argb()[y * to.width() + x] = straight(row, 4 * x);
                    }
                });
        return new Sprite(to.x(), to.y(), out);
    }

    private static int straight(float[] row, int at) {
        int alpha = Math.min(255, Math.round(row[at]));
        if (alpha == 0) {
            return 0;
        }
        int red = Math.min(255, Math.round(row[at + 1] / row[at]));
        int green = Math.min(255, Math.round(row[at + 2] / row[at]));
        int blue = Math.min(255, Math.round(row[at + 3] / row[at]));
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    TextureMap texture(TextureMap map) {
        return new TextureShrink(map, source, target).run(scale.target(map.region()));
    }
}
