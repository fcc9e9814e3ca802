package dev.vitrine.catalog.model;

/**
 * One row of a font map.
 *
 * @param name the face as RTF calls it
 * @param path the font file
 */
public record FontRecord(String name, boolean bold, boolean italic, String path) {}
