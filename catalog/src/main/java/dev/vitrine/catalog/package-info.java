/** Files become catalogs, and what was asked becomes what will be done. Inside: {@code model ← file ← store ← resolve}. */
package dev.vitrine.catalog;
