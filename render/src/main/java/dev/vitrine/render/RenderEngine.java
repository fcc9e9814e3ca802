package dev.vitrine.render;

import dev.vitrine.catalog.model.ImageRecord;
import dev.vitrine.catalog.resolve.ImageSource;
import dev.vitrine.catalog.resolve.ReplySettings;
import dev.vitrine.catalog.resolve.Resolved;
import dev.vitrine.catalog.resolve.ResolvedRequest;
import dev.vitrine.catalog.resolve.ResolvedServing;
import dev.vitrine.catalog.resolve.ServedObject;
import dev.vitrine.catalog.resolve.SourceFile;
import dev.vitrine.catalog.resolve.Vignette;
import dev.vitrine.core.failure.Failures;
import dev.vitrine.core.failure.Warning;
import dev.vitrine.core.limit.Deadline;
import dev.vitrine.core.value.ImageFormat;
import dev.vitrine.core.value.ScriptCall;
import dev.vitrine.core.value.Size;
import dev.vitrine.render.cache.ByteBoundedCache;
import dev.vitrine.render.codec.ColorWay;
import dev.vitrine.render.codec.Decoder;
import dev.vitrine.render.codec.Encoders;
import dev.vitrine.render.codec.IccProfile;
import dev.vitrine.render.codec.SourceBytes;
import dev.vitrine.render.codec.SystemJpeg;
import dev.vitrine.render.limit.Crew;
import dev.vitrine.render.limit.RenderLimits;
import dev.vitrine.render.pixel.PixelBuffer;
import dev.vitrine.render.plan.RenderPlanner;
import dev.vitrine.render.plan.SceneNode;
import dev.vitrine.render.plan.Sizing;
import dev.vitrine.render.report.ContentsXml;
import dev.vitrine.render.report.ImageMapXml;
import dev.vitrine.render.report.Properties;
import dev.vitrine.render.report.PropertiesWriter;
import dev.vitrine.render.report.ReplyLook;
import dev.vitrine.render.report.Reports;
import dev.vitrine.render.report.ServingReports;
import dev.vitrine.render.report.TextBody;
import dev.vitrine.render.resample.Developed;
import dev.vitrine.render.resample.Edge;
import dev.vitrine.render.resample.Kernel;
import dev.vitrine.render.resample.Resampler;
import dev.vitrine.render.scene.OpenScene;
import dev.vitrine.render.scene.SceneStore;
import dev.vitrine.render.serve.ServingPlan;
import dev.vitrine.render.serve.ServingRenderer;
import dev.vitrine.render.serve.SourcePicture;
import dev.vitrine.render.step.Picture;
import dev.vitrine.render.step.RenderPlan;
import dev.vitrine.render.step.Renderer;
import dev.vitrine.render.step.Styles;
import dev.vitrine.render.text.FontShelf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The way into this module: answers resolved requests. Everything it decodes is kept up to one bound of memory. Safe for many
 * threads.
 */
public final class RenderEngine {
    /** All layers together may take this many times the pixels of the largest reply. */
    private static final int LAYERS_PER_REPLY = 4;

    /** Error images are small, and templates may well have some layers as large as they are. */
    private static final int LAYERS_PER_ERROR_IMAGE = 12;

    private final Optional<SystemJpeg> jpeg;
    private final SceneStore scenes;
    private final RenderPlanner planner;
    private final Sizing sizing;
    private final PictureStore pictures;
    private final Styles styles;
    private final Renderer renderer;
    private final ServingRenderer serving;
    private final ByteBoundedCache cache;
    private final Crew crew;
    private final SourcePictures files;
    private final Colorist colorist;
    private final ReplyWriter writer;
    private final Decoder decoder;
    private final long maxFileBytes;
    private final PropertiesWriter properties = new PropertiesWriter();

    /** An engine with a cache of its own; each request is worked on by the thread that asks. */
    public RenderEngine(RenderLimits limits) {
        this(limits, Crew.alone());
    }

    /** An engine with a cache of its own, and others who work on its requests. */
    public RenderEngine(RenderLimits limits, Crew crew) {
        this(limits, crew, Optional.empty());
    }

