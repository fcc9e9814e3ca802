package dev.vitrine.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Writes the log to standard error, many lines at a time: a line of its own for each request would cost as much as a cached reply.
 * A line waits for a tenth of a second at most, one of WARN or worse not at all. When the process ends, by itself or by a signal,
 * no line is left behind; only a process that is killed has no time to write its last ones.
 *
 * <p>Public for Logback, which makes it as {@code logback.xml} says.
 */
public final class BlockAppender extends OutputStreamAppender<ILoggingEvent> {
    private static final int BLOCK_BYTES = 64 * 1024;
    private static final int PATIENCE_MILLIS = 100;

    private final BlockOutput lines = new BlockOutput(ConsoleTarget.SystemErr.getStream(), BLOCK_BYTES);

    @Override
    public void start() {
        setImmediateFlush(false);
        setOutputStream(lines);
        super.start();
        var unused = getContext()
                .getScheduledExecutorService()
                .scheduleWithFixedDelay(this::flush, PATIENCE_MILLIS, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(this::holdNothingBack, "vitrine-log"));
    }

    @Override
    protected void append(ILoggingEvent event) {
        super.append(event);
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            flush();
        }
    }

    private void flush() {
        try {
            lines.flush();
        } catch (IOException e) {
            addError("the log could not be written", e);
        }
    }

    private void holdNothingBack() {
        try {
            lines.holdNothingBack();
        } catch (IOException e) {
            addError("the log could not be written", e);
        }
    }
}
