package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.Attribute;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.value.IccRequest;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.PixelType;
import java.util.Optional;

/** Fills in the profiles of a reply: those that {@code icc=} or the catalog's {@code IccProfile…} attributes name. */
final class ColorDefaults {
    private final ProfileLookup profiles;

    ColorDefaults(ProfileLookup profiles) {
        this.profiles = profiles;
    }

    /**
     * The profiles of a reply.
     *
     * @param type of its pixels as far as {@code fmt=} says
     * @throws dev.vitrine.core.failure.FailureException if a profile that is named is not there
     */
    ReplyColors colors(Session session, CommandValues view, Optional<PixelType> type) {
        Optional<IccRequest> asked = view.find(RenderCommands.ICC);
        Optional<ProfileSource> output = asked.isPresent()
                ? asked.map(icc -> requested(session, icc.profile()))
                : named(session, outputOf(type.orElse(PixelType.RGB)));
        Optional<ProfileSource> working = source(session);
        return new ReplyColors(
                working,
                output,
                asked.isPresent(),
                asked.flatMap(IccRequest::intent)
                        .or(() -> session.value(Attributes.ICC_RENDER_INTENT).intent()),
                asked.flatMap(IccRequest::blackPointCompensation)
                        .orElseGet(() -> session.value(Attributes.ICC_BLACK_POINT_COMPENSATION)),
                view.find(RenderCommands.ICC_EMBED).orElse(false));
    }

    /** Of a request within another one: its picture stays in the working space. */
    ReplyColors inner(Session session) {
        ReplyColors plain = ReplyColors.PLAIN;
        return new ReplyColors(
                source(session), plain.output(), plain.asked(), plain.intent(), plain.blackPoint(), plain.embedded());
    }

    /** The working space of scenes without a profile: the catalog's for RGB sources, else its for RGB replies. */
    private Optional<ProfileSource> source(Session session) {
        Optional<ProfileSource> own = session.find(Attributes.ICC_PROFILE_SRC_RGB)
                .flatMap(name -> profiles.find(session, name)
                        .map(file -> new ProfileSource(name, Optional.of(file)))
                        .or(() -> ProfileSource.builtIn(name)));
        return own.or(() -> named(session, Attributes.ICC_PROFILE_RGB));
    }

    private Optional<ProfileSource> named(Session session, Attribute<String> attribute) {
        Optional<String> name = session.find(attribute);
        return name.flatMap(n -> profiles.find(session, n).map(file -> new ProfileSource(n, Optional.of(file))))
                .or(() -> name.flatMap(ProfileSource::builtIn))
                .or(() -> profiles.findDefault(session, attribute).map(ProfileSource::of));
    }

    private ProfileSource requested(Session session, String name) {
        boolean known = profiles.find(session, name).isPresent();
        return known || ProfileSource.builtIn(name).isEmpty()
                ? new ProfileSource(name, Optional.of(profiles.requireRequested(session, ItemRef.read("icc", name))))
                : ProfileSource.builtIn(name).get();
    }

    private static Attribute<String> outputOf(PixelType type) {
        return switch (type) {
            case RGB -> Attributes.ICC_PROFILE_RGB;
            case GRAY -> Attributes.ICC_PROFILE_GRAY;
            case CMYK -> Attributes.ICC_PROFILE_CMYK;
        };
    }
}
