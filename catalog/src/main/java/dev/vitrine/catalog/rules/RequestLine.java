package dev.vitrine.catalog.rules;

/**
 * Path and query of a request as rules see them: one text.
 *
 * @param text the path without its leading slash, then the query behind a question mark if there is one
 */
record RequestLine(String text) {
    static RequestLine of(String path, String query) {
        return of(query.isEmpty() ? path : path + "?" + query);
    }

    static RequestLine of(String text) {
        return new RequestLine(text.startsWith("/") ? text.substring(1) : text);
    }

    /** With a leading slash; empty if there is none. */
    String path() {
        String path = text.substring(0, pathEnd());
        return path.isEmpty() ? "" : "/" + path;
    }

    /** What follows the first question mark. */
    String query() {
        return pathEnd() == text.length() ? "" : text.substring(pathEnd() + 1);
    }

    /** With commands put behind the query, or other text put behind the path. */
    RequestLine append(String more) {
        if (!more.startsWith("&") && !more.startsWith("?")) {
            return new RequestLine(text.substring(0, pathEnd()) + more + text.substring(pathEnd()));
        }
        char joint = pathEnd() == text.length() ? '?' : '&';
        return new RequestLine(text + joint + more.substring(1));
    }

    private int pathEnd() {
        int question = text.indexOf('?');
        return question < 0 ? text.length() : question;
    }
}
