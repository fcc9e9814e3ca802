package dev.vitrine.render.scene;

import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.Encoders;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.pixel.FoldEdge;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The files of a package in the making. Each raster is given for every level, cut to what it holds, encoded losslessly (but for
 * the view, if so wished) and noted where a reader will look for it.
 */
final class PackedLayers {
    private static final int FULL_CHROMA_FROM = 90;
    private static final int MARGIN = 2;
    private static final Size THUMBNAIL = new Size(256, 256);
    private static final int THUMBNAIL_QUALITY = 85;
    private static final double THUMBNAIL_DPI = 72;

    private final List<Size> sizes;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<Map<String, Layer>> levels = new ArrayList<>();

    /** @param sizes of the levels, the full size first */
    PackedLayers(List<Size> sizes) {
        this.sizes = sizes;
        sizes.forEach(size -> levels.add(new LinkedHashMap<>()));
    }

    List<Scene.Level> levels() {
        List<Scene.Level> out = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            out.add(new Scene.Level(sizes.get(i).width(), sizes.get(i).height(), i == 0 ? Map.of() : levels.get(i)));
        }
        return out;
    }

    Map<String, byte[]> files() {
        return files;
    }

    /** Takes a file as it is; returns its path. */
    String copy(String folder, String source, byte[] data) {
        String name = source.substring(source.lastIndexOf('/') + 1);
        int dot = Math.max(0, name.lastIndexOf('.'));
        String path = path(folder, name.substring(0, dot), name.substring(dot).toLowerCase(Locale.ROOT));
        files.put(path, data);
        return path;
    }

    Layer view(List<PixelBuffer> views, OptionalInt quality, double dpi) {
        String path = path("view", "view", quality.isPresent() ? ".jpg" : ".png");
        for (int i = 0; i < views.size(); i++) {
            put(path, i, encodeView(views.get(i), quality, dpi), 0, 0);
        }
        return new Layer(path, 0, 0, -1, 0);
    }

    /** Adds a small JPEG of the view for file lists and web shops. */
    void thumbnail(PixelBuffer view) {
        boolean isSmall = Math.max(view.width(), view.height()) <= THUMBNAIL.width();
        Size size = isSmall ? view.size() : view.size().fitInto(THUMBNAIL);
        PixelBuffer small =
                new Shrink(view.size(), size).sprite(new Sprite(0, 0, view)).pixels();
        files.put(PackageFiles.THUMBNAIL, encodeView(small, OptionalInt.of(THUMBNAIL_QUALITY), THUMBNAIL_DPI));
    }

    /** Replaces the full-size view by a file that needs no other encoding. */
    void keepView(Layer view, byte[] data) {
        files.put(view.file(), data);
    }

    private static byte[] encodeView(PixelBuffer view, OptionalInt quality, double dpi) {
        if (quality.isEmpty()) {
            return RasterEncoder.picture(view, false);
        }
        int percent = quality.getAsInt();
        return Encoders.forFormat(ImageFormat.JPEG)
                .encode(view, new EncodeSettings(new JpegQuality(percent, percent >= FULL_CHROMA_FROM), dpi));
    }

    Layer mask(String folder, String name, List<Mask> masks) {
        String path = path(folder, name, ".png");
        List<Region> parts = new ArrayList<>();
        for (int i = 0; i < masks.size(); i++) {
            Mask mask = masks.get(i);
            Region part = atLeastOnePixel(content(mask));
            byte[] samples = new byte[part.width() * part.height()];
            fill(part, (at, x, y) -> samples[at] = (byte) mask.at(x, y));
            put(path, i, RasterEncoder.gray8(part.width(), part.height(), samples), part.x(), part.y());
            parts.add(part);
        }
        return new Layer(path, parts.get(0).x(), parts.get(0).y(), -1, 0);
    }

    /** @param areas what of each level matters; the whole level for the view's own maps */
    Layer light(String name, List<LightMap> maps, List<Region> areas) {
        String path = path("light", name, ".png");
        boolean eightBits = isEightBits(maps.get(0));
        Region first = Region.EMPTY;
        for (int i = 0; i < maps.size(); i++) {
            LightMap map = maps.get(i);
            Region part = atLeastOnePixel(content(map).intersect(areas.get(i)));
            short[] samples = new short[part.width() * part.height() * map.channels()];
            fill(part, (at, x, y) -> {
                for (int c = 0; c < map.channels(); c++) {
                    int value = map.at(x, y, c);
                    samples[at * map.channels() + c] = (short) (eightBits ? (value + 128) / 257 * 257 : value);
                }
            });
            byte[] file = eightBits
                    ? RasterEncoder.upper8(part.width(), part.height(), map.channels(), samples)
                    : RasterEncoder.samples16(part.width(), part.height(), map.channels(), samples);
            put(path, i, file, part.x(), part.y());
            first = i == 0 ? part : first;
        }
        return new Layer(path, first.x(), first.y(), -1, maps.get(0).fill() / 65535.0);
    }

    Layer sprite(String name, List<Sprite> sprites) {
        String path = path("pictures", name, ".png");
        Region first = Region.EMPTY;
        for (int i = 0; i < sprites.size(); i++) {
            Sprite sprite = sprites.get(i);
            Region part = content(sprite);
            if (part.isEmpty()) {
                part = new Region(sprite.x(), sprite.y(), 1, 1);
            }
            PixelBuffer cut = PixelBuffer.blank(part.width(), part.height());
            fill(part, (at, x, y) -> cut.argb()[at] = sprite.pixels().at(x - sprite.x(), y - sprite.y()));
            put(path, i, RasterEncoder.picture(cut, true), part.x(), part.y());
            first = i == 0 ? part : first;
        }
        return new Layer(path, first.x(), first.y(), -1, 0);
    }

    /** @param areas what of each level a texture can be seen on */
    Geometry.Uv texture(String name, List<TextureMap> maps, List<Region> areas, Geometry.Range range) {
        boolean islands = TextureSamples.hasSeveralIslands(maps.get(0));
        String mapPath = path("uv", name, ".png");
        String islandPath = path("uv", name + "-islands", ".png");
        Region first = Region.EMPTY;
        for (int i = 0; i < maps.size(); i++) {
            Region area = Bounds.grow(areas.get(i), MARGIN, frame(i));
            Region part = atLeastOnePixel(maps.get(i).region().intersect(area));
            TextureSamples samples = new TextureSamples(maps.get(i), part, range);
            put(mapPath, i, RasterEncoder.samples16(part.width(), part.height(), 3, samples.uv()), part.x(), part.y());
            if (islands) {
                byte[] file = RasterEncoder.gray8(part.width(), part.height(), samples.islands());
                put(islandPath, i, file, part.x(), part.y());
            }
            first = i == 0 ? part : first;
        }
        Layer map = new Layer(mapPath, first.x(), first.y(), -1, 0);
        Layer ids = new Layer(islandPath, first.x(), first.y(), -1, 0);
        return new Geometry.Uv(
                map, java.util.Optional.of(range), islands ? java.util.Optional.of(ids) : java.util.Optional.empty());
    }

    /** The second sheets of a full-size texture map. */
    Geometry.Edge edge(String name, FoldEdge edge, Region area, Geometry.Range range) {
        String mapPath = path("uv", name + "-edge", ".png");
        String weightPath = path("uv", name + "-edge-weight", ".png");
        Region part = atLeastOnePixel(content(edge.weight()).intersect(Bounds.grow(area, MARGIN, frame(0))));
        TextureSamples samples = new TextureSamples(edge.map(), part, range);
        put(mapPath, 0, RasterEncoder.samples16(part.width(), part.height(), 3, samples.uv()), part.x(), part.y());
        byte[] weights = new byte[part.width() * part.height()];
        fill(part, (at, x, y) -> weights[at] = (byte) edge.weight().at(x, y));
        put(weightPath, 0, RasterEncoder.gray8(part.width(), part.height(), weights), part.x(), part.y());
        return new Geometry.Edge(
                new Layer(mapPath, part.x(), part.y(), -1, 0), new Layer(weightPath, part.x(), part.y(), -1, 0));
    }

    /** The levels, the full size first. */
    List<Size> sizes() {
        return sizes;
    }

    List<Region> frames() {
        return java.util.stream.IntStream.range(0, sizes.size())
                .mapToObj(this::frame)
                .toList();
    }

    private Region frame(int level) {
        return new Region(0, 0, sizes.get(level).width(), sizes.get(level).height());
    }

    static Region content(Mask mask) {
        Region region = mask.region();
        return shift(Bounds.of(region.width(), region.height(), at -> mask.coverage()[at] != 0), region);
    }

    static Region content(Sprite sprite) {
        Region region = sprite.region();
        int[] argb = sprite.pixels().argb();
        return shift(Bounds.of(region.width(), region.height(), at -> argb[at] >>> 24 != 0), region);
    }

    private static Region content(LightMap map) {
        Region region = map.region();
        return shift(
                Bounds.of(region.width(), region.height(), at -> {
                    boolean differs = false;
                    for (int c = 0; c < map.channels(); c++) {
                        differs |= (map.values()[at * map.channels() + c] & 0xffff) != map.fill();
                    }
                    return differs;
                }),
                region);
    }

    private static Region shift(Region part, Region by) {
        return part.isEmpty()
                ? Region.EMPTY
                : new Region(part.x() + by.x(), part.y() + by.y(), part.width(), part.height());
    }

    private static boolean isEightBits(LightMap map) {
        for (short value : map.values()) {
            if ((value & 0xffff) % 257 != 0) {
                return false;
            }
        }
        return true;
    }

    private static Region atLeastOnePixel(Region region) {
        return region.isEmpty() ? new Region(0, 0, 1, 1) : region;
    }

    private interface PixelTask {
        void at(int index, int x, int y);
    }

    private static void fill(Region part, PixelTask task) {
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                task.at(y * part.width() + x, part.x() + x, part.y() + y);
            }
        }
    }

    private void put(String path, int level, byte[] data, int x, int y) {
        String file = level == 0 ? path : "l" + level + "/" + path;
        files.put(file, data);
        if (level > 0) {
            levels.get(level).put(path, new Layer(file, x, y, -1, 0));
        }
    }

    /** A free path for something of this name. */
    private String path(String folder, String name, String suffix) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.-]+", "-").replaceAll("^[-.]+", "");
        String base = folder + "/" + (plain.isEmpty() ? "unnamed" : plain);
        String path = base + suffix;
        for (int i = 2; files.containsKey(path); i++) {
            path = base + "-" + i + suffix;
        }
        return path;
    }
}
