/** Limits as values: they are handed down, and checked where time or memory is taken. */
package dev.vitrine.core.limit;
