package dev.vitrine.core.request;

import static dev.vitrine.core.request.Command.Coding.DECODED;
import static dev.vitrine.core.request.Command.Coding.ENCODED;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.request.Command.Scope;
import dev.vitrine.core.request.Command.ValueReader;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.DecalSize;
import dev.vitrine.core.value.Grout;
import dev.vitrine.core.value.IccRequest;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.Numbers;
import dev.vitrine.core.value.PlainText;
import dev.vitrine.core.value.Quantization;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.ReplyFormat;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.ResMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The command table of Image Rendering: every command that has a value, in the order in which requests are written.
 *
 * <p>Commands that select and show ({@code obj sel decal sub show hide}) shape the segments and are read by
 * {@link RequestParser} itself.
 */
public final class RenderCommands {
    // The reply: position does not matter, except that scl and wid/hei cancel each other.
    public static final Command<ItemRef> VIGNETTE = view("vignette", ItemRef::read, ItemRef::text);
    public static final Command<RequestKind> REQ = view("req", RenderCommands::kind, RequestKind::toString);
    public static final Command<ReplyFormat> FMT = view("fmt", ReplyFormat::read, ReplyFormat::toString);
    public static final Command<JpegQuality> QLT = view("qlt", JpegQuality::read, JpegQuality::toString);

    /** Pixels, at least 1. */
    public static final Command<Integer> WID = view("wid", whole(1, Integer.MAX_VALUE), String::valueOf);

    /** Pixels, at least 1. */
    public static final Command<Integer> HEI = view("hei", whole(1, Integer.MAX_VALUE), String::valueOf);

    /** How many times smaller than the full-resolution vignette, at least 1. */
    public static final Command<Double> SCL = view("scl", real(1, Numbers.LARGEST), Numbers::text);

    public static final Command<ResMode> RES_MODE = view("resMode", ResMode::read, ResMode::toString);

    /** Dots per inch, above 0. */
    public static final Command<Double> PRINT_RES =
            view("printRes", real(Numbers.SMALLEST, Numbers.LARGEST), Numbers::text);

    public static final Command<CacheControl> CACHE = view("cache", CacheControl::read, CacheControl::toString);

    /** For {@code req=map}: 0 is the outermost groups, -1 the innermost. */
    public static final Command<Integer> GROUP_LEVEL =
            view("groupLevel", whole(-1, Integer.MAX_VALUE), String::valueOf);

    /** The name of the JavaScript function that a JSONP reply calls. */
    public static final Command<String> HANDLER =
            view("handler", matching("[A-Za-z_$][\\w$.]{0,127}", "the name of a function"), Function.identity());

    /** The number that a JSONP reply hands back, as it was written. */
    public static final Command<String> ID =
            view("id", matching("-?[0-9]{1,20}", "a whole number"), Function.identity());

    /** Sharpens a reply that was scaled. */
    public static final Command<Boolean> SHARPEN = view("sharpen", Numbers::flag, Numbers::text);

    public static final Command<IccRequest> ICC = view("icc", IccRequest::read, IccRequest::toString);
    public static final Command<Boolean> ICC_EMBED = view("iccEmbed", Numbers::flag, Numbers::text);

    /** Ignored, as for every vignette without paths: packages have none. */
    public static final Command<Boolean> PATH_EMBED = view("pathEmbed", Numbers::flag, Numbers::text);

    /** For palettes: GIF and PNG of 8 bits. */
    public static final Command<Quantization> QUANTIZE = view("quantize", Quantization::read, Quantization::toString);

    // The material of a segment.
    public static final Command<MaterialSource> SRC = source("src", MaterialSources::read, MaterialSources::write);

    /** An {@link MaterialSource.EmbeddedName}; it, {@code src} and {@code srcN} cancel each other. */
    public static final Command<MaterialSource> SRC_E =
            material("srcE", MaterialSources::readName, MaterialSources::embeddedText);

