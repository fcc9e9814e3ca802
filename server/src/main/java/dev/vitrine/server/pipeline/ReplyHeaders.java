package dev.vitrine.server.pipeline;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.net.HttpHeaders;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.core.failure.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/** The header fields of a reply, all but those of the connection. */
public final class ReplyHeaders {
    public static final String ERROR = "X-Vitrine-Error";
    public static final String WARNING = "X-Vitrine-Warning";
    public static final String REQUEST_ID = "X-Request-ID";

    private static final int MOST_WARNINGS = 8;
    private static final long YEAR_SECONDS = Duration.ofDays(365).toSeconds();
    private static final String LONG_AGO = "Thu, 01 Jan 1970 00:00:00 GMT";
    private static final Set<String> LIFETIME =
            Set.of("age", "cache-control", "etag", "expires", "last-modified", "pragma", "surrogate-control");
    private static final CharMatcher NOT_FOR_HEADERS =
            CharMatcher.inRange(' ', '~').negate();

    /** What every reply carries, good or bad. */
    public static final ImmutableMap<String, String> SHARED = ImmutableMap.of(
            HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
            "*",
            HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
            String.join(", ", HttpHeaders.ETAG, HttpHeaders.LAST_MODIFIED, REQUEST_ID, ERROR, WARNING),
            HttpHeaders.X_CONTENT_TYPE_OPTIONS,
            "nosniff");

    private ReplyHeaders() {}

    /** Hands out the fields, name and value, in the order in which they are sent; a name may come several times. */
    public static void write(Reply reply, Instant now, BiConsumer<String, String> to) {
        List<ReplyHeader> rules = ofRules(reply);
        if (rules.isEmpty()) {
            own(reply, now, to);
        } else {
            ListMultimap<String, String> fields = LinkedListMultimap.create();
            own(reply, now, fields::put);
            change(fields, rules);
            fields.forEach(to);
        }
    }

    private static void own(Reply reply, Instant now, BiConsumer<String, String> to) {
        if (!reply.mediaType().isEmpty()) {
            to.accept(HttpHeaders.CONTENT_TYPE, reply.mediaType());
        }
        reply.etag().ifPresent(etag -> to.accept(HttpHeaders.ETAG, etag));
        reply.lastModified().ifPresent(time -> to.accept(HttpHeaders.LAST_MODIFIED, HttpDates.write(time)));
        lifetime(reply.expiration(), now, to);
        to.accept(REQUEST_ID, reply.requestId());
        reply.error().ifPresent(error -> {
            to.accept(ERROR, error.answer().header());
            if (!error.asImage()) {
                error.answer()
                        .retryAfterSeconds()
                        .ifPresent(s -> to.accept(HttpHeaders.RETRY_AFTER, Integer.toString(s)));
            }
        });
        if (!reply.warnings().isEmpty()) {
            reply.warnings().stream()
                    .limit(MOST_WARNINGS)
                    .forEach(warning -> to.accept(WARNING, text(warning, reply.spellsWarnings())));
        }
        SHARED.forEach(to);
    }

    /** What rules say, but not how long an error may be kept: that is for the catalog to say, and by itself it expires at once. */
    private static List<ReplyHeader> ofRules(Reply reply) {
        return reply.error().isEmpty() || reply.headers().isEmpty()
                ? reply.headers()
                : reply.headers().stream()
                        .filter(header -> !LIFETIME.contains(header.name().toLowerCase(Locale.ROOT)))
                        .toList();
    }

    /** Sets the fields of the rules in their place, or adds them to the values that are there. */
    private static void change(ListMultimap<String, String> fields, List<ReplyHeader> rules) {
        for (ReplyHeader rule : rules) {
            String name = fields.keySet().stream()
                    .filter(rule.name()::equalsIgnoreCase)
                    .findFirst()
                    .orElse(rule.name());
            if (rule.add() && fields.containsKey(name)) {
                String joined = String.join(", ", fields.get(name)) + ", " + rule.value();
                fields.replaceValues(name, List.of(joined));
            } else {
                fields.replaceValues(name, List.of(rule.value()));
            }
        }
    }

    private static void lifetime(Expiration expiration, Instant now, BiConsumer<String, String> to) {
        if (expiration.isNever()) {
            to.accept(HttpHeaders.CACHE_CONTROL, "public, max-age=" + YEAR_SECONDS + ", immutable");
            to.accept(HttpHeaders.EXPIRES, HttpDates.write(now.plusSeconds(YEAR_SECONDS)));
            return;
        }
        long seconds = Math.min(YEAR_SECONDS, Math.round(expiration.hours() * 3600));
        if (seconds > 0) {
            to.accept(HttpHeaders.CACHE_CONTROL, "public, max-age=" + seconds);
            to.accept(HttpHeaders.EXPIRES, HttpDates.write(now.plusSeconds(seconds)));
        } else {
            to.accept(HttpHeaders.CACHE_CONTROL, "no-store, max-age=0");
            to.accept(HttpHeaders.EXPIRES, LONG_AGO);
        }
    }

    private static String text(Warning warning, boolean spelled) {
        String text = spelled
                ? warning.kind().code() + "; " + warning.message()
                : warning.kind().code();
        return NOT_FOR_HEADERS.replaceFrom(text, '?');
    }
}
