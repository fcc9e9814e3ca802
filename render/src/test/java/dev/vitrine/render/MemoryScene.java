package dev.vitrine.render;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.FoldEdge;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;
import dev.vitrine.render.resample.Development;
import dev.vitrine.render.scene.DecalArea;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.Group;
import dev.vitrine.render.scene.Illumination;
import dev.vitrine.render.scene.Layer;
import dev.vitrine.render.scene.Layout;
import dev.vitrine.render.scene.Node;
import dev.vitrine.render.scene.ObjectType;
import dev.vitrine.render.scene.Original;
import dev.vitrine.render.scene.Overlap;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneObject;
import dev.vitrine.render.scene.ScenePart;
import dev.vitrine.render.scene.SceneRasters;
import dev.vitrine.render.scene.Shading;
import dev.vitrine.render.scene.Shine;
import dev.vitrine.render.scene.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A scene without a file: everything is a function of full-size view coordinates, evaluated at pixel centers. */
public final class MemoryScene {
    /** A value at a view point: 0 to 1 for masks and light. */
    @FunctionalInterface
    public interface Field {
        double at(double x, double y);
    }

    /** A color at a view point, {@code 0xAARRGGBB}. */
    @FunctionalInterface
    public interface Picture {
        int at(double x, double y);
    }

    private final Size size;
    private final Picture view;
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, Picture> pictures = new HashMap<>();
    private final List<Illumination> lights = new ArrayList<>();
    private final List<Scene.Level> levels = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private Field u = (x, y) -> 0;
    private Field v = (x, y) -> 0;
    private Field islands = (x, y) -> 1;
    private boolean glossEffects;
    private Shading shading = Shading.STANDARD;
    private Shine shine = Shine.NONE;

    public MemoryScene(int width, int height, Picture view) {
        this.size = new Size(width, height);
        this.view = view;
        levels.add(new Scene.Level(width, height, Map.of()));
    }

    public static MemoryScene gray(int width, int height, int level) {
        return new MemoryScene(width, height, (x, y) -> 0xff000000 | level * 0x010101);
    }

    public static Layer layer(String file) {
        return new Layer(file, 0, 0, -1, 0);
    }

    public MemoryScene field(String file, Field field) {
        fields.put(file, field);
        return this;
    }

    public MemoryScene picture(String file, Picture picture) {
        pictures.put(file, picture);
        return this;
    }

    public MemoryScene light(double gloss, Field field) {
        String file = "light" + lights.size();
        lights.add(new Illumination(lights.size(), layer(file), gloss));
        return field(file, field);
    }

    public MemoryScene neutralLight() {
        return light(20, (x, y) -> 128 / 255.0);
    }

    public MemoryScene surface(Field u, Field v) {
        this.u = u;
        this.v = v;
        return this;
    }

    public MemoryScene level(int width, int height) {
        levels.add(new Scene.Level(width, height, Map.of()));
        return this;
    }

    public MemoryScene glossEffects() {
        glossEffects = true;
        return this;
    }

    public MemoryScene shading(Shading value) {
        shading = value;
        return this;
    }

    /** Ids of islands, from 1 on. */
    public MemoryScene islands(Field field) {
        islands = field;
        return this;
    }

    /** A second sheet where it has a weight. */
    public MemoryScene fold(Field u2, Field v2, Field weight) {
        fields.put("u2", u2);
        fields.put("v2", v2);
        fields.put("weight", weight);
        return this;
    }

    /** Surfaces reflect what lies at this share of the view; fields of strength and distance are 0 to 1. */
    public MemoryScene reflection(Field s, Field t, Field strength) {
        fields.put("s", s);
        fields.put("t", t);
        fields.put("strength", strength);
        Shine.Reflection reflection = new Shine.Reflection(layer("st"), layer("strength"), Optional.empty());
        shine = new Shine(Optional.of(reflection), shine.specular());
        return this;
    }

    public MemoryScene distance(Field field) {
        fields.put("distance", field);
        Shine.Reflection r = shine.reflection().orElseThrow();
        Shine.Reflection far = new Shine.Reflection(r.st(), r.strength(), Optional.of(layer("distance")));
        shine = new Shine(Optional.of(far), shine.specular());
        return this;
    }

    public MemoryScene specular(Field field) {
        fields.put("specular", field);
        shine = new Shine(shine.reflection(), Optional.of(layer("specular")));
        return this;
    }

    public MemoryScene add(Node node) {
        nodes.add(node);
        return this;
    }

    public Scene scene() {
        return new Scene(
                "memory",
                1,
                "in",
                new View("view", layer("view"), size, 150, Optional.empty()),
                glossEffects,
                lights,
                shading,
                shine,
                List.of(),
                new Group("", 0, Map.of(), List.of(), nodes),
                levels);
    }

    public static Group group(String name, Node... children) {
        return new Group(name, 0, Map.of(), List.of(), List.of(children));
    }

    public static ObjectBuilder object(String name) {
        return new ObjectBuilder(name);
    }

    /** An object with a mask of its own name; a flowline object on a UV map unless told otherwise. */
    public static final class ObjectBuilder {
        private final String name;
        private ObjectType type = ObjectType.FLOWLINE;
        private Geometry geometry = new Geometry.Uv(layer("uv"), Optional.empty(), Optional.empty());
        private Optional<Layer> mask;
        private Map<Integer, RealPair> origins = Map.of();
        private Optional<Original> original = Optional.empty();
        private boolean difference = true;
        private boolean noTexture;
        private Optional<DecalArea.LightVector> light = Optional.empty();
        private Optional<Overlap> overlap = Optional.empty();
        private Layout layout = new Layout.Whole();

