package dev.vitrine.render.plan;

import static dev.vitrine.render.MemoryScene.gray;
import static dev.vitrine.render.MemoryScene.group;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vitrine.core.value.ObjectPath;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.scene.Node;
import dev.vitrine.render.scene.ObjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SceneIndexTest {
    private static Node item(String name) {
        return object(name).build();
    }

    private static final MemoryScene SCENE = gray(4, 4, 0)
            .neutralLight()
            .add(group("Walls", object("back").type(ObjectType.STATIC).build()))
            .add(group("Sofa", group("Upholstery", item("Seat"), item("Arms")), item("Legs")))
            .add(group("Chair", group("Upholstery", item("Arms"))));

    private static String find(String path) {
        return new SceneIndex(SCENE.scene())
                .find(ObjectPath.of(path))
                .map(n -> n.isRoot() ? "(root)" : n.name())
                .orElse("(none)");
    }

    @ParameterizedTest
    @CsvSource({
        "Sofa, Sofa",
        "sofa, Sofa",
        "/sofa, Sofa",
        "SOFA/upholstery/seat, Sofa/Upholstery/Seat",
        "seat, Sofa/Upholstery/Seat",
        "upholstery/seat, Sofa/Upholstery/Seat",
        "root, (root)",
        "'', (root)",
        "arms, (none)",
        "upholstery, (none)",
        "sofa/seat, (none)",
        "nothing, (none)"
    })
    void find_path_isWhatIsMeant(String path, String expected) {
        assertEquals(expected, find(path));
    }

    @Test
    void find_groupCalledRoot_winsOverTheWholeTree() {
        MemoryScene scene =
                gray(4, 4, 0).neutralLight().add(group("Root", item("a"))).add(item("b"));
        assertEquals(
                "Root",
                new SceneIndex(scene.scene())
                        .find(ObjectPath.of("root"))
                        .orElseThrow()
                        .name());
    }

    @Test
    void defaultGroup_staticGroupFirst_isSkipped() {
        assertEquals(
                "Sofa",
                new SceneIndex(SCENE.scene()).defaultGroup().orElseThrow().name());
    }

    @Test
    void defaultGroup_noGroups_isTheRoot() {
        MemoryScene scene = gray(4, 4, 0).neutralLight().add(item("only"));
        assertEquals(
                "", new SceneIndex(scene.scene()).defaultGroup().orElseThrow().name());
    }

    @ParameterizedTest
    @CsvSource({"soffa, Sofa", "seet, Sofa/Upholstery/Seat", "sofa/upholstry/seat, Sofa/Upholstery/Seat"})
    void hint_slip_namesTheNearest(String path, String expected) {
        assertEquals(": did you mean '" + expected + "'?", new SceneIndex(SCENE.scene()).hint(ObjectPath.of(path)));
    }

    @Test
    void hint_nothingNear_isEmpty() {
        assertEquals("", new SceneIndex(SCENE.scene()).hint(ObjectPath.of("refrigerator")));
    }
}
