package dev.vitrine.server.pipeline;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableListMultimap;
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

    private ReplyHeaders() {}

    /** The fields by name, in the order in which they are sent. */
    public static ImmutableListMultimap<String, String> of(Reply reply, Instant now) {
        ImmutableListMultimap.Builder<String, String> fields = ImmutableListMultimap.builder();
        if (!reply.mediaType().isEmpty()) {
            fields.put(HttpHeaders.CONTENT_TYPE, reply.mediaType());
        }
        reply.etag().ifPresent(etag -> fields.put(HttpHeaders.ETAG, etag));
        reply.lastModified().ifPresent(time -> fields.put(HttpHeaders.LAST_MODIFIED, HttpDates.write(time)));
        putLifetime(fields, reply.expiration(), now);
        fields.put(REQUEST_ID, reply.requestId());
        reply.error().ifPresent(error -> {
            fields.put(ERROR, error.answer().header());
            if (!error.asImage()) {
                error.answer()
                        .retryAfterSeconds()
                        .ifPresent(s -> fields.put(HttpHeaders.RETRY_AFTER, Integer.toString(s)));
            }
        });
        reply.warnings().stream()
                .limit(MOST_WARNINGS)
                .forEach(warning -> fields.put(WARNING, text(warning, reply.spellsWarnings())));
        return byRules(fields.putAll(shared()).build(), ofRules(reply));
    }

    /** What rules say, but not how long an error may be kept: that is for the catalog to say, and by itself it expires at once. */
    private static List<ReplyHeader> ofRules(Reply reply) {
        return reply.error().isEmpty()
                ? reply.headers()
                : reply.headers().stream()
                        .filter(header -> !LIFETIME.contains(header.name().toLowerCase(Locale.ROOT)))
                        .toList();
    }

    /** The fields with those of the rules set in their place, or added to the values that are there. */
    private static ImmutableListMultimap<String, String> byRules(
            ImmutableListMultimap<String, String> fields, List<ReplyHeader> rules) {
        if (rules.isEmpty()) {
            return fields;
        }
        ListMultimap<String, String> changed = LinkedListMultimap.create(fields);
        for (ReplyHeader rule : rules) {
            String name = changed.keySet().stream()
                    .filter(rule.name()::equalsIgnoreCase)
                    .findFirst()
                    .orElse(rule.name());
            if (rule.add() && changed.containsKey(name)) {
                String joined = String.join(", ", changed.get(name)) + ", " + rule.value();
                changed.replaceValues(name, List.of(joined));
            } else {
                changed.replaceValues(name, List.of(rule.value()));
            }
        }
        return ImmutableListMultimap.copyOf(changed);
    }

    /** What every reply carries, good or bad. */
    public static ImmutableListMultimap<String, String> shared() {
        return ImmutableListMultimap.of(
                HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
                "*",
                HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
                String.join(", ", HttpHeaders.ETAG, HttpHeaders.LAST_MODIFIED, REQUEST_ID, ERROR, WARNING),
                HttpHeaders.X_CONTENT_TYPE_OPTIONS,
                "nosniff");
    }

    private static void putLifetime(
            ImmutableListMultimap.Builder<String, String> fields, Expiration expiration, Instant now) {
        if (expiration.isNever()) {
            fields.put(HttpHeaders.CACHE_CONTROL, "public, max-age=" + YEAR_SECONDS + ", immutable");
            fields.put(HttpHeaders.EXPIRES, HttpDates.write(now.plusSeconds(YEAR_SECONDS)));
            return;
        }
        long seconds = Math.min(YEAR_SECONDS, Math.round(expiration.hours() * 3600));
        if (seconds > 0) {
            fields.put(HttpHeaders.CACHE_CONTROL, "public, max-age=" + seconds);
            fields.put(HttpHeaders.EXPIRES, HttpDates.write(now.plusSeconds(seconds)));
        } else {
            fields.put(HttpHeaders.CACHE_CONTROL, "no-store, max-age=0");
            fields.put(HttpHeaders.EXPIRES, LONG_AGO);
        }
    }

    private static String text(Warning warning, boolean spelled) {
        String text = spelled
                ? warning.kind().code() + "; " + warning.message()
                : warning.kind().code();
        return NOT_FOR_HEADERS.replaceFrom(text, '?');
    }
}
