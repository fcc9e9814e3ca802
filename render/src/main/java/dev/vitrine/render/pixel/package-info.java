/** Pictures, masks, light and surface coordinates in memory. Every type says its layout at its head. */
package dev.vitrine.render.pixel;
