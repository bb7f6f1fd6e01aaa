package io.github.kalshi4j.benchmarks;

import io.github.kalshi4j.client.stream.StreamDecoder;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the JDK's WebSocket costs per frame, above all what it allocates: frames come over a
 * loopback socket and are copied into an array that is used again, without and with reading them.
 * The difference between the two is the decoder's own part.
 *
 * <p>Run with {@code -prof gc}: {@code ./mvnw -Pbenchmarks -pl kalshi-benchmarks -am -DskipTests
 * test-compile exec:exec -Djmh.arguments="Transport -prof gc"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TransportBenchmark {
  private static final int PADDING = 128;
  private static final String KEY = "Sec-WebSocket-Key: ";
  private static final String KEY_END = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final StreamDecoder decoder = new StreamDecoder();
  private final Semaphore received = new Semaphore(0);
  private byte[] wire = {};
  private byte[] frame = new byte[1 << 16];
  private boolean decodes;
  private @Nullable ServerSocket server;
  private @Nullable Socket socket;
  private @Nullable HttpClient client;
  private @Nullable WebSocket webSocket;

  /** Opens a connection to a server that speaks just enough of the protocol. */
  @Setup
  public void connect() throws IOException {
    wire = framed(Frames.inUsualOrder());
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    client = HttpClient.newHttpClient();
    var opening =
        client
            .newWebSocketBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .buildAsync(
                URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/"), new Receiver());
    socket = server.accept();
    socket.setTcpNoDelay(true);
    answer(socket);
    webSocket = opening.join();
    webSocket.request(Long.MAX_VALUE);
  }

  /** Ends the connection. */
  @TearDown
  public void close() throws IOException {
    if (webSocket != null && client != null && socket != null && server != null) {
      webSocket.abort();
      client.close();
      socket.close();
      server.close();
    }
  }

  @Benchmark
  @OperationsPerInvocation(Frames.COUNT)
  public void receiveAndCopy() throws IOException, InterruptedException {
    decodes = false;
    receive();
  }

  @Benchmark
  @OperationsPerInvocation(Frames.COUNT)
  public void receiveCopyAndRead() throws IOException, InterruptedException {
    decodes = true;
    receive();
  }

  private void receive() throws IOException, InterruptedException {
    if (socket == null) {
      throw new IllegalStateException("not connected");
    }
    socket.getOutputStream().write(wire);
    if (!received.tryAcquire(Frames.COUNT, 30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("frames are missing");
    }
  }

  private final class Receiver implements WebSocket.Listener {
    private int length;

    @Override
    public void onOpen(WebSocket opened) {}

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      int count = data.length();
      if (frame.length < length + count + PADDING) {
        frame = Arrays.copyOf(frame, 2 * (length + count + PADDING));
      }
      for (int i = 0; i < count; i++) {
        frame[length++] = (byte) data.charAt(i); // all of these frames are ASCII
      }
      if (last) {
        if (decodes && decoder.read(frame, 0, length) != null) {
          throw new IllegalStateException("not scanned");
        }
        length = 0;
        received.release();
      }
      return null;
    }
  }

  private static byte[] framed(Frames frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < Frames.COUNT; i++) {
      int length = frames.lengths[i];
      out.write(0x81); // a whole text
      if (length < 126) {
        out.write(length);
      } else {
        out.write(126);
        out.write(length >>> 8);
        out.write(length);
      }
      out.write(frames.bytes, frames.offsets[i], length);
    }
    return out.toByteArray();
  }

  private static void answer(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      request.append((char) in.readUnsignedByte());
    }
    int key = request.indexOf(KEY) + KEY.length();
    String accept = accept(request.substring(key, request.indexOf("\r\n", key)));
    OutputStream out = socket.getOutputStream();
    out.write(
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + accept
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String accept(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + KEY_END).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
