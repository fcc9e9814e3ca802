package dev.vitrine.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.value.ItemRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestParserTest {
    @Test
    void parse_layeredProduct_hasOneSegmentPerSelection() {
        ParsedRequest request =
                Requests.parse("/shop/chair?obj=a/b&src=shop/linen&res=300&show&obj=c&show&obj=root&req=object");
        assertEquals(Optional.of(new ItemRef(List.of("shop", "chair"))), request.item());
        assertEquals(3, request.segments().size());
        assertEquals(Visibility.SHOW, request.segments().get(0).visibility());
        assertEquals(Visibility.KEEP, request.segments().get(2).visibility());
        assertEquals(List.of(), request.warnings());
    }

    @Test
    void parse_nothing_hasNoItemAndNoSegments() {
        ParsedRequest request = Requests.parse("/");
        assertEquals(Optional.empty(), request.item());
        assertEquals(List.of(), request.segments());
    }

    @Test
    void parse_sources_areOfTheirKind() {
        assertEquals(named("cat", "rec"), source("src=/cat/rec"));
        assertEquals(
                new MaterialSource.Named(
                        new ItemRef(List.of("cabs", "maple02.vnc")), Optional.of(named("cabs", "maple.jpg"))),
                source("src=cabs/maple02.vnc,cabs/maple.jpg"));
        assertEquals(
                new MaterialSource.Named(
                        new ItemRef(List.of("a.vnc")),
                        Optional.of(new MaterialSource.Nested(Dialect.SERVING, "b?c=1&d=2"))),
                source("src=a.vnc,is{b?c=1&d=2}"));
        assertEquals(
                new MaterialSource.Nested(Dialect.SERVING, "texCatalog/texture123?res=30"),
                source("src=is{texCatalog/texture123?res=30}&res=30"));
        assertEquals(new MaterialSource.Nested(Dialect.RENDERING, "a%20b"), source("src=ir(a%20b)"));
        assertEquals(new MaterialSource.Foreign("http://x/a b?c=1"), source("src={http://x/a%20b?c=1}"));
        assertEquals(new MaterialSource.EmbeddedName("Plaid"), source("srcE=Plaid"));
        assertEquals(new MaterialSource.EmbeddedIndex(3), source("srcN=3"));
        assertEquals(named("IS{a}"), source("src=IS{a}"), "the token is case-sensitive");
    }

    @Test
    void parse_nestedRequestEncodedAsAWhole_isDecodedOnce() {
        MaterialSource whole = new MaterialSource.Nested(Dialect.SERVING, "a/b.jpg?wid=20&text={c%20d}");
        assertEquals(whole, source("src=is%7Ba%2Fb.jpg%3Fwid%3D20%26text%3D%7Bc%2520d%7D%7D"));
        assertEquals(whole, source("src=is{a/b.jpg%3fwid%3d20%26text%3d%7bc%2520d%7d}"));
        assertEquals(
                new MaterialSource.Nested(Dialect.SERVING, "a?b=c%3fd"),
                source("src=is{a?b=c%3fd}"),
                "a separator says that the request is not encoded");
        assertEquals(new MaterialSource.Nested(Dialect.RENDERING, "a%2fb"), source("src=ir{a%2fb}"));
        assertEquals(new MaterialSource.Nested(Dialect.RENDERING, "a?b%7b"), source("src=ir{a%3fb%257b}"));
    }

    @Test
    void parse_forNested_passesOverWhatIsOfFilesAlone() {
        RequestParser parser = new RequestParser(RequestLimits.standard()).forNested();
        String query = "fmt=nonsense&qlt=x&icc=&iccEmbed=9&printRes=-1&quantize=?&wid=8";
        assertEquals(
                "/a?wid=8",
                RequestText.of(parser.parse(Dialect.RENDERING, "/a", List.of(query), Macros.NONE, List.of())));
        assertEquals(
                Optional.of(8),
                new ServingParser(RequestLimits.standard())
                        .forNested()
                        .parse("/a", List.of(), query, List.of(), Macros.NONE, List.of())
                        .view()
                        .find(RenderCommands.WID));
    }

    @Test
    void parse_nestedRequest_splitsAtItsFirstQuestionMark() {
        MaterialSource.Nested nested = (MaterialSource.Nested) source("src=is{a/b?c=is{d?e=1}&f=2}");
        assertEquals("a/b", nested.path());
        assertEquals("c=is{d?e=1}&f=2", nested.query());
        assertEquals("", new MaterialSource.Nested(Dialect.SERVING, "a").query());
    }

    @Test
    void parse_templateOfTheProtocol_takesItsDefaults() {
        assertEquals(
                "/myCat/template?$vig=defaultVignette&$text=text_goes_here&$color=220,220,220"
                        + "&vignette=myCat/defaultVignette&obj=group/object&color=dcdcdc"
                        + "&decal&src=is{?size=300,100&text={\\qc\\fs36 text_goes_here}}",
                RequestText.of(Requests.parseWithModifier(TEMPLATE, "/myCat/template")));
    }

    @Test
    void parse_templateOfTheProtocol_takesVariablesOfTheUrl() {
        String url = "/myCat/template?$vig=specialCup&$text=Happy%20Birthday!\\line%20Pauline&$color=230,20,20";
        assertEquals(
                "/myCat/template?$vig=specialCup&$text=Happy%20Birthday!\\line%20Pauline&$color=230,20,20"
                        + "&vignette=myCat/specialCup&obj=group/object&color=e61414"
                        + "&decal&src=is{?size=300,100&text={\\qc\\fs36 Happy%20Birthday!\\line%20Pauline}}",
                RequestText.of(Requests.parseWithModifier(TEMPLATE, url)));
    }

    private static final String TEMPLATE = "$vig=defaultVignette&$text=text_goes_here&$color=220,220,220"
            + "&vignette=myCat/$vig$&obj=group/object&color=$color$"
            + "&decal&src=is{?size=300,100&text={\\qc\\fs36 $text$}}";

    @Test
    void parse_macroOfTheProtocol_expandsInPlace() {
        Map<String, String> macros =
                Map.of("render", "vignette=cat/$vig$&fmt=jpg&qlt=80&sharpen=1&src=cat/$mat$&res=40");
        String all = "&vignette=cat/$vig$&fmt=jpg&sharpen=1&src=cat/matc&res=40&qlt=";
        for (String url : List.of("/cat/vig0?$mat=matc&$render$", "/cat/vig0?qlt=95&$mat=matc&$RENDER$")) {
            assertEquals(
                    Requests.withoutWarnings(Requests.parse("/cat/vig0?$mat=matc" + all + "80")),
                    Requests.withoutWarnings(Requests.parse(url, macros)));
        }
        assertEquals(
                95,
                Requests.parse("/cat/vig0?$mat=matc&$render$&qlt=95", macros)
                        .view()
                        .find(RenderCommands.QLT)
                        .orElseThrow()
                        .quality());
    }

    @Test
    void parse_macroWithinMacro_isNotExpanded() {
        ParsedRequest request = Requests.parse("/a?$one$", Map.of("one", "wid=3&$two$", "two", "hei=4"));
        assertEquals("/a?wid=3", RequestText.of(request));
        assertEquals(
                List.of(Warning.of(WarningKind.UNKNOWN_MACRO, "$two$", "macros within macros are not expanded")),
                request.warnings());
    }

    @Test
    void parse_macro_definesAndUsesVariables() {
        assertEquals("/a?$c=red&obj=red/7", RequestText.of(Requests.parse("/a?$m$", Map.of("m", "$c=red&obj=$c$/7"))));
    }

    @Test
    void parse_variable_isFilledInOnce() {
        assertEquals("my$var2$tree", object("$var2=apple&$var1=my$var2$tree&obj=$var1$"));
    }

    @Test
    void parse_variable_isDefinedAnywhereInAnyCaseAndTheLastTimeCounts() {
        assertEquals("2", object("obj=$N$&$n=1&$N=2"));
    }

    @Test
    void parse_undefinedVariable_staysLiteral() {
        assertEquals("my$texture$file.tif", object("obj=my$texture$file.tif"));
        assertEquals(FailureKind.BAD_VALUE, failure("/a?wid=$number$"));
    }

    @Test
    void parse_variable_isNotFilledInInNamesAndPaths() {
        ParsedRequest request = Requests.parse("/$v$?$v=wid&$v$=3");
        assertEquals("$v$", request.item().orElseThrow().text());
        assertTrue(request.view().isEmpty());
    }

    @Test
    void parse_variableInNestedRequest_isFilledInLeftOfItsQuestionMarkToo() {
        assertEquals(
                new MaterialSource.Nested(Dialect.SERVING, "cat/logo?text=a%26b&x=$other$"),
                source("$i=logo&$t=a%26b&src=is{cat/$i$?text=$t$&x=$other$}"));
    }

    @Test
    void parse_variableThatHoldsReferences_isInertInNestedRequests() {
        assertEquals(new MaterialSource.Nested(Dialect.SERVING, "b?src=%24a%24"), source("$a=is{b?src=$a$}&src=$a$"));
    }

    @Test
    void parse_inheritedVariable_winsOverRecordsAndLosesToTheRequest() {
        ParsedRequest request = Requests.parser()
                .parse(
                        Dialect.RENDERING,
                        "/a",
                        List.of("$x=record&$y=record&$z=record&obj=$x$/$y$/$z$", "$z=own"),
                        Macros.NONE,
                        List.of(new Variable("y", "around"), new Variable("z", "around")));
        assertEquals(
                List.of(new Variable("x", "record"), new Variable("y", "around"), new Variable("z", "own")),
                request.variables());
        assertEquals("obj=record/around/own", RequestText.query(request).replaceAll(".*&", ""));
    }

    @Test
    void parse_noTextAtAll_stillForwardsInheritedVariables() {
        Variable variable = new Variable("x", "1");
        ParsedRequest request =
                Requests.parser().parse(Dialect.RENDERING, "a", List.of(), Macros.NONE, List.of(variable));
        assertEquals(List.of(variable), request.variables());
    }

    @Test
    void parse_ignoredCommands_warnOnceEach() {
        assertEquals(
                List.of(
                        Warning.of(WarningKind.UNKNOWN_COMMAND, "dpr"),
                        Warning.of(WarningKind.FOREIGN_COMMAND, "layer"),
                        Warning.of(WarningKind.FOREIGN_COMMAND, "op_usm"),
                        Warning.of(
                                WarningKind.UNKNOWN_MACRO,
                                "$nothing$",
                                "no catalog that counts here has a macro of this name")),
                Requests.parse("/a?dpr=1&layer=0&op_usm=1,1&dpr=2&$nothing$").warnings());
    }

    @Test
    void parse_strayBracket_warns() {
        assertEquals(
                WarningKind.ODD_SYNTAX,
                Requests.parse("/a?src=is{b}}").warnings().get(0).kind());
    }

    @Test
    void parse_tooMuch_isRefused() {
        assertEquals(FailureKind.REQUEST_TOO_LONG, failure("/a?x=" + "y".repeat(40_000)));
        assertEquals(FailureKind.BUDGET_EXCEEDED, failure("/a?" + "x&".repeat(2001)));
        assertEquals(
                FailureKind.REQUEST_TOO_LONG, failure("/a?$v=" + "y".repeat(8_000) + "&obj=" + "$v$".repeat(5_000)));
        assertEquals(FailureKind.NESTED_TOO_DEEP, failure("/a?src=" + "is{a?src=".repeat(8) + "b" + "}".repeat(8)));
        assertEquals(
                FailureKind.REQUEST_TOO_LONG,
                assertThrows(
                                FailureException.class,
                                () -> Requests.parse("/a?$m$&$m$&$m$", Map.of("m", "rs=" + "y".repeat(16_000))))
                        .failure()
                        .kind());
    }

    @Test
    void parse_asMuchAsAllowed_isRead() {
        Requests.parse("/a?" + "x&".repeat(2000));
        Requests.parse("/a?src=" + "is{a?src=".repeat(7) + "b" + "}".repeat(7));
        Requests.parse("/a?obj=" + "x".repeat(RequestLimits.standard().maxCharacters() - 6));
    }

    @Test
    void parse_imageServing_isNotSupportedYet() {
        RawRequest raw = new RawRequest(Dialect.SERVING, "/a", "wid=3", Visitor.local("test"));
        FailureException e =
                assertThrows(FailureException.class, () -> Requests.parser().parse(raw, Macros.NONE));
        assertEquals(FailureKind.NOT_SUPPORTED, e.failure().kind());
    }

    private static String object(String query) {
        Segment segment = Requests.parse("/a?" + query).segments().get(0);
        return ((Selection.ByName) segment.selection().orElseThrow()).path().toString();
    }

    private static MaterialSource source(String query) {
        Segment segment = Requests.parse("/a?" + query).segments().get(0);
        return RenderCommands.source(segment.attributes()).orElseThrow();
    }

    private static MaterialSource named(String... elements) {
        return new MaterialSource.Named(new ItemRef(List.of(elements)));
    }

    private static FailureKind failure(String text) {
        return assertThrows(FailureException.class, () -> Requests.parse(text))
                .failure()
                .kind();
    }
}
