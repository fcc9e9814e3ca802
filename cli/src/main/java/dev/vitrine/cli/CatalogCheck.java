package dev.vitrine.cli;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.catalog.model.Attribute;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.FontRecord;
import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.model.MaterialRecord;
import dev.vitrine.catalog.model.ProfileRecord;
import dev.vitrine.catalog.model.VignetteRecord;
import dev.vitrine.catalog.resolve.ProfileLookup;
import dev.vitrine.catalog.resolve.ProfileSource;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.catalog.resolve.SourcePaths;
import dev.vitrine.catalog.resolve.SourcePaths.Use;
import dev.vitrine.catalog.store.CatalogSnapshot;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.codec.IccProfile;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.scene.PackageProblem;
import dev.vitrine.render.scene.PackageValidator;
import dev.vitrine.render.text.FontShelf;
import dev.vitrine.server.Application;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * One look at everything that catalogs name: packages are opened whole, of pictures the header, profiles and fonts as a request
 * would. What two catalogs of one folder both name by the same id and path is looked at once: image catalogs are to come first,
 * for an image may be found by the default suffix of its catalog where a material would not be.
 */
final class CatalogCheck {
    private static final long SILENCE_NANOS = 5_000_000_000L;
    private static final ImmutableMap<Attribute<String>, PixelType> OUTPUTS = ImmutableMap.of(
            Attributes.ICC_PROFILE_RGB, PixelType.RGB,
            Attributes.ICC_PROFILE_CMYK, PixelType.CMYK,
            Attributes.ICC_PROFILE_GRAY, PixelType.GRAY);
    private static final ImmutableMap<Attribute<String>, PixelType> INPUTS = ImmutableMap.of(
            Attributes.ICC_PROFILE_SRC_RGB, PixelType.RGB,
            Attributes.ICC_PROFILE_SRC_CMYK, PixelType.CMYK,
            Attributes.ICC_PROFILE_SRC_GRAY, PixelType.GRAY);

    private final SourcePaths paths;
    private final ProfileLookup profileFiles;
    private final NamedPictures pictures;
    private final RenderLimits limits;
    private final PackageValidator validator;
    private final Consumer<String> out;
    private final Consumer<String> progress;
    private final LongSupplier nanoTime;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private long lastWord;
    private int errors;
    private int warnings;
    private int vignettes;
    private int styles;
    private int images;
    private int profiles;
    private int fonts;

    /**
     * A check that has looked at nothing yet.
     *
     * @param application whose catalogs they are
     * @param out takes the problems, a line each
     * @param progress takes a line after every five seconds
     * @param nanoTime such as {@link System#nanoTime}
     */
    CatalogCheck(Application application, Consumer<String> out, Consumer<String> progress, LongSupplier nanoTime) {
        this.paths = new SourcePaths(application.config().resourceRoots());
        this.profileFiles = new ProfileLookup(paths);
        this.pictures = new NamedPictures(application);
        this.limits = application.config().renderLimits();
        this.validator = new PackageValidator(limits);
        this.out = out;
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.lastWord = nanoTime.getAsLong();
    }

    /** Looks at all catalogs of a folder. */
    void check(CatalogSnapshot snapshot) {
        snapshot.problems().forEach(problem -> tell(problem.isError(), problem.toString()));
        Stream.concat(
                        Stream.of(snapshot.defaultSession()),
                        snapshot.catalogs().keySet().stream().sorted().map(snapshot::session))
                .forEach(this::check);
    }

    boolean hasErrors() {
        return errors > 0;
    }

    /** What was looked at and what came of it, in one line. */
    String summary() {
        return counts() + ": " + errors + " errors, " + warnings + " warnings";
    }

    private String counts() {
        return vignettes + " vignettes, " + styles + " styles, " + images + " images, " + profiles + " profiles and "
                + fonts + " fonts";
    }

