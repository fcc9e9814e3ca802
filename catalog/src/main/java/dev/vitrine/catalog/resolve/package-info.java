/**
 * From what was asked to what will be done. Start at {@link dev.vitrine.catalog.resolve.RequestReader};
 * {@link dev.vitrine.catalog.resolve.ResolvedRequest} is where this road ends and rendering begins.
 */
package dev.vitrine.catalog.resolve;
