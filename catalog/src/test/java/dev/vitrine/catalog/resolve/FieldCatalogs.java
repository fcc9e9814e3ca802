package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.CatalogFolder;
import dev.vitrine.catalog.file.CatalogContent;
import dev.vitrine.catalog.file.CatalogLimits;
import dev.vitrine.catalog.file.CatalogLoader;
import dev.vitrine.catalog.store.CatalogStore;
import dev.vitrine.core.limit.RequestLimits;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.ParsedRequest;
import dev.vitrine.core.request.ParsedServing;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.RequestPreview;
import dev.vitrine.core.request.RequestText;
import dev.vitrine.core.request.ServingParser;
import dev.vitrine.core.request.Visitor;
import java.nio.file.Path;
import java.util.List;

/**
 * Three small companies as requests from the field know them: {@code kit} (shoes and teamwear), {@code home} (furniture, paint,
 * gifts) and {@code cup} (drinkware), each with an image catalog of that name and a material catalog with {@code Render}
 * behind it.
 */
final class FieldCatalogs {
    private final CatalogStore materials;
    private final CatalogStore images;
    private final RequestReader reader;

    FieldCatalogs(Path temp) {
        CatalogFolder render = new CatalogFolder(temp.resolve("render"));
        render.file("default.ini", CatalogFolder.DEFAULTS + "CatalogFile=shared.txt\nMacroFile=shared-macros.txt\n")
                .table("shared.txt", "Id|Color\nshared_gray|808080\n")
                .table("shared-macros.txt", "Name|Definition\nthumb|wid=100&qlt=60\n")
                .file("kit.ini", "RootId=kitRender\nRootPath=kit\nVignetteMapFile=kv.txt\nCatalogFile=km.txt\n")
                .table("kv.txt", "Id|Path\nrunner_v1|v.ovp\nrunner_v2|v.ovp\ntop_1|v.ovp\ntop_2|v.ovp\n")
                .table("km.txt", "Id|Color\nsld_black|101010\nsld_white|f4f4f4\n")
                .file("home.ini", """
                        RootId=homeRender
                        RootPath=home
                        VignetteMapFile=hv.txt
                        CatalogFile=hm.txt
                        MacroFile=hx.txt
                        OnFailObj=1
                        """)
                .table("hv.txt", """
                        Id|Path|Modifier
                        club_0030|v.ovp|
                        ring|v.ovp|
                        prod14020084_OD18|v.ovp|
                        swatch|v.ovp|
                        sofa_v3_VNT|v.ovp|
                        hd_livingroom2|v.ovp|
                        tote|v.ovp|
                        foil|v.ovp|
                        card||$vig=tote&$text=text&$color=220,220,220&vignette=homeRender/$vig$&obj=imprint&color=$color$&decal&src=is{?size=300,100&text={\\qc\\fs36 $text$}}
                        """)
                .table("hm.txt", """
                        Id|Path|Resolution|Color
                        linen_mist|linen.jpg|72|
                        weave_red|weave.jpg|96|
                        oak|oak.jpg|20|
                        border1|border.png|50|
                        """)
                .table("hx.txt", """
                        Name|Definition
                        web|wid=500&fmt=pjpeg&qlt=80
                        colored|obj=imprint&color=$tint$&wid=60
                        nested|$web$&wid=9
                        """)
                .file("cup.ini", "RootId=cupRender\nRootPath=cup\nVignetteMapFile=cv.txt\n")
                .table("cv.txt", "Id|Path\n16_warp|v.ovp\n")
                .sources("kit/v.ovp", "home/v.ovp", "cup/v.ovp", "home/linen.jpg", "home/weave.jpg", "home/oak.jpg")
                .sources("home/border.png", "home/rooms/den.ovp", "home/sofa.ovp");
        CatalogFolder serving = new CatalogFolder(temp.resolve("serving"));
        serving.file("kit.ini", "RootId=kit\nCatalogFile=k.txt\nMacroFile=x.txt\n")
                .table("k.txt", "Id|Path\nshoe|p.png\ncrest|p.png\nstyle7|p.png\n")
                .file("home.ini", "RootId=home\nCatalogFile=h.txt\nMacroFile=x.txt\n")
                .table(
                        "h.txt",
                        "Id|Path|Modifier\ncrest|p.png|\nMAIN||size=500,500&layer=1&src=is{home/crest}\nlamp_TQ|p.png|\n")
                .file("homeRender.ini", "RootId=homeRender\nCatalogFile=hr.txt\n")
                .table("hr.txt", "Id|Path\noak_101_MAIN|p.png\n")
                .file("cup.ini", "RootId=cup\nCatalogFile=c.txt\nMacroFile=x.txt\n")
                .table("c.txt", "Id|Path|Modifier\nprj-9e733f21|p.png|\ndeco3||size=900,300\nENGRAVE||size=900,300\n")
                .file("cupRender.ini", "RootId=cupRender\nCatalogFile=cr.txt\n")
                .table("cr.txt", "Id|Path|Modifier\n16_base||size=2717,1750\n16_final||size=2717,1750\n")
                .table("x.txt", "Name|Definition\nthumb|wid=100&qlt=60\nlarge|wid=900\n400px|wid=400&hei=400\n")
                .sources("p.png");
        materials = render.store();
        images = new CatalogStore(
                new CatalogLoader(serving.catalogs(), CatalogLimits.standard(), CatalogContent.IMAGES));
        reader = new RequestReader(
                RequestLimits.standard(),
                new SourcePaths(List.of(render.resources(), serving.resources())),
                materials::snapshot,
                images::snapshot);
    }

    /** What the request says by itself, before any catalog adds to it. */
    String asked(String url) {
        RawRequest raw = raw(url);
        PreparedRequest prepared = prepared(raw);
        if (raw.dialect() == Dialect.SERVING) {
            ParsedServing parsed = new ServingParser(RequestLimits.standard())
                    .parse(
                            raw.path(),
                            List.of(),
                            raw.query(),
                            List.of(),
                            prepared.session().macros(),
                            List.of());
            return RequestText.of(parsed);
        }
        ParsedRequest parsed = reader.parse(prepared);
        return RequestText.of(parsed);
    }

    /** What is meant, with every file found. */
    Resolved meant(String url) {
        RawRequest raw = raw(url);
        PreparedRequest prepared = prepared(raw);
        return raw.dialect() == Dialect.SERVING
                ? reader.readServing(prepared)
                : reader.resolve(reader.parse(prepared), prepared.session());
    }

    private PreparedRequest prepared(RawRequest raw) {
        CatalogStore store = raw.dialect() == Dialect.SERVING ? images : materials;
        return reader.prepare(raw, store.session(RequestPreview.of(raw)));
    }

    private static RawRequest raw(String url) {
        for (String context : List.of("/ir/render", "/is/render", "/is/image")) {
            if (url.startsWith(context)) {
                String rest = url.substring(context.length());
                int question = rest.indexOf('?');
                return new RawRequest(
                        context.equals("/is/image") ? Dialect.SERVING : Dialect.RENDERING,
                        question < 0 ? rest : rest.substring(0, question),
                        question < 0 ? "" : rest.substring(question + 1),
                        Visitor.local("test"));
            }
        }
        throw new IllegalArgumentException(url);
    }
}
