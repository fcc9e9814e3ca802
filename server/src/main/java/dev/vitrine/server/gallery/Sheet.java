package dev.vitrine.server.gallery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Pictures side by side with what they show: a contact sheet that a person can judge at a glance. */
public record Sheet(String title, String text, List<Section> sections) {
    public Sheet {
        sections = List.copyOf(sections);
    }

    public long cells() {
        return sections.stream().mapToLong(section -> section.cells().size()).sum();
    }

    /** How many cells are marked as wrong. */
    public long wrong() {
        return sections.stream()
                .flatMap(section -> section.cells().stream())
                .filter(Cell::isWrong)
                .count();
    }

    /** Cells that belong together. */
    public record Section(String title, String text, List<Cell> cells) {
        public Section {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One picture, or one text.
     *
     * @param code what made it: a request; may be empty
     * @param note what was measured or went wrong; may be empty
     * @param mediaType without parameters
     * @param body not to be written to
     */
    @SuppressWarnings("ArrayRecordComponent") // a body is compared by nobody
    public record Cell(String title, String code, String note, boolean isWrong, String mediaType, byte[] body) {
        private static final Set<String> SHOWN = Set.of(
                "image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp", "image/svg+xml", "image/avif");

        /** Whether browsers show this kind of picture. */
        boolean isShown() {
            return SHOWN.contains(mediaType);
        }

        boolean isText() {
            return mediaType.startsWith("text/") || mediaType.contains("json") || mediaType.contains("xml");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
