package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.VignetteRecord;
import dev.vitrine.catalog.resolve.SourcePaths.Use;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.catalog.store.Session.Found;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.ParsedRequest;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.ScriptCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns what was asked into what will be done: finds every file and fills in every default. */
final class RequestResolver {
    private final ItemLookup lookup;
    private final NestedImages nestedImages;

    RequestResolver(ItemLookup lookup, NestedImages nestedImages) {
        this.lookup = lookup;
        this.nestedImages = nestedImages;
    }

    /** The vignette, and how fresh a picture of it is. */
    private record FoundVignette(Optional<Vignette> vignette, Freshness freshness) {}

    ResolvedRequest resolve(ParsedRequest parsed, Session session, Nesting nesting) {
        Optional<ItemRef> item = vignetteItem(parsed, session);
        RequestKind kind = nesting.isOutermost() ? kind(parsed, item) : RequestKind.IMAGE;
        List<Warning> warnings = new ArrayList<>(parsed.warnings());
        FoundVignette vignette = vignette(kind.type(), item, parsed.item(), session);
        MaterialResolver materials =
                new MaterialResolver(lookup, nestedImages, session, parsed.variables(), nesting, warnings);
        List<ResolvedSegment> segments = wearsMaterials(kind.type())
                ? parsed.segments().stream().map(materials::resolve).toList()
                : List.of();
        if (parsed.view().find(RenderCommands.PATH_EMBED).orElse(false)) {
            warnings.add(Warning.of(WarningKind.IGNORED, "pathEmbed", "the vignette holds no paths"));
        }
        Freshness freshness = vignette.freshness().and(materials.freshness());
        return new ResolvedRequest(
                kind,
                session.id(),
                vignette.vignette(),
                kind.type() == RequestType.USERDATA ? userData(item, parsed.item(), session) : Optional.empty(),
                segments,
                session.value(Attributes.ON_FAIL_OBJ),
                session.value(Attributes.ON_FAIL_SEL),
                session.value(Attributes.SHOW_OVERLAP_OBJS),
                new ReplyDefaults(session, new ProfileLookup(lookup))
                        .settings(parsed.view(), freshness, nesting.isOutermost()),
                parsed.view().find(RenderCommands.GROUP_LEVEL).orElse(0),
                call(parsed.view()),
                warnings);
    }

    /** What names the vignette: {@code vignette=}, else the path, unless that only chooses a catalog. */
    private Optional<ItemRef> vignetteItem(ParsedRequest parsed, Session session) {
        return parsed.view()
                .find(RenderCommands.VIGNETTE)
                .or(() -> parsed.item().filter(item -> !lookup.isCatalogOnly(session, item)));
    }

    private static RequestKind kind(ParsedRequest parsed, Optional<ItemRef> item) {
        boolean saysNothing = item.isEmpty()
                && parsed.view().isEmpty()
                && parsed.segments().isEmpty()
                && parsed.variables().isEmpty();
        RequestKind fallback = saysNothing ? RequestKind.of(RequestType.BANNER) : RequestKind.IMAGE;
        return parsed.view().find(RenderCommands.REQ).orElse(fallback);
    }

    private static ScriptCall call(CommandValues view) {
        return new ScriptCall(
                view.find(RenderCommands.HANDLER).orElse(ScriptCall.STANDARD.handler()),
                view.find(RenderCommands.ID).orElse(ScriptCall.STANDARD.id()));
    }

    /** Whether the commands of the segments are carried out; to other kinds they mean nothing. */
    private static boolean wearsMaterials(RequestType type) {
        return type.isImage() || type == RequestType.PROPS;
    }

    private FoundVignette vignette(
            RequestType type, Optional<ItemRef> item, Optional<ItemRef> pathItem, Session session) {
        FoundVignette none = new FoundVignette(Optional.empty(), Freshness.of(session));
        return switch (type) {
            case BANNER, VALIDATE, USERDATA -> none;
            case EXISTS -> item.flatMap(i -> findVignette(i, pathItem, session)).orElse(none);
            case MASK, TMB, CATALOGPROPS ->
                throw Failures.notSupported("req=" + type.name().toLowerCase(Locale.ROOT));
            case IMG, OBJECT, DEBUG, PROPS, IMAGEPROPS, CONTENTS, MAP -> {
                ItemRef named = item.orElseThrow(Failures::noVignette);
                yield findVignette(named, pathItem, session)
                        .orElseThrow(() -> lookup.unknown(session, named, Use.VIGNETTE));
            }
        };
    }

    /** The vignette of this name; nothing if the name is neither a record nor a file. */
    private Optional<FoundVignette> findVignette(ItemRef item, Optional<ItemRef> pathItem, Session session) {
        Optional<Found<VignetteRecord>> record = lookup.vignetteRecord(session, item);
        if (record.isPresent()) {
            return Optional.of(recorded(item, record.get(), template(pathItem, session)));
        }
        Session owner = lookup.fileOwner(session, item);
        return lookup.findFile(session, item, Use.VIGNETTE)
                .map(file -> new Vignette(item.text(), file, Optional.empty(), file.modifiedMillis()))
                .map(vignette -> new FoundVignette(Optional.of(vignette), Freshness.of(owner)));
    }

    private FoundVignette recorded(
            ItemRef item, Found<VignetteRecord> found, Optional<Found<VignetteRecord>> template) {
        VignetteRecord record = found.record();
        Session owner = found.owner();
        String path = record.path().orElseThrow(Failures::noVignette);
        Vignette vignette = new Vignette(
                item.text(),
                lookup.requireRecorded(owner, path, record.timeStamp(), Use.VIGNETTE),
                record.modifier(),
                record.timeStamp().orElse(owner.catalog().timeStamp()));
        Freshness own = Freshness.of(record.expiration(), record.timeStamp(), owner);
        return new FoundVignette(
                Optional.of(vignette),
                template.map(RequestResolver::ofTemplate).map(own::and).orElse(own));
    }

    /** What the records say, whether or not they lead to a file. */
    private Optional<String> userData(Optional<ItemRef> item, Optional<ItemRef> pathItem, Session session) {
        return template(pathItem, session)
                .flatMap(found -> found.record().userData())
                .or(() -> item.flatMap(i -> lookup.vignetteRecord(session, i))
                        .flatMap(found -> found.record().userData()));
    }

    /** The record that the path names: a template, if the request led on from there. */
    private Optional<Found<VignetteRecord>> template(Optional<ItemRef> pathItem, Session session) {
        return pathItem.flatMap(path -> lookup.vignetteRecord(session, path));
    }

    /** A template that says nothing of its expiration leaves it to the vignette. */
    private static Freshness ofTemplate(Found<VignetteRecord> template) {
        VignetteRecord record = template.record();
        return Freshness.of(
                record.expiration().or(() -> Optional.of(Expiration.NEVER)), record.timeStamp(), template.owner());
    }
}
