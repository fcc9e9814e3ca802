package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.CacheValidation;
import dev.vitrine.catalog.model.Catalog;
import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.model.MaterialRecord;
import dev.vitrine.catalog.model.NearestName;
import dev.vitrine.catalog.model.ProfileRecord;
import dev.vitrine.catalog.model.VignetteRecord;
import dev.vitrine.catalog.resolve.SourcePaths.Use;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.catalog.store.Session.Found;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.ItemRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Finds what an item names, in the protocol's order:
 *
 * <ol>
 *   <li>the whole name is the id of a record of the session catalog;
 *   <li>its first element is a catalog's id, and the rest is the id of a record of that catalog;
 *   <li>it is a file: the rest, below that catalog's root path; without such a catalog the whole, below the session's.
 * </ol>
 *
 * Every catalog has the default catalog's records behind its own. Letter case counts.
 */
final class ItemLookup {
    private final SourcePaths paths;

    ItemLookup(SourcePaths paths) {
        this.paths = paths;
    }

    SourcePaths paths() {
        return paths;
    }

    /** A catalog, and what is left of the name within it; nothing is left of a name that is just the catalog's. */
    private record Place(Session owner, List<String> rest) {}

    Optional<Found<VignetteRecord>> vignetteRecord(Session session, ItemRef item) {
        return record(session, item, Session::vignette);
    }

    Optional<Found<MaterialRecord>> materialRecord(Session session, ItemRef item) {
        return record(session, item, Session::material);
    }

    Optional<Found<ProfileRecord>> profileRecord(Session session, ItemRef item) {
        return record(session, item, Session::profile);
    }

    /** Likewise; a slash in front of the name leaves the session's own catalog aside. */
    Optional<Found<ImageRecord>> imageRecord(Session session, ItemRef item) {
        return record(rooted(session, item), item, Session::image);
    }

    private static Session rooted(Session session, ItemRef item) {
        return item.rooted() ? session.overDefaults() : session;
    }

    /** Likewise for image catalogs. */
    boolean isImageCatalogOnly(Session session, ItemRef item) {
        return place(session, item).rest().isEmpty()
                && session.image(item.text()).isEmpty();
    }

    /** The image file of this name, taken as a path; a name without a suffix gets the catalog's default one too. */
    Optional<SourceFile> findImageFile(Session session, ItemRef item) {
        Session searched = rooted(session, item);
        return findFile(searched, item, Use.IMAGE)
                .or(() -> SourcePaths.withSuffix(fileOwner(searched, item), item.text())
                        .flatMap(name -> findFile(searched, ItemRef.read("src", name), Use.IMAGE)));
    }

    /** The file that a record names, if it is there. */
    Optional<SourceFile> findRecorded(Session owner, String path, Use use) {
        return paths.findRecorded(owner, path, use);
    }

    /** Whether the name is that of a catalog and nothing more, so that it chooses the session but no item. */
    boolean isCatalogOnly(Session session, ItemRef item) {
        return place(session, item).rest().isEmpty()
                && session.vignette(item.text()).isEmpty();
    }

    /** The session over the catalog that a file of this name belongs to: its defaults hold for the file. */
    Session fileOwner(Session session, ItemRef item) {
        return filePlace(session, item).owner();
    }

    /** A catalog that wants a full match is left aside: it has no record of this name. */
    private static Place filePlace(Session session, ItemRef item) {
        Place place = place(session, item);
        return place.owner().value(Attributes.FULL_MATCH) && !place.owner().isDefault()
                ? new Place(session.overDefaults(), item.elements())
                : place;
    }

    /** The file of this name, taken as a path. */
    Optional<SourceFile> findFile(Session session, ItemRef item, Use use) {
        Place place = filePlace(session, item);
        boolean allowed = place.owner()
                .find(Attributes.ALLOW_DIRECT_ACCESS)
                .map(access -> access.allows(sourceType(use)))
                .orElse(true);
        return allowed ? paths.findRequested(place.owner(), item.text(), place.rest(), use) : Optional.empty();
    }

    private static String sourceType(Use use) {
        return switch (use) {
            case VIGNETTE -> "IR_VNT";
            case MATERIAL -> "IR_MAT";
            case IMAGE, PROFILE -> "IS";
        };
    }

    /** The file that a record names. */
    SourceFile requireRecorded(Session owner, String path, Use use) {
        return paths.findRecorded(owner, path, use).orElseThrow(() -> Failures.sourceMissing(path));
    }

    /** The same; where the catalog wants it, replies take it for unchanged as long as the time stamp is. */
    SourceFile requireRecorded(Session owner, String path, Optional<Long> timeStamp, Use use) {
        SourceFile file = requireRecorded(owner, path, use);
        return owner.value(Attributes.CACHE_VALIDATION_POLICY) == CacheValidation.BY_TIME_STAMP
                ? file.stamped(timeStamp.orElse(owner.catalog().timeStamp()))
                : file;
    }

    /** Why an item that is neither record nor file was not found. */
    FailureException unknown(Session session, ItemRef item, Use use) {
        Place place = place(session, item);
        if (item.elements().size() > 1 && place.rest().size() == item.elements().size()) {
            String id = item.elements().get(0);
            return Failures.unknownCatalog(
                    id, item.text(), hint(id, session.snapshot().catalogs().keySet()));
        }
        String catalog =
                place.owner().id().isEmpty() ? "default" : place.owner().id();
        String name = place.rest().isEmpty() ? item.text() : String.join("/", place.rest());
        return switch (use) {
            case VIGNETTE -> Failures.unknownVignette(name, catalog, hint(place.owner(), name, Catalog::vignettes));
            case MATERIAL -> Failures.unknownMaterial(name, catalog, hint(place.owner(), name, Catalog::materials));
            case IMAGE -> Failures.unknownImage(name, catalog);
            case PROFILE -> Failures.unknownProfile(name, catalog);
        };
    }

    /** The nearest id of the catalog, else of the default catalog. */
    private static String hint(Session owner, String name, Function<Catalog, Map<String, ?>> table) {
        String own = hint(name, table.apply(owner.catalog()).keySet());
        return own.isEmpty()
                ? hint(name, table.apply(owner.snapshot().defaults()).keySet())
                : own;
    }

    private static String hint(String name, Set<String> known) {
        return NearestName.of(name, known)
                .map(near -> ": did you mean '" + near + "'?")
                .orElse("");
    }

    private static <R> Optional<Found<R>> record(
            Session session, ItemRef item, BiFunction<Session, String, Optional<Found<R>>> table) {
        Place place = place(session, item);
        return table.apply(session, item.text()).or(() -> table.apply(place.owner(), String.join("/", place.rest())));
    }

    private static Place place(Session session, ItemRef item) {
        List<String> elements = item.elements();
        return session.findOther(elements.get(0))
                .map(owner -> new Place(owner, elements.subList(1, elements.size())))
                .orElse(new Place(session, elements));
    }
}
