package dev.vitrine.render.scene;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.codec.Raster;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;
import java.util.Arrays;
import java.util.Optional;

/** Decoded rasters put in their place: cut to the view, with the channel that a layer means. */
final class LayerPixels {
    private static final int ALPHA = 3;

    private final Region view;

    LayerPixels(Size view) {
        this.view = new Region(0, 0, view.width(), view.height());
    }

    /** The layer's channel; else the alpha of a raster that has one, else its first channel. */
    Mask mask(Raster raster, Layer layer) {
        int channel = channel(raster, layer, raster.channels() % 2 == 0 ? raster.channels() - 1 : 0);
        Region part = part(raster, layer);
        Region region = layer.fill() > 0 ? view : part;
        byte[] coverage = new byte[region.width() * region.height()];
        Arrays.fill(coverage, (byte) Math.round(layer.fill() * 255));
        for (int y = part.y(); y < part.bottom(); y++) {
            for (int x = part.x(); x < part.right(); x++) {
                int level = raster.level(x - layer.x(), y - layer.y(), channel);
                coverage[(y - region.y()) * region.width() + x - region.x()] = (byte) ((level + 128) / 257);
            }
        }
        return new Mask(region, coverage);
    }

    /** The layer's channel, else gray or red, green and blue as the raster is; alpha is not looked at. */
    LightMap light(Raster raster, Layer layer) {
        int channels = layer.channel() < 0 && raster.channels() >= ALPHA ? 3 : 1;
        int first = channel(raster, layer, 0);
        Region part = part(raster, layer);
        short[] values = new short[part.width() * part.height() * channels];
        int at = 0;
        for (int y = part.y(); y < part.bottom(); y++) {
            for (int x = part.x(); x < part.right(); x++) {
                for (int c = 0; c < channels; c++) {
                    values[at++] = (short) raster.level(x - layer.x(), y - layer.y(), first + c);
                }
            }
        }
        return new LightMap(part, channels, values, (int) Math.round(layer.fill() * 65535));
    }

    Sprite sprite(PixelBuffer pixels, Layer layer) {
        Region whole = new Region(layer.x(), layer.y(), pixels.width(), pixels.height());
        Region part = whole.intersect(view);
        if (part.equals(whole)) {
            return new Sprite(layer.x(), layer.y(), pixels);
        }
        if (part.isEmpty()) {
            return new Sprite(0, 0, PixelBuffer.blank(1, 1));
        }
        PixelBuffer cut = PixelBuffer.blank(part.width(), part.height());
        for (int y = 0; y < part.height(); y++) {
            int from = (part.y() - layer.y() + y) * pixels.width() + part.x() - layer.x();
            System.arraycopy(pixels.argb(), from, cut.argb(), y * part.width(), part.width());
        }
        return new Sprite(part.x(), part.y(), cut);
    }

    /**
     * @param islands the ids, 0 for none; without them whatever is valid is one island
     */
    TextureMap texture(String name, Raster raster, Geometry.Uv uv, Optional<Raster> islands) {
        if (raster.channels() < 2) {
            throw Failures.sourceDamaged(name, "a UV map needs two channels");
        }
        Region part = part(raster, uv.map());
        Geometry.Range range = uv.range().orElse(new Geometry.Range(0, 1, 0, 1));
        int pixels = part.width() * part.height();
        float[] u = new float[pixels];
        float[] v = new float[pixels];
        byte[] island = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            int x = part.x() + i % part.width();
            int y = part.y() + i / part.width();
            int column = x - uv.map().x();
            int row = y - uv.map().y();
            double shareU = raster.value(column, row, 0);
            double shareV = raster.value(column, row, 1);
            boolean valid = raster.channels() < 3 || raster.level(column, row, 2) >= 32768;
            if (valid && Double.isFinite(shareU) && Double.isFinite(shareV)) {
                u[i] = (float) (range.uFrom() + shareU * (range.uTo() - range.uFrom()));
                v[i] = (float) (range.vFrom() + shareV * (range.vTo() - range.vFrom()));
                island[i] = islands.isPresent() ? id(islands.get(), uv.islands().orElseThrow(), x, y) : 1;
            }
        }
        return new TextureMap(part, u, v, island);
    }

    private static byte id(Raster islands, Layer layer, int x, int y) {
        int column = x - layer.x();
        int row = y - layer.y();
        boolean inside = column >= 0 && row >= 0 && column < islands.width() && row < islands.height();
        return inside ? (byte) (islands.level(column, row, Math.max(0, layer.channel())) >>> 8) : 0;
    }

    private Region part(Raster raster, Layer layer) {
        return new Region(layer.x(), layer.y(), raster.width(), raster.height()).intersect(view);
    }

    private static int channel(Raster raster, Layer layer, int fallback) {
        if (layer.channel() >= raster.channels()) {
            throw Failures.sourceDamaged(layer.file(), "it has no channel " + layer.channel());
        }
        return layer.channel() < 0 ? fallback : layer.channel();
    }
}
