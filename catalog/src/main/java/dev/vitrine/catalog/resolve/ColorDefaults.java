package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.Attribute;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.value.IccRequest;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.PixelType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Fills in the profiles of a reply: those that {@code icc=} or the catalog's {@code IccProfile…} attributes name. */
final class ColorDefaults {
    private final ProfileLookup profiles;

    /** By catalog: many materials of a request come from the same one. */
    private final Map<String, SourceColors> known = new HashMap<>();

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
        Optional<ProfileSource> working = working(session);
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
                working(session), plain.output(), plain.asked(), plain.intent(), plain.blackPoint(), plain.embedded());
    }

    /** What image files of a catalog mean. A profile that is not there is none: only replies in it, and scenes, need it. */
    SourceColors sources(Session owner) {
        return known.computeIfAbsent(owner.id(), id -> read(owner));
    }

    private SourceColors read(Session owner) {
        Map<PixelType, ProfileSource> assumed = new EnumMap<>(PixelType.class);
        for (PixelType type : PixelType.values()) {
            find(owner, sourceOf(type)).or(() -> find(owner, outputOf(type))).ifPresent(p -> assumed.put(type, p));
        }
        return new SourceColors(
                Optional.empty(),
                assumed,
                owner.value(Attributes.ICC_RENDER_INTENT).intent(),
                owner.value(Attributes.ICC_BLACK_POINT_COMPENSATION));
    }

    /** Likewise, of pictures that a request of Image Serving puts together: the session's space is where they meet. */
    SourceColors sources(Session owner, Session session) {
        return sources(owner).into(working(session));
    }

    /** The working space of scenes without a profile: the catalog's for RGB sources, else its for RGB replies. */
    private Optional<ProfileSource> working(Session session) {
        return find(session, Attributes.ICC_PROFILE_SRC_RGB).or(() -> named(session, Attributes.ICC_PROFILE_RGB));
    }

    /** The profile that an attribute names; it must be there. */
    private Optional<ProfileSource> named(Session session, Attribute<String> attribute) {
        return find(session, attribute)
                .or(() -> profiles.findDefault(session, attribute).map(ProfileSource::of));
    }

    /** The profile that an attribute names, if it is there. */
    private Optional<ProfileSource> find(Session session, Attribute<String> attribute) {
        return session.find(attribute)
                .flatMap(name -> profiles.find(session, name)
                        .map(file -> new ProfileSource(name, Optional.of(file)))
                        .or(() -> ProfileSource.builtIn(name)));
    }

    private ProfileSource requested(Session session, String name) {
        boolean known = profiles.find(session, name).isPresent();
        return known || ProfileSource.builtIn(name).isEmpty()
                ? new ProfileSource(name, Optional.of(profiles.requireRequested(session, ItemRef.read("icc", name))))
                : ProfileSource.builtIn(name).get();
    }

    private static Attribute<String> sourceOf(PixelType type) {
        return switch (type) {
            case RGB -> Attributes.ICC_PROFILE_SRC_RGB;
            case GRAY -> Attributes.ICC_PROFILE_SRC_GRAY;
            case CMYK -> Attributes.ICC_PROFILE_SRC_CMYK;
        };
    }

    private static Attribute<String> outputOf(PixelType type) {
        return switch (type) {
            case RGB -> Attributes.ICC_PROFILE_RGB;
            case GRAY -> Attributes.ICC_PROFILE_GRAY;
            case CMYK -> Attributes.ICC_PROFILE_CMYK;
        };
    }
}
