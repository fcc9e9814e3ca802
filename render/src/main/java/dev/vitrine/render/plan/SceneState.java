package dev.vitrine.render.plan;

import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.catalog.resolve.ResolvedSegment;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.request.Part;
import dev.vitrine.render.scene.Illumination;
import dev.vitrine.render.scene.Layout;
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
    private final Chest chest;
    private final Tailor tailor;
    private final Stylist stylist;
    private final Set<Warning> warnings;
    private final Map<SceneNode, Dress> dresses = new HashMap<>();

    SceneState(
            Scene scene,
            SelectionState selection,
            Stage stage,
            Chest chest,
            Tailor tailor,
            Stylist stylist,
            Set<Warning> warnings) {
        this.scene = scene;
        this.selection = selection;
        this.stage = stage;
        this.chest = chest;
        this.tailor = tailor;
        this.stylist = stylist;
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
        segment.material().map(chest::open).ifPresent(m -> wear(selected, segment.part(), m));
        switch (segment.visibility()) {
            case KEEP -> {}
            case SHOW -> stage.show(selected);
            case HIDE -> stage.hide(selected);
        }
    }

    private void wear(SceneNode selected, Part part, Material material) {
        boolean any = false;
        for (SceneNode object : selected.objects()) {
            any |= dress(object, part, material);
        }
        if (!any && material instanceof Material.Style style) {
            throw Failures.unsuitableMaterial(
                    label(selected), "nothing in it is made for " + style.file().name());
        }
        if (!any) {
            String why = material instanceof Material.Decal ? "nothing in it takes a decal" : "nothing in it takes it";
            warnings.add(Warning.of(WarningKind.MATERIAL_NOT_APPLIED, label(selected), why));
        }
    }

    private boolean dress(SceneNode object, Part part, Material material) {
        if (material instanceof Material.Decal decal) {
            return decal(object, decal);
        }
        if (material instanceof Material.Style style) {
            Optional<Dress> styled = stylist.fit(style, subject(object), dress(object));
            styled.ifPresent(dress -> dresses.put(object, dress));
            return styled.isPresent();
        }
        return cover(object, part, material);
    }

    private boolean decal(SceneNode node, Material.Decal decal) {
        if (!node.object().isTexturable()) {
            return false;
        }
        dresses.put(node, dress(node).with(tailor.fit(decal, subject(node))));
        return true;
    }

    /** Parts mean something on walls only: the halves of other things are the whole, and they have no borders. */
    private boolean cover(SceneNode node, Part part, Material material) {
        SceneObject object = node.object();
        if (!object.type().isRenderable() || object.type() == ObjectType.WINDOW_FRAME) {
            return false;
        }
        if (isBorder(part)) {
            return border(node, part, material);
        }
        Dress.Worn worn = tailor.fit(material, subject(node));
        boolean whole = part == Part.WHOLE || !(object.layout() instanceof Layout.Wall);
        dresses.put(node, whole ? dress(node).with(worn) : dress(node).with(part, worn));
        return true;
    }

    private boolean border(SceneNode node, Part part, Material material) {
        if (!(node.object().layout() instanceof Layout.Wall wall)
                || wall.lines().keySet().stream().noneMatch(b -> Dress.partOf(b) == part)) {
            return false;
        }
        Optional<Dress.Worn> worn = tailor.fitBorder(material, subject(node));
        worn.ifPresent(w -> dresses.put(node, dress(node).with(part, w)));
        return worn.isPresent();
    }

    private static boolean isBorder(Part part) {
        return part == Part.TOP_BORDER || part == Part.MIDDLE_BORDER || part == Part.BOTTOM_BORDER;
    }

    private static String label(SceneNode node) {
        return node.isRoot() ? "root" : node.name();
    }
}
