package dev.vitrine.cli;

import com.google.common.collect.ImmutableList;
import dev.vitrine.catalog.model.Attribute;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.resolve.ReplyDefaults;
import dev.vitrine.catalog.resolve.RequestReader;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.catalog.resolve.SourcePaths;
import dev.vitrine.catalog.resolve.SourcePaths.Use;
import dev.vitrine.catalog.store.CatalogStore;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.render.RenderEngine;
import dev.vitrine.server.Application;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pictures that attributes name: a file, or an image or template of the image catalogs. */
final class NamedPictures {
    private static final ImmutableList<Attribute<String>> ATTRIBUTES =
            ImmutableList.of(Attributes.ERROR_IMAGE, Attributes.DEFAULT_IMAGE, Attributes.WATERMARK);

    private final SourcePaths paths;
    private final RequestReader reader;
    private final RenderEngine engine;
    private final CatalogStore images;

    NamedPictures(Application application) {
        this.paths = new SourcePaths(application.config().resourceRoots());
        this.reader = application.reader();
        this.engine = application.engine();
        this.images = application.images();
    }

    /** The attributes of this kind that the catalog itself gives a value. */
    static List<Attribute<String>> of(Session session) {
        return ATTRIBUTES.stream()
                .filter(attribute -> !value(session, attribute).isBlank())
                .toList();
    }

    /** What the catalog itself says; empty if it says nothing. */
    private static String value(Session session, Attribute<String> attribute) {
        return session.catalog().attributes().find(attribute).orElse("");
    }

    /**
     * Looks for the picture in the places where a request would look.
     *
     * @return the file, if it is one by itself; what a template or record needs has been found and measured
     * @throws dev.vitrine.core.failure.FailureException if the picture cannot be made
     */
    Optional<SourceFile> find(Session session, Attribute<String> attribute) {
        String value = value(session, attribute);
        Session serving = images.session(session.id());
        Optional<SourceFile> file = attribute.equals(Attributes.ERROR_IMAGE)
                ? Stream.of(session, session.snapshot().defaultSession(), serving, images.session(""))
                        .flatMap(owner -> paths.findRecorded(owner, value, Use.MATERIAL).stream())
                        .findFirst()
                : Optional.empty();
        if (file.isEmpty()) {
            ResolvedServing template = reader.readErrorImage(
                    value,
                    List.of(),
                    CommandValues.none(),
                    serving,
                    view -> new ReplyDefaults(session).errorImage(view, RenderEngine::canEncode));
            engine.plan(template, Deadline.never());
        }
        return file;
    }
}
