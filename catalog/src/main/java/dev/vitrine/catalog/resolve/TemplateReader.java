package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.VignetteRecord;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.catalog.store.Session.Found;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.Macros;
import dev.vitrine.core.request.ParsedRequest;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.request.RequestParser;
import dev.vitrine.core.request.Variable;
import dev.vitrine.core.value.ItemRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parses a request together with the modifiers of the vignette records that it leads to.
 *
 * <p>The commands of a record's modifier go in front of those that led to the record, so they lose against them. The path may
 * name a template, whose modifier says {@code vignette=} and so leads to a second record; if that is a template without a
 * file too, its own {@code vignette=} leads on, and so forth.
 */
final class TemplateReader {
    private static final int MOST_TEMPLATES = 8;

    private final RequestParser parser;
    private final ItemLookup lookup;

    TemplateReader(RequestParser parser, ItemLookup lookup) {
        this.parser = parser;
        this.lookup = lookup;
    }

    /** The item that a path names, as it stands there. */
    Optional<ItemRef> item(Dialect dialect, String rawPath) {
        return parser.parse(dialect, rawPath, List.of(), Macros.NONE, List.of()).item();
    }

    /** The whole request; its {@code vignette=}, if it has one, is where all templates finally lead. */
    ParsedRequest read(Dialect dialect, String rawPath, String query, Session session, List<Variable> inherited) {
        return new Reading(dialect, rawPath, query, session, inherited).read();
    }

    /** One request on its way through its templates. */
    private final class Reading {
        private final Dialect dialect;
        private final String rawPath;
        private final Session session;
        private final List<Variable> inherited;
        private final Deque<String> texts = new ArrayDeque<>();
        private final Set<VignetteRecord> used = new HashSet<>();

        Reading(Dialect dialect, String rawPath, String query, Session session, List<Variable> inherited) {
            this.dialect = dialect;
            this.rawPath = rawPath;
            this.session = session;
            this.inherited = inherited;
            texts.add(query);
        }

        ParsedRequest read() {
            item(dialect, rawPath).flatMap(this::record).ifPresent(this::putInFront);
            ParsedRequest parsed = parse(List.copyOf(texts), inherited);
            Optional<ItemRef> target = vignette(parsed);
            Set<VignetteRecord> passed = new HashSet<>();
            while (target.isPresent()) {
                Optional<VignetteRecord> found = record(target.get());
                if (found.isEmpty()) {
                    break;
                }
                VignetteRecord record = found.get();
                if (!passed.add(record) || passed.size() > MOST_TEMPLATES) {
                    throw Failures.malformed("the template '" + record.id() + "' does not lead to a vignette");
                }
                if (putInFront(record)) {
                    parsed = parse(List.copyOf(texts), inherited);
                }
                Optional<ItemRef> next = record.path().isPresent() ? Optional.empty() : named(record, parsed);
                if (next.isEmpty()) {
                    break;
                }
                target = next;
            }
            return target.isPresent() ? leadingTo(target.get(), parsed) : parsed;
        }

        /** Whether there was a modifier to put in front that is not there already. */
        private boolean putInFront(VignetteRecord record) {
            if (!used.add(record) || record.modifier().isEmpty()) {
                return false;
            }
            texts.addFirst(record.modifier().get());
            return true;
        }

        /**
         * The vignette that a template names, whatever was said about it before the template was reached. The empty text behind
         * the modifier is the request whose variables win over the modifier's.
         */
        private Optional<ItemRef> named(VignetteRecord template, ParsedRequest parsed) {
            return template.modifier().flatMap(text -> vignette(parse(List.of(text, ""), parsed.variables())));
        }

        private ParsedRequest parse(List<String> commandTexts, List<Variable> variables) {
            return parser.parse(dialect, rawPath, commandTexts, session.macros(), variables);
        }

        private Optional<VignetteRecord> record(ItemRef item) {
            return lookup.vignetteRecord(session, item).map(Found::record);
        }
    }

    private static Optional<ItemRef> vignette(ParsedRequest parsed) {
        return parsed.view().find(RenderCommands.VIGNETTE);
    }

    private static ParsedRequest leadingTo(ItemRef vignette, ParsedRequest parsed) {
        CommandValues view = parsed.view().with(RenderCommands.VIGNETTE, vignette);
        return new ParsedRequest(
                parsed.dialect(), parsed.item(), view, parsed.segments(), parsed.variables(), parsed.warnings());
    }
}
