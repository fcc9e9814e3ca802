package dev.vitrine.server.http;

import dev.vitrine.server.config.VitrineConfig;
import dev.vitrine.server.metrics.Metrics;
import dev.vitrine.server.pipeline.RequestIds;
import dev.vitrine.server.pipeline.RequestPipeline;
import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * The server: listens, reads requests, hands them to the {@link Router}. Its connections are opened here rather than by
 * Undertow's builder, because a {@link RequestLineMask} has to stand before the parser of each.
 */
public final class HttpServer {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int MAX_HEADER_BYTES = 32 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final VitrineConfig config;
    private final WorkPool pool;
    private final GracefulShutdownHandler root;
    private XnioWorker io;
    private AcceptingChannel<? extends StreamConnection> listener;
    private HttpOpenListener connections;

    /**
     * Made of its parts.
     *
     * @param nanoTime for deadlines and the log, such as {@link System#nanoTime}
     */
    public HttpServer(
            VitrineConfig config,
            RequestPipeline pipeline,
            WorkPool pool,
            Pages pages,
            RequestIds ids,
            Metrics metrics,
            Clock clock,
            LongSupplier nanoTime) {
        this.config = config;
        this.pool = pool;
        ClientAddress clients = new ClientAddress(config.trustedProxies());
        Answers answers = new Answers(new DirectBodies(config.directBytes()), clock);
        RenderHandler renderer = new RenderHandler(pipeline, pool, answers, config.requestTimeout(), nanoTime);
        AccessLog log = new AccessLog(metrics, nanoTime);
        this.root =
                new GracefulShutdownHandler(new Router(clients, renderer, pages, log, ids, answers, MAX_HEADER_BYTES));
    }

    /** Begins to listen. */
    public void start() throws IOException {
        io = Xnio.getInstance(HttpServer.class.getClassLoader())
                .createWorker(OptionMap.builder()
                        .set(
                                Options.WORKER_IO_THREADS,
                                Math.max(2, Runtime.getRuntime().availableProcessors()))
                        .set(Options.WORKER_TASK_CORE_THREADS, 1)
                        .set(Options.WORKER_TASK_MAX_THREADS, 1)
                        .set(Options.WORKER_NAME, "vitrine-io")
                        .set(Options.THREAD_DAEMON, true)
                        .getMap());
        connections = new HttpOpenListener(new DefaultByteBufferPool(true, BUFFER_BYTES), httpOptions());
        connections.setRootHandler(root);
        ChannelListener<StreamConnection> open = connection -> {
            connection
                    .getSourceChannel()
                    .setConduit(
                            new RequestLineMask(connection.getSourceChannel().getConduit()));
            connections.handleEvent(connection);
        };
        listener = io.createStreamConnectionServer(
                new InetSocketAddress(config.host(), config.port()),
                ChannelListeners.openListenerAdapter(open),
                OptionMap.builder()
                        .set(Options.TCP_NODELAY, true)
                        .set(Options.REUSE_ADDRESSES, true)
                        .set(Options.BACKLOG, 1024)
                        .getMap());
        listener.resumeAccepts();
    }

    /** The port that is listened at; never 0. */
    public int port() {
        return listener.getLocalAddress(InetSocketAddress.class).getPort();
    }

    /** Takes no new requests, lets those that are under way finish for a while, then stops. */
    public void stop() throws InterruptedException {
        IoUtils.safeClose(listener);
        root.shutdown();
        root.awaitShutdown(PATIENCE.toMillis());
        pool.stop(PATIENCE);
        if (connections != null) {
            connections.closeConnections();
        }
        if (io != null) {
            io.shutdown();
        }
    }

    /** Strict about framing, lenient about URLs: what stands in those is for the protocol's own parser to judge. */
    private static OptionMap httpOptions() {
        return OptionMap.builder()
                .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .set(UndertowOptions.DECODE_URL, false)
                .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
                .set(UndertowOptions.MAX_ENTITY_SIZE, 64L * 1024)
                .set(UndertowOptions.MAX_HEADER_SIZE, 512 * 1024)
                .set(UndertowOptions.MAX_HEADERS, 200)
                .set(UndertowOptions.MAX_PARAMETERS, 512 * 1024)
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, 10_000)
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, 60_000)
                .set(UndertowOptions.IDLE_TIMEOUT, 90_000)
                .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .getMap();
    }
}
