package dev.vitrine.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
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
    private final Socket socket;
    private final InputStream in;

    public PlainClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
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
        StringBuilder head = new StringBuilder();
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        int space = head.indexOf(" ");
        int status = Integer.parseInt(head.substring(space + 1, space + 4));
        byte[] body = in.readNBytes(status == 304 ? 0 : length);
        return new Answer(status, head.toString(), body);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("the server hung up");
            }
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
