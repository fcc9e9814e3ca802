package dev.vitrine.catalog.resolve;

import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.catalog.store.Session;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.RequestPreview;
import java.util.List;
import java.util.Optional;

/**
 * A request once its catalog's rules have had their say.
 *
 * @param raw what is parsed
 * @param preview what can be known of it without failing
 * @param session with the attributes that rules override; it also says how errors are answered
 * @param headers header fields for the reply, whatever becomes of the request
 * @param rules the names of the rules that matched
 * @param refusal why the request must not be carried out
 */
public record PreparedRequest(
        RawRequest raw,
        RequestPreview preview,
        Session session,
        List<ReplyHeader> headers,
        List<String> rules,
        Optional<Failure> refusal) {
    public PreparedRequest {
        headers = List.copyOf(headers);
        rules = List.copyOf(rules);
    }
}
