package dev.vitrine.render.step;

import com.google.common.collect.Iterators;
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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

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
        boolean untouched = plan.steps().isEmpty() && plan.alpha() instanceof AlphaRule.Opaque;
        PixelBuffer picture = untouched ? rasters.view() : drawn(plan, scene, rasters, deadline);
        Optional<Pieces> changed =
                Optional.of(picture.difference(rasters.view())).filter(picture::isOpaque);
        if (changed.isEmpty()) {
            clearTransparent(picture);
        }
        deadline.check();
        Development development = plan.development();
        return development.of(picture, changed, () -> rasters.developed(development, deadline), deadline);
    }

    private PixelBuffer drawn(RenderPlan plan, Scene scene, SceneRasters rasters, Deadline deadline) {
        Studio studio = new Studio(scene, rasters, pictures, styles, deadline, crew);
        Iterator<List<Step>> groups = Lists.partition(plan.steps(), crew.most()).iterator();
        List<Step> group = Iterators.getNext(groups, List.of());
        studio.readAhead(group); // the view too
        PixelBuffer picture = rasters.view().copy();
        if (plan.alpha() instanceof AlphaRule.Covered covered) {
            uncover(picture, covered, studio);
        }
        Canvas canvas = new Canvas(picture);
        while (!group.isEmpty()) {
            group.forEach(step -> step.draw(canvas, studio));
            studio.release();
            group = Iterators.getNext(groups, List.of());
            studio.readAhead(group);
        }
        return picture;
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
