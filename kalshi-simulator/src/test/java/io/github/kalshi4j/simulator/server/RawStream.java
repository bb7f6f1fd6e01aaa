package io.github.kalshi4j.simulator.server;

import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.simulator.internal.stream.StreamFront;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket that sends what it is told to, and keeps every frame as it came. */
final class RawStream implements WebSocket.Listener, AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LIMIT_SECONDS = 25;

  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> pings = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private final HttpClient http = HttpClient.newHttpClient();
  private final boolean reading;
  private final WebSocket socket;

  private RawStream(URI url, boolean reading, String... headers) {
    this.reading = reading;
    WebSocket.Builder builder = http.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    socket = builder.buildAsync(url, this).join();
  }

  /** Opens a stream with these headers. */
  static RawStream open(URI url, String... headers) {
    return new RawStream(url, true, headers);
  }

  /** Opens a stream that takes nothing in before {@link #read}. */
  static RawStream openDeaf(URI url, String... headers) {
    return new RawStream(url, false, headers);
  }

  /** Returns the headers of somebody who opens a stream. */
  static String[] headers(Credentials credentials, Instant at) {
    List<String> headers = new ArrayList<>();
    for (Header header : credentials.signer().sign(at.toEpochMilli(), "GET", StreamFront.PATH)) {
      headers.add(header.name());
      headers.add(header.value());
    }
    return headers.toArray(String[]::new);
  }

  /** Begins to take in what comes. */
  void read() {
    socket.request(Long.MAX_VALUE);
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (reading) {
      opened.request(Long.MAX_VALUE);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      frames.add(part.toString());
      part.setLength(0);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    pings.add(StandardCharsets.UTF_8.decode(message).toString());
    return null; // the JDK answers
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    pongs.add(StandardCharsets.UTF_8.decode(message).toString());
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(1006);
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  void sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  void ping(String body) {
    socket.sendPing(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8))).join();
  }

  /** Returns the next frame as it came. */
  String next() throws InterruptedException {
    return awaited(frames, "frame");
  }

  JsonNode nextJson() throws InterruptedException {
    return JSON.readTree(next());
  }

  /** Sends a command and returns the next frame. */
  String ask(String command) throws InterruptedException {
    send(command);
    return next();
  }

  String nextPing() throws InterruptedException {
    return awaited(pings, "ping");
  }

  String nextPong() throws InterruptedException {
    return awaited(pongs, "pong");
  }

  private static String awaited(BlockingQueue<String> queue, String what)
      throws InterruptedException {
    String next = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no " + what + " came");
    }
    return next;
  }

  /** Returns whether a frame has come that was not asked for yet. */
  boolean hasNext() {
    return !frames.isEmpty();
  }

  boolean hasPong() {
    return !pongs.isEmpty();
  }

  boolean isOpen() {
    return !closed.isDone();
  }

  /** Returns the status with which the connection ended; 1006 if it broke. */
  int status() throws Exception {
    return closed.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}
