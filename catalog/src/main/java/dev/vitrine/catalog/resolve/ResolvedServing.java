package dev.vitrine.catalog.resolve;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.value.RequestKind;
import java.util.List;
import java.util.Optional;

/**
 * What will be done for an Image Serving request: nothing is absent that the work needs, every file is found, every default
 * filled in.
 *
 * @param catalog id of the main catalog; empty for the default catalog
 * @param object what the path or {@code template=} names, as far as it was found
 * @param layers from the lowest up; the first one is the canvas. None where the kind of reply needs no picture
 * @param properties of the catalog; empty unless they are asked for
 * @param warnings what was ignored or bent on the way here
 */
public record ResolvedServing(
        RequestKind kind,
        String catalog,
        Optional<ServedObject> object,
        List<ResolvedLayer> layers,
        Composite composite,
        ServedView view,
        ReplySettings reply,
        ImmutableMap<String, String> properties,
        List<Warning> warnings)
        implements Resolved {
    public ResolvedServing {
        layers = List.copyOf(layers);
        warnings = warnings.stream().distinct().collect(toImmutableList());
    }

    @Override
    public String key() {
        return toString();
    }

    /**
     * The same in another reply, with text that is kept legible: grown if the picture is small, and then shrunk to fit its
     * box. A canvas that is text alone gets the background behind it in formats with alpha too: who shows the picture may do so on black.
     */
    ResolvedServing legible(ReplySettings otherReply) {
        return new ResolvedServing(
                kind,
                catalog,
                object,
                layers.stream().map(layer -> layer.legible(view.background())).toList(),
                composite,
                view,
                otherReply,
                properties,
                warnings);
    }
}
