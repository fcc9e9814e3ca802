package dev.vitrine.render.plan;

import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.catalog.resolve.ResolvedSegment;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.request.Part;
import dev.vitrine.render.scene.Illumination;
import dev.vitrine.render.scene.ObjectType;
import dev.vitrine.render.scene.Overlap;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneObject;
import dev.vitrine.render.step.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A scene while the segments of a request change it: what is selected, what is visible, what each object wears. */
final class SceneState {
    private final Scene scene;
    private final SelectionState selection;
    private final Stage stage;
    private final Tailor tailor;
    private final Set<Warning> warnings;
    private final Map<SceneNode, Dress> dresses = new HashMap<>();

    SceneState(Scene scene, SelectionState selection, Stage stage, Tailor tailor, Set<Warning> warnings) {
        this.scene = scene;
        this.selection = selection;
        this.stage = stage;
        this.tailor = tailor;
        this.warnings = warnings;
    }

    Optional<SceneNode> selected() {
        return selection.current();
    }

    Stage stage() {
        return stage;
    }

    Dress dress(SceneNode object) {
        return dresses.getOrDefault(object, Dress.NONE);
    }

    Subject subject(SceneNode node) {
        List<Illumination> own =
                node.object().overlap().map(Overlap::illumination).orElse(List.of());
        return new Subject(node.name(), node.object(), own.isEmpty() ? scene.illumination() : own);
    }

    /** Selects, then dresses, then shows or hides. */
    void apply(ResolvedSegment segment) {
        segment.selection().ifPresent(s -> selection.select(s, stage));
        if (selection.current().isEmpty()) {
            if (segment.material().isPresent()) {
                warnings.add(Warning.of(WarningKind.IGNORED, "material", "nothing is selected"));
            }
            return;
        }
        SceneNode selected = selection.current().get();
        segment.material().ifPresent(m -> wear(selected, segment.part(), m));
        switch (segment.visibility()) {
            case KEEP -> {}
            case SHOW -> stage.show(selected);
            case HIDE -> stage.hide(selected);
        }
    }

    private void wear(SceneNode selected, Part part, Material material) {
        boolean any = false;
        for (SceneNode object : selected.objects()) {
            any |= material instanceof Material.Decal decal ? decal(object, decal) : cover(object, part, material);
        }
        if (!any) {
            String why = material instanceof Material.Decal ? "nothing in it takes a decal" : "nothing in it takes it";
            warnings.add(Warning.of(WarningKind.MATERIAL_NOT_APPLIED, label(selected), why));
        }
    }

    private boolean decal(SceneNode node, Material.Decal decal) {
        if (!node.object().isTexturable()) {
            return false;
        }
        dresses.put(node, dress(node).with(tailor.fit(decal, subject(node))));
        return true;
    }

    /** Parts of walls wait for wall layouts; on everything else {@code sub} means nothing. */
    private boolean cover(SceneNode node, Part part, Material material) {
        SceneObject object = node.object();
        if (!object.type().isRenderable() || object.type() == ObjectType.WINDOW_FRAME) {
            return false;
        }
        if (object.type() == ObjectType.WALL && part != Part.WHOLE) {
            warnings.add(Warning.of(WarningKind.NOT_YET, "sub"));
            return true;
        }
        dresses.put(node, dress(node).with(tailor.fit(material, subject(node))));
        return true;
    }

    private static String label(SceneNode node) {
        return node.isRoot() ? "root" : node.name();
    }
}
