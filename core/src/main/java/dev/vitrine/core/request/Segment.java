package dev.vitrine.core.request;

import java.util.Optional;

/**
 * A material specification segment: what is selected, and what is done to it.
 *
 * @param selection absent when the segment goes on with the selection before it (or, at first, with the default one)
 * @param attributes values of the commands of scope {@link Command.Scope#MATERIAL}
 */
public record Segment(Optional<Selection> selection, Part part, CommandValues attributes, Visibility visibility) {}
