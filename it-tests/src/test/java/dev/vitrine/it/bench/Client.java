package dev.vitrine.it.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** One connection that is kept, and as little as it takes to ask over it: what it costs is taken from every ratio. */
final class Client implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final StringBuilder line = new StringBuilder();

    Client(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** The answer, 200 or 304. {@code header}: whole lines, or nothing. */
    Answer get(String target, String header) throws IOException {
        String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        String status = line();
        int length = 0;
        String etag = "";
        for (String field = line(); !field.isEmpty(); field = line()) {
            String name = field.substring(0, field.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = field.substring(field.indexOf(':') + 1).trim();
            if (name.equals("content-length")) {
                length = Integer.parseInt(value);
            } else if (name.equals("etag")) {
                etag = value;
            }
        }
        if (status.startsWith("HTTP/1.1 304")) {
            return new Answer(etag, new byte[0]);
        }
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + " for " + target);
        }
        return new Answer(etag, in.readNBytes(length));
    }

    private String line() throws IOException {
        line.setLength(0);
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("the connection was closed");
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
