package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.Attribute;
import dev.vitrine.catalog.model.ProfileRecord;
import dev.vitrine.catalog.resolve.SourcePaths.Use;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.catalog.store.Session.Found;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.ItemRef;
import java.util.Optional;

/**
 * Finds the files of ICC profiles, by what {@code icc=} or an {@code IccProfile…} attribute calls them: a name of the profile
 * map of the catalog or of the default catalog, or else a path. A request may also put the id of another catalog in front.
 * Whether the file is a profile, and of which kind, only its reader knows.
 */
public final class ProfileLookup {
    private final SourcePaths paths;
    private final ItemLookup items;

    public ProfileLookup(SourcePaths paths) {
        this(new ItemLookup(paths));
    }

    ProfileLookup(ItemLookup items) {
        this.paths = items.paths();
        this.items = items;
    }

    /**
     * The profile that a request names.
     *
     * @throws dev.vitrine.core.failure.FailureException if there is none of that name, its file is missing, or its path is
     *     refused
     */
    public SourceFile requireRequested(Session session, ItemRef name) {
        Optional<Found<ProfileRecord>> found = items.profileRecord(session, name);
        if (found.isPresent()) {
            return items.requireRecorded(
                    found.get().owner(), found.get().record().path(), Use.PROFILE);
        }
        return items.findFile(session, name, Use.PROFILE).orElseThrow(() -> items.unknown(session, name, Use.PROFILE));
    }

    /**
     * The profile that an attribute names; nothing if the attribute is defined nowhere.
     *
     * @throws dev.vitrine.core.failure.FailureException if there is none of that name, its file is missing, or its path is
     *     refused
     */
    public Optional<SourceFile> findDefault(Session session, Attribute<String> attribute) {
        return session.find(attribute).map(name -> requireDefault(session, name));
    }

    /**
     * The profile that stands for sources without one of their own: that of the first attribute, else that of the second. The
     * protocol falls back also where the first does not lead to a file; one that is wrong altogether is the second's matter.
     */
    public Optional<SourceFile> findDefault(Session session, Attribute<String> source, Attribute<String> output) {
        return session.find(source).flatMap(name -> find(session, name)).or(() -> findDefault(session, output));
    }

    /** The profile of this name in the catalog's own files, if it leads to one. */
    public Optional<SourceFile> find(Session session, String name) {
        Optional<Found<ProfileRecord>> found = session.profile(name);
        return found.isPresent()
                ? paths.findRecorded(found.get().owner(), found.get().record().path(), Use.PROFILE)
                : paths.findRecorded(session, name, Use.PROFILE);
    }

    private SourceFile requireDefault(Session session, String name) {
        return find(session, name)
                .orElseThrow(() -> Failures.unknownProfile(name, session.id().isEmpty() ? "default" : session.id()));
    }
}
