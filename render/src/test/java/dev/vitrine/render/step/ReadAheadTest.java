package dev.vitrine.render.step;

import static dev.vitrine.render.Ask.ask;
import static dev.vitrine.render.Ask.solid;
import static dev.vitrine.render.Ask.tiles;
import static dev.vitrine.render.MemoryScene.gray;
import static dev.vitrine.render.MemoryScene.object;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.Ask;
import dev.vitrine.render.MemoryScene;
import dev.vitrine.render.limit.Crew;
import dev.vitrine.render.pixel.LightMap;
import dev.vitrine.render.pixel.Mask;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Sprite;
import dev.vitrine.render.pixel.TextureMap;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.scene.Geometry;
import dev.vitrine.render.scene.Layer;
import dev.vitrine.render.scene.ScenePart;
import dev.vitrine.render.scene.SceneRasters;
import dev.vitrine.render.texture.MipMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two objects in a texture, each with a mask, on rasters that keep nothing and tell what was read. */
class ReadAheadTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Crew crew = new Crew(4, 4, 64, threads);
    private final PixelBuffer texture = PixelBuffer.blank(8, 8);
    private final MemoryScene scene = gray(60, 60, 100)
            .neutralLight()
            .field("a", (x, y) -> x < 40 ? 1 : 0)
            .field("b", (x, y) -> x > 20 ? 0.7 : 0)
            .surface((x, y) -> x / 4, (x, y) -> y / 4)
            .add(object("a").build())
            .add(object("b").build());
    private final RenderPlan plan = ask().texture("t", texture)
            .obj("a", tiles("t", 2))
            .obj("b", tiles("t", 1))
            .plan(scene);

    ReadAheadTest() {
        Arrays.setAll(texture.argb(), i -> 0xff000000 | i * 0x030201);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private PixelBuffer render(RenderPlan what, SceneRasters rasters, Crew workers) {
        MipMap tile = new MipMap(texture, Edge.WRAP);
        return new Renderer((picture, edge, deadline) -> tile, new Ask.NoCoverings(), workers)
                .render(what, scene.scene(), rasters, Deadline.never());
    }

    @Test
    void render_byMany_isTheSamePicture() {
        PixelBuffer alone = render(plan, scene.rasters(0), Crew.alone());
        for (int round = 0; round < 50; round++) {
            assertArrayEquals(alone.argb(), render(plan, new Told(), crew).argb());
        }
    }

    @Test
    void render_byMany_readsNothingMoreOftenThanAlone() {
        Told alone = new Told();
        render(plan, alone, Crew.alone());
        for (int round = 0; round < 50; round++) {
            Told told = new Told();
            render(plan, told, crew);
            for (ScenePart part : new HashSet<>(told.read)) {
                int most = Collections.frequency(alone.read, part);
                assertTrue(Collections.frequency(told.read, part) <= most, part::toString);
            }
        }
    }

    @Test
    void render_partIsDamaged_failsAsItDoesAlone() {
        Told alone = new Told();
        alone.damaged.add("a");
        alone.damaged.add("b");
        FailureException expected = assertThrows(FailureException.class, () -> render(plan, alone, Crew.alone()));
        for (int round = 0; round < 50; round++) {
            Told told = new Told();
            told.damaged.addAll(alone.damaged);
            FailureException e = assertThrows(FailureException.class, () -> render(plan, told, crew));
            assertEquals(expected.failure(), e.failure());
        }
    }

    @Test
    void render_partThatNobodyNeedsIsDamaged_isAPicture() {
        RenderPlan one = ask().obj("a", solid(1, 2, 3)).plan(scene);
        PixelBuffer alone = render(one, scene.rasters(0), Crew.alone());
        Told told = new Told();
        told.damaged.add("b");
        assertArrayEquals(alone.argb(), render(one, told, crew).argb());
        assertEquals(List.of(), told.read.stream().filter(ReadAheadTest::isOfB).toList());
    }

    private static boolean isOfB(ScenePart part) {
        return part instanceof ScenePart.Coverage coverage
                && coverage.layer().file().equals("b");
    }

    private final class Told implements SceneRasters {
        private final SceneRasters source = scene.rasters(0);
        private final List<ScenePart> read = new CopyOnWriteArrayList<>();
        private final Set<String> damaged = new HashSet<>();

        private void read(ScenePart part, String file) {
            read.add(part);
            if (damaged.contains(file)) {
                throw Failures.sourceDamaged(file, "a test says so");
            }
        }

        @Override
        public boolean isKept(ScenePart part) {
            return false;
        }

        @Override
        public Size size() {
            return source.size();
        }

        @Override
        public double scale() {
            return source.scale();
        }

        @Override
        public PixelBuffer view() {
            return source.view();
        }

        @Override
        public Mask mask(Layer layer) {
            read(new ScenePart.Coverage(layer), layer.file());
            return source.mask(layer);
        }

        @Override
        public LightMap light(Layer layer) {
            read(new ScenePart.Light(layer), layer.file());
            return source.light(layer);
        }

        @Override
        public Sprite sprite(Layer layer) {
            return new Sprite(0, 0, source.view());
        }

        @Override
        public TextureMap textureMap(Geometry geometry) {
            read(new ScenePart.Surface(geometry), "surface");
            return source.textureMap(geometry);
        }
    }
}
