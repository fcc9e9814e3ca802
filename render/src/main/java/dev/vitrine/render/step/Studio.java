package dev.vitrine.render.step;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.geometry.Surfaces;
import dev.vitrine.render.limit.Crew;
import dev.vitrine.render.pixel.FoldEdge;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.Layer;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneRasters;
import dev.vitrine.render.shade.LightChoice;
import dev.vitrine.render.shade.LightContrast;
import dev.vitrine.render.shade.LightRow;
import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.shade.Shader;
import dev.vitrine.render.shade.ShadingTable;
import dev.vitrine.render.shade.Sheen;
import dev.vitrine.render.shade.SolidTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the steps of one render work with: the scene's pixels at the plan's level, pictures, light, time and who helps. For one
 * thread; mates have studios of their own.
 */
public final class Studio {
    private final HeldRasters rasters;
    private final HeldPictures pictures;
    private final Styles styles;
    private final Deadline deadline;
    private final Crew crew;
    private final Scene scene;
    private final Map<Integer, Studio> mates = new ConcurrentHashMap<>();
    private final Surfaces surfaces;
    private final Shader original;
    private final Optional<Layer> specular;
    private final Map<Bend, ShadingTable> shading = new HashMap<>();
    private final Region frame;

    public Studio(Scene scene, SceneRasters rasters, Pictures pictures, Styles styles, Deadline deadline, Crew crew) {
        this(scene, new HeldRasters(rasters), new HeldPictures(pictures), styles, deadline, crew);
    }

    private Studio(
            Scene scene, HeldRasters rasters, HeldPictures pictures, Styles styles, Deadline deadline, Crew crew) {
        this.scene = scene;
        this.crew = crew;
        this.rasters = rasters;
        this.pictures = pictures;
        this.styles = styles;
        this.deadline = deadline;
        this.surfaces = new Surfaces(rasters, scene.view().size());
        this.original = Shader.of(scene.shading());
        this.specular = scene.shine().specular();
        this.frame = new Region(0, 0, rasters.size().width(), rasters.size().height());
    }

    /** What a shading table depends on. */
    private record Bend(Shader shader, LightContrast contrast) {}

    /** The whole canvas. */
    Region frame() {
        return frame;
    }

    /** The canvas's size. */
    Size size() {
        return rasters.size();
    }

    PixelBuffer view() {
        return rasters.view();
    }

    Sprite sprite(Layer layer) {
        return rasters.sprite(layer);
    }

    Mask mask(Layer layer) {
        return rasters.mask(layer);
    }

    TextureMap textureMap(Geometry geometry) {
        return rasters.textureMap(geometry);
    }

    Optional<FoldEdge> foldEdge(Subject subject) {
        return rasters.foldEdge(subject.object().geometry());
    }

    /** Pixels of the canvas per pixel of the full-size view. */
    double scale() {
        return rasters.scale();
    }

    /** Where an object is: its mask, or the alpha of its image. */
    Mask coverage(Subject subject) {
        return rasters.coverage(subject.object());
    }

    /** The pixels that {@link #coverage} covers. */
    Pieces pieces(Subject subject) {
        return rasters.pieces(subject.object());
    }

    /** How an object looked when it was photographed: the scene's own shader and light, whatever a request asks for. */
    Paint original(Subject subject, Color color, int width) {
        Lighting lighting = Lighting.plain(LightChoice.of(subject.firstLight()), original, subject.originalSheen());
        Paint paint = new SolidPaint(SolidTable.of(shading(lighting), color), light(lighting.light(), width));
        return shining(subject, lighting.sheen(), paint);
    }

    LightRow light(LightChoice choice, int width) {
        LightMap map = rasters.light(choice.map().layer());
        return choice.isBlend()
                ? new LightRow(map, rasters.light(choice.other().layer()), choice.share(), width)
                : new LightRow(map, width);
    }

    Paint paint(Subject subject, Finish finish, Lighting lighting, Mask mask) {
        if (finish instanceof Finish.Solid solid) {
            LightRow row = light(lighting.light(), mask.region().width());
            Paint paint = new SolidPaint(SolidTable.of(shading(lighting), solid.color()), row);
            return shining(subject, lighting.sheen(), paint);
        }
        if (finish instanceof CabinetFinish cabinet) {
            return CabinetPaint.of(cabinet, this, subject, lighting, mask);
        }
        if (finish instanceof WallFinish wall) {
            return WallPaint.of(wall, this, subject, mask);
        }
        return TexturePaint.of((Finish.Tiles) finish, this, subject, lighting, mask);
    }

    /** The specular layer as a surface shows it; it belongs to the view, so overlap objects have none. */
    Optional<Specular> specular(Subject subject, Sheen sheen) {
        return subject.isOverlap()
                ? Optional.empty()
                : specular.map(layer -> new Specular(rasters.light(layer), (float) sheen.specular()));
    }

    /** A paint with the specular layer on top, where there is one. */
    Paint shining(Subject subject, Sheen sheen, Paint paint) {
        return specular(subject, sheen)
                .<Paint>map(s -> new Specular.On(paint, s))
                .orElse(paint);
    }

    ShadingTable shading(Lighting lighting) {
        return shading.computeIfAbsent(
                new Bend(lighting.shader(), lighting.contrast()), b -> new ShadingTable(b.shader(), b.contrast()));
    }

    Surfaces surfaces() {
        return surfaces;
    }

    Pictures pictures() {
        return pictures;
    }

    Styles styles() {
        return styles;
    }

    /** The same partners at work on another scene. */
    Studio elsewhere(Scene scene, SceneRasters other) {
        return new Studio(scene, new HeldRasters(other), pictures, styles, deadline, crew);
    }

    /** The studio of a mate, who must be the only one with that number at the time. */
    Studio mate(int number) {
        return mates.computeIfAbsent(number, n -> new Studio(scene, rasters, pictures, styles, deadline, Crew.alone()));
    }

    Crew crew() {
        return crew;
    }

    /** Who paints a finish: one that is sharpened as it lies in the view is made as a whole first, which nobody should do twice. */
    Crew crew(Finish finish) {
        return finish.isSharpenedLate() ? Crew.alone() : crew;
    }

    /**
     * Reads what steps are going to need and what is not kept, if others have time for it. What fails here is tried again where
     * it is needed, and only if it is: so requests fail as they would without.
     */
    void readAhead(List<Step> steps) {
        if (!crew.hasIdle()) {
            return;
        }
        ReadAhead ahead = new ReadAhead();
        ahead.picture(scene.view().image());
        steps.forEach(ahead::step);
        List<Runnable> tasks = ahead.tasks(rasters, pictures, deadline);
        if (tasks.size() > 1) {
            crew.share(tasks.size(), n -> tryRun(tasks.get(n)));
        }
    }

    private static void tryRun(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // met again by whoever needs it
        }
    }

    /** Holds no longer what steps have read. */
    void release() {
        rasters.release();
        pictures.release();
    }

    Deadline deadline() {
        return deadline;
    }
}
