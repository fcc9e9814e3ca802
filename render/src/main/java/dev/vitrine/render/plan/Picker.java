package dev.vitrine.render.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.Lists;
import dev.vitrine.core.request.Selection;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.scene.Overlap;
import dev.vitrine.render.scene.SceneObject;
import dev.vitrine.render.scene.SceneRasters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds what lies at a pixel of the full-size view ({@code sel=}). The topmost visible overlap object there wins, else the
 * standard object that covers most of the pixel; a quarter is enough, so that things seen through sheer ones can be had and
 * fringes can not. Static objects and the background cannot be selected.
 *
 * <p>This is the one place where planning looks at pixels: masks, at full size, and only where a request picks.
 */
final class Picker {
    private static final int ENOUGH = 64;

    private final SceneIndex index;
    private final Supplier<SceneRasters> fullSize;

    Picker(SceneIndex index, Supplier<SceneRasters> fullSize) {
        this.index = index;
        this.fullSize = fullSize;
    }

    Optional<SceneNode> find(Selection.ByPixel pick, Stage stage) {
        SceneRasters rasters = fullSize.get();
        Optional<SceneNode> overlap = Lists.reverse(stage.visible()).stream()
                .filter(n -> coverage(rasters, n.object(), pick.x(), pick.y()) >= ENOUGH)
                .findFirst();
        return overlap.or(() -> standard(rasters, pick)).map(n -> ancestor(n, pick.level()));
    }

    private Optional<SceneNode> standard(SceneRasters rasters, Selection.ByPixel pick) {
        List<SceneNode> covering = index.root().objects().stream()
                .filter(n -> !Stage.isOverlap(n))
                .filter(n -> coverage(rasters, n.object(), pick.x(), pick.y()) >= ENOUGH)
                .collect(toImmutableList());
        return covering.stream()
                .max(Comparator.comparingInt(n -> coverage(rasters, n.object(), pick.x(), pick.y())))
                .filter(n -> n.object().type().isRenderable());
    }

    /** Level 0 is the outermost group around an object, the largest level the object itself. */
    private SceneNode ancestor(SceneNode object, int level) {
        SceneNode at = index.root();
        for (int depth = 0; depth <= level && depth < object.path().size(); depth++) {
            List<String> wanted = object.path().subList(0, depth + 1);
            boolean last = depth == object.path().size() - 1;
            at = last ? object : child(at, wanted).orElse(object);
        }
        return at;
    }

    private static Optional<SceneNode> child(SceneNode parent, List<String> path) {
        return parent.children().stream().filter(c -> c.path().equals(path)).findFirst();
    }

    private static int coverage(SceneRasters rasters, SceneObject object, int x, int y) {
        if (object.mask().isPresent()) {
            return rasters.mask(object.mask().get()).at(x, y);
        }
        return object.overlap()
                .flatMap(Overlap::image)
                .map(rasters::sprite)
                .filter(s -> s.region().contains(x, y))
                .map(s -> alpha(s, x, y))
                .orElse(0);
    }

    private static int alpha(Sprite sprite, int x, int y) {
        return sprite.pixels().at(x - sprite.x(), y - sprite.y()) >>> 24;
    }
}
