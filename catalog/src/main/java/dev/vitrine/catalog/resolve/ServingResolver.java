package dev.vitrine.catalog.resolve;

import static dev.vitrine.core.request.ServingCommands.either;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.FontRecord;
import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.resolve.SourcePaths.Use;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.catalog.store.Session.Found;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.MaterialSource;
import dev.vitrine.core.request.ParsedLayer;
import dev.vitrine.core.request.ParsedServing;
import dev.vitrine.core.request.PercentCoding;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.request.ServingCommands;
import dev.vitrine.core.request.ServingParser;
import dev.vitrine.core.value.BlendMode;
import dev.vitrine.core.value.Fit;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.LayerColor;
import dev.vitrine.core.value.Margins;
import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.Opacity;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.TextAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns what one Image Serving request asks into what will be done: finds every file and fills in every default.
 *
 * <p>An image that is missing is replaced by the default image: the layer's alone ({@code DefaultImageMode=1}), or the whole
 * request's, and then {@link #resolve} comes back empty. Without a default image it is a failure.
 */
final class ServingResolver {
    private static final Measure NOWHERE = new Measure(0, 0, true);
    private static final int MOST_FONTS = 64;

    private final ItemLookup lookup;
    private final ServingParser parser;
    private final NestedImages nestedImages;
    private final Session session;
    private final ParsedServing parsed;
    private final Nesting nesting;
    private final Optional<ItemRef> defaultImage;
    private final List<Warning> warnings;
    private Freshness freshness = Freshness.ANY;
    private boolean missing;

    ServingResolver(
            ItemLookup lookup,
            ServingParser parser,
            NestedImages nestedImages,
            Session session,
            ParsedServing parsed,
            Nesting nesting,
            boolean mayDefault) {
        this.lookup = lookup;
        this.parser = parser;
        this.nestedImages = nestedImages;
        this.session = session;
        this.parsed = parsed;
        this.nesting = nesting;
        this.defaultImage = mayDefault ? defaultImage(parsed, session) : Optional.empty();
        this.warnings = new ArrayList<>(parsed.warnings());
    }

    /** A picture, and what its record knows of it. */
    private record Sourced(ImageSource image, Optional<Found<ImageRecord>> record, Session owner) {}

    static Optional<ItemRef> defaultImage(ParsedServing parsed, Session session) {
        return parsed.view()
                .find(ServingCommands.DEFAULT_IMAGE)
                .or(() -> session.find(Attributes.DEFAULT_IMAGE))
                .filter(value -> !value.isBlank())
                .map(value -> ItemRef.read("defaultImage", value));
    }

    /** What will be done; nothing if the default image is to be shown instead. */
    Optional<ResolvedServing> resolve(Optional<ItemRef> object) {
        RequestKind kind = nesting.isOutermost()
                ? parsed.view()
                        .find(ServingCommands.REQ)
                        .orElse(saysNothing() ? RequestKind.of(RequestType.BANNER) : RequestKind.IMAGE)
                : RequestKind.IMAGE;
        boolean draws = kind.type().isImage() || kind.type() == RequestType.PROPS;
        List<ResolvedLayer> layers = draws ? layers(object) : List.of();
        if (missing) {
            return Optional.empty();
        }
        Optional<ServedObject> served = object.flatMap(this::served);
        if (kind.type() == RequestType.IMAGEPROPS && served.isEmpty()) {
            throw object.map(item -> lookup.unknown(session, item, Use.IMAGE))
                    .orElseGet(() -> Failures.malformed("the path names no image"));
        }
        CommandValues view = parsed.view();
        return Optional.of(new ResolvedServing(
                kind,
                session.id(),
                served,
                layers,
                parsed.composite().find(ServingCommands.OPAC).orElse(Opacity.FULL),
                parsed.composite().find(ServingCommands.FLIP),
                new ServedView(
                        view.find(ServingCommands.FIT).orElse(Fit.DEFAULT),
                        view.find(ServingCommands.ALIGN).orElse(new RealPair(0, 0)),
                        either(view, ServingCommands.RGN, ServingCommands.RGN_N),
                        view.find(ServingCommands.BGC)
                                .map(LayerColor::color)
                                .orElseGet(() -> session.value(Attributes.BKG_COLOR)),
                        view.find(RenderCommands.HANDLER),
                        view.find(RenderCommands.ID)),
                reply(view),
                warnings));
    }

    private boolean saysNothing() {
        return parsed.item().isEmpty()
                && parsed.view().isEmpty()
                && parsed.variables().isEmpty()
                && parsed.layers().stream().allMatch(layer -> layer.attributes().isEmpty());
    }

    private ReplySettings reply(CommandValues view) {
        return new ReplyDefaults(session)
                .settings(ReplyDefaults.ofBothDialects(view), freshness(), nesting.isOutermost());
    }

    /** That of all records and files; a request that needs none of them has its catalog's. */
    private Freshness freshness() {
        return freshness.equals(Freshness.ANY) ? Freshness.of(session) : freshness;
    }

