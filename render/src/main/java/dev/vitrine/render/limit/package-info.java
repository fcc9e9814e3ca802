/** What rendering may take, as values that are handed down. */
package dev.vitrine.render.limit;
