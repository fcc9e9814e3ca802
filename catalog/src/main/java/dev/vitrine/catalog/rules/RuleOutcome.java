package dev.vitrine.catalog.rules;

import dev.vitrine.catalog.model.CatalogAttributes;
import dev.vitrine.catalog.model.ReplyHeader;
import dev.vitrine.core.failure.Failure;
import dev.vitrine.core.request.RawRequest;
import java.util.List;
import java.util.Optional;

/**
 * What the rules made of a request.
 *
 * @param request rewritten as far as rules matched
 * @param overrides catalog attributes for this request
 * @param headers header fields for the reply, with variables not yet filled in
 * @param matched the names of the rules that matched, in order
 * @param refusal why the request must not be carried out
 */
public record RuleOutcome(
        RawRequest request,
        CatalogAttributes overrides,
        List<ReplyHeader> headers,
        List<String> matched,
        Optional<Failure> refusal) {
    public RuleOutcome {
        headers = List.copyOf(headers);
        matched = List.copyOf(matched);
    }
}
