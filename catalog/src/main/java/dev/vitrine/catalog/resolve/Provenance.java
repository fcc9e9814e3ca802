package dev.vitrine.catalog.resolve;

import com.google.common.collect.ImmutableList;
import dev.vitrine.catalog.model.Attribute;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.model.MaterialRecord;
import dev.vitrine.catalog.model.PixelBox;
import dev.vitrine.catalog.model.VignetteRecord;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.catalog.store.Session.Found;
import dev.vitrine.core.failure.PrintableText;
import dev.vitrine.core.request.Command;
import dev.vitrine.core.request.CommandTrace;
import dev.vitrine.core.request.CommandTrace.Origin;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.Macros;
import dev.vitrine.core.request.MaterialSource;
import dev.vitrine.core.request.ParsedRequest;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.request.RequestPreview;
import dev.vitrine.core.request.Segment;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.ItemRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Says of a request where everything in it came from: commands from the URL, a macro, or the modifier of a record; the rest from
 * a material record, a catalog, the default catalog, or from us. Never fails, and looks for no file.
 */
final class Provenance {
    private static final int MOST_RECORDS = 8;

    /** What stands in where a command says nothing. */
    private static final ImmutableList<Stand> STANDS = ImmutableList.of(
            new Stand(Attributes.DEFAULT_PIX, List.of(RenderCommands.WID, RenderCommands.HEI, RenderCommands.SCL)),
            new Stand(Attributes.MAX_PIX, List.of()),
            new Stand(Attributes.FORMAT, List.of(RenderCommands.FMT)),
            new Stand(Attributes.JPEG_QUALITY, List.of(RenderCommands.QLT)),
            new Stand(Attributes.RES_MODE, List.of(RenderCommands.RES_MODE)),
            new Stand(Attributes.SHARPEN, List.of(RenderCommands.SHARPEN)),
            new Stand(Attributes.ON_FAIL_OBJ, List.of()),
            new Stand(Attributes.ON_FAIL_SEL, List.of()),
            new Stand(Attributes.SHOW_OVERLAP_OBJS, List.of()),
            new Stand(Attributes.EXPIRATION, List.of()),
            new Stand(Attributes.ERROR_DETAIL, List.of()));

    /** The fields of a material record, and the commands that win over them. */
    private static final ImmutableList<Field> FIELDS = ImmutableList.of(
            new Field("Path", MaterialRecord::path, List.of()),
            new Field("AuxPath", MaterialRecord::auxPath, List.of()),
            new Field("Resolution", MaterialRecord::resolution, List.of(RenderCommands.RES)),
            new Field("Anchor", MaterialRecord::anchor, List.of(RenderCommands.ANCHOR, RenderCommands.ANCHOR_N)),
            new Field("Color", MaterialRecord::color, List.of(RenderCommands.COLOR)),
            new Field("BaseColor", MaterialRecord::baseColor, List.of(RenderCommands.BGC)),
            new Field("Illum", MaterialRecord::illumination, List.of(RenderCommands.ILLUM)),
            new Field("Gloss", MaterialRecord::gloss, List.of(RenderCommands.GLOSS)),
            new Field("Roughness", MaterialRecord::roughness, List.of(RenderCommands.ROUGH)),
            new Field("Type", MaterialRecord::type, List.of(RenderCommands.TYPE)),
            new Field("Sharp", MaterialRecord::sharpening, List.of(RenderCommands.SHARP)),
            new Field("Repeat", MaterialRecord::repeat, List.of(RenderCommands.REPEAT)),
            new Field("Alignment", MaterialRecord::alignment, List.of(RenderCommands.ALIGN)),
            new Field("Size", MaterialRecord::size, List.of(RenderCommands.SIZE)),
            new Field("GroutWidth", MaterialRecord::groutWidth, List.of()),
            new Field("RenderSettings", MaterialRecord::renderSettings, List.of()),
            new Field("Expiration", MaterialRecord::expiration, List.of()),
            new Field("TimeStamp", MaterialRecord::timeStamp, List.of()));

    private final ItemLookup lookup;

    Provenance(ItemLookup lookup) {
        this.lookup = lookup;
    }

    private record Stand(Attribute<?> attribute, List<Command<?>> commands) {}

    private record Field(String name, Function<MaterialRecord, Optional<?>> value, List<Command<?>> commands) {}

    /** Lines for people, printable. */
    List<String> of(PreparedRequest prepared, Optional<ParsedRequest> parsed) {
        Session session = prepared.session();
        List<String> lines = new ArrayList<>();
        prepared.rules().forEach(rule -> lines.add("rule '" + rule + "' matched"));
        lines.addAll(CommandTrace.lines(
                prepared.raw().dialect(),
                prepared.raw().dialect() == Dialect.SERVING ? serving(prepared) : rendering(prepared),
                session.macros(),
                macro -> "macro '" + macro + "' of " + macroOwner(session, macro)));
        CommandValues view =
                parsed.map(ParsedRequest::view).orElse(prepared.preview().view());
        STANDS.forEach(stand -> lines.add(line(stand, view, session)));
        parsed.ifPresent(request -> {
            for (int i = 0; i < request.segments().size(); i++) {
                addMaterial(i + 1, request.segments().get(i), session, lines);
            }
        });
        return lines.stream().map(PrintableText::of).toList();
    }

