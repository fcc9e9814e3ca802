/**
 * The common data types of catalog files: a field's text in, a checked value out. Start at
 * {@link dev.vitrine.catalog.field.FieldTypes}.
 */
package dev.vitrine.catalog.field;
