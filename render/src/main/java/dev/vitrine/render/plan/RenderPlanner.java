package dev.vitrine.render.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.vitrine.catalog.resolve.ImageSource;
import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.ResolvedRequest;
import dev.vitrine.catalog.resolve.ResolvedSegment;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.catalog.resolve.Vignette;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.scene.Original;
import dev.vitrine.render.scene.Overlap;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneRasters;
import dev.vitrine.render.scene.Shine;
import dev.vitrine.render.scene.Style;
import dev.vitrine.render.shade.LightChoice;
import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.shade.Shader;
import dev.vitrine.render.shade.Sheen;
import dev.vitrine.render.step.AlphaRule;
import dev.vitrine.render.step.Coat;
import dev.vitrine.render.step.DrawImage;
import dev.vitrine.render.step.DrawUnder;
import dev.vitrine.render.step.Finish;
import dev.vitrine.render.step.PaintObject;
import dev.vitrine.render.step.PaintOverlap;
import dev.vitrine.render.step.Picture;
import dev.vitrine.render.step.Reflect;
import dev.vitrine.render.step.RenderPlan;
import dev.vitrine.render.step.Step;
import dev.vitrine.render.step.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Turns a request and its scene into a plan. No pixels are touched, except that {@code sel=} has to look at masks.
 *
 * <p>Steps come in the order in which they have to be drawn: standard objects in the author's order, each with its decal; what
 * reflects them; then the visible overlap objects from the lowest up, each after what lies under it and before its decal.
 */
public final class RenderPlanner {
    private final Sizing sizing;
    private final Function<SourceFile, Style> styles;

    /** @param styles opens a style file, or ends the request with a failure */
    public RenderPlanner(Sizing sizing, Function<SourceFile, Style> styles) {
        this.sizing = sizing;
        this.styles = styles;
    }

    /**
     * The plan of a request for a picture.
     *
     * @param fullSize the scene's pixels at full size, opened only if the request picks
     * @param inner plans a request that stands inside this one
     */
    public RenderPlan plan(
            ResolvedRequest request,
            Scene scene,
            Supplier<SceneRasters> fullSize,
            Function<ResolvedRequest, RenderPlan> inner) {
        Vignette vignette = request.vignette().orElseThrow(Failures::noVignette);
        ReplySettings reply = request.reply();
        Size size = sizing.reply(scene.view().size(), reply.scale());
        int level = sizing.level(scene, size);
        Set<Warning> warnings = new LinkedHashSet<>(request.warnings());
        SceneState state = open(request, scene, fullSize, inner, warnings);
        request.segments().forEach(state::apply);
        return new RenderPlan(
                vignette.name(),
                vignette.file(),
                level,
                sizing.levelSize(scene, level),
                alpha(request, scene, state),
                steps(request, scene, state, new Picture.Photograph(vignette.file(), level)),
                size,
                reply.resMode(),
                reply.sharpen() && !size.equals(scene.view().size()),
                reply.encoding(),
                reply.printResolution().orElse(scene.view().printResolution()),
                List.copyOf(warnings));
    }

    /** What a request leaves selected, and what of that is visible. Materials do not matter to it. */
    public Outcome outcome(ResolvedRequest request, Scene scene, Supplier<SceneRasters> fullSize) {
        Set<Warning> warnings = new LinkedHashSet<>(request.warnings());
        SceneState state = open(request, scene, fullSize, RenderPlanner::refuse, warnings);
        request.segments()
                .forEach(s ->
                        state.apply(new ResolvedSegment(s.selection(), s.part(), Optional.empty(), s.visibility())));
        List<SceneNode> shown = state.selected().map(SceneNode::objects).orElse(List.of()).stream()
                .filter(state.stage()::isShown)
                .collect(toImmutableList());
        Size size = sizing.reply(scene.view().size(), request.reply().scale());
        return new Outcome(state.selected(), shown, size, List.copyOf(warnings));
    }

    private static RenderPlan refuse(ResolvedRequest inner) {
        throw new IllegalStateException("no picture is planned here");
    }

    /**
     * How a request leaves its scene.
     *
     * @param selected absent when nothing is
     * @param shown the visible overlap objects of the selection
     */
    public record Outcome(Optional<SceneNode> selected, List<SceneNode> shown, Size reply, List<Warning> warnings) {
        public Outcome {
            shown = List.copyOf(shown);
            warnings = List.copyOf(warnings);
        }
    }

    private SceneState open(
            ResolvedRequest request,
            Scene scene,
            Supplier<SceneRasters> fullSize,
            Function<ResolvedRequest, RenderPlan> inner,
            Set<Warning> warnings) {
        SceneIndex index = new SceneIndex(scene);
        SelectionState selection = new SelectionState(
                index, new Picker(index, fullSize), request.onFailObject(), request.onFailPick(), warnings);
        Stage stage = new Stage(index.root(), request.showOverlapObjects());
        Tailor tailor = new Tailor(source -> picture(source, inner), scene, warnings);
        Chest chest = new Chest(request.vignette().orElseThrow(Failures::noVignette), scene.materials());
        Stylist stylist = new Stylist(styles, tailor, warnings);
        return new SceneState(scene, selection, stage, chest, tailor, stylist, warnings);
    }

