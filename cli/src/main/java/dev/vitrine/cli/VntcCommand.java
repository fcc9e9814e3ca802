package dev.vitrine.cli;

import dev.vitrine.core.failure.FailureException;
import dev.vitrine.render.resample.UnsharpMask;
import dev.vitrine.server.Application;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code vitrine vntc}: the protocol's vignette converter, for open packages: the same options and output, 0 for success and 1
 * for any error.
 */
@Command(
        name = "vntc",
        description = "Convert a vignette package for production, and tell or extract what it holds.",
        exitCodeOnInvalidInput = ExitCodes.PROBLEMS,
        mixinStandardHelpOptions = true)
final class VntcCommand implements Callable<Integer> {
    private static final List<String> CLOSED = List.of(".vnt", ".vnc", ".vnw");

    @Parameters(index = "0", arity = "0..1", paramLabel = "sourceFile", description = "a vignette package")
    private Path source;

    @Parameters(index = "1", arity = "0..1", paramLabel = "destFile", description = "the package to write")
    private Path destination;

    @Option(names = "-info", description = "make no package, only tell and extract")
    private boolean info;

    @Option(names = "-contents", description = "write the object hierarchy as XML")
    private boolean contents;

    @Option(names = "-image", description = "write the view as a full-resolution TIFF")
    private boolean image;

    @Option(names = "-imagemap", description = "write the image map as HTML")
    private boolean imageMap;

    @Option(names = "-profile", description = "write the ICC profile")
    private boolean profile;

    @Option(
            names = "-thumbwidth",
            paramLabel = "ival",
            description = "write a JPEG of the view, at most this wide and tall")
    private Integer thumbWidth;

    @Option(
            names = "-width",
            split = ",",
            paramLabel = "ival",
            description = "widths of the views to make; 0 is the full one")
    private List<Integer> widths = List.of();

    @Option(names = "-height", split = ",", paramLabel = "ival", description = "heights of the views to make")
    private List<Integer> heights = List.of();

    @Option(names = "-pyramid", description = "add halves until both sides are at most 128")
    private boolean pyramid;

    @Option(names = "-crop", arity = "4", paramLabel = "n", description = "x y wid hei of the part to keep, in pixels")
    private List<Integer> crop = List.of();

    @Option(names = "-cropn", arity = "4", paramLabel = "n", description = "the same as shares of the view, 0.0 to 1.0")
    private List<Double> cropShares = List.of();

    @Option(
            names = "-jpegquality",
            paramLabel = "ival",
            description = "1 to 100 stores the view as JPEG; 0 (default) as PNG")
    private int jpegQuality;

    @Option(names = "-embedmaterials", description = "keep embedded materials")
    private boolean embedMaterials;

    @Option(names = "-destpath", paramLabel = "path", description = "the folder for what is written")
    private Path destPath;

    @Option(names = "-separator", paramLabel = "string", description = "between name and size; default: -")
    private String separator = "-";

    @Option(names = "-log", paramLabel = "path", description = "the file for the output, instead of standard output")
    private Path log;

    @Option(names = "-tracelevel", paramLabel = "ival", description = "0 tells nothing but errors; default: 1")
    private int traceLevel = 1;

    @Option(names = "-version", paramLabel = "ival", description = "file version to write: 0 or 1")
    private int version;

    @Option(names = "-validateproduction", paramLabel = "ival", description = "check that this is a production package")
    private Integer validate;

    @Option(names = "-versioninfo", description = "tell the version of this utility")
    private boolean versionInfo;

    @Option(names = "-lowerpriority", hidden = true)
    private Integer lowerPriority;

    @Option(names = "-maxmem", hidden = true)
    private Long maxMemory;

    @Option(
            names = "-sharpen",
            paramLabel = "ival",
            description =
                    "sharpen what is scaled: 0 (default) no, 1 gently, 2 and 3 by -usm: brightness only, all components")
    private int sharpen;

    @Option(
            names = "-usm",
            arity = "3",
            paramLabel = "n",
            description =
                    "amount (percent, to 500), radius (pixels, to 10) and threshold (levels) for -sharpen 2 and 3")
    private List<Double> unsharp = List.of();

