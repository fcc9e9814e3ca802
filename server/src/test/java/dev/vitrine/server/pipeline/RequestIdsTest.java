package dev.vitrine.server.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestIdsTest {
    private final RequestIds ids = RequestIds.numbered();

    @Test
    void choose_ofManyThreads_neverTheSameTwice() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        assertTrue(IntStream.range(0, 10_000).parallel().allMatch(i -> seen.add(ids.choose(Optional.empty()))));
    }

    @Test
    void choose_twoProcesses_differ() {
        assertNotEquals(ids.choose(Optional.empty()), RequestIds.numbered().choose(Optional.empty()));
    }

    @Test
    void choose_anIdOfOurs_isOneThatAClientMaySend() {
        String id = ids.choose(Optional.empty());
        assertTrue(id.matches("[0-9a-f]{8}-[0-9a-f]{4}-1"), id);
        assertEquals(id, ids.choose(Optional.of(id)));
        assertNotEquals("a b", ids.choose(Optional.of("a b")));
    }
}
