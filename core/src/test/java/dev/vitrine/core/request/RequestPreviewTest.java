package dev.vitrine.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.ReplyFormat;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.TextForm;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestPreviewTest {
    @Test
    void of_nothing_asksForTheBanner() {
        for (String text : new String[] {"", "/", "?", "/?&", "?.comment"}) {
            assertEquals(RequestType.BANNER, preview(text).kind().type(), text);
        }
        assertEquals(RequestType.IMG, preview("/a").kind().type());
        assertEquals(RequestType.IMG, preview("?wid=3").kind().type());
    }

    @Test
    void of_brokenRequest_keepsWhatCanBeRead() {
        RequestPreview preview =
                preview("/my%20shop%zz/a%00?wid=30&wid=undefined&hei=$h$&$h=40&fmt=png-alpha&qlt=80,1&color=xyz"
                        + "&src=is{b?wid=7&req=exists,json&id=5&handler=f.g");
        assertEquals(Optional.of("my shop%zz"), preview.firstElement());
        assertEquals(Optional.of(30), preview.view().find(RenderCommands.WID));
        assertEquals(Optional.of(40), preview.view().find(RenderCommands.HEI));
        assertEquals(Optional.empty(), preview.view().find(RenderCommands.SCL));
        assertEquals(
                Optional.of(ReplyFormat.of(ImageFormat.PNG_ALPHA)),
                preview.view().find(RenderCommands.FMT));
        assertEquals(Optional.of(new JpegQuality(80, true)), preview.view().find(RenderCommands.QLT));
        assertEquals(new RequestKind(RequestType.EXISTS, TextForm.JSON), preview.kind());
        assertEquals(Optional.of("5"), preview.id());
        assertEquals(Optional.of("f.g"), preview.view().find(RenderCommands.HANDLER));
    }

    @Test
    void of_nestedRequest_isNotLookedInto() {
        RequestPreview preview = preview("/a?src=is{b?req=exists&wid=3}&hei=4");
        assertEquals(RequestKind.IMAGE, preview.kind());
        assertEquals(Optional.empty(), preview.view().find(RenderCommands.WID));
        assertEquals(Optional.of(4), preview.view().find(RenderCommands.HEI));
    }

    @Test
    void of_severalReqs_takesTheLastReadable() {
        assertEquals(
                RequestType.PROPS,
                preview("/a?req=exists&req=props&req=nonsense").kind().type());
    }

    @Test
    void of_scaleAfterWidth_cancelsIt() {
        RequestPreview preview = preview("/a?wid=3&scl=2");
        assertEquals(Optional.empty(), preview.view().find(RenderCommands.WID));
        assertEquals(Optional.of(2.0), preview.view().find(RenderCommands.SCL));
    }

    @Test
    void of_macrosAndRecords_areHeardInTheirPlace() {
        Macros macros = name -> name.equals("big")
                ? Optional.of("wid=900&hei=90&req=object")
                : name.equals("loop") ? Optional.of("$loop$&qlt=5") : Optional.empty();
        RequestPreview preview = RequestPreview.of(
                Requests.raw("/a?$big$&wid=30&$unheard$&$loop$"), List.of("fmt=png&hei=1"), List.of("scl=2"), macros);
        assertEquals(Optional.of(2.0), preview.view().find(RenderCommands.SCL));
        assertEquals(Optional.empty(), preview.view().find(RenderCommands.WID));
        assertEquals(
                Optional.of(ReplyFormat.of(ImageFormat.PNG)), preview.view().find(RenderCommands.FMT));
        assertEquals(Optional.of(new JpegQuality(5, false)), preview.view().find(RenderCommands.QLT));
        assertEquals(RequestType.OBJECT, preview.kind().type());
    }

    @Test
    void of_typeNobodyKnows_isNoPictureAndKeepsItsForm() {
        assertEquals(
                new RequestKind(RequestType.USERDATA, TextForm.JSON),
                preview("/a?req=set,json").kind());
        assertEquals(
                new RequestKind(RequestType.USERDATA, TextForm.TEXT),
                preview("/a?req=nonsense").kind());
    }

    private static RequestPreview preview(String text) {
        return RequestPreview.of(Requests.raw(text));
    }
}
