package dev.vitrine.server.pipeline;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The condition of a conditional request: which entity tags the client already holds ({@code If-None-Match}), or from when its
 * copy is ({@code If-Modified-Since}). Where there are tags the date does not count, as RFC 9110 has it.
 *
 * @param tags without {@code W/}: the comparison is the weak one, as RFC 9110 has it for this field
 * @param any {@code *}: whatever there is, the client has it
 * @param since absent if no date was sent, none that can be read, or tags beside it
 */
public record Conditional(List<String> tags, boolean any, Optional<Instant> since) {
    /** The client holds nothing. */
    public static final Conditional NONE = new Conditional(List.of(), false, Optional.empty());

    private static final int MOST_TAGS = 64;

    public Conditional {
        tags = List.copyOf(tags);
    }

    /** Reads the values of {@code If-None-Match} and {@code If-Modified-Since}; entity tags of ours hold no comma. */
    public static Conditional of(Optional<String> ifNoneMatch, Optional<String> ifModifiedSince) {
        if (ifNoneMatch.isEmpty()) {
            return ifModifiedSince.isEmpty()
                    ? NONE
                    : new Conditional(List.of(), false, ifModifiedSince.flatMap(HttpDates::read));
        }
        List<String> tags = Splitter.on(',')
                .trimResults(CharMatcher.whitespace())
                .omitEmptyStrings()
                .splitToStream(ifNoneMatch.get())
                .limit(MOST_TAGS)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .toList();
        return new Conditional(tags, tags.contains("*"), Optional.empty());
    }

    /** Whether the client already holds what has this entity tag. */
    public boolean holds(String etag) {
        return tags.contains(etag);
    }

    /** Whether the client's copy is no older than what was last changed then; HTTP counts whole seconds. */
    public boolean isNewEnough(Instant lastModified) {
        return since.filter(date -> !date.isBefore(lastModified.truncatedTo(ChronoUnit.SECONDS)))
                .isPresent();
    }

    /** Whether the client has a copy of its own, and asks about it. */
    public boolean isAsked() {
        return (!tags.isEmpty() && !any) || since.isPresent();
    }
}
