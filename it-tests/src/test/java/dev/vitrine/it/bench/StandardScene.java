package dev.vitrine.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.Encoders;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.PackReport;
import dev.vitrine.render.scene.Packer;
import dev.vitrine.render.shade.LightInversion;
import dev.vitrine.server.Application;
import dev.vitrine.server.config.ConfigException;
import dev.vitrine.server.config.ConfigReader;
import dev.vitrine.server.pipeline.Conditional;
import dev.vitrine.server.pipeline.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The standard job's inputs as vignettes and a catalog in a folder of their own, and requests for each job. Vignettes
 * {@code flat} and {@code waves} know nothing about the floor's original color, as the other programs do; {@code difference}
 * does, and composites against it.
 */
final class StandardScene {
    /** What every job asks for: half the photograph's size, sharpened, JPEG of quality 85 with 4:2:0. */
    static final String REPLY = "&wid=1000&hei=750&resMode=bilin&sharpen=1&fmt=jpg&qlt=85,0&cache=off";

    /** Holds all surface coordinates of the curved job, inches. */
    private static final double RANGE_FROM = -260;

    private static final double RANGE_TO = 640;

    private final Path folder;

    private StandardScene(Path folder) {
        this.folder = folder;
    }

    /** What an earlier run has written there, else written now. */
    static StandardScene in(Path folder) throws IOException {
        return Files.exists(folder.resolve("catalogs/vignettes.txt"))
                ? new StandardScene(folder)
                : write(folder, StandardInputs.chosen());
    }

    /** Writes everything, packs the vignettes; takes some seconds. */
    private static StandardScene write(Path folder, StandardInputs inputs) throws IOException {
        StandardScene scene = new StandardScene(folder);
        scene.layers(inputs);
        scene.pack("flat", quad(), "edge: over");
        scene.pack("waves", uv(), "edge: over");
        scene.pack(
                "difference", quad(), "original: {baseColor: [150, 140, 130], residual: auto}\n    edge: difference");
        scene.catalog();
        return scene;
    }

    /** The request of a job: A flat texture, B curved texture, C color, D the photograph alone. */
    static RawRequest request(String job, String more) {
        String texture = "&src=bench/planks&res=" + density();
        return switch (job) {
            case "A" -> rendering("/bench/flat", "obj=floor" + texture + REPLY + more);
            case "A-difference" -> rendering("/bench/difference", "obj=floor" + texture + REPLY + more);
            case "B" -> rendering("/bench/waves", "obj=floor" + texture + REPLY + more);
            case "C" -> rendering("/bench/flat", "obj=floor&color=" + hex(StandardInputs.COLOR) + REPLY + more);
            case "D" ->
                new RawRequest(
                        Dialect.SERVING,
                        "/bench/photo",
                        "wid=1000&hei=750&resMode=bilin&fmt=jpg&qlt=85,0&cache=off" + more,
                        Visitor.local("bench"));
            default -> throw new IllegalArgumentException(job);
        };
    }

    private static RawRequest rendering(String path, String query) {
        return new RawRequest(Dialect.RENDERING, path, query, Visitor.local("bench"));
    }

    /** Texture pixels per inch. */
    static double density() {
        return StandardInputs.TEXTURE / StandardInputs.REPEAT;
    }

    /** @param settings more lines of the settings file */
    Application application(String settings) throws IOException, ConfigException {
        Path file = folder.resolve("vitrine.properties");
        Files.writeString(
                file,
                "ir.catalogRootPath=catalogs\nir.resourceRootPaths=.\nvitrine.host=127.0.0.1\nvitrine.port=0\n"
                        + CrewOption.setting() + settings);
        return new Application(new ConfigReader(Map.of(), 2).read(file));
    }

    /** The body of a good answer. */
    static byte[] answer(Application application, RawRequest request) {
        Reply reply = application.pipeline().answer(request, Conditional.NONE, Deadline.never());
        if (reply.status() != 200
                || reply.error().isPresent()
                || !reply.warnings().isEmpty()) {
            throw new IllegalStateException(request + ": " + reply.error() + reply.warnings());
        }
        return reply.body();
    }

    private static String quad() {
        StringBuilder corners = new StringBuilder();
        for (double[] corner : StandardInputs.CORNERS) {
            corners.append(corners.isEmpty() ? "" : ", ")
                    .append(String.format(Locale.ROOT, "[%s, %s]", corner[0] + 0.5, corner[1] + 0.5));
        }
        return "{kind: quad, corners: [" + corners + "], size: [" + StandardInputs.FLOOR_WIDTH + ", "
                + StandardInputs.FLOOR_HEIGHT + "], direction: " + -StandardInputs.DEGREES + "}";
    }

    private static String uv() {
        String range = "[" + RANGE_FROM + ", " + RANGE_TO + "]";
        return "{kind: uv, map: {file: uv.png}, uRange: " + range + ", vRange: " + range + "}";
    }

