package dev.vitrine.render.pixel;

/**
 * Where two sheets of a surface meet in the view, the one that a pixel shows the lesser part of.
 *
 * @param map its surface points; where nothing is known there is one sheet only
 * @param weight its share of the pixel
 */
public record FoldEdge(TextureMap map, Mask weight) {
    public long bytes() {
        return map.bytes() + weight.bytes();
    }
}
