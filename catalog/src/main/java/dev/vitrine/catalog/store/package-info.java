/**
 * The catalogs in use. A {@link dev.vitrine.catalog.store.CatalogStore} holds one immutable
 * {@link dev.vitrine.catalog.store.CatalogSnapshot} at a time; a request takes a {@link dev.vitrine.catalog.store.Session}
 * from it and stays with it, whatever is reloaded meanwhile.
 */
package dev.vitrine.catalog.store;