    private void check(Session session) {
        for (VignetteRecord record : session.catalog().vignettes().values()) {
            record.path().ifPresent(path -> vignette(session, record.id(), path));
        }
        for (MaterialRecord record : session.catalog().materials().values()) {
            record.path().ifPresent(path -> image(session, record.id(), path, Use.MATERIAL));
            record.auxPath().ifPresent(path -> style(session, record.id(), path));
        }
        for (ImageRecord record : session.catalog().serving().images().values()) {
            record.path().ifPresent(path -> image(session, record.id(), path, Use.IMAGE));
            record.maskPath().ifPresent(path -> image(session, record.id() + " (mask)", path, Use.IMAGE));
        }
        for (ProfileRecord record : session.catalog().profiles().values()) {
            if (isNew("profile", session, record.name(), record.path())) {
                profiles++;
                attempt(name(session, record.name()), () -> profile(file(session, record.path(), Use.PROFILE)));
            }
        }
        for (FontRecord record : session.catalog().serving().fonts()) {
            if (isNew("font", session, record.name(), record.path())) {
                fonts++;
                attempt(name(session, record.name()), () -> FontShelf.check(file(session, record.path(), Use.IMAGE)));
            }
        }
        OUTPUTS.forEach((attribute, type) -> attribute(session, attribute, type, true));
        INPUTS.forEach((attribute, type) -> attribute(session, attribute, type, false));
        NamedPictures.of(session).forEach(attribute -> picture(session, attribute));
    }

    private void vignette(Session session, String id, String path) {
        if (isNew("vignette", session, id, path)) {
            vignettes++;
            openPackage(name(session, id), session, path, Use.VIGNETTE);
        }
    }

    private void style(Session session, String id, String path) {
        if (isNew("style", session, id, path)) {
            styles++;
            openPackage(name(session, id), session, path, Use.MATERIAL);
        }
    }

    private void image(Session session, String id, String path, Use use) {
        if (isNew("image", session, id, path)) {
            images++;
            attempt(name(session, id), () -> readHeader(file(session, path, use)));
        }
    }

    /** A picture that the catalog's own attribute names. */
    private void picture(Session session, Attribute<String> attribute) {
        attempt(
                session.name() + ", " + attribute.name(),
                () -> pictures.find(session, attribute).ifPresent(this::readHeader));
    }

    private void readHeader(SourceFile picture) {
        new Decoder(limits.maxSourcePixels()).size(SourceBytes.read(picture, limits.maxPackageBytes()));
    }

    private void openPackage(String name, Session session, String path, Use use) {
        attempt(name, () -> {
            for (PackageProblem problem :
                    validator.check(file(session, path, use).path())) {
                tell(problem.severity() == PackageProblem.Severity.ERROR, name + ": " + problem);
            }
        });
    }

    /** A profile that the catalog's own attribute names; sources fall back where it is not there, replies do not. */
    private void attribute(Session session, Attribute<String> attribute, PixelType type, boolean isOutput) {
        Optional<String> value = session.catalog().attributes().find(attribute);
        if (value.isEmpty() || !isNew(attribute.name(), session, "", value.get())) {
            return;
        }
        String name = session.name() + ", " + attribute.name();
        attempt(name, () -> {
            Optional<SourceFile> file = profileFiles.find(session, value.get());
            if (file.isPresent()) {
                IccProfile profile = profile(file.get());
                requireType(name, value.get(), profile.type(), type);
                if (isOutput && profile.inputOnly()) {
                    tell(true, name + ": error: colors cannot be converted to '" + value.get() + "', only from it");
                }
            } else if (ProfileSource.builtIn(value.get()).isPresent()) {
                requireType(name, value.get(), PixelType.RGB, type);
            } else {
                String level = isOutput ? "error" : "warning";
                tell(isOutput, name + ": " + level + ": there is no profile '" + value.get() + "'");
            }
        });
    }

    private void requireType(String name, String profile, PixelType found, PixelType wanted) {
        if (found != wanted) {
            tell(
                    true,
                    name + ": error: '" + profile + "' is a profile of " + word(found) + " and not of " + word(wanted));
        }
    }

    private static String word(PixelType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static IccProfile profile(SourceFile file) {
        return IccProfile.of(SourceBytes.read(file, IccProfile.MOST_BYTES));
    }

    private SourceFile file(Session session, String path, Use use) {
        return paths.findRecorded(session, path, use).orElseThrow(() -> Failures.sourceMissing(path));
    }

    private void attempt(String name, Runnable work) {
        try {
            work.run();
        } catch (FailureException e) {
            tell(true, name + ": error: " + e.failure().message());
        }
        long now = nanoTime.getAsLong();
        if (now - lastWord > SILENCE_NANOS) {
            lastWord = now;
            progress.accept("checked " + counts() + " so far");
        }
    }

    private boolean isNew(String kind, Session session, String id, String path) {
        return seen.add(String.join("\t", kind, name(session, id), path, String.join("/", session.rootPaths())));
    }

    private static String name(Session session, String id) {
        return session.id().isEmpty() ? id : session.id() + "/" + id;
    }

    private void tell(boolean isError, String line) {
        if (told.add(line)) {
            errors += isError ? 1 : 0;
            warnings += isError ? 0 : 1;
            out.accept(line);
        }
    }
}
