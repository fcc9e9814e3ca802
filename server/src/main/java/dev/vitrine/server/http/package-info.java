/**
 * HTTP around the pipeline. Undertow is known here and nowhere else. Start reading at
 * {@link dev.vitrine.server.http.HttpServer}, then {@link dev.vitrine.server.http.Router}.
 */
package dev.vitrine.server.http;
