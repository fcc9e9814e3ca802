package dev.vitrine.render;

import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.IccProfile;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.step.Picture;
import dev.vitrine.render.step.Pictures;
import dev.vitrine.render.step.RenderPlan;
import dev.vitrine.render.texture.Frieze;
import dev.vitrine.render.texture.MipMap;
import java.util.Optional;
import java.util.function.Supplier;

/** The pictures of materials, decoded or rendered, kept as long as there is room. */
final class PictureStore implements Pictures {
    private final ByteBoundedCache cache;
    private final Maker maker;
    private final Optional<IccProfile> working;

    PictureStore(ByteBoundedCache cache, Maker maker, Optional<IccProfile> working) {
        this.cache = cache;
        this.maker = maker;
        this.working = working;
    }

    /** Makes pictures that are not kept yet, in the color space of the scene if that has one. */
    interface Maker {
        PixelBuffer decode(Picture.File file, Optional<IccProfile> working);

        /** Of what lies in a package: it is of the scene's space by itself. */
        PixelBuffer unpack(Picture packed);

        PixelBuffer render(RenderPlan plan, Optional<IccProfile> working, Deadline deadline);

        PixelBuffer serve(ResolvedServing request, Optional<IccProfile> working, Deadline deadline);
    }

    /** The same pictures for a scene in this color space. */
    PictureStore in(IccProfile space) {
        return new PictureStore(cache, maker, Optional.of(space));
    }

    @Override
    public MipMap mipMap(Picture picture, Edge edge, Deadline deadline) {
        return cache.get(new Key(identity(picture), edge), () -> make(picture, edge, deadline));
    }

    @Override
    public boolean isKept(Picture picture, Edge edge) {
        return cache.isHeld(new Key(identity(picture), edge));
    }

    @Override
    public MipMap kept(Record key, Supplier<MipMap> maker) {
        return cache.get(new KeptKey(key, working.map(IccProfile::id)), maker);
    }

    private MipMap make(Picture picture, Edge edge, Deadline deadline) {
        if (picture instanceof Picture.Laid laid) {
            MipMap tile = mipMap(laid.tile(), edge, deadline);
            return laid.laying().of(tile.width(), tile.height()).lay(tile);
        }
        if (picture instanceof Picture.Frieze frieze) {
            return Frieze.of(mipMap(frieze.tile(), edge, deadline));
        }
        if (picture instanceof Picture.Matched matched) {
            MipMap own = mipMap(matched.picture(), edge, deadline);
            MipMap model = mipMap(matched.model(), edge, deadline);
            boolean fits = own.width() == model.width() && own.height() == model.height();
            return fits ? own : own.scaled(model.width(), model.height());
        }
        return new MipMap(pixels(picture, deadline), edge);
    }

    private PixelBuffer pixels(Picture picture, Deadline deadline) {
        deadline.check();
        if (picture instanceof Picture.Planned planned) {
            return maker.render(planned.plan(), working, deadline);
        }
        if (picture instanceof Picture.Served served) {
            return maker.serve(served.request(), working, deadline);
        }
        if (picture instanceof Picture.Packed
                || picture instanceof Picture.Packaged
                || picture instanceof Picture.Photograph) {
            return maker.unpack(picture);
        }
        return maker.decode((Picture.File) picture, working);
    }

    private String identity(Picture picture) {
        if (picture instanceof Picture.Laid laid) {
            return identity(laid.tile()) + laid.laying();
        }
        if (picture instanceof Picture.Frieze frieze) {
            return identity(frieze.tile()) + " frieze";
        }
        if (picture instanceof Picture.Served served) {
            return served.request().key() + space();
        }
        if (picture instanceof Picture.Packaged packaged) {
            return packaged.container().identity() + ":" + packaged.file();
        }
        if (picture instanceof Picture.Matched matched) {
            return identity(matched.picture()) + " as " + identity(matched.model());
        }
        if (picture instanceof Picture.Photograph photograph) {
            return photograph.vignette().identity() + "@" + photograph.level();
        }
        if (picture instanceof Picture.Packed packed) {
            return packed.vignette().identity() + ":" + packed.path();
        }
        if (picture instanceof Picture.Planned planned) {
            return planned.key() + space();
        }
        Picture.File file = (Picture.File) picture;
        return file.file().identity()
                + working.flatMap(space -> file.colors().map(colors -> space.id() + colors))
                        .orElse("");
    }

    private String space() {
        return working.map(IccProfile::id).orElse("");
    }

    private record Key(String identity, Edge edge) implements ByteBoundedCache.Key<MipMap> {
        @Override
        public long bytes(MipMap value) {
            return value.bytes();
        }
    }

    private record KeptKey(Record key, Optional<String> working) implements ByteBoundedCache.Key<MipMap> {
        @Override
        public long bytes(MipMap value) {
            return value.bytes();
        }
    }
}
