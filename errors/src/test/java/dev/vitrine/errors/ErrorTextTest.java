package dev.vitrine.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.model.ErrorDetail;
import dev.vitrine.catalog.model.ErrorSettings;
import dev.vitrine.catalog.model.StatusProfile;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.RequestType;
import dev.vitrine.core.value.TextForm;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ErrorTextTest {
    private static final List<String> NASTY = List.of(
            "</script><script>alert(1)</script>",
            "\"');--\\",
            "]]>&amp;<!--",
            " a=b:c#d!e \\u0041",
            "\n\r\t\0\u0007",
            "\u2028\u2029\u202e",
            "\ufffe\uffff\ud800",
            "zażółć \ud83e\ude91",
            "'{0}'");

    @Test
    void plain_byLevel_addsMessageRequestIdAndTrace() {
        Failure failure = new Failure(FailureKind.UNKNOWN_VIGNETTE, "sofa", "demo", "")
                .causedBy(new IllegalStateException("why"));
        RequestKind kind = new RequestKind(RequestType.IMG, TextForm.TEXT);
        assertEquals("Vignette not found\n", text(failure, ErrorDetail.BRIEF, kind));
        assertEquals("""
                Vignette not found
                Catalog 'demo' has no vignette 'sofa', and no file is found by that name.
                request id r-1
                """, text(failure, ErrorDetail.MESSAGE, kind));
        assertTrue(text(failure, ErrorDetail.DEBUG, kind).contains("\njava.lang.IllegalStateException: why\n    at "));
    }

    @Test
    void jsonp_always_callsS7jsonErrorAsTheFieldKnowsIt() {
        Failure failure = new Failure(FailureKind.UNKNOWN_VIGNETTE, "sofa", "demo", "");
        assertEquals(
                "/*jsonp*/s7jsonError({\"message\":\"Vignette not found\",\"title\":\"Vignette not found\","
                        + "\"code\":\"unknown-vignette\",\"class\":\"1\",\"requestId\":\"r-1\"},\"-17\");",
                text(failure, ErrorDetail.TITLE, new RequestKind(RequestType.PROPS, TextForm.JSON)));
    }

    @Test
    void properties_always_beginsWithItsStatusLineAndDate() {
        Failure failure = new Failure(FailureKind.BAD_VALUE, "wid", "undefined", "a number");
        assertEquals(
                """
                #S7Z ERROR
                #Thu Jan 01 00:00:00 UTC 1970
                error.title=Bad value
                error.message='wid\\=undefined' is not understood\\: expected a number.
                error.code=bad-value
                error.class=2
                error.requestId=r-1
                """.replace("\n", "\r\n"),
                text(failure, ErrorDetail.MESSAGE, new RequestKind(RequestType.PROPS, TextForm.TEXT)));
    }

    @Test
    void everyForm_hostileText_isReadBackUnchanged() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            StringBuilder value = new StringBuilder();
            for (int i = 0; i <= random.nextInt(4); i++) {
                value.append(NASTY.get(random.nextInt(NASTY.size())));
            }
            Failure failure = new Failure(FailureKind.SOURCE_DAMAGED, value, value)
                    .causedBy(new IllegalStateException(value.toString()));
            String message = failure.message();
            for (ErrorDetail detail : List.of(ErrorDetail.MESSAGE, ErrorDetail.DEBUG)) {
                assertEquals(message, fromProperties(failure, detail));
                assertEquals(message, fromJsonp(failure, detail));
                assertEquals(message, fromScript(failure, detail));
                assertEquals(message, fromProblem(failure, detail));
                assertEquals(message.replace('\ufffe', '\ufffd').replace('\uffff', '\ufffd'), fromXml(failure, detail));
            }
        }
    }

    @Test
    void problem_level0_hasAllPublicMembers() {
        ErrorAnswer answer = decide(
                new Failure(FailureKind.UNKNOWN_VIGNETTE, "sofa", "demo", ""),
                ErrorDetail.TITLE,
                new RequestKind(RequestType.IMG, TextForm.TEXT),
                true);
        JsonNode problem = JsonMapper.builder().build().readTree(answer.text());
        assertEquals("application/problem+json", answer.mediaType());
        assertEquals("urn:vitrine:error:unknown-vignette", problem.get("type").asString());
        assertEquals(403, problem.get("status").asInt());
        assertEquals(1, problem.get("class").asInt());
        assertEquals("unknown-vignette", problem.get("code").asString());
        assertEquals("r-1", problem.get("requestId").asString());
        assertFalse(problem.has("detail"));
    }

    private static String fromProperties(Failure failure, ErrorDetail detail) throws Exception {
        ErrorAnswer answer = decide(failure, detail, new RequestKind(RequestType.IMAGEPROPS, TextForm.TEXT), false);
        Properties read = new Properties();
        read.load(new ByteArrayInputStream(answer.body()));
        return read.getProperty("error.message");
    }

    private static String fromJsonp(Failure failure, ErrorDetail detail) {
        String text = text(failure, detail, new RequestKind(RequestType.EXISTS, TextForm.JSON));
        assertHarmlessAsHtml(text);
        String json = text.substring("/*jsonp*/s7jsonError(".length(), text.length() - ",\"-17\");".length());
        return JsonMapper.builder().build().readTree(json).get("message").asString();
    }

    private static String fromScript(Failure failure, ErrorDetail detail) {
        String text = text(failure, detail, new RequestKind(RequestType.PROPS, TextForm.JAVASCRIPT));
        assertHarmlessAsHtml(text);
        String line = text.lines()
                .filter(l -> l.startsWith("error.message="))
                .findFirst()
                .orElseThrow();
        String quoted = line.substring("error.message='".length(), line.length() - "';".length());
        assertFalse(quoted.contains("'"), line);
        return JsonMapper.builder().build().readTree('"' + quoted + '"').asString();
    }

    private static String fromProblem(Failure failure, ErrorDetail detail) {
        ErrorAnswer answer = decide(failure, detail, new RequestKind(RequestType.IMG, TextForm.TEXT), true);
        return JsonMapper.builder()
                .build()
                .readTree(answer.body())
                .get("detail")
                .asString();
    }

    private static String fromXml(Failure failure, ErrorDetail detail) throws Exception {
        String text = text(failure, detail, new RequestKind(RequestType.CONTENTS, TextForm.TEXT));
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler()); // what is wrong is thrown, and not printed too
        Document document = builder.parse(new InputSource(new StringReader(text)));
        return document.getElementsByTagName("message").item(0).getTextContent();
    }

    private static void assertHarmlessAsHtml(String text) {
        assertFalse(text.contains("<") || text.contains("&"), text);
    }

    private static String text(Failure failure, ErrorDetail detail, RequestKind kind) {
        return decide(failure, detail, kind, false).text();
    }

    private static ErrorAnswer decide(Failure failure, ErrorDetail detail, RequestKind kind, boolean problemJson) {
        return new ErrorPolicy()
                .decide(
                        failure,
                        new ErrorSettings(detail, Optional.empty(), StatusProfile.PROTOCOL),
                        new Wanted(kind, problemJson, "r-1", Optional.of("-17"), Instant.EPOCH, List.of()));
    }
}
