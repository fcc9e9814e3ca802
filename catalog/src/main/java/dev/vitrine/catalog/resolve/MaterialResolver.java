package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.MaterialRecord;
import dev.vitrine.catalog.resolve.SourcePaths.Use;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.catalog.store.Session.Found;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.request.MaterialSource;
import dev.vitrine.core.request.Part;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.request.Segment;
import dev.vitrine.core.request.Selection;
import dev.vitrine.core.request.Variable;
import dev.vitrine.core.value.ItemRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns the segments of one request into materials. What kind of material a segment makes:
 *
 * <table>
 * <caption>In this order</caption>
 * <tr><th>segment</th><th>material</th></tr>
 * <tr><td>no material attribute</td><td>none: it only selects, shows or hides</td></tr>
 * <tr><td>{@code srcE} or {@code srcN}</td><td>one that the vignette holds: a decal or a texture</td></tr>
 * <tr><td>{@code decal}, an image</td><td>a decal</td></tr>
 * <tr><td>{@code decal}, no image</td><td>none, with a warning</td></tr>
 * <tr><td>a style file</td><td>a style, with the image if there is one</td></tr>
 * <tr><td>an image</td><td>a texture</td></tr>
 * <tr><td>a color</td><td>a solid color</td></tr>
 * <tr><td>neither</td><td>none, with a warning</td></tr>
 * </table>
 *
 * The image and the color may come from a record; {@link MaterialDefaults} says what wins.
 */
final class MaterialResolver {
    private final ItemLookup lookup;
    private final ColorDefaults colors;
    private final NestedImages nestedImages;
    private final Session session;
    private final List<Variable> variables;
    private final Nesting nesting;
    private final List<Warning> warnings;
    private Freshness freshness = Freshness.ANY;

    MaterialResolver(
            ItemLookup lookup,
            NestedImages nestedImages,
            Session session,
            List<Variable> variables,
            Nesting nesting,
            List<Warning> warnings) {
        this.lookup = lookup;
        this.colors = new ColorDefaults(new ProfileLookup(lookup));
        this.nestedImages = nestedImages;
        this.session = session;
        this.variables = variables;
        this.nesting = nesting;
        this.warnings = warnings;
    }

    /** What a source turned out to be: a record, a style file, an image, or several of these that go together. */
    private record Sourced(
            Optional<MaterialRecord> record, Optional<SourceFile> style, Optional<ImageSource> image, Session owner) {
        static Sourced nothing(Session owner) {
            return new Sourced(Optional.empty(), Optional.empty(), Optional.empty(), owner);
        }

        static Sourced image(ImageSource image, Session owner) {
            return new Sourced(Optional.empty(), Optional.empty(), Optional.of(image), owner);
        }

        Sourced with(Optional<ImageSource> other) {
            return new Sourced(record, style, other, owner);
        }
    }

    /** Of all materials so far. */
    Freshness freshness() {
        return freshness;
    }

    ResolvedSegment resolve(Segment segment) {
        return new ResolvedSegment(segment.selection(), segment.part(), material(segment), segment.visibility());
    }

    private Optional<Material> material(Segment segment) {
        if (segment.attributes().isEmpty()) {
            return Optional.empty();
        }
        Optional<MaterialSource> source = RenderCommands.source(segment.attributes());
        if (source.filter(MaterialResolver::isEmbedded).isPresent()) {
            return Optional.of(embedded(segment, source.get()));
        }
        Sourced sourced = source.map(this::sourced).orElseGet(() -> Sourced.nothing(session));
        MaterialDefaults defaults = new MaterialDefaults(
                segment.attributes(),
                sourced.record(),
                CatalogDefaults.of(sourced.owner()),
                sourced.image().isPresent() ? glossMap(segment) : Optional.empty(),
                nesting.isOutermost());
        if (segment.part() == Part.DECAL) {
            return sourced.image().isPresent()
                    ? sourced.image().map(defaults::decal)
                    : leftOut(segment, "a decal needs src= with an image");
        }
        if (sourced.style().isPresent()) {
            return sourced.style().map(file -> defaults.style(file, sourced.image()));
        }
        if (sourced.image().isPresent()) {
            return sourced.image().map(defaults::texture);
        }
        return defaults.color().isPresent()
                ? defaults.color().map(defaults::solid)
                : leftOut(segment, "neither src= nor color= says what it wears");
    }

