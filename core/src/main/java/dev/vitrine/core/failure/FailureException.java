package dev.vitrine.core.failure;

/** The one exception that ends a request on purpose. Caught in the pipeline, and where a warning replaces it. */
public final class FailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        super(failure.kind().code() + ": " + failure.message(), failure.cause().orElse(null));
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
