package dev.vitrine.core.value;

/** {@code req=}: what is asked for, and in which form it is written when it is not a picture. */
public record RequestKind(RequestType type, TextForm form) {}
