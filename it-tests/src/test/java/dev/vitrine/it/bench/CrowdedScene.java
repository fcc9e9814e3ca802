package dev.vitrine.it.bench;

import dev.vitrine.core.request.Dialect;
import dev.vitrine.core.request.RawRequest;
import dev.vitrine.core.request.Visitor;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.scene.PackReport;
import dev.vitrine.render.scene.Packer;
import dev.vitrine.render.shade.LightInversion;
import dev.vitrine.server.Application;
import dev.vitrine.server.config.ConfigException;
import dev.vitrine.server.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/**
 * A vignette of 2000 × 1500 pixels with {@link #OBJECTS} overlap objects of {@link #WIDTH} × {@link #HEIGHT} that lie over each
 * other. Each has all that one can have: a mask with a soft edge, a look, a UV map and light of its own. Made here, the same
 * everywhere.
 */
final class CrowdedScene {
    static final int OBJECTS = 30;
    static final int WIDTH = 700;
    static final int HEIGHT = 525;

    private static final int VIEW_WIDTH = 2000;
    private static final int VIEW_HEIGHT = 1500;

    private final Path folder;

    private CrowdedScene(Path folder) {
        this.folder = folder;
    }

    /** What an earlier run has written there, else written now. */
    static CrowdedScene in(Path folder) throws IOException {
        CrowdedScene scene = new CrowdedScene(folder);
        if (!Files.exists(folder.resolve("catalogs/vignettes.txt"))) {
            Files.createDirectories(folder.resolve("catalogs"));
            scene.rasters();
            scene.pack();
            scene.catalog(1);
        }
        return scene;
    }

    /** A server's inside that serves it. */
    Application application(String settings) throws IOException, ConfigException {
        Path file = folder.resolve("vitrine.properties");
        Files.writeString(
                file,
                "ir.catalogRootPath=catalogs\nir.resourceRootPaths=.\nvitrine.host=127.0.0.1\nvitrine.port=0\n"
                        + "vitrine.requestTimeoutMillis=300000\n" + CrewOption.setting() + settings);
        return new Application(new ConfigReader(Map.of(), 2).read(file));
    }

