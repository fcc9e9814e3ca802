package dev.vitrine.render.step;

import com.google.common.base.Suppliers;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.limit.Crew;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.Pieces;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.resample.Developed;
import dev.vitrine.render.resample.Development;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneRasters;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries out plans. Safe for many threads. */
public final class Renderer {
    private final Pictures pictures;
    private final Styles styles;
    private final Crew crew;

    public Renderer(Pictures pictures, Styles styles, Crew crew) {
        this.pictures = pictures;
        this.styles = styles;
        this.crew = crew;
    }

    /** The picture that a plan describes, as {@link #develop} makes it; perhaps a shared one, so not to be written to. */
    public PixelBuffer render(RenderPlan plan, Scene scene, SceneRasters rasters, Deadline deadline) {
        return develop(plan, scene, rasters, deadline).pixels();
    }

    /**
     * The picture that a plan describes, and where it differs from the photograph.
     *
     * @param rasters of the plan's level of the scene
     */
    public Developed develop(RenderPlan plan, Scene scene, SceneRasters rasters, Deadline deadline) {
        deadline.check();
        Development development = plan.development();
        Supplier<Optional<PixelBuffer>> developed = Suppliers.memoize(() -> rasters.developed(development, deadline));
        if (plan.steps().isEmpty() && plan.alpha() instanceof AlphaRule.Opaque) {
            return compared(rasters.view(), rasters, development, developed, deadline);
        }
        Studio studio = new Studio(scene, rasters, pictures, styles, deadline, crew);
        List<List<Step>> groups = Lists.partition(plan.steps(), crew.most());
        studio.readAhead(Iterables.getFirst(groups, List.of())); // the view too
        if (plan.alpha() instanceof AlphaRule.Opaque && groups.size() == 1) {
            Optional<Developed> part = part(plan.steps(), studio, development, developed);
            if (part.isPresent()) {
                return part.get();
            }
        }
        PixelBuffer picture = studio.view().copy();
        if (plan.alpha() instanceof AlphaRule.Covered covered) {
            uncover(picture, covered, studio);
        }
        draw(groups, picture, studio);
        return compared(picture, rasters, development, developed, deadline);
    }

    private static void draw(List<List<Step>> groups, PixelBuffer picture, Studio studio) {
        Canvas canvas = new Canvas(picture);
        for (int i = 0; i < groups.size(); i++) {
            if (i > 0) {
                studio.release();
                studio.readAhead(groups.get(i));
            }
            groups.get(i).forEach(step -> step.draw(canvas, studio));
        }
        studio.release();
    }

    /** The same where all steps tell what they touch and the rest is kept: the rest need not be copied, looked at or developed. */
    private static Optional<Developed> part(
            List<Step> steps, Studio studio, Development development, Supplier<Optional<PixelBuffer>> developed) {
        PixelBuffer view = studio.view();
        Optional<Pieces> touched = view.isOpaque() ? touched(steps, studio) : Optional.empty();
        Optional<Pieces> needed = touched.flatMap(development::needed);
        Optional<PixelBuffer> rest =
                needed.flatMap(n -> development.isNone(view.size()) ? Optional.of(view) : developed.get());
        return rest.map(around -> {
            PixelBuffer canvas = PixelBuffer.blank(view.width(), view.height());
            canvas.paste(needed.orElseThrow(), view);
            draw(List.of(steps), canvas, studio);
            studio.deadline().check();
            return development.part(canvas, touched.orElseThrow(), around, studio.deadline());
        });
    }

    private static Optional<Pieces> touched(List<Step> steps, Studio studio) {
        Optional<Pieces> all = steps.get(0).touched(studio);
        for (Step step : steps.subList(1, steps.size())) {
            all = all.flatMap(pieces -> step.touched(studio).map(pieces::and));
        }
        return all;
    }

    /** What becomes of a whole canvas; that it is the photograph in a part is found out. */
    private static Developed compared(
            PixelBuffer picture,
            SceneRasters rasters,
            Development development,
            Supplier<Optional<PixelBuffer>> developed,
            Deadline deadline) {
        Optional<Pieces> changed =
                Optional.of(picture.difference(rasters.view())).filter(pieces -> picture.isOpaque());
        if (changed.isEmpty()) {
            clearTransparent(picture);
        }
        deadline.check();
        return development.of(picture, changed, developed, deadline);
    }

    /** Gives the photograph the summed coverage of the objects as its alpha. */
    private static void uncover(PixelBuffer picture, AlphaRule.Covered covered, Studio studio) {
        int[] argb = picture.argb();
        for (int i = 0; i < argb.length; i++) {
            argb[i] &= 0xffffff;
        }
        for (Subject subject : covered.objects()) {
            studio.deadline().check();
            Mask mask = studio.coverage(subject);
            Region seen = mask.region().intersect(studio.frame());
            for (int y = seen.y(); y < seen.bottom(); y++) {
                for (int x = seen.x(); x < seen.right(); x++) {
                    int at = y * picture.width() + x;
                    int alpha = Math.min(255, (argb[at] >>> 24) + mask.at(x, y));
                    argb[at] = (argb[at] & 0xffffff) | alpha << 24;
                }
            }
        }
    }

    /** What nobody sees is black, so that it packs well and says nothing. */
    private static void clearTransparent(PixelBuffer picture) {
        int[] argb = picture.argb();
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] >>> 24 == 0) {
                argb[i] = 0;
            }
        }
    }
}
