package dev.vitrine.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.ReplyFormat;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.TextForm;
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
        assertEquals(Optional.of(30), preview.width());
        assertEquals(Optional.of(40), preview.height());
        assertEquals(Optional.empty(), preview.scale());
        assertEquals(Optional.of(ReplyFormat.of(ImageFormat.PNG_ALPHA)), preview.format());
        assertEquals(Optional.of(new JpegQuality(80, true)), preview.quality());
        assertEquals(new RequestKind(RequestType.EXISTS, TextForm.JSON), preview.kind());
        assertEquals(Optional.of("5"), preview.id());
        assertEquals(Optional.of("f.g"), preview.handler());
    }

    @Test
    void of_nestedRequest_isNotLookedInto() {
        RequestPreview preview = preview("/a?src=is{b?req=exists&wid=3}&hei=4");
        assertEquals(RequestKind.IMAGE, preview.kind());
        assertEquals(Optional.empty(), preview.width());
        assertEquals(Optional.of(4), preview.height());
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
        assertEquals(Optional.empty(), preview.width());
        assertEquals(Optional.of(2.0), preview.scale());
    }

    private static RequestPreview preview(String text) {
        return RequestPreview.of(Requests.raw(text));
    }
}
