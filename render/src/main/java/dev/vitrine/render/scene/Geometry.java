package dev.vitrine.render.scene;

import dev.vitrine.core.value.RealPair;
import java.util.List;
import java.util.Optional;

/** How an object's surface lies in the view. View points are in pixels of the full-size view, surface points in scene units. */
public sealed interface Geometry {
    /** No surface coordinates: solid colors only. */
    record None() implements Geometry {}

    /**
     * A UV map.
     *
     * @param map u in the first channel, v in the second, validity in the third where there is one
     * @param range what the samples 0 and 1 stand for; absent for float rasters, which hold scene units
     * @param edge the second sheet of pixels that two are seen in
     */
    record Uv(Layer map, Optional<Range> range, Optional<Layer> islands, Optional<Edge> edge) implements Geometry {
        /** One without folds, or whose folds are cut hard. */
        public Uv(Layer map, Optional<Range> range, Optional<Layer> islands) {
            this(map, range, islands, Optional.empty());
        }

        /** The second sheets as a map of their own. */
        Uv second() {
            return new Uv(edge.orElseThrow().map(), range, Optional.empty());
        }
    }

    /**
     * What is seen along folds beside the map's own surface.
     *
     * @param map as the map itself, valid on the folds only
     * @param weight the second sheet's share of a pixel
     */
    record Edge(Layer map, Layer weight) {}

    /** Surface coordinates at full black and full white of an integer UV map; either may run backwards. */
    record Range(double uFrom, double uTo, double vFrom, double vTo) {}

    /**
     * A flat rectangle seen in perspective.
     *
     * @param corners view points of the rectangle's top left, top right, bottom right and bottom left
     * @param direction where textures run, degrees clockwise from the rectangle's top edge
     */
    record Quad(List<RealPair> corners, double width, double height, double direction) implements Geometry {}

    /** A 3 × 3 matrix, row by row, from view pixels (homogeneous) to scene units. */
    record Matrix(List<Double> rows) implements Geometry {}

    /** A control mesh; baked to a UV map when it is first needed. */
    record Mesh(ControlMesh mesh) implements Geometry {}
}
