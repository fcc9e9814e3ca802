package dev.vitrine.server.pipeline;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Names requests: by the id a client sent, if it is well-formed, else by a new one. */
public final class RequestIds {
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Supplier<String> generator;

    /**
     * Ids of this generator, where the client brings none.
     *
     * @param generator makes ids that no two requests share
     */
    public RequestIds(Supplier<String> generator) {
        this.generator = generator;
    }

    /** Ids that tell this process from any other by a random start, and its requests by their number. */
    public static RequestIds numbered() {
        String process = UUID.randomUUID().toString().substring(0, 13);
        AtomicLong count = new AtomicLong();
        return new RequestIds(() -> process + '-' + Long.toHexString(count.incrementAndGet()));
    }

    public String choose(Optional<String> incoming) {
        return incoming.filter(id -> WELL_FORMED.matcher(id).matches()).orElseGet(generator);
    }
}
