/**
 * The road of a request from beginning to end, without HTTP. Start reading at
 * {@link dev.vitrine.server.pipeline.RequestPipeline}.
 */
package dev.vitrine.server.pipeline;
