package dev.vitrine.render;

import dev.vitrine.core.failure.Warning;
import java.util.List;

/**
 * A finished reply body.
 *
 * @param body whole and encoded; not to be written to
 * @param mediaType the Content-Type
 * @param warnings what the reply has to remark, those of the request included
 */
@SuppressWarnings("ArrayRecordComponent") // a body is compared by nobody
public record Rendered(byte[] body, String mediaType, List<Warning> warnings) {
    public Rendered {
        warnings = List.copyOf(warnings);
    }
}