    private Optional<ServedObject> served(ItemRef item) {
        Optional<Found<ImageRecord>> found = lookup.imageRecord(session, item);
        if (found.isPresent()) {
            ImageRecord record = found.get().record();
            Session owner = found.get().owner();
            add(found.get());
            return Optional.of(new ServedObject(
                    item.text(),
                    Optional.of(record),
                    record.path().flatMap(path -> lookup.findRecorded(owner, path, Use.IMAGE)),
                    record.resolution().orElseGet(() -> owner.value(Attributes.RESOLUTION)),
                    record.timeStamp().orElse(owner.catalog().timeStamp())));
        }
        Session owner = lookup.fileOwner(session, item);
        freshness = freshness.and(Freshness.of(owner));
        return lookup.findImageFile(session, item)
                .map(file -> new ServedObject(
                        item.text(),
                        Optional.empty(),
                        Optional.of(file),
                        owner.value(Attributes.RESOLUTION),
                        file.modifiedMillis()));
    }

    private List<ResolvedLayer> layers(Optional<ItemRef> object) {
        List<ResolvedLayer> layers = new ArrayList<>();
        for (ParsedLayer layer : parsed.layers()) {
            boolean hidden = layer.attributes().find(ServingCommands.HIDE).orElse(false);
            if (layer.number() == 0) {
                ResolvedLayer canvas = layer(layer, object);
                layers.add(hidden ? cleared(canvas) : canvas);
            } else if (!hidden) {
                layers.add(layer(layer, Optional.empty()));
            }
        }
        return layers;
    }

    /** The canvas keeps its size even if its own content is hidden. */
    private static ResolvedLayer cleared(ResolvedLayer canvas) {
        ResolvedLayer.Paint paint = canvas.paint();
        return new ResolvedLayer(
                canvas.number(),
                canvas.content(),
                canvas.shape(),
                canvas.place(),
                new ResolvedLayer.Paint(
                        LayerColor.TRANSPARENT, LayerColor.TRANSPARENT, new Opacity(0, 0), paint.blend()));
    }

    /** @param object what the path names: the picture of the canvas, unless the request says otherwise */
    private ResolvedLayer layer(ParsedLayer layer, Optional<ItemRef> object) {
        CommandValues said = layer.attributes();
        Optional<String> text = either(said, ServingCommands.TEXT, ServingCommands.TEXT_PS);
        if (text.isPresent()) {
            TextAttributes attributes = said.find(ServingCommands.TEXT_ATTR).orElse(TextAttributes.DEFAULT);
            return resolved(
                    layer.number(), new LayerContent.Text(text.get(), attributes, fonts(), false), said, 1, false);
        }
        Optional<Sourced> sourced = said.find(ServingCommands.SRC)
                .flatMap(this::sourced)
                .or(() -> said.has(ServingCommands.SRC) ? Optional.empty() : object.flatMap(this::ofPath));
        if (sourced.isEmpty()) {
            return resolved(layer.number(), new LayerContent.Solid(mask(said, Optional.empty())), said, 1, true);
        }
        CommandValues all = said.has(ServingCommands.SRC)
                ? sourced.get()
                        .record()
                        .map(r -> layer.over(modifier(r)).attributes())
                        .orElse(said)
                : said;
        double resolution = sourced.get()
                .record()
                .flatMap(r -> r.record().resolution())
                .orElseGet(() -> sourced.get().owner().value(Attributes.RESOLUTION));
        LayerContent content = new LayerContent.Picture(
                sourced.get().image(),
                mask(all, sourced.get().record()),
                sourced.get().record().flatMap(r -> r.record().anchor()),
                resolution);
        return resolved(layer.number(), content, all, resolution, true);
    }

    private ResolvedLayer resolved(
            int number, LayerContent content, CommandValues said, double resolution, boolean scales) {
        double scale = said.find(ServingCommands.SCALE)
                .or(() -> said.find(ServingCommands.RES).map(wanted -> wanted / resolution))
                .orElse(1.0);
        BlendMode blend = number == 0
                ? BlendMode.NORM
                : said.find(ServingCommands.BLEND_MODE).orElse(BlendMode.NORM);
        if (blend == BlendMode.DISSOLVE) {
            warnings.add(Warning.of(WarningKind.VALUE_ADJUSTED, "blendMode=dissolve", "norm"));
            blend = BlendMode.NORM;
        }
        return new ResolvedLayer(
                number,
                content,
                new ResolvedLayer.Shape(
                        either(said, ServingCommands.CROP, ServingCommands.CROP_N),
                        either(said, ServingCommands.SIZE, ServingCommands.SIZE_N),
                        scales ? scale : 1,
                        said.find(ServingCommands.FLIP),
                        said.find(ServingCommands.ROTATE).orElse(0.0),
                        either(said, ServingCommands.EXTEND, ServingCommands.EXTEND_N)
                                .orElse(Margins.NONE)),
                new ResolvedLayer.Place(
                        either(said, ServingCommands.ANCHOR, ServingCommands.ANCHOR_N),
                        either(said, ServingCommands.ORIGIN, ServingCommands.ORIGIN_N),
                        either(said, ServingCommands.POS, ServingCommands.POS_N).orElse(NOWHERE)),
                new ResolvedLayer.Paint(
                        said.find(ServingCommands.COLOR).orElse(LayerColor.TRANSPARENT),
                        said.find(ServingCommands.BG_COLOR).orElse(LayerColor.TRANSPARENT),
                        said.find(ServingCommands.OPAC).orElse(Opacity.FULL),
                        blend));
    }

