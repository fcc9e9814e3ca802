package dev.vitrine.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The plainest HTTP client there can be: one kept connection, any bytes as a request line, replies with a length. It costs
 * next to nothing, so that what is measured with it is the server.
 */
public final class PlainClient implements AutoCloseable {
    /** As Undertow spells it. */
    private static final String LENGTH = "\nContent-Length: ";

    private final Socket socket;
    private final InputStream in;

    /** What has arrived and not been used yet lies between {@link #start} and {@link #end}. */
    private final byte[] buffer = new byte[1 << 16];

    private int start;
    private int end;

    public PlainClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = socket.getInputStream();
    }

    /** A reply, with its header fields as they were sent. */
    @SuppressWarnings("ArrayRecordComponent") // a body is compared by nobody
    public record Answer(int status, String head, byte[] body) {
        /** A header field, by its name in any case; empty if there is none. */
        public String field(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** Sends a GET of any text, one byte a character, and waits for the reply. */
    public Answer get(String pathAndQuery) throws IOException {
        return get(pathAndQuery, "");
    }

    /** The same with header fields: whole lines, or nothing. */
    public Answer get(String pathAndQuery, String fields) throws IOException {
        String request = "GET " + pathAndQuery + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        String head = head();
        int space = head.indexOf(' ');
        int status = Integer.parseInt(head, space + 1, space + 4, 10);
        int at = head.indexOf(LENGTH);
        byte[] body = new byte[status == 304 || at < 0 ? 0 : length(head, at + LENGTH.length())];
        int there = Math.min(body.length, end - start);
        System.arraycopy(buffer, start, body, 0, there);
        start += there;
        if (in.readNBytes(body, there, body.length - there) < body.length - there) {
            throw new EOFException("the server hung up");
        }
        return new Answer(status, head, body);
    }

    /** All up to the empty line. */
    private String head() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        for (int from = 3; ; ) {
            for (; from < end; from++) {
                if (buffer[from] == '\n' && buffer[from - 2] == '\n') {
                    start = from + 1;
                    return new String(buffer, 0, from - 1, ISO_8859_1);
                }
            }
            int count = in.read(buffer, end, buffer.length - end);
            if (count <= 0) {
                throw new EOFException("the server hung up");
            }
            end += count;
        }
    }

    private static int length(String head, int from) {
        return Integer.parseInt(head, from, head.indexOf('\r', from), 10);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
