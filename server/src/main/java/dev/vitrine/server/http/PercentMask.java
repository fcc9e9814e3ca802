package dev.vitrine.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Lets requests with a malformed {@code %} reach us. Undertow's parser answers them by itself, with an empty 400, and no option
 * changes that; but such a request must meet the error policy of its catalog. So on its way to the parser a {@code %} of a
 * request line that two hex digits do not follow becomes the byte {@link #MASK}, which {@link RawUrl} turns back.
 *
 * <p>Nothing changes its length or its place, so this cannot shift where one request ends and the next one begins, wherever
 * the parser sees that; at worst (in the body of a request, which nobody reads here) a {@code %} is lost. Up to two bytes are held
 * back until those that follow them arrive.
 */
final class PercentMask extends AbstractStreamSourceConduit<StreamSourceConduit> {
    /** A byte that no UTF-8 text holds. */
    static final char MASK = '\u00ff';

    private static final byte[] NOTHING = {};

    private byte[] heldBack = NOTHING;
    private boolean inRequestLine = true;
    private boolean lineIsEmpty = true;

    PercentMask(StreamSourceConduit next) {
        super(next);
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        if (heldBack.length > 0 && to.remaining() <= heldBack.length) {
            return handOut(to);
        }
        int start = to.position();
        to.put(heldBack);
        int count = next.read(to);
        if (count < 0) {
            boolean ended = heldBack.length == 0;
            heldBack = NOTHING;
            return ended ? count : to.position() - start;
        }
        heldBack = NOTHING;
        mask(to, start);
        return to.position() - start;
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (to[i].hasRemaining()) {
                return read(to[i]);
            }
        }
        return 0;
    }

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
        return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
    }

    @Override
    public long transferTo(long count, ByteBuffer throughBuffer, StreamSinkChannel target) throws IOException {
        return Conduits.transfer(this, count, throughBuffer, target);
    }

    /** Masks what was put into the buffer since {@code start}; takes an undecided end back out of it. */
    private void mask(ByteBuffer buffer, int start) {
        int end = buffer.position();
        for (int i = start; i < end; i++) {
            byte b = buffer.get(i);
            if (inRequestLine && b == '%') {
                boolean hexSoFar =
                        (i + 1 >= end || isHex(buffer.get(i + 1))) && (i + 2 >= end || isHex(buffer.get(i + 2)));
                if (!hexSoFar) {
                    buffer.put(i, (byte) MASK);
                } else if (i + 2 >= end) {
                    heldBack = new byte[end - i];
                    buffer.get(i, heldBack);
                    buffer.position(i);
                    return;
                }
            }
            follow(b);
        }
    }

    /** Keeps track of where a request line begins: at the start, and after the empty line that ends a request's headers. */
    private void follow(byte b) {
        if (b == '\n') {
            inRequestLine = lineIsEmpty;
            lineIsEmpty = true;
        } else if (b != '\r') {
            lineIsEmpty = false;
        }
    }

    private int handOut(ByteBuffer to) {
        int count = Math.min(to.remaining(), heldBack.length);
        to.put(heldBack, 0, count);
        heldBack = Arrays.copyOfRange(heldBack, count, heldBack.length);
        return count;
    }

    private static boolean isHex(byte b) {
        return Character.digit(b, 16) >= 0;
    }
}
