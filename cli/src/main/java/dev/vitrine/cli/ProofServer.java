package dev.vitrine.cli;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.codec.RasterEncoder;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.server.Application;
import dev.vitrine.server.config.ConfigException;
import dev.vitrine.server.config.ConfigReader;
import dev.vitrine.server.config.VitrineConfig;
import dev.vitrine.server.pipeline.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A server for one package and two test pictures, in a folder of its own that goes when it is closed. */
final class ProofServer implements AutoCloseable {
    /** Cells along a side of {@code checker.png}, and its pixels. */
    static final int CELLS = 4;

    static final int TILE = 160;

    private static final String NAME = "scene.ovp";

    private final Path folder;
    private final SourceFile scene;
    private final RequestSheet requests;

    ProofServer(Path file) throws IOException, ConfigException {
        folder = Files.createTempDirectory("vitrine-sheet");
        SourceFile copy = Sources.file(Files.copy(file, folder.resolve(NAME)));
        String name = String.valueOf(file.getFileName());
        scene = new SourceFile(name, copy.path(), copy.bytes(), copy.modifiedMillis());
        Files.write(folder.resolve("checker.png"), RasterEncoder.picture(checker(), false));
        Files.write(folder.resolve("card.png"), RasterEncoder.picture(card(), true));
        Files.writeString(folder.resolve("default.ini"), "Resolution=40\nMaxPix=0,0\nDefaultPix=0,0\n");
        Path settings = folder.resolve("vitrine.properties");
        Files.writeString(settings, "ir.catalogRootPath=.\nir.resourceRootPaths=.\n");
        int processors = Runtime.getRuntime().availableProcessors();
        VitrineConfig config = new ConfigReader(Map.of(), processors).read(settings);
        requests = new RequestSheet(new Application(config), config.requestTimeout(), line -> {});
    }

    SourceFile scene() {
        return scene;
    }

    Reply ask(String query) {
        return requests.answer("/" + NAME + "?" + query);
    }

    /** The full-size picture, exactly; nothing if the request fails. */
    Optional<PixelBuffer> picture(String query) {
        Reply reply = ask(query + "&scl=1&fmt=png");
        return reply.error().isPresent()
                ? Optional.empty()
                : Optional.of(new Decoder(Long.MAX_VALUE).picture(new SourceBytes("reply", reply.body())));
    }

    /** Four by four cells, light and dark in turn; the cell at the anchor is orange, its right neighbour blue. */
    private static PixelBuffer checker() {
        PixelBuffer out = PixelBuffer.blank(TILE, TILE);
        int cell = TILE / CELLS;
        for (int i = 0; i < out.argb().length; i++) {
            int column = i % TILE / cell;
            int row = i / TILE / cell;
            int rgb = (column + row) % 2 == 0 ? 0xe8e4dc : 0x8c9298;
            if (row == 0 && column < 2) {
                rgb = column == 0 ? 0xe8862c : 0x3c78b4;
            }
            out.argb()[i] = 0xff000000 | rgb;
        }
        return out;
    }

    /** A framed card with a red top, for decals. */
    private static PixelBuffer card() {
        PixelBuffer out = PixelBuffer.blank(TILE, TILE);
        for (int i = 0; i < out.argb().length; i++) {
            int x = i % TILE;
            int y = i / TILE;
            boolean frame = Math.min(Math.min(x, TILE - 1 - x), Math.min(y, TILE - 1 - y)) < TILE / 16;
            out.argb()[i] = frame ? 0xff303438 : y < TILE / 4 ? 0xffc8443c : 0xfff0ead8;
        }
        return out;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
