package dev.vitrine.server.pipeline;

import dev.vitrine.catalog.model.ErrorSettings;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.OnFail;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.catalog.resolve.LastModified;
import dev.vitrine.catalog.resolve.ReplyEncoding;
import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.ResolvedRequest;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.ScaleRequest;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Variable;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.ReplyFormat;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.ResMode;
import dev.vitrine.core.value.ScriptCall;
import dev.vitrine.core.value.TextForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A language of our own for tests of the pipeline: the path names what happens ({@code /fine}, {@code /missing} …), and the query
 * is the type of request, so that neither catalogs nor pixels are needed.
 */
public final class Requests {
    private Requests() {}

    /** Understands every path as itself; {@code /missing} is not found, a {@code %zz} is bad encoding, {@code /bug} is a bug. */
    public static Interpreter interpreter(ErrorSettings errors) {
        return raw -> new FakeReading(raw, errors);
    }

    public static ReplySettings reply(Expiration expiration, CacheControl cache) {
        return reply(expiration, LastModified.NEVER, cache);
    }

    private static ReplySettings reply(Expiration expiration, LastModified lastModified, CacheControl cache) {
        return new ReplySettings(
                new ScaleRequest(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.empty()),
                new ReplyEncoding(ReplyFormat.of(ImageFormat.JPEG), new JpegQuality(80, false)),
                ResMode.BILIN,
                false,
                OptionalDouble.empty(),
                expiration,
                lastModified,
                cache);
    }

    private record FakeReading(RawRequest raw, ErrorSettings errors) implements Reading {
        @Override
        public RequestKind kind() {
            String type = raw.query().isEmpty() || !raw.query().startsWith("req=")
                    ? "img"
                    : raw.query().substring(4);
            boolean json = type.endsWith(",json");
            return new RequestKind(
                    RequestType.valueOf(type.replace(",json", "").toUpperCase(Locale.ROOT)),
                    json ? TextForm.JSON : TextForm.TEXT);
        }

        @Override
        public String catalog() {
            return "";
        }

        @Override
        public boolean dependsOnAddress() {
            return false;
        }

        @Override
        public CacheControl cache() {
            return raw.query().contains("cache=off") ? new CacheControl(false, false, false) : CacheControl.ON;
        }

        @Override
        public Optional<String> callId() {
            return Optional.of("7");
        }

        @Override
        public Expiration propertiesLifetime() {
            return raw.dialect() == Dialect.SERVING ? new Expiration(0.1) : Expiration.AT_ONCE;
        }

        @Override
        public List<ReplyHeader> headers() {
            return List.of();
        }

        @Override
        public List<String> origins() {
            return List.of();
        }

        @Override
        public ResolvedRequest resolve() {
            if (raw.path().contains("%zz") || raw.query().contains("%zz")) {
                throw Failures.badEncoding("the path", "%zz");
            }
            return switch (raw.path()) {
                case "/missing" -> throw Failures.unknownVignette("missing", "demo", "");
                case "/bug" -> throw new IllegalStateException("a bug");
                default -> resolved();
            };
        }

        @Override
        public Optional<SourceFile> findErrorImage(String value) {
            return value.equals("nowhere")
                    ? Optional.empty()
                    : Optional.of(new SourceFile(value, Path.of(value), 1, 1));
        }

        @Override
        public ResolvedServing errorRequest(String value, List<Variable> variables) {
            throw Failures.unknownImage(value, "demo");
        }

        @Override
        public ReplySettings errorReply() {
            return reply(Expiration.AT_ONCE, CacheControl.ON);
        }

        private ResolvedRequest resolved() {
            Expiration expiration = switch (raw.path()) {
                case "/never" -> Expiration.NEVER;
                case "/at-once" -> Expiration.AT_ONCE;
                default -> new Expiration(2);
            };
            LastModified lastModified =
                    raw.path().equals("/dated") ? new LastModified(1_500, true) : LastModified.NEVER;
            return new ResolvedRequest(
                    kind(),
                    raw.path() + "?" + raw.query(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    OnFail.KEEP_SELECTION,
                    OnFail.KEEP_SELECTION,
                    false,
                    reply(expiration, lastModified, CacheControl.ON),
                    0,
                    ScriptCall.STANDARD,
                    List.of());
        }
    }
}
