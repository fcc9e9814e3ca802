package dev.vitrine.render.scene;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A window covering without its cloth.
 *
 * @param thickness scene units; what casts a shadow
 * @param gloss 0 to 100, of its illumination
 * @param variants by name: narrow and wide, or left and right
 */
public record WindowStyle(
        String title, Covering covering, double thickness, double gloss, Map<String, Variant> variants)
        implements Style {
    public static final String NARROW = "narrow";
    public static final String WIDE = "wide";
    public static final String LEFT = "left";
    public static final String RIGHT = "right";

    public WindowStyle {
        variants = ImmutableMap.copyOf(variants);
    }

    /** The protocol's eight coverings, in the order of their codes, and how each fills its frame. */
    public enum Covering {
        HORIZONTAL_BLINDS(CoveringKind.HORIZONTAL_BLINDS, false, true),
        VERTICAL_BLINDS(CoveringKind.VERTICAL_BLINDS, false, true),
        SHORT_CURTAINS(CoveringKind.SHORT_DRAPES, false, true),
        SHORT_DRAPES(CoveringKind.SHORT_DRAPES, true, true),
        LONG_CURTAINS(CoveringKind.LONG_DRAPES, false, true),
        LONG_DRAPES(CoveringKind.LONG_DRAPES, true, true),
        CAFE_CURTAIN(CoveringKind.CAFE_CURTAINS, false, true),
        VALANCE(CoveringKind.VALANCE, false, false);

        private final CoveringKind kind;
        private final boolean pair;
        private final boolean stretchesDown;

        Covering(CoveringKind kind, boolean pair, boolean stretchesDown) {
            this.kind = kind;
            this.pair = pair;
            this.stretchesDown = stretchesDown;
        }

        /** The frames that it fits. */
        public CoveringKind kind() {
            return kind;
        }

        /**
         * Whether it is a left and a right part, each as wide as it is, at its edge of the frame; otherwise it is as wide as the
         * frame.
         */
        public boolean isPair() {
            return pair;
        }

        /** Whether it is as high as the frame; otherwise it hangs from the top, as long as it is. */
        public boolean stretchesDown() {
            return stretchesDown;
        }
    }

    /**
     * One rendition.
     *
     * @param size of its own view
     * @param resolution pixels per scene unit
     * @param frame pixels of the view that meet the frame; what lies outside hangs over
     * @param opacity how much can be seen of it; absent for all
     * @param pieces from the back to the front
     * @param mirrored seen in a mirror, but for the run of its texture
     */
    public record Variant(
            Size size,
            double resolution,
            Layout.Area frame,
            Optional<Layer> opacity,
            List<Piece> pieces,
            boolean mirrored) {
        public Variant {
            pieces = List.copyOf(pieces);
        }

        /** The frame as the mirror shows it. */
        Variant mirror() {
            Layout.Area turned = new Layout.Area(
                    size.width() - frame.right(), frame.top(), size.width() - frame.left(), frame.bottom());
            return new Variant(size, resolution, turned, opacity, pieces, !mirrored);
        }
    }

    /** A piece of cloth, a slat or the like; its surface may run backwards. */
    public record Piece(
            String name, Layer mask, Layer illumination, Geometry geometry, Map<Integer, RealPair> origins) {
        public Piece {
            origins = ImmutableMap.copyOf(origins);
        }
    }

    /** The scene that a variant is; its pieces are overlap objects, and its view is not there. */
    public Scene scene(String name) {
        Variant variant = variants.get(name);
        List<Node> objects = new ArrayList<>();
        for (Piece piece : variant.pieces()) {
            objects.add(object(piece, objects.size(), variant.mirrored()));
        }
        return new Scene(
                title,
                1,
                "in",
                new View(name, new Layer("", 0, 0, -1, 0), variant.size(), 72, Optional.empty()),
                false,
                variant.pieces().stream().limit(1).map(this::light).toList(),
                Shading.STANDARD,
                Shine.NONE,
                List.of(),
                new Group("", 0, Map.of(), List.of(), objects),
                List.of(new Scene.Level(variant.size().width(), variant.size().height(), Map.of())));
    }

    private SceneObject object(Piece piece, int z, boolean mirrored) {
        Optional<Geometry.Range> range = piece.geometry() instanceof Geometry.Uv uv && mirrored
                ? Optional.of(uv.range().orElse(new Geometry.Range(0, 1, 0, 1)))
                : Optional.empty();
        return new SceneObject(
                piece.name(),
                ObjectType.FLOWLINE,
                0,
                Map.of(),
                Optional.of(piece.mask()),
                range.isPresent() ? mirror((Geometry.Uv) piece.geometry(), range.get()) : piece.geometry(),
                range.isPresent() ? mirror(piece.origins(), range.get()) : piece.origins(),
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                Optional.of(new Overlap(z, Optional.of(true), Optional.empty(), List.of(), List.of(light(piece)))),
                new Layout.Whole());
    }

    private Illumination light(Piece piece) {
        return new Illumination(0, piece.illumination(), gloss);
    }

    /** In the mirror a surface runs from right to left; turned about once more, it runs to the right again. */
    private static Geometry mirror(Geometry.Uv uv, Geometry.Range range) {
        Geometry.Range turned =
                new Geometry.Range(/* uFrom= */ range.uTo(), /* uTo= */ range.uFrom(), range.vFrom(), range.vTo());
        return new Geometry.Uv(uv.map(), Optional.of(turned), uv.islands());
    }

    private static Map<Integer, RealPair> mirror(Map<Integer, RealPair> origins, Geometry.Range range) {
        ImmutableMap.Builder<Integer, RealPair> out = ImmutableMap.builder();
        origins.forEach(
                (number, point) -> out.put(number, new RealPair(range.uFrom() + range.uTo() - point.x(), point.y())));
        return out.buildOrThrow();
    }

    /** The variant whose frame is, in inches, the most like one of this width; by the ratio of the two. */
    public Optional<String> nearest(double width) {
        String best = null;
        for (String name : List.of(NARROW, WIDE)) {
            if (variants.containsKey(name) && (best == null || distance(name, width) < distance(best, width))) {
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    private double distance(String name, double width) {
        Variant variant = variants.get(name);
        return Math.abs(Math.log(variant.frame().width() / variant.resolution() / width));
    }

    @Override
    public Set<String> files() {
        Set<String> out = new HashSet<>();
        for (Variant variant : variants.values()) {
            variant.opacity().ifPresent(layer -> out.add(layer.file()));
            for (Piece piece : variant.pieces()) {
                out.add(piece.mask().file());
                out.add(piece.illumination().file());
                if (piece.geometry() instanceof Geometry.Uv uv) {
                    out.add(uv.map().file());
                    uv.islands().ifPresent(layer -> out.add(layer.file()));
                    uv.edge().ifPresent(edge -> {
                        out.add(edge.map().file());
                        out.add(edge.weight().file());
                    });
                }
            }
        }
        return out;
    }
}
