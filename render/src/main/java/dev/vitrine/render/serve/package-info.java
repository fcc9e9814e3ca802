/**
 * Image Serving's pictures: layers become one picture. Start at {@link dev.vitrine.render.serve.ServingRenderer}. Sizes are
 * worked out in pixels of the canvas, which is layer 0 at full size; each layer is drawn once, at the reply's own scale.
 */
package dev.vitrine.render.serve;
