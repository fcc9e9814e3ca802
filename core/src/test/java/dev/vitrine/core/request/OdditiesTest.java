package dev.vitrine.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people really send, one request a line, with what it means as canonical text. */
class OdditiesTest {
    static Stream<Arguments> odd() {
        return Stream.of(
                // empty commands and separators
                arguments("/a?&", "/a"),
                arguments("/a?&&&", "/a"),
                arguments("/a?wid=3&", "/a?wid=3"),
                arguments("/a?&&wid=3&&&hei=4&&", "/a?wid=3&hei=4"),
                arguments("/a?/&", "/a"),
                arguments("/a?/&wid=3", "/a?wid=3"),
                arguments("/a??wid=3", "/a?wid=3"),
                arguments("/a?wid=3?hei=4", "/a?wid=3&hei=4"),
                arguments("/a?$unknown$?hei=4", "/a?hei=4"),
                arguments("/a?show?hei=4", "/a?hei=4&show"),
                arguments("/a?wid=3&amp;hei=4", "/a?wid=3&hei=4"),
                arguments("/a?=3&wid=4", "/a?wid=4"),
                arguments("//a///b/", "/a/b"),
                arguments("?vignette=/a//b/", "?vignette=a/b"),
                arguments("/a?src=is{b?&&wid=3&}&res=2", "/a?src=is{b?&&wid=3&}&res=2"),
                // text glued to a closing bracket
                arguments("/a?src=is{b?wid=3}$preset$&res=2", "/a?src=is{b?wid=3}&res=2"),
                arguments("/a?src=is(b?wid=3)bgc=f5f5f5&res=2", "/a?src=is{b?wid=3}&bgc=f5f5f5&res=2"),
                arguments("/a?src={http://x/y?z=1&w=2}res=2", "/a?src={http://x/y%3fz%3d1%26w%3d2}&res=2"),
                arguments("/a?src=is{b}?res=2", "/a?src=is{b}&res=2"),
                arguments("/a?$s=is{b?x=1&y=2}wid=3&src=$s$", "/a?$s=is{b?x=1&y=2}&wid=3&src=is{b?x=1&y=2}"),
                arguments("/a?layer=0&src=ir{b?obj=c&src=d}&res=2", "/a?src=ir{b?obj=c&src=d}&res=2"),
                arguments("/a?src=is{b}}&res=2", "/a?src=is{b}&res=2"),
                arguments("/a?}wid=3", "/a?wid=3"),
                // both kinds of bracket, mixed and encoded
                arguments(
                        "/a?src=is(b?src=ir{c?src=is(d?e=1)&f=2}&g=3)&res=2",
                        "/a?src=is{b?src=ir{c?src=is(d?e=1)&f=2}&g=3}&res=2"),
                arguments("/a?src=is%7bb?wid=3&hei=4%7d&res=2", "/a?src=is{b?wid=3&hei=4}&res=2"),
                arguments(
                        "/a?src=is%7Bb?src=ir%7Bc?d=1&e=2%7D&f=3%7D&res=2",
                        "/a?src=is{b?src=ir%7Bc?d=1&e=2%7D&f=3}&res=2"),
                arguments("/a?src=is{b?wid=3&hei=4%7d&res=2", "/a?src=is{b?wid=3&hei=4}&res=2"),
                arguments("/a?src=%7bhttp://x/y%7d&res=2", "/a?src={http://x/y}&res=2"),
                arguments("/a?src=is{b?text=%7b}&res=2", "/a?src=is{b?text=%7b}&res=2"),
                // brackets that are no nesting
                arguments(
                        "/a?src=is{?size=9,9&text={\\qc\\fs36 hi}}&res=2",
                        "/a?src=is{?size=9,9&text={\\qc\\fs36 hi}}&res=2"),
                arguments("/a?text={\\rtf1 a&b}c&res=2", "/a?res=2"),
                arguments("/a?text={\\rtf1 a\\}b}&res=2", "/a?res=2"),
                arguments("/a?src=is{?text={a\\}b}}&res=2", "/a?src=is{?text={a\\}b}}&res=2"),
                arguments("/a?src=is{?text=:)&x=1}&res=2", "/a?src=is{?text=:)&x=1}&res=2"),
                arguments("/a?text=why (not?&res=2", "/a?res=2"),
                arguments("/a?text={open&res=2", "/a?res=2"),
                arguments("/a?src=cat/my(2).tif&res=2", "/a?src=cat/my%282%29.tif&res=2"),
                arguments("/a?src=/{b}&res=2", "/a?src=/%7bb%7d&res=2"),
                arguments("/a?rs={U2&obj=b", "/a?rs=%7bU2&obj=b"),
                // flags with an empty value
                arguments("/a?obj=b&show=&decal=&src=c&$p$=", "/a?obj=b&show&decal&src=c"),
                arguments("/a?obj=b&show=1&decal=yes&src=c", "/a?obj=b&show&decal&src=c"),
                arguments("/a?obj=b&SHOW", "/a?obj=b&show"),
                arguments("/a?obj=b&hide&show", "/a?obj=b&show"),
                arguments("/a?obj=b&show=%zz", "/a?obj=b&show"),
                arguments("/a?%24p%24=&wid=3", "/a?wid=3"),
                // repetition and position
                arguments("/a?wid=3&wid=4", "/a?wid=4"),
                arguments("/a?obj=b&color=1&color=2", "/a?obj=b&color=020202"),
                arguments("/a?obj=b&color=1&obj=b&color=2", "/a?obj=b&color=010101&obj=b&color=020202"),
                arguments("/a?req=object&obj=b", "/a?req=object&obj=b"),
                arguments("/a?obj=b&req=object", "/a?req=object&obj=b"),
                arguments("/a?obj=b&src=c&decal&src=d&show", "/a?obj=b&src=c&decal&src=d&show"),
                arguments("/a?wid=3&hei=4&scl=2", "/a?scl=2"),
                arguments("/a?scl=2&hei=4", "/a?hei=4"),
                arguments("/a?wid=3&scl=2&hei=4", "/a?hei=4"),
                arguments("/a?obj=b&anchor=1,2&anchorN=.5,.5", "/a?obj=b&anchorN=0.5,0.5"),
                arguments("/a?obj=b&anchorN=0,0&anchor=1,2", "/a?obj=b&anchor=1,2"),
                arguments("/a?obj=b&src=c&srcN=1", "/a?obj=b&srcN=1"),
                arguments("/a?obj=b&srcE=x&src=c", "/a?obj=b&src=c"),
                arguments("/a?color=1&obj=b", "/a?color=010101&obj=b"),
                arguments("/a?decal&obj=b", "/a?obj=b"),
                arguments("/a?obj=w&sub=3&color=1&sub=0&color=2", "/a?obj=w&sub=3&color=010101&sub=0&color=020202"),
                arguments("/a?obj=w&sub=&color=2", "/a?obj=w&sub=0&color=020202"),
                // object paths
                arguments("/a?obj=/s/g1", "/a?obj=s/g1"),
                arguments("/a?obj=s%2fg1", "/a?obj=s/g1"),
                arguments("/a?obj=S/G1/", "/a?obj=s/g1"),
                arguments("/a?object=s", "/a?obj=s"),
                arguments("/a?obj=/", "/a?obj=/"),
                arguments("/a?obj=my sofa", "/a?obj=my%20sofa"),
                // commands that are not Image Rendering's
                arguments("/a?network=on&bfc=1&dpr=2&ts=1&_=17&height=4&layer=0&op_usm=1,2,3&wid=3", "/a?wid=3"),
                arguments("/a?.ts=20260101?x&wid=3", "/a?wid=3"),
                arguments("/a?wid=3&.&hei=4", "/a?wid=3&hei=4"),
                arguments("/a?_=%zz&wid=3", "/a?wid=3"),
                arguments("/a?mask=is{b&wid=3", "/a?wid=3"),
                // characters
                arguments("/a?src=c|d+e f", "/a?src=c%7cd%2be%20f"),
                arguments("/a?obj=caf%e9", "/a?obj=caf%c3%a9"),
                arguments("/a?obj=caf\u00e9", "/a?obj=caf%c3%a9"),
                arguments("/a?obj=caf\u00c3\u00a9", "/a?obj=caf%c3%a9"),
                arguments("/a?obj=\u00e9\u2192", "/a?obj=%c3%a9%e2%86%92"),
                arguments("/a%2fb/c%20d", "/a%2fb/c%20d"),
                arguments("/a?obj=100%25", "/a?obj=100%25"),
                arguments("/a?obj=%2525", "/a?obj=%2525"),
                arguments("/a?fmt=PNG-ALPHA,RGB&WID=3&resmode=SHARP", "/a?fmt=png-alpha,rgb&wid=3&resMode=sharp2"));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void parse_oddRequest_meansTheObvious(String sent, String meant) {
        assertEquals(meant, Requests.canonical(sent));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments("/a?wid=undefined", FailureKind.BAD_VALUE),
                arguments("/a?wid=", FailureKind.BAD_VALUE),
                arguments("/a?wid", FailureKind.BAD_VALUE),
                arguments("/a?wid=99999999999999999999", FailureKind.OUT_OF_RANGE),
                arguments("/a?color=Colcolor=36,36,36", FailureKind.BAD_VALUE),
                arguments("/a?obj=", FailureKind.BAD_VALUE),
                arguments("/a?obj=%00", FailureKind.BAD_VALUE),
                arguments("/a?src=a%0ab", FailureKind.BAD_VALUE),
                arguments("/a?src={http://x/%0d%0ay}", FailureKind.BAD_VALUE),
                arguments("/a%00b", FailureKind.MALFORMED_REQUEST),
                arguments("/a%zz", FailureKind.BAD_ENCODING),
                arguments("/a?obj=100%", FailureKind.BAD_ENCODING),
                arguments("/a?src=%zz", FailureKind.BAD_ENCODING),
                arguments("/a?$a%00=1", FailureKind.MALFORMED_REQUEST),
                arguments("/a?src=is{b?wid=3&res=2", FailureKind.UNBALANCED_BRACKETS),
                arguments("/a?src=is(b}&res=2", FailureKind.UNBALANCED_BRACKETS),
                arguments("/a?src={http://x&res=2", FailureKind.UNBALANCED_BRACKETS),
                arguments("/a?$s=is{b?wid=3&res=2", FailureKind.UNBALANCED_BRACKETS),
                arguments("/a?$s={b&src=$s$", FailureKind.UNBALANCED_BRACKETS),
                arguments("/a?src=is{}", FailureKind.BAD_VALUE),
                arguments("/a?src=is{a},b", FailureKind.BAD_VALUE),
                arguments("/a?src=a,b,c", FailureKind.BAD_VALUE),
                arguments("/a?src=fxg{b?$x=1&$y=2}&res=2", FailureKind.NOT_SUPPORTED),
                arguments("/a?src=fxg(b?$x=1&$y=2)&res=2", FailureKind.NOT_SUPPORTED),
                arguments("/a?$s=fxg{b?c=1&d=2}&src=$s$", FailureKind.NOT_SUPPORTED),
                arguments("/a?src=http://x/y.jpg", FailureKind.BAD_VALUE),
                arguments("/a?src=b.vnc,HTTPS://x/y.jpg", FailureKind.BAD_VALUE),
                arguments("/a?obj=b/colcolor=1,2,3", FailureKind.BAD_VALUE),
                arguments("/a?sel=1", FailureKind.BAD_VALUE),
                arguments("/a?sel=-1,2", FailureKind.OUT_OF_RANGE),
                arguments("/a?sub=6", FailureKind.OUT_OF_RANGE));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void parse_senselessRequest_saysWhy(String sent, FailureKind kind) {
        FailureException e = assertThrows(FailureException.class, () -> Requests.parse(sent));
        assertEquals(kind, e.failure().kind());
    }
}
