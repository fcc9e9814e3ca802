package dev.vitrine.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DirectBodiesTest {
    private final DirectBodies bodies = new DirectBodies(50_000);

    @Test
    void of_sameBodyAgain_isOneCopyWithAPositionOfItsOwn() {
        byte[] body = body(20_000, 1);
        ByteBuffer first = bodies.of(body);
        assertTrue(first.isDirect() && first.isReadOnly());
        assertEquals(ByteBuffer.wrap(body), first);
        first.position(20_000);
        ByteBuffer second = bodies.of(body);
        assertNotSame(first, second);
        assertEquals(ByteBuffer.wrap(body), second);
        assertEquals(20_000, bodies.bytes());
    }

    @Test
    void of_anotherBodyOfEqualLength_isNotTheSame() {
        byte[] one = body(20_000, 1);
        byte[] two = body(20_000, 2);
        bodies.of(one);
        assertEquals(ByteBuffer.wrap(two), bodies.of(two));
        assertEquals(ByteBuffer.wrap(one), bodies.of(one));
    }

    @Test
    void of_moreThanThereIsRoomFor_comesFromTheHeap() {
        byte[][] all = {body(20_000, 1), body(20_000, 2), body(20_000, 3)};
        assertTrue(bodies.of(all[0]).isDirect() && bodies.of(all[1]).isDirect());
        ByteBuffer third = bodies.of(all[2]);
        assertFalse(third.isDirect());
        assertTrue(third.isReadOnly());
        assertEquals(ByteBuffer.wrap(all[2]), third);
        assertEquals(40_000, bodies.bytes());
        assertTrue(bodies.of(all[0]).isDirect());
    }

    @Test
    void of_aSmallBody_comesFromTheHeap() {
        assertFalse(bodies.of(body(100, 1)).isDirect());
        assertEquals(0, bodies.bytes());
    }

    private static byte[] body(int length, int filledWith) {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) filledWith);
        return body;
    }
}
