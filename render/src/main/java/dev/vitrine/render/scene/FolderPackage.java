package dev.vitrine.render.scene;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.render.limit.RenderLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A package that was not zipped, for authoring. Links are not followed out of the folder. */
final class FolderPackage implements PackageFiles {
    private static final int MAX_FOLDER_DEPTH = 16;

    private final String name;
    private final Path root;
    private final String identity;
    private final Set<String> entries;
    private final RenderLimits limits;

    private FolderPackage(String name, Path root, String identity, Set<String> entries, RenderLimits limits) {
        this.name = name;
        this.root = root;
        this.identity = identity;
        this.entries = entries;
        this.limits = limits;
    }

    static FolderPackage open(String name, Path root, RenderLimits limits) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(root, MAX_FOLDER_DEPTH)) {
            walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .limit(limits.maxEntries() + 1L)
                    .forEach(files::add);
        }
        if (files.size() > limits.maxEntries()) {
            throw Failures.sourceTooLarge(name, "more than " + limits.maxEntries() + " files");
        }
        Set<String> entries = new LinkedHashSet<>();
        long state = 17;
        for (Path file : files.stream().sorted().toList()) {
            String entry = root.relativize(file).toString().replace('\\', '/');
            entries.add(entry);
            long modified = Files.getLastModifiedTime(file).toMillis();
            state = ((state * 31 + entry.hashCode()) * 31 + Files.size(file)) * 31 + modified;
        }
        String identity = root.toAbsolutePath() + "|" + Long.toHexString(state);
        return new FolderPackage(name, root, identity, entries, limits);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public Set<String> entries() {
        return entries;
    }

    @Override
    public byte[] read(String entry) {
        return read(entry, limits.maxEntryBytes());
    }

    @Override
    public byte[] read(String entry, long most) {
        if (!entries.contains(entry)) {
            throw Failures.sourceDamaged(name, "it has no file " + entry);
        }
        try (InputStream in = Files.newInputStream(root.resolve(entry), LinkOption.NOFOLLOW_LINKS)) {
            return ZipPackage.readBounded(name, entry, in, most);
        } catch (IOException e) {
            throw Failures.sourceDamaged(name + ":" + entry, e);
        }
    }
}
