package dev.vitrine.server.pipeline;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.ErrorSettings;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.catalog.resolve.PreparedRequest;
import dev.vitrine.catalog.resolve.ReplyDefaults;
import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.RequestReader;
import dev.vitrine.catalog.resolve.Resolved;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.catalog.resolve.SourcePaths;
import dev.vitrine.catalog.store.CatalogStore;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.PrintableText;
import dev.vitrine.core.request.Command;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.ParsedRequest;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.request.RequestPreview;
import dev.vitrine.core.request.Variable;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.RequestKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads requests by the catalogs: those of Image Rendering by the material catalogs, the others by the image catalogs. */
public final class CatalogInterpreter implements Interpreter {
    /** What an error image takes over from the request. */
    private static final List<Command<?>> VIEW =
            List.of(RenderCommands.WID, RenderCommands.HEI, RenderCommands.SCL, RenderCommands.FMT, RenderCommands.QLT);

    private static final Logger log = LoggerFactory.getLogger("vitrine.rules");

    private final CatalogStore catalogs;
    private final CatalogStore images;
    private final RequestReader reader;
    private final SourcePaths paths;
    private final Predicate<ImageFormat> encodable;

    /**
     * Made of its parts.
     *
     * @param encodable the formats in which pictures can be made
     */
    public CatalogInterpreter(
            CatalogStore catalogs,
            CatalogStore images,
            RequestReader reader,
            SourcePaths paths,
            Predicate<ImageFormat> encodable) {
        this.catalogs = catalogs;
        this.images = images;
        this.reader = reader;
        this.paths = paths;
        this.encodable = encodable;
    }

    @Override
    public String identity(RawRequest raw) {
        return catalogs.snapshot().generation() + " " + images.snapshot().generation() + " "
                + Interpreter.super.identity(raw);
    }

    @Override
    public Reading open(RawRequest raw) {
        RequestPreview preview = RequestPreview.of(raw);
        CatalogStore store = raw.dialect() == Dialect.SERVING ? images : catalogs;
        return new CatalogReading(raw, preview, store.session(preview));
    }

    /**
     * The reading of one request, for one thread. Rules are applied when the request is tried and not before: a server that is
     * too busy has no time for them. From then on all answers are by what they made of the request; and once it is in trouble,
     * by what macros and records add to it.
     */
    private final class CatalogReading implements Reading {
        private final Session first;
        private RawRequest raw;
        private RequestPreview preview;
        private Session session;
        private Optional<RequestPreview> glimpse = Optional.empty();
        private List<ReplyHeader> headers = List.of();
        private Optional<PreparedRequest> taken = Optional.empty();
        private Optional<ParsedRequest> parsed = Optional.empty();

        CatalogReading(RawRequest raw, RequestPreview preview, Session session) {
            this.raw = raw;
            this.preview = preview;
            this.session = session;
            this.first = session;
        }

        @Override
        public List<ReplyHeader> headers() {
            return headers;
        }

        @Override
        public RequestKind kind() {
            return glimpse().kind();
        }

        @Override
        public Optional<String> callId() {
            return glimpse().id();
        }

        @Override
        public String catalog() {
            return session.id();
        }

        @Override
        public boolean dependsOnAddress() {
            return session.find(Attributes.CLIENT_ADDRESS_FILTER).isPresent()
                    || first.catalog().rules().rules().stream()
                            .anyMatch(rule -> rule.addresses().isPresent());
        }

        @Override
        public CacheControl cache() {
            return preview.view().find(RenderCommands.CACHE).orElse(CacheControl.ON);
        }

        @Override
        public ErrorSettings errors() {
            return session.errorSettings();
        }

        @Override
        public Expiration propertiesLifetime() {
            return raw.dialect() == Dialect.SERVING ? session.value(Attributes.NON_IMG_EXPIRATION) : Expiration.AT_ONCE;
        }

        @Override
        public Resolved resolve() {
            PreparedRequest prepared = reader.prepare(raw, preview, session);
            raw = prepared.raw();
            preview = prepared.preview();
            session = prepared.session();
            headers = prepared.headers();
            taken = Optional.of(prepared);
            if (!prepared.rules().isEmpty()) {
                log.info("request {} matched {}", raw.visitor().requestId(), rules(prepared));
            }
            glimpse = Optional.empty();
            if (raw.dialect() == Dialect.SERVING) {
                return reader.readServing(prepared);
            }
            ParsedRequest asked = reader.parse(prepared);
            parsed = Optional.of(asked);
            return reader.resolve(asked, session);
        }

        private static String rules(PreparedRequest prepared) {
            return prepared.rules().stream()
                    .map(rule -> "'" + PrintableText.of(rule) + "'")
                    .collect(Collectors.joining(", "));
        }

        @Override
        public List<String> origins() {
            return taken.map(prepared -> reader.provenance(prepared, parsed)).orElse(List.of());
        }

        /** Below the root of the material catalog, then of the image catalog; a default's own root counts too. */
        @Override
        public Optional<SourceFile> findErrorImage(String value) {
            Session serving = serving();
            return Stream.of(
                            session,
                            session.snapshot().defaultSession(),
                            serving,
                            serving.snapshot().defaultSession())
                    .flatMap(owner -> paths.findRecorded(owner, value, SourcePaths.Use.MATERIAL).stream())
                    .findFirst();
        }

        @Override
        public ResolvedServing errorRequest(String value, List<Variable> variables) {
            return reader.readErrorImage(value, variables, view(), serving(), this::reply);
        }

        @Override
        public ReplySettings errorReply() {
            return reply(view());
        }

        private ReplySettings reply(CommandValues view) {
            return new ReplyDefaults(session).errorImage(view, encodable);
        }

        private Session serving() {
            return raw.dialect() == Dialect.SERVING ? session : images.session(session.id());
        }

        /** Size and form, as far as they could be read. */
        private CommandValues view() {
            CommandValues all = glimpse().view();
            return all.without(
                    all.commands().stream().filter(c -> !VIEW.contains(c)).toList());
        }

        private RequestPreview glimpse() {
            if (glimpse.isEmpty()) {
                glimpse = Optional.of(reader.glimpse(raw, preview, session));
            }
            return glimpse.get();
        }
    }
}
