package dev.vitrine.catalog.resolve;

import static dev.vitrine.catalog.model.Attributes.DEFAULT_PIX;
import static dev.vitrine.catalog.model.Attributes.FORMAT;
import static dev.vitrine.catalog.model.Attributes.JPEG_QUALITY;
import static dev.vitrine.catalog.model.Attributes.MAX_PIX;

import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.PixelBox;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.request.Command;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.request.ServingCommands;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.Quantization;
import dev.vitrine.core.value.ReplyFormat;
import dev.vitrine.core.value.Size;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Fills in how the reply is made. A nested request's reply never leaves the server: what says how it is encoded, and how large
 * a reply may be, does not count there, and one canonical form stands for all of it.
 */
public final class ReplyDefaults {
    private static final Freshness FOR_ERRORS = new Freshness(Expiration.AT_ONCE, LastModified.NEVER);
    private static final JpegQuality UNUSED = new JpegQuality(100, true);

    private final Session session;
    private final Optional<ColorDefaults> colors;

    /** Replies without any color management, such as error images. */
    public ReplyDefaults(Session session) {
        this(session, Optional.empty());
    }

    /** Replies in the colors that the request and the catalog name. */
    ReplyDefaults(Session session, ProfileLookup profiles) {
        this(session, Optional.of(new ColorDefaults(profiles)));
    }

    private ReplyDefaults(Session session, Optional<ColorDefaults> colors) {
        this.session = session;
        this.colors = colors;
    }

    /**
     * The settings of a reply.
     *
     * @param view the request's own values
     * @param outermost whether the reply goes to a client
     */
    ReplySettings settings(CommandValues view, Freshness freshness, boolean outermost) {
        return new ReplySettings(
                scale(view, outermost),
                outermost ? encoding(view) : inner(),
                view.find(RenderCommands.RES_MODE).orElseGet(() -> session.value(Attributes.RES_MODE)),
                view.find(RenderCommands.SHARPEN).orElseGet(() -> session.value(Attributes.SHARPEN)),
                outermost ? real(view, RenderCommands.PRINT_RES) : OptionalDouble.empty(),
                freshness.expiration(),
                freshness.modified().sent(outermost && session.value(Attributes.USE_LAST_MODIFIED)),
                outermost ? view.find(RenderCommands.CACHE).orElse(CacheControl.ON) : CacheControl.ON);
    }

    /**
     * The settings of an error image: it expires at once, is shrunk where it would be too large, and is of a format that can be
     * encoded, in colors for the screen.
     *
     * @param view size and form as far as the request could be read
     * @param encodable which formats there are encoders for; {@code jpeg} and {@code png-alpha} always
     */
    public ReplySettings errorImage(CommandValues view, Predicate<ImageFormat> encodable) {
        CommandValues scaled = ofBothDialects(view);
        ImageFormat format = settings(scaled, FOR_ERRORS, true).format().format();
        ImageFormat possible = encodable.test(format) ? format : nearest(format, encodable);
        CommandValues plain = scaled.with(RenderCommands.FMT, ReplyFormat.of(possible));
        return settings(plain, FOR_ERRORS, true).shrinking();
    }

    /** What a shop's page can show instead: with alpha if there was to be some, else as the catalog has it. */
    private ImageFormat nearest(ImageFormat format, Predicate<ImageFormat> encodable) {
        if (format.hasAlpha()) {
            return ImageFormat.PNG_ALPHA;
        }
        ImageFormat usual = session.value(FORMAT);
        return encodable.test(usual) ? usual : ImageFormat.JPEG;
    }

    /** The values with {@code scl=} of Image Serving where it counts here. */
    static CommandValues ofBothDialects(CommandValues view) {
        return view.find(ServingCommands.SCL)
                .map(scale -> view.with(RenderCommands.SCL, scale))
                .orElse(view);
    }

    /** Of a reply that is not encoded: all that matters is the space it is rendered in. */
    private ReplyEncoding inner() {
        return new ReplyEncoding(
                ReplyFormat.of(ImageFormat.PNG_ALPHA),
                UNUSED,
                Compression.NONE,
                Quantization.DEFAULT,
                colors.map(c -> c.inner(session)).orElse(ReplyColors.PLAIN),
                0);
    }

    private ReplyEncoding encoding(CommandValues view) {
        ReplyFormat format = view.find(RenderCommands.FMT).orElseGet(() -> ReplyFormat.of(session.value(FORMAT)));
        return new ReplyEncoding(
                format,
                view.find(RenderCommands.QLT).orElseGet(() -> session.value(JPEG_QUALITY)),
                format.compression().orElseGet(() -> compression(format.format())),
                view.find(RenderCommands.QUANTIZE).orElse(Quantization.DEFAULT),
                colors.map(c -> c.colors(session, view, format.pixelType())).orElse(ReplyColors.PLAIN),
                view.find(ServingCommands.JPEG_SIZE).orElse(0));
    }

    /** TIFF with alpha cannot be JPEG nor PDF be LZW, and a catalog that wants its TIFF so hardly minds. */
    private Compression compression(ImageFormat format) {
        return switch (format) {
            case TIF -> session.value(Attributes.TIFF_ENCODING);
            case TIF_ALPHA -> {
                Compression compression = session.value(Attributes.TIFF_ENCODING);
                yield compression == Compression.JPEG ? Compression.ZIP : compression;
            }
            case PDF -> {
                Compression compression = session.value(Attributes.TIFF_ENCODING);
                yield compression == Compression.LZW ? Compression.ZIP : compression;
            }
            default -> Compression.NONE;
        };
    }

    private ScaleRequest scale(CommandValues view, boolean outermost) {
        OptionalInt width = whole(view, RenderCommands.WID);
        OptionalInt height = whole(view, RenderCommands.HEI);
        OptionalDouble scale = real(view, RenderCommands.SCL);
        boolean asked = width.isPresent() || height.isPresent() || scale.isPresent();
        PixelBox fallback = asked || !outermost ? PixelBox.UNCONSTRAINED : session.value(DEFAULT_PIX);
        PixelBox most = outermost ? session.value(MAX_PIX) : PixelBox.UNCONSTRAINED;
        return new ScaleRequest(
                width,
                height,
                scale,
                side(fallback.width()),
                side(fallback.height()),
                most.equals(PixelBox.UNCONSTRAINED)
                        ? Optional.empty()
                        : Optional.of(new Size(most.width(), most.height())));
    }

    private static OptionalInt side(int pixels) {
        return pixels == 0 ? OptionalInt.empty() : OptionalInt.of(pixels);
    }

    private static OptionalInt whole(CommandValues view, Command<Integer> command) {
        return view.find(command).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static OptionalDouble real(CommandValues view, Command<Double> command) {
        return view.find(command).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
