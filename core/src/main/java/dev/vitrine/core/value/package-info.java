/** The protocol's values: text in, a checked value, canonical text out. Each type is small and stands alone. */
package dev.vitrine.core.value;
