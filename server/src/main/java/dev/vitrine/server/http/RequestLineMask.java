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
 * Lets requests with a malformed {@code %} or a raw blank in their URL reach us. Undertow's parser answers them by itself, with
 * an empty 400, and no option changes that; but such a request must meet the error policy of its catalog, or simply work. So on
 * its way to the parser a {@code %} of a request line that two hex digits do not follow becomes the byte {@link #PERCENT}, and a
 * blank of a URL becomes the byte {@link #BLANK}; {@link RawUrl} turns them back. The blanks of a URL are those between the one
 * behind the method and the one before {@code HTTP/1.1} and the end of the line.
 *
 * <p>Nothing changes its length or its place, so this cannot shift where one request ends and the next one begins, wherever
 * the parser sees that; at worst (in the body of a request, which nobody reads here) a {@code %} or a blank is lost. A few bytes
 * are held back until those that follow them arrive.
 */
final class RequestLineMask extends AbstractStreamSourceConduit<StreamSourceConduit> {
    /** A byte that no UTF-8 text holds. */
    static final char PERCENT = '\u00ff';

    /** Another one. */
    static final char BLANK = '\u00fe';

    /** What follows a URL, with any digits for nines; behind it comes the end of the line. */
    private static final String VERSION = " HTTP/9.9";

    private static final byte[] NOTHING = {};

    private byte[] heldBack = NOTHING;
    private boolean inRequestLine = true;
    private boolean lineIsEmpty = true;
    private Target target = Target.AHEAD;

    /** How far a request line has been read. */
    private enum Target {
        /** Only the method, or a part of it. */
        AHEAD,
        /** The method and one blank. */
        BEGINS,
        /** A part of the URL. */
        INSIDE
    }

    /** What can be said of a byte by those that follow it, as far as they have arrived. */
    private enum Verdict {
        KEEP,
        MASK,
        UNDECIDED
    }

    RequestLineMask(StreamSourceConduit next) {
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
            if (b > ' ' && b != '%' && isSettled()) {
                continue; // most bytes: nothing to mask, nothing to learn
            }
            switch (verdict(buffer, i, end)) {
                case KEEP -> {} // as it is
                case MASK -> buffer.put(i, (byte) (b == '%' ? PERCENT : BLANK));
                case UNDECIDED -> {
                    heldBack = new byte[end - i];
                    buffer.get(i, heldBack);
                    buffer.position(i);
                    return;
                }
            }
            follow(b);
        }
    }

    /** Whether a letter would change nothing of what is known of the place. */
    private boolean isSettled() {
        return !lineIsEmpty && (!inRequestLine || target == Target.INSIDE);
    }

    private Verdict verdict(ByteBuffer buffer, int at, int end) {
        byte b = buffer.get(at);
        if (inRequestLine && b == '%') {
            return percent(buffer, at, end);
        }
        return inRequestLine && b == ' ' && target == Target.INSIDE ? blank(buffer, at, end) : Verdict.KEEP;
    }

    private static Verdict percent(ByteBuffer buffer, int at, int end) {
        for (int i = at + 1; i <= at + 2; i++) {
            if (i == end) {
                return Verdict.UNDECIDED;
            }
            if (!isHex(buffer.get(i))) {
                return Verdict.MASK;
            }
        }
        return Verdict.KEEP;
    }

    /** A blank ends the URL if the version and the end of the line come next, and else belongs to it. */
    private static Verdict blank(ByteBuffer buffer, int at, int end) {
        for (int i = 1; i <= VERSION.length(); i++) {
            if (at + i == end) {
                return Verdict.UNDECIDED;
            }
            byte b = buffer.get(at + i);
            boolean fits;
            if (i == VERSION.length()) {
                fits = b == '\r' || b == '\n';
            } else {
                fits = VERSION.charAt(i) == '9' ? b >= '0' && b <= '9' : b == VERSION.charAt(i);
            }
            if (!fits) {
                return Verdict.MASK;
            }
        }
        return Verdict.KEEP;
    }

    /**
     * Keeps track of where a request line begins (at the start, and after the empty line that ends a request's headers) and how
     * far it has been read.
     */
    private void follow(byte b) {
        if (b == '\n') {
            inRequestLine = lineIsEmpty;
            lineIsEmpty = true;
            target = Target.AHEAD;
        } else if (b != '\r') {
            lineIsEmpty = false;
            target = switch (target) {
                case AHEAD -> b == ' ' ? Target.BEGINS : Target.AHEAD;
                case BEGINS, INSIDE -> b == ' ' && target == Target.BEGINS ? Target.BEGINS : Target.INSIDE;
            };
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
