package dev.vitrine.catalog.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.catalog.file.CatalogContent;
import dev.vitrine.catalog.file.CatalogLimits;
import dev.vitrine.catalog.file.CatalogLoader;
import dev.vitrine.catalog.store.CatalogStore;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.request.CommandValues;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.RenderCommands;
import dev.vitrine.core.request.RequestPreview;
import dev.vitrine.core.request.Variable;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.Measure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingReaderTest {
    @TempDir
    Path temp;

    private CatalogFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new CatalogFolder(temp)
                .file("my.ini", """
                        RootId=my
                        RootPath=m
                        CatalogFile=images.txt, more.txt
                        VignetteMapFile=v.txt
                        FontMapFile=fonts.txt
                        BkgColor=102030
                        Resolution=10
                        DefaultExt=png
                        """)
                .table("images.txt", """
                        Id|Path|Modifier|PostModifier|Resolution|Anchor|MaskPath
                        cat|cat.png|size=50,0&wid=9|||3,4|mask.png
                        a/b|cat.png||qlt=33|20||
                        onError||size=300,300&bgc=ffffff&text=$error.message$||||
                        loop||src=is{my/loop}||||
                        gone|gone.png|||||
                        """)
                .table(
                        "more.txt",
                        "Id|Path|Modifier\nwrap||layer=1&src=is{my/cat?size=7,7}&layer=2&src=ir{my/sofa?obj=x}\n")
                .table(
                        "fonts.txt",
                        "Name|Bold|Italic|FontPath\nArial|||arial.ttf\nArial|1||bold.ttf\nLost|||lost.ttf\n")
                .table("v.txt", "Id|Path\nsofa|sofa.ovp\n")
                .sources("m/cat.png", "m/mask.png", "m/arial.ttf", "m/bold.ttf", "m/sofa.ovp", "m/deep/file.png");
    }

    private CatalogStore images() {
        return new CatalogStore(new CatalogLoader(folder.catalogs(), CatalogLimits.standard(), CatalogContent.IMAGES));
    }

    private RequestReader reader() {
        return new RequestReader(
                RequestLimits.standard(),
                new SourcePaths(List.of(folder.resources())),
                folder.store()::snapshot,
                images()::snapshot);
    }

    private ResolvedServing read(String url) {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String query = question < 0 ? "" : url.substring(question + 1);
        RawRequest raw = new RawRequest(Dialect.SERVING, "/" + path, query, Visitor.local("test"));
        Session session = images().session(RequestPreview.of(raw));
        return reader().readServing(reader().prepare(raw, session));
    }

    private FailureKind failure(String url) {
        return assertThrows(FailureException.class, () -> read(url)).failure().kind();
    }

    private static String name(ImageSource source) {
        return String.valueOf(((ImageSource.File) source).file().path().getFileName());
    }

    @Test
    void read_record_bringsFileAnchorMaskAndModifier() {
        ResolvedServing served = read("my/cat?hei=5");
        LayerContent.Picture picture =
                (LayerContent.Picture) served.layers().get(0).content();
        assertEquals("cat.png", name(picture.source()));
        assertEquals("mask.png", name(picture.mask().orElseThrow()));
        assertEquals(Optional.of(new Measure(3, 4, false)), picture.anchor());
        assertEquals(
                Optional.of(new Measure(50, 0, false)),
                served.layers().get(0).shape().size());
        assertEquals(OptionalInt.of(9), served.reply().scale().width());
        assertEquals(OptionalInt.of(5), served.reply().scale().height());
        assertEquals(Color.ofRgb(0x102030), served.view().background());
    }

    @Test
    void read_layerRecord_itsModifierLosesAgainstTheLayer() {
        ResolvedServing served = read("my?layer=0&size=9,9&layer=1&src=cat&layer=2&src=my/cat&size=8,8&pos=1,2");
        assertEquals(
                Optional.of(new Measure(50, 0, false)),
                served.layers().get(1).shape().size());
        assertEquals(
                Optional.of(new Measure(8, 8, false)),
                served.layers().get(2).shape().size());
        assertEquals(new Measure(1, 2, false), served.layers().get(2).place().position());
        assertInstanceOf(LayerContent.Solid.class, served.layers().get(0).content());
    }

    @Test
    void read_res_isRelativeToTheRecords() {
        assertEquals(0.5, read("my/a/b?res=10").layers().get(0).shape().scale());
        assertEquals(0.5, read("my/deep/file.png?res=5").layers().get(0).shape().scale());
        assertEquals(33, read("my/a/b?qlt=80").reply().quality().quality());
    }

    @Test
    void read_file_findsItAlsoWithoutItsSuffix() {
        assertTrue(read("my/deep/file?req=exists").object().isPresent());
        assertTrue(read("my/deep/none?req=exists").object().isEmpty());
        assertEquals(FailureKind.UNKNOWN_IMAGE, failure("my/deep/none"));
        assertEquals(FailureKind.UNKNOWN_IMAGE, failure("my/gone"));
        assertEquals(FailureKind.FOREIGN_REFUSED, failure("my?src={http://a/b}"));
    }

    @Test
    void read_nesting_crossesTheDialects() {
        ResolvedServing served = read("my/wrap");
        assertInstanceOf(
                ImageSource.Served.class,
                ((LayerContent.Picture) served.layers().get(1).content()).source());
        assertInstanceOf(
                ImageSource.Nested.class,
                ((LayerContent.Picture) served.layers().get(2).content()).source());
        RequestReader reader = reader();
        RawRequest raw = new RawRequest(
                Dialect.RENDERING, "/my/sofa", "obj=x&src=is{my/cat?layer=1&src=ir(my/sofa)}", Visitor.local("t"));
        Session session = folder.store().session("my");
        ResolvedRequest rendered = reader.resolve(reader.parse(reader.prepare(raw, session)), session);
        assertTrue(rendered.key().contains("Served"));
    }

    @Test
    void read_templateOfItself_ends() {
        assertEquals(FailureKind.NESTED_TOO_DEEP, failure("my/loop"));
    }

    @Test
    void read_missing_isReplacedByTheDefaultImage() {
        ResolvedServing whole = read("my/gone?wid=77&rotate=9&defaultImage=a/b");
        assertEquals(0, whole.layers().get(0).shape().rotation());
        assertEquals(OptionalInt.of(77), whole.reply().scale().width());
        folder.file("one.ini", "RootId=one\nRootPath=m\nDefaultImage=cat.png\nDefaultImageMode=1\n");
        assertEquals(9, read("one/gone.png?rotate=9").layers().get(0).shape().rotation());
        assertEquals(FailureKind.UNKNOWN_IMAGE, failure("one/gone.png?defaultImage="));
        assertEquals(FailureKind.UNKNOWN_IMAGE, failure("my/gone?defaultImage=gone"));
    }

    @Test
    void read_missingWithinANestedRequest_isReplacedToo() {
        folder.file("one.ini", "RootId=one\nRootPath=m\nDefaultImage=cat.png\nDefaultImageMode=1\n");
        ResolvedServing layer = read("one?size=9,9&color=0&layer=1&src=is{my/gone}&rotate=9");
        assertEquals(2, layer.layers().size());
        assertEquals(
                "cat.png", name(((LayerContent.Picture) layer.layers().get(1).content()).source()));
        ResolvedServing all = read("one?size=9,9&color=0&layer=1&src=ir{my/none}&rotate=9");
        assertEquals(1, all.layers().size(), "mode 0, since a render request failed");
        assertEquals(1, all.reply().expiration().hours(), "DefaultExpiration");
        assertEquals(FailureKind.UNKNOWN_IMAGE, failure("my?size=9,9&color=0&layer=1&src=is{my/gone}"));
    }

    @Test
    void read_slashInFront_leavesTheMainCatalogAside() {
        folder.table("default_images.txt", "Id|Path\ncat|other.png\n")
                .file("default.ini", CatalogFolder.DEFAULTS + "CatalogFile=default_images.txt\n")
                .sources("other.png");
        assertEquals("cat.png", name(source(read("my?src=cat"))));
        assertEquals("other.png", name(source(read("my?src=/cat"))));
        assertEquals("cat.png", name(source(read("my?src=/my/cat"))));
        assertEquals("other.png", name(source(read("my?src=/other.png"))));
        assertEquals(FailureKind.UNKNOWN_IMAGE, failure("my?src=other.png"));
    }

    private static ImageSource source(ResolvedServing served) {
        return ((LayerContent.Picture) served.layers().get(0).content()).source();
    }

    @Test
    void read_fullMatch_leavesACatalogWithoutTheIdAside() {
        folder.file("full.ini", "RootId=full\nRootPath=m\nFullMatch=1\n").sources("full/cat.png");
        assertEquals(
                folder.resources().resolve("full/cat.png").toAbsolutePath(),
                ((ImageSource.File) source(read("full/cat.png"))).file().path());
    }

    @Test
    void read_allowDirectAccess_closesPathsAndNoRecords() {
        folder.file(
                "closed.ini",
                "RootId=closed\nRootPath=m\nCatalogFile=images.txt\nAllowDirectAccess=exclude:IS\nDefaultExt=.png\n");
        assertEquals("cat.png", name(source(read("closed/cat"))));
        assertEquals(FailureKind.UNKNOWN_IMAGE, failure("closed/mask.png"));
        folder.file("open.ini", "RootId=open\nRootPath=m\nAllowDirectAccess=IS,STATIC\nDefaultExt=.png\n");
        assertEquals("mask.png", name(source(read("open/mask"))), "a suffix may be written with its dot");
    }

    @Test
    void read_watermark_isThatOfTheMainCatalog() {
        folder.file("marked.ini", "RootId=marked\nRootPath=m\nCatalogFile=images.txt\nWatermark=a/b\n");
        assertTrue(read("marked/cat").composite().watermark().isPresent());
        assertTrue(read("marked/cat?req=tmb").composite().watermark().isEmpty());
        assertTrue(read("my?src=is{marked/cat}").composite().watermark().isEmpty());
    }

    @Test
    void read_catalogprops_areTheAttributesThatHold() {
        ResolvedServing asked = read("my?req=catalogprops");
        assertEquals("102030", asked.properties().get("catalog.bkgColor"));
        assertEquals("10", asked.properties().get("catalog.resolution"));
        assertEquals("2000,1000", asked.properties().get("catalog.maxPix"));
        assertEquals(".png", asked.properties().get("catalog.defaultExt"));
        assertEquals("", asked.properties().get("catalog.watermark"));
        assertTrue(read("my/cat").properties().isEmpty());
    }

    @Test
    void read_printResolution_isTheRecordsElseTheCatalogs() {
        folder.file("print.ini", "RootId=print\nRootPath=m\nCatalogFile=print.txt\nPrintResolution=150\n")
                .table("print.txt", "Id|Path|PrintResolution\nfine|cat.png|300\nplain|cat.png|\n");
        assertEquals(300, read("print/fine").reply().printResolution().orElseThrow());
        assertEquals(150, read("print/plain").reply().printResolution().orElseThrow());
        assertEquals(
                99, read("print/fine?printRes=99").reply().printResolution().orElseThrow());
    }

    @Test
    void read_fonts_areThoseThatAreThere() {
        LayerContent.Text text =
                (LayerContent.Text) read("my?text=hello").layers().get(0).content();
        assertEquals(2, text.fonts().faces().size());
        assertTrue(text.fonts().faces().get(1).bold());
    }

    @Test
    void readErrorImage_fillsInVariablesAndKeepsTheView() {
        CommandValues view =
                CommandValues.builder().put(RenderCommands.WID, 120).build();
        Session session = images().session("");
        ResolvedServing error = reader().readErrorImage(
                        "my/onError",
                        List.of(new Variable("error.message", "a%5c%7bb%26size%3d1,1")),
                        view,
                        session,
                        all -> new ReplyDefaults(session).errorImage(all, format -> true));
        LayerContent.Text text = (LayerContent.Text) error.layers().get(0).content();
        assertEquals("a\\{b&size=1,1", text.rtf());
        assertTrue(text.legible());
        assertEquals(OptionalInt.of(120), error.reply().scale().width());
        assertTrue(error.view().fit().upscale());
    }

    @Test
    void key_differs_withTheText() {
        assertEquals(read("my?text=a").key(), read("my?&text=a").key());
        assertNotEquals(read("my?text=a").key(), read("my?text=b").key());
    }
}
