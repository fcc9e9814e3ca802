package dev.vitrine.render;

import dev.vitrine.catalog.resolve.ProfileSource;
import dev.vitrine.catalog.resolve.ReplyColors;
import dev.vitrine.catalog.resolve.ReplyEncoding;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.IccRequest.Intent;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.ColorGrid;
import dev.vitrine.render.codec.ColorOutput;
import dev.vitrine.render.codec.IccProfile;
import dev.vitrine.render.codec.SourceBytes;
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
        Optional<IccProfile> working = scene.map(this::profile)
                .or(() -> asked.working().map(this::profile))
                .filter(profile -> profile.type() == PixelType.RGB)
                .or(() -> asked.asked() ? Optional.of(IccProfile.SRGB) : Optional.empty());
        boolean dropsAlpha = asked.asked() && type != PixelType.RGB;
        return new Colors(type, dropsAlpha, output(asked, working, output, type));
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
        return cache.get(
                        new GridKey(from.id(), to.id(), intent, asked.blackPoint()),
                        () -> ColorGrid.between(from, to, intent, asked.blackPoint()))
                .orElseThrow(() -> Failures.sourceUnsupported(
                        asked.output().map(ProfileSource::name).orElse("the working profile"),
                        "colors cannot be converted to it"));
    }

    private IccProfile profile(ProfileSource source) {
        return source.file()
                .map(file -> cache.get(
                        new ProfileKey(file.identity()),
                        () -> IccProfile.of(SourceBytes.read(file, IccProfile.MOST_BYTES))))
                .orElse(IccProfile.SRGB);
    }

    private IccProfile profile(SourceBytes scene) {
        return IccProfile.of(scene);
    }

    private static String word(PixelType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