    private static String macroOwner(Session session, String macro) {
        return session.catalog().macros().find(macro).isPresent() ? session.name() : "the default catalog";
    }

    /** The modifiers of the records that the path, and {@code vignette=} from there, lead through; the last one is the weakest. */
    private List<Origin> rendering(PreparedRequest prepared) {
        Session session = prepared.session();
        Macros macros = session.macros();
        Deque<Origin> origins = new ArrayDeque<>();
        Deque<String> before = new ArrayDeque<>();
        Set<VignetteRecord> met = new HashSet<>();
        origins.add(new Origin("the URL", prepared.raw().query()));
        RequestPreview seen = RequestPreview.of(prepared.raw(), List.of(), List.of(), macros);
        Optional<ItemRef> next = prepared.preview().item();
        while (next.isPresent() && met.size() < MOST_RECORDS) {
            Optional<Found<VignetteRecord>> found = lookup.vignetteRecord(session, next.get());
            Optional<String> modifier = found.map(Found::record).flatMap(VignetteRecord::modifier);
            if (modifier.isPresent() && met.add(found.get().record())) {
                before.addFirst(modifier.get());
                origins.addFirst(new Origin(
                        "the modifier of '" + found.get().record().id() + "' of "
                                + found.get().owner().name(),
                        modifier.get()));
                seen = RequestPreview.of(prepared.raw(), List.copyOf(before), List.of(), macros);
            }
            ItemRef here = next.get();
            next = seen.vignette().filter(vignette -> !vignette.equals(here));
        }
        return List.copyOf(origins);
    }

    private List<Origin> serving(PreparedRequest prepared) {
        Optional<Found<ImageRecord>> found =
                prepared.preview().item().flatMap(item -> lookup.imageRecord(prepared.session(), item));
        List<Origin> origins = new ArrayList<>();
        String whose = found.map(
                        f -> " of '" + f.record().id() + "' of " + f.owner().name())
                .orElse("");
        found.flatMap(f -> f.record().modifier())
                .ifPresent(text -> origins.add(new Origin("the modifier" + whose, text)));
        origins.add(new Origin("the URL", prepared.raw().query()));
        found.flatMap(f -> f.record().postModifier())
                .ifPresent(text -> origins.add(new Origin("the postmodifier" + whose, text)));
        return origins;
    }

    private static String line(Stand stand, CommandValues view, Session session) {
        Attribute<?> attribute = stand.attribute();
        return attribute + "=" + text(session.value(attribute)) + ": " + session.origin(attribute)
                + instead(stand.commands(), view);
    }

    private void addMaterial(int number, Segment segment, Session session, List<String> lines) {
        RenderCommands.source(segment.attributes())
                .flatMap(source -> record(source, session))
                .ifPresent(found -> {
                    String whose = ": the record '" + found.record().id() + "' of "
                            + found.owner().name();
                    FIELDS.forEach(field -> field.value()
                            .apply(found.record())
                            .ifPresent(value -> lines.add("segment "
                                    + number + " " + field.name() + "=" + text(value) + whose
                                    + instead(field.commands(), segment.attributes()))));
                    addDefault(number, found, RenderCommands.RES, Attributes.RESOLUTION, segment, lines);
                    addDefault(number, found, RenderCommands.SHARP, Attributes.SHARP, segment, lines);
                });
    }

    private static void addDefault(
            int number,
            Found<MaterialRecord> found,
            Command<?> command,
            Attribute<?> attribute,
            Segment segment,
            List<String> lines) {
        boolean recorded = FIELDS.stream()
                .filter(field -> field.commands().contains(command))
                .anyMatch(field -> field.value().apply(found.record()).isPresent());
        if (!recorded && !segment.attributes().has(command)) {
            lines.add("segment " + number + " " + attribute + "="
                    + text(found.owner().value(attribute)) + ": "
                    + found.owner().origin(attribute));
        }
    }

    private Optional<Found<MaterialRecord>> record(MaterialSource source, Session session) {
        return source instanceof MaterialSource.Named named
                ? lookup.materialRecord(session, named.item())
                : Optional.empty();
    }

    private static String instead(List<Command<?>> commands, CommandValues values) {
        return commands.stream()
                .filter(values::has)
                .findFirst()
                .map(command -> "; does not count: the request says " + command + "=")
                .orElse("");
    }

    private static String text(Object value) {
        if (value instanceof PixelBox box) {
            return box.width() + "," + box.height();
        }
        if (value instanceof Expiration expiration) {
            return expiration.isNever() ? "never" : expiration.hours() + " hours";
        }
        return value instanceof Anchor anchor ? anchor.text() : value.toString();
    }
}
