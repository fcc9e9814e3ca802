package dev.vitrine.server.pipeline;

import dev.vitrine.catalog.model.ErrorSettings;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.Resolved;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.request.Variable;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.TextForm;
import java.util.List;
import java.util.Optional;

/** One request as the catalogs see it. Everything but {@link #resolve} is safe to ask when the request has failed. */
public interface Reading {
    /** What is wanted, as far as it could be read; a picture by default. */
    RequestKind kind();

    /** {@code id=} of a JSONP request. */
    Optional<String> callId();

    /** The root id of the session catalog; empty for the default catalog. */
    String catalog();

    /** Whether another address might be answered otherwise. */
    boolean dependsOnAddress();

    /** What {@code cache=} says, as far as it could be read. */
    CacheControl cache();

    /** What the session says about errors. */
    ErrorSettings errors();

    /** How long a client may keep properties: not at all in Image Rendering, and as the catalog says in Image Serving. */
    Expiration propertiesLifetime();

    /** Header fields that rules put on the reply; none before the request is resolved. */
    List<ReplyHeader> headers();

    /** Where the parts of the request came from, for people; nothing before the request is resolved. Never fails. */
    List<String> origins();

    /** What will be done, or the failure that ends the request. */
    Resolved resolve();

    /** The image file that a value of {@code ErrorImage} names. May fail. */
    Optional<SourceFile> findErrorImage(String value);

    /**
     * The Image Serving request that a value of {@code ErrorImage} is, if it is no file: in the size and form that were asked
     * for. May fail.
     *
     * @param variables what a template may say
     */
    ResolvedServing errorRequest(String value, List<Variable> variables);

    /** How an error image is scaled and encoded: as the request asks where that could be read, else by the catalog. */
    ReplySettings errorReply();

    /** The reading of a request that could not even be taken up. */
    static Reading failed(Failure failure) {
        return new Reading() {
            @Override
            public RequestKind kind() {
                return new RequestKind(RequestType.DEBUG, TextForm.TEXT);
            }

            @Override
            public Optional<String> callId() {
                return Optional.empty();
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
                return CacheControl.ON;
            }

            @Override
            public ErrorSettings errors() {
                return ErrorSettings.SILENT;
            }

            @Override
            public Expiration propertiesLifetime() {
                return Expiration.AT_ONCE;
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
            public Resolved resolve() {
                throw failure.asException();
            }

            @Override
            public Optional<SourceFile> findErrorImage(String value) {
                return Optional.empty();
            }

            @Override
            public ResolvedServing errorRequest(String value, List<Variable> variables) {
                throw failure.asException();
            }

            @Override
            public ReplySettings errorReply() {
                throw failure.asException();
            }
        };
    }
}
