/**
 * Files become catalogs, and what was asked becomes what will be done. Inside, each package uses those before it: {@code field}
 * (data types of the files), {@code model} (what catalogs say), {@code file} (readers), {@code store} (the catalogs in use, and
 * sessions over them), {@code resolve} (from what was asked to what will be done).
 */
package dev.vitrine.catalog;
