package dev.vitrine.server.http;

import com.google.common.collect.ListMultimap;
import com.google.common.net.HttpHeaders;
import dev.vitrine.server.pipeline.Reply;
import dev.vitrine.server.pipeline.ReplyHeaders;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Sends answers. A body is left out for HEAD and 304 by Undertow, which still says how long it would be. */
final class Answers {
    /** The reply of an exchange, for its line in the log. */
    static final AttachmentKey<Reply> REPLY = AttachmentKey.create(Reply.class);

    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    void send(HttpServerExchange exchange, Reply reply) {
        exchange.putAttachment(REPLY, reply);
        exchange.setStatusCode(reply.status());
        put(exchange, ReplyHeaders.of(reply, clock.instant()));
        if (reply.status() == 304) {
            exchange.endExchange();
        } else {
            body(exchange, ByteBuffer.wrap(reply.body()).asReadOnlyBuffer());
        }
    }

    /** A page, or a short plain answer, that is no reply of the pipeline. */
    void send(HttpServerExchange exchange, int status, String requestId, String mediaType, String text) {
        exchange.setStatusCode(status);
        put(exchange, ReplyHeaders.shared());
        exchange.getResponseHeaders()
                .put(new HttpString(HttpHeaders.CONTENT_TYPE), mediaType)
                .put(new HttpString(HttpHeaders.CACHE_CONTROL), "no-store")
                .put(new HttpString(ReplyHeaders.REQUEST_ID), requestId);
        body(exchange, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    void sendPlain(HttpServerExchange exchange, int status, String requestId, String line) {
        send(exchange, status, requestId, "text/plain;charset=UTF-8", line + "\n");
    }

    private static void put(HttpServerExchange exchange, ListMultimap<String, String> fields) {
        fields.forEach((name, value) -> exchange.getResponseHeaders().add(known(name), value));
    }

    private static HttpString known(String name) {
        HttpString there = Headers.fromCache(name);
        return there == null ? new HttpString(name) : there;
    }

    private static void body(HttpServerExchange exchange, ByteBuffer body) {
        exchange.setResponseContentLength(body.remaining());
        exchange.getResponseSender().send(body);
    }
}
