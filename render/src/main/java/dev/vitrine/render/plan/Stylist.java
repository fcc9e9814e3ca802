package dev.vitrine.render.plan;

import dev.vitrine.catalog.resolve.Colorize;
import dev.vitrine.catalog.resolve.Look;
import dev.vitrine.catalog.resolve.Material;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.scene.CabinetStyle;
import dev.vitrine.render.scene.CabinetStyle.Grain;
import dev.vitrine.render.scene.Layout;
import dev.vitrine.render.scene.Layout.Area;
import dev.vitrine.render.scene.SceneObject;
import dev.vitrine.render.scene.Style;
import dev.vitrine.render.scene.WindowStyle;
import dev.vitrine.render.scene.WindowStyle.Covering;
import dev.vitrine.render.scene.WindowStyle.Variant;
import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.step.CabinetFinish;
import dev.vitrine.render.step.DrawCovering;
import dev.vitrine.render.step.DropShadow;
import dev.vitrine.render.step.Finish;
import dev.vitrine.render.step.PaintOverlap;
import dev.vitrine.render.step.Picture;
import dev.vitrine.render.step.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Fits style files to what they are made for: fronts to cabinets, coverings to window frames. */
final class Stylist {
    private static final Color NEUTRAL = Color.gray(128);

    private final Function<SourceFile, Style> styles;
    private final Tailor tailor;
    private final Set<Warning> warnings;

    /** @param styles opens a style file, or ends the request */
    Stylist(Function<SourceFile, Style> styles, Tailor tailor, Set<Warning> warnings) {
        this.styles = styles;
        this.tailor = tailor;
        this.warnings = warnings;
    }

    /** Dresses an object in a style; nothing if the style is not for it. */
    Optional<Dress> fit(Material.Style material, Subject subject, Dress dress) {
        Style style = styles.apply(material.file());
        if (style instanceof CabinetStyle cabinet) {
            return takesFronts(subject.object())
                    ? Optional.of(dress.with(fronts(material, cabinet, subject)))
                    : Optional.empty();
        }
        WindowStyle window = (WindowStyle) style;
        if (!(subject.object().layout() instanceof Layout.Frame frame) || !fits(window, frame)) {
            return Optional.empty();
        }
        return hung(material, window, frame, subject).map(dress::with);
    }

    /** Cabinets and doors always do; appliances where their author gave them a panel. */
    private static boolean takesFronts(SceneObject object) {
        if (!object.isTexturable()) {
            return false;
        }
        return switch (object.type()) {
            case CABINET, DOOR -> true;
            case APPLIANCE -> object.layout() instanceof Layout.Panels;
            case FLAT, PLANAR, FLOWLINE, SKETCH, WALL, NON_TEXTURABLE, STATIC, STATIC_OVERLAP, WINDOW_FRAME -> false;
        };
    }

    private static boolean fits(WindowStyle window, Layout.Frame frame) {
        return frame.kind().isEmpty() || frame.kind().get() == window.covering().kind();
    }

    /** The gloss of a cabinet is that of its photographs: what the request says of it does not matter. */
    private Dress.Worn fronts(Material.Style material, CabinetStyle style, Subject subject) {
        List<CabinetFinish.Front> panels = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        if (subject.object().layout() instanceof Layout.Panels layout) {
            for (Layout.Panel panel : layout.panels()) {
                style.choose(panel.type(), material.glassDoors())
                        .ifPresentOrElse(
                                choice -> panels.add(new CabinetFinish.Front(choice, panel.area())),
                                () -> missing.add(panel.type()));
            }
        }
        if (!missing.isEmpty()) {
            String which = String.join(", ", missing);
            warnings.add(Warning.of(
                    WarningKind.IGNORED, material.file().name(), "it has nothing to show for panels of type " + which));
        }
        CabinetFinish finish = new CabinetFinish(
                material.file(),
                panels,
                grain(material, style, subject),
                style.baseColor(),
                material.color().map(color -> new Colorize(style.baseColor(), color)),
                tailor.detail(material.look()));
        return new Dress.Worn(finish, tailor.plainLight(material.look(), subject));
    }

