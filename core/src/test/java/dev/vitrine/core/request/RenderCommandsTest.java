package dev.vitrine.core.request;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command's grammar: what is read, as which canonical text, and what is refused as what. */
class RenderCommandsTest {
    private static final String GOOD = """
            vignette  cat/rec                        cat/rec
            vignette  /cat//rec/                     cat/rec
            req       img                            img
            req       OBJECT                         object
            req       debug                          debug
            req       imageprops                     imageprops
            req       props,xml                      props,xml
            req       exists,json                    exists,json
            req       exists,json,UTF-8              exists,json
            req       imageprops,javascript          imageprops,javascript
            req       contents                       contents
            req       contents,xml                   contents
            req       contents,json                  contents,json
            req       map,text                       map,text
            req       userdata                       userdata
            req       validate                       validate
            fmt       jpeg                           jpeg
            fmt       jpg                            jpeg
            fmt       pjpeg                          pjpeg
            fmt       png-alpha,rgb                  png-alpha,rgb
            fmt       png-alpha,                     png-alpha
            fmt       png-alpha,,lzw                 png-alpha,,lzw
            fmt       tif,cmyk,zip                   tif,cmyk,zip
            fmt       png8                           png8
            fmt       webp                           webp
            fmt       GIF-Alpha,Gray                 gif-alpha,gray
            qlt       80                             80,0
            qlt       80,1                           80,1
            qlt       80.1                           80,1
            qlt       100.0                          100,0
            wid       1                              1
            wid       +300                           300
            wid       2147483647                     2147483647
            hei       0400                           400
            scl       1                              1
            scl       2.5                            2.5
            scl       1.0                            1
            resMode   bilin                          bilin
            resMode   BICUB                          bicub
            resMode   sharp                          sharp2
            resMode   sharp2                         sharp2
            resMode   bisharp                        bisharp
            printRes  300                            300
            printRes  72.5                           72.5
            cache     on                             on,on
            cache     off                            off,off
            cache     validate                       validate
            cache     on,off                         on,off
            cache     OFF,ON                         off,on
            groupLevel -1                            -1
            groupLevel 99                            99
            handler   s7jsonResponse                 s7jsonResponse
            handler   a.b$c_1                        a.b$c_1
            id        -12345678901                   -12345678901
            id        007                            007
            sharpen   1                              1
            icc       sRGB                           sRGB
            icc       sRGB,relative                  sRGB,relative
            icc       a/b.icc,absolute,1             a/b.icc,absolute,1
            icc       sRGB,,0                        sRGB,,0
            icc       sRGB,relative,1,1              sRGB,relative,1
            iccEmbed  0                              0
            pathEmbed 1                              1
            quantize  adaptive,diffuse,255           adaptive,diffuse,255
            quantize  Web                            web,diffuse,256
            quantize  mac,OFF,                       mac,off,256
            quantize  adaptive,,2,000000,FFffff      adaptive,diffuse,2,000000,ffffff
            src       cat/rec                        cat/rec
            src       /cat/rec                       cat/rec
            src       a.vnc,b/c.jpg                  a.vnc,b/c.jpg
            src       a.vnc%2Cb/c.jpg                a.vnc,b/c.jpg
            src       a.vnc,is(b?c)                  a.vnc,is{b?c}
            src       is{a?b=c&d=e}                  is{a?b=c&d=e}
            src       ir(a?b=c)                      ir{a?b=c}
            src       is%7Ba%7D                      is{a}
            src       {a/b?c=d}                      {a/b%3fc%3dd}
            src       %7ba%7d                        {a}
            src       /is{a}                         /is%7ba%7d
            src       a%20b                          a%20b
            srcE      Plaid%20Red                    Plaid%20Red
            srcN      0                              0
            color     0,100,200                      0064c8
            color     128                            808080
            color     0                              000000
            color     0x010203                       010203
            color     00b1c2                         00b1c2
            color     00B1C2                         00b1c2
            color     123456                         123456
            color     0xFF                           ffffff
            color     0x8                            080808
            bgc       120,34,193                     7822c1
            res       300                            300
            res       10.053222945002956             10.053222945002956
            res       .5                             0.5
            res       5.                             5
            res       -1                             -1
            res       -0                             0
            res       -1e-10                         0
            res       1e-999                         0
            res       1e-5                           1.0E-5
            anchor    10,20                          10,20
            anchor    -1.5,3                         -1.5,3
            anchorN   -.5,0.5                        -0.5,0.5
            align     0                              0
            align     6                              6
            repeat    0                              0
            repeat    19                             19
            rotate    -2.3e4                         -23000
            rotate    20                             20
            pos       1.5,-2                         1.5,-2
            size      0,5,1                          0,5,1
            size      0,0,2.5                        0,0,2.5
            size      4,5                            4,5
            opac      0                              0
            opac      99.5                           99.5
            illum     -1                             -1
            illum     2                              2
            gloss     -1                             -1
            gloss     100                            100
            glossmap  a/b.tif                        a/b.tif
            glossmap  is{a?b}                        is{a?b}
            rough     40.5                           40.5
            type      19                             19
            grout     128                            808080
            grout     c0c0c0,0.25                    c0c0c0,0.25
            grout     1,2,3                          010203
            grout     1,2,3,0                        010203,0
            sharp     3                              3
            flags     1                              1
            rs        U2V20W50X2                     U2V20W50X2
            """;

