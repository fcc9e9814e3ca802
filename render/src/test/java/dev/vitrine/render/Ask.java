package dev.vitrine.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.OnFail;
import dev.vitrine.catalog.resolve.Colorize;
import dev.vitrine.catalog.resolve.Grouting;
import dev.vitrine.catalog.resolve.ImageSource;
import dev.vitrine.catalog.resolve.LastModified;
import dev.vitrine.catalog.resolve.Look;
import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.catalog.resolve.ReplyEncoding;
import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.ResolvedRequest;
import dev.vitrine.catalog.resolve.ResolvedSegment;
import dev.vitrine.catalog.resolve.ScaleRequest;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.catalog.resolve.Vignette;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.Part;
import dev.vitrine.core.request.Selection;
import dev.vitrine.core.request.Visibility;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.DecalSize;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.ObjectPath;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.ReplyFormat;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.ResMode;
import dev.vitrine.core.value.ScriptCall;
import dev.vitrine.core.value.TextForm;
import dev.vitrine.render.limit.Crew;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.plan.RenderPlanner;
import dev.vitrine.render.plan.Sizing;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneRasters;
import dev.vitrine.render.scene.Style;
import dev.vitrine.render.scene.WindowStyle;
import dev.vitrine.render.step.AlphaRule;
import dev.vitrine.render.step.Canvas;
import dev.vitrine.render.step.Picture;
import dev.vitrine.render.step.Pictures;
import dev.vitrine.render.step.RenderPlan;
import dev.vitrine.render.step.Renderer;
import dev.vitrine.render.step.Studio;
import dev.vitrine.render.step.Styles;
import dev.vitrine.render.texture.Frieze;
import dev.vitrine.render.texture.MipMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** A resolved request in the making, and the shortest way from it to a plan or to pixels. */
public final class Ask {
    private final List<ResolvedSegment> segments = new ArrayList<>();
    private final Map<String, PixelBuffer> textures = new HashMap<>();
    private final Map<String, Style> styles = new HashMap<>();
    private Styles coverings = new NoCoverings();
    private RequestType type = RequestType.IMG;
    private ImageFormat format = ImageFormat.PNG;
    private OnFail onFail = OnFail.ERROR;
    private boolean showOverlaps;
    private boolean sharpen;
    private OptionalInt width = OptionalInt.empty();
    private OptionalInt height = OptionalInt.empty();

    public static Ask ask() {
        return new Ask();
    }

    public Ask obj(String path, Material... material) {
        return segment(Optional.of(new Selection.ByName(ObjectPath.of(path))), Visibility.KEEP, material);
    }

    /** A part of the selected objects ({@code sub=}). */
    public Ask sub(String path, Part part, Material material) {
        segments.add(new ResolvedSegment(
                Optional.of(new Selection.ByName(ObjectPath.of(path))), part, Optional.of(material), Visibility.KEEP));
        return this;
    }

    public Ask show(String path, Material... material) {
        return segment(Optional.of(new Selection.ByName(ObjectPath.of(path))), Visibility.SHOW, material);
    }

    public Ask hide(String path) {
        return segment(Optional.of(new Selection.ByName(ObjectPath.of(path))), Visibility.HIDE);
    }

    public Ask sel(int x, int y, int level, Material... material) {
        return segment(Optional.of(new Selection.ByPixel(x, y, level)), Visibility.KEEP, material);
    }

    public Ask apply(Material material) {
        return segment(Optional.empty(), Visibility.KEEP, material);
    }

    private Ask segment(Optional<Selection> selection, Visibility visibility, Material... material) {
        Optional<Material> one = material.length == 0 ? Optional.empty() : Optional.of(material[0]);
        Part part = one.filter(Material.Decal.class::isInstance).isPresent() ? Part.DECAL : Part.WHOLE;
        segments.add(new ResolvedSegment(selection, part, one, visibility));
        return this;
    }

    public Ask texture(String name, PixelBuffer pixels) {
        textures.put(name, pixels);
        return this;
    }

    /** A cabinet style; the pictures in it are textures of this request. */
    public Ask style(String name, Style style) {
        styles.put(name, style);
        return this;
    }

    /** A window style, and the pixels of its only variant. */
    public Ask style(String name, WindowStyle style, MemoryScene variant) {
        styles.put(name, style);
        coverings = new Styles() {
            @Override
            public Scene scene(SourceFile file, String wanted) {
                return style.scene(wanted);
            }

            @Override
            public SceneRasters rasters(SourceFile file, String wanted) {
                return variant.rasters(0);
            }
        };
        return this;
    }

    /** For requests without window coverings. */
    public static final class NoCoverings implements Styles {
        @Override
        public Scene scene(SourceFile style, String variant) {
            throw new AssertionError("no coverings here");
        }

