package dev.vitrine.server;

import dev.vitrine.catalog.file.CatalogContent;
import dev.vitrine.catalog.file.CatalogLimits;
import dev.vitrine.catalog.file.CatalogLoader;
import dev.vitrine.catalog.model.Problem;
import dev.vitrine.catalog.resolve.RequestReader;
import dev.vitrine.catalog.resolve.SourcePaths;
import dev.vitrine.catalog.store.CatalogSnapshot;
import dev.vitrine.catalog.store.CatalogStore;
import dev.vitrine.catalog.store.CatalogWatch;
import dev.vitrine.render.RenderEngine;
import dev.vitrine.render.codec.SystemJpeg;
import dev.vitrine.render.limit.Crew;
import dev.vitrine.server.config.VitrineConfig;
import dev.vitrine.server.gallery.Gallery;
import dev.vitrine.server.gallery.GalleryPage;
import dev.vitrine.server.gallery.GalleryReader;
import dev.vitrine.server.http.HttpServer;
import dev.vitrine.server.http.Pages;
import dev.vitrine.server.http.WorkPool;
import dev.vitrine.server.metrics.Metrics;
import dev.vitrine.server.pipeline.Caches;
import dev.vitrine.server.pipeline.CatalogInterpreter;
import dev.vitrine.server.pipeline.EngineRenderer;
import dev.vitrine.server.pipeline.Renderer;
import dev.vitrine.server.pipeline.RequestIds;
import dev.vitrine.server.pipeline.RequestPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole server, put together: constructors in order, and nothing cleverer. */
public final class Application {
    private static final Logger log = LoggerFactory.getLogger(Application.class);
    private static final String ICON =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><path d=\"M2 2h12v12H2z\" fill=\"#8a4b2a\"/>"
                    + "<path d=\"M4 5l4 7 4-7\" fill=\"none\" stroke=\"#fff\" stroke-width=\"1.6\"/></svg>";

    private final VitrineConfig config;
    private final CatalogWatch watch;
    private final CatalogStore catalogs;
    private final CatalogWatch imageWatch;
    private final CatalogStore images;
    private final RequestReader reader;
    private final SpareThreads spare;
    private final WorkPool pool;
    private final Crew crew;
    private final Optional<SystemJpeg> jpeg;
    private final RenderEngine engine;
    private final RequestPipeline pipeline;
    private final Caches caches;
    private final Metrics metrics = new Metrics();

    /** Loads the catalogs; whatever is wrong with them is in {@link #catalogs} to be read. */
    public Application(VitrineConfig config) {
        this(config, renderer -> renderer);
    }

    /**
     * The same around a renderer that may be changed, such as by a test that makes it fail.
     *
     * @param around makes of the usual renderer the one that is used
     */
    public Application(VitrineConfig config, UnaryOperator<Renderer> around) {
        this.config = config;
        this.watch = new CatalogWatch(config.catalogRoot());
        this.catalogs = new CatalogStore(new CatalogLoader(config.catalogRoot(), CatalogLimits.standard()));
        this.imageWatch = new CatalogWatch(config.imageCatalogRoot());
        this.images = new CatalogStore(
                new CatalogLoader(config.imageCatalogRoot(), CatalogLimits.standard(), CatalogContent.IMAGES));
        this.spare = new SpareThreads(config.processors());
        this.pool = new WorkPool(config.workers(), config.queue());
        this.crew = spare.crew(pool::waiting);
        SourcePaths paths = new SourcePaths(config.resourceRoots());
        this.reader = new RequestReader(config.requestLimits(), paths, catalogs::snapshot, images::snapshot);
        this.jpeg = config.systemJpeg() ? SystemJpeg.find() : Optional.empty();
        this.engine = new RenderEngine(config.renderLimits(), crew, jpeg);
        this.caches = new Caches(
                config.replyCacheBytes() - config.directBytes(),
                config.errors().memoryBytes(),
                config.errors().memory(),
                System::nanoTime);
        Renderer renderer = new EngineRenderer(
                engine, config.renderLimits(), config.errors().imagePixels());
        this.pipeline = new RequestPipeline(
                new CatalogInterpreter(catalogs, images, reader, paths, RenderEngine::canEncode),
                around.apply(renderer),
                caches,
                metrics,
                version() + jpeg.map(library -> " " + library.name()).orElse(""),
                config.errors().imageTime(),
                Clock.systemUTC(),
                System::nanoTime);
    }

