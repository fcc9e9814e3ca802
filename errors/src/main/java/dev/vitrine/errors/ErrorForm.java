package dev.vitrine.errors;

/** The ways in which an error is written down. */
public enum ErrorForm {
    /** The title; from level 2 the message and the request id, one line each. */
    PLAIN("text/plain;charset=UTF-8"),
    /** Java properties below the line {@code #S7Z ERROR}. */
    PROPERTIES("text/plain;charset=ISO-8859-1"),
    /** Assignments such as {@code error.title='…';}. */
    JAVASCRIPT("text/javascript;charset=UTF-8"),
    /** An {@code <error>} element. */
    XML("text/xml;charset=UTF-8"),
    /** A call of {@code s7jsonError}, always with status 200, because a script tag runs nothing else. */
    JSONP("text/javascript;charset=UTF-8"),
    /** RFC 9457. */
    PROBLEM("application/problem+json");

    private final String mediaType;

    ErrorForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The Content-Type. */
    public String mediaType() {
        return mediaType;
    }

    /** The form for what was wanted; a picture that was wanted has {@link #PLAIN} as the spare of its error image. */
    static ErrorForm of(Wanted wanted) {
        if (wanted.problemJson()) {
            return PROBLEM;
        }
        return switch (wanted.kind().type()) {
            case IMG, MASK, TMB, OBJECT, DEBUG, BANNER -> PLAIN;
            case PROPS, IMAGEPROPS, CATALOGPROPS, EXISTS, VALIDATE -> written(wanted, PROPERTIES);
            case CONTENTS, MAP -> written(wanted, XML);
            case USERDATA -> written(wanted, PLAIN);
        };
    }

    /** The form that {@code req=}'s second value names; for {@code text} the one that this type of request has by itself. */
    private static ErrorForm written(Wanted wanted, ErrorForm text) {
        return switch (wanted.kind().form()) {
            case TEXT -> text;
            case JAVASCRIPT -> JAVASCRIPT;
            case XML -> XML;
            case JSON -> JSONP;
        };
    }
}
