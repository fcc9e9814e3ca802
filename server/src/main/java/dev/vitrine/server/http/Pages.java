package dev.vitrine.server.http;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages that are not of the protocol, by path; each is made anew whenever it is asked for. */
public final class Pages {
    private final Map<String, Supplier<Page>> byPath;

    public Pages(Map<String, Supplier<Page>> byPath) {
        this.byPath = Map.copyOf(byPath);
    }

    /** A whole page. */
    public record Page(int status, String mediaType, String text) {
        public static Page html(String text) {
            return new Page(200, "text/html;charset=UTF-8", text);
        }

        public static Page json(String text) {
            return new Page(200, "application/json", text);
        }

        /** Text of some media type. */
        public static Page of(String mediaType, String text) {
            return new Page(200, mediaType, text);
        }

        public static Page svg(String text) {
            return new Page(200, "image/svg+xml", text);
        }
    }

    Optional<Page> find(String path) {
        return Optional.ofNullable(byPath.get(path)).map(Supplier::get);
    }
}
