package dev.vitrine.server.gallery;

import com.google.common.html.HtmlEscapers;
import java.util.Optional;

/** Writes the first page as HTML that needs nothing else: no script, no other file but the pictures themselves. */
public final class GalleryPage {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Vitrine</title>
            <link rel="icon" href="/favicon.ico" type="image/svg+xml">
            <style>
            :root { --ink: #23211e; --soft: #77716a; --line: #e4dfd8; --paper: #faf8f5; --card: #fff; --accent: #8a4b2a; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #ece7e0; --soft: #9d958b; --line: #37332e; --paper: #1b1917; --card: #24211e; --accent: #d99a6c; }
            }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 Georgia, "Times New Roman", serif; }
            main, header, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem; }
            header { padding-top: 3.5rem; padding-bottom: 1rem; }
            h1 { font-weight: 400; font-size: 2.6rem; letter-spacing: .01em; margin: 0; }
            h2 { font-weight: 400; font-size: 1.6rem; margin: 3rem 0 1rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
            p { max-width: 42rem; }
            a { color: var(--accent); text-decoration: none; }
            a:hover { text-decoration: underline; }
            .scene { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1.25rem; }
            figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
            figure.first { grid-column: 1 / -1; }
            figure img { display: block; width: 100%; height: 15rem; object-fit: contain; background: var(--paper); }
            figure.first img { height: min(60vh, 34rem); }
            figcaption { padding: .7rem .9rem .8rem; }
            code, code a { font: 12px/1.5 ui-monospace, Menlo, Consolas, monospace; color: var(--soft); overflow-wrap: anywhere; }
            footer { padding: 3rem 1.5rem; color: var(--soft); }
            </style>
            </head>
            <body>
            <header>
            <h1>Vitrine</h1>
            <p>The open server for the Image Rendering protocol of Scene7 / Dynamic Media. One photograph of a product, dressed in
            any material: every picture here was rendered from the URL below it, just now. Change a URL and see.</p>
            </header>
            <main>
            """;
    private static final String BARE = """
            <h2>Up and running</h2>
            <p>Requests go to <code>/ir/render/&lt;catalog&gt;/&lt;vignette&gt;?…</code>. No gallery is configured: the setting
            <code>vitrine.gallery</code> names a file with examples to show here. How the server and its catalogs are doing is
            told at <a href="/health">/health</a>; the documentation is in the folder <code>docs</code> of the
            distribution.</p>
            """;
    private static final String FOOT = """
            </main>
            <footer><a href="/health">/health</a> tells how the server and its catalogs are doing.</footer>
            </body>
            </html>
            """;

    private GalleryPage() {}

    public static String write(Optional<Gallery> gallery) {
        StringBuilder page = new StringBuilder(HEAD);
        gallery.ifPresentOrElse(g -> g.scenes().forEach(scene -> write(page, scene)), () -> page.append(BARE));
        return page.append(FOOT).toString();
    }

    private static void write(StringBuilder page, Gallery.Scene scene) {
        page.append("<h2>").append(escape(scene.title())).append("</h2>\n<div class=\"scene\">\n");
        String style = " class=\"first\"";
        for (Gallery.Request request : scene.requests()) {
            String url = escape(request.url());
            String title = escape(request.title());
            page.append("<figure%s><a href=\"%s\"><img src=\"%s\" alt=\"%s\" loading=\"lazy\"></a>\n"
                    .formatted(style, url, url, title));
            page.append("<figcaption>%s<br><code><a href=\"%s\">%s</a></code></figcaption></figure>\n"
                    .formatted(title, url, url));
            style = "";
        }
        page.append("</div>\n");
    }

    private static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