    /** @param jpeg decodes JPEG sources and encodes JPEG replies in our place */
    public RenderEngine(RenderLimits limits, Crew crew, Optional<SystemJpeg> jpeg) {
        this(limits, new ByteBoundedCache(limits.cacheBytes()), crew, jpeg, LAYERS_PER_REPLY);
    }

    private RenderEngine(
            RenderLimits limits, ByteBoundedCache cache, Crew crew, Optional<SystemJpeg> jpeg, int layersPerReply) {
        this.crew = crew;
        this.jpeg = jpeg;
        this.scenes = new SceneStore(limits, cache);
        this.sizing = new Sizing(limits.maxReplyPixels());
        this.planner = new RenderPlanner(sizing, file -> scenes.openStyle(file).style());
        this.decoder = new Decoder(limits.maxSourcePixels(), jpeg);
        this.maxFileBytes = limits.maxEntryBytes();
        this.cache = cache;
        this.colorist = new Colorist(cache);
        this.writer = new ReplyWriter(colorist, new ReplyFiles(cache), jpeg);
        this.files = new SourcePictures(cache, decoder, maxFileBytes, colorist);
        this.serving = new ServingRenderer(
                this::source, new FontShelf(cache), limits.maxReplyPixels(), layersPerReply * limits.maxReplyPixels());
        this.pictures = new PictureStore(cache, new Maker(), Optional.empty());
        this.styles = new StyleRasters(scenes);
        this.renderer = new Renderer(pictures, styles, crew);
    }

    /**
     * What would be done for a request that asks for a picture.
     *
     * @throws dev.vitrine.core.failure.FailureException if something it names is missing or bad, or the reply too large
     */
    public RenderPlan plan(ResolvedRequest request, Deadline deadline) {
        deadline.check();
        OpenScene scene = scenes.open(vignette(request).file());
        return planner.plan(request, scene.scene(), () -> scene.rasters(0), inner -> plan(inner, deadline));
    }

    /**
     * The reply to a request of any kind.
     *
     * @param now is written into properties, and changes nothing else
     * @throws dev.vitrine.core.failure.FailureException if the request cannot be answered
     */
    public Rendered answer(ResolvedRequest request, Deadline deadline, Instant now) {
        return crew.busy(() -> made(request, deadline, now));
    }

    private Rendered made(ResolvedRequest request, Deadline deadline, Instant now) {
        return switch (request.kind().type()) {
            case IMG, OBJECT, DEBUG -> picture(plan(request, deadline), deadline);
            case PROPS -> replyProperties(request, now);
            case IMAGEPROPS -> {
                OpenScene open = scenes.open(vignette(request).file());
                String profile = Reports.profile(open.scene())
                        .orElse(Colorist.workingName(request.reply().encoding().colors()));
                Properties report = Reports.imageProperties(
                        vignette(request), request.reply(), profile, open.scene(), open.rasters(0));
                yield report(request, report, now);
            }
            case CONTENTS ->
                text(
                        request,
                        ContentsXml.of(scenes.open(vignette(request).file()).scene()));
            case MAP ->
                text(
                        request,
                        ImageMapXml.of(scenes.open(vignette(request).file()).scene(), request.groupLevel()));
            case USERDATA -> text(request, Reports.userData(request.userData()));
            case VALIDATE -> report(request, Reports.valid(), now);
            case EXISTS -> report(request, Reports.exists(request.vignette().isPresent()), now);
            case BANNER -> report(request, Reports.banner("Image Rendering"), now);
            case MASK, TMB, CATALOGPROPS -> throw Failures.notSupported("req=" + request.kind());
        };
    }

    /** What would be drawn for an Image Serving request that asks for a picture; failures as for the others. */
    public ServingPlan plan(ResolvedServing request, Deadline deadline) {
        deadline.check();
        return serving.plan(request, deadline);
    }

    /** The reply to an Image Serving request of any kind; {@code now} and failures as for the others. */
    public Rendered answer(ResolvedServing request, Deadline deadline, Instant now) {
        return crew.busy(() -> made(request, deadline, now));
    }

