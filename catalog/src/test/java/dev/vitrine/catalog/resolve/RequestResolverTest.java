package dev.vitrine.catalog.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.OnFail;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.core.value.Compression;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.ResMode;
import dev.vitrine.core.value.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestResolverTest extends ReaderTestBase {
    @Test
    void resolve_recordedVignette() {
        Vignette vignette = resolve("cat/sofa").vignette().orElseThrow();
        assertEquals("cat/sofa", vignette.name());
        assertEquals(source("c/sofa.ovp"), vignette.file().path());
        assertEquals(Optional.of("wid=200&qlt=50"), vignette.modifier());
        assertEquals(Optional.of("Sofa"), resolve("cat/sofa?req=userdata").userData());
        assertEquals(99, vignette.modifiedMillis());
        assertEquals(77, resolve("cat/plain").vignette().orElseThrow().modifiedMillis());
    }

    @ParameterizedTest
    @CsvSource({
        "cat/sofa.ovp, c/sofa.ovp",
        "cat/sofa.vnt, c/sofa.ovp",
        "top.ovp, top.ovp",
        "top, top.ovp",
        "c/sofa, c/sofa.ovp",
        "cat?vignette=sofa, c/sofa.ovp",
        "cat?vignette=cat/plain, c/sofa.ovp",
        "?vignette=cat/plain, c/sofa.ovp",
        "cat/plain?vignette=sofa.ovp, c/sofa.ovp"
    })
    void resolve_vignetteFile(String url, String file) {
        assertEquals(source(file), resolve(url).vignette().orElseThrow().file().path());
    }

    @Test
    void resolve_catalogOfTheRequest() {
        assertEquals("cat", resolve("cat/plain").catalog());
        assertEquals("", resolve("top").catalog());
        assertEquals("", resolve("?vignette=cat/plain").catalog());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cat/none; UNKNOWN_VIGNETTE; Catalog 'cat' has no vignette 'none'",
                "none; UNKNOWN_VIGNETTE; Catalog 'default' has no vignette 'none'",
                "dog/sofa; UNKNOWN_CATALOG; No catalog is named 'dog', and no file is found at 'dog/sofa'",
                "CAT/sofa; UNKNOWN_CATALOG; found at 'CAT/sofa': did you mean 'cat'?",
                "cat/soda; UNKNOWN_VIGNETTE; by that name: did you mean 'sofa'?",
                "soda; UNKNOWN_VIGNETTE; by that name.",
                "cat/plain?obj=x&src=linnen; UNKNOWN_MATERIAL; by that name: did you mean 'linen'?",
                "cat/gone; SOURCE_MISSING; 'gone.ovp'",
                "cat?wid=5; NO_VIGNETTE; ",
                "cat/../top; PATH_REFUSED; ",
                "cat/%2e%2e/top; PATH_REFUSED; ",
                "cat/plain?obj=x&src=none; UNKNOWN_MATERIAL; Catalog 'cat' has no material 'none'",
                "cat/plain?obj=x&src=dog/none; UNKNOWN_CATALOG; 'dog'",
                "cat/plain?obj=x&src=lost; SOURCE_MISSING; 'gone.jpg'",
                "cat/plain?obj=x&src=cat; UNKNOWN_MATERIAL; ",
                "cat/plain?obj=x&src=../top.jpg; PATH_REFUSED; ",
                "cat/plain?obj=x&src=..%2ftop.jpg; PATH_REFUSED; ",
                "cat/plain?obj=x&src={http://example.com/a.jpg}; FOREIGN_REFUSED; example.com",
                "cat/plain?obj=x&src=is{cat/a}; UNKNOWN_CATALOG; cat/a",
                "cat/plain?obj=x&src=a.vnc,b.jpg; UNKNOWN_MATERIAL; a.vnc"
            })
    void resolve_failures(String url, FailureKind kind, String message) {
        assertEquals(kind, failure(url).kind());
        assertTrue(
                failure(url).message().contains(message == null ? "" : message),
                failure(url).message());
    }

    @Test
    void resolve_settings_areTheSessions() {
        ResolvedRequest own = resolve("cat/plain");
        assertEquals(OnFail.ERROR, own.onFailObject());
        assertEquals(OnFail.KEEP_SELECTION, own.onFailPick());
        assertEquals(false, own.showOverlapObjects());
        folder.file(
                "cat.ini",
                "RootId=cat\nRootPath=c\nVignetteMapFile=v.txt\nOnFailObj=2\nOnFailSel=0\nShowOverlapObjs=1\n");
        assertEquals(OnFail.DESELECT, resolve("cat/plain").onFailObject());
        assertEquals(OnFail.KEEP_SELECTION, resolve("cat/plain").onFailPick());
        assertEquals(true, resolve("cat/plain").showOverlapObjects());
    }

    @Test
    void resolve_reply_defaults() {
        ReplySettings reply = resolve("cat/plain").reply();
        assertEquals(OptionalInt.empty(), reply.scale().width());
        assertEquals(OptionalInt.of(400), reply.scale().fallbackWidth());
        assertEquals(OptionalInt.of(300), reply.scale().fallbackHeight());
        assertEquals(Optional.of(new Size(2000, 1000)), reply.scale().most());
        assertEquals(ImageFormat.JPEG, reply.format().format());
        assertEquals(new JpegQuality(80, false), reply.quality());
        assertEquals(ResMode.BICUB, reply.resMode());
        assertEquals(false, reply.sharpen());
        assertEquals(OptionalDouble.empty(), reply.printResolution());
        assertEquals(new Expiration(12), reply.expiration());
        assertEquals(CacheControl.ON, reply.cache());
    }

    @Test
    void resolve_reply_compression_isTheAskedElseTheCatalogs() {
        assertEquals(Compression.NONE, compression("fmt=tif"));
        folder.file("cat.ini", "RootId=cat\nRootPath=c\nVignetteMapFile=v.txt\nTiffEncoding=3\n");
        assertEquals(Compression.JPEG, compression("fmt=tif"));
        assertEquals(Compression.ZIP, compression("fmt=tif-alpha"));
        assertEquals(Compression.LZW, compression("fmt=tif,,lzw"));
        assertEquals(Compression.NONE, compression("fmt=png"));
    }

    private Compression compression(String query) {
        return resolve("cat/plain?" + query).reply().encoding().compression();
    }

    @Test
    void resolve_reply_commandsWin() {
        ReplySettings reply = resolve("cat/plain?wid=9&fmt=png-alpha&qlt=33,1&resMode=bilin&printRes=300&sharpen=1")
                .reply();
        assertEquals(OptionalInt.of(9), reply.scale().width());
        assertEquals(OptionalInt.empty(), reply.scale().fallbackWidth());
        assertEquals(ImageFormat.PNG_ALPHA, reply.format().format());
        assertEquals(new JpegQuality(33, true), reply.quality());
        assertEquals(ResMode.BILIN, reply.resMode());
        assertEquals(OptionalDouble.of(300), reply.printResolution());
        assertEquals(true, reply.sharpen());
        assertEquals(
                OptionalDouble.of(2), resolve("cat/plain?scl=2").reply().scale().inverseScale());
        assertEquals(
                OptionalInt.empty(), resolve("cat/plain?scl=2").reply().scale().fallbackHeight());
    }

    @Test
    void resolve_reply_zeroIsUnconstrained() {
        folder.file("default.ini", CatalogFolder.DEFAULTS + "DefaultPix=0,50\nMaxPix=0,0\n");
        ScaleRequest scale = resolve("cat/plain").reply().scale();
        assertEquals(OptionalInt.empty(), scale.fallbackWidth());
        assertEquals(OptionalInt.of(50), scale.fallbackHeight());
        assertEquals(Optional.empty(), scale.most());
    }

    @ParameterizedTest
    @CsvSource({
        "cat/plain, 12",
        "cat/sofa, 8",
        "cat/sofa?obj=x&src=linen, 6",
        "cat/sofa?obj=x&src=sage, 8",
        "cat/plain?obj=x&src=tinted, 12",
        "cat/plain?obj=x&src=linen&obj=y&src=sage, 6",
        "top, 24",
        "top?obj=x&src=cat/linen, 6",
        "top?obj=x&src=cat/linen.jpg, 12"
    })
    void resolve_expiration_isTheSoonest(String url, double hours) {
        assertEquals(new Expiration(hours), resolve(url).reply().expiration());
    }

    @Test
    void resolve_expiration_neverOnlyIfAllSaySo() {
        folder.table("v.txt", "Id|Path|Expiration\nplain|sofa.ovp|-1\n");
        assertEquals(Expiration.NEVER, resolve("cat/plain").reply().expiration());
        assertEquals(
                Expiration.NEVER, resolve("cat/plain?obj=x&src=sage").reply().expiration());
        assertEquals(
                new Expiration(12),
                resolve("cat/plain?obj=x&src=tinted").reply().expiration());
    }

    @Test
    void resolve_expirationOfATemplate_counts() {
        folder.table("v.txt", """
                Id|Path|Modifier|Expiration
                plain|sofa.ovp||
                soon||vignette=plain|3
                later||vignette=plain|90
                quiet||vignette=plain|
                """);
        assertEquals(new Expiration(3), resolve("cat/soon").reply().expiration());
        assertEquals(new Expiration(12), resolve("cat/later").reply().expiration());
        assertEquals(new Expiration(12), resolve("cat/quiet").reply().expiration());
    }

    @ParameterizedTest
    @CsvSource({
        "cat/plain, 77",
        "cat/sofa, 99",
        "cat/sofa?obj=x&src=linen, 99",
        "cat/plain?obj=x&src=new, 500",
        "cat/plain?obj=x&src=old, 77",
        "cat/plain?obj=x&src=ir{cat/plain?obj=y&src=new}, 500",
        "cat/sofa.ovp, 77"
    })
    void resolve_lastModified_isTheLatestTimeStampAndNeverAFilesTime(String url, long millis) {
        folder.table("m.txt", "Id|Path|TimeStamp\nlinen|linen.jpg\nnew|linen.jpg|500\nold|linen.jpg|5\n");
        assertEquals(new LastModified(millis, false), resolve(url).reply().lastModified());
        folder.file("default.ini", CatalogFolder.DEFAULTS + "UseLastModified=1\n");
        assertEquals(new LastModified(millis, true), resolve(url).reply().lastModified());
    }

    @ParameterizedTest
    @CsvSource({
        "'', BANNER",
        "cat, BANNER",
        "'?req=img&vignette=top', IMG",
        "top?req=object, OBJECT",
        "top?req=contents, CONTENTS"
    })
    void resolve_kind(String url, RequestType type) {
        assertEquals(type, resolve(url).kind().type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cat",
                "cat/none?req=userdata",
                "sofa.ovp?req=userdata",
                "cat/sofa?req=userdata",
                "?req=userdata",
                "cat/none?req=exists",
                "dog/none?req=exists",
                "?req=exists",
                "cat/none?req=validate&obj=x&src=none",
                "cat/plain?req=validate"
            })
    void resolve_kindsThatNeedNoVignette(String url) {
        assertEquals(Optional.empty(), resolve(url).vignette());
        assertEquals(List.of(), resolve(url).segments());
    }

    @Test
    void resolve_kindsThatHaveOne() {
        assertTrue(resolve("cat/sofa?req=exists").vignette().isPresent());
        assertTrue(resolve("top?req=exists").vignette().isPresent());
        assertFails(FailureKind.NO_VIGNETTE, "?req=contents");
        assertFails(FailureKind.UNKNOWN_VIGNETTE, "cat/none?req=imageprops");
    }

    @Test
    void resolve_materialsOfKindsThatShowNone_areNotLookedFor() {
        assertEquals(List.of(), resolve("cat/plain?req=contents&obj=x&src=none").segments());
        assertFails(FailureKind.UNKNOWN_MATERIAL, "cat/plain?req=props&obj=x&src=none");
    }

    @Test
    void resolve_groupLevel() {
        assertEquals(0, resolve("cat/plain?req=map").groupLevel());
        assertEquals(-1, resolve("cat/plain?req=map&groupLevel=-1").groupLevel());
    }

    @Test
    void key_ofACatalogWrittenAgain_staysAsItWas() {
        String before = resolve("cat/sofa?obj=x&src=is{?size=1,1&color=0,0,0}").key();
        folder.table(
                "v.txt", "Id|Path|Modifier|UserData|Expiration|TimeStamp\nsofa|sofa.ovp|wid=200&qlt=50|So|8|100\n");
        assertEquals(
                before, resolve("cat/sofa?obj=x&src=is{?size=1,1&color=0,0,0}").key());
    }

    @Test
    void key_validatedByTimeStamp_changesWithItAndNotWithTheFile() {
        folder.file("default.ini", CatalogFolder.DEFAULTS + "CacheValidationPolicy=1\n")
                .table("m.txt", "Id|Path|TimeStamp\nnew|linen.jpg|500\n");
        String before = resolve("cat/sofa?obj=x&src=new").key();
        String byPath = resolve("cat/sofa?obj=x&src=linen.jpg").key();
        source("c/sofa.ovp").toFile().setLastModified(12345000);
        source("c/linen.jpg").toFile().setLastModified(12345000);
        assertEquals(before, resolve("cat/sofa?obj=x&src=new").key());
        assertNotEquals(byPath, resolve("cat/sofa?obj=x&src=linen.jpg").key(), "no record names this one");
        folder.table("m.txt", "Id|Path|TimeStamp\nnew|linen.jpg|501\n");
        assertNotEquals(before, resolve("cat/sofa?obj=x&src=new").key());
    }

    @Test
    void key_changesWithTheFile_andOnlyWithWhatMatters() {
        String before = resolve("cat/plain?wid=5&qlt=9").key();
        assertEquals(before, resolve("cat/plain?qlt=9&wid=7&wid=5").key());
        assertNotEquals(before, resolve("cat/plain?wid=6&qlt=9").key());
        folder.sources("c/other.jpg");
        assertEquals(before, resolve("cat/plain?wid=5&qlt=9").key());
        source("c/sofa.ovp").toFile().setLastModified(12345000);
        assertNotEquals(before, resolve("cat/plain?wid=5&qlt=9").key());
    }
}
