package dev.vitrine.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BlockOutputTest {
    private final List<String> written = new ArrayList<>();
    private final OutputStream behind = new OutputStream() {
        @Override
        public void write(int b) {
            written.add(Character.toString(b));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            written.add(new String(bytes, offset, length, US_ASCII));
        }
    };

    @Test
    void write_lessThanABlock_waitsForAFlush() throws IOException {
        BlockOutput output = new BlockOutput(behind, 10);
        put(output, "one\n");
        put(output, "two\n");
        assertEquals(List.of(), written);
        output.flush();
        output.flush();
        assertEquals(List.of("one\ntwo\n"), written);
    }

    @Test
    void write_aBlock_isOneWrite() throws IOException {
        BlockOutput output = new BlockOutput(behind, 8);
        put(output, "one\n");
        put(output, "two\n");
        put(output, "much longer than a block\n");
        put(output, "3\n");
        assertEquals(List.of("one\ntwo\n", "much longer than a block\n"), written);
    }

    @Test
    void holdNothingBack_writesTheRestAndThenAtOnce() throws IOException {
        BlockOutput output = new BlockOutput(behind, 100);
        put(output, "one\n");
        output.holdNothingBack();
        put(output, "two\n");
        output.close();
        assertEquals(List.of("one\n", "two\n"), written);
    }

    @Test
    @Timeout(60)
    void write_whileABlockIsOnItsWay_waitsForNobody() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        ByteArrayOutputStream slow = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                begun.countDown();
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                super.write(bytes, offset, length);
            }
        };
        BlockOutput output = new BlockOutput(slow, 100);
        put(output, "one\n");
        Thread writer = new Thread(() -> flush(output));
        writer.start();
        begun.await();
        put(output, "two\n");
        released.countDown();
        writer.join();
        output.flush();
        assertEquals("one\ntwo\n", slow.toString(US_ASCII));
    }

    @Test
    void write_manyThreadsWhileOthersFlush_losesAndTearsNoLine() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        BlockOutput output = new BlockOutput(all, 64);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> threads = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                String name = "thread " + thread + " line ";
                threads.add(pool.submit(() -> {
                    for (int i = 0; i < 1000; i++) {
                        put(output, name + i + "\n");
                        if (i % 7 == 0) {
                            output.flush();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> thread : threads) {
                thread.get();
            }
        } finally {
            pool.shutdown();
        }
        output.close();
        List<String> lines = all.toString(US_ASCII).lines().toList();
        assertEquals(4000, lines.size());
        for (int thread = 0; thread < 4; thread++) {
            String name = "thread " + thread + " line ";
            assertEquals(
                    IntStream.range(0, 1000).mapToObj(i -> name + i).toList(),
                    lines.stream().filter(line -> line.startsWith(name)).toList());
        }
    }

    private static void put(OutputStream to, String text) throws IOException {
        to.write(text.getBytes(US_ASCII));
    }

    private static void flush(OutputStream output) {
        try {
            output.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