    /** The version of this build, or {@code dev} when it runs from no jar. */
    public static String version() {
        return Optional.ofNullable(Application.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }

    public VitrineConfig config() {
        return config;
    }

    public CatalogStore catalogs() {
        return catalogs;
    }

    /** The image catalogs. */
    public CatalogStore images() {
        return images;
    }

    public RequestReader reader() {
        return reader;
    }

    public RenderEngine engine() {
        return engine;
    }

    public RequestPipeline pipeline() {
        return pipeline;
    }

    /** Starts to answer over HTTP, and to look after the catalogs. */
    public Running start() throws IOException {
        HealthReport health = new HealthReport(version(), jpegLibrary(), catalogs, caches, pool, crew, metrics);
        new Gauges(metrics).watch(catalogs, images, caches, pool, crew);
        String firstPage = GalleryPage.write(gallery());
        Pages pages = new Pages(Map.of(
                "/", () -> Pages.Page.html(firstPage),
                "/health", () -> Pages.Page.json(health.write()),
                "/metrics", () -> Pages.Page.of(Metrics.MEDIA_TYPE, metrics.page()),
                "/favicon.ico", () -> Pages.Page.svg(ICON)));
        HttpServer server = new HttpServer(
                config, pipeline, pool, pages, RequestIds.numbered(), metrics, Clock.systemUTC(), System::nanoTime);
        server.start();
        if (config.systemJpeg() && jpeg.isEmpty()) {
            log.warn("the system has no libturbojpeg that can be used: JPEG is written and read by ours");
        }
        tell(catalogs.snapshot());
        if (!config.imageCatalogRoot().equals(config.catalogRoot())) {
            tell(images.snapshot());
        }
        return new Running(server, watching(), spare::stop);
    }

    private String jpegLibrary() {
        return jpeg.map(SystemJpeg::name).orElse(config.systemJpeg() ? "java, for the system has none" : "java");
    }

    /**
     * The server while it listens.
     *
     * @param afterwards is done when it has stopped
     */
    public record Running(HttpServer server, ScheduledExecutorService watcher, Runnable afterwards) {
        public int port() {
            return server.port();
        }

        /** Lets requests under way finish, then stops. */
        public void stop() throws InterruptedException {
            watcher.shutdownNow();
            server.stop();
            afterwards.run();
        }
    }

    private Optional<Gallery> gallery() throws IOException {
        if (config.gallery().isEmpty()) {
            return Optional.empty();
        }
        Path file = config.gallery().get();
        if (!Files.isRegularFile(file)) {
            throw new IOException("vitrine.gallery: there is no file " + file);
        }
        return Optional.of(new GalleryReader().read(file));
    }

    private ScheduledExecutorService watching() {
        ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "vitrine-catalog-watch");
            thread.setDaemon(true);
            return thread;
        });
        long seconds = config.catalogCheck().toSeconds();
        if (seconds > 0) {
            var unused = watcher.scheduleWithFixedDelay(this::look, seconds, seconds, TimeUnit.SECONDS);
        }
        return watcher;
    }

    private void look() {
        try {
            if (watch.check()) {
                tell(catalogs.reload());
                caches.forgetFailures();
            }
            if (imageWatch.check()) {
                tell(images.reload());
                caches.forgetFailures();
            }
        } catch (RuntimeException e) {
            log.error("the catalogs could not be looked at", e);
        }
    }

    private static void tell(CatalogSnapshot snapshot) {
        log.info(
                "catalogs loaded, generation {}: {}",
                snapshot.generation(),
                snapshot.catalogs().keySet());
        for (Problem problem : snapshot.problems()) {
            log.warn("{}", problem);
        }
    }
}
