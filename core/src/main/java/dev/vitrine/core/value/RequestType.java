package dev.vitrine.core.value;

/** What is asked for ({@code req=}). */
public enum RequestType {
    IMG,
    /** Image Serving's: the alpha of the picture, as gray. */
    MASK,
    /** Image Serving's: a thumbnail, as the catalog wants them. */
    TMB,
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

    /** Whether Image Rendering has none of it. */
    public boolean isServingAlone() {
        return this == MASK || this == TMB || this == CATALOGPROPS;
    }

    /** Whether the reply to a successful request is a picture. */
    public boolean isImage() {
        return this == IMG || this == MASK || this == TMB || this == OBJECT || this == DEBUG;
    }
}
