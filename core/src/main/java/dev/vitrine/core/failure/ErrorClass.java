package dev.vitrine.core.failure;

/** How bad a failure is, numbered as the protocol's access log numbers its {@code ProcessingStatus}. */
public enum ErrorClass {
    /** Nothing went wrong. */
    NONE(0),
    /** A vignette, material or image that was asked for does not exist. */
    NOT_FOUND(1),
    /** The protocol was used wrongly, or the content it names is bad. */
    REQUEST(2),
    /** The server failed for another reason. */
    SERVER(3),
    /** The request was not attempted: the server has too much to do. */
    REFUSED(4);

    private final int number;

    ErrorClass(int number) {
        this.number = number;
    }

    /** The protocol's number, 0 to 4. */
    public int number() {
        return number;
    }
}
