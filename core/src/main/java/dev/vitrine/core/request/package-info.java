/**
 * The request language. {@link dev.vitrine.core.request.RawRequest} goes in,
 * {@link dev.vitrine.core.request.ParsedRequest} comes out. Start with {@link dev.vitrine.core.request.RequestParser} and the
 * command table, {@link dev.vitrine.core.request.RenderCommands}.
 */
package dev.vitrine.core.request;
