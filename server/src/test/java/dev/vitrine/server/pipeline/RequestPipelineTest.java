package dev.vitrine.server.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.vitrine.catalog.model.ErrorDetail;
import dev.vitrine.catalog.model.ErrorSettings;
import dev.vitrine.catalog.model.Expiration;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.catalog.model.StatusProfile;
import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.Resolved;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.failure.WarningKind;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.errors.ErrorAnswer;
import dev.vitrine.errors.ErrorPolicy;
import dev.vitrine.errors.Wanted;
import dev.vitrine.render.Rendered;
import dev.vitrine.server.cache.CacheUse;
import dev.vitrine.server.metrics.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestPipelineTest {
    private static final ErrorSettings WITH_IMAGE =
            new ErrorSettings(ErrorDetail.MESSAGE, Optional.of("error.png"), StatusProfile.SEMANTIC);

    @Test
    void answer_errorImageThatFails_sendsTheSpareOnce() {
        for (Throwable trouble :
                List.of(Failures.sourceDamaged("error.png", "broken"), new OutOfMemoryError("no room"))) {
            CountingRenderer renderer = new CountingRenderer(trouble);
            Reply reply = pipeline(Requests.interpreter(WITH_IMAGE), renderer)
                    .answer(raw("/missing"), Conditional.NONE, Deadline.never());
            assertEquals(404, reply.status());
            assertTrue(text(reply).startsWith("Vignette not found\nCatalog 'demo'"), text(reply));
            assertEquals(1, renderer.errorImages);
        }
    }

    @Test
    void answer_errorImageThatIsNoFile_sendsTheSpare() {
        ErrorSettings settings = new ErrorSettings(ErrorDetail.TITLE, Optional.of("nowhere"), StatusProfile.PROTOCOL);
        Reply reply = pipeline(Requests.interpreter(settings), new CountingRenderer(null))
                .answer(raw("/missing"), Conditional.NONE, Deadline.never());
        assertEquals(403, reply.status());
        assertEquals("Vignette not found\n", text(reply));
    }

    @Test
    void answer_interpreterWithABug_isInternalAndSilent() {
        Interpreter broken = raw -> {
            throw new IllegalStateException("secret");
        };
        Reply reply =
                pipeline(broken, new CountingRenderer(null)).answer(raw("/fine"), Conditional.NONE, Deadline.never());
        assertEquals(500, reply.status());
        assertEquals("Internal error\n", text(reply));
    }

    @Test
    void answer_pastItsDeadline_isNotEvenTried() {
        CountingRenderer renderer = new CountingRenderer(null);
        Reply reply = pipeline(Requests.interpreter(ErrorSettings.SILENT), renderer)
                .answer(raw("/fine"), Conditional.NONE, Deadline.in(Duration.ZERO, System::nanoTime));
        assertEquals(503, reply.status());
        assertEquals(0, renderer.pictures);
    }

    @Test
    void answerKnown_whatWasAnswered_isTheSameAnswerForTheNextVisitor() {
        RequestPipeline pipeline = pipeline(Requests.interpreter(ErrorSettings.SILENT), new CountingRenderer(null));
        for (String path : List.of("/fine", "/dated", "/never", "/at-once")) {
            assertEquals(Optional.empty(), pipeline.answerKnown(raw(path), Conditional.NONE), path);
            Reply first = pipeline.answer(raw(path), Conditional.NONE, Deadline.never());
            RawRequest next = new RawRequest(Dialect.RENDERING, path, "", Visitor.local("r-2"));
            for (Conditional conditional : List.of(
                    Conditional.NONE,
                    Conditional.of(first.etag(), Optional.empty()),
                    Conditional.of(Optional.of("*"), Optional.empty()),
                    Conditional.of(Optional.of("\"other\""), Optional.empty()),
                    since("Thu, 01 Jan 1970 00:00:02 GMT"))) {
                Reply slow = pipeline.answer(next, conditional, Deadline.never());
                Reply quick = pipeline.answerKnown(next, conditional).orElseThrow();
                assertEquals(slow.status(), quick.status(), path + conditional);
                assertEquals(slow.cacheUse(), quick.cacheUse(), path + conditional);
                assertEquals(slow.outcome(), quick.outcome(), path + conditional);
                assertEquals(fields(slow), fields(quick), path + conditional);
                assertEquals("r-2", quick.requestId());
            }
        }
    }

    @Test
    void answerKnown_whatCouldNotBeRead_isTheSameAnswer() {
        RequestPipeline pipeline = pipeline(Requests.interpreter(ErrorSettings.SILENT), new CountingRenderer(null));
        RawRequest raw = raw("/missing");
        assertEquals(Optional.empty(), pipeline.answerKnown(raw, Conditional.NONE));
        Reply first = pipeline.answer(raw, Conditional.NONE, Deadline.never());
        Reply again = pipeline.answerKnown(raw, Conditional.NONE).orElseThrow();
        assertEquals(CacheUse.REMEMBERED, again.cacheUse());
        assertEquals(first.status(), again.status());
        assertArrayEquals(first.body(), again.body());
    }

    @Test
    void answerKnown_thatBreaks_leavesTheAnswerToTheLongWay() {
        Interpreter broken = new Interpreter() {
            @Override
            public Reading open(RawRequest raw) {
                return Requests.interpreter(ErrorSettings.SILENT).open(raw);
            }

            @Override
            public String identity(RawRequest raw) {
                throw new IllegalStateException("a bug");
            }
        };
        RequestPipeline pipeline = pipeline(broken, new CountingRenderer(null));
        assertEquals(Optional.empty(), pipeline.answerKnown(raw("/fine"), Conditional.NONE));
        assertEquals(
                500,
                pipeline.answer(raw("/fine"), Conditional.NONE, Deadline.never())
                        .status());
    }

    @Test
    void answerKnown_ownFaultOrTextWithADate_isNotKnown() {
        RequestPipeline pipeline = pipeline(Requests.interpreter(ErrorSettings.SILENT), new CountingRenderer(null));
        for (RawRequest raw :
                List.of(raw("/bug"), new RawRequest(Dialect.RENDERING, "/fine", "req=props", Visitor.local("r-1")))) {
            pipeline.answer(raw, Conditional.NONE, Deadline.never());
            assertEquals(Optional.empty(), pipeline.answerKnown(raw, Conditional.NONE), raw.path());
        }
    }

    @Test
    void understood_ofOneAddress_isForNoOther() {
        Understood filtered = new Understood(
                "key",
                RequestKind.IMAGE,
                "",
                CacheControl.ON,
                Optional.of("\"tag\""),
                Expiration.NEVER,
                Optional.empty(),
                true,
                false,
                List.of(),
                Optional.of("192.0.2.1"));
        assertTrue(filtered.holdsFor(new Visitor("192.0.2.1", "r-1", false)));
        assertFalse(filtered.holdsFor(new Visitor("192.0.2.2", "r-1", false)));
    }

    @Test
    void answer_textWithADate_isNeitherTaggedNorKept() {
        CountingRenderer renderer = new CountingRenderer(null);
        RequestPipeline pipeline = pipeline(Requests.interpreter(ErrorSettings.SILENT), renderer);
        RawRequest props = new RawRequest(Dialect.RENDERING, "/fine", "req=props", Visitor.local("r-1"));
        pipeline.answer(props, Conditional.NONE, Deadline.never());
        Reply second = pipeline.answer(props, Conditional.of(Optional.of("*"), Optional.empty()), Deadline.never());
        assertEquals(200, second.status());
        assertEquals(Optional.empty(), second.etag());
        assertEquals(CacheUse.NONE, second.cacheUse());
        assertEquals(2, renderer.pictures);
    }

    @Test
    void answer_timeStampSent_isNotModifiedSinceItsSecond() {
        assertEquals(List.of("Thu, 01 Jan 1970 00:00:01 GMT"), lastModified(ask("/dated", Conditional.NONE)));
        assertEquals(304, ask("/dated", since("Thu, 01 Jan 1970 00:00:01 GMT")).status());
        assertEquals(
                304, ask("/dated", since("Thursday, 01-Jan-70 00:00:02 GMT")).status());
        assertEquals(304, ask("/dated", since("Thu Jan  1 00:00:01 1970")).status());
        assertEquals(200, ask("/dated", since("Thu, 01 Jan 1970 00:00:00 GMT")).status());
        assertEquals(200, ask("/dated", since("soon")).status());
        Conditional both = Conditional.of(Optional.of("\"other\""), Optional.of("Thu, 01 Jan 1970 00:00:09 GMT"));
        assertEquals(200, ask("/dated", both).status(), "where there are tags, the date does not count");
    }

    @Test
    void answer_timeStampNotSent_doesNotCount() {
        assertEquals(List.of(), lastModified(ask("/fine", Conditional.NONE)));
        assertEquals(200, ask("/fine", since("Fri, 01 Jan 2038 00:00:00 GMT")).status());
    }

    @Test
    void answer_neverExpires_isNeverModified() {
        assertEquals(304, ask("/never", since("Thu, 01 Jan 1970 00:00:00 GMT")).status());
        Reply old = ask("/never", Conditional.of(Optional.of("\"from an older catalog\""), Optional.empty()));
        assertEquals(304, old.status());
        assertEquals(Optional.empty(), old.etag(), "the client keeps the one it has");
        assertEquals(200, ask("/never", Conditional.NONE).status());
        assertEquals(200, ask("/fine", since("Thu, 01 Jan 1970 00:00:00 GMT")).status());
    }

    private static Reply ask(String path, Conditional conditional) {
        return pipeline(Requests.interpreter(ErrorSettings.SILENT), new CountingRenderer(null))
                .answer(raw(path), conditional, Deadline.never());
    }

    private static Conditional since(String date) {
        return Conditional.of(Optional.empty(), Optional.of(date));
    }

    private static ListMultimap<String, String> fields(Reply reply) {
        ListMultimap<String, String> fields = ArrayListMultimap.create();
        ReplyHeaders.write(reply, Instant.EPOCH, fields::put);
        return fields;
    }

    private static List<String> lastModified(Reply reply) {
        return fields(reply).get("Last-Modified");
    }

    @Test
    void answer_failureThatLasts_isRemembered() {
        CountingRenderer renderer = new CountingRenderer(null);
        RequestPipeline pipeline = pipeline(Requests.interpreter(WITH_IMAGE), renderer);
        assertEquals(
                CacheUse.NONE,
                pipeline.answer(raw("/missing"), Conditional.NONE, Deadline.never())
                        .cacheUse());
        RawRequest other = new RawRequest(Dialect.RENDERING, "/missing", "", Visitor.local("r-2"));
        Reply again = pipeline.answer(other, Conditional.NONE, Deadline.never());
        assertEquals(CacheUse.REMEMBERED, again.cacheUse());
        assertEquals("r-2", again.requestId());
        assertEquals("r-1", again.error().orElseThrow().first());
        assertEquals(1, renderer.errorImages);
    }

    @Test
    void answer_rememberedText_hasTheRequestIdOfEach() {
        ErrorSettings settings = new ErrorSettings(ErrorDetail.MESSAGE, Optional.empty(), StatusProfile.PROTOCOL);
        RequestPipeline pipeline = pipeline(Requests.interpreter(settings), new CountingRenderer(null));
        for (String id : List.of("r-1", "r-2")) {
            RawRequest raw = new RawRequest(Dialect.RENDERING, "/missing", "", Visitor.local(id));
            assertTrue(text(pipeline.answer(raw, Conditional.NONE, Deadline.never()))
                    .endsWith("\nrequest id " + id + "\n"));
        }
    }

    @Test
    void answer_problemJson_hasAMemoryOfItsOwn() {
        CountingRenderer renderer = new CountingRenderer(null);
        RequestPipeline pipeline = pipeline(Requests.interpreter(WITH_IMAGE), renderer);
        Visitor machine = new Visitor("127.0.0.1", "r-1", true);
        RawRequest problem = new RawRequest(Dialect.RENDERING, "/missing", "", machine);
        assertEquals(
                404,
                pipeline.answer(problem, Conditional.NONE, Deadline.never()).status());
        assertEquals(
                200,
                pipeline.answer(raw("/missing"), Conditional.NONE, Deadline.never())
                        .status());
        assertEquals(
                404,
                pipeline.answer(problem, Conditional.NONE, Deadline.never()).status());
    }

    @Test
    void answer_failureOfTheServerItself_isNeverRemembered() {
        RequestPipeline pipeline = pipeline(Requests.interpreter(ErrorSettings.SILENT), new CountingRenderer(null));
        Deadline past = Deadline.in(Duration.ZERO, System::nanoTime);
        assertEquals(503, pipeline.answer(raw("/fine"), Conditional.NONE, past).status());
        assertEquals(
                200,
                pipeline.answer(raw("/fine"), Conditional.NONE, Deadline.never())
                        .status());
        pipeline.refuse(raw("/fine"), Failures.tooBusy(3));
        assertEquals(
                200,
                pipeline.answer(raw("/fine"), Conditional.NONE, Deadline.never())
                        .status());
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    CacheUse.NONE,
                    pipeline.answer(raw("/bug"), Conditional.NONE, Deadline.never())
                            .cacheUse());
        }
    }

    @Test
    void answer_cacheOff_isAlwaysReadAnew() {
        RequestPipeline pipeline = pipeline(Requests.interpreter(ErrorSettings.SILENT), new CountingRenderer(null));
        RawRequest raw = new RawRequest(Dialect.RENDERING, "/missing", "cache=off", Visitor.local("r-1"));
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    CacheUse.NONE,
                    pipeline.answer(raw, Conditional.NONE, Deadline.never()).cacheUse());
        }
    }

    @Test
    void headers_ofRulesOnAnError_doNotMakeItLast() {
        List<ReplyHeader> rules = List.of(
                new ReplyHeader("Cache-Control", "public, max-age=900", false),
                new ReplyHeader("EXPIRES", "never", true),
                new ReplyHeader("X-New", "1", false));
        Failure failure = Failures.badValue("wid", "x", "a number").failure();
        ErrorAnswer answer = new ErrorPolicy()
                .decide(
                        failure,
                        ErrorSettings.SILENT,
                        new Wanted(RequestKind.IMAGE, false, "r-1", Optional.empty(), Instant.EPOCH, List.of()));
        Reply reply = new Reply(
                403,
                RequestKind.IMAGE,
                "text/plain",
                new byte[0],
                "r-1",
                Optional.empty(),
                answer.expiration(),
                Optional.empty(),
                List.of(),
                false,
                rules,
                Optional.of(new ErrorOutcome(failure, answer, false, "r-1")),
                CacheUse.NONE);
        ListMultimap<String, String> fields = fields(reply);
        assertEquals(List.of("no-store, max-age=0"), fields.get("Cache-Control"));
        assertEquals(List.of("Thu, 01 Jan 1970 00:00:00 GMT"), fields.get("Expires"));
        assertEquals(List.of("1"), fields.get("X-New"));
    }

    @Test
    void headers_warnings_areCodesOnlyUnlessTheCatalogTrustsItsReaders() {
        Warning warning = Warning.of(WarningKind.IGNORED, "zażółć\r\nX-Evil: 1", "why");
        assertEquals(
                Collections.nCopies(8, "ignored"),
                fields(reply(Collections.nCopies(20, warning), false)).get("X-Vitrine-Warning"));
        assertEquals(
                List.of("ignored; 'za??????X-Evil: 1' has no effect here: why"),
                fields(reply(List.of(warning), true)).get("X-Vitrine-Warning"));
    }

    @Test
    void headers_ofRules_replaceOrJoinTheServersOwn() {
        List<ReplyHeader> rules = List.of(
                new ReplyHeader("cache-control", "no-store", false),
                new ReplyHeader("X-New", "1", true),
                new ReplyHeader("x-new", "2", true));
        ListMultimap<String, String> fields = fields(reply(List.of(), false, rules));
        assertEquals(List.of("no-store"), fields.get("Cache-Control"));
        assertEquals(List.of("1, 2"), fields.get("X-New"));
        assertEquals(List.of(), fields.get("cache-control"));
    }

    @Test
    void entityTag_differsByEngineAndKey() {
        assertEquals(new EntityTag("1").of("key"), new EntityTag("1").of("key"));
        assertEquals(
                3,
                List.of(new EntityTag("1").of("key"), new EntityTag("2").of("key"), new EntityTag("1").of("yek"))
                        .stream()
                        .distinct()
                        .count());
    }

    private static RequestPipeline pipeline(Interpreter interpreter, Renderer renderer) {
        return new RequestPipeline(
                interpreter,
                renderer,
                new Caches(1 << 20, 1 << 20, Duration.ofSeconds(5), System::nanoTime),
                new Metrics(),
                "test",
                Duration.ofSeconds(1),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                System::nanoTime);
    }

    private static RawRequest raw(String path) {
        return new RawRequest(Dialect.RENDERING, path, "", Visitor.local("r-1"));
    }

    private static Reply reply(List<Warning> warnings, boolean spelled) {
        return reply(warnings, spelled, List.of());
    }

    private static Reply reply(List<Warning> warnings, boolean spelled, List<ReplyHeader> headers) {
        return new Reply(
                200,
                RequestKind.IMAGE,
                "image/png",
                new byte[0],
                "r-1",
                Optional.empty(),
                Expiration.NEVER,
                Optional.empty(),
                warnings,
                spelled,
                headers,
                Optional.empty(),
                CacheUse.MISS);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    /** Draws nothing, and fails at error images as it is told. */
    private static final class CountingRenderer implements Renderer {
        private final Throwable trouble;
        private int pictures;
        private int errorImages;

        CountingRenderer(Throwable trouble) {
            this.trouble = trouble;
        }

        @Override
        public Rendered answer(Resolved request, Deadline deadline, Instant now) {
            pictures++;
            return new Rendered(new byte[0], "image/png", List.of());
        }

        @Override
        public Rendered errorImage(SourceFile image, ReplySettings reply, Deadline deadline) {
            errorImages++;
            return errorImage();
        }

        @Override
        public Rendered errorImage(ResolvedServing template, Deadline deadline) {
            errorImages++;
            return errorImage();
        }

        private Rendered errorImage() {
            if (trouble instanceof RuntimeException e) {
                throw e;
            }
            if (trouble instanceof Error e) {
                throw e;
            }
            return new Rendered(new byte[0], "image/png", List.of());
        }
    }
}
