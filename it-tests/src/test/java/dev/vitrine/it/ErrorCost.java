package dev.vitrine.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * What a remembered failure costs beside the cheapest good reply, a cached image, over HTTP in one run. Not part of the gate:
 *
 * <pre>mvn -o -q -pl it-tests -am -Dtest=ErrorCost -Dsurefire.failIfNoSpecifiedTests=false test</pre>
 */
class ErrorCost {
    private static final int ROUNDS = 12;
    private static final int REQUESTS = 2000;

    @Test
    void rememberedFailure_besideACachedImage() throws Exception {
        ((Logger) LoggerFactory.getLogger("vitrine.access")).setLevel(Level.OFF);
        try (ExampleServer server = ExampleServer.ofExamples();
                PlainClient client = new PlainClient(server.port())) {
            String[] requests = {
                "/ir/render/demo/sofa?wid=300", "/ir/render/demo/none?wid=300", "/ir/render/demo/none?wid=300&req=debug"
            };
            double[] seconds = new double[requests.length];
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < requests.length; i++) {
                    double took = time(client, requests[i]);
                    seconds[i] += round < 2 ? 0 : took;
                }
            }
            double total = (ROUNDS - 2.0) * REQUESTS;
            System.out.printf(
                    "cached image %.0f/s, remembered failure as error image %.0f/s (x %.2f), as text %.0f/s (x %.2f)%n",
                    total / seconds[0],
                    total / seconds[1],
                    seconds[0] / seconds[1],
                    total / seconds[2],
                    seconds[0] / seconds[2]);
            assertTrue(seconds[2] < seconds[0], "a remembered failure costs more than a cached image");
        }
    }

    private static double time(PlainClient client, String request) throws IOException {
        client.get(request);
        long start = System.nanoTime();
        for (int i = 0; i < REQUESTS; i++) {
            client.get(request);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