    private Rendered made(ResolvedServing request, Deadline deadline, Instant now) {
        deadline.check();
        return switch (request.kind().type()) {
            case IMG, MASK, TMB, DEBUG -> {
                PixelBuffer pixels = serving.render(request, deadline);
                yield writer.write(pixels, request.reply(), request.warnings());
            }
            case PROPS -> {
                ReplyLook look = writer.look(request.reply().encoding(), Optional.empty(), Optional.empty());
                yield report(request, ServingReports.reply(request, look, serving.size(request, deadline)), now);
            }
            case IMAGEPROPS -> {
                ServedObject object = request.object().orElseThrow();
                Optional<SourceBytes> file = object.file().map(named -> SourceBytes.read(named, maxFileBytes));
                Optional<Decoder.Typed> picture = file.map(decoder::typed);
                Optional<IccProfile> own = file.flatMap(decoder::profile);
                String profile = own.map(IccProfile::description)
                        .orElse(Colorist.workingName(request.reply().encoding().colors()));
                yield report(
                        request, ServingReports.image(object, picture, profile, own.isPresent(), request.reply()), now);
            }
            case USERDATA ->
                text(
                        request,
                        Reports.userData(
                                request.object().flatMap(ServedObject::record).flatMap(ImageRecord::userData)));
            case VALIDATE -> report(request, Reports.valid(), now);
            case EXISTS -> report(request, Reports.exists(request.object().isPresent()), now);
            case BANNER -> report(request, Reports.banner("Image Serving"), now);
            case CATALOGPROPS -> report(request, ServingReports.catalog(request), now);
            case OBJECT, CONTENTS, MAP -> throw Failures.notSupported("req=" + request.kind() + " of Image Serving");
        };
    }

    private Rendered report(ResolvedServing request, Properties report, Instant now) {
        ScriptCall call = new ScriptCall(
                request.view().handler().orElse(ScriptCall.STANDARD.handler()),
                request.view().callId().orElse(""));
        return text(request, properties.write(report, request.kind().form(), call, now));
    }

    /** The pixels of a source; shared, so not to be written to. */
    private PixelBuffer pixels(ImageSource source, Deadline deadline) {
        if (source instanceof ImageSource.Nested nested) {
            return render(plan(nested.request(), deadline), deadline);
        }
        if (source instanceof ImageSource.Served served) {
            return serving.render(served.request(), deadline);
        }
        if (source instanceof ImageSource.Packed packed) {
            return unpack(new Picture.Packed(packed.vignette(), packed.path()));
        }
        return files.open((ImageSource.File) source).pixels().apply(1);
    }

    /** The picture of a source. */
    private SourcePicture source(ImageSource source, Deadline deadline) {
        return source instanceof ImageSource.File file ? files.open(file) : SourcePicture.of(pixels(source, deadline));
    }

    /** The pixels of a plan; perhaps shared, so not to be written to. */
    public PixelBuffer render(RenderPlan plan, Deadline deadline) {
        return develop(plan, deadline).pixels();
    }

    private Developed develop(RenderPlan plan, Deadline deadline) {
        OpenScene scene = scenes.open(plan.scene());
        if (plan.level() >= scene.scene().levels().size()) {
            throw Failures.sourceDamaged(plan.name(), "it was replaced while it was read");
        }
        Renderer painter = colorist.working(plan.encoding().colors(), profileFile(scene))
                .map(space -> new Renderer(pictures.in(space), styles, crew))
                .orElse(renderer);
        return painter.develop(plan, scene.scene(), scene.rasters(plan.level()), deadline);
    }

    /** An engine for error images: it shares what this one has decoded, and may take much less. */
    public RenderEngine forErrorImages(RenderLimits smaller) {
        return new RenderEngine(smaller, cache, crew, jpeg, LAYERS_PER_ERROR_IMAGE);
    }

    /** Whether replies of this format can be made. */
    public static boolean canEncode(ImageFormat format) {
        return Encoders.has(format);
    }

    /** A template in place of a reply that failed: a picture, whatever the template asks for. */
    public Rendered errorImage(ResolvedServing template, Deadline deadline) {
        return crew.busy(() -> {
            deadline.check();
            PixelBuffer pixels = serving.render(template, deadline);
            deadline.check();
            return writer.write(pixels, template.reply(), List.of());
        });
    }

