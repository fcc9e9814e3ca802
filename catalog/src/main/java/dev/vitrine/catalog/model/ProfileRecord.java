package dev.vitrine.catalog.model;

/**
 * One row of an ICC profile map.
 *
 * @param name what {@code icc=} and the {@code IccProfile…} attributes call it; letter case counts
 * @param path the profile file with its suffix, relative to the catalog's root path or absolute
 */
public record ProfileRecord(String name, String path) {}