        @Override
        public SceneRasters rasters(SourceFile style, String variant) {
            throw new AssertionError("no coverings here");
        }
    }

    public Ask type(RequestType value) {
        type = value;
        return this;
    }

    public Ask format(ImageFormat value) {
        format = value;
        return this;
    }

    public Ask onFail(OnFail value) {
        onFail = value;
        return this;
    }

    public Ask showOverlaps() {
        showOverlaps = true;
        return this;
    }

    public Ask sharpen() {
        sharpen = true;
        return this;
    }

    public Ask wid(int value) {
        width = OptionalInt.of(value);
        return this;
    }

    public Ask hei(int value) {
        height = OptionalInt.of(value);
        return this;
    }

    public ResolvedRequest request() {
        return new ResolvedRequest(
                new RequestKind(type, TextForm.TEXT),
                "demo",
                Optional.of(new Vignette("demo/scene", file("scene.ovp"), Optional.empty(), 0)),
                Optional.empty(),
                segments,
                onFail,
                onFail,
                showOverlaps,
                reply(),
                0,
                ScriptCall.STANDARD,
                List.of());
    }

    public ReplySettings reply() {
        return new ReplySettings(
                new ScaleRequest(
                        width,
                        height,
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.empty()),
                new ReplyEncoding(ReplyFormat.of(format), new JpegQuality(85, false)),
                ResMode.BICUB,
                sharpen,
                OptionalDouble.empty(),
                Expiration.NEVER,
                LastModified.NEVER,
                CacheControl.ON);
    }

    public RenderPlan plan(MemoryScene scene) {
        RenderPlanner planner = new RenderPlanner(new Sizing(10_000_000), file -> styles.get(file.name()));
        return planner.plan(request(), scene.scene(), () -> scene.rasters(0), inner -> {
            throw new AssertionError("no nested requests here");
        });
    }

    public PixelBuffer render(MemoryScene scene) {
        RenderPlan plan = plan(scene);
        PixelBuffer picture = render(plan, scene, Crew.alone());
        PixelBuffer shared = render(plan, scene, new Crew(3, 3, 1, Runnable::run));
        assertArrayEquals(picture.argb(), shared.argb(), "whoever paints a row, it is the same");
        if (plan.alpha() instanceof AlphaRule.Opaque) {
            assertArrayEquals(picture.argb(), renderAll(plan, scene).argb(), "whatever is spared, it is the same");
        }
        return picture;
    }

    /** The whole photograph, drawn on step by step and developed as a whole. */
    private PixelBuffer renderAll(RenderPlan plan, MemoryScene scene) {
        SceneRasters rasters = scene.rasters(plan.level());
        Pictures pictures = (picture, edge, deadline) -> mipMap(picture, edge, scene);
        Studio studio = new Studio(scene.scene(), rasters, pictures, coverings, Deadline.never(), Crew.alone());
        PixelBuffer canvas = rasters.view().copy();
        plan.steps().forEach(step -> step.draw(new Canvas(canvas), studio));
        return plan.development().whole(canvas, Deadline.never());
    }

    private PixelBuffer render(RenderPlan plan, MemoryScene scene, Crew crew) {
        Renderer renderer = new Renderer((picture, edge, deadline) -> mipMap(picture, edge, scene), coverings, crew);
        return renderer.render(plan, scene.scene(), scene.rasters(plan.level()), Deadline.never());
    }

    private MipMap mipMap(Picture picture, Edge edge, MemoryScene scene) {
        if (picture instanceof Picture.Laid laid) {
            MipMap tile = mipMap(laid.tile(), edge, scene);
            return laid.laying().of(tile.width(), tile.height()).lay(tile);
        }
        if (picture instanceof Picture.Frieze frieze) {
            return Frieze.of(mipMap(frieze.tile(), edge, scene));
        }
        if (picture instanceof Picture.Packaged packaged) {
            return new MipMap(textures.get(packaged.file()), edge);
        }
        if (picture instanceof Picture.Photograph photograph) {
            return new MipMap(scene.rasters(photograph.level()).view(), edge);
        }
        if (picture instanceof Picture.Matched matched) {
            MipMap model = mipMap(matched.model(), edge, scene);
            return mipMap(matched.picture(), edge, scene).scaled(model.width(), model.height());
        }
        return new MipMap(textures.get(((Picture.File) picture).file().name()), edge);
    }

    /** Laid in another way, perhaps with grout. */
    public static Material.Texture laid(Material.Texture t, int repeat, Grouting... grout) {
        return new Material.Texture(
                t.image(),
                t.resolution(),
                repeat,
                t.anchor(),
                t.align(),
                t.rotation(),
                t.colorize(),
                Arrays.stream(grout).findFirst(),
                t.paint(),
                t.look());
    }