    /** An image in place of a reply that failed, in the size and format that the reply would have had. */
    public Rendered errorImage(SourceFile image, ReplySettings reply, Deadline deadline) {
        PixelBuffer source = pixels(new ImageSource.File(image), deadline);
        Size size = sizing.reply(source.size(), reply.scale());
        Resampler resampler = new Resampler(Kernel.of(reply.resMode()), Edge.CLAMP);
        PixelBuffer scaled = resampler.scale(source, size, deadline);
        deadline.check();
        return writer.write(scaled, reply, List.of());
    }

    private Rendered picture(RenderPlan plan, Deadline deadline) {
        OpenScene scene = scenes.open(plan.scene());
        Colorist.Colors colors = colorist.colors(plan.encoding(), profileFile(scene));
        Developed picture = develop(plan, deadline);
        deadline.check();
        return writer.write(picture, plan, scene, colors, deadline);
    }

    private Rendered replyProperties(ResolvedRequest request, Instant now) {
        OpenScene scene = scenes.open(vignette(request).file());
        ReplyLook look = writer.look(request.reply().encoding(), profileFile(scene), Reports.profile(scene.scene()));
        RenderPlanner.Outcome outcome = planner.outcome(request, scene.scene(), () -> scene.rasters(0));
        Properties properties = Reports.replyProperties(
                request,
                scene.scene(),
                look,
                outcome.reply(),
                outcome.selected().map(SceneNode::name).orElse(""),
                outcome.selected().map(SceneNode::node),
                outcome.shown().size());
        TextBody body = this.properties.write(properties, request.kind().form(), request.call(), now);
        return new Rendered(body.bytes(), body.mediaType(), outcome.warnings());
    }

    private Rendered report(ResolvedRequest request, Properties report, Instant now) {
        return text(request, properties.write(report, request.kind().form(), request.call(), now));
    }

    private static Rendered text(Resolved request, TextBody body) {
        return new Rendered(body.bytes(), body.mediaType(), List.<Warning>copyOf(request.warnings()));
    }

    /** Makes pictures for scenes. */
    private final class Maker implements PictureStore.Maker {
        @Override
        public PixelBuffer decode(Picture.File file, Optional<IccProfile> working) {
            SourceBytes source = SourceBytes.read(file.file(), maxFileBytes);
            Optional<ColorWay> way = working.flatMap(space -> file.colors().map(colors -> colorist.way(space, colors)));
            return decoder.picture(source, way.orElse(ColorWay.NONE));
        }

        @Override
        public PixelBuffer unpack(Picture packed) {
            return RenderEngine.this.unpack(packed);
        }

        @Override
        public PixelBuffer render(RenderPlan plan, Optional<IccProfile> working, Deadline deadline) {
            Optional<IccProfile> own = working.flatMap(
                    space -> colorist.working(plan.encoding().colors(), profileFile(scenes.open(plan.scene()))));
            return brought(RenderEngine.this.render(plan, deadline), own, working);
        }

        @Override
        public PixelBuffer serve(ResolvedServing request, Optional<IccProfile> working, Deadline deadline) {
            Optional<IccProfile> own = working.flatMap(
                    space -> colorist.working(request.reply().encoding().colors(), Optional.empty()));
            return brought(serving.render(request, deadline), own, working);
        }

        private PixelBuffer brought(PixelBuffer pixels, Optional<IccProfile> own, Optional<IccProfile> working) {
            return working.map(space -> colorist.into(space, own, pixels)).orElse(pixels);
        }
    }

    /** The profile that a scene brings, if it does. */
    private static Optional<SourceBytes> profileFile(OpenScene scene) {
        return scene.scene().view().icc().map(scene::file);
    }

    /** A picture of a package: a material's, a style's or the view. */
    private PixelBuffer unpack(Picture picture) {
        if (picture instanceof Picture.Photograph photograph) {
            return scenes.open(photograph.vignette())
                    .rasters(photograph.level())
                    .view();
        }
        if (picture instanceof Picture.Packaged packaged) {
            return scenes.openStyle(packaged.container()).picture(packaged.file());
        }
        Picture.Packed packed = (Picture.Packed) picture;
        return decoder.picture(scenes.open(packed.vignette()).file(packed.path()));
    }

    private static Vignette vignette(ResolvedRequest request) {
        return request.vignette().orElseThrow(Failures::noVignette);
    }
}
