package dev.vitrine.catalog.resolve;

import static dev.vitrine.core.request.ServingCommands.either;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.model.PixelBox;
import dev.vitrine.catalog.resolve.SourcePaths.Use;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.catalog.store.Session.Found;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.MaterialSource;
import dev.vitrine.core.request.ParsedServing;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.request.ServingCommands;
import dev.vitrine.core.request.ServingParser;
import dev.vitrine.core.value.Fit;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.LayerColor;
import dev.vitrine.core.value.Opacity;
import dev.vitrine.core.value.PixelRatio;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns what one Image Serving request asks into what will be done: finds every file and fills in every default. */
final class ServingResolver {
    private final ItemLookup lookup;
    private final NestedImages nestedImages;
    private final Session session;
    private final ParsedServing parsed;
    private final Nesting nesting;
    private final LayerSources sources;
    private final LayerResolver layers;
    private final List<Warning> warnings;

    /** @param mayDefault whether a default image may stand in for what is missing; else this is one itself */
    ServingResolver(
            ItemLookup lookup,
            ServingParser parser,
            NestedImages nestedImages,
            Session session,
            ParsedServing parsed,
            Nesting nesting,
            boolean mayDefault) {
        this.lookup = lookup;
        this.nestedImages = nestedImages;
        this.session = session;
        this.parsed = parsed;
        this.nesting = nesting;
        this.warnings = new ArrayList<>(parsed.warnings());
        if (parsed.view().find(ServingCommands.BFC).orElse(false)) {
            warnings.add(Warning.of(WarningKind.NOT_YET, "bfc"));
        }
        Optional<ItemRef> defaultImage = mayDefault ? defaultImage(parsed, session) : Optional.empty();
        this.sources = new LayerSources(
                lookup, nestedImages, session, parsed.variables(), nesting, defaultImage, !mayDefault, warnings);
        this.layers = new LayerResolver(parser, sources, session, parsed, warnings);
    }

    static Optional<ItemRef> defaultImage(ParsedServing parsed, Session session) {
        return parsed.view()
                .find(ServingCommands.DEFAULT_IMAGE)
                .or(() -> session.find(Attributes.DEFAULT_IMAGE))
                .filter(value -> !value.isBlank())
                .map(value -> ItemRef.readRooted("defaultImage", value));
    }

    /**
     * What will be done; nothing if the default image is to be shown instead.
     *
     * @param mayMark whether the catalog's watermark is laid over the picture, if it is one that takes it
     */
    Optional<ResolvedServing> resolve(Optional<ItemRef> object, boolean mayMark) {
        RequestKind kind = nesting.isOutermost()
                ? parsed.view()
                        .find(ServingCommands.REQ)
                        .orElse(saysNothing() ? RequestKind.of(RequestType.BANNER) : RequestKind.IMAGE)
                : RequestKind.IMAGE;
        boolean draws = kind.type().isImage() || kind.type() == RequestType.PROPS;
        List<ResolvedLayer> drawn = draws ? layers.layers(object) : List.of();
        if (sources.missing()) {
            return Optional.empty();
        }
        Optional<ServedObject> served = object.flatMap(this::served);
        if (kind.type() == RequestType.IMAGEPROPS && served.isEmpty()) {
            throw object.map(item -> lookup.unknown(session, item, Use.IMAGE))
                    .orElseGet(() -> Failures.malformed("the path names no image"));
        }
        Composite composite = composite(kind.type(), mayMark);
        ReplySettings reply = reply(kind.type(), served)
                .orPrintedAt(served.map(ServedObject::printResolution).orElseGet(OptionalDouble::empty));
        return Optional.of(new ResolvedServing(
                kind,
                session.id(),
                served,
                drawn,
                composite,
                view(kind.type(), served),
                reply,
                kind.type() == RequestType.CATALOGPROPS ? CatalogProperties.of(session) : ImmutableMap.of(),
                warnings));
    }

    private boolean saysNothing() {
        return parsed.item().isEmpty()
                && parsed.view().isEmpty()
                && parsed.variables().isEmpty()
                && parsed.layers().stream().allMatch(layer -> layer.attributes().isEmpty());
    }

    private Composite composite(RequestType type, boolean mayMark) {
        Opacity opacity = parsed.composite().find(ServingCommands.OPAC).orElse(Opacity.FULL);
        boolean marked = mayMark && type.isImage() && type != RequestType.TMB && nesting.isOutermost();
        return new Composite(
                opacity,
                parsed.composite().find(ServingCommands.FLIP),
                Retouch.of(parsed.composite()),
                layers.clip(parsed.composite()),
                layers.effects(parsed.effects(), opacity),
                marked ? watermark() : Optional.empty());
    }

