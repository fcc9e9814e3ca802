package dev.vitrine.render.scene;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.codec.Raster;
import dev.vitrine.render.pixel.FoldEdge;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;
import dev.vitrine.render.resample.Development;
import java.util.Optional;

/**
 * The rasters of one level: from the package where it has them, else scaled down from the full size. All are kept in the shared
 * cache under the state of the package that they came from.
 */
final class LevelRasters implements SceneRasters {
    private final Scene scene;
    private final int level;
    private final PackageFiles files;
    private final Decoder decoder;
    private final ByteBoundedCache cache;
    private final Size size;
    private final LayerPixels pixels;

    LevelRasters(Scene scene, int level, PackageFiles files, Decoder decoder, ByteBoundedCache cache) {
        this.scene = scene;
        this.level = level;
        this.files = files;
        this.decoder = decoder;
        this.cache = cache;
        this.size = new Size(
                scene.levels().get(level).width(), scene.levels().get(level).height());
        this.pixels = new LayerPixels(size);
    }

    private record MaskKey(String state, int level, Layer layer) implements ByteBoundedCache.Key<Mask> {
        @Override
        public long bytes(Mask mask) {
            return mask.bytes();
        }
    }

    private record DevelopedKey(String state, int level, Development development)
            implements ByteBoundedCache.Key<PixelBuffer> {
        @Override
        public long bytes(PixelBuffer picture) {
            return picture.bytes();
        }
    }

    private record LightKey(String state, int level, Layer layer) implements ByteBoundedCache.Key<LightMap> {
        @Override
        public long bytes(LightMap light) {
            return light.bytes();
        }
    }

    private record SpriteKey(String state, int level, Layer layer) implements ByteBoundedCache.Key<Sprite> {
        @Override
        public long bytes(Sprite sprite) {
            return sprite.bytes();
        }
    }

    private record TextureKey(String state, int level, Geometry geometry) implements ByteBoundedCache.Key<TextureMap> {
        @Override
        public long bytes(TextureMap map) {
            return map.bytes();
        }
    }

    @Override
    public boolean isKept(ScenePart part) {
        return cache.isHeld(key(part));
    }

    private ByteBoundedCache.Key<?> key(ScenePart part) {
        String state = files.identity();
        if (part instanceof ScenePart.Coverage coverage) {
            return new MaskKey(state, level, coverage.layer());
        }
        if (part instanceof ScenePart.Light light) {
            return new LightKey(state, level, light.layer());
        }
        return part instanceof ScenePart.Picture picture
                ? new SpriteKey(state, level, picture.layer())
                : new TextureKey(state, level, ((ScenePart.Surface) part).geometry());
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public double scale() {
        return (double) size.width() / scene.view().size().width();
    }

    @Override
    public PixelBuffer view() {
        return sprite(scene.view().image()).pixels();
    }

    @Override
    public Optional<PixelBuffer> developed(Development development, Deadline deadline) {
        return cache.getFromSecondTime(
                new DevelopedKey(files.identity(), level, development), () -> development.whole(view(), deadline));
    }

    @Override
    public Mask mask(Layer layer) {
        return cache.get(
                new MaskKey(files.identity(), level, layer),
                () -> find(layer)
                        .map(own -> pixels.mask(raster(own), own))
                        .orElseGet(() -> shrink().mask(fullSize().mask(layer))));
    }

    @Override
    public LightMap light(Layer layer) {
        return cache.get(
                new LightKey(files.identity(), level, layer),
                () -> find(layer)
                        .map(own -> pixels.light(raster(own), own))
                        .orElseGet(() -> shrink().light(fullSize().light(layer))));
    }

    @Override
    public Sprite sprite(Layer layer) {
        return cache.get(
                new SpriteKey(files.identity(), level, layer),
                () -> find(layer)
                        .map(own -> pixels.sprite(picture(own), own))
                        .orElseGet(() -> shrink().sprite(fullSize().sprite(layer))));
    }

    @Override
    public TextureMap textureMap(Geometry geometry) {
        checkArgument(
                geometry instanceof Geometry.Uv || geometry instanceof Geometry.Mesh,
                "%s has no texture map",
                geometry);
        return cache.get(new TextureKey(files.identity(), level, geometry), () -> texture(geometry));
    }

    @Override
    public Optional<FoldEdge> foldEdge(Geometry geometry) {
        if (!(geometry instanceof Geometry.Uv uv) || uv.edge().isEmpty()) {
            return Optional.empty();
        }
        Geometry.Edge edge = uv.edge().get();
        boolean told = find(edge.map()).isPresent() && find(edge.weight()).isPresent();
        return told ? Optional.of(new FoldEdge(textureMap(uv.second()), mask(edge.weight()))) : Optional.empty();
    }

    private TextureMap texture(Geometry geometry) {
        if (geometry instanceof Geometry.Mesh mesh) {
            return new MeshBaker(scene.view().size(), size).bake(mesh.mesh());
        }
        Geometry.Uv uv = (Geometry.Uv) geometry;
        Optional<Layer> map = find(uv.map());
        Optional<Layer> islands = uv.islands().flatMap(this::find);
        if (map.isEmpty() || islands.isPresent() != uv.islands().isPresent()) {
            return shrink().texture(fullSize().textureMap(geometry));
        }
        Geometry.Uv own = new Geometry.Uv(map.get(), uv.range(), islands);
        return pixels.texture(own.map().file(), raster(own.map()), own, islands.map(this::raster));
    }

    /** The layer that holds a full-size layer's pixels at this level. */
    private Optional<Layer> find(Layer layer) {
        if (level == 0) {
            return Optional.of(layer);
        }
        return Optional.ofNullable(scene.levels().get(level).layers().get(layer.file()))
                .map(own -> new Layer(own.file(), own.x(), own.y(), layer.channel(), layer.fill()));
    }

    private LevelRasters fullSize() {
        return new LevelRasters(scene, 0, files, decoder, cache);
    }

    private Shrink shrink() {
        return new Shrink(scene.view().size(), size);
    }

    private Raster raster(Layer layer) {
        return decoder.raster(files.source(layer.file()));
    }

    private PixelBuffer picture(Layer layer) {
        PixelBuffer picture = decoder.picture(files.source(layer.file()));
        if (find(scene.view().image()).filter(layer::equals).isPresent()) {
            checkView(layer, picture.size());
            makeOpaque(picture.argb());
        }
        return picture;
    }

    private void checkView(Layer layer, Size found) {
        if (layer.x() != 0 || layer.y() != 0 || !found.equals(size)) {
            throw Failures.sourceDamaged(files.name(), "the view is " + found + " and not " + size + " pixels large");
        }
    }

    private static void makeOpaque(int[] argb) {
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xff000000;
        }
    }
}
