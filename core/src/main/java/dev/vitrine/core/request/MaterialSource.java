package dev.vitrine.core.request;

import dev.vitrine.core.value.ItemRef;
import java.util.Optional;

/** Where a material's image comes from, as {@code src=}, {@code srcE=} and {@code srcN=} ask. */
public sealed interface MaterialSource {
    /**
     * A catalog record or a file.
     *
     * @param second the texture that goes with a style file ({@code src=style,texture})
     */
    record Named(ItemRef item, Optional<MaterialSource> second) implements MaterialSource {
        public Named(ItemRef item) {
            this(item, Optional.empty());
        }
    }

    /** A request within the request: its text, with this request's variables filled in, still encoded. */
    record Nested(Dialect dialect, String request) implements MaterialSource {
        /** What stands before the first question mark. */
        public String path() {
            int question = request.indexOf('?');
            return question < 0 ? request : request.substring(0, question);
        }

        /** What stands behind the first question mark; empty when there is none. */
        public String query() {
            int question = request.indexOf('?');
            return question < 0 ? "" : request.substring(question + 1);
        }
    }

    /** A URL on another server. */
    record Foreign(String url) implements MaterialSource {}

    /** A material embedded in the vignette, by name. */
    record EmbeddedName(String name) implements MaterialSource {}

    /** A material embedded in the vignette, by index from 0. */
    record EmbeddedIndex(int index) implements MaterialSource {}
}
