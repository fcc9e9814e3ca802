/** Requests in, replies out. {@link dev.vitrine.server.pipeline.RequestPipeline} tells the story; {@code http} is one way in. */
package dev.vitrine.server;
