package dev.vitrine.render.plan;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.core.request.Part;
import dev.vitrine.render.scene.Layout;
import dev.vitrine.render.shade.Lighting;
import dev.vitrine.render.step.DrawCovering;
import dev.vitrine.render.step.DrawDecal;
import dev.vitrine.render.step.Finish;
import dev.vitrine.render.step.WallFinish;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an object wears at this point of a request.
 *
 * @param material all over it
 * @param parts what the parts of a wall wear instead, or over it
 * @param covering what hangs in a window frame
 */
record Dress(
        Optional<Worn> material, Map<Part, Worn> parts, Optional<DrawDecal> decal, Optional<DrawCovering> covering) {
    static final Dress NONE = new Dress(Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

    Dress {
        parts = ImmutableMap.copyOf(parts);
    }

    /** A finish and how it is lit. */
    record Worn(Finish finish, Lighting light) {}

    /** A new material all over takes the place of both halves of a wall; borders stay. */
    Dress with(Worn worn) {
        Map<Part, Worn> rest = new EnumMap<>(Part.class);
        rest.putAll(parts);
        rest.remove(Part.UPPER_WALL);
        rest.remove(Part.LOWER_WALL);
        return new Dress(Optional.of(worn), rest, decal, covering);
    }

    Dress with(Part part, Worn worn) {
        Map<Part, Worn> more = new EnumMap<>(Part.class);
        more.putAll(parts);
        more.put(part, worn);
        return new Dress(material, more, decal, covering);
    }

    Dress with(DrawDecal drawn) {
        return new Dress(material, parts, Optional.of(drawn), covering);
    }

    Dress with(DrawCovering hung) {
        return new Dress(material, parts, decal, Optional.of(hung));
    }

    /** Everything but the decal, as one finish for an object of this layout. */
    Optional<Worn> worn(Layout layout) {
        if (parts.isEmpty() || !(layout instanceof Layout.Wall wall)) {
            return material;
        }
        List<WallFinish.Fill> fills = fills(wall);
        List<WallFinish.Border> borders = borders(wall);
        if (borders.isEmpty() && fills.size() == 1) {
            WallFinish.Fill only = fills.get(0);
            return Optional.of(new Worn(only.finish(), only.light()));
        }
        WallFinish finish = new WallFinish(fills, borders);
        return Optional.of(new Worn(finish, finish.light()));
    }

    /** Each half has its own material, else that of the whole wall, else that of the other half. */
    private List<WallFinish.Fill> fills(Layout.Wall wall) {
        Optional<Worn> upper = find(Part.UPPER_WALL).or(() -> material).or(() -> find(Part.LOWER_WALL));
        Optional<Worn> lower = find(Part.LOWER_WALL).or(() -> material).or(() -> find(Part.UPPER_WALL));
        if (upper.isEmpty() || lower.isEmpty()) {
            return List.of();
        }
        if (upper.equals(lower) || wall.split().isEmpty()) {
            return List.of(fill("whole", upper.get(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        }
        double split = wall.split().getAsDouble();
        return List.of(
                fill("upper", upper.get(), Double.NEGATIVE_INFINITY, split),
                fill("lower", lower.get(), split, Double.POSITIVE_INFINITY));
    }

    private static WallFinish.Fill fill(String name, Worn worn, double from, double to) {
        return new WallFinish.Fill(name, worn.finish(), worn.light(), from, to);
    }

    private List<WallFinish.Border> borders(Layout.Wall wall) {
        List<WallFinish.Border> out = new ArrayList<>();
        for (Layout.Border border : Layout.Border.values()) {
            Optional<Worn> worn = find(partOf(border));
            if (worn.isPresent() && wall.lines().containsKey(border)) {
                Finish.Tiles tiles = (Finish.Tiles) worn.get().finish();
                out.add(new WallFinish.Border(
                        border, wall.lines().get(border), tiles, worn.get().light()));
            }
        }
        return out;
    }

    static Part partOf(Layout.Border border) {
        return switch (border) {
            case TOP -> Part.TOP_BORDER;
            case MIDDLE -> Part.MIDDLE_BORDER;
            case BOTTOM -> Part.BOTTOM_BORDER;
        };
    }

    private Optional<Worn> find(Part part) {
        return Optional.ofNullable(parts.get(part));
    }
}
