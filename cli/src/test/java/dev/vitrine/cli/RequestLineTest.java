package dev.vitrine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLineTest {
    @Test
    void read_allWaysToWriteIt_areTheSameRequest() {
        for (String text : List.of(
                "demo/sofa?a=b?c",
                "/demo/sofa?a=b?c",
                "/ir/render/demo/sofa?a=b?c",
                "/is/render/demo/sofa?a=b?c",
                "http://localhost:8080/ir/render/demo/sofa?a=b?c",
                "https://images.example.com/is/render/demo/sofa?a=b?c")) {
            assertRequest(Dialect.RENDERING, "/demo/sofa", "a=b?c", text);
        }
    }

    @Test
    void read_edges_areUnderstood() {
        assertRequest(Dialect.RENDERING, "", "", "");
        assertRequest(Dialect.RENDERING, "", "x", "?x");
        assertRequest(Dialect.RENDERING, "", "", "http://localhost:8080");
        assertRequest(Dialect.RENDERING, "/ir/renders", "", "/ir/renders");
        assertRequest(Dialect.SERVING, "/demo/x", "layer=0", "/is/image/demo/x?layer=0");
    }

    private static void assertRequest(Dialect dialect, String path, String query, String text) {
        RawRequest read = RequestLine.read(text);
        assertEquals(List.of(dialect, path, query), List.of(read.dialect(), read.path(), read.query()), text);
    }
}