    /** An {@link MaterialSource.EmbeddedIndex}. */
    public static final Command<MaterialSource> SRC_N =
            material("srcN", MaterialSources::readIndex, MaterialSources::embeddedText);

    public static final Command<Color> COLOR = material("color", Color::read, Color::toString);
    public static final Command<Color> BGC = material("bgc", Color::read, Color::toString);

    /** Material resolution, usually pixels per inch; 0 or less asks for the default. */
    public static final Command<Double> RES = material("res", Numbers::real, Numbers::text);

    /** An {@link Anchor.Pixels}; it and {@code anchorN} cancel each other. */
    public static final Command<Anchor> ANCHOR = material("anchor", Anchor::readPixels, Anchor::text);

    /** An {@link Anchor.Normalized}. */
    public static final Command<Anchor> ANCHOR_N = material("anchorN", Anchor::readNormalized, Anchor::text);

    /** Which origin of the object: 0 to 6, of which 2 is a random one. */
    public static final Command<Integer> ALIGN = material("align", whole(0, 6), String::valueOf);

    /** The repeat mode, 0 to 19. */
    public static final Command<Integer> REPEAT = material("repeat", whole(0, 19), String::valueOf);

    /** Degrees, clockwise. */
    public static final Command<Double> ROTATE = material("rotate", Numbers::real, Numbers::text);

    /** The decal's way from its origin, in scene units. */
    public static final Command<RealPair> POS = material("pos", RealPair::read, RealPair::toString);

    public static final Command<DecalSize> SIZE = material("size", DecalSize::read, DecalSize::toString);

    /** Percent, 0 to 100. The protocol's page on opacity calls it {@code opacity=}. */
    public static final Command<Double> OPAC =
            new Command<>("opac", List.of("opacity"), Scope.MATERIAL, DECODED, real(0, 100), Numbers::text);

    /** The illumination map, 0 to 2; -1 chooses by gloss. */
    public static final Command<Integer> ILLUM = material("illum", whole(-1, 2), String::valueOf);

    /** Percent, 0 to 100; -1 is the illumination map's reference gloss. */
    public static final Command<Double> GLOSS = material("gloss", percentOrDefault(), Numbers::text);

    public static final Command<MaterialSource> GLOSSMAP =
            source("glossmap", MaterialSources::read, MaterialSources::write);

    /** Percent, 0 to 100; -1 is the server's default. */
    public static final Command<Double> ROUGH = material("rough", percentOrDefault(), Numbers::text);

    /** The surface type, 0 (unknown) to 19. */
    public static final Command<Integer> TYPE = material("type", whole(0, 19), String::valueOf);

    public static final Command<Grout> GROUT = material("grout", Grout::read, Grout::toString);

    /** 0 none, 1 and 2 after and before the texture is drawn, 3 both. */
    public static final Command<Integer> SHARP = material("sharp", whole(0, 3), String::valueOf);

    /** For cabinets: 1 asks for glass doors. */
    public static final Command<Integer> FLAGS = material("flags", whole(0, Integer.MAX_VALUE), String::valueOf);

    /** Advanced settings, letters with numbers; only rendering reads them. */
    public static final Command<String> RS = material("rs", PlainText::read, Function.identity());

    private static final List<Command<?>> ALL = List.of(
            VIGNETTE,
            REQ,
            FMT,
            QLT,
            WID,
            HEI,
            SCL,
            RES_MODE,
            PRINT_RES,
            CACHE,
            GROUP_LEVEL,
            HANDLER,
            ID,
            SHARPEN,
            ICC,
            ICC_EMBED,
            PATH_EMBED,
            QUANTIZE,
            SRC,
            SRC_E,
            SRC_N,
            COLOR,
            BGC,
            RES,
            ANCHOR,
            ANCHOR_N,
            ALIGN,
            REPEAT,
            ROTATE,
            POS,
            SIZE,
            OPAC,
            ILLUM,
            GLOSS,
            GLOSSMAP,
            ROUGH,
            TYPE,
            GROUT,
            SHARP,
            FLAGS,
            RS);

