package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.lock.LockMode;
import dev.vitrine.catalog.lock.RequestUnlocker;
import dev.vitrine.catalog.model.Catalog;
import dev.vitrine.catalog.rules.HeaderFields;
import dev.vitrine.catalog.rules.RuleOutcome;
import dev.vitrine.catalog.rules.RuleProcessor;
import dev.vitrine.catalog.store.CatalogSnapshot;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.MaterialSource;
import dev.vitrine.core.request.ParsedRequest;
import dev.vitrine.core.request.ParsedServing;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.RequestParser;
import dev.vitrine.core.request.RequestPreview;
import dev.vitrine.core.request.Variable;
import dev.vitrine.core.value.ItemRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The three steps between what arrived and what will be done: prepare, parse, resolve. Start reading the package here.
 *
 * <p>A request within a request is read by the last two steps again, in a session over the catalog that its own path names,
 * with the variables of the request around it.
 */
public final class RequestReader {
    private final RequestLimits limits;
    private final TemplateReader templates;
    private final TemplateReader nestedTemplates;
    private final RequestResolver resolver;
    private final RequestUnlocker unlocker = new RequestUnlocker();
    private final RuleProcessor rules;
    private final ServingReader serving;
    private final Glimpses glimpses;
    private final Provenance provenance;
    private final Supplier<CatalogSnapshot> materials;
    private final Supplier<CatalogSnapshot> images;

    /** A reader for Image Rendering alone: image catalogs are empty. */
    public RequestReader(RequestLimits limits, SourcePaths paths) {
        this(limits, paths, RequestReader::noCatalogs, RequestReader::noCatalogs);
    }

    /**
     * A reader of both dialects.
     *
     * @param materials the material catalogs of the moment, for render requests within Image Serving ones
     * @param images the image catalogs of the moment, for Image Serving requests within render requests
     */
    public RequestReader(
            RequestLimits limits,
            SourcePaths paths,
            Supplier<CatalogSnapshot> materials,
            Supplier<CatalogSnapshot> images) {
        ItemLookup lookup = new ItemLookup(paths);
        this.limits = limits;
        this.glimpses = new Glimpses(lookup);
        this.provenance = new Provenance(lookup);
        this.materials = materials;
        this.images = images;
        RequestParser parser = new RequestParser(limits);
        this.templates = new TemplateReader(parser, lookup);
        this.nestedTemplates = new TemplateReader(parser.forNested(), lookup);
        this.rules = new RuleProcessor(limits);
        this.resolver = new RequestResolver(
                lookup, (nested, variables, around, nesting) -> nested(nested, variables, around, true, nesting));
        this.serving = new ServingReader(
                limits,
                lookup,
                (nested, variables, around, nesting) -> nested(nested, variables, around, false, nesting));
    }

    private static CatalogSnapshot noCatalogs() {
        return new CatalogSnapshot(Catalog.empty(Path.of("default.ini")), Map.of(), List.of(), 1);
    }

    /**
     * The request without lock and base64, and after the rules of the catalog that it names, or of the default catalog if it
     * names none. Where a rule changes how requests are locked, the request is opened that way and the rules see it anew. If they lead to
     * another catalog, the session is that one's; its own rules are not applied. Never fails: see
     * {@link PreparedRequest#refusal}.
     */
    public PreparedRequest prepare(RawRequest raw, Session session) {
        return prepare(raw, RequestPreview.of(raw), session);
    }

    /** The same for a request that has been looked at already. */
    public PreparedRequest prepare(RawRequest raw, RequestPreview seen, Session session) {
        LockMode mode = LockMode.of(session);
        RequestUnlocker.Unlocked unlocked = unlocker.open(raw, mode);
        RuleOutcome outcome = rules.apply(session.catalog().rules(), unlocked.request());
        LockMode meantMode = LockMode.of(session.with(outcome.overrides()));
        if (!meantMode.equals(mode)) {
            unlocked = unlocker.open(raw, meantMode);
            outcome = rules.apply(session.catalog().rules(), unlocked.request());
        }
        RequestPreview preview = outcome.request().equals(raw) ? seen : RequestPreview.of(outcome.request());
        Session meant = preview.firstElement().flatMap(session::findOther).orElse(session);
        return new PreparedRequest(
                outcome.request(),
                preview,
                meant.with(outcome.overrides()),
                HeaderFields.filledIn(outcome.headers(), preview),
                outcome.matched(),
                unlocked.refusal().or(outcome::refusal));
    }