        private ObjectBuilder(String name) {
            this.name = name;
            this.mask = Optional.of(layer(name));
        }

        public ObjectBuilder type(ObjectType value) {
            type = value;
            return this;
        }

        public ObjectBuilder geometry(Geometry value) {
            geometry = value;
            return this;
        }

        public ObjectBuilder origin(int number, double x, double y) {
            Map<Integer, RealPair> more = new HashMap<>(origins);
            more.put(number, new RealPair(x, y));
            origins = more;
            return this;
        }

        public ObjectBuilder original(Color color, boolean residual) {
            original = Optional.of(new Original(color, residual, OptionalDouble.empty(), 0));
            return this;
        }

        public ObjectBuilder over() {
            difference = false;
            return this;
        }

        /** Where the light of decals comes from, degrees. */
        public ObjectBuilder light(double horizontal, double vertical) {
            light = Optional.of(new DecalArea.LightVector(horizontal, vertical));
            return this;
        }

        public ObjectBuilder noTexture() {
            noTexture = true;
            return this;
        }

        public ObjectBuilder overlap(int z, Optional<Boolean> shown, Overlap.Under... under) {
            overlap = Optional.of(new Overlap(z, shown, Optional.empty(), List.of(under), List.of()));
            return this;
        }

        public ObjectBuilder image(int z, Optional<Boolean> shown, String file, Overlap.Under... under) {
            overlap = Optional.of(new Overlap(z, shown, Optional.of(layer(file)), List.of(under), List.of()));
            mask = Optional.empty();
            return this;
        }

        public ObjectBuilder unmasked() {
            mask = Optional.empty();
            return this;
        }

        public ObjectBuilder layout(Layout value) {
            layout = value;
            return this;
        }

        public SceneObject build() {
            return new SceneObject(
                    name,
                    type,
                    7,
                    Map.of(),
                    mask,
                    geometry,
                    origins,
                    Optional.of(new DecalArea(new RealPair(0, 0), light)),
                    noTexture,
                    original,
                    difference,
                    overlap,
                    layout);
        }
    }

    /** The pixels of a level. */
    public SceneRasters rasters(int level) {
        Scene.Level at = levels.get(level);
        return new Rasters(new Size(at.width(), at.height()));
    }

    /** Nothing is kept. */
    private final class Rasters implements SceneRasters {
        private final Size level;

        Rasters(Size level) {
            this.level = level;
        }

        @Override
        public boolean isKept(ScenePart part) {
            return false;
        }

        @Override
        public Size size() {
            return level;
        }

        @Override
        public double scale() {
            return (double) level.width() / size.width();
        }

        @Override
        public PixelBuffer view() {
            return paint(view);
        }

        @Override
        public Optional<PixelBuffer> developed(Development development, Deadline deadline) {
            return Optional.of(development.whole(view(), deadline));
        }

        @Override
        public Mask mask(Layer layer) {
            Field field = fields.get(layer.file());
            byte[] coverage = new byte[level.width() * level.height()];
            each((i, x, y) -> coverage[i] = (byte) Math.round(255 * field.at(x, y)));
            return new Mask(frame(), coverage);
        }

        @Override
        public LightMap light(Layer layer) {
            Field field = fields.get(layer.file());
            short[] values = new short[level.width() * level.height()];
            each((i, x, y) -> values[i] = (short) Math.round(65535 * field.at(x, y)));
            return new LightMap(frame(), 1, values, 0);
        }

        @Override
        public Sprite sprite(Layer layer) {
            return new Sprite(0, 0, paint(pictures.get(layer.file())));
        }

        @Override
        public Optional<FoldEdge> foldEdge(Geometry geometry) {
            if (!fields.containsKey("weight")) {
                return Optional.empty();
            }
            float[] us = new float[level.width() * level.height()];
            float[] vs = new float[us.length];
            byte[] island = new byte[us.length];
            each((i, x, y) -> {
                us[i] = (float) fields.get("u2").at(x, y);
                vs[i] = (float) fields.get("v2").at(x, y);
                island[i] = (byte) (fields.get("weight").at(x, y) > 0 ? 1 : 0);
            });
            return Optional.of(new FoldEdge(new TextureMap(frame(), us, vs, island), mask(layer("weight"))));
        }

        @Override
        public TextureMap textureMap(Geometry geometry) {
            boolean mirror =
                    geometry instanceof Geometry.Uv uv && uv.map().file().equals("st");
            Field u = mirror ? fields.get("s") : MemoryScene.this.u;
            Field v = mirror ? fields.get("t") : MemoryScene.this.v;
            float[] us = new float[level.width() * level.height()];
            float[] vs = new float[us.length];
            byte[] island = new byte[us.length];
            each((i, x, y) -> {
                us[i] = (float) u.at(x, y);
                vs[i] = (float) v.at(x, y);
                island[i] = (byte) (Float.isNaN(us[i]) ? 0 : mirror ? 1 : islands.at(x, y));
            });
            return new TextureMap(frame(), us, vs, island);
        }

        private Region frame() {
            return new Region(0, 0, level.width(), level.height());
        }

        private PixelBuffer paint(Picture picture) {
            PixelBuffer out = PixelBuffer.blank(level.width(), level.height());
            each((i, x, y) -> out.argb()[i] = picture.at(x, y));
            return out;
        }

        private void each(Visitor visitor) {
            double sx = (double) size.width() / level.width();
            double sy = (double) size.height() / level.height();
            for (int y = 0; y < level.height(); y++) {
                for (int x = 0; x < level.width(); x++) {
                    visitor.at(y * level.width() + x, (x + 0.5) * sx, (y + 0.5) * sy);
                }
            }
        }
    }

    private interface Visitor {
        void at(int index, double x, double y);
    }
}
