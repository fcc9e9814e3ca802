package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.FontRecord;
import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.resolve.SourcePaths.Use;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.catalog.store.Session.Found;
import dev.vitrine.core.failure.ErrorClass;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.MaterialSource;
import dev.vitrine.core.request.PercentCoding;
import dev.vitrine.core.request.Variable;
import dev.vitrine.core.value.ItemRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what the layers of one Image Serving request show, and takes note of how long that may be kept.
 *
 * <p>An image that is missing is replaced by the default image: the layer's alone ({@code DefaultImageMode=1}), or the whole
 * request's, and then {@link #missing} says so. Without a default image it is a failure. A request within this one of which
 * something is missing counts as missing itself.
 */
final class LayerSources {
    private static final int MOST_FONTS = 64;

    private final ItemLookup lookup;
    private final ColorDefaults colors;
    private final NestedImages nestedImages;
    private final Session session;
    private final List<Variable> variables;
    private final Nesting nesting;
    private final Optional<ItemRef> defaultImage;
    private final boolean standsIn;
    private final List<Warning> warnings;
    private Freshness freshness = Freshness.ANY;
    private boolean missing;

    /**
     * The sources of one request.
     *
     * @param variables what requests within this one inherit
     * @param defaultImage what replaces a missing image
     * @param standsIn whether this request is itself in the place of one that had something missing
     * @param warnings is added to
     */
    LayerSources(
            ItemLookup lookup,
            NestedImages nestedImages,
            Session session,
            List<Variable> variables,
            Nesting nesting,
            Optional<ItemRef> defaultImage,
            boolean standsIn,
            List<Warning> warnings) {
        this.lookup = lookup;
        this.colors = new ColorDefaults(new ProfileLookup(lookup));
        this.nestedImages = nestedImages;
        this.session = session;
        this.variables = variables;
        this.nesting = nesting;
        this.defaultImage = defaultImage;
        this.standsIn = standsIn;
        this.warnings = warnings;
    }

    /** A picture, and what its record knows of it. */
    record Sourced(ImageSource image, Optional<Found<ImageRecord>> record, Session owner) {
        double resolution() {
            return record.flatMap(found -> found.record().resolution())
                    .orElseGet(() -> owner.value(Attributes.RESOLUTION));
        }
    }

    /** Whether the default image has to replace the whole request. */
    boolean missing() {
        return missing;
    }

    /** That of all records and files; a request that needs none of them has its catalog's. */
    Freshness freshness() {
        Freshness all = freshness.equals(Freshness.ANY) ? Freshness.of(session) : freshness;
        return standsIn ? all.and(ofDefaultImages()) : all;
    }

    private Freshness ofDefaultImages() {
        return new Freshness(session.value(Attributes.DEFAULT_EXPIRATION), LastModified.NEVER);
    }

    /**
     * What {@code src=} or {@code mask=} names; nothing if it is {@link #missing}.
     *
     * @param command which of them
     */
    Optional<Sourced> find(String command, MaterialSource source) {
        if (source instanceof MaterialSource.Named named) {
            if (named.second().isPresent()) {
                throw Failures.badValue(command, named.item().text() + ",…", "one image");
            }
            return named(named.item());
        }
        if (source instanceof MaterialSource.Nested nested) {
            return nested(nested);
        }
        if (source instanceof MaterialSource.Foreign foreign) {
            throw Failures.foreignRefused(foreign.url(), "images of other servers are not fetched");
        }
        throw Failures.notSupported("A material embedded in a vignette");
    }

    /** What the path names; a template there has no picture of its own. */
    Optional<Sourced> ofPath(ItemRef item) {
        Optional<Found<ImageRecord>> record = lookup.imageRecord(session, item);
        if (record.isPresent() && record.get().record().path().isEmpty()) {
            add(record.get());
            return Optional.empty();
        }
        return named(item);
    }

    /** The file of a mask that a record has. */
    Optional<ImageSource> recordedMask(Found<ImageRecord> found) {
        return found.record()
                .maskPath()
                .map(path -> new ImageSource.File(lookup.requireRecorded(found.owner(), path, Use.IMAGE)));
    }