    private static final ImmutableMap<String, Command<?>> BY_NAME = Command.byName(ALL);

    /** Groups of which only the command given last counts. */
    private static final ImmutableSet<Command<?>> OF_FILES_ALONE =
            ImmutableSet.of(FMT, QLT, ICC, ICC_EMBED, PRINT_RES, QUANTIZE);

    private static final ImmutableMap<Command<?>, List<Command<?>>> CANCELLED = ImmutableMap.of(
            SCL, List.of(WID, HEI),
            WID, List.of(SCL),
            HEI, List.of(SCL),
            SRC, List.of(SRC_E, SRC_N),
            SRC_E, List.of(SRC, SRC_N),
            SRC_N, List.of(SRC, SRC_E),
            ANCHOR, List.of(ANCHOR_N),
            ANCHOR_N, List.of(ANCHOR));

    private RenderCommands() {}

    /** Every command, in the order in which they are written. */
    public static List<Command<?>> all() {
        return ALL;
    }

    /** The command of this name, letter case aside. */
    public static Optional<Command<?>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** What {@code src=}, {@code srcE=} or {@code srcN=} asks for, whichever was given last. */
    public static Optional<MaterialSource> source(CommandValues values) {
        return values.find(SRC).or(() -> values.find(SRC_E)).or(() -> values.find(SRC_N));
    }

    /** What {@code anchor=} or {@code anchorN=} asks for, whichever was given last. */
    public static Optional<Anchor> anchor(CommandValues values) {
        return values.find(ANCHOR).or(() -> values.find(ANCHOR_N));
    }

    /** The commands of both dialects that speak of the file that is sent, and mean nothing to a picture within another one. */
    static Set<Command<?>> ofFilesAlone() {
        return OF_FILES_ALONE;
    }

    /** The commands whose earlier values this one makes void. */
    static List<Command<?>> cancelledBy(Command<?> command) {
        return CANCELLED.getOrDefault(command, List.of());
    }

    private static <T> Command<T> view(String name, ValueReader<T> reader, Function<T, String> writer) {
        return new Command<>(name, List.of(), Scope.REQUEST, DECODED, reader, writer);
    }

    private static <T> Command<T> material(String name, ValueReader<T> reader, Function<T, String> writer) {
        return new Command<>(name, List.of(), Scope.MATERIAL, DECODED, reader, writer);
    }

    private static <T> Command<T> source(String name, ValueReader<T> reader, Function<T, String> writer) {
        return new Command<>(name, List.of(), Scope.MATERIAL, ENCODED, reader, writer);
    }

    /** All kinds but those that only Image Serving has. */
    private static RequestKind kind(String command, String value) {
        RequestKind kind = RequestKind.read(command, value);
        if (kind.type().isServingAlone()) {
            throw Failures.badValue(command, value, "a kind of reply that Image Rendering has");
        }
        return kind;
    }

    private static ValueReader<Integer> whole(int least, int most) {
        return (command, value) -> Numbers.whole(command, value, least, most);
    }

    private static ValueReader<Double> real(double least, double most) {
        return (command, value) -> Numbers.real(command, value, least, most);
    }

    private static ValueReader<Double> percentOrDefault() {
        return (command, value) -> {
            double number = Numbers.real(command, value, -1, 100);
            if (number < 0 && number != -1) {
                throw Failures.outOfRange(command, value, "-1, or a number from 0 to 100");
            }
            return number;
        };
    }

    private static ValueReader<String> matching(String pattern, String expected) {
        Pattern compiled = Pattern.compile(pattern);
        return (command, value) -> {
            if (!compiled.matcher(value).matches()) {
                throw Failures.badValue(command, value, expected);
            }
            return value;
        };
    }
}