    private static final String BAD = """
            vignette  /               BAD_VALUE
            vignette  a%00            BAD_VALUE
            req       banner          BAD_VALUE
            req       tmb             BAD_VALUE
            req       props,yaml      BAD_VALUE
            req       props,xml,UTF-7 BAD_VALUE
            fmt       bmp             BAD_VALUE
            fmt       jpeg,lab        BAD_VALUE
            fmt       tif,rgb,gif     BAD_VALUE
            fmt       tif,rgb,zip,1   BAD_VALUE
            qlt       0               OUT_OF_RANGE
            qlt       101             OUT_OF_RANGE
            qlt       80.5            OUT_OF_RANGE
            qlt       80,1,1          BAD_VALUE
            qlt       high            BAD_VALUE
            wid       0               OUT_OF_RANGE
            wid       -5              OUT_OF_RANGE
            wid       2147483648      OUT_OF_RANGE
            wid       3.5             BAD_VALUE
            wid       undefined       BAD_VALUE
            wid       NaN             BAD_VALUE
            wid       \u0663          BAD_VALUE
            hei       300px           BAD_VALUE
            scl       0.99            OUT_OF_RANGE
            scl       Infinity        BAD_VALUE
            resMode   nearest         BAD_VALUE
            printRes  0               OUT_OF_RANGE
            cache     maybe           BAD_VALUE
            cache     on,validate     BAD_VALUE
            cache     on,on,on        BAD_VALUE
            groupLevel -2             OUT_OF_RANGE
            handler   alert(1)        BAD_VALUE
            handler   1a              BAD_VALUE
            id        undefined       BAD_VALUE
            sharpen   2               OUT_OF_RANGE
            icc       ,relative       BAD_VALUE
            icc       a,bestof        BAD_VALUE
            icc       a,relative,yes  BAD_VALUE
            icc       a,relative,1,2  OUT_OF_RANGE
            icc       a,relative,1,0,0 BAD_VALUE
            iccEmbed  true            BAD_VALUE
            pathEmbed 7               OUT_OF_RANGE
            quantize  %0a             BAD_VALUE
            quantize  best            BAD_VALUE
            quantize  web,yes         BAD_VALUE
            quantize  web,off,1       OUT_OF_RANGE
            quantize  web,off,257     OUT_OF_RANGE
            quantize  adaptive,off,4,fff             BAD_VALUE
            quantize  adaptive,off,4,0xffffff        BAD_VALUE
            quantize  adaptive,off,2,000000,111111,222222  BAD_VALUE
            src       ,               BAD_VALUE
            src       a,              BAD_VALUE
            src       a,b,c           BAD_VALUE
            src       is{}            BAD_VALUE
            src       is{a},b         BAD_VALUE
            src       is{a            UNBALANCED_BRACKETS
            srcE      %01             BAD_VALUE
            srcN      -1              OUT_OF_RANGE
            color     256             OUT_OF_RANGE
            color     0,0,256         OUT_OF_RANGE
            color     1,2             BAD_VALUE
            color     1,2,3,4         BAD_VALUE
            color     -1,2,3          BAD_VALUE
            color     ff              BAD_VALUE
            color     fff             BAD_VALUE
            color     %23ff0000       BAD_VALUE
            color     red             BAD_VALUE
            color     0xfff           BAD_VALUE
            color     ff00ff00        BAD_VALUE
            color     1234            BAD_VALUE
            color     1,,3            BAD_VALUE
            bgc       none            BAD_VALUE
            res       NaN             BAD_VALUE
            res       0x10            BAD_VALUE
            res       1f              BAD_VALUE
            res       1e999           OUT_OF_RANGE
            res       1e10            OUT_OF_RANGE
            res       .               BAD_VALUE
            res       1e              BAD_VALUE
            anchor    1               BAD_VALUE
            anchorN   1,2,3           BAD_VALUE
            align     7               OUT_OF_RANGE
            repeat    20              OUT_OF_RANGE
            rotate    a               BAD_VALUE
            pos       1,b             BAD_VALUE
            size      5               BAD_VALUE
            size      -1,5            OUT_OF_RANGE
            size      1,2,3,4         BAD_VALUE
            opac      101             OUT_OF_RANGE
            opac      -1              OUT_OF_RANGE
            illum     3               OUT_OF_RANGE
            gloss     -0.5            OUT_OF_RANGE
            glossmap  {a              UNBALANCED_BRACKETS
            rough     101             OUT_OF_RANGE
            type      20              OUT_OF_RANGE
            grout     1,-1            OUT_OF_RANGE
            grout     1,2,3,4,5       BAD_VALUE
            sharp     4               OUT_OF_RANGE
            flags     x               BAD_VALUE
            rs        %00             BAD_VALUE
            """;

