package dev.vitrine.catalog.model;

/**
 * A header field that a request rule puts on the reply.
 *
 * @param name a token of HTTP; within a rule it may still hold variables ({@code $name$})
 * @param add whether the value goes behind those that are there already, else it replaces them
 */
public record ReplyHeader(String name, String value, boolean add) {}
