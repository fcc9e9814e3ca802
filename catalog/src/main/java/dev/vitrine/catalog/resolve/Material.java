package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.MaterialRecord;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.MaterialSource;
import dev.vitrine.core.request.Part;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.DecalSize;
import dev.vitrine.core.value.RealPair;
import java.util.Optional;
import java.util.OptionalDouble;

/** What an object will wear: every default is filled in. Lengths are in scene units (inches), angles in degrees clockwise. */
public sealed interface Material {
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

    /**
     * A material saved in the vignette's package ({@code srcE=}, {@code srcN=}): which of its defaults hold is known when the
     * package is open.
     *
     * @param source a name or an index
     * @param part a decal, or else a texture
     * @param commands what the segment says of it
     * @param defaults what holds where neither the segment nor the package says anything
     * @param baseColorCounts whether {@code bgc=} does
     */
    record Embedded(
            MaterialSource source,
            Part part,
            CommandValues commands,
            CatalogDefaults defaults,
            Optional<ImageSource> glossMap,
            boolean baseColorCounts)
            implements Material {
        /** The material itself. */
        public Material made(MaterialRecord record, ImageSource image) {
            MaterialDefaults filled =
                    new MaterialDefaults(commands, Optional.of(record), defaults, glossMap, baseColorCounts);
            return part == Part.DECAL ? filled.decal(image) : filled.texture(image);
        }
    }
}
