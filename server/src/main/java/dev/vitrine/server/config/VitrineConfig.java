package dev.vitrine.server.config;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.render.limit.RenderLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can be set, checked and with defaults filled in.
 *
 * @param host the address to listen at
 * @param port 0 takes any free one
 * @param workers how many requests are worked on at once
 * @param queue how many more may wait before the server says that it is too busy
 * @param catalogRoot the folder of the material catalogs
 * @param imageCatalogRoot the folder of the image catalogs; may be the same
 * @param resourceRoots where relative source files are looked for, in this order
 * @param catalogCheck how often the catalogs are looked at for changes; zero never
 * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed
 * @param gallery the file that describes the examples on the first page
 * @param systemJpeg whether JPEG is left to the system's library where there is one
 * @param replyCacheBytes memory for finished replies, {@link #directBytes} included
 */
public record VitrineConfig(
        String host,
        int port,
        int workers,
        Processors processors,
        int queue,
        Duration requestTimeout,
        ErrorLimits errors,
        Path catalogRoot,
        Path imageCatalogRoot,
        List<Path> resourceRoots,
        Duration catalogCheck,
        Set<String> trustedProxies,
        Optional<Path> gallery,
        boolean systemJpeg,
        long replyCacheBytes,
        RequestLimits requestLimits,
        RenderLimits renderLimits) {
    public VitrineConfig {
        resourceRoots = List.copyOf(resourceRoots);
        trustedProxies = ImmutableSet.copyOf(trustedProxies);
        checkArgument(port >= 0 && port <= 65535, "port %s", port);
        checkArgument(workers > 0 && queue >= 0, "%s workers, queue of %s", workers, queue);
    }

    /** The part of {@link #replyCacheBytes} that lies outside the heap: copies of replies that are sent again. */
    public long directBytes() {
        return replyCacheBytes / 4;
    }

    /** The same, listening somewhere else. */
    public VitrineConfig at(String otherHost, int otherPort) {
        return new VitrineConfig(
                otherHost,
                otherPort,
                workers,
                processors,
                queue,
                requestTimeout,
                errors,
                catalogRoot,
                imageCatalogRoot,
                resourceRoots,
                catalogCheck,
                trustedProxies,
                gallery,
                systemJpeg,
                replyCacheBytes,
                requestLimits,
                renderLimits);
    }
}
