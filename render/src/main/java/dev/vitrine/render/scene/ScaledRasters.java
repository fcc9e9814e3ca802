package dev.vitrine.render.scene;

import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;

/** A part of a scene's full-size rasters, perhaps scaled down: a full size of its own. Nothing is kept. */
final class ScaledRasters implements SceneRasters {
    private final SceneRasters source;
    private final Region crop;
    private final Size size;

    /**
     * @param crop the part, in pixels of {@code source}
     * @param size what it becomes; no side longer than the part's
     */
    ScaledRasters(SceneRasters source, Region crop, Size size) {
        this.source = source;
        this.crop = crop;
        this.size = size;
    }

    @Override
    public Size size() {
        return size;
    }

    /** This is the full size. */
    @Override
    public double scale() {
        return 1;
    }

    private Size cropSize() {
        return new Size(crop.width(), crop.height());
    }

    private boolean isScaled() {
        return !cropSize().equals(size);
    }

    private Shrink shrink() {
        return new Shrink(cropSize(), size);
    }

    @Override
    public PixelBuffer view() {
        Sprite part = cut(new Sprite(0, 0, source.view()));
        return (isScaled() ? shrink().sprite(part) : part).pixels();
    }

    @Override
    public Mask mask(Layer layer) {
        Mask mask = source.mask(layer);
        Region part = mask.region().intersect(crop);
        byte[] coverage = new byte[part.width() * part.height()];
        for (int y = 0; y < part.height(); y++) {
            System.arraycopy(mask.coverage(), start(mask.region(), part, y), coverage, y * part.width(), part.width());
        }
        Mask cut = new Mask(moved(part), coverage);
        return isScaled() ? shrink().mask(cut) : cut;
    }

    @Override
    public LightMap light(Layer layer) {
        LightMap light = source.light(layer);
        Region part = light.region().intersect(crop);
        int channels = light.channels();
        short[] values = new short[part.width() * part.height() * channels];
        for (int y = 0; y < part.height(); y++) {
            int from = start(light.region(), part, y) * channels;
            System.arraycopy(light.values(), from, values, y * part.width() * channels, part.width() * channels);
        }
        LightMap cut = new LightMap(moved(part), channels, values, light.fill());
        return isScaled() ? shrink().light(cut) : cut;
    }

    @Override
    public Sprite sprite(Layer layer) {
        Sprite part = cut(source.sprite(layer));
        return isScaled() ? shrink().sprite(part) : part;
    }

    private Sprite cut(Sprite sprite) {
        Region part = sprite.region().intersect(crop);
        if (part.isEmpty()) {
            return new Sprite(0, 0, PixelBuffer.blank(1, 1));
        }
        PixelBuffer out = PixelBuffer.blank(part.width(), part.height());
        for (int y = 0; y < part.height(); y++) {
            int from = start(sprite.region(), part, y);
            System.arraycopy(sprite.pixels().argb(), from, out.argb(), y * part.width(), part.width());
        }
        return new Sprite(part.x() - crop.x(), part.y() - crop.y(), out);
    }

    @Override
    public TextureMap textureMap(Geometry geometry) {
        TextureMap map = source.textureMap(geometry);
        Region part = map.region().intersect(crop);
        int pixels = part.width() * part.height();
        float[] u = new float[pixels];
        float[] v = new float[pixels];
        byte[] island = new byte[pixels];
        for (int y = 0; y < part.height(); y++) {
            int from = start(map.region(), part, y);
            System.arraycopy(map.u(), from, u, y * part.width(), part.width());
            System.arraycopy(map.v(), from, v, y * part.width(), part.width());
            System.arraycopy(map.island(), from, island, y * part.width(), part.width());
        }
        TextureMap cut = new TextureMap(moved(part), u, v, island);
        return isScaled() ? shrink().texture(cut) : cut;
    }

    /** Where in an array over {@code whole} a row of {@code part} begins. */
    private static int start(Region whole, Region part, int row) {
        return (part.y() - whole.y() + row) * whole.width() + part.x() - whole.x();
    }

    private Region moved(Region part) {
        return part.isEmpty()
                ? Region.EMPTY
                : new Region(part.x() - crop.x(), part.y() - crop.y(), part.width(), part.height());
    }
}
