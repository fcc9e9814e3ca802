package dev.vitrine.it.bench;

import dev.vitrine.core.request.RawRequest;
import dev.vitrine.it.PlainClient;
import dev.vitrine.server.Application;
import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loads a real server and, turn by turn in the same process, a bare Undertow that sends the same bytes from memory. Only the
 * loopback is used, for {@code bench.seconds} (at most 20) a turn and {@code bench.rounds} rounds, after {@code bench.warm} that do
 * not count; {@code bench.onlyHits=true} leaves out what is rendered. Prints requests per second, and ratios that are medians over
 * the rounds.
 */
public final class ServerLoad {
    private static final int CONNECTIONS = 8;

    private final PrintStream out;
    private final double seconds = Math.min(20, Double.parseDouble(System.getProperty("bench.seconds", "2")));
    private final int rounds = Integer.getInteger("bench.rounds", 5);
    private final int warm = Integer.getInteger("bench.warm", 1);
    private final boolean misses = !Boolean.getBoolean("bench.onlyHits");
    private final AtomicInteger fresh = new AtomicInteger();
    private final Map<String, double[]> rates = new LinkedHashMap<>();

    private ServerLoad(PrintStream out) {
        this.out = out;
    }

    /** Runs all loads. */
    public static void main(String[] arguments) throws Exception {
        String kept = System.getProperty("bench.folder", "");
        Path scratch = kept.isEmpty() ? Files.createTempDirectory("vitrine-bench") : Path.of(kept);
        try {
            Application application = StandardScene.in(scratch)
                    .application("vitrine.sceneCacheMegabytes=512\nvitrine.requestTimeoutMillis=300000\n");
            new ServerLoad(System.out).run(application);
        } finally {
            if (kept.isEmpty()) {
                Scratch.delete(scratch);
            }
        }
    }

    private void run(Application application) throws Exception {
        String large = target(StandardScene.request("A", "&cache=on"));
        String small = target(StandardScene.request("A", "&wid=330&hei=330&cache=on"));
        Application.Running running = application.start();
        Undertow bare = null;
        try {
            PlainClient.Answer known = new PlainClient(running.port()).get(large);
            byte[] smallBody = new PlainClient(running.port()).get(small).body();
            bare = bare(known.body(), smallBody);
            int there =
                    ((java.net.InetSocketAddress) bare.getListenerInfo().get(0).getAddress()).getPort();
            out.printf("large %d bytes, small %d bytes%n", known.body().length, smallBody.length);
            for (int round = -warm; round < rounds; round++) {
                note(round, "bare hello", load(there, "/hello", ""));
                note(round, "bare large", load(there, "/large", ""));
                note(round, "bare small", load(there, "/small", ""));
                note(round, "hit large", load(running.port(), large, ""));
                note(round, "hit small", load(running.port(), small, ""));
                note(round, "304", load(running.port(), large, "If-None-Match: " + known.field("ETag") + "\r\n"));
                if (misses) {
                    note(round, "in process", inProcess(application));
                    note(round, "misses", load(running.port(), null, ""));
                }
            }
        } finally {
            running.stop();
            if (bare != null) {
                bare.stop();
            }
        }
        rates.forEach((name, all) -> out.printf(Locale.ROOT, "HTTP %s %.0f/s%n", name, median(all)));
        if (misses) {
            ratio("goal 10: misses vs in process", "misses", "in process");
        }
        ratio("goal 11: hit vs the same buffer", "hit large", "bare large");
        ratio("goal 12: small hit vs hello", "hit small", "bare hello");
        ratio("goal 12: small hit vs the same buffer", "hit small", "bare small");
        ratio("goal 12: 304 vs hello", "304", "bare hello");
    }

    private static String target(RawRequest request) {
        return "/ir/render" + request.path() + "?" + request.query();
    }

    private void note(int round, String name, double rate) {
        if (round >= 0) {
            rates.computeIfAbsent(name, unused -> new double[rounds])[round] = rate;
        }
    }

    private void ratio(String what, String ours, String theirs) {
        double[] each = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            each[i] = rates.get(ours)[i] / rates.get(theirs)[i];
        }
        out.printf(Locale.ROOT, "RATIO %s %.3f%n", what, median(each));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A color that nobody has asked for yet. */
    private RawRequest next() {
        String color = String.format(Locale.ROOT, "%06x", (fresh.incrementAndGet() * 0x9e3779b1L) & 0xffffff);
        return StandardScene.request("C", "&obj=floor&color=" + color + "&cache=on");
    }

    private double inProcess(Application application) throws Exception {
        return rate(Collections.nCopies(2, () -> StandardScene.answer(application, next())));
    }

    /** @param path null for a new picture each time */
    private double load(int port, String path, String header) throws Exception {
        List<PlainClient> clients = new java.util.ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(new PlainClient(port));
            }
            return rate(clients.stream()
                    .<Callable<?>>map(c -> () -> good(c.get(path == null ? target(next()) : path, header)))
                    .toList());
        } finally {
            for (PlainClient client : clients) {
                client.close();
            }
        }
    }

    private static PlainClient.Answer good(PlainClient.Answer answer) throws IOException {
        if (answer.status() != 200 && answer.status() != 304) {
            throw new IOException(answer.head());
        }
        return answer;
    }

    /** Runs each task over and over in a thread of its own; how many per second all of them manage. */
    private double rate(List<Callable<?>> tasks) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(tasks.size());
        try {
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            List<Callable<Long>> loops = tasks.stream()
                    .<Callable<Long>>map(task -> () -> {
                        long count = 0;
                        while (System.nanoTime() < end) {
                            task.call();
                            count++;
                        }
                        return count;
                    })
                    .toList();
            long count = 0;
            for (Future<Long> each : pool.invokeAll(loops)) {
                count += each.get();
            }
            return count / ((System.nanoTime() - start) / 1e9);
        } finally {
            pool.shutdown();
        }
    }

    private static Undertow bare(byte[] large, byte[] small) throws IOException {
        ByteBuffer largeBuffer = direct(large);
        ByteBuffer smallBuffer = direct(small);
        Undertow server = Undertow.builder()
                .setIoThreads(2)
                .setWorkerThreads(4)
                .addHttpListener(0, "127.0.0.1")
                .setHandler(exchange -> {
                    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "image/jpeg");
                    switch (exchange.getRequestPath()) {
                        case "/large" -> exchange.getResponseSender().send(largeBuffer.duplicate());
                        case "/small" -> exchange.getResponseSender().send(smallBuffer.duplicate());
                        default -> exchange.getResponseSender().send("Hello, World!");
                    }
                })
                .build();
        server.start();
        return server;
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
