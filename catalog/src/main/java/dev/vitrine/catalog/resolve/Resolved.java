package dev.vitrine.catalog.resolve;

import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.value.RequestKind;
import java.util.List;

/**
 * A request of either dialect, ready to be carried out. Equal ones give the same bytes, and {@link #key} is that identity as
 * text.
 */
public sealed interface Resolved permits ResolvedRequest, ResolvedServing {
    RequestKind kind();

    /** The id of the session catalog; empty for the default catalog. */
    String catalog();

    ReplySettings reply();

    /** What was ignored or bent on the way here. */
    List<Warning> warnings();

    /** Everything that can change the reply's bytes, as text; files are in it with their length and time. */
    String key();
}
