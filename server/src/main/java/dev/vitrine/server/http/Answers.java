package dev.vitrine.server.http;

import com.google.common.net.HttpHeaders;
import dev.vitrine.server.cache.CacheUse;
import dev.vitrine.server.pipeline.Reply;
import dev.vitrine.server.pipeline.ReplyHeaders;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends answers. A body is left out for HEAD and 304 by Undertow, which still says how long it would be. */
final class Answers {
    /** The reply of an exchange, for its line in the log. */
    static final AttachmentKey<Reply> REPLY = AttachmentKey.create(Reply.class);

    /** The names of the usual fields, as Undertow wants them. */
    private static final Map<String, HttpString> KNOWN = Stream.concat(
                    Stream.of(
                            HttpHeaders.CONTENT_TYPE,
                            HttpHeaders.ETAG,
                            HttpHeaders.LAST_MODIFIED,
                            HttpHeaders.CACHE_CONTROL,
                            HttpHeaders.EXPIRES,
                            ReplyHeaders.REQUEST_ID,
                            ReplyHeaders.ERROR,
                            ReplyHeaders.WARNING),
                    ReplyHeaders.SHARED.keySet().stream())
            .collect(Collectors.toUnmodifiableMap(name -> name, HttpString::tryFromString));

    private final DirectBodies bodies;
    private final Clock clock;

    Answers(DirectBodies bodies, Clock clock) {
        this.bodies = bodies;
        this.clock = clock;
    }

    void send(HttpServerExchange exchange, Reply reply) {
        exchange.putAttachment(REPLY, reply);
        exchange.setStatusCode(reply.status());
        HeaderMap fields = exchange.getResponseHeaders();
        ReplyHeaders.write(reply, clock.instant(), (name, value) -> fields.add(known(name), value));
        if (reply.status() == 304) {
            exchange.endExchange();
        } else {
            body(
                    exchange,
                    reply.cacheUse() == CacheUse.HIT
                            ? bodies.of(reply.body())
                            : ByteBuffer.wrap(reply.body()).asReadOnlyBuffer());
        }
    }

    /** A page, or a short plain answer, that is no reply of the pipeline. */
    void send(HttpServerExchange exchange, int status, String requestId, String mediaType, String text) {
        exchange.setStatusCode(status);
        ReplyHeaders.SHARED.forEach(
                (name, value) -> exchange.getResponseHeaders().add(known(name), value));
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, mediaType)
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(known(ReplyHeaders.REQUEST_ID), requestId);
        body(exchange, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    void sendPlain(HttpServerExchange exchange, int status, String requestId, String line) {
        send(exchange, status, requestId, "text/plain;charset=UTF-8", line + "\n");
    }

    private static HttpString known(String name) {
        HttpString there = KNOWN.get(name);
        return there == null ? new HttpString(name) : there;
    }

    private static void body(HttpServerExchange exchange, ByteBuffer body) {
        exchange.setResponseContentLength(body.remaining());
        exchange.getResponseSender().send(body);
    }
}
