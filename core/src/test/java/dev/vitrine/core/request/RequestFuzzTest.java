package dev.vitrine.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.limit.RequestLimits;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Broken and hostile requests: a parsed request or a catalogued failure comes out, and a preview in any case. */
class RequestFuzzTest {
    /** Of all fuzzers: 1 for every build, more for a long look. */
    private static final int FACTOR = Integer.getInteger("vitrine.fuzz.factor", 1);

    private static final List<String> SEEDS = List.of(
            "/shop/chair?obj=a/b&src=shop/linen&res=300&show&obj=c&show&obj=root&req=object&fmt=png-alpha",
            "/shop/shoe?$c=12,34,56&obj=g/toe&color=$c$&decal&src=is{shop/logo?size=300,100&text={\\qc\\fs36 $t$}}&$t=Hi%20!",
            "/a?layer=0&src=ir{b?obj=c&src=is(d?e=1)&f=2}&op_usm=1,2,3&$preset$&wid=300&hei=200&scl=2",
            "?vignette=cat/v&src=is%7bx?y=1&z=2%7d$m$&res=10.053222945002956&color=0x00b1C2&req=exists,json&id=-7",
            "/a?src={http://x/y?z=1}bgc=f5f5f5&anchor=1,2&size=1,2,3&grout=1,2,3,.5&icc=p,relative,1&.c&&?qlt=80,1");
    private static final List<String> PIECES = List.of(
            "{", "}", "(", ")", "%7b", "%7D", "%", "%2", "%00", "%zz", "%ff", "&", "=", "?", "$", "$$", "$m$", "$t$",
            ",", "\\", "is{", "ir(", "src=", "$x=", "&&", "/", "..", "\u0000", "\n", "\u00e9", "\u2192", "\ud800",
            "obj=", "1e999", "-", "+", " ", "amp;", ".", "%5c", "text={");
    private static final Map<String, String> MACROS = Map.of("m", "obj=x&$y=1&src=is{a}", "preset", "wid=3}&$m$");

    @Test
    void parse_mutatedRequests_onlyFailAsFailures() {
        Random random = new Random(77);
        int rounds = 4_000 * FACTOR;
        int parsed = 0;
        for (int i = 0; i < rounds; i++) {
            if (survives(mutate(random))) {
                parsed++;
            }
        }
        assertTrue(parsed > rounds / 10 && parsed < rounds * 0.95, "of both kinds: " + parsed);
    }

    private static boolean survives(String text) {
        assertNotNull(RequestPreview.of(Requests.raw(text)));
        ParsedRequest request;
        try {
            request = Requests.parse(text, MACROS);
        } catch (FailureException expected) {
            return false;
        }
        String canonical = RequestText.of(request);
        assertEquals(Requests.withoutWarnings(request), Requests.withoutWarnings(Requests.parse(canonical)), text);
        return true;
    }

    private static String mutate(Random random) {
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                default -> text.delete(at, end);
            }
            text.append(' ');
        }
        return text.toString();
    }

    @Test
    void parse_hugeNesting_neverOverflowsTheStack() {
        RequestParser parser = new RequestParser(new RequestLimits(2_000_000, 2000, 8));
        for (String opener :
                List.of("{", "(", "%7b", "is{", "is(a?src=", "is%7b", "\\", "$", "$a$", "?", "&", "%5c{")) {
            String deep = opener.repeat(100_000 / opener.length());
            for (String text : List.of("/a?src=" + deep, "/a?$a=1&obj=" + deep, "/a?" + deep, "/a?src=" + deep + "}")) {
                assertNotNull(RequestPreview.of(Requests.raw(text)));
                try {
                    parser.parse(Requests.raw(text), Macros.NONE);
                } catch (FailureException refused) {
                    assertNotNull(refused.failure().message());
                }
            }
        }
        String closed = "/a?src=" + "is{a?src=".repeat(100_000) + "}".repeat(100_000);
        assertThrows(FailureException.class, () -> parser.parse(Requests.raw(closed), Macros.NONE));
    }

    @Test
    void parse_longHonestRequest_isRead() {
        String parts = "obj=a/b&src=shop/linen&res=300&show&".repeat(250);
        assertEquals(250, Requests.parse("/a?" + parts).segments().size());
    }
}
