package dev.vitrine.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.request.CommandTrace.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandTraceTest {
    @Test
    void lines_laterText_winsAndTheEarlierOneSaysSo() {
        assertEquals(
                List.of(
                        "wid=200: the record; does not count: later comes 'wid=300'",
                        "qlt=50: the record",
                        "wid=300: the URL"),
                trace(new Origin("the record", "wid=200&qlt=50"), new Origin("the URL", "wid=300")));
    }

    @Test
    void lines_macro_nameItsCommandsAndWhereItStands() {
        assertEquals(
                List.of(
                        "wid=9: the URL; does not count: later comes 'wid=77'",
                        "wid=77: macro thumb, in the URL",
                        "$nix$: the URL; ignored: there is no such macro"),
                trace(new Origin("the URL", "wid=9&$Thumb$&$nix$")));
    }

    @Test
    void lines_commandsThatCancelEachOther_countByTheirPlace() {
        assertEquals(
                List.of(
                        "wid=9: the URL; does not count: later comes 'scl=2'",
                        "scl=2: the URL",
                        "obj=a: the URL",
                        "anchor=1,1: the URL; does not count: later comes 'anchorN=0,0'",
                        "anchorN=0,0: the URL"),
                trace(new Origin("the URL", "wid=9&scl=2&obj=a&anchor=1,1&anchorN=0,0")));
    }

    @Test
    void lines_materialCommands_countInTheirOwnSegmentOnly() {
        assertEquals(
                List.of(
                        "obj=a: the URL",
                        "res=1: the URL",
                        "obj=b: the URL",
                        "res=2: the URL; does not count: later comes 'res=3'",
                        "res=3: the URL"),
                trace(new Origin("the URL", "obj=a&res=1&obj=b&res=2&res=3")));
    }

    @Test
    void lines_ignoredCommands_sayWhyAndWhatWasMeant() {
        assertEquals(
                List.of(
                        "widt=9: the URL; ignored: there is no such command; did you mean 'wid'?",
                        "xyzzy: the URL; ignored: there is no such command",
                        "layer=1: the URL; ignored: a command of Image Serving",
                        "): the URL; ignored: it has no name"),
                trace(new Origin("the URL", "widt=9&xyzzy&layer=1&)")));
    }

    @Test
    void lines_variables_lastOneCounts() {
        assertEquals(
                List.of("$A=1: the record; does not count: later comes '$a=2'", "$a=2: the URL"),
                trace(new Origin("the record", "$A=1"), new Origin("the URL", "$a=2")));
    }

    @Test
    void lines_imageServing_knowsLayers() {
        assertEquals(
                List.of(
                        "layer=1: the URL",
                        "opac=3: the URL; does not count: later comes 'opac=5'",
                        "layer=2: the URL",
                        "opac=4: the URL",
                        "layer=1: the URL",
                        "opac=5: the URL"),
                CommandTrace.lines(
                        Dialect.SERVING,
                        List.of(new Origin("the URL", "layer=1&opac=3&layer=2&opac=4&layer=1&opac=5")),
                        Macros.NONE,
                        name -> name));
    }

    @Test
    void lines_whateverArrives_areBoundedAndPrintable() {
        List<String> lines = trace(new Origin("the URL", "a\u0007b&".repeat(2000)));
        assertEquals(501, lines.size());
        assertTrue(lines.get(0).startsWith("a?b: "), lines.get(0));
        assertEquals("1500 more commands", lines.get(500));
    }

    private static List<String> trace(Origin... origins) {
        return CommandTrace.lines(
                Dialect.RENDERING,
                List.of(origins),
                name -> name.equalsIgnoreCase("thumb") ? Optional.of("wid=77") : Optional.empty(),
                name -> "macro thumb");
    }
}
