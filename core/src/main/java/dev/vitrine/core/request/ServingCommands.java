package dev.vitrine.core.request;

import static dev.vitrine.core.request.Command.Coding.DECODED;
import static dev.vitrine.core.request.Command.Coding.ENCODED;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.request.Command.Scope;
import dev.vitrine.core.request.Command.ValueReader;
import dev.vitrine.core.value.BlendMode;
import dev.vitrine.core.value.ColorBalance;
import dev.vitrine.core.value.Colorizing;
import dev.vitrine.core.value.Fit;
import dev.vitrine.core.value.Flip;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.LayerColor;
import dev.vitrine.core.value.Margins;
import dev.vitrine.core.value.MaskUse;
import dev.vitrine.core.value.Measure;
import dev.vitrine.core.value.MeasuredBox;
import dev.vitrine.core.value.Numbers;
import dev.vitrine.core.value.OnOff;
import dev.vitrine.core.value.Opacity;
import dev.vitrine.core.value.PathReader;
import dev.vitrine.core.value.Perspective;
import dev.vitrine.core.value.PixelRatio;
import dev.vitrine.core.value.PlainText;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.TextAttributes;
import dev.vitrine.core.value.Unsharp;
import dev.vitrine.core.value.VectorPath;
import dev.vitrine.core.value.ViewRect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The command table of Image Serving. What says how a reply is encoded is the same as in Image Rendering, and so is the
 * constant. {@code layer=} and {@code effect=} choose the layer that the commands behind them belong to, and are read by
 * {@link ServingParser} itself.
 */
public final class ServingCommands {
    private static final int MOST_KILOBYTES = 1_000_000;

    // The view: where it stands does not matter.
    public static final Command<ItemRef> TEMPLATE = view("template", ItemRef::readRooted, ItemRef::toString);
    public static final Command<RequestKind> REQ = view("req", ServingCommands::kind, RequestKind::toString);

    /** How many times smaller than the composite, above 0; below 1 enlarges. */
    public static final Command<Double> SCL = view("scl", real(Numbers.SMALLEST, Numbers.LARGEST), Numbers::text);

    public static final Command<Fit> FIT = view("fit", Fit::read, Fit::toString);

    /** Where the composite lies in the view, each from -1 (left, top) to 1. */
    public static final Command<RealPair> ALIGN = view("align", ServingCommands::alignment, RealPair::toString);

    public static final Command<MeasuredBox> RGN = view("rgn", MeasuredBox::readPixels, MeasuredBox::text);
    public static final Command<MeasuredBox> RGN_N = view("rgnN", MeasuredBox::readShares, MeasuredBox::text);

    /** The part of the finished view that is delivered. */
    public static final Command<ViewRect> RECT = view("rect", ViewRect::read, ViewRect::toString);

    public static final Command<LayerColor> BGC = view("bgc", LayerColor::read, LayerColor::toString);

    /** What replaces a missing image; empty text switches that off. */
    public static final Command<String> DEFAULT_IMAGE =
            view("defaultImage", (command, value) -> value.strip(), Function.identity());

    /** The most kilobytes of a JPEG file, at whatever quality that takes; 0 is no limit. */
    public static final Command<Integer> JPEG_SIZE =
            view("jpegSize", (command, value) -> Numbers.whole(command, value, 0, MOST_KILOBYTES), String::valueOf);

    /** How many pixels the device has for each that is asked for. */
    public static final Command<PixelRatio> DPR = view("dpr", PixelRatio::read, PixelRatio::toString);

    /** Whether pictures may be plainer for a slow network, which only a network of servers would know of. */
    public static final Command<Boolean> NETWORK = view("network", OnOff::read, OnOff::text);

    /** Whether the reply may be of another format than asked for, as the browser likes it. */
    public static final Command<Boolean> BFC = view("bfc", OnOff::read, OnOff::text);

    /** Whether effects behind a layer end where it begins, whatever the catalog says. */
    public static final Command<Boolean> EFFECT_MASK = view("effectMask", Numbers::flag, Numbers::text);

