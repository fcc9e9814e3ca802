package dev.vitrine.catalog.resolve;

import dev.vitrine.core.request.Part;
import dev.vitrine.core.request.Selection;
import dev.vitrine.core.request.Visibility;
import java.util.Optional;

/**
 * One step of a request: select, then dress, then show or hide.
 *
 * @param selection absent when the segment goes on with the selection before it (or, at first, with the default one)
 */
public record ResolvedSegment(
        Optional<Selection> selection, Part part, Optional<Material> material, Visibility visibility) {}
