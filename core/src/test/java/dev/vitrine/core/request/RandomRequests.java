package dev.vitrine.core.request;

import com.google.common.collect.ImmutableList;
import dev.vitrine.core.value.Anchor;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.DecalSize;
import dev.vitrine.core.value.Grout;
import dev.vitrine.core.value.IccRequest;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.ItemRef;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.ObjectPath;
import dev.vitrine.core.value.PixelType;
import dev.vitrine.core.value.Quantization;
import dev.vitrine.core.value.RealPair;
import dev.vitrine.core.value.ReplyFormat;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.ResMode;
import dev.vitrine.core.value.TextForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes parsed requests at random: any that text can say, in names with every awkward character. */
final class RandomRequests {
    private static final String[] NAMES = {
        "a",
        "Sofa",
        "is{a}",
        "{b}",
        "(c",
        "d)",
        "}",
        "{",
        "x y",
        "50%",
        "%41",
        "$v$",
        "$v",
        "p&q",
        "r=s",
        "wh?",
        "a+b",
        "#1",
        "caf\u00e9",
        "\u2192",
        "\ud83d\ude00",
        "..",
        ".",
        "is(",
        "\\{",
        "a\\",
        "\"q\"",
        "<t>",
        "|",
        "~"
    };
    private static final String[] NESTED = {
        "cat/rec",
        "a?wid=3&hei=4",
        "a?src=ir{b?c=1&d=2}&e=3",
        "?text={\\qc hi}",
        "a(b",
        "a)b{c}",
        "a%7bb",
        "x?t=:)",
        "$w$/x?y=$z$",
        "a?b=%24v%24",
        "a?&&&",
        "a\\{b"
    };
    private static final String[] VALUES = {"", "1", "a%20b", "is{a?b=1&c=2}", "{\\qc $v$}", "x?y", "%7bz", "$w$"};

    private final Random random;
    private final Map<Command<?>, Supplier<?>> makers = Map.ofEntries(
            Map.entry(RenderCommands.VIGNETTE, this::item),
            Map.entry(RenderCommands.REQ, this::kind),
            Map.entry(RenderCommands.FMT, this::format),
            Map.entry(RenderCommands.QLT, () -> new JpegQuality(whole(1, 100), flag())),
            Map.entry(RenderCommands.WID, () -> whole(1, 5000)),
            Map.entry(RenderCommands.HEI, () -> whole(1, 5000)),
            Map.entry(RenderCommands.SCL, () -> real(1, 100)),
            Map.entry(RenderCommands.RES_MODE, () -> pick(ResMode.values())),
            Map.entry(RenderCommands.PRINT_RES, () -> real(1, 1200)),
            Map.entry(RenderCommands.CACHE, this::cache),
            Map.entry(RenderCommands.GROUP_LEVEL, () -> whole(-1, 9)),
            Map.entry(RenderCommands.HANDLER, () -> pick(new String[] {"f", "$.cb", "a_b.c"})),
            Map.entry(RenderCommands.ID, () -> String.valueOf(whole(-99, 99))),
            Map.entry(RenderCommands.SHARPEN, this::flag),
            Map.entry(RenderCommands.ICC, this::icc),
            Map.entry(RenderCommands.ICC_EMBED, this::flag),
            Map.entry(RenderCommands.PATH_EMBED, this::flag),
            Map.entry(RenderCommands.QUANTIZE, this::quantization),
            Map.entry(RenderCommands.SRC, this::source),
            Map.entry(RenderCommands.SRC_E, () -> new MaterialSource.EmbeddedName(name())),
            Map.entry(RenderCommands.SRC_N, () -> new MaterialSource.EmbeddedIndex(whole(0, 99))),
            Map.entry(RenderCommands.COLOR, this::color),
            Map.entry(RenderCommands.BGC, this::color),
            Map.entry(RenderCommands.RES, () -> real(-10, 1000)),
            Map.entry(RenderCommands.ANCHOR, () -> new Anchor.Pixels(real(-9, 9), real(-9, 9))),
            Map.entry(RenderCommands.ANCHOR_N, () -> new Anchor.Normalized(real(-1, 1), real(-1, 1))),
            Map.entry(RenderCommands.ALIGN, () -> whole(0, 6)),
            Map.entry(RenderCommands.REPEAT, () -> whole(0, 19)),
            Map.entry(RenderCommands.ROTATE, () -> real(-720, 720)),
            Map.entry(RenderCommands.POS, () -> new RealPair(real(-9, 9), real(-9, 9))),
            Map.entry(RenderCommands.SIZE, () -> new DecalSize(real(0, 9), real(0, 9), real(0, 9))),
            Map.entry(RenderCommands.OPAC, () -> real(0, 100)),
            Map.entry(RenderCommands.ILLUM, () -> whole(-1, 2)),
            Map.entry(RenderCommands.GLOSS, () -> real(0, 100)),
            Map.entry(RenderCommands.GLOSSMAP, this::source),
            Map.entry(RenderCommands.ROUGH, () -> real(0, 100)),
            Map.entry(RenderCommands.TYPE, () -> whole(0, 19)),
            Map.entry(RenderCommands.GROUT, this::grout),
            Map.entry(RenderCommands.SHARP, () -> whole(0, 3)),
            Map.entry(RenderCommands.FLAGS, () -> whole(0, 9)),
            Map.entry(RenderCommands.RS, this::name));

