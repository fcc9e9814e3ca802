package dev.vitrine.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.value.Fit;
import dev.vitrine.core.value.LayerColor;
import dev.vitrine.core.value.Measure;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServingParserTest {
    private static final ServingParser PARSER = new ServingParser(RequestLimits.standard());

    private static ParsedServing parse(String query) {
        return PARSER.parse("/cat/pic", List.of(), query, List.of(), Macros.NONE, List.of());
    }

    private static FailureKind failure(String query) {
        return assertThrows(FailureException.class, () -> parse(query))
                .failure()
                .kind();
    }

    private static CommandValues layer(ParsedServing parsed, int number) {
        return parsed.layers().stream()
                .filter(l -> l.number() == number)
                .findFirst()
                .orElseThrow()
                .attributes();
    }

    @Test
    void parse_commandsBeforeAnyLayer_belongToLayer0() {
        ParsedServing parsed = parse("size=300,200&opac=50&wid=100");
        assertEquals(Optional.of(new Measure(300, 200, false)), layer(parsed, 0).find(ServingCommands.SIZE));
        assertTrue(parsed.composite().has(ServingCommands.OPAC));
        assertEquals(Optional.of(100), parsed.view().find(RenderCommands.WID));
    }

    @Test
    void parse_layers_areSortedAndNamed() {
        ParsedServing parsed = parse("layer=5,top&text=a&layer=2&text=b&layer=TOP&pos=1,2&layer=comp&size=9,9");
        assertEquals(
                List.of(0, 2, 5),
                parsed.layers().stream().map(ParsedLayer::number).toList());
        assertTrue(layer(parsed, 5).has(ServingCommands.POS));
        assertTrue(layer(parsed, 0).has(ServingCommands.SIZE));
    }

    @Test
    void parse_badLayer_fails() {
        assertEquals(FailureKind.BAD_VALUE, failure("layer=picture"));
        assertEquals(FailureKind.BAD_VALUE, failure("layer=1,image&layer=2,image"));
        assertEquals(FailureKind.BAD_VALUE, failure("layer=1,comp"));
        assertEquals(1, parse("layer=1,image&layer=1,image").layers().get(1).number());
    }

    @Test
    void parse_lastContent_counts() {
        assertTrue(layer(parse("src=a&text=b"), 0).has(ServingCommands.TEXT));
        assertEquals(
                List.of(ServingCommands.SRC),
                List.copyOf(layer(parse("text=b&src=a"), 0).commands()));
        assertEquals(
                Optional.of(new Measure(0.5, 0, true)),
                ServingCommands.either(
                        layer(parse("pos=1,2&posN=.5,0"), 0), ServingCommands.POS, ServingCommands.POS_N));
    }

    @Test
    void parse_variablesWithDots_areFilledIn() {
        ParsedServing parsed = PARSER.parse(
                "",
                List.of("$error.title=none&text=\\b $error.title$: $object$"),
                "",
                List.of(),
                Macros.NONE,
                List.of(new Variable("error.title", "50%25 %26 more")));
        assertEquals(Optional.of("\\b 50% & more: $object$"), layer(parsed, 0).find(ServingCommands.TEXT));
        assertEquals(Optional.of("cat/pic"), layer(parse("text=$object$"), 0).find(ServingCommands.TEXT));
    }

    @Test
    void parse_postModifier_wins() {
        ParsedServing parsed = PARSER.parse(
                "/a", List.of("wid=1&hei=1&scl=1"), "wid=2&hei=2", List.of("wid=3"), Macros.NONE, List.of());
        assertEquals(Optional.of(3), parsed.view().find(RenderCommands.WID));
        assertEquals(Optional.of(2), parsed.view().find(RenderCommands.HEI));
        assertEquals(Optional.of(1.0), parsed.view().find(ServingCommands.SCL));
    }

    @Test
    void parse_otherCommands_warn() {
        assertEquals(
                List.of(WarningKind.FOREIGN_COMMAND, WarningKind.NOT_YET, WarningKind.UNKNOWN_COMMAND),
                parse("obj=a&op_noise=1&what=1").warnings().stream()
                        .map(w -> w.kind())
                        .toList());
        assertEquals(FailureKind.NOT_SUPPORTED, failure("req=targets"));
    }

    @Test
    void fit_readsModeAndUpscale() {
        assertEquals(
                Optional.of(new Fit(Fit.Mode.CONSTRAIN, true)),
                parse("fit=constrain,1").view().find(ServingCommands.FIT));
        assertEquals(FailureKind.BAD_VALUE, failure("fit=never"));
    }

    @Test
    void layerColor_readsEveryFormOfThePage() {
        assertColor("00000000", "0,0,0,0");
        assertColor("0064c8ff", "0,100,200");
        assertColor("0064c8c8", "0,100,200,200rs");
        assertColor("010203ff", "0x010203S");
        assertColor("a0b1c2d3", "a0b1c2d3R");
        assertColor("ffffffff", "100S");
        assertColor("808080bf", "50,75g");
        assertColor("707070ff", "0X70G");
        assertColor("ddddddee", "0xddeegs");
        assertColor("ffffff40", "ffffff40");
        assertColor("ffffff00", "0,0,0,0,0k");
        assertEquals(FailureKind.BAD_VALUE, failure("color=mauve"));
        assertEquals(FailureKind.OUT_OF_RANGE, failure("color=1,2,256"));
    }

    private static void assertColor(String expected, String text) {
        assertEquals(expected, LayerColor.read("color", text).toString(), text);
        assertEquals(expected, LayerColor.read("color", expected).toString(), text);
    }

    @Test
    void parse_effects_belongToTheirLayer() {
        ParsedServing parsed = parse("layer=1&src=a&effect=-1&color=0&pos=3,4&wid=80&rotate=9&effect=2&color=1"
                + "&layer=1&opac=50&layer=comp&effect=-5&color=2");
        ParsedLayer layer = parsed.layers().get(1);
        assertEquals(
                List.of(-1, 2),
                layer.effects().stream().map(ParsedEffect::number).toList());
        assertTrue(layer.effects().get(0).attributes().has(ServingCommands.POS));
        assertEquals(Optional.of(80), parsed.view().find(RenderCommands.WID));
        assertEquals(WarningKind.IGNORED, parsed.warnings().get(0).kind(), "rotate= is no command of effects");
        assertTrue(layer.attributes().has(ServingCommands.OPAC));
        assertEquals(-5, parsed.effects().get(0).number());
        assertEquals(FailureKind.BAD_VALUE, failure("effect=0"));
        assertEquals(FailureKind.BAD_VALUE, failure("effect=shadow"));
    }

    @Test
    void parse_operations_areReadAndChecked() {
        CommandValues said = parse("op_usm=1.2,0.8,4,0&colorize=240,122,17&op_colorbalance=1,-2,3&op_blur=2&op_invert=")
                .composite();
        assertEquals("1.2,0.8,4,0", said.text(ServingCommands.OP_USM));
        assertEquals("f07a11,norm,0", said.text(ServingCommands.OP_COLORIZE));
        assertEquals(Optional.of(true), said.find(ServingCommands.OP_INVERT));
        assertEquals(
                "a0b0c0,off,50", parse("op_colorize=a0b0c0,off,50").composite().text(ServingCommands.OP_COLORIZE));
        assertTrue(parse("op_usm=1,1&op_usmR=2,2")
                .composite()
                .find(ServingCommands.OP_USM)
                .isEmpty());
        assertEquals(FailureKind.OUT_OF_RANGE, failure("op_brightness=101"));
        assertEquals(FailureKind.BAD_VALUE, failure("op_usm=much"));
        assertEquals(FailureKind.BAD_VALUE, failure("maskUse=maybe"));
        assertEquals(FailureKind.BAD_VALUE, failure("rect=1,2,3"));
    }

    /** The shapes that clients in the field send, under names of our own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$tile$&wid=300&hei=300&fmt=jpeg&qlt=85&op_sharpen=1&resMode=sharp2&op_usm=1.75,0.3,2,0",
                "layer=0&size=1200,1200&src=is{shop/bag_main}&layer=1&src=ir{shop/bag?obj=body&src=is{shop/red?res=40}"
                        + "&req=object&fmt=png-alpha}&$web$",
                "&&layer=comp&fmt=png-alpha&wid=2000&&req=img&layer=1&size=200,0&posN=-.25,.5&originN=0,.5&src=logo",
                "template=shop/poster&$name=M%c3%bcller&$font=Arial&$size=48&$color=%5cred255%5cgreen0%5cblue0;&scl=1",
                "id=37JK6NTvpvC42F5gOuLEVY&scl=4&rgn=512,256,256,256&fmt=jpeg&qlt=90,0&bgc=ffffff",
                "defaultImage=shop/none&fit=constrain,1&wid=640&hei=480&dpr=on,2&bfc=on&network=on&ts=1699",
                "req=exists,json&id=184233&handler=onExists",
                "text={%5cfonttbl{%5cf0%5cfcharset0 Helvetica;}}{%5ccolortbl;%5cred0%5cgreen0%5cblue0;}"
                        + "%5cvertalc%5cqc%5cf0%5cfs40%5ccf1 50%25 off&size=300,80&textAttr=150,norm,maxRes",
                "layer=1&src=shop/shadow&opac=60&blendMode=mult&layer=2&src=shop/shoe&anchor=400,300&extend=0,0,40,40"
                        + "&bgColor=255,255,255,0&effect=-1&op_blur=12&op_grow=1&opac=40&color=0,0,0&pos=6,8",
                "hei=400&qlt=90&layer=1&res=999&src=shop/top&colorize=240,122,17&layer=2&res=999&src=shop/hat&hide=1",
                "src=is(shop/a?src=is{shop/b?rotate=90}$web$&crop=0,0,100,100)bgc=f5f5f5&maskUse=invert&flip=lr",
                "fit=crop&wid=800&hei=600&align=0,-1&cropN=.1,0,.8,1&fmt=webp,rgb&cache=on,on?version=2"
            })
    void parse_shapesOfTheField_makeSense(String query) {
        ParsedServing parsed = parse(query);
        assertEquals(0, parsed.layers().get(0).number());
        assertEquals(comparable(parsed), comparable(parseUrl(RequestText.of(parsed))), RequestText.of(parsed));
    }

    private static ParsedServing parseUrl(String url) {
        int question = url.indexOf('?');
        String query = question < 0 ? "" : url.substring(question + 1);
        String path = question < 0 ? url : url.substring(0, question);
        return PARSER.parse(path, List.of(), query, List.of(), Macros.NONE, List.of());
    }

    /** Without its warnings: canonical text causes none. Variables come in another order. */
    private static List<Object> comparable(ParsedServing parsed) {
        return List.of(
                parsed.item(),
                parsed.view(),
                parsed.composite(),
                parsed.effects(),
                parsed.layers(),
                Set.copyOf(parsed.variables()));
    }

    @Test
    void parse_randomText_failsOnlyAsCatalogued() {
        Random random = new Random(7);
        String letters = "layer=text&src={}()$%25,01N?ir:cropsize";
        for (int i = 0; i < 3000; i++) {
            StringBuilder query = new StringBuilder();
            for (int k = random.nextInt(40); k > 0; k--) {
                query.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                assertEquals(0, parse(query.toString()).layers().get(0).number());
            } catch (FailureException expected) {
                assertTrue(expected.failure().kind() != FailureKind.INTERNAL);
            }
        }
    }
}