    @Option(
            names = "-resolution",
            paramLabel = "val",
            description = "pixels per scene unit of the cabinet style to make; default: its own")
    private Double resolution;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (versionInfo) {
            out.println("vitrine " + Application.version());
            out.flush();
            return ExitCodes.DONE;
        }
        checkOptions();
        VntcLog told = new VntcLog(spec.commandLine().getErr(), traceLevel == 0);
        try {
            checkSource();
            ignore(told);
            for (Path file :
                    Stream.of(destination, log).filter(Objects::nonNull).toList()) {
                OutputFile.ready(file);
            }
            new VntcRun(order(), told).run();
        } catch (FailureException e) {
            told.error(e.failure().title() + ": " + e.failure().message());
        } catch (IOException e) {
            told.error(ExitCodes.why(e));
        }
        if (log != null) {
            Files.write(log, told.lines());
        } else {
            told.lines().forEach(out::println);
            out.flush();
        }
        return told.hasErrors() ? ExitCodes.PROBLEMS : ExitCodes.DONE;
    }

    private VntcRun.Order order() {
        Path folder = destPath == null ? source.toAbsolutePath().getParent() : destPath;
        return new VntcRun.Order(
                source,
                Optional.ofNullable(destination),
                folder,
                separator,
                info || validate != null,
                contents,
                image,
                imageMap,
                profile,
                Optional.ofNullable(thumbWidth),
                widths,
                heights,
                pyramid,
                crop,
                cropShares,
                jpegQuality,
                embedMaterials,
                Optional.ofNullable(validate),
                sharpening(),
                resolution == null ? OptionalDouble.empty() : OptionalDouble.of(resolution));
    }

    private Optional<UnsharpMask> sharpening() {
        if (sharpen < 2) {
            return sharpen == 0 ? Optional.empty() : Optional.of(UnsharpMask.REPLY);
        }
        double amount = unsharp.get(0) / 100;
        double radius = unsharp.get(1);
        int threshold = unsharp.get(2).intValue();
        return radius == 0 ? Optional.empty() : Optional.of(new UnsharpMask(radius, amount, threshold, sharpen == 2));
    }

    private void checkOptions() {
        require(source != null, "name a source file, for example: vitrine vntc -pyramid sofa.ovp");
        require(widths.size() < 2 || heights.size() < 2, "several sizes go to -width or to -height, not to both");
        require(
                widths.stream().allMatch(w -> w >= 0) && heights.stream().allMatch(h -> h >= 0),
                "-width and -height are pixels, 0 or more");
        require(crop.isEmpty() || cropShares.isEmpty(), "give -crop or -cropn, not both");
        require(jpegQuality >= 0 && jpegQuality <= 100, "-jpegquality is 0 for PNG, or 1 to 100");
        require(thumbWidth == null || thumbWidth > 0, "-thumbwidth is a number of pixels from 1 on");
        require(sharpen >= 0 && sharpen <= 3, "-sharpen is 0, 1, 2 or 3");
        require(sharpen < 2 || unsharp.size() == 3, "-sharpen 2 and 3 need -usm amount radius threshold");
        require(unsharp.isEmpty() || isUnsharp(), "-usm is an amount to 500, a radius to 10 and a threshold to 255");
        require(resolution == null || resolution > 0, "-resolution is pixels per unit, more than 0");
        require(version == 0 || version == 1, "-version is 0 or 1: there is one version of open packages so far");
        require(traceLevel == 0 || traceLevel == 1, "-tracelevel is 0 or 1");
        require(!separator.contains("/") && !separator.contains("\\"), "-separator may not hold a slash");
    }

    private boolean isUnsharp() {
        return unsharp.get(0) >= 0
                && unsharp.get(0) <= 500
                && unsharp.get(1) >= 0
                && unsharp.get(1) <= 10
                && unsharp.get(2) >= 0
                && unsharp.get(2) <= 255;
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    /** Files of Image Authoring are told apart from damaged ones; a package may have their suffix. */
    private void checkSource() throws IOException {
        String name = String.valueOf(source.getFileName()).toLowerCase(Locale.ROOT);
        boolean isClosed = CLOSED.stream().anyMatch(name::endsWith);
        if (isClosed && Files.isRegularFile(source) && !isZip(source)) {
            throw new IOException(
                    source + " is a file of Image Authoring, whose format is not public. Export its layers"
                            + " and make an open vignette package of them: vitrine pack scene.yaml -o "
                            + name.substring(0, name.length() - 4) + ".ovp (docs/vignette-package.md)");
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == 'P' && head[1] == 'K';
        }
    }

    /** Options of the protocol that mean nothing here. */
    private void ignore(VntcLog told) {
        if (lowerPriority != null) {
            told.warning("-lowerpriority is ignored: start the command with nice");
        }
        if (maxMemory != null) {
            told.warning("-maxmem is ignored: set VITRINE_JAVA_OPTIONS=-Xmx...");
        }
    }
}