    /** A version that caches may tell apart; JSONP replies hand it back. */
    public static final Command<String> ID = view("id", ServingCommands::version, Function.identity());

    // The content of a layer: of these only the last counts.
    public static final Command<MaterialSource> SRC = source("src");

    /** RTF, or plain text, which is RTF without commands. */
    public static final Command<String> TEXT = layer("text", (command, value) -> value, Function.identity());

    public static final Command<String> TEXT_PS = layer("textPs", (command, value) -> value, Function.identity());

    public static final Command<MaterialSource> MASK = source("mask");
    public static final Command<MaskUse> MASK_USE = layer("maskUse", MaskUse::read, MaskUse::text);
    public static final Command<LayerColor> COLOR = layer("color", LayerColor::read, LayerColor::toString);
    public static final Command<LayerColor> BG_COLOR = layer("bgColor", LayerColor::read, LayerColor::toString);
    public static final Command<TextAttributes> TEXT_ATTR =
            layer("textAttr", TextAttributes::read, TextAttributes::toString);

    /** Of the lines of {@code textPs=}, in degrees clockwise. */
    public static final Command<Double> TEXT_ANGLE = layer("textAngle", Numbers::real, Numbers::text);

    /** Radius in pixels of the mask at full size, -100 to 100: below 0 less is seen. */
    public static final Command<Integer> OP_GROW_MASK = layer("op_growMask", ServingCommands::radius, String::valueOf);

    /** Like {@link #OP_GROW_MASK}, in pixels of the reply. */
    public static final Command<Integer> OP_GROW_MASK_R =
            layer("op_growMaskR", ServingCommands::radius, String::valueOf);

    // Its shape.
    public static final Command<MeasuredBox> CROP = layer("crop", MeasuredBox::readPixels, MeasuredBox::text);
    public static final Command<MeasuredBox> CROP_N = layer("cropN", MeasuredBox::readShares, MeasuredBox::text);
    public static final Command<Measure> SIZE = layer("size", Measure::readSize, Measure::text);
    public static final Command<Measure> SIZE_N = layer("sizeN", Measure::readSizeShares, Measure::text);

    /** Above 0; 1 is full size. */
    public static final Command<Double> SCALE = layer("scale", real(Numbers.SMALLEST, Numbers.LARGEST), Numbers::text);

    /** Wanted resolution of the object, in the units of its record. */
    public static final Command<Double> RES = layer("res", real(Numbers.SMALLEST, Numbers.LARGEST), Numbers::text);

    /** Where the corners of its content come to lie on the canvas. */
    public static final Command<Perspective> PERSPECTIVE =
            layer("perspective", Perspective::readPixels, Perspective::text);

    public static final Command<Perspective> PERSPECTIVE_N =
            layer("perspectiveN", Perspective::readShares, Perspective::text);

    /** What alone is seen of a layer, in its own pixels. */
    public static final Command<VectorPath> CLIP_PATH = layer("clipPath", PathReader::read, VectorPath::toString);

    /** What is not seen of it. */
    public static final Command<VectorPath> CLIP_X_PATH = layer("clipXPath", PathReader::read, VectorPath::toString);

    public static final Command<Flip> FLIP = layer("flip", Flip::read, Flip::text);

    /** Degrees, clockwise. */
    public static final Command<Double> ROTATE = layer("rotate", Numbers::real, Numbers::text);

    public static final Command<Margins> EXTEND = layer("extend", Margins::readPixels, Margins::text);
    public static final Command<Margins> EXTEND_N = layer("extendN", Margins::readShares, Margins::text);

    // Its place.
    public static final Command<Measure> ANCHOR = layer("anchor", Measure::readPixels, Measure::text);

    /** From the center. */
    public static final Command<Measure> ANCHOR_N = layer("anchorN", Measure::readShares, Measure::text);

    public static final Command<Measure> ORIGIN = layer("origin", Measure::readPixels, Measure::text);

