package dev.vitrine.cli;

import com.google.common.net.UrlEscapers;
import dev.vitrine.core.value.Color;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.Encoders;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.proof.SceneProof;
import dev.vitrine.render.scene.Illumination;
import dev.vitrine.render.scene.OpenScene;
import dev.vitrine.render.scene.Original;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneLayers;
import dev.vitrine.render.scene.SceneObject;
import dev.vitrine.render.shade.Shader;
import dev.vitrine.server.gallery.Sheet;
import dev.vitrine.server.gallery.Sheet.Cell;
import dev.vitrine.server.gallery.Sheet.Section;
import dev.vitrine.server.pipeline.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one package can do: its masks and light, the proofs that can be measured (nothing applied gives the photograph, so does
 * each object's own color, middle gray gives the light), solid colors, a checker in scene units on every surface, decals, overlap
 * objects and levels. Every picture is the reply to a request, asked of a server that has nothing but this package.
 */
final class PackageSheet {
    private static final int WIDTH = 640;
    private static final int GAIN = 16;
    private static final int UNLIKE = 24;
    private static final int CELL_PIXELS = 12;
    private static final double[] CELLS = {0.25, 0.5, 1, 2, 3, 6, 12, 24, 48};
    private static final int DECAL_CELLS = 8;
    private static final Map<String, String> COLORS = colors();

    private final Path file;
    private final Consumer<String> progress;

    PackageSheet(Path file, Consumer<String> progress) {
        this.file = file;
        this.progress = progress;
    }

    Sheet make() throws Exception {
        try (ProofServer server = new ProofServer(file)) {
            return new Work(server).make();
        }
    }

    private static Map<String, String> colors() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("Middle gray: the light", "808080");
        out.put("White", "ffffff");
        out.put("Black", "000000");
        out.put("Red", "c81e1e");
        out.put("Navy", "141a40");
        return out;
    }

    /** One sheet in the making. */
    private final class Work {
        private final List<Section> sections = new ArrayList<>();
        private final ProofServer server;
        private final Scene scene;
        private final SceneProof small;
        private final SceneProof full;
        private final Map<String, SceneObject> objects;
        private final String hidden;
        private final int width;

        Work(ProofServer server) {
            this.server = server;
            OpenScene open = SceneProof.open(server.scene(), RenderLimits.standard());
            this.scene = open.scene();
            this.small = new SceneProof(open, WIDTH);
            this.full = new SceneProof(open, Integer.MAX_VALUE);
            this.objects = SceneLayers.objects(scene.root());
            this.width = Math.min(WIDTH, scene.view().size().width());
            this.hidden = paths(o -> o.overlap().isPresent()).stream()
                    .map(path -> "&" + select(path) + "&hide")
                    .collect(Collectors.joining());
        }

        Sheet make() {
            holdings();
            proofs();
            solids();
            checkers();
            decals();
            overlaps();
            levels();
            String name = String.valueOf(file.getFileName());
            String text = scene.view().size() + " pixels, " + objects.size() + " objects, "
                    + scene.illumination().size() + " illumination maps, "
                    + scene.levels().size() + " levels.";
            return new Sheet(scene.title().isEmpty() ? name : name + ": " + scene.title(), text, sections);
        }

        private void section(String title, String text, List<Cell> cells) {
            if (!cells.isEmpty()) {
                sections.add(new Section(title, text, cells));
            }
        }

        private List<String> paths(Predicate<SceneObject> which) {
            return objects.entrySet().stream()
                    .filter(e -> which.test(e.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private List<String> painted() {
            return paths(o -> o.type().isRenderable() && o.overlap().isEmpty());
        }

        private void holdings() {
            progress.accept("masks and light");
            List<Cell> cells = new ArrayList<>();
            cells.add(picture("View", "", small.view()));
            String names = String.join(", ", paths(o -> o.overlap().isEmpty()));
            cells.add(picture("Masks of the standard objects", names, small.masks()));
            for (Illumination map : scene.illumination()) {
                String slot = "ABC".substring(map.slot(), map.slot() + 1);
                cells.add(picture("Illumination " + slot + ", gloss " + number(map.gloss()), "", small.light(map)));
            }
            SceneProof.Unexplained rest = small.unexplained();
            String levels = rest.levels().entrySet().stream()
                    .map(e -> String.format(Locale.ROOT, "%s %.1f", e.getKey(), e.getValue()))
                    .collect(Collectors.joining(", "));
            if (!levels.isEmpty()) {
                String title = "What base color and light do not explain (gray: nothing)";
                cells.add(picture(title, "mean in levels: " + levels, rest.picture()));
            }
            section("What it holds", "", cells);
        }

        private void proofs() {
            progress.accept("proofs");
            List<Cell> cells = new ArrayList<>();
            cells.add(compared("Nothing applied: difference to the view × " + GAIN, hidden, full.view(), 0));
            StringBuilder own = new StringBuilder();
            for (String path : paths(o -> o.overlap().isEmpty())) {
                Optional<Original> original = objects.get(path).original();
                original.ifPresent(o -> own.append(color(path, o.baseColor().toString())));
            }
            if (own.length() > 0) {
                String title = "Every object in its own color: difference to the view × " + GAIN;
                cells.add(compared(title, own + hidden, full.view(), 1));
            }
            gray().ifPresent(cells::add);
            section("Proofs", "Red frames mark what should not be.", cells);
        }

        private Cell compared(String title, String query, PixelBuffer expected, int most) {
            Optional<PixelBuffer> found = server.picture(query);
            return found.map(picture -> difference(title, expected, picture, most))
                    .orElseGet(() -> cell(title, query, server.ask(query)));
        }

        private Cell difference(String title, PixelBuffer expected, PixelBuffer found, int most) {
            SceneProof.Difference apart = SceneProof.difference(expected, found, GAIN);
            String note = apart.most() == 0 ? "equal" : "largest difference in levels: " + apart.most();
            return new Cell(title, "", note, apart.most() > most, "image/png", shrunk(apart.picture()));
        }

        /** Middle gray shows the light itself, unless the scene's shader has settings or the object was about that gray. */
        private Optional<Cell> gray() {
            List<String> telling = painted().stream()
                    .filter(path -> objects.get(path)
                            .original()
                            .map(o -> isUnlikeGray(o.baseColor()))
                            .orElse(true))
                    .toList();
            if (telling.isEmpty() || !Shader.of(scene.shading()).text().isEmpty()) {
                return Optional.empty();
            }
            String query = painted().stream().map(path -> color(path, "808080")).collect(Collectors.joining());
            PixelBuffer light = full.light(scene.illumination().get(0));
            return server.picture(query + hidden)
                    .map(picture -> difference(
                            "Everything in 128,128,128: difference to illumination A × " + GAIN,
                            full.within(light, telling),
                            full.within(picture, telling),
                            1));
        }

        private static boolean isUnlikeGray(Color color) {
            int apart = Math.max(Math.abs(color.red() - 128), Math.abs(color.green() - 128));
            return Math.max(apart, Math.abs(color.blue() - 128)) >= UNLIKE;
        }

        private void solids() {
            List<Cell> cells = new ArrayList<>();
            COLORS.forEach((title, color) -> {
                progress.accept("solid " + color);
                String query =
                        painted().stream().map(path -> color(path, color)).collect(Collectors.joining());
                cells.add(cell(title, "color=" + color, small(query + hidden)));
            });
            section("Solid colors", "", painted().isEmpty() ? List.of() : cells);
        }

        private void checkers() {
            List<Cell> cells = new ArrayList<>();
            for (String path : paths(SceneObject::isTexturable)) {
                progress.accept("checker " + path);
                OptionalDouble pixels = small.resolution(path);
                double cell = cellSize(pixels);
                String res = number(ProofServer.TILE / (double) ProofServer.CELLS / cell);
                double full = cell
                        * pixels.orElse(0)
                        * scene.view().size().width()
                        / small.view().width();
                String size = pixels.isEmpty() ? "" : String.format(Locale.ROOT, " (%.1f px at full size)", full);
                String title = path + ": " + number(cell) + " " + scene.units() + " a cell" + size;
                cells.add(asked(title, select(path) + "&show&src=checker.png&anchor=0,0&res=" + res));
            }
            String text = "Orange marks the texture's anchor, which lies on origin 0; blue lies to its right.";
            section("Checker on every surface", text, cells);
        }

        /** The size of a cell that can be seen on the sheet. */
        private double cellSize(OptionalDouble pixelsPerUnit) {
            double scale = (double) width / small.view().width();
            for (double cell : CELLS) {
                if (pixelsPerUnit.isPresent() && cell * pixelsPerUnit.getAsDouble() * scale >= CELL_PIXELS) {
                    return cell;
                }
            }
            return pixelsPerUnit.isPresent() ? CELLS[CELLS.length - 1] : 1;
        }

        private void decals() {
            List<Cell> cells = new ArrayList<>();
            for (String path : paths(o -> o.isTexturable() && o.decal().isPresent())) {
                progress.accept("decal " + path);
                double size = DECAL_CELLS * cellSize(small.resolution(path));
                String thick = number(size / 20);
                String title = path + ": a card of " + number(size) + " " + scene.units() + ", " + thick + " thick";
                cells.add(asked(title, select(path) + "&show&decal&src=card.png&size=" + number(size) + ",0," + thick));
            }
            section("Decals", "The card is red at its top.", cells);
        }

        private void overlaps() {
            List<String> over = paths(o -> o.overlap().isPresent());
            if (over.isEmpty()) {
                return;
            }
            progress.accept("overlap objects");
            List<Cell> cells = new ArrayList<>();
            cells.add(asked("All hidden", hidden.substring(1)));
            cells.add(asked("All shown", hidden.substring(1).replace("&hide", "&show")));
            over.forEach(path ->
                    cells.add(cell(path, select(path) + "&show", small(hidden + "&" + select(path) + "&show"))));
            section("Overlap objects", "", cells);
        }

        private void levels() {
            List<Cell> cells = new ArrayList<>();
            for (Scene.Level level : scene.levels()) {
                progress.accept("level " + level.width() + " x " + level.height());
                Reply reply = server.ask("fmt=jpeg&qlt=90&wid=" + level.width() + hidden);
                String own =
                        level.layers().isEmpty() ? "" : ", " + level.layers().size() + " layers of its own";
                cells.add(cell(level.width() + " × " + level.height() + own, "wid=" + level.width(), reply));
            }
            section("Levels", "", cells);
        }

        private Reply small(String query) {
            return server.ask("fmt=jpeg&qlt=88&wid=" + width + (query.startsWith("&") ? "" : "&") + query);
        }

        private Cell asked(String title, String query) {
            return cell(title, query, small(query));
        }

        private Cell cell(String title, String code, Reply reply) {
            String note = reply.error().map(e -> e.failure().message()).orElse("");
            return new Cell(title, code, note, !note.isEmpty(), RequestSheet.plain(reply.mediaType()), reply.body());
        }
    }

    private static String color(String path, String color) {
        return "&" + select(path) + "&color=" + color;
    }

    private static String select(String path) {
        String escaped = UrlEscapers.urlFormParameterEscaper().escape(path);
        return "obj=" + escaped.replace("+", "%20").replace("%2F", "/");
    }

    private static Cell picture(String title, String note, PixelBuffer pixels) {
        byte[] jpeg =
                Encoders.forFormat(ImageFormat.JPEG).encode(pixels, new EncodeSettings(new JpegQuality(88, false), 72));
        return new Cell(title, "", note, false, "image/jpeg", jpeg);
    }

    /** A PNG of at most the sheet's width; of each block of pixels the brightest is kept, so that no difference gets lost. */
    private static byte[] shrunk(PixelBuffer pixels) {
        int by = Math.max(1, (pixels.width() + WIDTH - 1) / WIDTH);
        PixelBuffer out = PixelBuffer.blank((pixels.width() + by - 1) / by, (pixels.height() + by - 1) / by);
        for (int i = 0; i < pixels.argb().length; i++) {
            int at = i / pixels.width() / by * out.width() + i % pixels.width() / by;
            int old = out.argb()[at];
            int p = 0xff000000;
            for (int shift = 0; shift <= 16; shift += 8) {
                p |= Math.max(old >> shift & 255, pixels.argb()[i] >> shift & 255) << shift;
            }
            out.argb()[at] = p;
        }
        return RasterEncoder.picture(out, false);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.4g", value);
    }
}