    /** A record that is a mask by itself: its mask, where it has one. */
    Optional<ImageSource> asMask(Sourced sourced) {
        return sourced.record()
                .flatMap(this::recordedMask)
                .or(() -> Optional.of(
                        sourced.image() instanceof ImageSource.File file ? file.asNumbers() : sourced.image()));
    }

    private Optional<Sourced> named(ItemRef item) {
        Optional<Sourced> found = find(item);
        if (found.isPresent()) {
            return found;
        }
        if (defaultImage.isEmpty()) {
            throw lookup.unknown(session, item, Use.IMAGE);
        }
        return replaced(() -> lookup.unknown(session, item, Use.IMAGE));
    }

    /** Why something is missing. */
    private interface Reason {
        FailureException failure();
    }

    private Optional<Sourced> replaced(Reason reason) {
        freshness = freshness.and(ofDefaultImages());
        if (session.value(Attributes.DEFAULT_IMAGE_MODE)) {
            return Optional.of(find(defaultImage.orElseThrow()).orElseThrow(reason::failure));
        }
        missing = true;
        return Optional.empty();
    }

    private Optional<Sourced> find(ItemRef item) {
        Optional<Found<ImageRecord>> record = lookup.imageRecord(session, item);
        if (record.isEmpty()) {
            Session owner = lookup.fileOwner(session, item);
            addFile(owner);
            return lookup.findImageFile(session, item)
                    .map(file -> new Sourced(picture(file, owner), Optional.empty(), owner));
        }
        add(record.get());
        Session owner = record.get().owner();
        Optional<String> path = record.get().record().path();
        if (path.isEmpty()) {
            return nested(byRecord(record.get()));
        }
        return lookup.findRecorded(owner, path.get(), Use.IMAGE)
                .map(file -> new Sourced(picture(file, owner), record, owner));
    }

    private ImageSource picture(SourceFile file, Session owner) {
        return new ImageSource.File(file, Optional.of(colors.sources(owner, session)));
    }

    /** A request for what a record shows, in the session that it stands in. */
    static MaterialSource.Nested byRecord(Found<ImageRecord> found) {
        String catalog = found.owner().id();
        String name = catalog.isEmpty()
                ? found.record().id()
                : catalog + "/" + found.record().id();
        return new MaterialSource.Nested(Dialect.SERVING, PercentCoding.encode(name));
    }

    private Optional<Sourced> nested(MaterialSource.Nested nested) {
        Nesting deeper = nesting.deeper();
        NestedImages.NestedImage inner;
        try {
            inner = nestedImages.read(nested, variables, session, deeper);
        } catch (FailureException e) {
            boolean replaceable = e.failure().kind().errorClass() == ErrorClass.NOT_FOUND && defaultImage.isPresent();
            if (!replaceable) {
                throw e;
            }
            if (nested.dialect() == Dialect.SERVING) {
                return replaced(() -> e);
            }
            missing = true;
            return Optional.empty();
        }
        warnings.addAll(inner.warnings());
        freshness = freshness.and(inner.freshness());
        return Optional.of(new Sourced(inner.source(), Optional.empty(), session));
    }

    /** Takes note of a record. */
    void add(Found<ImageRecord> found) {
        ImageRecord record = found.record();
        freshness = freshness.and(Freshness.of(record.expiration(), record.timeStamp(), found.owner()));
    }

    /** Takes note of a file that no record names. */
    void addFile(Session owner) {
        freshness = freshness.and(Freshness.of(owner));
    }

    /** The fonts that text may use. */
    FontFiles fonts() {
        List<FontFiles.Face> faces = new ArrayList<>();
        for (Found<FontRecord> font : session.fonts()) {
            if (faces.size() < MOST_FONTS) {
                FontRecord record = font.record();
                lookup.findRecorded(font.owner(), record.path(), Use.IMAGE)
                        .ifPresent(file ->
                                faces.add(new FontFiles.Face(record.name(), record.bold(), record.italic(), file)));
            }
        }
        return new FontFiles(
                faces, session.find(Attributes.DEFAULT_FONT), session.value(Attributes.SYNTHESIZE_FONT_STYLES));
    }
}
