package dev.vitrine.catalog.resolve;

import static dev.vitrine.core.request.ServingCommands.either;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.resolve.LayerSources.Sourced;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.catalog.store.Session.Found;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.request.Command;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.ParsedEffect;
import dev.vitrine.core.request.ParsedLayer;
import dev.vitrine.core.request.ParsedServing;
import dev.vitrine.core.request.ServingCommands;
import dev.vitrine.core.request.ServingParser;
import dev.vitrine.core.value.BlendMode;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.LayerColor;
import dev.vitrine.core.value.Margins;
import dev.vitrine.core.value.MaskUse;
import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.MeasuredBox;
import dev.vitrine.core.value.Opacity;
import dev.vitrine.core.value.Perspective;
import dev.vitrine.core.value.TextAttributes;
import dev.vitrine.core.value.VectorPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills in what the layers of one Image Serving request leave unsaid. */
final class LayerResolver {
    private static final Measure NOWHERE = new Measure(0, 0, true);

    /** A picture in perspective is as large as that makes it. */
    private static final List<Command<?>> UNUSED_IN_PERSPECTIVE =
            List.of(ServingCommands.SIZE, ServingCommands.SIZE_N, ServingCommands.RES);

    private final ServingParser parser;
    private final LayerSources sources;
    private final Session session;
    private final ParsedServing parsed;
    private final List<Warning> warnings;

    LayerResolver(
            ServingParser parser, LayerSources sources, Session session, ParsedServing parsed, List<Warning> warnings) {
        this.parser = parser;
        this.sources = sources;
        this.session = session;
        this.parsed = parsed;
        this.warnings = warnings;
    }

    /** All layers that are seen, from the lowest up. */
    List<ResolvedLayer> layers(Optional<ItemRef> object) {
        List<ResolvedLayer> layers = new ArrayList<>();
        for (ParsedLayer layer : parsed.layers()) {
            boolean hidden = isHidden(layer.attributes());
            if (layer.number() == 0) {
                if (layer.attributes().has(ServingCommands.SIZE_N)) {
                    warnings.add(Warning.of(WarningKind.IGNORED, "sizeN", "layer 0 has nothing to be measured by"));
                }
                ResolvedLayer canvas = layer(layer, object);
                layers.add(hidden ? canvas.cleared() : canvas);
            } else if (!hidden) {
                layers.add(layer(layer, Optional.empty()));
            }
        }
        return layers;
    }

    /** @param main opacity of the layer that the effects belong to */
    List<LayerEffect> effects(List<ParsedEffect> effects, Opacity main) {
        List<LayerEffect> seen = new ArrayList<>();
        for (ParsedEffect effect : effects) {
            if (!isHidden(effect.attributes())) {
                seen.add(effect(effect, main));
            }
        }
        return seen;
    }

    private LayerEffect effect(ParsedEffect effect, Opacity main) {
        CommandValues said = effect.attributes();
        LayerColor color = said.find(ServingCommands.COLOR)
                .orElseThrow(() -> Failures.malformed("effect " + effect.number() + " has no color"));
        return new LayerEffect(
                effect.number(),
                color,
                main.layer()
                        * said.find(ServingCommands.OPAC).orElse(Opacity.FULL).layer()
                        / 10_000,
                blend(said),
                said.find(ServingCommands.MASK_USE).orElse(MaskUse.NORM),
                said.find(ServingCommands.OP_GROW).orElse(0),
                said.find(ServingCommands.OP_BLUR).orElse(0.0),
                either(said, ServingCommands.POS, ServingCommands.POS_N).orElse(NOWHERE),
                parsed.view()
                        .find(ServingCommands.EFFECT_MASK)
                        .orElseGet(() -> session.value(Attributes.APPLY_EFFECT_MASK)));
    }

    private static boolean isHidden(CommandValues said) {
        return said.find(ServingCommands.HIDE).orElse(false);
    }

    /** @param object what the path names: the picture of the canvas, unless the request says otherwise */
    private ResolvedLayer layer(ParsedLayer layer, Optional<ItemRef> object) {
        CommandValues said = layer.attributes();
        boolean precise = said.has(ServingCommands.TEXT_PS);
        Optional<String> text = either(said, ServingCommands.TEXT, ServingCommands.TEXT_PS);
        if (text.isPresent()) {
            LayerContent content = new LayerContent.Text(
                    text.get(),
                    precise,
                    precise ? said.find(ServingCommands.TEXT_ANGLE).orElse(0.0) : 0,
                    attributes(said, precise),
                    sources.fonts(),
                    false);
            return resolved(layer, content, said, 1);
        }
        Optional<Sourced> sourced = said.find(ServingCommands.SRC)
                .flatMap(source -> sources.find("src", source))
                .or(() -> said.has(ServingCommands.SRC) ? Optional.empty() : object.flatMap(sources::ofPath));
        if (sourced.isEmpty()) {
            LayerContent content =
                    new LayerContent.Solid(mask(said, Optional.empty()), maskUse(said), MaskGrowth.of(said));
            return resolved(layer, content, said, scale(said, 1));
        }
        Optional<Found<ImageRecord>> record = sourced.get().record();
        CommandValues all = said.has(ServingCommands.SRC)
                ? record.map(r -> layer.over(modifier(r)).attributes()).orElse(said)
                : said;
        LayerContent content = new LayerContent.Picture(
                sourced.get().image(),
                mask(all, record),
                maskUse(all),
                MaskGrowth.of(all),
                record.flatMap(r -> r.record().anchor()));
        boolean inPerspective = all.has(ServingCommands.PERSPECTIVE) || all.has(ServingCommands.PERSPECTIVE_N);
        return inPerspective
                ? resolved(
                        layer,
                        content,
                        all.without(UNUSED_IN_PERSPECTIVE),
                        scale(all.without(UNUSED_IN_PERSPECTIVE), 1))
                : resolved(layer, content, all, scale(all, sourced.get().resolution()));
    }

