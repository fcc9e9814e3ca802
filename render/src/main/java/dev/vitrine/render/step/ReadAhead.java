package dev.vitrine.render.step;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.Layer;
import dev.vitrine.render.scene.Original;
import dev.vitrine.render.scene.Overlap;
import dev.vitrine.render.scene.ScenePart;
import dev.vitrine.render.shade.Lighting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What steps are going to read, as far as it is not kept, so that several can read it at once. It need not be complete: what is
 * left out is read when it is needed.
 */
final class ReadAhead {
    private final Set<ScenePart> lights = new LinkedHashSet<>();
    private final Set<ScenePart> surfaces = new LinkedHashSet<>();
    private final Set<Tile> pictures = new LinkedHashSet<>();
    private final Set<ScenePart> others = new LinkedHashSet<>();

    private record Tile(Picture picture, Edge edge) {}

    void picture(Layer layer) {
        others.add(new ScenePart.Picture(layer));
    }

    void step(Step step) {
        if (step instanceof PaintObject paint) {
            object(paint.subject(), paint.finish(), paint.light());
        } else if (step instanceof PaintOverlap paint) {
            object(paint.subject(), paint.finish(), paint.light());
        } else if (step instanceof DrawDecal decal) {
            coverage(decal.subject());
            surface(decal.subject());
            light(decal.light());
            pictures.add(new Tile(decal.picture(), Edge.CLAMP));
        } else if (step instanceof DrawImage image) {
            picture(image.image());
        } else if (step instanceof DrawUnder under) {
            Layer layer = under.under().layer();
            others.add(under.under().shadow() ? new ScenePart.Coverage(layer) : new ScenePart.Picture(layer));
        }
    }

    private void object(Subject subject, Finish finish, Lighting light) {
        coverage(subject);
        if (subject.object().original().filter(Original::residual).isPresent()) {
            lights.add(new ScenePart.Light(subject.firstLight().layer()));
        }
        finish(subject, finish, light);
    }

    private void finish(Subject subject, Finish finish, Lighting light) {
        if (finish instanceof WallFinish wall) {
            surface(subject);
            wall.fills().forEach(fill -> finish(subject, fill.finish(), fill.light()));
            return;
        }
        light(light);
        if (finish instanceof Finish.Tiles tiles) {
            surface(subject);
            pictures.add(new Tile(tiles.picture(), Edge.WRAP));
        }
    }

    private void coverage(Subject subject) {
        subject.object()
                .mask()
                .<ScenePart>map(ScenePart.Coverage::new)
                .or(() -> subject.object().overlap().flatMap(Overlap::image).map(ScenePart.Picture::new))
                .ifPresent(others::add);
    }

    private void light(Lighting light) {
        lights.add(new ScenePart.Light(light.light().map().layer()));
        if (light.light().isBlend()) {
            lights.add(new ScenePart.Light(light.light().other().layer()));
        }
    }

    private void surface(Subject subject) {
        Geometry geometry = subject.object().geometry();
        if (geometry instanceof Geometry.Uv || geometry instanceof Geometry.Mesh) {
            surfaces.add(new ScenePart.Surface(geometry));
        }
    }

    /** What takes long first. */
    List<Runnable> tasks(HeldRasters rasters, HeldPictures held, Deadline deadline) {
        List<Runnable> tasks = new ArrayList<>();
        add(lights, rasters, tasks);
        add(surfaces, rasters, tasks);
        for (Tile tile : pictures) {
            if (!held.isKept(tile.picture(), tile.edge())) {
                tasks.add(() -> held.mipMap(tile.picture(), tile.edge(), deadline));
            }
        }
        add(others, rasters, tasks);
        return tasks;
    }

    private static void add(Set<ScenePart> parts, HeldRasters rasters, List<Runnable> tasks) {
        for (ScenePart part : parts) {
            if (!rasters.isKept(part)) {
                tasks.add(() -> rasters.read(part));
            }
        }
    }
}
