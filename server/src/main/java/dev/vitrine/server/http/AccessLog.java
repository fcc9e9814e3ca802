package dev.vitrine.server.http;

import dev.vitrine.core.failure.PrintableText;
import dev.vitrine.server.cache.CacheUse;
import dev.vitrine.server.metrics.Metrics;
import dev.vitrine.server.pipeline.ErrorOutcome;
import dev.vitrine.server.pipeline.Reply;
import io.undertow.server.HttpServerExchange;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request, as {@code key=value} pairs; what came from a client is in quotes and made printable. The time stands
 * before it, put there by the logger.
 */
final class AccessLog {
    private static final Logger log = LoggerFactory.getLogger("vitrine.access");

    private final Metrics metrics;
    private final LongSupplier nanoTime;

    AccessLog(Metrics metrics, LongSupplier nanoTime) {
        this.metrics = metrics;
        this.nanoTime = nanoTime;
    }

    /** Writes the line when the exchange is over. */
    void follow(HttpServerExchange exchange, RawUrl url, String client, String requestId) {
        long start = nanoTime.getAsLong();
        exchange.addExchangeCompleteListener((done, next) -> {
            metrics.replied(done.getStatusCode());
            if (log.isInfoEnabled()) {
                log.info(line(done, url, client, requestId, nanoTime.getAsLong() - start));
            }
            next.proceed();
        });
    }

    private static String line(HttpServerExchange exchange, RawUrl url, String client, String requestId, long nanos) {
        long tenths = Math.round(nanos / 1e5);
        StringBuilder line = new StringBuilder(500)
                .append("id=")
                .append(requestId)
                .append(" method=")
                .append(quoted(exchange.getRequestMethod().toString()))
                .append(" path=")
                .append(quoted(url.path()))
                .append(" query=")
                .append(quoted(url.query()))
                .append(" status=")
                .append(exchange.getStatusCode())
                .append(" bytes=")
                .append(exchange.getResponseBytesSent())
                .append(" ms=")
                .append(tenths / 10)
                .append('.')
                .append(tenths % 10)
                .append(" client=")
                .append(client);
        Reply reply = exchange.getAttachment(Answers.REPLY);
        if (reply != null) {
            line.append(" cache=").append(reply.cacheUse().name().toLowerCase(Locale.ROOT));
            line.append(" warnings=").append(reply.warnings().size());
            line.append(" class=").append(processingStatus(reply));
            reply.error().ifPresent(error -> line.append(text(reply, error)));
        }
        return line.toString();
    }

    /** The number that the protocol's own log calls {@code ProcessingStatus}; 0 for a request that did not fail. */
    private static int processingStatus(Reply reply) {
        return reply.error()
                .map(error -> error.failure().kind().errorClass().number())
                .orElse(0);
    }

    private static String text(Reply reply, ErrorOutcome error) {
        String first = reply.cacheUse() == CacheUse.REMEMBERED ? " first=" + error.first() : "";
        return " error=" + error.failure().kind().code() + first + " form="
                + (error.asImage() ? "image" : error.answer().form().name().toLowerCase(Locale.ROOT)) + " message="
                + quoted(error.failure().message());
    }

    private static String quoted(String text) {
        return '"' + PrintableText.of(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
