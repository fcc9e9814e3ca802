package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.ImageRecord;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the path of an Image Serving request names.
 *
 * @param name as the request calls it
 * @param record absent for a file without one
 * @param file absent for a template without a picture of its own
 * @param resolution of the object at full size
 * @param printResolution dots per inch; absent for those of screens
 * @param thumbnail how thumbnails of it are made
 * @param modifiedMillis the record's time stamp, else the file's or the catalog's, in milliseconds since 1970 UTC
 */
public record ServedObject(
        String name,
        Optional<ImageRecord> record,
        Optional<SourceFile> file,
        double resolution,
        OptionalDouble printResolution,
        Thumbnail thumbnail,
        long modifiedMillis) {}
