/** Replies that are not pictures: properties of a scene or a reply, its tree, its image map. */
package dev.vitrine.render.report;
