package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.testing.FrameCodec.Frame;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The connection to another exchange's WebSocket that stands behind a client's. Reading is one
 * thread's; anybody may send.
 */
final class Upstream implements AutoCloseable {
  private static final Set<String> OWN = Set.of("host", "content-length");

  private final ReentrantLock sending = new ReentrantLock();
  private final Socket socket;
  private final InputStream in;
  private final byte[] head;
  private final int status;
  private final int length;

  private Upstream(Socket socket) throws IOException {
    this.socket = socket;
    in = new BufferedInputStream(socket.getInputStream());
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    int bodyLength = 0;
    String line = line(read);
    status = Integer.parseInt(line.split(" ")[1]);
    while (!line.isEmpty()) {
      line = line(read);
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        bodyLength = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    head = read.toByteArray();
    length = bodyLength;
  }

  /** Passes an upgrade on. */
  static Upstream connect(URI url, ReceivedRequest request) throws IOException {
    Socket socket = new Socket(url.getHost(), url.getPort());
    try {
      socket.setTcpNoDelay(true);
      StringBuilder text = new StringBuilder("GET " + url.getPath() + " HTTP/1.1\r\n");
      text.append("Host: ").append(url.getAuthority()).append("\r\n");
      request
          .headers()
          .forEach((name, value) -> {
            if (!OWN.contains(name)) {
              text.append(name).append(": ").append(value).append("\r\n");
            }
          });
      socket
          .getOutputStream()
          .write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
      return new Upstream(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Returns the answer's head as it came, to its empty line. */
  byte[] head() {
    return head;
  }

  /** Returns what was answered instead of an upgrade; null if it was accepted. */
  @Nullable Reply refusal() throws IOException {
    if (status == 101) {
      return null;
    }
    try (this) {
      Reply reply = Reply.json(status, new String(in.readNBytes(length), StandardCharsets.UTF_8));
      for (String line : new String(head, StandardCharsets.ISO_8859_1).split("\r\n")) {
        if (line.regionMatches(true, 0, "Date:", 0, 5)) {
          return reply.withHeader("Date", line.substring(5).strip());
        }
      }
      return reply;
    }
  }

  Frame read() throws IOException {
    return FrameCodec.read(in);
  }

  void send(int opcode, byte[] payload) throws IOException {
    sending.lock();
    try {
      socket.getOutputStream().write(FrameCodec.encodeMasked(opcode, payload));
    } finally {
      sending.unlock();
    }
  }

  /** Ends the connection without a word. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // nothing more can be done with it
    }
  }

  private String line(ByteArrayOutputStream read) throws IOException {
    int from = read.size();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the exchange ended the connection");
      }
      read.write(b);
    }
    read.write('\n');
    return read.toString(StandardCharsets.ISO_8859_1).substring(from).strip();
  }
}
