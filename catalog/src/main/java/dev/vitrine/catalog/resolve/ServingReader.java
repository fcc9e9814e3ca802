package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.catalog.store.Session.Found;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.request.Command;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.Macros;
import dev.vitrine.core.request.MaterialSource;
import dev.vitrine.core.request.ParsedServing;
import dev.vitrine.core.request.PercentCoding;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.request.ServingCommands;
import dev.vitrine.core.request.ServingParser;
import dev.vitrine.core.request.Variable;
import dev.vitrine.core.value.Fit;
import dev.vitrine.core.value.ItemRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The road of an Image Serving request from what arrived to what will be done.
 *
 * <p>The record that the path names, or the template that {@code template=} names, brings commands of its own: those of its
 * modifier lose against the request's, those of its postmodifier win.
 */
final class ServingReader {
    private static final List<Command<?>> KEPT_FOR_DEFAULT_IMAGE =
            List.of(RenderCommands.WID, RenderCommands.HEI, RenderCommands.FMT, RenderCommands.QLT);

    private static final List<Command<?>> SIZES =
            List.of(RenderCommands.WID, RenderCommands.HEI, RenderCommands.SCL, ServingCommands.SCL);

    private final RequestLimits limits;
    private final ServingParser parser;
    private final ServingParser nestedParser;
    private final ItemLookup lookup;
    private final NestedImages nested;

    ServingReader(RequestLimits limits, ItemLookup lookup, NestedImages nested) {
        this.limits = limits;
        this.parser = new ServingParser(limits);
        this.nestedParser = parser.forNested();
        this.lookup = lookup;
        this.nested = nested;
    }

    /** A request on its way, and the template or image whose commands are in it. */
    private record Opened(ParsedServing parsed, Optional<ItemRef> object) {}

    /** What is asked, with the commands of the record or template that is named. */
    ParsedServing parse(RawRequest raw, Session session) {
        return open(parser, raw.path(), raw.query(), session, List.of()).parsed();
    }

    ResolvedServing read(RawRequest raw, Session session) {
        return read(parser, raw.path(), raw.query(), session, List.of(), Nesting.outermost(limits));
    }

    /**
     * An image or template that stands for an error, in the size and form that the view asks for. There is no watermark on it: an error
     * is not to fail by one that is broken.
     */
    ResolvedServing errorImage(
            ItemRef item,
            List<Variable> variables,
            CommandValues view,
            Session session,
            Function<CommandValues, ReplySettings> reply) {
        Opened opened = open(parser, "/" + encoded(item), "", session, variables);
        CommandValues template = opened.parsed().view().without(List.of(ServingCommands.REQ, RenderCommands.CACHE));
        boolean sized = SIZES.stream().anyMatch(view::has);
        CommandValues both = view.over(sized ? template.without(SIZES) : template, unused -> List.of());
        CommandValues fitted =
                both.has(ServingCommands.FIT) ? both : both.with(ServingCommands.FIT, new Fit(Fit.Mode.FIT, true));
        return resolver(with(opened, fitted), session, Nesting.outermost(limits), false)
                .resolve(opened.object(), false)
                .orElseThrow(() -> lookup.unknown(session, item, SourcePaths.Use.IMAGE))
                .legible(reply.apply(fitted));
    }

    /** A request within another one. */
    ResolvedServing readNested(
            MaterialSource.Nested inner, List<Variable> variables, Session session, Nesting nesting) {
        return read(nestedParser, inner.path(), inner.query(), session, variables, nesting);
    }

    private ResolvedServing read(
            ServingParser by,
            String rawPath,
            String query,
            Session session,
            List<Variable> variables,
            Nesting nesting) {
        Opened opened = open(by, rawPath, query, session, variables);
        return resolve(opened, session, nesting, true).orElseGet(() -> defaultImage(opened.parsed(), session, nesting));
    }

    /** Mode 0: the default image in place of the whole request, of which only size and form are kept. */
    private ResolvedServing defaultImage(ParsedServing parsed, Session session, Nesting nesting) {
        ItemRef item = ServingResolver.defaultImage(parsed, session).orElseThrow();
        Opened opened = open(parser, "/" + encoded(item), "", session, List.of());
        CommandValues view = opened.parsed().view();
        for (Command<?> command : KEPT_FOR_DEFAULT_IMAGE) {
            view = keep(command, parsed.view(), view);
        }
        return resolve(with(opened, view), session, nesting, false)
                .orElseThrow(() -> lookup.unknown(session, item, SourcePaths.Use.IMAGE));
    }

    private static <T> CommandValues keep(Command<T> command, CommandValues from, CommandValues into) {
        return from.find(command).map(value -> into.with(command, value)).orElse(into);
    }

    private static Opened with(Opened opened, CommandValues view) {
        return new Opened(opened.parsed().with(view), opened.object());
    }

    private Opened open(ServingParser by, String rawPath, String query, Session session, List<Variable> variables) {
        ParsedServing alone = by.parse(rawPath, List.of(), query, List.of(), session.macros(), variables);
        Optional<ItemRef> object = alone.view()
                .find(ServingCommands.TEMPLATE)
                .or(() -> alone.item().filter(item -> !lookup.isImageCatalogOnly(session, item)));
        Optional<Found<ImageRecord>> record = object.flatMap(item -> lookup.imageRecord(session, item));
        if (record.isEmpty()) {
            return new Opened(alone, object);
        }
        Macros own = record.get().owner().macros();
        ParsedServing parsed = by.parse(
                rawPath,
                record.get().record().modifier().stream().toList(),
                query,
                record.get().record().postModifier().stream().toList(),
                name -> own.find(name).or(() -> session.macros().find(name)),
                variables);
        return new Opened(parsed, object);
    }

    private Optional<ResolvedServing> resolve(Opened opened, Session session, Nesting nesting, boolean mayDefault) {
        return resolver(opened, session, nesting, mayDefault).resolve(opened.object(), true);
    }

    private ServingResolver resolver(Opened opened, Session session, Nesting nesting, boolean mayDefault) {
        return new ServingResolver(lookup, parser, nested, session, opened.parsed(), nesting, mayDefault);
    }

    private static String encoded(ItemRef item) {
        return PercentCoding.encode(item.toString());
    }
}
