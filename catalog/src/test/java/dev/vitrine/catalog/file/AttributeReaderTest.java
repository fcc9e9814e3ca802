package dev.vitrine.catalog.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.model.Attribute;
import dev.vitrine.catalog.model.Attributes;
import dev.vitrine.catalog.model.CatalogAttributes;
import dev.vitrine.catalog.model.Problem.Level;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeReaderTest {
    private final ProblemLog log = new ProblemLog();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "RootId=demo; demo",
                "rootid=demo; demo",
                "RootPath=a/b; a/b",
                "RootUrl=http://x/; http://x/",
                "CatalogFile=m.txt; m.txt",
                "VignetteMapFile=v.txt; v.txt",
                "MacroFile=x.txt; x.txt",
                "RuleSetFile=r.xml; r.xml",
                "IccProfileMapFile=i.txt; i.txt",
                "TimeStamp=17; 17",
                "ShowOverlapObjs=1; true",
                "AllowDirectURLs=0; false",
                "OnFailObj=1; KEEP_SELECTION",
                "OnFailObj=2; DESELECT",
                "OnFailSel=3; ERROR",
                "OnFailSel=4; DEFAULT_GROUP",
                "ErrorImage=a/b; a/b",
                "ErrorDetail=0; TITLE",
                "ErrorDetail=1; BRIEF",
                "ErrorDetail=2; MESSAGE",
                "ErrorDetail=3; DEBUG",
                "ErrorStatusProfile=Semantic; SEMANTIC",
                "ErrorStatusProfile=protocol; PROTOCOL",
                "Resolution=72.5; 72.5",
                "Sharp=0; 0",
                "Sharp=3; 3",
                "RenderSettings=U2V20; U2V20",
                "Expiration=0; Expiration[hours=0.0]",
                "Expiration=-1; Expiration[hours=Infinity]",
                "DefaultPix=0,300; 0,300",
                "MaxPix=2000, 1000; 2000,1000",
                "MaxPix=0,0; 0,0",
                "ResMode=4; sharp2",
                "Sharpen=1; true",
                "Format=JPG; JPEG",
                "Format=png-alpha; PNG_ALPHA",
                "JpegQuality=95,1; 95,1",
                "JpegQuality=95; 95,0",
                "IccProfileRgb=sRGB; sRGB"
            })
    void read_goodValue(String line, String expected) {
        Attribute<?> attribute = attribute(line);
        assertEquals(expected, text(read(line), attribute));
        assertEquals(List.of(), log.all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CacheValidationPolicy=0; BY_FILE",
                "CacheValidationPolicy=1; BY_TIME_STAMP",
                "UseLastModified=1; true",
                "TiffEncoding=0; NONE",
                "TiffEncoding=1; LZW",
                "TiffEncoding=2; ZIP",
                "TiffEncoding=3; JPEG",
                "TrustedDomains=; []",
                "TrustedDomains=a.example, *.b.example; [a.example, *.b.example]",
                "IccBlackPointCompensation=1; true",
                "IccDither=0; false"
            })
    void read_cacheAndColorAttributes(String line, String expected) {
        read_goodValue(line, expected);
    }

    @ParameterizedTest
    @CsvSource({"0,perceptual", "1,relative", "2,saturation", "3,absolute", "'',relative", "4,", "default,"})
    void read_intent_emptyIsRelative(String value, String expected) {
        assertEquals(
                Optional.ofNullable(expected),
                read("IccRenderIntent=" + value)
                        .find(Attributes.ICC_RENDER_INTENT)
                        .orElseThrow()
                        .intent()
                        .map(Object::toString));
        assertEquals(List.of(), log.all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "RootId=;",
                "RootPath=;defined",
                "RootUrl=;defined",
                "ErrorImage=;defined",
                "CatalogFile=;",
                "TimeStamp=;",
                "Resolution=;",
                "Resolution=0;",
                "Resolution=-1;",
                "OnFailObj=0;",
                "ErrorDetail=;",
                "Expiration=-2;",
                "MaxPix=;",
                "ResMode=0;",
                "ClientAddressFilter=;"
            })
    void read_emptyOrUnspecified_isNotDefined_exceptWhereEmptyCounts(String line, String defined) {
        assertEquals(defined != null, read(line).has(attribute(line)));
        assertEquals(List.of(), log.all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "TimeStamp=soon; WARNING",
                "ShowOverlapObjs=yes; WARNING",
                "AllowDirectUrls=2; WARNING",
                "OnFailObj=5; WARNING",
                "OnFailSel=x; WARNING",
                "ErrorDetail=4; WARNING",
                "ErrorStatusProfile=http; ERROR",
                "Resolution=high; ERROR",
                "Sharp=4; WARNING",
                "Expiration=-3; ERROR",
                "Expiration=1h; ERROR",
                "DefaultPix=300; ERROR",
                "DefaultPix=-1,300; ERROR",
                "MaxPix=0,300; ERROR",
                "MaxPix=1,2,3; ERROR",
                "ResMode=5; WARNING",
                "Sharpen=on; WARNING",
                "Format=bmp; ERROR",
                "JpegQuality=0; ERROR",
                "JpegQuality=101,0; ERROR",
                "JpegQuality=80,2; ERROR",
                "ClientAddressFilter=localhost; ERROR",
                "CacheValidationPolicy=2; WARNING",
                "UseLastModified=yes; WARNING",
                "TiffEncoding=4; WARNING",
                "TrustedDomains=http://a.example; ERROR",
                "IccDither=2; WARNING"
            })
    void read_badValue_isAProblemAndNotDefined(String line, Level level) {
        CatalogAttributes values = read("# first\n" + line);
        assertEquals(false, values.has(attribute(line)));
        assertEquals(1, log.all().size());
        assertEquals(level, log.all().get(0).level());
        assertEquals(2, log.all().get(0).line());
        assertTrue(log.all().get(0).message().contains("expected"), log.all().toString());
    }

    @Test
    void read_unknownName_warnsWithTheNearest() {
        read("\nRotPath=x");
        assertEquals(
                "test.ini:2: warning: the attribute RotPath is not known and is ignored; did you mean RootPath?",
                log.all().get(0).toString());
    }

    @Test
    void read_twice_laterCounts() {
        CatalogAttributes values = read("RootPath=a\nROOTPATH=b");
        assertEquals(Optional.of("b"), values.find(Attributes.ROOT_PATH));
        assertEquals(
                "test.ini:2: warning: sets RootPath again; this line counts",
                log.all().get(0).toString());
    }

    @Test
    void read_twice_laterEmpty_isNotDefined() {
        assertEquals(false, read("Resolution=5\nResolution=").has(Attributes.RESOLUTION));
    }

    @Test
    void checkComplete_namesEachOneThatIsMissing() {
        AttributeReader reader = new AttributeReader(log.of("default.ini"));
        reader.checkComplete(read("Resolution=5"));
        List<String> problems = log.all().stream().map(Object::toString).toList();
        assertEquals(13, problems.size());
        assertTrue(problems.contains(
                "default.ini: warning: does not define MaxPix, which every catalog inherits; add MaxPix=4000,4000"));
        assertTrue(problems.stream().noneMatch(p -> p.contains("Resolution")));
    }

    private CatalogAttributes read(String text) {
        ProblemLog.FileProblems problems = log.of("test.ini");
        return new AttributeReader(problems).read(new AttributeFile(text, problems).entries());
    }

    private static Attribute<?> attribute(String line) {
        return Attributes.find(line.substring(0, line.indexOf('='))).orElseThrow();
    }

    private static <T> String text(CatalogAttributes values, Attribute<T> attribute) {
        return String.valueOf(values.find(attribute).orElseThrow());
    }
}
