package dev.vitrine.catalog.file;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How much of the catalog folder is read.
 *
 * @param maxFileBytes the longest attribute or data file
 * @param maxRecords the most records in one data file
 * @param maxCatalogs the most attribute files in the folder
 */
public record CatalogLimits(int maxFileBytes, int maxRecords, int maxCatalogs) {
    public CatalogLimits {
        checkArgument(maxFileBytes > 0 && maxRecords > 0 && maxCatalogs > 0, "limits must be positive");
    }

    /** 32 MiB and 200,000 records a file, 1000 catalogs. */
    public static CatalogLimits standard() {
        return new CatalogLimits(32 << 20, 200_000, 1000);
    }
}
