package dev.vitrine.server.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.RequestType;
import dev.vitrine.server.cache.CacheUse;
import dev.vitrine.server.metrics.ErrorCount.Form;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    @Test
    void count_moreCatalogsThanAreToldApart_areOthers() {
        for (int i = 0; i < 600; i++) {
            metrics.count(new ErrorCount("bad-value", 2, "shop" + i, Form.STATUS));
        }
        String page = metrics.page();
        assertTrue(page.contains("catalog=\"shop499\""));
        assertFalse(page.contains("catalog=\"shop500\""));
        assertTrue(page.contains(
                "vitrine_errors_total{catalog=\"other\",class=\"2\",code=\"bad-value\",form=\"status\"} 100.0"));
        assertEquals(600, metrics.summary().get("error.bad-value"));
    }

    @Test
    void answered_isATimerWithSteps() {
        metrics.answered(RequestType.IMG, CacheUse.HIT, Outcome.DEGRADED, Duration.ofMillis(3));
        String page = metrics.page();
        assertTrue(
                page.contains(
                        "vitrine_requests_seconds_bucket{cache=\"hit\",kind=\"img\",outcome=\"degraded\",le=\"0.005\"} 1"),
                page);
        assertEquals(1, metrics.summary().get("degraded"));
        assertEquals(0, metrics.summary().get("ok"));
    }

    @Test
    void watch_isAskedWheneverThePageIs() {
        int[] value = {1};
        metrics.watch("vitrine.some.number", "for a test", () -> value[0]);
        assertTrue(metrics.page().contains("vitrine_some_number 1.0"));
        value[0] = 2;
        assertTrue(metrics.page().contains("vitrine_some_number 2.0"));
    }

    @Test
    void summary_warningsOfDegradedReplies_areNoErrors() {
        metrics.count(new ErrorCount("unknown-command", 0, "demo", Form.DEGRADED));
        assertEquals(1, metrics.summary().get("warning.unknown-command"));
        assertFalse(metrics.summary().containsKey("error.unknown-command"));
    }
}
