package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.MaterialRecord;
import dev.vitrine.core.request.Command;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.DecalSize;
import dev.vitrine.core.value.RealPair;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Fills in the attributes of one material: a command of the segment wins over the field of the record, the field over the
 * attribute of the record's catalog, and that over what the protocol gives as the default.
 */
final class MaterialDefaults {
    private static final Color NEUTRAL = Color.gray(0x80);
    private static final int GLASS_DOORS = 1;

    private final CommandValues commands;
    private final Optional<MaterialRecord> record;
    private final CatalogDefaults owner;
    private final Optional<ImageSource> glossMap;
    private final boolean baseColorCounts;

    /**
     * Defaults of one segment.
     *
     * @param owner of the record's catalog, or of the one that an image file belongs to
     * @param baseColorCounts whether {@code bgc=} does; in a nested request it does not
     */
    MaterialDefaults(
            CommandValues commands,
            Optional<MaterialRecord> record,
            CatalogDefaults owner,
            Optional<ImageSource> glossMap,
            boolean baseColorCounts) {
        this.commands = commands;
        this.record = record;
        this.owner = owner;
        this.glossMap = glossMap;
        this.baseColorCounts = baseColorCounts;
    }

    /** The color that paints, or that recolors an image. */
    Optional<Color> color() {
        return find(RenderCommands.COLOR, MaterialRecord::color);
    }

    Material solid(Color color) {
        return new Material.Solid(color, look(0, Optional.empty()));
    }

    Material.Texture texture(ImageSource image) {
        return new Material.Texture(
                image,
                resolution(),
                repeat(),
                anchor().orElse(Anchor.topLeft()),
                alignment(),
                rotation(),
                colorize(),
                grout(),
                color().or(this::baseColor).orElse(NEUTRAL),
                look(sharpening(), glossMap));
    }

    Material decal(ImageSource image) {
        return new Material.Decal(
                image,
                find(RenderCommands.SIZE, MaterialRecord::size).orElse(DecalSize.FROM_RESOLUTION),
                resolution(),
                anchor().orElse(Anchor.center()),
                commands.find(RenderCommands.POS).orElse(new RealPair(0, 0)),
                rotation(),
                colorize(),
                look(sharpening(), glossMap));
    }

    /** A style file, with the image behind it or beside it. */
    Material style(SourceFile file, Optional<ImageSource> image) {
        return new Material.Style(
                file,
                image.map(this::texture),
                color(),
                askedResolution().map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                (commands.find(RenderCommands.FLAGS).orElse(0) & GLASS_DOORS) != 0,
                look(sharpening(), Optional.empty()));
    }

    private Optional<Double> askedResolution() {
        return commands.find(RenderCommands.RES).filter(resolution -> resolution > 0);
    }

    private double resolution() {
        return askedResolution()
                .or(() -> record.flatMap(MaterialRecord::resolution))
                .orElse(owner.resolution());
    }

    private Optional<Anchor> anchor() {
        return RenderCommands.anchor(commands).or(() -> record.flatMap(MaterialRecord::anchor));
    }

    private int repeat() {
        return find(RenderCommands.REPEAT, MaterialRecord::repeat).orElse(0);
    }

    private int alignment() {
        return find(RenderCommands.ALIGN, MaterialRecord::alignment).orElse(0);
    }

    private Optional<Grouting> grout() {
        double authored = record.flatMap(MaterialRecord::groutWidth).orElse(0.0);
        return commands.find(RenderCommands.GROUT)
                .map(grout -> new Grouting(grout.color(), grout.width().orElse(authored), authored));
    }

    private double rotation() {
        return commands.find(RenderCommands.ROTATE).orElse(0.0);
    }

    private Optional<Colorize> colorize() {
        return color().map(color -> new Colorize(baseColor().orElse(NEUTRAL), color));
    }

    private Optional<Color> baseColor() {
        return commands.find(RenderCommands.BGC)
                .filter(color -> baseColorCounts)
                .or(() -> record.flatMap(MaterialRecord::baseColor));
    }

    private int sharpening() {
        return find(RenderCommands.SHARP, MaterialRecord::sharpening).orElse(owner.sharpening());
    }

    private Look look(int sharpening, Optional<ImageSource> map) {
        return new Look(
                find(RenderCommands.ILLUM, MaterialRecord::illumination).orElse(-1),
                find(RenderCommands.GLOSS, MaterialRecord::gloss).orElse(-1.0),
                find(RenderCommands.ROUGH, MaterialRecord::roughness).orElse(-1.0),
                find(RenderCommands.TYPE, MaterialRecord::type).orElse(0),
                commands.find(RenderCommands.OPAC).orElse(100.0),
                sharpening,
                renderSettings(),
                map);
    }

    private List<String> renderSettings() {
        return Stream.of(
                        commands.find(RenderCommands.RS),
                        record.flatMap(MaterialRecord::renderSettings),
                        owner.renderSettings())
                .flatMap(Optional::stream)
                .toList();
    }

    private <T> Optional<T> find(Command<T> command, Function<MaterialRecord, Optional<T>> field) {
        return commands.find(command).or(() -> record.flatMap(field));
    }
}
