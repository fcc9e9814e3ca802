/** One budget of memory for everything that is expensive to decode. */
package dev.vitrine.render.cache;
