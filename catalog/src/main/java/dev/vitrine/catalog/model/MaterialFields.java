package dev.vitrine.catalog.model;

import static dev.vitrine.catalog.field.FieldTypes.COLOR;
import static dev.vitrine.catalog.field.FieldTypes.DATE_TIME;
import static dev.vitrine.catalog.field.FieldTypes.choice;
import static dev.vitrine.catalog.field.FieldTypes.percent;
import static dev.vitrine.catalog.field.FieldTypes.positive;

import dev.vitrine.catalog.field.BadField;
import dev.vitrine.catalog.field.FieldType;
import dev.vitrine.catalog.field.FieldTypes;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.DecalSize;
import java.util.List;
import java.util.Optional;

/** Makes a {@link MaterialRecord} of named texts, wherever they stand: a row of a data file, a vignette's manifest. */
public final class MaterialFields {
    public static final List<String> NAMES = List.of(
            "Id",
            "TimeStamp",
            "Expiration",
            "Path",
            "AuxPath",
            "Resolution",
            "Anchor",
            "Color",
            "BaseColor",
            "Illum",
            "Gloss",
            "Roughness",
            "Type",
            "Sharp",
            "Repeat",
            "Alignment",
            "Size",
            "GroutWidth",
            "RenderSettings");

    private MaterialFields() {}

    /** Texts by name; whoever holds them also tells of those that are no value of their type. */
    public interface Fields {
        /** The field's value; absent where there is none of the type. */
        <T> Optional<T> find(String name, FieldType<T> type);

        /** The field's text, if it is not empty. */
        default Optional<String> text(String name) {
            return find(name, FieldTypes.TEXT);
        }
    }

    public static MaterialRecord read(String id, Fields fields) {
        return new MaterialRecord(
                id,
                fields.text("Path"),
                fields.text("AuxPath"),
                fields.find("Resolution", positive()),
                fields.find("Anchor", MaterialFields::anchor),
                fields.find("Color", COLOR),
                fields.find("BaseColor", COLOR),
                fields.find("Illum", choice(-1, 2)),
                fields.find("Gloss", percent()),
                fields.find("Roughness", percent()),
                fields.find("Type", choice(0, 19)),
                fields.find("Sharp", choice(0, 3)),
                fields.find("Repeat", choice(0, 19)),
                fields.find("Alignment", choice(0, 6)),
                fields.find("Size", MaterialFields::decalSize),
                fields.find("GroutWidth", positive()),
                fields.find("RenderSettings", FieldTypes.TEXT),
                fields.find("Expiration", Expiration::read),
                fields.find("TimeStamp", DATE_TIME));
    }

    private static Optional<Anchor> anchor(String text) throws BadField {
        List<Integer> point = FieldTypes.integers(text, 2, 2);
        return Optional.of(new Anchor.Pixels(point.get(0), point.get(1)));
    }

    /** {@code width[,height[,thickness]]}, none negative. */
    private static Optional<DecalSize> decalSize(String text) throws BadField {
        List<Double> parts = FieldTypes.reals(text, 1, 3);
        if (parts.stream().anyMatch(part -> part < 0)) {
            throw BadField.mistake("width,height,thickness, none of them negative");
        }
        return Optional.of(
                new DecalSize(parts.get(0), parts.size() > 1 ? parts.get(1) : 0, parts.size() > 2 ? parts.get(2) : 0));
    }
}
