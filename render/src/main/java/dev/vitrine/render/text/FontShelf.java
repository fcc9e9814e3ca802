package dev.vitrine.render.text;

import dev.vitrine.catalog.resolve.FontFiles;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.SourceBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** Where faces come from: the files of a font map, else the family that travels with us. Faces are kept. */
public final class FontShelf {
    private static final long MOST_BYTES = 64L << 20;

    /** What travels with us; its license lies beside it. */
    private static final String FAMILY = "LiberationSans-";

    private final ByteBoundedCache cache;

    public FontShelf(ByteBoundedCache cache) {
        this.cache = cache;
    }

    private record Key(String identity, long bytes) implements ByteBoundedCache.Key<Face> {
        @Override
        public long bytes(Face value) {
            return 2 * bytes;
        }
    }

    /**
     * A face, and what has to be done to its letters.
     *
     * @param slanted whether they have to be slanted, because there is no italic one
     * @param heavy whether they have to be made bold
     */
    record Choice(Face face, boolean slanted, boolean heavy) {}

    /** The face for a style; for a name that the map does not have, the one that travels with us. */
    Choice choose(TextStyle style, FontFiles files) {
        String wanted = style.font().isEmpty() ? files.fallback().orElse("") : style.font();
        Optional<FontFiles.Face> best = files.faces().stream()
                .filter(face -> face.name().toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)))
                .min((a, b) -> Integer.compare(distance(a, style), distance(b, style)));
        if (best.isEmpty()) {
            return new Choice(bundled(style), false, false);
        }
        FontFiles.Face face = best.get();
        boolean slanted = style.italic() && !face.italic();
        boolean heavy = style.bold() && !face.bold();
        if ((slanted || heavy) && !files.synthesizes()) {
            throw Failures.sourceMissing(
                    face.name() + (style.bold() ? " bold" : "") + (style.italic() ? " italic" : ""));
        }
        return new Choice(read(face.file()), slanted, heavy);
    }

    /**
     * Opens a font file as a face, and keeps nothing of it.
     *
     * @throws dev.vitrine.core.failure.FailureException if it is none
     */
    public static void check(SourceFile file) {
        Face.read(SourceBytes.read(file, MOST_BYTES));
    }

    private static int distance(FontFiles.Face face, TextStyle style) {
        return (face.bold() == style.bold() ? 0 : 2) + (face.italic() == style.italic() ? 0 : 1);
    }

    private Face read(SourceFile file) {
        return cache.get(new Key(file.identity(), file.bytes()), () -> Face.read(SourceBytes.read(file, MOST_BYTES)));
    }

    /** The face that is always there. */
    Face bundled(TextStyle style) {
        String variant =
                style.bold() ? (style.italic() ? "BoldItalic" : "Bold") : style.italic() ? "Italic" : "Regular";
        String name = FAMILY + variant + ".ttf";
        return cache.get(new Key(name, 420_000), () -> Face.read(new SourceBytes(name, resource(name))));
    }

    private static byte[] resource(String name) {
        try (InputStream in = FontShelf.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in this build");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
