package dev.vitrine.catalog.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.ParsedRequest;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.RequestPreview;
import dev.vitrine.core.request.Visitor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A catalog {@code cat} with a few records and files, and requests written as {@code path?query}. */
abstract class ReaderTestBase {
    @TempDir
    Path temp;

    CatalogFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new CatalogFolder(temp)
                .file("cat.ini", """
                        RootId=cat
                        RootPath=c
                        CatalogFile=m.txt
                        VignetteMapFile=v.txt
                        MacroFile=x.txt
                        Resolution=60
                        Expiration=12
                        TimeStamp=77
                        """)
                .table("m.txt", """
                        Id|Path|Resolution|Color|BaseColor|Anchor|Gloss|Type|Expiration|RenderSettings
                        linen|linen.jpg|80||112233|3,4|10|17|6|U1
                        tinted|linen.jpg||aabbcc||||||
                        sage|||9caf94|||20|6|-1|
                        lost|gone.jpg||||||||
                        nothing|||||||||
                        a/b|linen.jpg||||||||
                        """)
                .table("v.txt", """
                        Id|Path|Modifier|UserData|Expiration|TimeStamp
                        sofa|sofa.ovp|wid=200&qlt=50|Sofa|8|99
                        plain|sofa.ovp||||
                        gone|gone.ovp||||
                        """)
                .table("x.txt", "Name|Definition\nthumb|wid=77&fmt=png\n")
                .sources("c/linen.jpg", "c/sofa.ovp", "c/sub/deep.jpg", "top.jpg", "top.ovp");
    }

    Session session(String url) {
        return folder.store().session(RequestPreview.of(raw(url)));
    }

    ParsedRequest parse(String url) {
        return reader().parse(prepare(url));
    }

    PreparedRequest prepare(String url) {
        return reader().prepare(raw(url), session(url));
    }

    ResolvedRequest resolve(String url) {
        RequestReader reader = reader();
        PreparedRequest prepared = prepare(url);
        return reader.resolve(reader.parse(prepared), prepared.session());
    }

    Material material(String commands) {
        return resolve("cat/plain?obj=x&" + commands)
                .segments()
                .get(0)
                .material()
                .orElseThrow();
    }

    Failure failure(String url) {
        return assertThrows(FailureException.class, () -> resolve(url)).failure();
    }

    void assertFails(FailureKind kind, String url) {
        assertEquals(kind, failure(url).kind(), url);
    }

    Path source(String name) {
        return folder.resources().resolve(name).toAbsolutePath();
    }

    RequestReader reader() {
        return new RequestReader(RequestLimits.standard(), new SourcePaths(List.of(folder.resources())));
    }

    static RawRequest raw(String url) {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String query = question < 0 ? "" : url.substring(question + 1);
        return new RawRequest(Dialect.RENDERING, path.isEmpty() ? "" : "/" + path, query, Visitor.local("test"));
    }
}
