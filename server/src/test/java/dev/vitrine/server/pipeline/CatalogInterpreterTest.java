package dev.vitrine.server.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vitrine.catalog.file.CatalogLimits;
import dev.vitrine.catalog.file.CatalogLoader;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.catalog.resolve.RequestReader;
import dev.vitrine.catalog.resolve.SourcePaths;
import dev.vitrine.catalog.store.CatalogStore;
import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.core.value.RequestType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogInterpreterTest {
    @TempDir
    Path temp;

    @Test
    void errors_ofARefusal_areThoseTheRuleSets() throws IOException {
        Reading reading = open("""
                <ruleset><rule ErrorImage="closed.png">
                  <addressfilter>10.0.0.1</addressfilter></rule></ruleset>""");
        assertEquals(Optional.of("own.png"), reading.errors().image());
        assertEquals(FailureKind.ADDRESS_REFUSED, failure(reading));
        assertEquals(Optional.of("closed.png"), reading.errors().image());
    }

    @Test
    void resolve_rewrittenRequest_isAnsweredAsRewritten() throws IOException {
        Reading reading = open("""
                <ruleset><rule OnMatch="continue"><substitution>?req=contents</substitution>
                  <header Name="X-A">a</header></rule><rule OnMatch="error"/></ruleset>""");
        assertEquals(RequestType.IMG, reading.kind().type());
        assertEquals(List.of(), reading.headers());
        assertEquals(FailureKind.REFUSED_BY_RULE, failure(reading));
        assertEquals(RequestType.CONTENTS, reading.kind().type());
        assertEquals(List.of(new ReplyHeader("X-A", "a", false)), reading.headers());
    }

    private static FailureKind failure(Reading reading) {
        return assertThrows(FailureException.class, reading::resolve).failure().kind();
    }

    private Reading open(String rules) throws IOException {
        Files.writeString(temp.resolve("default.ini"), "ErrorImage=own.png\n");
        Files.writeString(temp.resolve("a.ini"), "RootId=a\nRuleSetFile=r.xml\n");
        Files.writeString(temp.resolve("r.xml"), rules);
        CatalogStore store = new CatalogStore(new CatalogLoader(temp, CatalogLimits.standard()));
        SourcePaths paths = new SourcePaths(List.of(temp));
        RequestReader reader = new RequestReader(RequestLimits.standard(), paths);
        Visitor stranger = new Visitor("203.0.113.9", "r-1", false);
        return new CatalogInterpreter(store, store, reader, paths, format -> true)
                .open(new RawRequest(Dialect.RENDERING, "/a/b", "", stranger));
    }
}
