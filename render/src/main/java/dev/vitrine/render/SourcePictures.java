package dev.vitrine.render;

import com.google.common.base.Suppliers;
import dev.vitrine.catalog.resolve.ImageSource;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.ColorWay;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.codec.IccProfile;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.serve.SourcePicture;
import java.util.Optional;
import java.util.function.Supplier;

/** The image files that Image Serving layers are made of, decoded whole or smaller, and kept as long as there is room. */
final class SourcePictures {
    private final ByteBoundedCache cache;
    private final Decoder decoder;
    private final long maxFileBytes;
    private final Colorist colorist;

    SourcePictures(ByteBoundedCache cache, Decoder decoder, long maxFileBytes, Colorist colorist) {
        this.cache = cache;
        this.decoder = decoder;
        this.maxFileBytes = maxFileBytes;
        this.colorist = colorist;
    }

    /** The picture of a file, which is read once at most. One that can be had smaller is decoded when its pixels are asked for. */
    SourcePicture open(ImageSource.File source) {
        Supplier<SourceBytes> bytes = Suppliers.memoize(() -> SourceBytes.read(source.file(), maxFileBytes));
        Optional<IccProfile> space = source.colors().flatMap(colorist::into);
        Optional<String> going = space.flatMap(s -> source.colors().map(colors -> s.id() + colors));
        ColorWay way = space.flatMap(s -> source.colors().map(colors -> colorist.way(s, colors)))
                .orElse(ColorWay.NONE);
        String file = source.file().identity();
        String identity = file + going.orElse("");
        return cache.get(new Shrinkable(file), () -> decoder.shrinkable(bytes.get()))
                .map(size -> new SourcePicture(
                        size,
                        true,
                        factor -> cache.get(
                                new Decoded(identity, factor), () -> decoder.smaller(bytes.get(), factor, way))))
                .orElseGet(() -> SourcePicture.of(
                        cache.get(new Decoded(identity, 1), () -> fixedIfOpaque(decoder.picture(bytes.get(), way)))));
    }

    private static PixelBuffer fixedIfOpaque(PixelBuffer picture) {
        return picture.isOpaque() ? picture.fixed() : picture;
    }

    /** The size of a picture that can be had smaller. */
    private record Shrinkable(String identity) implements ByteBoundedCache.Key<Optional<Size>> {
        @Override
        public long bytes(Optional<Size> value) {
            return 64;
        }
    }

    /** A picture as it was decoded, made smaller by a factor. */
    private record Decoded(String identity, int factor) implements ByteBoundedCache.Key<PixelBuffer> {
        @Override
        public long bytes(PixelBuffer value) {
            return value.bytes();
        }
    }
}
