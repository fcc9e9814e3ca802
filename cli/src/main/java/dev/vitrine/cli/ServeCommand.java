package dev.vitrine.cli;

import dev.vitrine.server.Application;
import dev.vitrine.server.config.VitrineConfig;
import java.io.PrintWriter;
import java.net.SocketException;
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
        } catch (SocketException e) {
            spec.commandLine().getErr().println(why(where, String.valueOf(e.getMessage())));
            spec.commandLine().getErr().flush();
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

    private static String why(VitrineConfig where, String said) {
        return said.contains("in use")
                ? "Port " + where.port() + " is taken; choose another one with --port."
                : "'" + where.host() + "' cannot be listened at (" + said
                        + "); give --host an address of this machine, or" + " 0.0.0.0 for all of them.";
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
