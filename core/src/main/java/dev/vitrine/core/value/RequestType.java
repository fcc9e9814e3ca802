package dev.vitrine.core.value;

/** What is asked for ({@code req=}). */
public enum RequestType {
    IMG,
    OBJECT,
    DEBUG,
    PROPS,
    IMAGEPROPS,
    CONTENTS,
    MAP,
    USERDATA,
    VALIDATE,
    EXISTS,
    CATALOGPROPS,
    /** The reply to a request that names nothing at all: the server's banner. */
    BANNER;

    /** Whether the reply to a successful request is a picture. */
    public boolean isImage() {
        return this == IMG || this == OBJECT || this == DEBUG;
    }
}
