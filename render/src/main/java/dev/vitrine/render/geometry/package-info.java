/**
 * Where on an object's surface the pixels of the view lie. A {@link dev.vitrine.render.geometry.Surface} tells it row by row,
 * whether it is flat (a {@link dev.vitrine.render.geometry.Homography}) or curved (a texture map).
 */
package dev.vitrine.render.geometry;
