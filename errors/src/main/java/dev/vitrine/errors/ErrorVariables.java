package dev.vitrine.errors;

import com.google.common.collect.ImmutableMap;
import dev.vitrine.catalog.model.ErrorDetail;
import dev.vitrine.core.failure.Failure;
import java.util.Map;

/**
 * What the template of an error image may say, by the names of its variables: {@code error.title}, {@code error.message},
 * {@code error.detail} (the message, or empty where it may not be told), {@code error.code}, {@code error.class} and {@code request.id}. The catalog's level of detail decides; a picture never
 * says more than level 2. What may not be said is the title, or empty.
 */
public final class ErrorVariables {
    private ErrorVariables() {}

    public static Map<String, String> of(Failure failure, ErrorDetail detail, String requestId) {
        boolean mayTell = detail.atLeast(ErrorDetail.MESSAGE);
        return ImmutableMap.of(
                "error.detail",
                mayTell ? failure.message() : "",
                "error.title",
                failure.title(),
                "error.message",
                mayTell ? failure.message() : failure.title(),
                "error.code",
                failure.kind().code(),
                "error.class",
                String.valueOf(failure.kind().errorClass().number()),
                "request.id",
                mayTell ? requestId : "");
    }
}