    /** Text that is {@code precise} knows one way to be sized and one to be wrapped. */
    private static TextAttributes attributes(CommandValues said, boolean precise) {
        TextAttributes attributes = said.find(ServingCommands.TEXT_ATTR).orElse(TextAttributes.DEFAULT);
        return precise
                ? attributes.sized(TextAttributes.Sizing.FIXEDRES).wrapped(TextAttributes.Wrapping.WRAP)
                : attributes;
    }

    private static double scale(CommandValues said, double resolution) {
        return said.find(ServingCommands.SCALE)
                .or(() -> said.find(ServingCommands.RES).map(wanted -> wanted / resolution))
                .orElse(1.0);
    }

    private static MaskUse maskUse(CommandValues said) {
        return said.find(ServingCommands.MASK_USE).orElse(MaskUse.NORM);
    }

    private ResolvedLayer resolved(ParsedLayer layer, LayerContent content, CommandValues said, double scale) {
        Opacity opacity = said.find(ServingCommands.OPAC).orElse(Opacity.FULL);
        Clip clip = clip(said);
        Optional<MeasuredBox> extent = extent(layer, content, said, clip);
        Optional<Perspective> perspective = either(said, ServingCommands.PERSPECTIVE, ServingCommands.PERSPECTIVE_N);
        return new ResolvedLayer(
                layer.number(),
                content,
                new ResolvedLayer.Shape(
                        either(said, ServingCommands.CROP, ServingCommands.CROP_N),
                        extent.map(box -> new Measure(box.width(), box.height(), false))
                                .or(() -> either(said, ServingCommands.SIZE, ServingCommands.SIZE_N)),
                        scale,
                        perspective,
                        extent.map(box -> clip.moved(-box.x(), -box.y())).orElse(clip),
                        said.find(ServingCommands.FLIP),
                        said.find(ServingCommands.ROTATE).orElse(0.0),
                        either(said, ServingCommands.EXTEND, ServingCommands.EXTEND_N)
                                .orElse(Margins.NONE)),
                new ResolvedLayer.Place(
                        either(said, ServingCommands.ANCHOR, ServingCommands.ANCHOR_N),
                        either(said, ServingCommands.ORIGIN, ServingCommands.ORIGIN_N)
                                .or(() -> extent.map(box -> new Measure(-box.x(), -box.y(), false))),
                        either(said, ServingCommands.POS, ServingCommands.POS_N).orElse(NOWHERE)),
                new ResolvedLayer.Paint(
                        said.find(ServingCommands.COLOR).orElse(LayerColor.TRANSPARENT),
                        said.find(ServingCommands.BG_COLOR).orElse(LayerColor.TRANSPARENT),
                        opacity,
                        blend(said)),
                Retouch.of(said),
                effects(layer.effects(), opacity));
    }

    Clip clip(CommandValues said) {
        Clip clip = new Clip(said.find(ServingCommands.CLIP_PATH), said.find(ServingCommands.CLIP_X_PATH));
        if (clip.isNone() && clip.without().isPresent()) {
            warnings.add(Warning.of(WarningKind.IGNORED, "clipXPath", "there is no clipPath"));
        }
        return clip;
    }

    /** Colors and texts without a size are as large as the path that they are seen through, and lie where it does. */
    private static Optional<MeasuredBox> extent(
            ParsedLayer layer, LayerContent content, CommandValues said, Clip clip) {
        boolean isMasked =
                content instanceof LayerContent.Solid solid && solid.mask().isPresent();
        boolean isSized = either(said, ServingCommands.SIZE, ServingCommands.SIZE_N)
                .filter(size -> size.x() > 0 || size.y() > 0)
                .isPresent();
        if (clip.isNone() || isSized || isMasked || content instanceof LayerContent.Picture) {
            return Optional.empty();
        }
        boolean isTurned = Stream.of(
                        ServingCommands.SCALE, ServingCommands.ROTATE, ServingCommands.ANCHOR, ServingCommands.ANCHOR_N)
                .anyMatch(said::has);
        if (isTurned && content instanceof LayerContent.Solid) {
            throw Failures.malformed(
                    "layer " + layer.number() + " is as large as its path: scale=, rotate= and anchor= are not for it");
        }
        return clip.within().map(VectorPath::extent);
    }

    private static BlendMode blend(CommandValues said) {
        return said.find(ServingCommands.BLEND_MODE).orElse(BlendMode.NORM);
    }

    /** The commands that a record adds to the layer that shows it; it may not change what the layer shows. */
    private CommandValues modifier(Found<ImageRecord> found) {
        if (found.record().modifier().isEmpty()) {
            return CommandValues.none();
        }
        ParsedServing read = parser.parse(
                "",
                List.of(),
                found.record().modifier().get(),
                List.of(),
                found.owner().macros(),
                parsed.variables());
        CommandValues both = read.layers().get(0).attributes().over(read.composite(), unused -> List.of());
        return both.without(
                List.of(ServingCommands.SRC, ServingCommands.MASK, ServingCommands.TEXT, ServingCommands.TEXT_PS));
    }

    private Optional<ImageSource> mask(CommandValues said, Optional<Found<ImageRecord>> record) {
        return said.find(ServingCommands.MASK)
                .flatMap(mask -> sources.find("mask", mask))
                .flatMap(sources::asMask)
                .or(() -> record.flatMap(sources::recordedMask));
    }
}