    /** The surface point that the texture's corner lies on: undoes the turn of the offset. */
    private static String origin(boolean flat) {
        double half = 0.5 / density();
        if (!flat) {
            return "[" + -half + ", " + -half + "]";
        }
        double turn = StrictMath.toRadians(StandardInputs.DEGREES);
        double x = StandardInputs.OFFSET_X + half;
        double y = StandardInputs.OFFSET_Y + half;
        double u = -(StrictMath.cos(turn) * x + StrictMath.sin(turn) * y);
        double v = -(-StrictMath.sin(turn) * x + StrictMath.cos(turn) * y);
        return "[" + u + ", " + v + "]";
    }

    private void layers(StandardInputs inputs) throws IOException {
        int width = StandardInputs.WIDTH;
        int height = StandardInputs.HEIGHT;
        int[] photo = opaque(inputs.photo());
        Files.createDirectories(folder.resolve("catalogs"));
        PixelBuffer picture = new PixelBuffer(width, height, photo);
        Files.write(folder.resolve("photo.png"), RasterEncoder.picture(picture, false));
        Files.write(
                folder.resolve("photo.jpg"),
                Encoders.forFormat(ImageFormat.JPEG)
                        .encode(picture, new EncodeSettings(new JpegQuality(92, false), 72)));
        Files.write(folder.resolve("mask.png"), RasterEncoder.gray8(width, height, inputs.mask()));
        Files.write(folder.resolve("light.png"), RasterEncoder.samples16(width, height, 1, inputs.light()));
        PixelBuffer texture = new PixelBuffer(StandardInputs.TEXTURE, StandardInputs.TEXTURE, opaque(inputs.texture()));
        Files.write(folder.resolve("planks.png"), RasterEncoder.picture(texture, false));
        Files.write(folder.resolve("uv.png"), RasterEncoder.samples16(width, height, 3, uvSamples(inputs)));
    }

    private static short[] uvSamples(StandardInputs inputs) {
        StandardReference.Warp warp = StandardReference.curved();
        short[] out = new short[3 * inputs.mask().length];
        for (int i = 0; i < inputs.mask().length; i++) {
            if (inputs.mask()[i] != 0) {
                int row = i / StandardInputs.WIDTH;
                double[] uv = warp.at(i % StandardInputs.WIDTH, row);
                out[3 * i] = share(uv[0] / density());
                out[3 * i + 1] = share(uv[1] / density());
                out[3 * i + 2] = (short) 65535;
            }
        }
        return out;
    }

    private static short share(double inches) {
        double share = (inches - RANGE_FROM) / (RANGE_TO - RANGE_FROM);
        if (share < 0 || share > 1) {
            throw new IllegalStateException(inches + " inches lie outside the range");
        }
        return (short) Math.round(65535 * share);
    }

    private void pack(String name, String geometry, String edge) throws IOException {
        boolean flat = geometry.contains("quad");
        Files.writeString(folder.resolve(name + ".yaml"), """
                ovp: "1.0"
                kind: vignette
                version: 1
                units: in
                dimension: "2d"
                view: {name: bench, image: photo.png, quality: 100, width: 2000, height: 1500, printRes: 72, textureRes: 10}
                illumination: {glossEffects: true, maps: [{slot: A, gloss: 20, layer: {file: light.png, fill: 0.50196}}]}
                shading: {shader: alternate, highlightWhite: 1, settings: Z50}
                tree:
                  - object: floor
                    type: %s
                    mask: {file: mask.png}
                    geometry: %s
                    origins: {"0": %s, "1": %s}
                    %s
                """.formatted(
                flat ? "planar" : "sketch", geometry, origin(flat), origin(flat), edge.replace("\n    ", "\n    ")));
        PackReport report = new Packer(RenderLimits.standard(), new LightInversion())
                .pack(folder.resolve(name + ".yaml"), folder.resolve(name + ".ovp"), line -> {});
        if (!report.isWritten()) {
            throw new IOException(report.problems().toString());
        }
    }

    private void catalog() throws IOException {
        String defaults = """
                RootId=
                RootPath=
                Resolution=40
                DefaultPix=1000,1000
                MaxPix=3000,3000
                Format=jpg
                JpegQuality=88,0
                ResMode=4
                ErrorDetail=2
                Expiration=10
                """;
        Files.writeString(folder.resolve("catalogs/default.ini"), defaults);
        Files.writeString(
                folder.resolve("catalogs/bench.ini"),
                "RootId=bench\nCatalogFile=materials.txt\nVignetteMapFile=vignettes.txt\n");
        Files.writeString(
                folder.resolve("catalogs/materials.txt"),
                "Id\tPath\tResolution\tRepeat\tAnchor\tType\nplanks\tplanks.png\t" + density()
                        + "\t0\t0,0\t0\nphoto\tphoto.jpg\t1\t0\t0,0\t0\n");
        Files.writeString(
                folder.resolve("catalogs/vignettes.txt"),
                "Id\tPath\nflat\tflat.ovp\nwaves\twaves.ovp\ndifference\tdifference.ovp\n",
                UTF_8);
    }

    private static int[] opaque(int[] rgb) {
        int[] out = rgb.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] |= 0xff000000;
        }
        return out;
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "%06x", rgb);
    }
}