    /** The picture that the catalog lays over replies: an image of its own, of which place and blending are taken here. */
    private Optional<Watermark> watermark() {
        Optional<String> id = session.find(Attributes.WATERMARK).filter(name -> !name.isBlank());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        ItemRef item = ItemRef.read("Watermark", id.get());
        MaterialSource.Nested record = lookup.imageRecord(session, item)
                .map(LayerSources::byRecord)
                .orElseThrow(() -> lookup.unknown(session, item, Use.IMAGE));
        ImageSource image =
                nestedImages.read(record, List.of(), session, nesting.deeper()).source();
        ResolvedServing picture = ((ImageSource.Served) image).request();
        ResolvedLayer canvas = picture.layers().get(0);
        return Optional.of(new Watermark(
                picture,
                canvas.shape().size().filter(size -> size.normalized()),
                picture.view().align(),
                canvas.paint().blend()));
    }

    private ServedView view(RequestType type, Optional<ServedObject> served) {
        CommandValues view = parsed.view();
        boolean small = type == RequestType.TMB;
        return new ServedView(
                small
                        ? ThumbnailView.fit(served)
                        : view.find(ServingCommands.FIT).orElse(Fit.DEFAULT),
                view.find(ServingCommands.ALIGN)
                        .orElseGet(() -> small ? ThumbnailView.align(session) : new RealPair(0, 0)),
                either(view, ServingCommands.RGN, ServingCommands.RGN_N),
                view.find(ServingCommands.RECT).map(rect -> rect.denser(pixelRatio())),
                view.find(ServingCommands.BGC)
                        .map(LayerColor::color)
                        .orElseGet(() -> session.value(small ? Attributes.THUMB_BKG_COLOR : Attributes.BKG_COLOR)),
                view.find(RenderCommands.HANDLER),
                view.find(ServingCommands.ID));
    }

    private ReplySettings reply(RequestType type, Optional<ServedObject> served) {
        CommandValues view = parsed.view();
        ReplySettings settings = new ReplyDefaults(session, new ProfileLookup(lookup))
                .settings(ReplyDefaults.ofBothDialects(view), sources.freshness(), nesting.isOutermost());
        if (type != RequestType.TMB) {
            return settings.sized(settings.scale().denser(pixelRatio(), !view.has(ServingCommands.RECT)));
        }
        if (view.has(ServingCommands.FIT)) {
            throw Failures.malformed("fit= has no meaning for thumbnails");
        }
        PixelBox box = session.value(Attributes.DEFAULT_THUMB_PIX);
        return settings.sized(ThumbnailView.scale(settings.scale(), box, served).denser(pixelRatio(), true));
    }

    /** Of the device; a request within another has none. */
    private PixelRatio pixelRatio() {
        return nesting.isOutermost() ? parsed.view().find(ServingCommands.DPR).orElse(PixelRatio.ONE) : PixelRatio.ONE;
    }

    private Optional<ServedObject> served(ItemRef item) {
        Optional<Found<ImageRecord>> found = lookup.imageRecord(session, item);
        if (found.isPresent()) {
            ImageRecord record = found.get().record();
            Session owner = found.get().owner();
            sources.add(found.get());
            return Optional.of(new ServedObject(
                    item.text(),
                    Optional.of(record),
                    record.path().flatMap(path -> lookup.findRecorded(owner, path, Use.IMAGE)),
                    record.resolution().orElseGet(() -> owner.value(Attributes.RESOLUTION)),
                    printResolution(record.printResolution(), owner),
                    Thumbnail.of(Optional.of(record), owner),
                    record.timeStamp().orElse(owner.catalog().timeStamp())));
        }
        Session owner = lookup.fileOwner(session, item);
        sources.addFile(owner);
        return lookup.findImageFile(session, item)
                .map(file -> new ServedObject(
                        item.text(),
                        Optional.empty(),
                        Optional.of(file),
                        owner.value(Attributes.RESOLUTION),
                        printResolution(Optional.empty(), owner),
                        Thumbnail.of(Optional.empty(), owner),
                        file.modifiedMillis()));
    }

    private static OptionalDouble printResolution(Optional<Double> recorded, Session owner) {
        return recorded.or(() -> owner.find(Attributes.PRINT_RESOLUTION))
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }
}
