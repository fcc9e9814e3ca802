package dev.vitrine.cli;

import com.google.common.base.Splitter;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import java.util.List;

/** Reads a request as people type or paste it: a whole URL, a path with its context, or only {@code catalog/vignette?…}. */
final class RequestLine {
    private static final List<String> RENDERING = List.of("/ir/render", "/is/render");
    private static final String SERVING = "/is/image";

    private RequestLine() {}

    static RawRequest read(String text) {
        List<String> parts = Splitter.on('?').limit(2).splitToList(withoutHost(text));
        String query = parts.size() > 1 ? parts.get(1) : "";
        String path = parts.get(0).startsWith("/") || parts.get(0).isEmpty() ? parts.get(0) : "/" + parts.get(0);
        Visitor visitor = Visitor.local("cli");
        for (String context : RENDERING) {
            if (isIn(context, path)) {
                return new RawRequest(Dialect.RENDERING, path.substring(context.length()), query, visitor);
            }
        }
        return isIn(SERVING, path)
                ? new RawRequest(Dialect.SERVING, path.substring(SERVING.length()), query, visitor)
                : new RawRequest(Dialect.RENDERING, path, query, visitor);
    }

    private static String withoutHost(String text) {
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            return text;
        }
        int path = text.indexOf('/', text.indexOf("://") + 3);
        return path < 0 ? "" : text.substring(path);
    }

    private static boolean isIn(String context, String path) {
        return path.equals(context) || path.startsWith(context + "/");
    }
}