    /** From the center. */
    public static final Command<Measure> ORIGIN_N = layer("originN", Measure::readShares, Measure::text);

    public static final Command<Measure> POS = layer("pos", Measure::readPixels, Measure::text);
    public static final Command<Measure> POS_N = layer("posN", Measure::readShares, Measure::text);

    // How it meets what is below it.
    public static final Command<Opacity> OPAC = layer("opac", Opacity::read, Opacity::toString);
    public static final Command<Boolean> HIDE = layer("hide", ServingCommands::flag, Numbers::text);
    public static final Command<BlendMode> BLEND_MODE = layer("blendMode", BlendMode::read, BlendMode::text);

    // What is done to its pixels.
    /** Percent, -100 to 100; likewise contrast and saturation. */
    public static final Command<Double> OP_BRIGHTNESS = layer("op_brightness", real(-100, 100), Numbers::text);

    public static final Command<Double> OP_CONTRAST = layer("op_contrast", real(-100, 100), Numbers::text);
    public static final Command<Double> OP_SATURATION = layer("op_saturation", real(-100, 100), Numbers::text);

    /** Degrees, -180 to 180. */
    public static final Command<Double> OP_HUE = layer("op_hue", real(-180, 180), Numbers::text);

    public static final Command<ColorBalance> OP_COLORBALANCE =
            layer("op_colorbalance", ColorBalance::read, ColorBalance::toString);
    public static final Command<Colorizing> OP_COLORIZE = new Command<>(
            "op_colorize", List.of("colorize"), Scope.LAYER, DECODED, Colorizing::read, Colorizing::toString);
    public static final Command<Boolean> OP_INVERT = layer("op_invert", ServingCommands::flag, Numbers::text);

    /** Radius in pixels of the composite, 0 to 100. */
    public static final Command<Double> OP_BLUR = layer("op_blur", real(0, 100), Numbers::text);

    /** Radius in pixels of the composite, -100 to 100: below 0 bright parts shrink. */
    public static final Command<Integer> OP_GROW = layer("op_grow", ServingCommands::radius, String::valueOf);

    public static final Command<Boolean> OP_SHARPEN = layer("op_sharpen", ServingCommands::flag, Numbers::text);
    public static final Command<Unsharp> OP_USM = layer("op_usm", Unsharp::read, Unsharp::toString);

    /** Like {@link #OP_USM}, whatever the layer's scale. */
    public static final Command<Unsharp> OP_USM_R = layer("op_usmR", Unsharp::read, Unsharp::toString);

    private static final List<Command<?>> OPERATIONS = List.of(
            OP_BRIGHTNESS,
            OP_CONTRAST,
            OP_SATURATION,
            OP_HUE,
            OP_COLORBALANCE,
            OP_COLORIZE,
            OP_INVERT,
            OP_BLUR,
            OP_GROW,
            OP_SHARPEN,
            OP_USM,
            OP_USM_R);

