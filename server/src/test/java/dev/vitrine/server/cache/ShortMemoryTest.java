package dev.vitrine.server.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ShortMemoryTest {
    private final AtomicLong now = new AtomicLong();

    private ShortMemory<String> memory(long bytes, Duration life) {
        return new ShortMemory<>(bytes, life, String::length, now::get);
    }

    private void pass(long millis) {
        now.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void find_withinItsLife_isThereAndThenForgotten() {
        ShortMemory<String> memory = memory(100_000, Duration.ofSeconds(4));
        memory.keep("a", "why", 1);
        pass(2_990);
        assertEquals(Optional.of("why"), memory.find("a"));
        pass(2_020);
        assertEquals(Optional.empty(), memory.find("a"));
        assertEquals(1, memory.stats().hits());
    }

    @Test
    void keep_manyAtOnce_areNotForgottenAtOnce() {
        ShortMemory<String> memory = memory(10_000_000, Duration.ofSeconds(4));
        for (int i = 0; i < 1000; i++) {
            memory.keep("request " + i, "why", 1);
        }
        int before = 1000;
        for (int tenth = 0; tenth < 20; tenth++) {
            pass(tenth == 0 ? 3_100 : 100);
            int left = 0;
            for (int i = 0; i < 1000; i++) {
                left += memory.find("request " + i).isPresent() ? 1 : 0;
            }
            assertTrue(before - left < 200, before + " fell to " + left);
            before = left;
        }
        assertEquals(0, before);
    }

    @Test
    void keep_aShareOfTheLife_isForgottenSooner() {
        ShortMemory<String> memory = memory(100_000, Duration.ofSeconds(10));
        memory.keep("a", "why", 0.1);
        pass(1_300);
        assertEquals(Optional.empty(), memory.find("a"));
    }

    @Test
    void keep_moreThanItsBytes_forgetsSome() {
        ShortMemory<String> memory = memory(10_000, Duration.ofSeconds(4));
        for (int i = 0; i < 1000; i++) {
            memory.keep("request " + i, "x".repeat(100), 1);
        }
        assertTrue(memory.stats().bytes() <= 10_000);
        assertTrue(memory.stats().failures() < 40);
    }

    @Test
    void keep_withoutALife_keepsNothing() {
        ShortMemory<String> memory = memory(10_000, Duration.ZERO);
        memory.keep("a", "why", 1);
        assertEquals(Optional.empty(), memory.find("a"));
    }
}
