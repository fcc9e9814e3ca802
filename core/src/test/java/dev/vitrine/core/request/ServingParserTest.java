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
import org.junit.jupiter.api.Test;

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
                parse("obj=a&op_usm=1,2,3&what=1").warnings().stream()
                        .map(w -> w.kind())
                        .toList());
        assertEquals(FailureKind.NOT_SUPPORTED, failure("req=tmb"));
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