    /** What the package says of the material is not known before it is open. */
    private Material embedded(Segment segment, MaterialSource source) {
        return new Material.Embedded(
                source,
                segment.part(),
                segment.attributes(),
                CatalogDefaults.of(session),
                glossMap(segment),
                nesting.isOutermost());
    }

    private Optional<Material> leftOut(Segment segment, String why) {
        warnings.add(Warning.of(WarningKind.MATERIAL_NOT_APPLIED, describe(segment), why));
        return Optional.empty();
    }

    private static String describe(Segment segment) {
        return segment.selection()
                .map(selection -> selection instanceof Selection.ByName named
                        ? named.path().toString()
                        : "the picked object")
                .orElse("the selection");
    }

    private static boolean isEmbedded(MaterialSource source) {
        return source instanceof MaterialSource.EmbeddedName || source instanceof MaterialSource.EmbeddedIndex;
    }

    private Optional<ImageSource> glossMap(Segment segment) {
        return segment.attributes()
                .find(RenderCommands.GLOSSMAP)
                .map(this::sourced)
                .flatMap(Sourced::image)
                .map(map -> map instanceof ImageSource.File file ? file.asNumbers() : map);
    }

    private Sourced sourced(MaterialSource source) {
        if (source instanceof MaterialSource.Named named) {
            Sourced first = named(named.item());
            return named.second().map(second -> pair(named, first, second)).orElse(first);
        }
        if (source instanceof MaterialSource.Nested nested) {
            NestedImages.NestedImage inner = nestedImages.read(nested, variables, session, nesting.deeper());
            warnings.addAll(inner.warnings());
            add(inner.freshness());
            return Sourced.image(inner.source(), session);
        }
        if (source instanceof MaterialSource.Foreign foreign) {
            throw Failures.foreignRefused(foreign.url(), "images of other servers are not fetched");
        }
        throw Failures.notSupported("A material embedded in the vignette");
    }

    /** The image beside a style file takes the place of the one in its record. */
    private Sourced pair(MaterialSource.Named named, Sourced first, MaterialSource second) {
        if (first.style().isEmpty()) {
            warnings.add(Warning.of(WarningKind.IGNORED, "src", "only a style file goes with a second image"));
            return first;
        }
        Sourced image = sourced(second);
        if (image.style().isPresent()) {
            throw Failures.badValue("src", named.item() + ",...", "an image beside a style file");
        }
        return first.with(image.image());
    }

    private Sourced named(ItemRef item) {
        Optional<Found<MaterialRecord>> found = lookup.materialRecord(session, item);
        if (found.isPresent()) {
            return recorded(found.get());
        }
        Session owner = lookup.fileOwner(session, item);
        SourceFile file = lookup.findFile(session, item, Use.MATERIAL)
                .orElseThrow(() -> lookup.unknown(session, item, Use.MATERIAL));
        add(Freshness.of(owner));
        return isStyle(file)
                ? new Sourced(Optional.empty(), Optional.of(file), Optional.empty(), owner)
                : Sourced.image(imageFile(file, owner), owner);
    }

    private Sourced recorded(Found<MaterialRecord> found) {
        MaterialRecord record = found.record();
        add(Freshness.of(record.expiration(), record.timeStamp(), found.owner()));
        Optional<ImageSource> image = record.path().map(path -> imageFile(file(found, path), found.owner()));
        Optional<SourceFile> style = record.auxPath().map(path -> file(found, path));
        return new Sourced(Optional.of(record), style, image, found.owner());
    }

    private SourceFile file(Found<MaterialRecord> found, String path) {
        return lookup.requireRecorded(found.owner(), path, found.record().timeStamp(), Use.MATERIAL);
    }

    private static boolean isStyle(SourceFile file) {
        return hasSuffix(file, ".ovc") || hasSuffix(file, ".ovw");
    }

    private static boolean hasSuffix(SourceFile file, String suffix) {
        return file.path().toString().toLowerCase(Locale.ROOT).endsWith(suffix);
    }

    private ImageSource imageFile(SourceFile file, Session owner) {
        if (isStyle(file) || hasSuffix(file, ".ovp")) {
            throw Failures.notSupported("A package in place of an image, such as '" + file.name() + "',");
        }
        return new ImageSource.File(file, Optional.of(colors.sources(owner)));
    }

    private void add(Freshness more) {
        freshness = freshness.and(more);
    }
}