    /**
     * What the reply to a request was to look like, as far as it can be told: with what the macros and the records that it
     * names say. Never fails, whatever the request holds.
     *
     * @param session that of the prepared request
     */
    public RequestPreview glimpse(RawRequest raw, RequestPreview preview, Session session) {
        return glimpses.of(raw, preview, session);
    }

    /**
     * Where everything in a request came from, and what does not count; a line for each thing, for people. Never fails.
     *
     * @param parsed tells of materials too; absent where the request could not be parsed
     */
    public List<String> provenance(PreparedRequest prepared, Optional<ParsedRequest> parsed) {
        return provenance.of(prepared, parsed);
    }

    /**
     * What was asked: the request's commands behind those of the vignette record it names.
     *
     * @throws dev.vitrine.core.failure.FailureException if its lock or a rule refuses it, the catalog does not serve the
     *     visitor, or the request makes no sense
     */
    public ParsedRequest parse(PreparedRequest prepared) {
        admit(prepared);
        RawRequest raw = prepared.raw();
        return templates.read(raw.dialect(), raw.path(), raw.query(), prepared.session(), List.of());
    }

    /**
     * What will be done.
     *
     * @param session the one the request was parsed with
     * @throws dev.vitrine.core.failure.FailureException if something it names is not there, refused or not supported
     */
    public ResolvedRequest resolve(ParsedRequest parsed, Session session) {
        return resolver.resolve(parsed, session, Nesting.outermost(limits));
    }

    /**
     * What an Image Serving request asks: its commands, and those of the record that it names.
     *
     * @param prepared in a session over the image catalogs
     * @throws dev.vitrine.core.failure.FailureException if it is refused or makes no sense
     */
    public ParsedServing parseServing(PreparedRequest prepared) {
        admit(prepared);
        return serving.parse(prepared.raw(), prepared.session());
    }

    /**
     * What will be done for an Image Serving request.
     *
     * @param prepared in a session over the image catalogs
     * @throws dev.vitrine.core.failure.FailureException if the request makes no sense, is refused, or something it names is
     *     not there
     */
    public ResolvedServing readServing(PreparedRequest prepared) {
        admit(prepared);
        return serving.read(prepared.raw(), prepared.session());
    }

    private static void admit(PreparedRequest prepared) {
        if (prepared.refusal().isPresent()) {
            throw prepared.refusal().get().asException();
        }
        String address = prepared.raw().visitor().address();
        if (!prepared.session().serves(address)) {
            throw Failures.addressRefused(address);
        }
    }

    /**
     * What will be done to show an error by an image or template of the image catalogs.
     *
     * @param item what {@code ErrorImage} names
     * @param variables what the template may say
     * @param view size and form of the reply, as far as they are known
     * @param session over the image catalogs
     * @param reply makes of the view, and what the template adds to it, how the picture is made
     */
    public ResolvedServing readErrorImage(
            String item,
            List<Variable> variables,
            CommandValues view,
            Session session,
            Function<CommandValues, ReplySettings> reply) {
        return serving.errorImage(ItemRef.read("ErrorImage", item), variables, view, session, reply);
    }

    /** A request within another one stays with the catalogs of that one, or takes those of the moment for its own dialect. */
    private NestedImages.NestedImage nested(
            MaterialSource.Nested nested, List<Variable> variables, Session around, boolean inRender, Nesting nesting) {
        boolean rendering = nested.dialect() == Dialect.RENDERING;
        String catalog = templates
                .item(Dialect.RENDERING, nested.path())
                .map(ItemRef::elements)
                .map(elements -> elements.get(0))
                .orElse("");
        boolean sameKind = rendering == inRender;
        Session session = sameKind
                ? around.other(catalog)
                : (rendering ? materials : images).get().session(catalog);
        if (!rendering) {
            return NestedImages.NestedImage.of(serving.readNested(nested, variables, session, nesting));
        }
        ParsedRequest parsed =
                nestedTemplates.read(nested.dialect(), nested.path(), nested.query(), session, variables);
        return NestedImages.NestedImage.of(resolver.resolve(parsed, session, nesting));
    }
}
