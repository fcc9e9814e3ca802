package dev.vitrine.render.scene;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes vignette packages for tests out of rasters in memory. Without further ado: a flat gray view under one neutral map.
 *
 * <pre>{@code
 * ScenePackageBuilder scene = new ScenePackageBuilder(40, 30);
 * Layer mask = scene.mask("seat", ScenePackageBuilder.box(5, 5, 20, 10));
 * scene.tree(ScenePackageBuilder.group("sofa", scene.object("seat", ObjectType.FLAT, mask, quad)));
 * SourceFile file = scene.write(folder.resolve("sofa.ovp"));
 * }</pre>
 */
public final class ScenePackageBuilder {
    private final Size size;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<Scene.Level> levels = new ArrayList<>();
    private final List<Illumination> light = new ArrayList<>();
    private final List<EmbeddedMaterial> materials = new ArrayList<>();
    private List<Node> tree = List.of();
    private Shine shine = Shine.NONE;

    public ScenePackageBuilder(int width, int height) {
        this.size = new Size(width, height);
        levels.add(new Scene.Level(width, height, Map.of()));
        view(flat(width, height, 0xff808080));
        tree(group("all", object("nothing", ObjectType.STATIC, mask("nothing", box(0, 0, 1, 1)))));
    }

    public ScenePackageBuilder view(PixelBuffer pixels) {
        files.put("view.png", RasterEncoder.picture(pixels, false));
        return this;
    }

    /** The next of the view's illumination maps. */
    public ScenePackageBuilder light(LightMap map, double gloss) {
        light.add(new Illumination(light.size(), lightLayer("view" + light.size(), map), gloss));
        return this;
    }

    public ScenePackageBuilder shine(Shine value) {
        shine = value;
        return this;
    }

    public ScenePackageBuilder tree(Node... nodes) {
        tree = List.of(nodes);
        return this;
    }

    public ScenePackageBuilder material(String name, byte[] file, Map<String, String> attributes) {
        files.put("materials/" + name, file);
        materials.add(new EmbeddedMaterial(name, "materials/" + name, attributes));
        return this;
    }

    public ScenePackageBuilder file(String path, byte[] data) {
        files.put(path, data);
        return this;
    }

    public ScenePackageBuilder level(Scene.Level level) {
        levels.add(level);
        return this;
    }

    public Layer mask(String name, Mask mask) {
        Region r = mask.region();
        return layer("masks/" + name, r, RasterEncoder.gray8(r.width(), r.height(), mask.coverage()), 0);
    }

    public Layer lightLayer(String name, LightMap map) {
        Region r = map.region();
        byte[] file = RasterEncoder.samples16(r.width(), r.height(), map.channels(), map.values());
        return layer("light/" + name, r, file, map.fill() / 65535.0);
    }

    public Layer picture(String name, Sprite sprite) {
        return layer("pictures/" + name, sprite.region(), RasterEncoder.picture(sprite.pixels(), true), 0);
    }

    /** A UV map with its islands, rounded to 16 bits of the range. */
    public Geometry.Uv texture(String name, TextureMap map, Geometry.Range range) {
        Region r = map.region();
        TextureSamples samples = new TextureSamples(map, r, range);
        byte[] uv = RasterEncoder.samples16(r.width(), r.height(), 3, samples.uv());
        byte[] islands = RasterEncoder.gray8(r.width(), r.height(), samples.islands());
        return new Geometry.Uv(
                layer("uv/" + name, r, uv, 0),
                Optional.of(range),
                Optional.of(layer("uv/" + name + "-islands", r, islands, 0)));
    }

    private Layer layer(String name, Region region, byte[] file, double fill) {
        files.put(name + ".png", file);
        return new Layer(name + ".png", region.x(), region.y(), -1, fill);
    }

    public SceneObject object(String name, ObjectType type, Layer mask) {
        return object(name, type, mask, new Geometry.None());
    }

    public SceneObject object(String name, ObjectType type, Layer mask, Geometry geometry) {
        return new SceneObject(
                name,
                type,
                0,
                Map.of(),
                Optional.of(mask),
                geometry,
                Map.of(0, new RealPair(0, 0)),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                new Layout.Whole());
    }

    /** The same object with a layout. */
    public static SceneObject with(Layout layout, SceneObject o) {
        return new SceneObject(
                o.name(),
                o.type(),
                o.ident(),
                o.attributes(),
                o.mask(),
                o.geometry(),
                o.origins(),
                o.decal(),
                o.noTexture(),
                o.original(),
                o.differenceEdge(),
                o.overlap(),
                layout);
    }

    public static Group group(String name, Node... children) {
        return new Group(name, 0, Map.of(), List.of(), List.of(children));
    }

    /** A mask that covers a rectangle wholly. */
    public static Mask box(int x, int y, int width, int height) {
        byte[] coverage = new byte[width * height];
        Arrays.fill(coverage, (byte) 255);
        return new Mask(new Region(x, y, width, height), coverage);
    }

    public static PixelBuffer flat(int width, int height, int argb) {
        PixelBuffer out = PixelBuffer.blank(width, height);
        Arrays.fill(out.argb(), argb);
        return out;
    }

    /** The same light everywhere. */
    public static LightMap flatLight(int width, int height, int value) {
        short[] values = new short[width * height];
        Arrays.fill(values, (short) value);
        return new LightMap(new Region(0, 0, width, height), 1, values, LightMap.NEUTRAL);
    }

    public Scene scene() {
        if (light.isEmpty()) {
            light(flatLight(size.width(), size.height(), LightMap.NEUTRAL), 20);
        }
        return new Scene(
                "Test",
                3,
                "in",
                new View("front", new Layer("view.png", 0, 0, -1, 0), size, 150, Optional.empty()),
                true,
                light,
                Shading.STANDARD,
                shine,
                materials,
                new Group("", 0, Map.of(), List.of(), tree),
                levels);
    }

    /** Writes the package and returns it as a catalog would find it. */
    public SourceFile write(Path path) {
        try {
            PackageWriter.write(path, scene(), files);
            return found(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as a catalog would find it now. */
    public static SourceFile found(Path path) throws IOException {
        return new SourceFile(
                path.getFileName().toString(),
                path,
                Files.size(path),
                Files.getLastModifiedTime(path).toMillis());
    }
}