    /** The commands that a record adds to the layer that shows it; it may not change what the layer shows. */
    private CommandValues modifier(Found<ImageRecord> found) {
        if (found.record().modifier().isEmpty()) {
            return CommandValues.none();
        }
        ParsedServing read = parser.parse(
                "",
                List.of(),
                found.record().modifier().get(),
                List.of(),
                found.owner().macros(),
                parsed.variables());
        return read.layers()
                .get(0)
                .attributes()
                .without(List.of(
                        ServingCommands.SRC, ServingCommands.MASK, ServingCommands.TEXT, ServingCommands.TEXT_PS));
    }

    private Optional<ImageSource> mask(CommandValues said, Optional<Found<ImageRecord>> record) {
        return said.find(ServingCommands.MASK)
                .flatMap(this::sourced)
                .map(Sourced::image)
                .or(() -> record.flatMap(r -> r.record()
                        .maskPath()
                        .map(path -> new ImageSource.File(lookup.requireRecorded(r.owner(), path, Use.IMAGE)))));
    }

    private Optional<Sourced> sourced(MaterialSource source) {
        if (source instanceof MaterialSource.Named named) {
            if (named.second().isPresent()) {
                throw Failures.badValue("src", named.item().text() + ",…", "one image");
            }
            return named(named.item());
        }
        if (source instanceof MaterialSource.Nested nested) {
            return Optional.of(nested(nested));
        }
        if (source instanceof MaterialSource.Foreign foreign) {
            throw Failures.foreignRefused(foreign.url(), "images of other servers are not fetched");
        }
        throw Failures.notSupported("A material embedded in a vignette");
    }

    private Sourced nested(MaterialSource.Nested nested) {
        NestedImages.NestedImage inner = nestedImages.read(nested, parsed.variables(), session, nesting.deeper());
        warnings.addAll(inner.warnings());
        freshness = freshness.and(inner.freshness());
        return new Sourced(inner.source(), Optional.empty(), session);
    }

    /** What the path names; a template there has no picture of its own. */
    private Optional<Sourced> ofPath(ItemRef item) {
        Optional<Found<ImageRecord>> record = lookup.imageRecord(session, item);
        if (record.isPresent() && record.get().record().path().isEmpty()) {
            add(record.get());
            return Optional.empty();
        }
        return named(item);
    }

    private Optional<Sourced> named(ItemRef item) {
        Optional<Sourced> found = find(item);
        if (found.isPresent()) {
            return found;
        }
        if (defaultImage.isEmpty()) {
            throw lookup.unknown(session, item, Use.IMAGE);
        }
        if (session.value(Attributes.DEFAULT_IMAGE_MODE)) {
            return Optional.of(find(defaultImage.get()).orElseThrow(() -> lookup.unknown(session, item, Use.IMAGE)));
        }
        missing = true;
        return Optional.empty();
    }

    private Optional<Sourced> find(ItemRef item) {
        Optional<Found<ImageRecord>> record = lookup.imageRecord(session, item);
        if (record.isEmpty()) {
            Session owner = lookup.fileOwner(session, item);
            freshness = freshness.and(Freshness.of(owner));
            return lookup.findImageFile(session, item)
                    .map(file -> new Sourced(new ImageSource.File(file), Optional.empty(), owner));
        }
        add(record.get());
        Session owner = record.get().owner();
        Optional<String> path = record.get().record().path();
        if (path.isEmpty()) {
            return Optional.of(nested(new MaterialSource.Nested(Dialect.SERVING, PercentCoding.encode(item.text()))));
        }
        return lookup.findRecorded(owner, path.get(), Use.IMAGE)
                .map(file -> new Sourced(new ImageSource.File(file), record, owner));
    }

    private void add(Found<ImageRecord> found) {
        ImageRecord record = found.record();
        freshness = freshness.and(Freshness.of(record.expiration(), record.timeStamp(), found.owner()));
    }

    private FontFiles fonts() {
        List<FontFiles.Face> faces = new ArrayList<>();
        for (Found<FontRecord> font : session.fonts()) {
            if (faces.size() < MOST_FONTS) {
                FontRecord record = font.record();
                lookup.findRecorded(font.owner(), record.path(), Use.IMAGE)
                        .ifPresent(file ->
                                faces.add(new FontFiles.Face(record.name(), record.bold(), record.italic(), file)));
            }
        }
        return new FontFiles(faces, session.find(Attributes.DEFAULT_FONT));
    }
}
