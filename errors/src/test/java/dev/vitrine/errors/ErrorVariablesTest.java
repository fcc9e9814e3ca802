package dev.vitrine.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.vitrine.catalog.model.ErrorDetail;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.failure.FailureKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorVariablesTest {
    @Test
    void of_level0_saysNothingOfTheRequest() {
        for (FailureKind kind : FailureKind.values()) {
            Failure failure = new Failure(kind, "MARK", "MARK", "MARK");
            Map<String, String> said = ErrorVariables.of(failure, ErrorDetail.TITLE, "MARK");
            assertFalse(said.values().stream().anyMatch(v -> v.contains("MARK")), kind.code());
            assertEquals(kind.title(), said.get("error.message"));
        }
    }

    @Test
    void of_level3_saysTheMessageAndNoTrace() {
        Failure failure = new Failure(FailureKind.INTERNAL, "boom").causedBy(new IllegalStateException("boom"));
        Map<String, String> said = ErrorVariables.of(failure, ErrorDetail.DEBUG, "r-1");
        assertEquals(failure.message(), said.get("error.message"));
        assertEquals("r-1", said.get("request.id"));
        assertEquals("3", said.get("error.class"));
    }
}
