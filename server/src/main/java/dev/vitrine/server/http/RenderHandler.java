package dev.vitrine.server.http;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.net.HttpHeaders;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.server.pipeline.Conditional;
import dev.vitrine.server.pipeline.Reply;
import dev.vitrine.server.pipeline.RequestPipeline;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request of the protocol from HTTP to a worker and its reply back, or refuses it when too many are waiting. A reply that
 * is at hand is sent at once.
 */
final class RenderHandler {
    private static final Logger log = LoggerFactory.getLogger(RenderHandler.class);

    private static final Splitter COMMAS = Splitter.on(',').trimResults(CharMatcher.whitespace());
    private static final Splitter SEMICOLONS = Splitter.on(';').trimResults(CharMatcher.whitespace());

    private final RequestPipeline pipeline;
    private final WorkPool pool;
    private final Answers answers;
    private final Duration timeout;
    private final LongSupplier nanoTime;

    RenderHandler(RequestPipeline pipeline, WorkPool pool, Answers answers, Duration timeout, LongSupplier nanoTime) {
        this.pipeline = pipeline;
        this.pool = pool;
        this.answers = answers;
        this.timeout = timeout;
        this.nanoTime = nanoTime;
    }

    /**
     * Answers a request.
     *
     * @param path what follows the context
     * @param client the address of whoever asks
     */
    void handle(
            HttpServerExchange exchange, Dialect dialect, String path, String query, String client, String requestId) {
        Visitor visitor = new Visitor(client, requestId, wantsProblemJson(exchange));
        RawRequest raw = new RawRequest(dialect, path, query, visitor);
        Conditional conditional = Conditional.of(
                header(exchange, HttpHeaders.IF_NONE_MATCH), header(exchange, HttpHeaders.IF_MODIFIED_SINCE));
        Optional<Reply> known = pipeline.answerKnown(raw, conditional);
        if (known.isPresent()) {
            send(exchange, known.get());
            return;
        }
        if (!pool.tryEnter()) {
            answers.send(exchange, pipeline.refuse(raw, Failures.tooBusy(pool.waiting())));
            return;
        }
        Deadline deadline = Deadline.in(timeout, nanoTime);
        exchange.dispatch(pool, () -> work(exchange, raw, conditional, deadline));
    }

    private void work(HttpServerExchange exchange, RawRequest raw, Conditional conditional, Deadline deadline) {
        try {
            Reply reply = pipeline.answer(raw, conditional, deadline);
            // The connection's own thread ends the exchange: were it ended here, that thread would spin meanwhile.
            exchange.dispatch(exchange.getIoThread(), () -> send(exchange, reply));
        } catch (Throwable t) {
            log.error("request {} could not be answered", raw.visitor().requestId(), t);
            exchange.setStatusCode(500).endExchange();
        } finally {
            pool.leave();
        }
    }

    private void send(HttpServerExchange exchange, Reply reply) {
        try {
            answers.send(exchange, reply);
        } catch (RuntimeException e) {
            log.error("reply {} could not be sent", reply.requestId(), e);
            exchange.setStatusCode(500).endExchange();
        }
    }

    private static boolean wantsProblemJson(HttpServerExchange exchange) {
        HeaderValues accept = exchange.getRequestHeaders().get(HttpHeaders.ACCEPT);
        return accept != null
                && accept.stream().flatMap(field -> COMMAS.splitToStream(field)).anyMatch(RenderHandler::isProblemJson);
    }

    /** Whether a range of {@code Accept} is {@code application/problem+json} itself, and not refused by {@code q=0}. */
    private static boolean isProblemJson(String range) {
        List<String> parts = SEMICOLONS.splitToList(Ascii.toLowerCase(range));
        return parts.get(0).equals("application/problem+json")
                && parts.stream().skip(1).noneMatch(p -> p.matches("q\\s*=\\s*0(\\.0*)?"));
    }

    private static Optional<String> header(HttpServerExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
