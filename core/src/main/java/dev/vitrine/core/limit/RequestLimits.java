package dev.vitrine.core.limit;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How much of a request is read.
 *
 * @param maxCharacters the longest path and query together, as sent
 * @param maxCommands the most commands after macros are expanded
 * @param maxNesting how deep requests may stand inside one another; 1 allows no nested request
 */
public record RequestLimits(int maxCharacters, int maxCommands, int maxNesting) {
    public RequestLimits {
        checkArgument(maxCharacters > 0 && maxCommands > 0 && maxNesting > 0, "limits must be positive");
    }

    /** 32 Ki characters, 2000 commands, 8 levels. */
    public static RequestLimits standard() {
        return new RequestLimits(32 * 1024, 2000, 8);
    }
}