    /** The request's or record's texture, else the style's own; recolored with the rest of the cabinet. */
    private Optional<Finish.Tiles> grain(Material.Style material, CabinetStyle style, Subject subject) {
        if (material.texture().isPresent()) {
            Material.Texture texture = material.texture().get();
            return Optional.of(grain(tailor.image(texture), texture.resolution(), material.look(), subject));
        }
        if (style.texture().isPresent()) {
            Grain own = style.texture().get();
            Picture picture = new Picture.Packaged(material.file(), own.file());
            double resolution = material.resolution().orElse(own.resolution());
            return Optional.of(grain(picture, resolution, material.look(), subject));
        }
        return Optional.empty();
    }

    private Finish.Tiles grain(Picture picture, double resolution, Look look, Subject subject) {
        return new Finish.Tiles(
                picture,
                resolution,
                Anchor.topLeft(),
                subject.object().origin(0),
                0,
                Optional.empty(),
                tailor.detail(look),
                Optional.empty(),
                1);
    }

    private Optional<DrawCovering> hung(
            Material.Style material, WindowStyle style, Layout.Frame frame, Subject subject) {
        List<DrawCovering.Part> parts = new ArrayList<>();
        for (String name : variants(style, frame)) {
            Variant variant = style.variants().get(name);
            parts.add(new DrawCovering.Part(
                    name,
                    variant.mirrored(),
                    variant.frame(),
                    place(style.covering(), name, variant, frame.area()),
                    variant.opacity(),
                    cloth(material, style, name, subject)));
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Optional<DropShadow> shadow = frame.light().flatMap(l -> DropShadow.of(l, style.thickness(), 0));
        double opacity = material.look().opacity() / 100;
        return Optional.of(new DrawCovering(subject, material.file(), parts, opacity, shadow, true));
    }

    private static List<String> variants(WindowStyle style, Layout.Frame frame) {
        if (style.covering().isPair()) {
            return List.of(WindowStyle.LEFT, WindowStyle.RIGHT).stream()
                    .filter(style.variants()::containsKey)
                    .toList();
        }
        return style.nearest(frame.area().width()).stream().toList();
    }

    /** Where a variant's frame comes to lie in the window's. */
    private static Area place(Covering covering, String name, Variant variant, Area frame) {
        double width = variant.frame().width() / variant.resolution();
        double height = variant.frame().height() / variant.resolution();
        double bottom = covering.stretchesDown() ? frame.bottom() : frame.top() + height;
        if (!covering.isPair()) {
            return new Area(frame.left(), frame.top(), frame.right(), bottom);
        }
        return name.equals(WindowStyle.LEFT)
                ? new Area(frame.left(), frame.top(), frame.left() + width, bottom)
                : new Area(frame.right() - width, frame.top(), frame.right(), bottom);
    }

    private List<PaintOverlap> cloth(Material.Style material, WindowStyle style, String variant, Subject frame) {
        List<PaintOverlap> out = new ArrayList<>();
        for (SceneNode node : new SceneNode(List.of(), style.scene(variant).root()).objects()) {
            Subject subject = new Subject(
                    frame.path() + ":" + node.name(),
                    node.object(),
                    node.object().overlap().orElseThrow().illumination());
            Lighting light = tailor.plainLight(material.look(), subject);
            out.add(new PaintOverlap(subject, fabric(material, subject.object()), light, true));
        }
        return out;
    }

    /** The texture, recolored if a color is given; else the color, else gray. */
    private Finish fabric(Material.Style material, SceneObject piece) {
        if (material.texture().isEmpty()) {
            return new Finish.Solid(material.color().orElse(NEUTRAL), 1);
        }
        Material.Texture texture = material.texture().get();
        if (!piece.isTexturable()) {
            return new Finish.Solid(texture.paint(), 1);
        }
        RealPair origin = piece.origin(0);
        return new Finish.Tiles(
                tailor.picture(texture),
                texture.resolution(),
                texture.anchor(),
                origin,
                0,
                texture.colorize(),
                tailor.detail(material.look()),
                Optional.empty(),
                1);
    }
}
