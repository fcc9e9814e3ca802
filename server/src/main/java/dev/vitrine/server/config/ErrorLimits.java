package dev.vitrine.server.config;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;

/**
 * What an error may cost.
 *
 * @param imageTime how long making an error image may take
 * @param imagePixels the most pixels of an error image, whatever a catalog allows; of a picture in it four times as many
 * @param memory how long a failure is remembered, on average; zero remembers none
 * @param memoryBytes memory for failures that are remembered, and as much for their error images
 */
public record ErrorLimits(Duration imageTime, long imagePixels, Duration memory, long memoryBytes) {
    public ErrorLimits {
        checkArgument(imagePixels > 0 && memoryBytes >= 0, "%s pixels, %s bytes", imagePixels, memoryBytes);
    }
}
