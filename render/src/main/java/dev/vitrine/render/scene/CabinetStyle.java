package dev.vitrine.render.scene;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.core.value.Color;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Cabinet fronts in pictures that can be resized.
 *
 * @param baseColor what recoloring subtracts
 * @param texture the material that comes with the style
 * @param components by name
 */
public record CabinetStyle(String title, Color baseColor, Optional<Grain> texture, Map<String, Component> components)
        implements Style {
    private static final String LEFT = "lh";
    private static final String RIGHT = "rh";

    public CabinetStyle {
        components = ImmutableMap.copyOf(components);
    }

    /**
     * A repeatable texture inside the package.
     *
     * @param resolution pixels per scene unit
     */
    public record Grain(String file, double resolution) {}

    /**
     * One picture and how it is resized.
     *
     * @param resolution pixels per scene unit
     * @param across its segments from left to right; none for one that is scaled
     * @param down from top to bottom
     * @param texturable whether a texture may take its place, within {@code textureArea} or else all over
     * @param textureArea a gray picture of the same shape: white where a texture may go
     */
    public record Component(
            String image,
            double resolution,
            List<Segment> across,
            List<Segment> down,
            boolean texturable,
            Optional<String> textureArea) {
        public Component {
            across = List.copyOf(across);
            down = List.copyOf(down);
        }
    }

    /**
     * A strip of a picture.
     *
     * @param pixels of the picture
     * @param fixed keeps its physical size; others share what is left
     */
    public record Segment(double pixels, boolean fixed) {}

    /** A component as a panel shows it. */
    public record Choice(String name, Component component, boolean mirrored) {}

    /**
     * What is drawn for a panel of this type. Where the style has no such component the other hand's is mirrored; then a wall
     * door stands in for a glass one, a base door for a full one and a horizontal blank for a drawer.
     *
     * @param glass whether glass doors are wanted; otherwise they are wall doors
     */
    public Optional<Choice> choose(String type, boolean glass) {
        String wanted = glass ? type : withoutGlass(type);
        return find(wanted).or(() -> find(fallback(wanted)));
    }

    private Optional<Choice> find(String name) {
        return own(name, false, n -> true).or(() -> own(otherHand(name), true, n -> !n.equals(name)));
    }

    private Optional<Choice> own(String name, boolean mirrored, Predicate<String> condition) {
        return Optional.ofNullable(components.get(name))
                .filter(c -> condition.test(name))
                .map(c -> new Choice(name, c, mirrored));
    }

    private static String withoutGlass(String type) {
        return type.endsWith("Glass") ? type.substring(0, type.length() - 5) + "Wall" : type;
    }

    private static String fallback(String name) {
        return switch (name) {
            case "lhGlass", "rhGlass" -> withoutGlass(name);
            case "lhFull", "rhFull" -> name.substring(0, 2) + "Base";
            case "drawer" -> "hBlank";
            default -> name;
        };
    }

    private static String otherHand(String name) {
        if (name.startsWith(LEFT)) {
            return RIGHT + name.substring(LEFT.length());
        }
        return name.startsWith(RIGHT) ? LEFT + name.substring(RIGHT.length()) : name;
    }

    @Override
    public Set<String> files() {
        Set<String> out = new HashSet<>();
        texture.ifPresent(grain -> out.add(grain.file()));
        for (Component component : components.values()) {
            out.add(component.image());
            component.textureArea().ifPresent(out::add);
        }
        return out;
    }
}