    private static Picture picture(ImageSource source, Function<ResolvedRequest, RenderPlan> inner) {
        if (source instanceof ImageSource.Nested nested) {
            return new Picture.Planned(nested.request().key(), inner.apply(nested.request()));
        }
        if (source instanceof ImageSource.Served served) {
            return new Picture.Served(served.request());
        }
        if (source instanceof ImageSource.Packed packed) {
            return new Picture.Packed(packed.vignette(), packed.path());
        }
        ImageSource.File file = (ImageSource.File) source;
        return new Picture.File(file.file(), file.colors());
    }

    /** Alpha is the selection for {@code req=object}, else all but the background if the format has alpha at all. */
    private static AlphaRule alpha(ResolvedRequest request, Scene scene, SceneState state) {
        if (isMasked(request)) {
            String name =
                    state.selected().map(n -> n.isRoot() ? "root" : n.name()).orElse("nothing");
            return new AlphaRule.Covered("selection " + name, standard(state.selected(), state));
        }
        if (request.reply().format().format().hasAlpha()) {
            return new AlphaRule.Covered("all objects", standard(Optional.of(root(scene)), state));
        }
        return new AlphaRule.Opaque();
    }

    private static SceneNode root(Scene scene) {
        return new SceneNode(List.of(), scene.root());
    }

    private static boolean isMasked(ResolvedRequest request) {
        return request.kind().type() == RequestType.OBJECT;
    }

    private static List<Subject> standard(Optional<SceneNode> node, SceneState state) {
        return node.map(SceneNode::objects).orElse(List.of()).stream()
                .filter(n -> !Stage.isOverlap(n))
                .map(state::subject)
                .collect(toImmutableList());
    }

    private static List<Step> steps(ResolvedRequest request, Scene scene, SceneState state, Picture photograph) {
        List<Step> steps = new ArrayList<>();
        for (SceneNode node : root(scene).objects()) {
            if (!Stage.isOverlap(node)) {
                Dress dress = state.dress(node);
                dress.worn(node.object().layout())
                        .ifPresent(w -> steps.add(new PaintObject(state.subject(node), w.finish(), w.light())));
                dress.decal().ifPresent(steps::add);
            }
        }
        if (!steps.isEmpty()) {
            scene.shine().reflection().ifPresent(r -> steps.add(reflect(r, scene, state, photograph)));
        }
        Set<SceneNode> counted = new LinkedHashSet<>();
        if (isMasked(request)) {
            state.selected().ifPresent(n -> counted.addAll(n.objects()));
        } else {
            counted.addAll(state.stage().visible());
        }
        Shader shader = Shader.of(scene.shading());
        state.stage().visible().forEach(n -> overlap(n, counted.contains(n), state, shader, steps));
        return steps;
    }

    private static Reflect reflect(Shine.Reflection reflection, Scene scene, SceneState state, Picture photograph) {
        List<Coat> coats = new ArrayList<>();
        for (SceneNode node : root(scene).objects()) {
            if (!Stage.isOverlap(node)) {
                Dress dress = state.dress(node);
                Optional<Coat.Worn> worn = dress.worn(node.object().layout())
                        .map(w -> new Coat.Worn(w.finish(), w.light().sheen()));
                coats.add(new Coat(state.subject(node), worn, dress.decal()));
            }
        }
        double gloss = LightChoice.among(scene.illumination(), -1, -1).gloss();
        return new Reflect(reflection, photograph, new Sheen(0, gloss, Sheen.USUAL_ROUGHNESS), coats);
    }

    /** Without a material an overlap object shows its image, else its original color, else nothing. */
    private static void overlap(SceneNode node, boolean counts, SceneState state, Shader shader, List<Step> steps) {
        Subject subject = state.subject(node);
        Overlap overlap = node.object().overlap().orElseThrow();
        Dress dress = state.dress(node);
        overlap.under().forEach(u -> steps.add(new DrawUnder(subject, u, counts)));
        if (dress.covering().isPresent()) {
            steps.add(dress.covering().get().counting(counts));
            return;
        }
        Optional<Dress.Worn> dressed = dress.worn(node.object().layout());
        if (dressed.isPresent()) {
            Dress.Worn worn = dressed.get();
            steps.add(new PaintOverlap(subject, worn.finish(), worn.light(), counts));
        } else if (overlap.image().isPresent()) {
            steps.add(new DrawImage(subject, overlap.image().get(), counts));
        } else if (node.object().original().isPresent()) {
            Original original = node.object().original().get();
            Finish plain = new Finish.Solid(original.baseColor(), 1);
            Lighting lighting = Lighting.plain(LightChoice.of(subject.firstLight()), shader, subject.originalSheen());
            steps.add(new PaintOverlap(subject, plain, lighting, counts));
        }
        dress.decal().filter(d -> counts).ifPresent(steps::add);
    }
}
