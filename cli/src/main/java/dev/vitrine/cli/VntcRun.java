package dev.vitrine.cli;

import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.JpegQuality;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.Encoders;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.pixel.Region;
import dev.vitrine.render.proof.SceneProof;
import dev.vitrine.render.report.ContentsXml;
import dev.vitrine.render.report.ImageMapHtml;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.resample.Kernel;
import dev.vitrine.render.resample.Resampler;
import dev.vitrine.render.resample.UnsharpMask;
import dev.vitrine.render.scene.CabinetStyle;
import dev.vitrine.render.scene.CabinetStyle.Component;
import dev.vitrine.render.scene.Conversion;
import dev.vitrine.render.scene.Converter;
import dev.vitrine.render.scene.OpenScene;
import dev.vitrine.render.scene.OpenStyle;
import dev.vitrine.render.scene.PackReport;
import dev.vitrine.render.scene.PackageProblem;
import dev.vitrine.render.scene.Scene;
import dev.vitrine.render.scene.SceneLayers;
import dev.vitrine.render.scene.SceneStore;
import dev.vitrine.render.scene.StyleConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** One run of {@code vntc}: tells the properties of a package, extracts what is asked for, and writes a production package. */
final class VntcRun {
    private static final int FILE_VERSION = 1;
    private static final int THUMBNAIL_QUALITY = 85;
    private static final double SCREEN_DPI = 72;

    private final Order order;
    private final VntcLog log;
    private final RenderLimits limits = RenderLimits.standard();

    /**
     * What is to be done.
     *
     * @param destination the package to write; absent for a name made of the source's name and the size
     * @param folder for everything else
     * @param onlyInfo make no package
     * @param crop x, y, width, height; empty for all
     * @param cropShares the same as shares of the view
     * @param jpegQuality 0 for PNG
     * @param validate fail unless the source is a production package of at least this file version
     * @param sharpening of thumbnails, and of the views of vignettes, that are scaled
     * @param resolution of a cabinet style; absent for its own
     */
    record Order(
            Path source,
            Optional<Path> destination,
            Path folder,
            String separator,
            boolean onlyInfo,
            boolean contents,
            boolean image,
            boolean imageMap,
            boolean profile,
            Optional<Integer> thumbWidth,
            List<Integer> widths,
            List<Integer> heights,
            boolean pyramid,
            List<Integer> crop,
            List<Double> cropShares,
            int jpegQuality,
            boolean embedMaterials,
            Optional<Integer> validate,
            Optional<UnsharpMask> sharpening,
            OptionalDouble resolution) {
        OptionalInt quality() {
            return jpegQuality == 0 ? OptionalInt.empty() : OptionalInt.of(jpegQuality);
        }
    }

    VntcRun(Order order, VntcLog log) {
        this.order = order;
        this.log = log;
    }

    void run() throws IOException {
        SourceFile file = Sources.file(order.source());
        Files.createDirectories(order.folder());
        SceneStore store = new SceneStore(limits, new ByteBoundedCache(limits.cacheBytes()));
        versions();
        if (store.isStyle(file)) {
            style(store.openStyle(file));
        } else {
            vignette(store.open(file));
        }
    }

    private void versions() {
        log.put("sourceFile", order.source().toAbsolutePath().normalize());
        log.put("sourceFileVersion", FILE_VERSION);
        log.put("defaultFileVersion", FILE_VERSION);
        log.put("targetFileVersion", FILE_VERSION);
        log.put("maxMem", memory(Runtime.getRuntime().maxMemory()));
    }

    private void style(OpenStyle open) throws IOException {
        VntcStyle style = new VntcStyle(open, order.resolution(), log);
        style.tell();
        if (order.image() || order.thumbWidth().isPresent()) {
            Optional<PixelBuffer> picture = style.picture();
            if (picture.isPresent()) {
                pictures(picture.get(), SCREEN_DPI);
            } else {
                log.warning("there is no picture: the style has no panel or piece");
            }
        }
        if (order.onlyInfo()) {
            return;
        }
        if (open.style() instanceof CabinetStyle cabinet) {
            convert(open, cabinet);
        } else {
            log.error("a window covering is served as it is and not converted: use -info, -image or -thumbwidth");
        }
    }

