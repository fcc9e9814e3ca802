package dev.vitrine.render;

import dev.vitrine.catalog.resolve.ReplyEncoding;
import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.render.codec.EncodeSettings;
import dev.vitrine.render.codec.ReplyEncoder;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.codec.SystemJpeg;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.report.ReplyLook;
import dev.vitrine.render.resample.Developed;
import dev.vitrine.render.scene.OpenScene;
import dev.vitrine.render.step.RenderPlan;
import java.util.List;
import java.util.Optional;

/** Finished pixels become the file that a reply asks for. Safe for many threads. */
final class ReplyWriter {
    private static final double SCREEN_DPI = 72;

    private final Colorist colorist;
    private final ReplyFiles files;
    private final Optional<SystemJpeg> jpeg;

    ReplyWriter(Colorist colorist, ReplyFiles files, Optional<SystemJpeg> jpeg) {
        this.colorist = colorist;
        this.files = files;
        this.jpeg = jpeg;
    }

    /** What a plan has made of its scene. */
    Rendered write(Developed picture, RenderPlan plan, OpenScene scene, Colorist.Colors colors, Deadline deadline) {
        ImageFormat format = format(plan.encoding(), colors);
        EncodeSettings settings = settings(plan.encoding(), colors, plan.printResolution());
        byte[] file = files.of(picture, plan, scene, format, settings, deadline);
        return new Rendered(file, format.mediaType(), plan.warnings());
    }

    /** A picture that belongs to no scene. */
    Rendered write(PixelBuffer pixels, ReplySettings reply, List<Warning> warnings) {
        Colorist.Colors colors = colorist.colors(reply.encoding(), Optional.empty());
        ImageFormat format = format(reply.encoding(), colors);
        double dpi = reply.printResolution().orElse(SCREEN_DPI);
        byte[] file = ReplyEncoder.encode(pixels, format, settings(reply.encoding(), colors, dpi));
        return new Rendered(file, format.mediaType(), warnings);
    }

    /** What is told of a reply's file; the profile is one that the scene brings, and its name. */
    ReplyLook look(ReplyEncoding encoding, Optional<SourceBytes> profile, Optional<String> name) {
        Colorist.Colors colors = colorist.colors(encoding, profile);
        ImageFormat format = format(encoding, colors);
        return new ReplyLook(
                format,
                colors.type(),
                Colorist.name(encoding.colors(), colors, name),
                colors.output().embedded().isPresent() && ReplyEncoder.embeds(format));
    }

    private EncodeSettings settings(ReplyEncoding encoding, Colorist.Colors colors, double dpi) {
        return new EncodeSettings(
                encoding.quality(),
                printable(dpi),
                colors.type(),
                encoding.compression(),
                encoding.quantization(),
                colors.output(),
                encoding.mostKilobytes() * 1024,
                jpeg);
    }

    private static ImageFormat format(ReplyEncoding encoding, Colorist.Colors colors) {
        ImageFormat asked = encoding.format().format();
        return colors.dropsAlpha() ? asked.opaque() : asked;
    }

    /** Files can note only so much. */
    private static double printable(double dpi) {
        return dpi >= 1 && dpi < 100_000 ? dpi : SCREEN_DPI;
    }
}
