package dev.vitrine.cli;

import dev.vitrine.server.Application;
import dev.vitrine.server.config.VitrineConfig;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vitrine serve}: answers over HTTP until it is told to stop. */
@Command(name = "serve", description = "Answer requests over HTTP.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private ConfigOption config;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            description = "the port to listen at; 0 takes a free one")
    private Integer port;

    @Option(names = "--host", paramLabel = "HOST", description = "the address to listen at")
    private String host;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (port != null && (port < 0 || port > 65535)) {
            throw new ParameterException(spec.commandLine(), "--port is 0 to 65535");
        }
        VitrineConfig read = config.read();
        VitrineConfig where = read.at(
                Optional.ofNullable(host).orElse(read.host()),
                Optional.ofNullable(port).orElse(read.port()));
        PrintWriter out = spec.commandLine().getOut();
        Application.Running running;
        try {
            running = new Application(where).start();
        } catch (BindException e) {
            spec.commandLine().getErr().println("Port " + where.port() + " is taken; choose another one with --port.");
            return ExitCodes.PROBLEMS;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, stopped), "vitrine-stop"));
        String url = "http://" + where.host() + ":" + running.port() + "/";
        out.println("Vitrine " + Application.version() + " is at " + url);
        out.println("Open it in a browser to see the examples; " + url + "health tells how it is doing. Ctrl-C stops.");
        out.flush();
        stopped.await();
        return ExitCodes.DONE;
    }

    private static void stop(Application.Running running, CountDownLatch stopped) {
        try {
            running.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }
}
