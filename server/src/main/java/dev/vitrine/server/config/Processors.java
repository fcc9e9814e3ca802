package dev.vitrine.server.config;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The processors that requests are worked on with.
 *
 * @param all how many the machine has
 * @param perRequest how many may work on one request while no other needs them; 1 for none but its own
 */
public record Processors(int all, int perRequest) {
    public Processors {
        checkArgument(all > 0 && perRequest > 0, "%s processors, %s for one request", all, perRequest);
    }
}
