package dev.vitrine.server.pipeline;

import dev.vitrine.core.failure.Failure;
import dev.vitrine.errors.ErrorAnswer;

/**
 * What a reply has to do with a failure.
 *
 * @param asImage whether the error image could be made; else the answer's text is sent
 * @param first the id of the request that failed first this way, while the failure is remembered: an error image may show it
 */
public record ErrorOutcome(Failure failure, ErrorAnswer answer, boolean asImage, String first) {}
