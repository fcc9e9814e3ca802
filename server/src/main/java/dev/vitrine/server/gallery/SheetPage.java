package dev.vitrine.server.gallery;

import com.google.common.html.HtmlEscapers;
import java.util.Base64;

/** Writes a contact sheet as one HTML file that holds its pictures, needs nothing else, and runs nothing. */
public final class SheetPage {
    private static final int LONGEST_TEXT = 4000;
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { --ink: #23211e; --soft: #77716a; --line: #e4dfd8; --paper: #faf8f5; --card: #fff; --wrong: #b3261e; }
            * { box-sizing: border-box; }
            body { margin: 0 auto; max-width: 110rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
              font: 14px/1.45 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
            h1 { font-weight: 500; font-size: 1.7rem; margin: 0; }
            h2 { font-weight: 500; font-size: 1.2rem; margin: 2rem 0 .3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
            p { max-width: 60rem; margin: .2rem 0 .8rem; color: var(--soft); }
            nav a { margin-right: .9rem; }
            .cells { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .8rem; }
            figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 4px; overflow: hidden; }
            figure.wrong { border: 2px solid var(--wrong); }
            figure img { display: block; width: 100%%; height: 13rem; object-fit: contain;
              background: repeating-conic-gradient(#ddd 0 25%%, #fff 0 50%%) 0 0 / 16px 16px; }
            figure pre, figure .file { display: block; margin: 0; height: 13rem; padding: .6rem; overflow: auto; font-size: 11px; }
            figcaption { padding: .45rem .6rem .55rem; }
            code { font: 11px/1.4 ui-monospace, Menlo, Consolas, monospace; color: var(--soft); overflow-wrap: anywhere; }
            .note { color: var(--soft); } .wrong .note { color: var(--wrong); font-weight: 600; }
            </style>
            </head>
            <body>
            """;

    private SheetPage() {}

    public static String write(Sheet sheet) {
        StringBuilder page = new StringBuilder(HEAD.formatted(escape(sheet.title())));
        page.append("<h1>").append(escape(sheet.title())).append("</h1>\n");
        page.append("<p>").append(escape(sheet.text())).append("</p>\n<nav>");
        for (int i = 0; i < sheet.sections().size(); i++) {
            String title = escape(sheet.sections().get(i).title());
            page.append("<a href=\"#s%d\">%s</a>".formatted(i, title));
        }
        page.append("</nav>\n");
        for (int i = 0; i < sheet.sections().size(); i++) {
            write(page, i, sheet.sections().get(i));
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private static void write(StringBuilder page, int number, Sheet.Section section) {
        page.append("<h2 id=\"s%d\">%s</h2>\n".formatted(number, escape(section.title())));
        if (!section.text().isEmpty()) {
            page.append("<p>").append(escape(section.text())).append("</p>\n");
        }
        page.append("<div class=\"cells\">\n");
        section.cells().forEach(cell -> write(page, cell));
        page.append("</div>\n");
    }

    private static void write(StringBuilder page, Sheet.Cell cell) {
        page.append(cell.isWrong() ? "<figure class=\"wrong\">" : "<figure>");
        if (cell.isShown()) {
            page.append("<img alt=\"").append(escape(cell.title())).append("\" src=\"data:");
            page.append(cell.mediaType()).append(";base64,");
            page.append(Base64.getEncoder().encodeToString(cell.body())).append("\">");
        } else if (cell.isText()) {
            String text = cell.text();
            page.append("<pre>").append(escape(text.substring(0, Math.min(LONGEST_TEXT, text.length()))));
            page.append("</pre>");
        } else {
            page.append("<span class=\"file\">").append(escape(cell.mediaType()));
            page.append(", ").append(cell.body().length).append(" bytes</span>");
        }
        page.append("<figcaption>").append(escape(cell.title()));
        if (!cell.code().isEmpty()) {
            page.append("<br><code>").append(escape(cell.code())).append("</code>");
        }
        if (!cell.note().isEmpty()) {
            page.append("<br><span class=\"note\">").append(escape(cell.note())).append("</span>");
        }
        page.append("</figcaption></figure>\n");
    }

    private static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
