package dev.vitrine.render.scene;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A folder that is laid out for an author: a specification to be changed and packed, and the files that it names. */
final class AuthorFolder {
    private AuthorFolder() {}

    /**
     * Writes into a folder that is empty or not there yet: nothing of an author's is overwritten.
     *
     * @param specification the name of the file that the packer looks for
     * @param wanted those of {@code files} to write, by names that are known to lead nowhere else
     * @return how many files were written
     */
    static int fill(Path folder, String specification, ObjectNode tree, PackageFiles files, Collection<String> wanted)
            throws IOException {
        requireEmpty(folder);
        Files.createDirectories(folder);
        Files.write(folder.resolve(specification), new YAMLMapper().writeValueAsBytes(tree));
        for (String entry : wanted) {
            Path file = folder.resolve(entry);
            Files.createDirectories(file.getParent());
            Files.write(file, files.read(entry));
        }
        return wanted.size() + 1;
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new FileAlreadyExistsException(
                            folder + " is not empty; name an empty folder, or one that is not there yet");
                }
            }
        }
    }
}
