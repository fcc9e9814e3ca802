package dev.vitrine.render.scene;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes packages: the media type first, then the manifest, then all files by name. No clock is looked at, so equal content
 * gives equal bytes. A package appears under its name only when it is whole.
 */
public final class PackageWriter {
    public static final String MEDIA_TYPE = "application/vnd.open-vignette+zip";

    private static final String MIME_ENTRY = "mimetype";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private PackageWriter() {}

    /** Writes a vignette; replaces what was there. */
    public static void write(Path file, Scene scene, Map<String, byte[]> files) throws IOException {
        write(file, ManifestWriter.write(scene), files);
    }

    static void write(Path file, byte[] manifest, Map<String, byte[]> files) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            write(out, manifest, files);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(OutputStream out, byte[] manifest, Map<String, byte[]> files) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            stored(zip, MIME_ENTRY, MEDIA_TYPE.getBytes(US_ASCII));
            deflated(zip, PackageFiles.MANIFEST, manifest);
            for (Map.Entry<String, byte[]> file :
                    ImmutableSortedMap.copyOf(files).entrySet()) {
                if (isPacked(file.getKey())) {
                    stored(zip, file.getKey(), file.getValue());
                } else {
                    deflated(zip, file.getKey(), file.getValue());
                }
            }
        }
    }

    /** Whether a file is compressed already. */
    private static boolean isPacked(String name) {
        return name.endsWith(".png") || name.endsWith(".jpg");
    }

    private static void stored(ZipOutputStream zip, String name, byte[] data) throws IOException {
        ZipEntry entry = entry(name);
        CRC32 sum = new CRC32();
        sum.update(data);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(data.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(data);
        zip.closeEntry();
    }

    private static void deflated(ZipOutputStream zip, String name, byte[] data) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(data);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }
}
