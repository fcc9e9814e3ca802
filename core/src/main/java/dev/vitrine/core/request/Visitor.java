package dev.vitrine.core.request;

/**
 * Who asks. Nothing here may change a picture; it decides about refusals and about the form of an error.
 *
 * @param address the peer's IP address as text
 * @param requestId the id that ties reply, log line and error together
 * @param wantsProblemJson whether errors should be {@code application/problem+json}
 */
public record Visitor(String address, String requestId, boolean wantsProblemJson) {
    /** The person at the command line, or a test. */
    public static Visitor local(String requestId) {
        return new Visitor("127.0.0.1", requestId, false);
    }
}
