package dev.vitrine.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandValuesTest {
    @Test
    void builder_sameCommandTwice_keepsTheLast() {
        CommandValues values = CommandValues.builder()
                .put(RenderCommands.WID, 3)
                .put(RenderCommands.WID, 4)
                .build();
        assertEquals(Optional.of(4), values.find(RenderCommands.WID));
        assertEquals("4", values.text(RenderCommands.WID));
        assertFalse(values.has(RenderCommands.HEI));
    }

    @Test
    void equals_otherOrder_isEqual() {
        CommandValues one = CommandValues.builder()
                .put(RenderCommands.WID, 3)
                .put(RenderCommands.HEI, 4)
                .build();
        CommandValues other = CommandValues.builder()
                .put(RenderCommands.HEI, 4)
                .put(RenderCommands.WID, 3)
                .build();
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
    }

    @Test
    void builder_emptied_isNone() {
        CommandValues values = CommandValues.builder()
                .put(RenderCommands.WID, 3)
                .remove(RenderCommands.WID)
                .build();
        assertTrue(values.isEmpty());
        assertSame(CommandValues.none(), values);
    }
}
