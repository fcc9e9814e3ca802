package dev.vitrine.render;

import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.SourceFile;
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
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The pictures of materials, decoded or rendered, kept as long as there is room. */
final class PictureStore implements Pictures {
    private final ByteBoundedCache cache;
    private final BiFunction<SourceFile, Optional<IccProfile>, PixelBuffer> decoder;
    private final Function<Picture, PixelBuffer> unpacker;
    private final BiFunction<RenderPlan, Deadline, PixelBuffer> renderer;
    private final BiFunction<ResolvedServing, Deadline, PixelBuffer> server;
    private final Optional<IccProfile> working;

    PictureStore(
            ByteBoundedCache cache,
            BiFunction<SourceFile, Optional<IccProfile>, PixelBuffer> decoder,
            Function<Picture, PixelBuffer> unpacker,
            BiFunction<RenderPlan, Deadline, PixelBuffer> renderer,
            BiFunction<ResolvedServing, Deadline, PixelBuffer> server,
            Optional<IccProfile> working) {
        this.cache = cache;
        this.decoder = decoder;
        this.unpacker = unpacker;
        this.renderer = renderer;
        this.server = server;
        this.working = working;
    }

    /** The same pictures for a scene in this color space. */
    PictureStore in(IccProfile space) {
        return new PictureStore(cache, decoder, unpacker, renderer, server, Optional.of(space));
    }

    @Override
    public MipMap mipMap(Picture picture, Edge edge, Deadline deadline) {
        return cache.get(new Key(identity(picture), edge), () -> make(picture, edge, deadline));
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
            return renderer.apply(planned.plan(), deadline);
        }
        if (picture instanceof Picture.Served served) {
            return server.apply(served.request(), deadline);
        }
        if (picture instanceof Picture.Packed
                || picture instanceof Picture.Packaged
                || picture instanceof Picture.Photograph) {
            return unpacker.apply(picture);
        }
        return decoder.apply(((Picture.File) picture).file(), working);
    }

    private String identity(Picture picture) {
        if (picture instanceof Picture.Laid laid) {
            return identity(laid.tile()) + laid.laying();
        }
        if (picture instanceof Picture.Frieze frieze) {
            return identity(frieze.tile()) + " frieze";
        }
        if (picture instanceof Picture.Served served) {
            return served.request().key();
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
        return picture instanceof Picture.Planned planned
                ? planned.key()
                : ((Picture.File) picture).file().identity()
                        + working.map(IccProfile::id).orElse("");
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