    public static Material.Texture aligned(Material.Texture t, int align) {
        return new Material.Texture(
                t.image(),
                t.resolution(),
                t.repeat(),
                t.anchor(),
                align,
                t.rotation(),
                t.colorize(),
                t.grout(),
                t.paint(),
                t.look());
    }

    public static SourceFile file(String name) {
        return new SourceFile(name, Path.of(name), 1, 0);
    }

    public static Look look() {
        return look(-1, 100);
    }

    public static Look look(int illumination, double opacity) {
        return new Look(illumination, -1, -1, 0, opacity, 0, List.of(), Optional.empty());
    }

    /** With {@code gloss=}, {@code illum=}, {@code sharp=} and {@code rs=}. */
    public static Look look(int illumination, double gloss, int sharpening, String settings) {
        return new Look(illumination, gloss, -1, 0, 100, sharpening, List.of(settings), Optional.empty());
    }

    /** A style file without texture or color. */
    public static Material.Style styled(String file) {
        return styled(file, Optional.empty(), Optional.empty(), false);
    }

    public static Material.Style styled(
            String file, Optional<Material.Texture> texture, Optional<Color> color, boolean glassDoors) {
        return new Material.Style(file(file), texture, color, OptionalDouble.empty(), glassDoors, look());
    }

    /** With {@code gloss=}, {@code type=} and {@code rough=}. */
    public static Look shining(double gloss, int type, double roughness) {
        return new Look(-1, gloss, roughness, type, 100, 0, List.of(), Optional.empty());
    }

    /** With a gloss map. */
    public static Look mapped(Look look, String map) {
        return new Look(
                look.illumination(),
                look.gloss(),
                look.roughness(),
                look.type(),
                look.opacity(),
                look.sharpening(),
                look.settings(),
                Optional.of(new ImageSource.File(file(map))));
    }

    public static Material solid(Color color, Look look) {
        return new Material.Solid(color, look);
    }

    public static Material.Texture looking(Material.Texture t, Look look) {
        return new Material.Texture(
                t.image(),
                t.resolution(),
                0,
                t.anchor(),
                t.align(),
                t.rotation(),
                t.colorize(),
                t.grout(),
                t.paint(),
                look);
    }

    public static Material solid(int red, int green, int blue) {
        return new Material.Solid(new Color(red, green, blue), look());
    }

    public static Material solid(int red, int green, int blue, double opacity) {
        return new Material.Solid(new Color(red, green, blue), look(-1, opacity));
    }

    /** Straight repeat, top-left anchor, no rotation. */
    public static Material.Texture tiles(String image, double resolution) {
        return new Material.Texture(
                new ImageSource.File(file(image)),
                resolution,
                0,
                Anchor.topLeft(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Color.gray(128),
                look());
    }

    public static Material.Texture turned(Material.Texture t, double degrees) {
        return new Material.Texture(
                t.image(),
                t.resolution(),
                0,
                t.anchor(),
                t.align(),
                degrees,
                t.colorize(),
                t.grout(),
                t.paint(),
                t.look());
    }

    public static Material.Texture anchored(Material.Texture t, Anchor anchor) {
        return new Material.Texture(
                t.image(),
                t.resolution(),
                0,
                anchor,
                t.align(),
                t.rotation(),
                t.colorize(),
                t.grout(),
                t.paint(),
                t.look());
    }

    public static Material.Texture colored(Material.Texture t, Color base, Color color) {
        return new Material.Texture(
                t.image(),
                t.resolution(),
                0,
                t.anchor(),
                t.align(),
                t.rotation(),
                Optional.of(new Colorize(base, color)),
                t.grout(),
                t.paint(),
                t.look());
    }

    public static Material.Decal decal(String image, double width, double height, UnaryOperator<RealPair> move) {
        return new Material.Decal(
                new ImageSource.File(file(image)),
                new DecalSize(width, height, 0),
                10,
                Anchor.center(),
                move.apply(new RealPair(0, 0)),
                0,
                Optional.empty(),
                look());
    }

    public static Material.Decal looking(Material.Decal d, Look look) {
        return new Material.Decal(
                d.image(), d.size(), d.resolution(), d.anchor(), d.position(), d.rotation(), d.colorize(), look);
    }

    public static Material.Decal thick(Material.Decal d, double thickness) {
        return new Material.Decal(
                d.image(),
                new DecalSize(d.size().width(), d.size().height(), thickness),
                d.resolution(),
                d.anchor(),
                d.position(),
                d.rotation(),
                d.colorize(),
                d.look());
    }

    public static PixelBuffer flat(int width, int height, int argb) {
        PixelBuffer out = PixelBuffer.blank(width, height);
        Arrays.fill(out.argb(), argb);
        return out;
    }
}