    /**
     * A request that puts a texture on the first {@code objects} and shows them, and hides the others.
     *
     * @param width of the reply
     */
    static RawRequest request(int objects, int width) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < OBJECTS; i++) {
            query.append(i == 0 ? "" : "&").append("obj=crowd/o").append(i);
            query.append(i < objects ? "&src=crowd/cloth&show" : "&hide");
        }
        return new RawRequest(
                Dialect.RENDERING,
                "/crowd/scene",
                query + "&wid=" + width + "&fmt=jpg&qlt=85,0&cache=off",
                Visitor.local("bench"));
    }

    private void rasters() throws IOException {
        Random random = new Random(17);
        picture("view.png", VIEW_WIDTH, VIEW_HEIGHT, random);
        picture("cloth.png", 512, 512, random);
        light("light.png", VIEW_WIDTH, VIEW_HEIGHT);
        byte[] floor = new byte[VIEW_WIDTH * VIEW_HEIGHT];
        Arrays.fill(floor, (byte) 255);
        Files.write(folder.resolve("floor.png"), RasterEncoder.gray8(VIEW_WIDTH, VIEW_HEIGHT, floor));
        for (int i = 0; i < OBJECTS; i++) {
            picture("look" + i + ".png", WIDTH, HEIGHT, random);
            light("light" + i + ".png", WIDTH, HEIGHT);
            Files.write(folder.resolve("mask" + i + ".png"), RasterEncoder.gray8(WIDTH, HEIGHT, mask()));
            Files.write(folder.resolve("uv" + i + ".png"), RasterEncoder.samples16(WIDTH, HEIGHT, 3, uv(i)));
        }
    }

    /** Soft hills with a little grain, as photographs are. */
    private void picture(String name, int width, int height, Random random) throws IOException {
        PixelBuffer out = PixelBuffer.blank(width, height);
        double phase = 6 * random.nextDouble();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int gray = (int) (130 + 60 * StrictMath.sin(x / 90.0 + phase) * StrictMath.cos(y / 70.0 - phase))
                        + random.nextInt(8);
                out.argb()[y * width + x] = 0xff000000 | gray << 16 | (gray * 7 / 8) << 8 | gray * 3 / 4;
            }
        }
        Files.write(folder.resolve(name), RasterEncoder.picture(out, false));
    }

    private void light(String name, int width, int height) throws IOException {
        short[] out = new short[width * height];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) (32896 + 9000 * StrictMath.sin(i % width / 130.0) * StrictMath.cos(i * 0.01 / width));
        }
        Files.write(folder.resolve(name), RasterEncoder.samples16(width, height, 1, out));
    }

    private static byte[] mask() {
        byte[] out = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < out.length; i++) {
            double away = StrictMath.hypot(2.0 * (i % WIDTH) / WIDTH - 1, 2.0 * i / WIDTH / HEIGHT - 1);
            out[i] = (byte) Math.min(255, Math.max(0, (int) (255 * 60 * (1 - away))));
        }
        return out;
    }

    private static short[] uv(int object) {
        short[] out = new short[3 * WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double x = i % WIDTH;
            double y = Math.floor((double) i / WIDTH);
            out[3 * i] = (short) (int) (2000 + 80 * x + 400 * StrictMath.sin(y / 60 + object));
            out[3 * i + 1] = (short) (int) (2000 + 100 * y + 400 * StrictMath.sin(x / 75 + object));
            out[3 * i + 2] = (short) 65535;
        }
        return out;
    }

    private void pack() throws IOException {
        StringBuilder text = new StringBuilder("""
                ovp: "1.0"
                kind: vignette
                version: 1
                units: in
                dimension: "2d"
                view: {name: crowd, image: view.png, quality: 100, width: 2000, height: 1500, printRes: 72, textureRes: 10}
                illumination: {glossEffects: true, maps: [{slot: A, gloss: 20, layer: {file: light.png, fill: 0.50196}}]}
                shading: {shader: alternate, highlightWhite: 0.3, settings: Z50}
                tree:
                  - object: floor
                    type: nontexturable
                    mask: {file: floor.png}
                    geometry: {kind: none}
                  - group: crowd
                    children:
                """);
        for (int i = 0; i < OBJECTS; i++) {
            String place = "x: " + 211 * i % (VIEW_WIDTH - WIDTH) + ", y: " + 157 * i % (VIEW_HEIGHT - HEIGHT);
            text.append("""
                          - object: o%1$d
                            type: flowline
                            mask: {file: mask%1$d.png, %2$s}
                            geometry: {kind: uv, map: {file: uv%1$d.png, %2$s}, uRange: [0, 60], vRange: [0, 60]}
                            origins: {"0": [0, 0]}
                            overlap:
                              z: %3$d
                              shown: true
                              image: {file: look%1$d.png, %2$s}
                              illumination:
                                maps: [{slot: A, gloss: 20, layer: {file: light%1$d.png, %2$s, fill: 0.50196}}]
                    """.formatted(i, place, i + 1));
        }
        Files.writeString(folder.resolve("crowd.yaml"), text);
        PackReport report = new Packer(RenderLimits.standard(), new LightInversion())
                .pack(folder.resolve("crowd.yaml"), folder.resolve("crowd.ovp"), line -> {});
        if (!report.isWritten()) {
            throw new IOException(report.problems().toString());
        }
    }

    /** Writes the catalog anew, with this many records; the request's is the last. */
    void catalog(int records) throws IOException {
        Files.writeString(
                folder.resolve("catalogs/default.ini"),
                "RootId=\nRootPath=\nResolution=40\nMaxPix=3000,3000\nFormat=jpg\nErrorDetail=2\nExpiration=10\n");
        Files.writeString(
                folder.resolve("catalogs/crowd.ini"),
                "RootId=crowd\nCatalogFile=materials.txt\nVignetteMapFile=vignettes.txt\n");
        StringBuilder text = new StringBuilder("Id\tPath\tResolution\n");
        for (int i = 1; i < records; i++) {
            text.append("material-").append(i).append("\tcloth.png\t40\n");
        }
        Files.writeString(folder.resolve("catalogs/materials.txt"), text.append("cloth\tcloth.png\t40\n"));
        Files.writeString(folder.resolve("catalogs/vignettes.txt"), "Id\tPath\nscene\tcrowd.ovp\n");
    }
}
