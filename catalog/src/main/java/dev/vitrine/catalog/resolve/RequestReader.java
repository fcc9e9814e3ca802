package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.lock.LockMode;
import dev.vitrine.catalog.lock.RequestUnlocker;
import dev.vitrine.catalog.rules.HeaderFields;
import dev.vitrine.catalog.rules.RuleOutcome;
import dev.vitrine.catalog.rules.RuleProcessor;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.MaterialSource;
import dev.vitrine.core.request.ParsedRequest;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.RequestParser;
import dev.vitrine.core.request.RequestPreview;
import dev.vitrine.core.request.Variable;
import dev.vitrine.core.value.ItemRef;
import java.util.List;

/**
 * The three steps between what arrived and what will be done: prepare, parse, resolve. Start reading the package here.
 *
 * <p>A request within a request is read by the last two steps again, in a session over the catalog that its own path names,
 * with the variables of the request around it.
 */
public final class RequestReader {
    private final RequestLimits limits;
    private final TemplateReader templates;
    private final RequestResolver resolver;
    private final RequestUnlocker unlocker = new RequestUnlocker();
    private final RuleProcessor rules;

    public RequestReader(RequestLimits limits, SourcePaths paths) {
        ItemLookup lookup = new ItemLookup(paths);
        this.limits = limits;
        this.templates = new TemplateReader(new RequestParser(limits), lookup);
        this.rules = new RuleProcessor(limits);
        this.resolver = new RequestResolver(lookup, this::readNested);
    }

    /**
     * The request without lock and base64, and after the rules of the catalog that it names, or of the default catalog if it
     * names none. Where a rule changes how requests are locked, the request is opened that way and the rules see it anew. If they lead to
     * another catalog, the session is that one's; its own rules are not applied. Never fails: see
     * {@link PreparedRequest#refusal}.
     */
    public PreparedRequest prepare(RawRequest raw, Session session) {
        LockMode mode = LockMode.of(session);
        RequestUnlocker.Unlocked unlocked = unlocker.open(raw, mode);
        RuleOutcome outcome = rules.apply(session.catalog().rules(), unlocked.request());
        LockMode meantMode = LockMode.of(session.with(outcome.overrides()));
        if (!meantMode.equals(mode)) {
            unlocked = unlocker.open(raw, meantMode);
            outcome = rules.apply(session.catalog().rules(), unlocked.request());
        }
        RequestPreview preview = RequestPreview.of(outcome.request());
        Session meant = preview.firstElement().flatMap(session::findOther).orElse(session);
        return new PreparedRequest(
                outcome.request(),
                meant.with(outcome.overrides()),
                HeaderFields.filledIn(outcome.headers(), preview),
                outcome.matched(),
                unlocked.refusal().or(outcome::refusal));
    }

    /**
     * What was asked: the request's commands behind those of the vignette record it names.
     *
     * @throws dev.vitrine.core.failure.FailureException if its lock or a rule refuses it, the catalog does not serve the
     *     visitor, or the request makes no sense
     */
    public ParsedRequest parse(PreparedRequest prepared) {
        if (prepared.refusal().isPresent()) {
            throw prepared.refusal().get().asException();
        }
        RawRequest raw = prepared.raw();
        String address = raw.visitor().address();
        if (!prepared.session().serves(address)) {
            throw Failures.addressRefused(address);
        }
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

    private ResolvedRequest readNested(
            MaterialSource.Nested nested, List<Variable> variables, Session around, Nesting nesting) {
        if (nested.dialect() == Dialect.SERVING) {
            throw Failures.notSupported("nested Image Serving request");
        }
        String catalog = templates
                .item(nested.dialect(), nested.path())
                .map(ItemRef::elements)
                .map(elements -> elements.get(0))
                .orElse("");
        Session session = around.other(catalog);
        ParsedRequest parsed = templates.read(nested.dialect(), nested.path(), nested.query(), session, variables);
        return resolver.resolve(parsed, session, nesting);
    }
}
