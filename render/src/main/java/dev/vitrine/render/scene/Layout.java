package dev.vitrine.render.scene;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.render.scene.DecalArea.LightVector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** How an object's surface is divided, for the types that divide it. All places are surface coordinates, in scene units. */
public sealed interface Layout {
    /** One piece. */
    record Whole() implements Layout {}

    /** The three borders of a wall, from the top down. */
    enum Border {
        TOP(false),
        MIDDLE(false),
        BOTTOM(true);

        private final boolean up;

        Border(boolean up) {
            this.up = up;
        }

        /** Whether it grows up from its line unless the author says otherwise. */
        boolean growsUp() {
            return up;
        }
    }

    /**
     * Where a border lies.
     *
     * @param v the row that one of its edges lies on
     * @param up the border lies above its line, rather than below it
     */
    record Line(double v, boolean up) {}

    /**
     * A wall in two parts with up to three borders.
     *
     * @param lines those borders that the wall has
     * @param split the row that parts the upper from the lower wall; absent for a wall in one piece
     */
    record Wall(Map<Border, Line> lines, OptionalDouble split) implements Layout {
        public Wall {
            lines = ImmutableMap.copyOf(lines);
        }
    }

    /** A rectangle of the surface; {@code left < right} and {@code top < bottom}. */
    record Area(double left, double top, double right, double bottom) {
        public double width() {
            return right - left;
        }

        public double height() {
            return bottom - top;
        }
    }

    /**
     * A place for one component of a cabinet style.
     *
     * @param type the component's name; those of cabinets are {@link #CABINET_PANELS}
     */
    record Panel(String type, Area area) {}

    /** Names of the components that cabinet styles have. */
    Set<String> CABINET_PANELS = ImmutableSet.of(
            "vBlank", "hBlank", "drawer", "lhBase", "rhBase", "lhWall", "rhWall", "lhFull", "rhFull", "lhGlass",
            "rhGlass");

    /** The front of a cabinet, an appliance or a door; a later panel lies over an earlier one. */
    record Panels(List<Panel> panels) implements Layout {
        public Panels {
            panels = List.copyOf(panels);
        }
    }

    /**
     * Where a window covering hangs.
     *
     * @param kind which coverings fit; absent for any
     * @param anchor where its shadow starts; informative
     * @param light what casts the shadow; absent for none
     */
    record Frame(Optional<CoveringKind> kind, Area area, Optional<RealPair> anchor, Optional<LightVector> light)
            implements Layout {}
}
