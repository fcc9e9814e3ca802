package dev.vitrine.core.request;

/**
 * A custom variable ({@code $name=value}), forwarded to every nested request.
 *
 * @param name lower case, without the dollar
 * @param value still encoded as it was sent; brackets in it that do not match are encoded too, so that it can be put within
 *     brackets
 */
public record Variable(String name, String value) {}