    private void convert(OpenStyle open, CabinetStyle style) throws IOException {
        double own = VntcStyle.first(style).map(Component::resolution).orElse(0.0);
        String name = baseName() + order.separator() + plain(order.resolution().orElse(own)) + ".ovc";
        Path target = order.destination().orElseGet(() -> order.folder().resolve(name));
        if (isSource(target)) {
            return;
        }
        told(
                new StyleConverter(limits)
                        .convert(open, order.resolution(), order.quality(), target.toAbsolutePath(), log::info),
                target);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private void vignette(OpenScene open) throws IOException {
        if (order.resolution().isPresent()) {
            log.warning("-resolution is ignored: it is for cabinet styles");
        }
        Converter converter = new Converter(limits);
        boolean isMaster = !converter.isProduction(open);
        Conversion conversion = conversion(open.scene());
        tell(open, isMaster, conversion);
        order.validate().ifPresent(least -> validate(isMaster, least));
        extract(open);
        if (!order.onlyInfo()) {
            convert(converter, open, conversion);
        }
    }

    private void validate(boolean isMaster, int least) {
        if (isMaster) {
            log.error(
                    "this is a master vignette and not a production one: convert it first, for example with -pyramid");
        } else if (least > FILE_VERSION) {
            log.error("its file version is " + FILE_VERSION + ", less than " + least);
        }
    }

    private Conversion conversion(Scene scene) throws IOException {
        Size view = scene.view().size();
        Region part = part(view);
        List<Size> sizes = Conversion.sizes(
                new Size(part.width(), part.height()), order.widths(), order.heights(), order.pyramid());
        return new Conversion(part, sizes, order.quality(), order.embedMaterials(), order.sharpening());
    }

    private Region part(Size view) throws IOException {
        Region whole = new Region(0, 0, view.width(), view.height());
        if (order.crop().isEmpty() && order.cropShares().isEmpty()) {
            return whole;
        }
        int[] asked = new int[4];
        for (int i = 0; i < 4; i++) {
            int side = i % 2 == 0 ? view.width() : view.height();
            asked[i] = order.crop().isEmpty()
                    ? (int) Math.round(order.cropShares().get(i) * side)
                    : order.crop().get(i);
        }
        long right = (long) asked[0] + asked[2];
        long bottom = (long) asked[1] + asked[3];
        if (asked[0] < 0
                || asked[1] < 0
                || asked[2] < 1
                || asked[3] < 1
                || right > view.width()
                || bottom > view.height()) {
            throw new IOException("the part to keep must lie within the view of " + view
                    + " pixels: give -crop x y wid hei in" + " pixels, or -cropn with shares of at most 1");
        }
        return new Region(asked[0], asked[1], asked[2], asked[3]);
    }

    private void tell(OpenScene open, boolean isMaster, Conversion conversion) {
        Scene scene = open.scene();
        Size view = scene.view().size();
        boolean hadLevels = scene.levels().size() > 1;
        log.put("suffix", "vnt");
        log.put("sourceIsMaster", isMaster ? 1 : 0);
        log.put("sourceSize", view.width() + "," + view.height());
        log.put("targetSizes", targetSizes(conversion));
        log.put("pyramid", hadLevels || order.pyramid() ? 1 : 0);
        if (order.pyramid()) {
            List<Size> sizes = conversion.sizes();
            log.put("numViews", sizes.size());
            log.put(
                    "maxScl",
                    Math.round((double) sizes.get(0).width()
                            / sizes.get(sizes.size() - 1).width()));
        }
        log.put("iccProfile", scene.view().icc().map(VntcRun::lastPart).orElse(""));
        log.put("numMaterials", scene.materials().size());
        resolutions(
                open,
                (double) conversion.sizes().get(0).width() / conversion.crop().width());
    }

    private String targetSizes(Conversion conversion) {
        List<Size> sizes = order.pyramid() ? conversion.sizes().subList(0, 1) : conversion.sizes();
        return sizes.stream().map(s -> s.width() + "," + s.height()).collect(Collectors.joining(","));
    }

    /** What textures should have, in pixels per scene unit of the largest view; nothing if no object takes any. */
    private void resolutions(OpenScene open, double scale) {
        SceneProof proof = new SceneProof(open, Integer.MAX_VALUE);
        List<Double> found = new ArrayList<>();
        SceneLayers.objects(open.scene().root())
                .keySet()
                .forEach(path -> proof.resolution(path).ifPresent(pixels -> found.add(pixels * scale)));
        if (!found.isEmpty()) {
            log.put(
                    "resolution",
                    decimal(found.stream().mapToDouble(d -> d).max().orElse(0)));
            log.put(
                    "resolution.min",
                    decimal(found.stream().mapToDouble(d -> d).min().orElse(0)));
            log.put(
                    "resolution.avg",
                    decimal(found.stream().mapToDouble(d -> d).average().orElse(0)));
        }
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String memory(long bytes) {
        return bytes >= 1L << 30 && bytes % (1L << 30) == 0 ? (bytes >> 30) + "G" : (bytes >> 20) + "M";
    }

    private void extract(OpenScene open) throws IOException {
        Scene scene = open.scene();
        if (order.contents()) {
            write(".xml", ContentsXml.of(scene).bytes());
        }
        if (order.image() || order.thumbWidth().isPresent()) {
            pictures(open.rasters(0).view(), scene.view().printResolution());
        }
        if (order.imageMap()) {
            Optional<String> map = ImageMapHtml.of(scene, baseName());
            if (map.isPresent()) {
                write(".htm", map.get().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            } else {
                log.warning("there is no image map: no group has an imageMap");
            }
        }
        if (order.profile()) {
            Optional<String> icc = scene.view().icc();
            if (icc.isPresent()) {
                write(".icc", open.file(icc.get()).data());
            } else {
                log.warning("there is no ICC profile: the scene's view names none");
            }
        }
    }

    private void pictures(PixelBuffer view, double dpi) throws IOException {
        if (order.image()) {
            write(".tif", encoded(view, ImageFormat.TIF, 100, dpi));
        }
        if (order.thumbWidth().isPresent()) {
            PixelBuffer small = thumbnail(view, order.thumbWidth().get(), order.sharpening());
            write(".jpg", encoded(small, ImageFormat.JPEG, THUMBNAIL_QUALITY, SCREEN_DPI));
        }
    }

    private static PixelBuffer thumbnail(PixelBuffer view, int most, Optional<UnsharpMask> sharpening) {
        if (Math.max(view.width(), view.height()) <= most) {
            return view;
        }
        PixelBuffer small = new Resampler(Kernel.AREA, Edge.CLAMP)
                .scale(view, view.size().fitInto(new Size(most, most)), Deadline.never());
        return sharpening
                .map(mask -> mask.apply(small, Edge.CLAMP, Deadline.never()))
                .orElse(small);
    }

    private static byte[] encoded(PixelBuffer pixels, ImageFormat format, int quality, double dpi) {
        return Encoders.forFormat(format).encode(pixels, new EncodeSettings(new JpegQuality(quality, false), dpi));
    }

    private void convert(Converter converter, OpenScene open, Conversion conversion) throws IOException {
        Path target = order.destination().orElseGet(() -> order.folder().resolve(targetName(conversion)));
        if (!isSource(target)) {
            told(converter.convert(open, conversion, target.toAbsolutePath(), log::info), target);
        }
    }

    private boolean isSource(Path target) throws IOException {
        boolean same = Files.exists(target) && Files.isSameFile(target, order.source());
        if (same) {
            log.error("the package would take the place of its source: name another destFile");
        }
        return same;
    }

    private void told(PackReport report, Path target) {
        for (PackageProblem problem : report.problems()) {
            String text = problem.where() + ": " + problem.what();
            if (problem.severity() == PackageProblem.Severity.ERROR) {
                log.error(text);
            } else {
                log.warning(text);
            }
        }
        if (report.isWritten()) {
            log.file(target.toAbsolutePath().normalize());
        }
    }

    private String targetName(Conversion conversion) {
        int width = order.pyramid() ? 0 : conversion.sizes().get(0).width();
        return baseName() + order.separator() + width + ".ovp";
    }

    private void write(String suffix, byte[] data) throws IOException {
        Path file = order.folder().resolve(baseName() + suffix);
        Files.write(file, data);
        log.file(file.toAbsolutePath().normalize());
    }

    private String baseName() {
        String name = String.valueOf(order.source().getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
