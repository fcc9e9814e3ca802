package dev.vitrine.catalog.store;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Notices that attribute files changed. As the protocol has it, only they count: replace the data files first, then touch the
 * attribute file. Has no thread; whoever owns one calls {@link #check} now and then.
 */
public final class CatalogWatch {
    private final Path folder;
    private Map<Path, String> seen;

    /** A watch for changes from now on: make it before the catalogs are loaded, so that no change falls between. */
    public CatalogWatch(Path folder) {
        this.folder = folder;
        this.seen = look(folder, ImmutableMap.of());
    }

    /** Whether an attribute file came, went or changed since the last call. */
    public synchronized boolean check() {
        Map<Path, String> now = look(folder, seen);
        boolean changed = !now.equals(seen);
        seen = now;
        return changed;
    }

    /** The state of every attribute file; {@code otherwise} if the folder cannot be read just now. */
    private static Map<Path, String> look(Path folder, Map<Path, String> otherwise) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(CatalogWatch::isIni)
                    .collect(ImmutableMap.toImmutableMap(file -> file, CatalogWatch::state));
        } catch (IOException | UncheckedIOException e) {
            return otherwise;
        }
    }

    private static String state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + "|" + attributes.size();
        } catch (IOException e) {
            return "gone";
        }
    }

    private static boolean isIni(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".ini");
    }
}
