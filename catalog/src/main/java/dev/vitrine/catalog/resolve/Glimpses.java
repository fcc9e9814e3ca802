package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.model.VignetteRecord;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.catalog.store.Session.Found;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.RequestPreview;
import dev.vitrine.core.value.ItemRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at requests that failed, for what their replies were to look like: at the macros in them, and at the modifiers of the
 * records that they name. Nothing here can fail, and no file is looked for.
 */
final class Glimpses {
    private static final int MOST_RECORDS = 8;

    private final ItemLookup lookup;

    Glimpses(ItemLookup lookup) {
        this.lookup = lookup;
    }

    RequestPreview of(RawRequest raw, RequestPreview preview, Session session) {
        return raw.dialect() == Dialect.SERVING ? serving(raw, preview, session) : rendering(raw, preview, session);
    }

    /** The record of the path, and those that {@code vignette=} leads to from there. */
    private RequestPreview rendering(RawRequest raw, RequestPreview preview, Session session) {
        Deque<String> before = new ArrayDeque<>();
        Set<VignetteRecord> met = new HashSet<>();
        RequestPreview seen = RequestPreview.of(raw, List.of(), List.of(), session.macros());
        Optional<ItemRef> next = preview.item();
        while (next.isPresent() && met.size() < MOST_RECORDS) {
            Optional<VignetteRecord> record =
                    lookup.vignetteRecord(session, next.get()).map(Found::record);
            if (record.isPresent() && met.add(record.get())) {
                record.get().modifier().ifPresent(before::addFirst);
                seen = RequestPreview.of(raw, List.copyOf(before), List.of(), session.macros());
            }
            ItemRef here = next.get();
            next = seen.vignette().filter(vignette -> !vignette.equals(here));
        }
        return seen;
    }

    /** The record of the path: its modifier loses against the request, its postmodifier wins. */
    private RequestPreview serving(RawRequest raw, RequestPreview preview, Session session) {
        Optional<ImageRecord> record = preview.item()
                .flatMap(item -> lookup.imageRecord(session, item))
                .map(Found::record);
        return RequestPreview.of(
                raw,
                record.flatMap(ImageRecord::modifier).stream().toList(),
                record.flatMap(ImageRecord::postModifier).stream().toList(),
                session.macros());
    }
}