    static Stream<List<String>> good() {
        return rows(GOOD);
    }

    static Stream<List<String>> bad() {
        return rows(BAD);
    }

    private static Stream<List<String>> rows(String table) {
        return table.lines().map(line -> List.of(line.trim().split("\\s+")));
    }

    @ParameterizedTest
    @MethodSource("good")
    void read_goodValue_isWrittenCanonically(List<String> row) {
        CommandValues values = values(row.get(0), row.get(1));
        Command<?> command = RenderCommands.find(row.get(0)).orElseThrow();
        boolean encoded = command.coding() == Command.Coding.ENCODED;
        String expected = encoded ? row.get(2) : PercentCoding.decode("x=", row.get(2));
        assertEquals(expected, values.text(command));
        String again = encoded ? values.text(command) : PercentCoding.encode(values.text(command));
        assertEquals(values, values(row.get(0), again));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void read_badValue_failsByNameOfTheCommand(List<String> row) {
        FailureException e = assertThrows(FailureException.class, () -> values(row.get(0), row.get(1)));
        assertEquals(FailureKind.valueOf(row.get(2)), e.failure().kind());
        assertTrue(e.failure().message().contains(row.get(0) + "="), e.failure().message());
    }

    private static CommandValues values(String name, String value) {
        ParsedRequest request = Requests.parse("/a?" + name + "=" + value);
        return request.segments().isEmpty()
                ? request.view()
                : request.segments().get(0).attributes();
    }

    @Test
    void all_hasEveryConstantInOrder() {
        List<Object> constants = Stream.of(RenderCommands.class.getDeclaredFields())
                .filter(f -> Modifier.isPublic(f.getModifiers()))
                .map(RenderCommandsTest::value)
                .toList();
        assertEquals(constants, RenderCommands.all());
    }

    private static Object value(java.lang.reflect.Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void all_areTestedHereWithGoodAndBadValues() {
        Set<String> names = RenderCommands.all().stream().map(Command::name).collect(toSet());
        assertEquals(names, good().map(row -> row.get(0)).collect(toSet()));
        assertEquals(names, bad().map(row -> row.get(0)).collect(toSet()));
    }

    @Test
    void find_knowsEveryNameInAnyCase() {
        for (Command<?> command : RenderCommands.all()) {
            assertEquals(
                    command,
                    RenderCommands.find(command.name().toUpperCase(Locale.ROOT)).orElseThrow());
        }
        assertTrue(RenderCommands.find("obj").isEmpty());
        assertEquals(RenderCommands.OPAC, RenderCommands.find("Opacity").orElseThrow());
    }
}
