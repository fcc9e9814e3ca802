package dev.vitrine.render.scene;

import static com.google.common.base.Preconditions.checkArgument;

import dev.vitrine.core.value.RealPair;
import java.util.List;
import java.util.Optional;

/**
 * A grid of nodes that ties view points to surface points; between the nodes run cubic curves, across each cell a bilinearly
 * blended Coons patch.
 *
 * @param nodes {@code rows × columns} of them, row by row
 * @param tension 0 loose (Catmull-Rom) to 1 straight, for curves whose node gives no handle
 */
public record ControlMesh(int rows, int columns, double tension, List<Node> nodes) {
    public ControlMesh {
        nodes = List.copyOf(nodes);
        checkArgument(rows > 1 && columns > 1 && nodes.size() == rows * columns, "mesh of %s x %s", rows, columns);
    }

    /**
     * One node.
     *
     * @param point in the view, pixels
     * @param texture on the surface, scene units
     * @param z greater is nearer: where cells overlap in the view, the nearer one is seen
     * @param sharp no handles: the curves meet at an angle
     * @param right offset of the control point towards the right neighbour, pixels; likewise the others
     */
    public record Node(
            RealPair point,
            RealPair texture,
            double z,
            boolean sharp,
            Optional<RealPair> right,
            Optional<RealPair> left,
            Optional<RealPair> down,
            Optional<RealPair> up) {}
}
