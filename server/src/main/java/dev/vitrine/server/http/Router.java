package dev.vitrine.server.http;

import com.google.common.net.HttpHeaders;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.server.pipeline.ReplyHeaders;
import dev.vitrine.server.pipeline.RequestIds;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Optional;

/** Sends each request where it belongs: the protocol's contexts, the two pages of ours, or a plain refusal of HTTP. */
final class Router implements HttpHandler {
    private static final String METHODS = "GET, HEAD, OPTIONS";

    private final ClientAddress clients;
    private final RenderHandler renderer;
    private final Pages pages;
    private final AccessLog log;
    private final RequestIds ids;
    private final Answers answers;
    private final int maxHeaderBytes;

    Router(
            ClientAddress clients,
            RenderHandler renderer,
            Pages pages,
            AccessLog log,
            RequestIds ids,
            Answers answers,
            int maxHeaderBytes) {
        this.clients = clients;
        this.renderer = renderer;
        this.pages = pages;
        this.log = log;
        this.ids = ids;
        this.answers = answers;
        this.maxHeaderBytes = maxHeaderBytes;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        RawUrl url = RawUrl.of(exchange);
        String id = ids.choose(Optional.ofNullable(exchange.getRequestHeaders().getFirst(ReplyHeaders.REQUEST_ID)));
        String client = clients.of(exchange);
        log.follow(exchange, url, client, id);
        HttpString method = exchange.getRequestMethod();
        if (headerBytes(exchange) > maxHeaderBytes) {
            answers.sendPlain(exchange, 431, id, "Request header too large");
        } else if (method.equals(Methods.OPTIONS)) {
            preflight(exchange, id);
        } else if (method.equals(Methods.GET) || method.equals(Methods.HEAD)) {
            route(exchange, url, client, id);
        } else {
            exchange.getResponseHeaders().put(new HttpString(HttpHeaders.ALLOW), METHODS);
            answers.sendPlain(exchange, 405, id, "Method not allowed");
        }
    }

    private void route(HttpServerExchange exchange, RawUrl url, String client, String id) {
        if (url.after("/ir/render") != null) {
            renderer.handle(exchange, Dialect.RENDERING, url.after("/ir/render"), url.query(), client, id);
        } else if (url.after("/is/render") != null) {
            renderer.handle(exchange, Dialect.RENDERING, url.after("/is/render"), url.query(), client, id);
        } else if (url.after("/is/image") != null) {
            renderer.handle(exchange, Dialect.SERVING, url.after("/is/image"), url.query(), client, id);
        } else {
            pages.find(url.path())
                    .ifPresentOrElse(
                            page -> answers.send(exchange, page.status(), id, page.mediaType(), page.text()),
                            () -> answers.sendPlain(
                                    exchange,
                                    404,
                                    id,
                                    "Nothing is here; requests begin with /ir/render/ or /is/image/"));
        }
    }

    /** Any page anywhere may ask us anything, as it may the servers whose protocol this is. */
    private void preflight(HttpServerExchange exchange, String id) {
        exchange.getResponseHeaders()
                .put(new HttpString(HttpHeaders.ALLOW), METHODS)
                .put(new HttpString(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS), METHODS)
                .put(new HttpString(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS), "*")
                .put(new HttpString(HttpHeaders.ACCESS_CONTROL_MAX_AGE), "86400")
                .put(new HttpString(ReplyHeaders.REQUEST_ID), id);
        ReplyHeaders.SHARED.forEach(
                (name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
        exchange.setStatusCode(204).endExchange();
    }

    private static long headerBytes(HttpServerExchange exchange) {
        long bytes = 0;
        for (HeaderValues values : exchange.getRequestHeaders()) {
            for (String value : values) {
                bytes += values.getHeaderName().length() + value.length() + 4;
            }
        }
        return bytes;
    }
}
