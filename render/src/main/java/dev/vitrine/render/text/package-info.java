/**
 * Text as pixels, the same on every machine: outlines come from font files, one family of which travels with us, and are
 * filled here; neither installed fonts nor a font service are asked. {@link dev.vitrine.render.text.RtfReader} makes
 * {@link dev.vitrine.render.text.StyledText}, {@link dev.vitrine.render.text.TextLayout} a
 * {@link dev.vitrine.render.text.TextBlock}, and {@link dev.vitrine.render.text.TextPainter} pixels.
 */
package dev.vitrine.render.text;
