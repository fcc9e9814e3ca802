package dev.vitrine.render.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.value.Size;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class PyramidTest {
    @Test
    void sizes_halves_endWithinTheSmallest() {
        assertEquals(
                List.of(new Size(900, 61), new Size(450, 31), new Size(225, 16), new Size(113, 8)),
                Pyramid.HALVES.sizes(new Size(900, 61)));
        assertEquals(List.of(new Size(128, 128)), Pyramid.HALVES.sizes(new Size(128, 128)));
        assertEquals(2, Pyramid.HALVES.sizes(new Size(10, 129)).size());
    }

    @Test
    void sizes_widths_areNeverScaledUp() {
        Pyramid widths = new Pyramid(Optional.of(List.of(1200, 700, 300)));
        assertEquals(List.of(new Size(700, 350), new Size(300, 150)), widths.sizes(new Size(700, 350)));
    }

    @Test
    void read_wrongWords_areProblems() {
        Problems problems = new Problems();
        Pyramid.read(new ManifestNode(JsonNodeFactory.instance.stringNode("all"), "levels", problems));
        assertTrue(problems.all().toString().contains("must be pyramid, none or a list of widths"));
        Pyramid none = Pyramid.read(new ManifestNode(JsonNodeFactory.instance.stringNode("none"), "levels", problems));
        assertEquals(1, none.sizes(new Size(900, 600)).size());
    }
}
