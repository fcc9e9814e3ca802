package dev.vitrine.catalog.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.RequestType;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestedRequestTest extends ReaderTestBase {
    @ParameterizedTest
    @ValueSource(strings = {"ir{cat/sofa?obj=y&color=1,2,3}", "ir(cat/sofa?obj=y&color=1,2,3)"})
    void nested_isReadLikeAnyRequest(String source) {
        ResolvedRequest inner = inner("top?obj=x&src=" + source);
        assertEquals("cat", inner.catalog());
        assertEquals(source("c/sofa.ovp"), inner.vignette().orElseThrow().file().path());
        assertEquals(
                new Color(1, 2, 3),
                ((Material.Solid) inner.segments().get(0).material().orElseThrow()).color());
        assertEquals(OptionalInt.of(200), inner.reply().scale().width());
    }

    @Test
    void nested_whatSaysHowTheReplyIsMade_doesNotCount() {
        ResolvedRequest plain = inner("cat/plain?obj=x&src=ir{cat/plain?obj=y&src=linen}");
        ResolvedRequest dressed = inner(
                "cat/plain?obj=x&src=ir{cat/plain?fmt=gif&qlt=5&printRes=7&req=object&obj=y&src=linen" + "&bgc=1,2,3}");
        assertEquals(plain.reply(), dressed.reply());
        assertEquals(plain.segments(), dressed.segments());
        assertEquals(RequestType.IMG, dressed.kind().type());
        assertEquals(ImageFormat.PNG_ALPHA, dressed.reply().format().format());
        assertEquals(Optional.empty(), dressed.reply().scale().most());
        assertEquals(OptionalInt.empty(), dressed.reply().scale().fallbackWidth());
    }

    @Test
    void nested_variablesAreForwarded() {
        folder.table("v.txt", "Id|Path|Modifier\nplain|sofa.ovp\ntmpl|sofa.ovp|$c=9,9,9&obj=y&color=$c$\n");
        ResolvedRequest inner = inner("cat/plain?$c=1,2,3&obj=x&src=ir{cat/tmpl}");
        assertEquals(
                new Color(1, 2, 3),
                ((Material.Solid) inner.segments().get(0).material().orElseThrow()).color());
    }

    @Test
    void nested_sessionIsItsOwn() {
        assertEquals("cat", inner("top?obj=x&src=ir{cat/plain}").catalog());
        assertEquals("", inner("cat/plain?obj=x&src=ir{top.ovp}").catalog());
    }

    @Test
    void nested_expirationCounts() {
        assertEquals(
                new Expiration(6),
                resolve("cat/sofa?obj=x&src=ir{cat/plain?obj=y&src=linen}")
                        .reply()
                        .expiration());
    }

    @Test
    void nested_inNested() {
        ResolvedRequest inner = inner("top?obj=x&src=ir{cat/plain?obj=y&src=ir{top?obj=z&color=5}}");
        ImageSource.Nested second = assertInstanceOf(
                ImageSource.Nested.class,
                ((Material.Texture) inner.segments().get(0).material().orElseThrow()).image());
        assertEquals(
                source("top.ovp"),
                second.request().vignette().orElseThrow().file().path());
    }

    @Test
    void nested_failureInside_endsTheRequest() {
        assertFails(FailureKind.UNKNOWN_MATERIAL, "top?obj=x&src=ir{cat/plain?obj=y&src=none}");
        assertFails(FailureKind.UNKNOWN_IMAGE, "top?obj=x&src=ir{cat/plain?obj=y&src=is{a}}");
    }

    @Test
    void nested_templateWithinItself_isTooDeep() {
        folder.table("v.txt", "Id|Path|Modifier\nplain|sofa.ovp\nself|sofa.ovp|obj=y&src=ir{cat/self}\n");
        assertFails(FailureKind.NESTED_TOO_DEEP, "cat/self");
    }

    @Test
    void nested_tooManyInAll_isOverBudget() {
        String six = "&obj=y&src=ir{cat/b}".repeat(6);
        folder.table(
                "v.txt",
                "Id|Path|Modifier\nplain|sofa.ovp\n"
                        + "a|sofa.ovp|wid=1" + six + "\n"
                        + "b|sofa.ovp|wid=1" + six.replace("cat/b", "cat/c") + "\n"
                        + "c|sofa.ovp|wid=1" + six.replace("cat/b", "cat/plain") + "\n");
        assertFails(FailureKind.BUDGET_EXCEEDED, "cat/a");
        assertEquals(6, resolve("cat/c").segments().size());
    }

    private ResolvedRequest inner(String url) {
        Material material = resolve(url).segments().get(0).material().orElseThrow();
        return assertInstanceOf(ImageSource.Nested.class, ((Material.Texture) material).image())
                .request();
    }
}
