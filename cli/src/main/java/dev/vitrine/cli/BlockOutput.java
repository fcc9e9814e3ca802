package dev.vitrine.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Holds back what is written until there is a block of it, or somebody flushes: a thousand short lines cost one write. Nothing
 * is lost and nothing changes its order. While a block is on its way another one is filled; whoever fills that one waits. For any
 * number of threads.
 */
final class BlockOutput extends OutputStream {
    private final OutputStream to;
    private final int blockBytes;
    private final Object writing = new Object();
    private ByteArrayOutputStream filling;
    private ByteArrayOutputStream spare;
    private volatile boolean holdsBack = true;

    /** @param blockBytes from so many bytes on, a block is written by whoever brought the last of them */
    BlockOutput(OutputStream to, int blockBytes) {
        this.to = to;
        this.blockBytes = blockBytes;
        this.filling = new ByteArrayOutputStream(blockBytes);
        this.spare = new ByteArrayOutputStream(blockBytes);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        boolean full;
        synchronized (this) {
            filling.write(bytes, offset, length);
            full = filling.size() >= blockBytes;
        }
        if (full || !holdsBack) {
            flush();
        }
    }

    /** Everything that was written before is on its way when this returns. */
    @Override
    public void flush() throws IOException {
        synchronized (writing) {
            ByteArrayOutputStream block;
            synchronized (this) {
                block = filling;
                filling = spare;
                spare = block;
            }
            if (block.size() > 0) {
                try {
                    block.writeTo(to);
                } finally {
                    block.reset();
                }
                to.flush();
            }
        }
    }

    /** From now on everything is written at once, what was held back too. */
    void holdNothingBack() throws IOException {
        holdsBack = false;
        flush();
    }

    /** Writes the rest; what is behind stays open. */
    @Override
    public void close() throws IOException {
        holdNothingBack();
    }
}
