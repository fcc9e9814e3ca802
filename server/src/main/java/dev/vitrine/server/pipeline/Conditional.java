package dev.vitrine.server.pipeline;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.List;

/**
 * The condition of a conditional request: which entity tags the client already holds ({@code If-None-Match}).
 *
 * @param tags without {@code W/}: the comparison is the weak one, as RFC 9110 has it for this field
 * @param any {@code *}: whatever there is, the client has it
 */
public record Conditional(List<String> tags, boolean any) {
    /** The client holds nothing. */
    public static final Conditional NONE = new Conditional(List.of(), false);

    private static final int MOST_TAGS = 64;

    public Conditional {
        tags = List.copyOf(tags);
    }

    /** Reads the value of {@code If-None-Match}; entity tags of ours hold no comma. */
    public static Conditional of(String ifNoneMatch) {
        List<String> tags = Splitter.on(',')
                .trimResults(CharMatcher.whitespace())
                .omitEmptyStrings()
                .splitToStream(ifNoneMatch)
                .limit(MOST_TAGS)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .toList();
        return new Conditional(tags, tags.contains("*"));
    }

    /** Whether the client already holds what has this entity tag. */
    public boolean holds(String etag) {
        return tags.contains(etag);
    }
}