    private static final List<Command<?>> SAID = List.of(
            TEMPLATE,
            REQ,
            RenderCommands.FMT,
            RenderCommands.QLT,
            RenderCommands.QUANTIZE,
            RenderCommands.ICC,
            RenderCommands.ICC_EMBED,
            RenderCommands.WID,
            RenderCommands.HEI,
            SCL,
            FIT,
            ALIGN,
            RGN,
            RGN_N,
            RECT,
            BGC,
            RenderCommands.RES_MODE,
            RenderCommands.PRINT_RES,
            RenderCommands.CACHE,
            RenderCommands.HANDLER,
            ID,
            JPEG_SIZE,
            DPR,
            NETWORK,
            BFC,
            EFFECT_MASK,
            DEFAULT_IMAGE,
            SRC,
            TEXT,
            TEXT_PS,
            MASK,
            MASK_USE,
            OP_GROW_MASK,
            OP_GROW_MASK_R,
            COLOR,
            BG_COLOR,
            TEXT_ATTR,
            TEXT_ANGLE,
            CROP,
            CROP_N,
            SIZE,
            SIZE_N,
            SCALE,
            RES,
            PERSPECTIVE,
            PERSPECTIVE_N,
            CLIP_PATH,
            CLIP_X_PATH,
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

    private static final List<Command<?>> ALL =
            Stream.concat(SAID.stream(), OPERATIONS.stream()).toList();

    /** Behind {@code layer=comp}, or before any layer, these speak of all layers together; the others of layer 0. */
    private static final ImmutableSet<Command<?>> OF_COMPOSITE = ImmutableSet.<Command<?>>builder()
            .add(OPAC, FLIP, CLIP_PATH, CLIP_X_PATH)
            .addAll(OPERATIONS)
            .build();

    private static final ImmutableSet<Command<?>> OF_EFFECTS =
            ImmutableSet.of(BLEND_MODE, COLOR, MASK_USE, OPAC, HIDE, OP_BLUR, OP_GROW, POS, POS_N);

    private static final ImmutableMap<String, Command<?>> BY_NAME = Command.byName(ALL);

    /** Groups of which only the command given last counts. */
    private static final List<List<Command<?>>> RIVALS = List.of(
            List.of(SRC, TEXT, TEXT_PS),
            List.of(CROP, CROP_N),
            List.of(SIZE, SIZE_N),
            List.of(EXTEND, EXTEND_N),
            List.of(ANCHOR, ANCHOR_N),
            List.of(ORIGIN, ORIGIN_N),
            List.of(POS, POS_N),
            List.of(RGN, RGN_N),
            List.of(PERSPECTIVE, PERSPECTIVE_N),
            List.of(OP_USM, OP_USM_R),
            List.of(OP_GROW_MASK, OP_GROW_MASK_R));

    /** Commands of the protocol whose values are not even looked at. */
    private static final ImmutableSet<String> NOT_YET = ImmutableSet.of(
            "catalog",
            "clippathe",
            "croppath",
            "croppathe",
            "image",
            "imageset",
            "locale",
            "map",
            "pathattr",
            "pathembed",
            "pscan",
            "setattr",
            "textflowpath",
            "textflowxpath",
            "textpath",
            "type",
            "xmpembed");

    private static final ImmutableSet<String> OTHER_KINDS = ImmutableSet.of(
            "imageset", "loadcache", "mbrset", "message", "resolve", "savetofile", "set", "targets", "xlate", "xmp");

    private ServingCommands() {}

    /** Every command that has a value. */
    public static List<Command<?>> all() {
        return ALL;
    }

    /** The names of commands that are known and have no effect, in lower case; those that begin with {@code op_} aside. */
    public static Set<String> notYet() {
        return NOT_YET;
    }

    /** The command of this name, letter case aside. */
    public static Optional<Command<?>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The commands that speak of all layers together where no layer is chosen. */
    public static Set<Command<?>> ofComposite() {
        return OF_COMPOSITE;
    }

    /** The commands that an effect layer takes. */
    public static Set<Command<?>> ofEffects() {
        return OF_EFFECTS;
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
        return new Command<>(name, List.of(), Scope.REQUEST, DECODED, reader, writer);
    }

    private static <T> Command<T> layer(String name, ValueReader<T> reader, Function<T, String> writer) {
        return new Command<>(name, List.of(), Scope.LAYER, DECODED, reader, writer);
    }

    private static Command<MaterialSource> source(String name) {
        return new Command<>(
                name, List.of(), Scope.LAYER, ENCODED, MaterialSources::readRooted, MaterialSources::writeRooted);
    }

    private static ValueReader<Double> real(double least, double most) {
        return (command, value) -> Numbers.real(command, value, least, most);
    }

    private static String version(String command, String value) {
        return value.isEmpty() ? value : PlainText.read(command, value);
    }

    private static int radius(String command, String value) {
        return (int) Math.rint(Numbers.real(command, value, -100, 100));
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
