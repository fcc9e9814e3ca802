package dev.vitrine.render.scene;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.limit.RenderLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The files of a package at one moment: a ZIP archive, or the same tree in a folder. What cannot be read, or is not what it was
 * when the package was opened, is a failure of the package.
 */
interface PackageFiles {
    String MANIFEST = "manifest.json";

    /** A small picture of the scene, for people; may be missing. */
    String THUMBNAIL = "thumbnail.jpg";

    /** What messages call the package. */
    String name();

    /** Changes whenever the content may have changed. */
    String identity();

    /** The paths of all files. */
    Set<String> entries();

    /** A file's content, if it is of at most this many bytes. */
    byte[] read(String entry, long most);

    /** A file's content, within the limit for all entries. */
    byte[] read(String entry);

    default byte[] manifest() {
        return read(MANIFEST, ManifestText.MAX_BYTES);
    }

    default SourceBytes source(String entry) {
        return new SourceBytes(name() + ":" + entry, read(entry));
    }

    /** Opens what is at a path now. */
    static PackageFiles open(String name, Path path, RenderLimits limits) {
        try {
            if (!Files.exists(path)) {
                throw Failures.sourceMissing(name);
            }
            return Files.isDirectory(path)
                    ? FolderPackage.open(name, path, limits)
                    : ZipPackage.open(name, path, limits);
        } catch (IOException e) {
            throw Failures.sourceDamaged(name, e);
        }
    }
}
