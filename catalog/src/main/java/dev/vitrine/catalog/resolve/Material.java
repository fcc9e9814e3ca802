package dev.vitrine.catalog.resolve;

import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.DecalSize;
import dev.vitrine.core.value.RealPair;
import java.util.Optional;
import java.util.OptionalDouble;

/** What an object will wear: every default is filled in. Lengths are in scene units (inches), angles in degrees clockwise. */
public sealed interface Material {
    Look look();

    /** Paint. */
    record Solid(Color color, Look look) implements Material {}

    /**
     * A repeatable texture.
     *
     * @param resolution texture pixels per scene unit
     * @param repeat the protocol's repeat code, 0 to 19
     * @param align which origin of the object the anchor is put on, 0 to 6
     * @param paint what an object that takes no texture is painted with
     */
    record Texture(
            ImageSource image,
            double resolution,
            int repeat,
            Anchor anchor,
            int align,
            double rotation,
            Optional<Colorize> colorize,
            Optional<Grouting> grout,
            Color paint,
            Look look)
            implements Material {}

    /**
     * A style file: how cabinet fronts or a window covering look, whatever their material.
     *
     * @param file a cabinet or window covering style package
     * @param texture the material; absent for the style's own, or plain color
     * @param color what recolors it, or paints it
     * @param resolution asked for by the request, for a texture that the style itself holds
     * @param glassDoors whether panels made for glass get it
     */
    record Style(
            SourceFile file,
            Optional<Texture> texture,
            Optional<Color> color,
            OptionalDouble resolution,
            boolean glassDoors,
            Look look)
            implements Material {}

    /**
     * A single picture on the object, over what the object wears otherwise.
     *
     * @param size in scene units; both sides 0 means that {@code resolution} decides
     * @param resolution image pixels per scene unit
     * @param position offset of the anchor from the object's decal point
     */
    record Decal(
            ImageSource image,
            DecalSize size,
            double resolution,
            Anchor anchor,
            RealPair position,
            double rotation,
            Optional<Colorize> colorize,
            Look look)
            implements Material {}
}
