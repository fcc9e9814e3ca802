package dev.vitrine.catalog.file;

/** What the data file of a folder's catalogs lists. One folder may be read as both. */
public enum CatalogContent {
    /** Image Rendering: materials, and vignettes beside them. */
    MATERIALS,
    /** Image Serving: images and templates, and fonts beside them. */
    IMAGES
}
