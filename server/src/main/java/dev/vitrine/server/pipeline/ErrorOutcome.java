package dev.vitrine.server.pipeline;

import dev.vitrine.core.failure.Failure;
import dev.vitrine.errors.ErrorAnswer;

/**
 * What a reply has to do with a failure.
 *
 * @param asImage whether the error image could be made; else the answer's text is sent
 */
public record ErrorOutcome(Failure failure, ErrorAnswer answer, boolean asImage) {}
