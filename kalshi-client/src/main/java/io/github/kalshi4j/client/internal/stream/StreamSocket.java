package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.auth.Header;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket of the JDK, from its handshake to its end. Pings of the exchange are answered by
 * the JDK. What arrives is told to a {@link Sink}, on a thread of the HTTP client, one call at a
 * time; {@code ended} is told once, and nothing after it.
 */
final class StreamSocket implements WebSocket.Listener {
  /** The close code of a planned end. */
  static final int NORMAL = 1000;

  /** Sees what arrives. */
  interface Sink {
    /** A text frame; the buffer is cleared when this returns. */
    void frame(StreamSocket socket, byte[] bytes, int length);

    /** Something else arrived: a ping, a pong, a part of a frame. */
    void alive(StreamSocket socket);

    /**
     * The connection has ended.
     *
     * @param reason why, in words
     */
    void ended(StreamSocket socket, String reason);
  }

  private final Sink sink;
  private final FrameBuffer buffer;
  private final int limit;
  private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
  private volatile @Nullable WebSocket webSocket;

  StreamSocket(Sink sink, int maxFrameBytes) {
    this.sink = sink;
    limit = maxFrameBytes;
    buffer = new FrameBuffer(maxFrameBytes);
  }

  /**
   * Connects. What is returned fails with the JDK's exceptions, and is complete before anything is
   * told to the sink.
   */
  CompletableFuture<WebSocket> connect(
      HttpClient client, URI url, List<Header> headers, String userAgent, Duration timeout) {
    WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(timeout);
    builder.header("User-Agent", userAgent);
    for (Header header : headers) {
      builder.header(header.name(), header.value());
    }
    return builder.buildAsync(url, this);
  }

  /** Takes what {@link #connect} has returned: from now on it can be closed. */
  void use(WebSocket socket) {
    webSocket = socket;
  }

  /** Begins to receive. */
  void start() {
    require().request(1);
  }

  /**
   * Sends a text frame, and waits until it is sent; others must not send meanwhile.
   *
   * @throws ExecutionException if it could not be sent
   */
  void send(String text) throws InterruptedException, ExecutionException {
    var unused = require().sendText(text, true).get();
  }

  /** Sends a ping without a body, and waits until it is sent. */
  void ping() throws InterruptedException, ExecutionException {
    var unused = require().sendPing(ByteBuffer.allocate(0)).get();
  }

  private WebSocket require() {
    WebSocket socket = webSocket;
    if (socket == null) {
      throw new IllegalStateException("not connected");
    }
    return socket;
  }

  /**
   * Says good-bye, waits for the answer to it or until the time is up, and closes.
   *
   * @return whether the other side answered
   */
  boolean close(Duration patience) {
    WebSocket socket = webSocket;
    if (socket == null) {
      return false;
    }
    try {
      var unused =
          socket
              .sendClose(NORMAL, "")
              .thenCompose(sent -> end)
              .get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false; // it was broken, or does not answer
    } finally {
      socket.abort();
    }
  }

  /** Closes without a word. */
  void abort() {
    WebSocket socket = webSocket;
    if (socket != null) {
      socket.abort();
    }
  }

  /** Tells the sink that it has ended, if that was not told yet. */
  void end(String reason) {
    if (end.complete(null)) {
      sink.ended(this, reason);
    }
  }

  @Override
  public void onOpen(WebSocket socket) {
    // Nothing is asked for until start, so that nothing comes before the stream knows of it.
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    if (end.isDone()) {
      return null;
    }
    if (!buffer.append(data)) {
      buffer.clear();
      socket.abort();
      end("a frame of more than " + limit + " bytes");
      return null;
    }
    if (last) {
      try {
        sink.frame(this, buffer.bytes(), buffer.length());
      } finally {
        buffer.clear();
        socket.request(1);
      }
    } else {
      sink.alive(this);
      socket.request(1);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    sink.alive(this);
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
    sink.alive(this);
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
    sink.alive(this);
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    end("the exchange closed it with code " + code + (reason.isEmpty() ? "" : ": " + reason));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable problem) {
    socket.abort();
    end(problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage());
  }
}