    RandomRequests(long seed) {
        this.random = new Random(seed);
    }

    ParsedRequest next() {
        List<Segment> segments = new ArrayList<>();
        if (flag()) {
            segments.add(segment(Optional.empty(), pick(Part.values())));
        }
        int more = random.nextInt(4);
        for (int i = 0; i < more; i++) {
            segments.add(
                    flag()
                            ? segment(Optional.empty(), pick(Part.values()))
                            : segment(Optional.of(selection()), Part.WHOLE));
        }
        return new ParsedRequest(
                Dialect.RENDERING,
                flag() ? Optional.of(item()) : Optional.empty(),
                values(Command.Scope.REQUEST),
                segments,
                variables(),
                List.of());
    }

    private List<Variable> variables() {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new Variable("v" + (i == 0 ? "" : "\u00e9 " + i), pick(VALUES)))
                .toList();
    }

    /** Without a selection it says at least something. */
    private Segment segment(Optional<Selection> selection, Part part) {
        CommandValues attributes = values(Command.Scope.MATERIAL);
        boolean silent = selection.isEmpty() && attributes.isEmpty();
        Visibility visibility = silent ? Visibility.SHOW : pick(Visibility.values());
        return new Segment(selection, part, attributes, visibility);
    }

    private CommandValues values(Command.Scope scope) {
        CommandValues.Builder values = CommandValues.builder();
        for (Command<?> command : RenderCommands.all()) {
            if (command.scope() == scope && random.nextInt(6) == 0) {
                RenderCommands.cancelledBy(command).forEach(values::remove);
                put(values, command);
            }
        }
        return values.build();
    }

    @SuppressWarnings("unchecked") // the table above makes values of the command's own type
    private <T> void put(CommandValues.Builder values, Command<T> command) {
        values.put(command, (T) makers.get(command).get());
    }

    private Selection selection() {
        return flag()
                ? new Selection.ByName(ObjectPath.of(flag() ? name() + "/" + name() : ""))
                : new Selection.ByPixel(whole(0, 999), whole(0, 999), whole(0, 3));
    }

    private MaterialSource source() {
        return switch (random.nextInt(5)) {
            case 0 -> new MaterialSource.Nested(pick(Dialect.values()), pick(NESTED));
            case 1 -> new MaterialSource.Foreign("http://x/" + name());
            case 2 -> new MaterialSource.Named(item(), Optional.of(new MaterialSource.Named(item())));
            case 3 ->
                new MaterialSource.Named(
                        item(), Optional.of(new MaterialSource.Nested(pick(Dialect.values()), pick(NESTED))));
            default -> new MaterialSource.Named(item());
        };
    }

    private RequestKind kind() {
        RequestType type = pick(RequestType.values());
        return new RequestKind(
                type == RequestType.BANNER || type.isServingAlone() ? RequestType.IMG : type, pick(TextForm.values()));
    }

    private ReplyFormat format() {
        return new ReplyFormat(pick(ImageFormat.values()), maybe(PixelType.values()), maybe(Compression.values()));
    }

    private Quantization quantization() {
        return new Quantization(
                pick(Quantization.Palette.values()),
                flag(),
                whole(2, 256),
                flag() ? ImmutableList.of() : ImmutableList.of(random.nextInt(0x1000000), 0xff));
    }

    private CacheControl cache() {
        return random.nextInt(3) == 0 ? new CacheControl(true, true, true) : new CacheControl(flag(), flag(), false);
    }

    private IccRequest icc() {
        return new IccRequest(
                name(), maybe(IccRequest.Intent.values()), flag() ? Optional.of(flag()) : Optional.empty());
    }

    private Grout grout() {
        return new Grout(color(), flag() ? OptionalDouble.of(real(0, 2)) : OptionalDouble.empty());
    }

    private Color color() {
        return Color.ofRgb(random.nextInt(0x1000000));
    }

    private ItemRef item() {
        return new ItemRef(flag() ? List.of(name()) : List.of(name(), name()));
    }

    private String name() {
        return pick(NAMES) + (flag() ? "" : pick(NAMES));
    }

    private boolean flag() {
        return random.nextBoolean();
    }

    private int whole(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private double real(double least, double most) {
        double value = least + random.nextDouble() * (most - least);
        return flag() ? value : Math.rint(value) + 0.0;
    }

    private <T> Optional<T> maybe(T[] choices) {
        return flag() ? Optional.of(pick(choices)) : Optional.empty();
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
