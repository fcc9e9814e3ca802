/**
 * What catalogs say, as values: a {@link dev.vitrine.catalog.model.Catalog} is one catalog, its
 * {@link dev.vitrine.catalog.model.CatalogAttributes} and its records, before anything is inherited.
 */
package dev.vitrine.catalog.model;
