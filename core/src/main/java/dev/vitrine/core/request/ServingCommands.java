package dev.vitrine.core.request;

import static dev.vitrine.core.request.Command.Coding.DECODED;
import static dev.vitrine.core.request.Command.Coding.ENCODED;
import static dev.vitrine.core.request.Command.Reach.WORKS;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.request.Command.Scope;
import dev.vitrine.core.request.Command.ValueReader;
import dev.vitrine.core.value.BlendMode;
import dev.vitrine.core.value.Fit;
import dev.vitrine.core.value.Flip;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.LayerColor;
import dev.vitrine.core.value.Margins;
import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.MeasuredBox;
import dev.vitrine.core.value.Numbers;
import dev.vitrine.core.value.Opacity;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.TextAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The command table of Image Serving. What says how a reply is encoded is the same as in Image Rendering, and so is the
 * constant. {@code layer=} chooses the layer that the commands behind it belong to, and is read by {@link ServingParser}
 * itself.
 */
public final class ServingCommands {
    // The view: where it stands does not matter.
    public static final Command<ItemRef> TEMPLATE = view("template", ItemRef::read, ItemRef::text);
    public static final Command<RequestKind> REQ = view("req", ServingCommands::kind, RequestKind::toString);

    /** How many times smaller than the composite, above 0; below 1 enlarges. */
    public static final Command<Double> SCL = view("scl", real(Numbers.SMALLEST, Numbers.LARGEST), Numbers::text);

    public static final Command<Fit> FIT = view("fit", Fit::read, Fit::toString);

    /** Where the composite lies in the view, each from -1 (left, top) to 1. */
    public static final Command<RealPair> ALIGN = view("align", ServingCommands::alignment, RealPair::toString);

    public static final Command<MeasuredBox> RGN = view("rgn", MeasuredBox::readPixels, MeasuredBox::toString);
    public static final Command<MeasuredBox> RGN_N = view("rgnN", MeasuredBox::readShares, MeasuredBox::toString);
    public static final Command<LayerColor> BGC = view("bgc", LayerColor::read, LayerColor::toString);

    /** What replaces a missing image; empty text switches that off. */
    public static final Command<String> DEFAULT_IMAGE =
            view("defaultImage", (command, value) -> value.strip(), Function.identity());

    // The content of a layer: of these only the last counts.
    public static final Command<MaterialSource> SRC = source("src");

    /** RTF, or plain text, which is RTF without commands. */
    public static final Command<String> TEXT = layer("text", (command, value) -> value, Function.identity());

    public static final Command<String> TEXT_PS = layer("textPs", (command, value) -> value, Function.identity());

    public static final Command<MaterialSource> MASK = source("mask");
    public static final Command<LayerColor> COLOR = layer("color", LayerColor::read, LayerColor::toString);
    public static final Command<LayerColor> BG_COLOR = layer("bgColor", LayerColor::read, LayerColor::toString);
    public static final Command<TextAttributes> TEXT_ATTR =
            layer("textAttr", TextAttributes::read, TextAttributes::toString);

    // Its shape.
    public static final Command<MeasuredBox> CROP = layer("crop", MeasuredBox::readPixels, MeasuredBox::toString);
    public static final Command<MeasuredBox> CROP_N = layer("cropN", MeasuredBox::readShares, MeasuredBox::toString);
    public static final Command<Measure> SIZE = layer("size", Measure::readSize, Measure::toString);
    public static final Command<Measure> SIZE_N = layer("sizeN", Measure::readSizeShares, Measure::toString);

    /** Above 0; 1 is full size. */
    public static final Command<Double> SCALE = layer("scale", real(Numbers.SMALLEST, Numbers.LARGEST), Numbers::text);

    /** Wanted resolution of the object, in the units of its record. */
    public static final Command<Double> RES = layer("res", real(Numbers.SMALLEST, Numbers.LARGEST), Numbers::text);

    public static final Command<Flip> FLIP = layer("flip", Flip::read, Flip::text);

    /** Degrees, clockwise. */
    public static final Command<Double> ROTATE = layer("rotate", Numbers::real, Numbers::text);

    public static final Command<Margins> EXTEND = layer("extend", Margins::readPixels, Margins::toString);
    public static final Command<Margins> EXTEND_N = layer("extendN", Margins::readShares, Margins::toString);

    // Its place.
    public static final Command<Measure> ANCHOR = layer("anchor", Measure::readPixels, Measure::toString);

    /** From the center. */
    public static final Command<Measure> ANCHOR_N = layer("anchorN", Measure::readShares, Measure::toString);

    public static final Command<Measure> ORIGIN = layer("origin", Measure::readPixels, Measure::toString);

    /** From the center. */
    public static final Command<Measure> ORIGIN_N = layer("originN", Measure::readShares, Measure::toString);

    public static final Command<Measure> POS = layer("pos", Measure::readPixels, Measure::toString);
    public static final Command<Measure> POS_N = layer("posN", Measure::readShares, Measure::toString);

    // How it meets what is below it.
    public static final Command<Opacity> OPAC = layer("opac", Opacity::read, Opacity::toString);
    public static final Command<Boolean> HIDE = layer("hide", ServingCommands::flag, Numbers::text);
    public static final Command<BlendMode> BLEND_MODE = layer("blendMode", BlendMode::read, BlendMode::text);

