package dev.vitrine.render.scene;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.render.limit.RenderLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zipped package. The archive is opened for each file that is read and closed again, so that nothing is held open for scenes
 * that rest in a cache; whether it is still the same file is checked each time, and each entry's checksum too (the JDK leaves
 * that to its callers).
 */
final class ZipPackage implements PackageFiles {
    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 65535;
    private static final int CHUNK = 64 * 1024;

    private final String name;
    private final Path file;
    private final String identity;
    private final Set<String> entries;
    private final RenderLimits limits;

    private ZipPackage(String name, Path file, String identity, Set<String> entries, RenderLimits limits) {
        this.name = name;
        this.file = file;
        this.identity = identity;
        this.entries = entries;
        this.limits = limits;
    }

    static ZipPackage open(String name, Path file, RenderLimits limits) throws IOException {
        String identity = identity(file);
        if (Files.size(file) > limits.maxPackageBytes()) {
            throw Failures.sourceTooLarge(name, Files.size(file) + " bytes");
        }
        checkEntryCount(name, file, limits.maxEntries());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new ZipPackage(name, file, identity, names(name, zip, limits), limits);
        } catch (IllegalArgumentException e) {
            throw Failures.sourceDamaged(name, e);
        }
    }

    /** The state of the file at this moment. */
    static String identity(String name, Path file) {
        try {
            return identity(file);
        } catch (NoSuchFileException e) {
            throw Failures.sourceMissing(name);
        } catch (IOException e) {
            throw Failures.sourceDamaged(name, e);
        }
    }

    private static String identity(Path file) throws IOException {
        BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
        return file.toAbsolutePath() + "|" + state.size() + "|"
                + state.lastModifiedTime().toMillis();
    }

    /** Reads the archive's end record by itself: opening an archive takes memory for every entry that it lists. */
    private static void checkEntryCount(String name, Path file, int most) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), END_RECORD + LONGEST_COMMENT);
            byte[] tail = new byte[length];
            in.seek(in.length() - length);
            in.readFully(tail);
            for (int i = length - END_RECORD; i >= 0; i--) {
                if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
                    int count = (tail[i + 10] & 0xff) + 256 * (tail[i + 11] & 0xff);
                    if (count > most) {
                        throw Failures.sourceTooLarge(name, count + " entries");
                    }
                    return;
                }
            }
        }
        throw Failures.sourceDamaged(name, "it is not a whole ZIP archive");
    }

    private static Set<String> names(String name, ZipFile zip, RenderLimits limits) {
        Set<String> names = new LinkedHashSet<>();
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            ZipEntry entry = all.nextElement();
            String path = entry.isDirectory() ? entry.getName().replaceAll("/$", "") : entry.getName();
            if (!EntryNames.isSafe(path)) {
                throw Failures.sourceDamaged(name, "the entry name '" + path + "' is not allowed");
            }
            if (!entry.isDirectory() && !names.add(path)) {
                throw Failures.sourceDamaged(name, "it holds '" + path + "' twice");
            }
            if (entry.getSize() > limits.maxEntryBytes()) {
                throw Failures.sourceTooLarge(name, "'" + path + "' has " + entry.getSize() + " bytes");
            }
        }
        return names;
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
        String where = name + ":" + entry;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (!identity(file).equals(identity)) {
                throw Failures.sourceDamaged(name, "it was replaced while it was being read");
            }
            ZipEntry found = zip.getEntry(entry);
            if (found == null) {
                throw Failures.sourceDamaged(where, "it is gone");
            }
            try (InputStream in = zip.getInputStream(found)) {
                byte[] data = readBounded(name, entry, in, most);
                check(found, data);
                return data;
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Failures.sourceDamaged(where, e);
        }
    }

    private static void check(ZipEntry entry, byte[] data) throws ZipException {
        CRC32 sum = new CRC32();
        sum.update(data);
        if (sum.getValue() != entry.getCrc()) {
            throw new ZipException("the checksum is wrong");
        }
    }

    /** Everything of a stream, however much it claims to be: counted while it is inflated. */
    static byte[] readBounded(String name, String entry, InputStream in, long most) throws IOException {
        int limit = (int) Math.min(most, Integer.MAX_VALUE - CHUNK);
        try {
            byte[] data = in.readNBytes(limit);
            if (data.length == limit && in.read() >= 0) {
                throw Failures.sourceTooLarge(name, "'" + entry + "' inflates to more than " + limit + " bytes");
            }
            return data;
        } catch (OutOfMemoryError e) {
            throw Failures.sourceTooLarge(name, "'" + entry + "' does not fit into memory");
        }
    }
}
