package dev.vitrine.catalog.lock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.catalog.model.LockKey;
import dev.vitrine.core.failure.FailureKind;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RequestUnlockerTest {
    private static final LockKey KEY = new LockKey("a secret of some length".getBytes(US_ASCII));
    private static final LockMode OPEN = new LockMode(false, false, Optional.of(KEY));
    private static final LockMode OBSCURED = new LockMode(true, false, Optional.empty());
    private static final LockMode SUMMED = new LockMode(false, true, Optional.empty());
    private static final LockMode KEYED = new LockMode(false, true, Optional.of(KEY));

    private final RequestUnlocker unlocker = new RequestUnlocker();

    @Test
    void sum_isTheProtocols() {
        assertEquals("0000", RequestUnlocker.sum(""));
        assertEquals("0061", RequestUnlocker.sum("a"));
        assertEquals("3205", RequestUnlocker.sum("ab")); // 97 * 131 + 98
        assertEquals("ffff", RequestUnlocker.sum("\u00ff")); // a byte is signed
    }

    @Test
    void open_sum_comesOffIfItFits() {
        assertEquals("ab", query("ab&3205", SUMMED));
        assertEquals("", query("&0000", SUMMED));
        for (String wrong :
                new String[] {"ab&3206", "ab", "ab3205", "", "&3205", "ab&3205&", "ab&320g", "ab&x=1&3205"}) {
            assertRefused(wrong, SUMMED);
        }
        assertEquals("ab&3205", query("ab&3205", OPEN));
    }

    @Test
    void open_base64_isDecoded() {
        assertEquals(
                "txt=my text string&$img=myImage",
                query(
                        "dHh0PW15IHRleHQgc3RyaW5nJiRpbWc9bXlJbWFnZQ==",
                        OBSCURED)); // the protocol's example, as it is coded
        assertEquals("a", query("YQ%3d%3D", OBSCURED));
        assertEquals("a", query("YQ", OBSCURED));
        assertEquals("\u00e9", query("6Q==", OBSCURED));
        assertEquals("", query("", OBSCURED));
        for (String wrong : new String[] {"wid=5", "YQ==&x", "Y", "*"}) {
            assertRefused(wrong, OBSCURED);
        }
    }

    @Test
    void open_lockWithinBase64() {
        String query = Base64.getEncoder().encodeToString("ab&3205".getBytes(US_ASCII));
        assertEquals("ab", query(query, new LockMode(true, true, Optional.empty())));
        assertRefused("ab&3205", new LockMode(true, true, Optional.empty()));
    }

    @Test
    void open_keyedLock_coversEveryByte() {
        RawRequest raw = raw("/demo/sofa", "obj=a&color=%41b");
        String locked = RequestUnlocker.lock(raw, KEY);
        assertEquals(raw, unlocker.open(raw("/demo/sofa", locked), KEYED).request());
        assertEquals("", query(RequestUnlocker.lock(raw("/demo/sofa", ""), KEY), KEYED));
        assertTrue(unlocker.open(raw("/demo/sofb", locked), KEYED).refusal().isPresent());
        assertTrue(unlocker.open(new RawRequest(Dialect.SERVING, "/demo/sofa", locked, raw.visitor()), KEYED)
                .refusal()
                .isPresent());
        assertRefused("obj=a&" + RequestUnlocker.sum("obj=a"), KEYED);
        assertRefused("obj=a", KEYED);
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = locked.getBytes(ISO_8859_1);
            int at = random.nextInt(bytes.length);
            bytes[at] = (byte) (bytes[at] ^ (1 << random.nextInt(5)));
            String changed = new String(bytes, ISO_8859_1);
            boolean sameDigits = changed.equalsIgnoreCase(locked) && at > locked.length() - 65;
            assertEquals(
                    sameDigits,
                    unlocker.open(raw("/demo/sofa", changed), KEYED).refusal().isEmpty(),
                    changed);
        }
    }

    @Test
    void lockKey_knownVector() {
        // RFC 4231, test case 6: a key longer than a block.
        byte[] key = new byte[131];
        Arrays.fill(key, (byte) 0xaa);
        assertEquals(
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
                new LockKey(key).lock("Test Using Larger Than Block-Size Key - Hash Key First".getBytes(US_ASCII)));
    }

    @Test
    void lockKey_tooShort_matchesNothing() {
        for (LockKey key : new LockKey[] {LockKey.UNUSABLE, new LockKey("short".getBytes(US_ASCII))}) {
            assertFalse(key.matches(new byte[0], "0".repeat(64)));
            assertRefused("lock=" + "0".repeat(64), new LockMode(false, true, Optional.of(key)));
        }
        assertFalse(KEY.toString().contains("secret"));
    }

    private String query(String query, LockMode mode) {
        RequestUnlocker.Unlocked unlocked = unlocker.open(raw("/demo/sofa", query), mode);
        assertEquals(Optional.empty(), unlocked.refusal(), query);
        return unlocked.request().query();
    }

    private void assertRefused(String query, LockMode mode) {
        RequestUnlocker.Unlocked unlocked = unlocker.open(raw("/demo/sofa", query), mode);
        assertEquals(FailureKind.LOCK_REFUSED, unlocked.refusal().orElseThrow().kind(), query);
        assertEquals(query, unlocked.request().query());
    }

    private static RawRequest raw(String path, String query) {
        return new RawRequest(Dialect.RENDERING, path, query, Visitor.local("test"));
    }
}