    private static final List<Command<?>> ALL = List.of(
            TEMPLATE,
            REQ,
            RenderCommands.FMT,
            RenderCommands.QLT,
            RenderCommands.WID,
            RenderCommands.HEI,
            SCL,
            FIT,
            ALIGN,
            RGN,
            RGN_N,
            BGC,
            RenderCommands.RES_MODE,
            RenderCommands.PRINT_RES,
            RenderCommands.CACHE,
            RenderCommands.HANDLER,
            RenderCommands.ID,
            DEFAULT_IMAGE,
            SRC,
            TEXT,
            TEXT_PS,
            MASK,
            COLOR,
            BG_COLOR,
            TEXT_ATTR,
            CROP,
            CROP_N,
            SIZE,
            SIZE_N,
            SCALE,
            RES,
            FLIP,
            ROTATE,
            EXTEND,
            EXTEND_N,
            ANCHOR,
            ANCHOR_N,
            ORIGIN,
            ORIGIN_N,
            POS,
            POS_N,
            OPAC,
            HIDE,
            BLEND_MODE);

    private static final ImmutableMap<String, Command<?>> BY_NAME =
            ALL.stream().collect(ImmutableMap.toImmutableMap(c -> c.name().toLowerCase(Locale.ROOT), c -> c));

    /** Groups of which only the command given last counts. */
    private static final List<List<Command<?>>> RIVALS = List.of(
            List.of(SRC, TEXT, TEXT_PS),
            List.of(CROP, CROP_N),
            List.of(SIZE, SIZE_N),
            List.of(EXTEND, EXTEND_N),
            List.of(ANCHOR, ANCHOR_N),
            List.of(ORIGIN, ORIGIN_N),
            List.of(POS, POS_N),
            List.of(RGN, RGN_N));

    /** Commands of the protocol whose values are not even looked at. */
    private static final ImmutableSet<String> NOT_YET = ImmutableSet.of(
            "bfc",
            "catalog",
            "clippath",
            "clippathe",
            "clipxpath",
            "colorize",
            "croppath",
            "croppathe",
            "dpr",
            "effect",
            "effectmask",
            "icc",
            "iccembed",
            "image",
            "imageset",
            "jpegsize",
            "locale",
            "map",
            "maskuse",
            "network",
            "pathattr",
            "pathembed",
            "perspective",
            "pscan",
            "quantize",
            "rect",
            "setattr",
            "textangle",
            "textflowpath",
            "textflowxpath",
            "textpath",
            "type",
            "xmpembed");

    private static final ImmutableSet<String> OTHER_KINDS = ImmutableSet.of(
            "imageset",
            "loadcache",
            "mask",
            "mbrset",
            "message",
            "resolve",
            "savetofile",
            "set",
            "targets",
            "tmb",
            "xlate",
            "xmp");

    private ServingCommands() {}

    /** Every command that has a value. */
    public static List<Command<?>> all() {
        return ALL;
    }

    /** The command of this name, letter case aside. */
    public static Optional<Command<?>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Whichever of two commands was given, where only the last can have been. */
    public static <T> Optional<T> either(CommandValues values, Command<T> one, Command<T> other) {
        return values.find(one).or(() -> values.find(other));
    }

    /** The commands whose earlier values this one makes void. */
    static List<Command<?>> cancelledBy(Command<?> command) {
        return RIVALS.stream()
                .filter(group -> group.contains(command))
                .flatMap(List::stream)
                .filter(other -> !other.equals(command))
                .toList();
    }

    /** Whether this is a command of the protocol that has no effect here. */
    static boolean isNotYet(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NOT_YET.contains(lower) || lower.startsWith("op_");
    }

    private static <T> Command<T> view(String name, ValueReader<T> reader, Function<T, String> writer) {
        return new Command<>(name, List.of(), Scope.REQUEST, WORKS, DECODED, reader, writer);
    }

    private static <T> Command<T> layer(String name, ValueReader<T> reader, Function<T, String> writer) {
        return new Command<>(name, List.of(), Scope.LAYER, WORKS, DECODED, reader, writer);
    }

    private static Command<MaterialSource> source(String name) {
        return new Command<>(
                name, List.of(), Scope.LAYER, WORKS, ENCODED, MaterialSources::read, MaterialSources::write);
    }

    private static ValueReader<Double> real(double least, double most) {
        return (command, value) -> Numbers.real(command, value, least, most);
    }

    private static boolean flag(String command, String value) {
        return value.isBlank() || Numbers.flag(command, value);
    }

    private static RealPair alignment(String command, String value) {
        RealPair pair = RealPair.read(command, value);
        if (Math.abs(pair.x()) > 1 || Math.abs(pair.y()) > 1) {
            throw Failures.outOfRange(command, value, "two numbers from -1 to 1");
        }
        return pair;
    }

    private static RequestKind kind(String command, String value) {
        String type = Stream.of(value.split(",", 2)).findFirst().orElse("").strip();
        if (OTHER_KINDS.contains(type.toLowerCase(Locale.ROOT))) {
            throw Failures.notSupported("req=" + type);
        }
        return RequestKind.read(command, value);
    }
}
