package dev.vitrine.catalog.resolve;

import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.vitrine.catalog.model.OnFail;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.value.CacheControl;
import dev.vitrine.core.value.RequestKind;
import dev.vitrine.core.value.ScriptCall;
import java.util.List;
import java.util.Optional;

/**
 * What will be done: nothing is absent that the work needs, every file is found, every default filled in.
 *
 * <p>Two equal resolved requests give the same bytes. {@link #key()} is that identity as text: cache key, ETag and
 * single-flight key are made of it.
 *
 * @param catalog id of the session catalog; empty for the default catalog
 * @param vignette absent only for kinds that need none
 * @param userData {@code req=userdata}: of the record that the path names, or else of the one that it leads to
 * @param groupLevel {@code req=map}: 0 for the outermost groups, -1 for the innermost
 * @param call how a JSONP reply calls back
 * @param warnings what was ignored or bent on the way here
 */
public record ResolvedRequest(
        RequestKind kind,
        String catalog,
        Optional<Vignette> vignette,
        Optional<String> userData,
        List<ResolvedSegment> segments,
        OnFail onFailObject,
        OnFail onFailPick,
        boolean showOverlapObjects,
        ReplySettings reply,
        int groupLevel,
        ScriptCall call,
        List<Warning> warnings)
        implements Resolved {
    public ResolvedRequest {
        segments = segments.stream().collect(toImmutableList());
        warnings = warnings.stream().collect(toImmutableList());
    }

    /**
     * Everything that can change the bytes of a picture or a tree, as text; files are in it with their length and time. Who
     * may keep the reply, and how a script is called back, is not.
     */
    @Override
    public String key() {
        return new ResolvedRequest(
                        kind,
                        catalog,
                        vignette,
                        userData,
                        segments,
                        onFailObject,
                        onFailPick,
                        showOverlapObjects,
                        reply.with(CacheControl.ON),
                        groupLevel,
                        ScriptCall.STANDARD,
                        warnings)
                .toString();
    }
}
