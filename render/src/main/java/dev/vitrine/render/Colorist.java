package dev.vitrine.render;

import dev.vitrine.catalog.resolve.ProfileSource;
import dev.vitrine.catalog.resolve.ReplyColors;
import dev.vitrine.catalog.resolve.ReplyEncoding;
import dev.vitrine.catalog.resolve.SourceColors;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.IccRequest.Intent;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.ColorGrid;
import dev.vitrine.render.codec.ColorOutput;
import dev.vitrine.render.codec.ColorWay;
import dev.vitrine.render.codec.IccProfile;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out how the colors of a finished picture become those of its reply. Profiles and conversions are kept as long as there
 * is room; where no profile is involved nothing is looked at.
 */
final class Colorist {
    private final ByteBoundedCache cache;

    Colorist(ByteBoundedCache cache) {
        this.cache = cache;
    }

    /**
     * What the file of a reply is made with.
     *
     * @param type of its pixels
     * @param dropsAlpha whether {@code icc=} named a space that alpha does not go with
     */
    record Colors(PixelType type, boolean dropsAlpha, ColorOutput output) {}

    private record ProfileKey(String identity) implements ByteBoundedCache.Key<IccProfile> {
        @Override
        public long bytes(IccProfile profile) {
            return profile.bytes().length;
        }
    }

    private record GridKey(String from, String to, Intent intent, boolean blackPoint)
            implements ByteBoundedCache.Key<Optional<ColorGrid>> {
        @Override
        public long bytes(Optional<ColorGrid> grid) {
            return grid.map(ColorGrid::bytes).orElse(0L);
        }
    }

    /** @param scene the profile that the scene brings, if it does */
    Colors colors(ReplyEncoding encoding, Optional<SourceBytes> scene) {
        ReplyColors asked = encoding.colors();
        Optional<PixelType> said = encoding.format().pixelType();
        Optional<IccProfile> output = asked.output().map(this::profile);
        PixelType type = asked.asked() ? output.orElseThrow().type() : said.orElse(PixelType.RGB);
        if (asked.asked() && said.isPresent() && said.get() != type) {
            throw Failures.badValue("icc", asked.output().orElseThrow().name(), "a profile of " + word(said.get()));
        }
        output.filter(profile -> profile.type() != type).ifPresent(profile -> {
            throw Failures.sourceUnsupported(asked.output().orElseThrow().name(), "not a profile of " + word(type));
        });
        Optional<IccProfile> working =
                working(asked, scene).or(() -> asked.asked() ? Optional.of(IccProfile.SRGB) : Optional.empty());
        boolean dropsAlpha = asked.asked() && type != PixelType.RGB;
        return new Colors(type, dropsAlpha, output(asked, working, output, type));
    }

    /** What the color space of scenes without a profile is called; they are taken as sRGB where nothing says more. */
    static String workingName(ReplyColors colors) {
        return colors.working().map(ProfileSource::name).orElse("sRGB");
    }

    /**
     * What the color space of a reply is called.
     *
     * @param scene what the scene calls its own profile, if it has one
     * @return empty for gray and CMYK that only the plain formulas led to
     */
    static String name(ReplyColors asked, Colors colors, Optional<String> scene) {
        boolean isConverted = colors.output().grid().isPresent() || asked.asked();
        if (isConverted && asked.output().isPresent()) {
            return asked.output().get().name();
        }
        return colors.type() == PixelType.RGB ? scene.orElse(workingName(asked)) : "";
    }

    /** The color space that a scene is rendered in; none if it is not color-managed. */
    Optional<IccProfile> working(ReplyColors colors, Optional<SourceBytes> scene) {
        return scene.map(IccProfile::of)
                .or(() -> colors.working().map(this::profile))
                .filter(profile -> profile.type() == PixelType.RGB);
    }

    /** A picture of one space brought into another. */
    PixelBuffer into(IccProfile working, Optional<IccProfile> own, PixelBuffer pixels) {
        return own.filter(profile -> !profile.equals(working))
                .flatMap(profile -> grid(profile, working, Intent.RELATIVE, false))
                .map(grid -> grid.light(pixels))
                .orElse(pixels);
    }

    /** How the pictures of files come into a working space: by their own profile, else by the one they are assumed to have. */
    ColorWay way(IccProfile working, SourceColors colors) {
        return (type, embedded) -> embedded.get()
                .filter(profile -> profile.type() == type)
                .or(() -> Optional.ofNullable(colors.assumed().get(type))
                        .map(this::profile)
                        .filter(profile -> profile.type() == type))
                .filter(profile -> !profile.equals(working))
                .flatMap(profile ->
                        grid(profile, working, colors.intent().orElseGet(profile::intent), colors.blackPoint()));
    }

    /** The space that pictures of Image Serving are brought into, if it is one that they can be brought into. */
    Optional<IccProfile> into(SourceColors colors) {
        return colors.into().map(this::profile).filter(profile -> profile.type() == PixelType.RGB);
    }

    private Optional<ColorGrid> grid(IccProfile from, IccProfile to, Intent intent, boolean blackPoint) {
        return cache.get(
                new GridKey(from.id(), to.id(), intent, blackPoint),
                () -> ColorGrid.between(from, to, intent, blackPoint));
    }

    private ColorOutput output(
            ReplyColors asked, Optional<IccProfile> working, Optional<IccProfile> output, PixelType type) {
        Optional<IccProfile> result = working.isEmpty()
                ? Optional.empty()
                : output.or(() -> type == PixelType.RGB ? working : Optional.empty());
        Optional<IccProfile> embedded = asked.embedded() ? result : Optional.empty();
        if (result.isEmpty() || result.equals(working)) {
            return new ColorOutput(Optional.empty(), embedded);
        }
        return new ColorOutput(Optional.of(grid(working.orElseThrow(), result.get(), asked)), embedded);
    }

    private ColorGrid grid(IccProfile from, IccProfile to, ReplyColors asked) {
        Intent intent = asked.intent().orElseGet(to::intent);
        return grid(from, to, intent, asked.blackPoint())
                .orElseThrow(() -> Failures.sourceUnsupported(
                        asked.output().map(ProfileSource::name).orElse("the working profile"),
                        "colors cannot be converted to it"));
    }

    private IccProfile profile(ProfileSource source) {
        return source.file()
                .map(file -> cache.get(
                        new ProfileKey(file.identity()),
                        () -> IccProfile.of(SourceBytes.read(file, IccProfile.MOST_BYTES))))
                .orElse(source.name().equals("AdobeRGB") ? IccProfile.ADOBE_RGB : IccProfile.SRGB);
    }

    private static String word(PixelType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
