package dev.vitrine.render.codec;

import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.pixel.PixelBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Reads images: pictures for the eye, and measuring rasters whose numbers count. Formats are told by content. Of an animation
 * or a file of several pages the first is read. Samples come as they were stored, and CMYK as RGB by the plain formula, unless a
 * {@link ColorWay} says more. Any damage, any surprise of a library and any excess ends in a
 * {@code SOURCE_…} failure.
 */
public final class Decoder {
    private final LibraryReader library;
    private final Optional<SystemJpeg> system;

    /** @param maxPixels the most pixels an image may have; checked before memory is taken */
    public Decoder(long maxPixels) {
        this(maxPixels, Optional.empty());
    }

    /** @param system decodes plain JPEG files in our place */
    public Decoder(long maxPixels, Optional<SystemJpeg> system) {
        this.library = new LibraryReader(maxPixels);
        this.system = system;
    }

    /** Width and height, from the header alone. */
    public Size size(SourceBytes source) {
        return library.read(SourceFormat.of(source), source, (reader, size) -> size);
    }

    /** Width and height of a picture that {@link #smaller} can read; nothing of others. */
    public Optional<Size> shrinkable(SourceBytes source) {
        if (SourceFormat.of(source) != SourceFormat.JPEG) {
            return Optional.empty();
        }
        Optional<Size> size = JpegSegments.size(source);
        size.ifPresent(s -> library.checkSize(source, s.width(), s.height()));
        return size;
    }

    /**
     * A picture whose pixels are means of {@code factor} × {@code factor} pixels of the whole one.
     *
     * @param factor 1, 2, 4 or 8; divides width and height
     */
    public PixelBuffer smaller(SourceBytes source, int factor, ColorWay way) {
        return jpeg(source, factor, way);
    }

    /** The picture in 8 bits, with straight alpha and its colors as they were stored. */
    public PixelBuffer picture(SourceBytes source) {
        return picture(source, ColorWay.NONE);
    }

    /** The same, its colors led where they are to go. */
    public PixelBuffer picture(SourceBytes source, ColorWay way) {
        Function<PixelType, Optional<ColorGrid>> grids = type -> grid(type, source, way);
        SourceFormat format = SourceFormat.of(source);
        return switch (format) {
            case JPEG -> jpeg(source, 1, way);
            case GIF -> {
                checkGifScreen(source);
                yield library.read(format, source, (reader, size) -> Pictures.of(source, reader.read(0), false, grids));
            }
            case TIFF -> {
                boolean premultiplied = source.data().length > 16 && TiffTags.hasAssociatedAlpha(source.data());
                yield library.read(
                        format, source, (reader, size) -> Pictures.of(source, reader.read(0), premultiplied, grids));
            }
            case PNG ->
                library.read(format, lean(source), (reader, size) -> Pictures.of(source, reader.read(0), false, grids));
            case BMP, WEBP ->
                library.read(format, source, (reader, size) -> Pictures.of(source, reader.read(0), false, grids));
        };
    }

    /** A picture with its colors as they were stored, and what its file holds for each pixel. */
    public record Typed(PixelBuffer pixels, PixelType type) {}

    /** As {@link #picture(SourceBytes)}; a palette counts as RGB. */
    public Typed typed(SourceBytes source) {
        AtomicReference<PixelType> type = new AtomicReference<>(PixelType.RGB);
        PixelBuffer pixels = picture(source, (found, embedded) -> {
            type.set(found);
            return Optional.empty();
        });
        return new Typed(pixels, type.get());
    }

    private Optional<ColorGrid> grid(PixelType type, SourceBytes source, ColorWay way) {
        return way.of(type, () -> profile(source));
    }

    /** The color profile inside a picture's file, if it has one that can be used. */
    public Optional<IccProfile> profile(SourceBytes source) {
        return EmbeddedProfile.of(SourceFormat.of(source), source.data());
    }

    /** The samples as they were stored: 8 or 16 bits from PNG, also floats from TIFF. Other formats carry pictures only. */
    public Raster raster(SourceBytes source) {
        SourceFormat format = SourceFormat.of(source);
        if (format != SourceFormat.PNG && format != SourceFormat.TIFF) {
            throw Failures.sourceUnsupported(source.name(), "measuring rasters are PNG or TIFF");
        }
        if (format == SourceFormat.PNG) {
            return library.read(format, lean(source), (reader, size) -> Rasters.of(source, reader.read(0)));
        }
        return library.read(format, source, (reader, size) -> {
            // the library clamps floats of color images to 0..1 unless asked for the raw raster
            return Rasters.of(source, reader.readRaster(0, null));
        });
    }

    private static SourceBytes lean(SourceBytes png) {
        return new SourceBytes(png.name(), PngChunks.lean(png));
    }

    /** Plain files are read here, and whatever is special or damaged by the library. */
    private PixelBuffer jpeg(SourceBytes source, int factor, ColorWay way) {
        JpegSegments segments = JpegSegments.of(source);
        SourceBytes lean = new SourceBytes(source.name(), segments.lean());
        PixelType type = segments.components() == 1 ? PixelType.GRAY : PixelType.RGB;
        return plain(lean, factor)
                .map(pixels -> Pictures.converted(pixels, grid(type, source, way)))
                .orElseGet(() -> library.read(
                        SourceFormat.JPEG,
                        lean,
                        (reader, size) -> Means.of(
                                segments.components() == 4
                                        ? Cmyk.ofJpeg(
                                                reader.readRaster(0, null),
                                                segments.adobeTransform(),
                                                grid(PixelType.CMYK, source, way))
                                        : Pictures.of(source, reader.read(0), false, t -> grid(t, source, way)),
                                factor)));
    }

    private Optional<PixelBuffer> plain(SourceBytes lean, int factor) {
        Optional<JpegFrame> frame = JpegFrame.find(lean.data());
        frame.ifPresent(f -> library.checkSize(lean, f.width(), f.height()));
        try {
            return frame.flatMap(f ->
                    system.flatMap(s -> s.decode(lean.data(), f.size(factor))).or(() -> JpegReader.read(f, factor)));
        } catch (OutOfMemoryError e) {
            throw Failures.sourceTooLarge(lean.name(), "it does not fit into memory");
        }
    }

    /** The reader allocates by the frame, but other software by the screen: both must be sane. */
    private void checkGifScreen(SourceBytes source) {
        byte[] data = source.data();
        if (data.length < 10) {
            throw Failures.sourceDamaged(source.name(), "the GIF header ends early");
        }
        int width = (data[6] & 0xff) + ((data[7] & 0xff) << 8);
        int height = (data[8] & 0xff) + ((data[9] & 0xff) << 8);
        if (width > 0 && height > 0) {
            library.checkSize(source, width, height);
        }
    }
}
