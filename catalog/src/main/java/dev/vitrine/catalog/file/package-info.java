/**
 * Reads catalog files. Nothing here stops at the first mistake: every one becomes a
 * {@link dev.vitrine.catalog.model.Problem} with its file and line, and the rest is read. Start at
 * {@link dev.vitrine.catalog.file.CatalogLoader}.
 *
 * <p>Catalog files are the operator's own and are trusted with paths (a data file may lie anywhere); they are not trusted
 * with memory, so {@link dev.vitrine.catalog.file.CatalogLimits} hold for each of them.
 */
package dev.vitrine.catalog.file;
