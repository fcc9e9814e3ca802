package dev.vitrine.catalog.store;

import static dev.vitrine.catalog.model.Attributes.CLIENT_ADDRESS_FILTER;
import static dev.vitrine.catalog.model.Attributes.ERROR_DETAIL;
import static dev.vitrine.catalog.model.Attributes.ERROR_EXPIRATION;
import static dev.vitrine.catalog.model.Attributes.ERROR_IMAGE;
import static dev.vitrine.catalog.model.Attributes.ERROR_STATUS_PROFILE;
import static dev.vitrine.catalog.model.Attributes.ROOT_PATH;

import dev.vitrine.catalog.model.Attribute;
import dev.vitrine.catalog.model.BuiltInDefaults;
import dev.vitrine.catalog.model.Catalog;
import dev.vitrine.catalog.model.CatalogAttributes;
import dev.vitrine.catalog.model.ErrorSettings;
import dev.vitrine.catalog.model.FontRecord;
import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.model.LockKey;
import dev.vitrine.catalog.model.MaterialRecord;
import dev.vitrine.catalog.model.ProfileRecord;
import dev.vitrine.catalog.model.VignetteRecord;
import dev.vitrine.core.request.Macros;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One catalog over the default catalog: what a request sees of the catalogs, and the one place where inheritance happens. An
 * attribute, record or macro that the catalog lacks is the default catalog's; an attribute that both lack is built in.
 */
public final class Session {
    private final CatalogSnapshot snapshot;
    private final Catalog catalog;
    private final CatalogAttributes overrides;

    Session(CatalogSnapshot snapshot, Catalog catalog) {
        this(snapshot, catalog, CatalogAttributes.builder().build());
    }

    private Session(CatalogSnapshot snapshot, Catalog catalog, CatalogAttributes overrides) {
        this.snapshot = snapshot;
        this.catalog = catalog;
        this.overrides = overrides;
    }

    /** A record, and the session over the catalog that it stands in: paths and defaults are that catalog's. */
    public record Found<R>(R record, Session owner) {}

    /** The catalog's root id; empty for the default catalog. */
    public String id() {
        return catalog.rootId();
    }

    /** Whether this is the default catalog without another one over it. */
    public boolean isDefault() {
        return catalog.iniFile().equals(snapshot.defaults().iniFile());
    }

    /** The catalog itself, before anything is inherited. */
    public Catalog catalog() {
        return catalog;
    }

    /** The catalogs that this session is a part of; nested requests stay with them. */
    public CatalogSnapshot snapshot() {
        return snapshot;
    }

    /** This session with attributes that a request rule sets, for itself and for every session that it leads to. */
    public Session with(CatalogAttributes more) {
        if (more.isEmpty()) {
            return this;
        }
        return new Session(
                snapshot,
                catalog,
                CatalogAttributes.builder().putAll(overrides).putAll(more).build());
    }

    /** A session over another catalog of the same moment, for the same request. */
    public Optional<Session> findOther(String rootId) {
        return snapshot.findSession(rootId).map(other -> other.with(overrides));
    }

    /** The session over the catalog with this root id, or over the default catalog if there is none. */
    public Session other(String candidate) {
        return findOther(candidate).orElseGet(this::overDefaults);
    }

    /** The attribute as a rule sets it for this request, else as defined here, else in the default catalog. */
    public <T> Optional<T> find(Attribute<T> attribute) {
        return overrides
                .find(attribute)
                .or(() -> catalog.attributes().find(attribute))
                .or(() -> snapshot.defaults().attributes().find(attribute));
    }

    /** Likewise, else the built-in value. */
    public <T> Optional<T> findOrBuiltIn(Attribute<T> attribute) {
        return find(attribute).or(() -> BuiltInDefaults.find(attribute));
    }

    /** The value of an attribute that always has one: if need be, the built-in one. */
    public <T> T value(Attribute<T> attribute) {
        return findOrBuiltIn(attribute)
                .orElseThrow(() -> new IllegalArgumentException(attribute + " has no built-in value"));
    }

    /** Who says what {@link #value} gives, in words for people. */
    public String origin(Attribute<?> attribute) {
        if (overrides.find(attribute).isPresent()) {
            return "a rule";
        }
        if (catalog.attributes().find(attribute).isPresent()) {
            return name();
        }
        return snapshot.defaults().attributes().find(attribute).isPresent() ? "the default catalog" : "built in";
    }

    /** The catalog in words for people. */
    public String name() {
        return isDefault() ? "the default catalog" : "catalog '" + id() + "'";
    }

    /** The material of this id. */
    public Optional<Found<MaterialRecord>> material(String id) {
        return record(Catalog::materials, id);
    }

    /** The vignette of this id. */
    public Optional<Found<VignetteRecord>> vignette(String id) {
        return record(Catalog::vignettes, id);
    }

    /** The color profile of this name. */
    public Optional<Found<ProfileRecord>> profile(String name) {
        return record(Catalog::profiles, name);
    }

    /** The image or template of this id. */
    public Optional<Found<ImageRecord>> image(String id) {
        return record(c -> c.serving().images(), id);
    }

    /** The fonts of this catalog, then those of the default catalog, each with the session whose root path counts. */
    public List<Found<FontRecord>> fonts() {
        Stream<Found<FontRecord>> own = catalog.serving().fonts().stream().map(font -> new Found<>(font, this));
        Session defaults = snapshot.defaultSession();
        Stream<Found<FontRecord>> inherited = isDefault()
                ? Stream.of()
                : defaults.catalog.serving().fonts().stream().map(font -> new Found<>(font, defaults));
        return Stream.concat(own, inherited).toList();
    }

    public Macros macros() {
        return catalog.macros().over(snapshot.defaults().macros());
    }

    /** The key of the request lock: this catalog's if it names one, else the default catalog's. */
    public Optional<LockKey> lockKey() {
        return catalog.lockKey().or(() -> snapshot.defaults().lockKey());
    }

    public ErrorSettings errorSettings() {
        return new ErrorSettings(
                value(ERROR_DETAIL),
                find(ERROR_IMAGE).filter(image -> !image.isEmpty()),
                value(ERROR_STATUS_PROFILE),
                value(ERROR_EXPIRATION));
    }

    /**
     * What stands before a relative path: the default catalog's root path, then this catalog's own, as far as they are not
     * empty. A catalog that defines none has the default catalog's alone.
     */
    public List<String> rootPaths() {
        Stream<Catalog> catalogs = isDefault() ? Stream.of(catalog) : Stream.of(snapshot.defaults(), catalog);
        return catalogs.flatMap(c -> c.attributes().find(ROOT_PATH).stream())
                .filter(path -> !path.isEmpty())
                .toList();
    }

    /** Whether the catalog serves a peer with this address. */
    public boolean serves(String address) {
        return find(CLIENT_ADDRESS_FILTER).map(filter -> filter.allows(address)).orElse(true);
    }

    private <R> Optional<Found<R>> record(Function<Catalog, Map<String, R>> table, String id) {
        R own = table.apply(catalog).get(id);
        if (own != null) {
            return Optional.of(new Found<>(own, this));
        }
        return Optional.ofNullable(table.apply(snapshot.defaults()).get(id))
                .map(record -> new Found<>(record, overDefaults()));
    }

    /** The session over the default catalog, for the same request. */
    public Session overDefaults() {
        return snapshot.defaultSession().with(overrides);
    }
}
