package dev.vitrine.server.pipeline;

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
import dev.vitrine.core.request.Command;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.request.RequestPreview;
import dev.vitrine.core.request.ServingCommands;
import dev.vitrine.core.request.Variable;
import dev.vitrine.core.value.RequestKind;
import java.util.List;
import java.util.Optional;

/** Reads requests by the catalogs: those of Image Rendering by the material catalogs, the others by the image catalogs. */
public final class CatalogInterpreter implements Interpreter {
    private final CatalogStore catalogs;
    private final CatalogStore images;
    private final RequestReader reader;
    private final SourcePaths paths;

    public CatalogInterpreter(CatalogStore catalogs, CatalogStore images, RequestReader reader, SourcePaths paths) {
        this.catalogs = catalogs;
        this.images = images;
        this.reader = reader;
        this.paths = paths;
    }

    @Override
    public Reading open(RawRequest raw) {
        RequestPreview preview = RequestPreview.of(raw);
        CatalogStore store = raw.dialect() == Dialect.SERVING ? images : catalogs;
        return new CatalogReading(raw, preview, store.session(preview));
    }

    /**
     * The reading of one request, for one thread. Rules are applied when the request is tried and not before: a server that is
     * too busy has no time for them. From then on all answers are by what they made of the request.
     */
    private final class CatalogReading implements Reading {
        private RawRequest raw;
        private RequestPreview preview;
        private Session session;
        private List<ReplyHeader> headers = List.of();

        CatalogReading(RawRequest raw, RequestPreview preview, Session session) {
            this.raw = raw;
            this.preview = preview;
            this.session = session;
        }

        @Override
        public List<ReplyHeader> headers() {
            return headers;
        }

        @Override
        public RequestKind kind() {
            return preview.kind();
        }

        @Override
        public Optional<String> callId() {
            return preview.id();
        }

        @Override
        public ErrorSettings errors() {
            return session.errorSettings();
        }

        @Override
        public Resolved resolve() {
            PreparedRequest prepared = reader.prepare(raw, session);
            raw = prepared.raw();
            preview = RequestPreview.of(raw);
            session = prepared.session();
            headers = prepared.headers();
            if (raw.dialect() == Dialect.SERVING) {
                return reader.readServing(prepared);
            }
            return reader.resolve(reader.parse(prepared), session);
        }

        @Override
        public Optional<SourceFile> findErrorImage(String value) {
            return paths.findRecorded(session, value, SourcePaths.Use.MATERIAL);
        }

        @Override
        public ResolvedServing errorRequest(String value, List<Variable> variables) {
            Session served = raw.dialect() == Dialect.SERVING ? session : images.session(session.id());
            CommandValues view = wanted();
            CommandValues known = view.find(RenderCommands.SCL)
                    .map(scale -> view.with(ServingCommands.SCL, scale))
                    .orElse(view);
            return reader.readErrorImage(value, variables, known, served);
        }

        @Override
        public ReplySettings errorReply() {
            return new ReplyDefaults(session).settings(wanted(), Expiration.AT_ONCE, true);
        }

        /** Size and form, as far as they could be read. */
        private CommandValues wanted() {
            CommandValues.Builder view = CommandValues.builder();
            put(view, RenderCommands.WID, preview.width());
            put(view, RenderCommands.HEI, preview.height());
            put(view, RenderCommands.SCL, preview.scale());
            put(view, RenderCommands.FMT, preview.format());
            put(view, RenderCommands.QLT, preview.quality());
            return view.build();
        }

        private static <T> void put(CommandValues.Builder view, Command<T> command, Optional<T> value) {
            value.ifPresent(v -> view.put(command, v));
        }
    }
}
