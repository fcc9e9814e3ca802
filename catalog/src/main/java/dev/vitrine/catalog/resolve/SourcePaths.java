package dev.vitrine.catalog.resolve;

import com.google.common.base.Splitter;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds source files below the resource folders, and nowhere else.
 *
 * <p>A relative path is looked for at {@code <folder>/<default RootPath>/<catalog RootPath>/<path>}, in every resource folder
 * in order; a step that is absolute replaces all before it. Wherever that leads, links followed, must lie within a resource
 * folder, or the request is refused: an absolute {@code RootPath} or {@code Path} is good for pointing into one of several
 * folders, not for leaving them.
 *
 * <p>Paths of catalog records are the operator's: they may be absolute, step up with {@code ..}, and use backslashes. Paths of
 * requests may do none of that. Of a package that lies unzipped in a folder, the manifest's length and time stand for all.
 */
public final class SourcePaths {
    /** What a file is wanted for, which decides the suffixes that are tried. */
    public enum Use {
        /** A vignette: also with {@code .ovp} added. */
        VIGNETTE,
        /** A texture, decal, style file or error image. */
        MATERIAL,
        /** A picture, mask or font of Image Serving. */
        IMAGE,
        /** An ICC profile. */
        PROFILE
    }

    private static final Splitter SLASHES = Splitter.on('/').omitEmptyStrings();
    private static final String MANIFEST = "manifest.json";

    private final List<Path> folders;
    private final List<Path> realFolders;

    /** Paths below these folders, the first of which is tried first; one that does not exist holds nothing. */
    public SourcePaths(List<Path> folders) {
        this.folders = folders.stream().map(Path::toAbsolutePath).toList();
        this.realFolders = this.folders.stream().map(SourcePaths::realOrSelf).toList();
    }

    /**
     * Finds a file by the path in a catalog file; a picture also with the catalog's default suffix.
     *
     * @param owner the catalog whose root path counts
     */
    public Optional<SourceFile> findRecorded(Session owner, String path, Use use) {
        Optional<SourceFile> found = find(owner, path, path.replace('\\', '/'), use);
        return found.isPresent() || use != Use.IMAGE
                ? found
                : withSuffix(owner, path).flatMap(name -> find(owner, name, name.replace('\\', '/'), use));
    }

    /** The path of a picture with the catalog's default suffix, if it has none and the catalog one. */
    static Optional<String> withSuffix(Session owner, String path) {
        boolean bare = path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
        return owner.find(Attributes.DEFAULT_EXT)
                .filter(ext -> bare && !ext.isEmpty())
                .map(ext -> path + "." + ext);
    }

    /**
     * Finds a file by what a request calls it, which is trusted with nothing.
     *
     * @param name the whole name, for messages
     * @param elements the path below the owner's root path
     */
    public Optional<SourceFile> findRequested(Session owner, String name, List<String> elements, Use use) {
        List<String> steps = SLASHES.splitToList(String.join("/", elements));
        for (String step : steps) {
            checkStep(step, name);
        }
        return steps.isEmpty() ? Optional.empty() : find(owner, name, String.join("/", steps), use);
    }

    private static void checkStep(String step, String name) {
        if (step.chars().allMatch(c -> c == '.')) {
            throw Failures.pathRefused(name, "it steps up or sideways with dots");
        }
        if (step.indexOf('\\') >= 0) {
            throw Failures.pathRefused(name, "it holds a backslash");
        }
        if (step.chars().anyMatch(Character::isISOControl)) {
            throw Failures.pathRefused(name, "it holds a control character");
        }
        if (step.matches("[A-Za-z]:.*")) {
            throw Failures.pathRefused(name, "it names a drive");
        }
    }

    private Optional<SourceFile> find(Session owner, String name, String path, Use use) {
        SourceSuffixes suffixes = SourceSuffixes.of(path, use);
        for (String candidate : suffixes.readable()) {
            Optional<SourceFile> found = findExactly(owner, name, candidate);
            if (found.isPresent()) {
                return found;
            }
        }
        for (String candidate : suffixes.proprietary()) {
            if (findExactly(owner, name, candidate).isPresent()) {
                throw Failures.sourceUnsupported(name, SourceSuffixes.advice(candidate));
            }
        }
        return Optional.empty();
    }

    private Optional<SourceFile> findExactly(Session owner, String name, String path) {
        for (Path folder : folders) {
            Optional<SourceFile> found = sourceFile(name, below(folder, owner, name, path));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Path below(Path folder, Session owner, String name, String path) {
        List<String> steps = new ArrayList<>(owner.rootPaths());
        steps.add(path);
        try {
            Path place = folder;
            for (String step : steps) {
                place = place.resolve(step.replace('\\', '/'));
            }
            return place.normalize();
        } catch (InvalidPathException e) {
            throw Failures.pathRefused(name, "it is no path on this machine");
        }
    }

    private Optional<SourceFile> sourceFile(String name, Path candidate) {
        try {
            Path real = candidate.toRealPath();
            if (realFolders.stream().noneMatch(real::startsWith)) {
                throw Failures.pathRefused(name, "it leads out of the resource folders");
            }
            BasicFileAttributes state = Files.readAttributes(real, BasicFileAttributes.class);
            if (state.isDirectory()) {
                state = Files.readAttributes(real.resolve(MANIFEST), BasicFileAttributes.class);
            }
            return state.isRegularFile()
                    ? Optional.of(new SourceFile(
                            name, real, state.size(), state.lastModifiedTime().toMillis()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // not there, or not for us: the same to whoever asks
        }
    }

    private static Path realOrSelf(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.normalize();
        }
    }

    /** The names that stand for one path, by its suffix. */
    private record SourceSuffixes(List<String> readable, List<String> proprietary) {
        static SourceSuffixes of(String path, Use use) {
            String lower = path.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".vnt") || lower.endsWith(".vnc") || lower.endsWith(".vnw")) {
                return new SourceSuffixes(List.of(openName(path)), List.of(path));
            }
            return use == Use.VIGNETTE
                    ? new SourceSuffixes(List.of(path, path + ".ovp"), List.of(path + ".vnt"))
                    : new SourceSuffixes(List.of(path), List.of());
        }

        static String advice(String proprietary) {
            String file = proprietary.substring(proprietary.lastIndexOf('/') + 1);
            return "put the open package " + openName(file) + " beside it; './vitrine pack' makes one";
        }

        /** {@code x.ovp} for {@code x.vnt}, and likewise {@code .ovc} and {@code .ovw}. */
        private static String openName(String path) {
            String open = path.toLowerCase(Locale.ROOT).endsWith(".vnt") ? "p" : path.substring(path.length() - 1);
            return path.substring(0, path.length() - 3) + "ov" + open.toLowerCase(Locale.ROOT);
        }
    }
}
