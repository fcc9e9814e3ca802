package dev.vitrine.catalog.file;

import static dev.vitrine.catalog.field.FieldTypes.DATE_TIME;
import static dev.vitrine.catalog.field.FieldTypes.FLAG;
import static dev.vitrine.catalog.field.FieldTypes.positive;

import dev.vitrine.catalog.field.BadField;
import dev.vitrine.catalog.field.FieldTypes;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.FontRecord;
import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.model.MacroSet;
import dev.vitrine.catalog.model.MaterialFields;
import dev.vitrine.catalog.model.MaterialRecord;
import dev.vitrine.catalog.model.ProfileRecord;
import dev.vitrine.catalog.model.VignetteRecord;
import dev.vitrine.core.value.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of data file: what their columns are, and what a row of them is. */
final class RecordReaders {
    static final List<String> MATERIAL_COLUMNS = MaterialFields.NAMES;

    /** Those of Image Serving that the protocol defines, and those of materials: one file may be both. */
    static final List<String> IMAGE_COLUMNS = Stream.concat(
                    MATERIAL_COLUMNS.stream(),
                    Stream.of(
                            "MaskPath",
                            "Modifier",
                            "PostModifier",
                            "UserData",
                            "UserType",
                            "AssetType",
                            "DigimarcInfo",
                            "ImageSet",
                            "Map",
                            "PrintResolution",
                            "Targets",
                            "ThumbRes",
                            "ThumbType"))
            .toList();

    static final List<String> FONT_COLUMNS = List.of("Name", "Bold", "Italic", "FontPath", "MetricsPath", "PsName");
    static final List<String> VIGNETTE_COLUMNS =
            List.of("Id", "TimeStamp", "Expiration", "Path", "Modifier", "UserData");
    static final List<String> MACRO_COLUMNS = List.of("Name", "Definition");
    static final List<String> PROFILE_COLUMNS = List.of("Name", "ProfilePath");

    /** A modifier that does, or whose macro may. */
    private static final Pattern NAMES_A_VIGNETTE =
            Pattern.compile("(^|&)(vignette=|\\$[^$=&]+\\$(&|$))", Pattern.CASE_INSENSITIVE);

    private RecordReaders() {}

    static Map<String, MaterialRecord> materials(DataTable table) {
        return table.records("Id", (id, row) -> {
            checkId(id, row);
            return MaterialFields.read(id, row);
        });
    }

    static Map<String, ImageRecord> images(DataTable table) {
        return table.records("Id", (id, row) -> {
            checkId(id, row);
            return new ImageRecord(
                    id,
                    row.text("Path"),
                    row.text("MaskPath"),
                    row.text("Modifier"),
                    row.text("PostModifier"),
                    row.find("Resolution", positive()),
                    row.find("Anchor", RecordReaders::point),
                    row.find("PrintResolution", positive()),
                    row.find("ThumbType", Attributes.THUMB_TYPE.type()),
                    row.find("ThumbRes", positive()),
                    row.text("UserData"),
                    row.find("Expiration", Expiration::read),
                    row.find("TimeStamp", DATE_TIME));
        });
    }

    /** The faces of a font map; the same name may stand in several rows. */
    static List<FontRecord> fonts(DataTable table) {
        List<FontRecord> fonts = new ArrayList<>();
        table.forEach("Name", (name, row) -> {
            Optional<String> path = row.text("FontPath");
            if (path.isEmpty()) {
                row.warn("the font '" + name + "' has no FontPath and is ignored");
            } else {
                fonts.add(new FontRecord(
                        name,
                        row.find("Bold", FLAG).orElse(false),
                        row.find("Italic", FLAG).orElse(false),
                        path.get()));
            }
        });
        return fonts;
    }

    private static Optional<Measure> point(String text) throws BadField {
        List<Double> point = FieldTypes.reals(text, 2, 2);
        return Optional.of(new Measure(point.get(0), point.get(1), false));
    }

    static Map<String, VignetteRecord> vignettes(DataTable table) {
        return table.records("Id", (id, row) -> {
            checkId(id, row);
            Optional<String> path = row.text("Path");
            Optional<String> modifier = row.sharedText("Modifier");
            if (path.isEmpty()
                    && !modifier.map(NAMES_A_VIGNETTE.asPredicate()::test).orElse(false)) {
                row.warn("'" + id + "' has neither a Path nor a Modifier with vignette=, so it shows nothing");
            }
            return new VignetteRecord(
                    id,
                    path,
                    modifier,
                    row.sharedText("UserData"),
                    row.find("Expiration", Expiration::read),
                    row.find("TimeStamp", DATE_TIME));
        });
    }

    static MacroSet macros(DataTable table) {
        boolean defined = table.requires("Definition");
        return new MacroSet(table.records("Name", (name, row) -> {
            if (name.indexOf('$') >= 0) {
                row.warn("the macro name '" + name + "' holds a $; write it without");
            }
            return row.text("Definition").orElseGet(() -> {
                if (defined) {
                    row.warn("the macro '" + name + "' has no Definition and stands for nothing");
                }
                return "";
            });
        }));
    }

    /** The profiles of an ICC profile map; one without a file is left out. */
    static Map<String, ProfileRecord> profiles(DataTable table) {
        Map<String, ProfileRecord> profiles = new LinkedHashMap<>();
        table.records("Name", (name, row) -> {
            if (name.indexOf(',') >= 0) {
                row.warn("the Name '" + name + "' holds a comma, so no request can name it");
            }
            Optional<String> path = row.text("ProfilePath");
            path.ifPresentOrElse(
                    file -> profiles.put(name, new ProfileRecord(name, file)),
                    () -> row.warn("the profile '" + name + "' has no ProfilePath and is ignored"));
            return name;
        });
        return profiles;
    }

    private static void checkId(String id, DataTable.Row row) {
        if (id.indexOf(',') >= 0) {
            row.warn("the Id '" + id + "' holds a comma, so no request can name it");
        }
    }
}
