package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.call.QueryParameter;
import io.github.kalshi4j.client.time.TimeSource;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on loopback that does as it is told, real sockets included, because what must be
 * tested are broken ones, too. It verifies every signature it is sent with the public key, over the
 * path and method that it saw and a time within five seconds of its clock, and refuses as the
 * exchange does. At {@link #streamUrl()} it answers the WebSocket, see {@link FakeStream}.
 *
 * <p>Replies are scripted by operation; the last of an operation's replies is given again and
 * again. What has no reply is answered 404, or handed on to the exchange {@link #before} which it
 * stands.
 */
public final class FakeExchange implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final String ROOT = "/trade-api/v2";
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration CLOCK_WINDOW = Duration.ofSeconds(5);
  private static final Set<String> OF_ONE_HOP =
      Set.of(
          "host",
          "connection",
          "upgrade",
          "http2-settings",
          "content-length",
          "transfer-encoding",
          "expect");
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final Callable<ServerSocket> unbound;
  private final boolean secure;
  private final int port;
  private final Map<String, Deque<Function<ReceivedRequest, Reply>>> replies =
      new ConcurrentHashMap<>();
  private final Map<String, Function<ReceivedRequest, @Nullable Reply>> disturbances =
      new ConcurrentHashMap<>();
  private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();
  private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final BlockingQueue<ReceivedRequest> arrivals = new LinkedBlockingQueue<>();
  private final ReentrantLock listening = new ReentrantLock();
  private volatile Supplier<Instant> clock = TimeSource.system()::now;
  private final @Nullable URI behind;
  private @Nullable HttpClient onward; // guarded by listening
  private final FakeStream stream;
  private ServerSocket server; // guarded by listening, as are the two below
  private Thread acceptor;
  private @Nullable Socket placeholder;
  private volatile boolean shut;

  private FakeExchange(
      Callable<ServerSocket> unbound, boolean secure, @Nullable URI behind, @Nullable URI stream)
      throws Exception {
    this.unbound = unbound;
    this.secure = secure;
    this.behind = behind;
    this.stream = new FakeStream(() -> clock.get(), stream);
    server = bind(0);
    port = server.getLocalPort();
    acceptor = acceptor(server);
  }

  /** Starts an exchange that speaks TLS. */
  public static FakeExchange startTls(SSLContext context) {
    return start(() -> context.getServerSocketFactory().createServerSocket(), true, null, null);
  }

  /** Starts an exchange that knows the keys of {@link TestKeys}: the Ed25519 one, by its id. */
  public static FakeExchange start() {
    return start(ServerSocket::new, false, null, null);
  }

  /**
   * Starts one that stands before another exchange: what is not scripted is handed on to that, and
   * so is its answer, and the frames of its WebSocket. It verifies nothing itself.
   *
   * @param behind the base URL of the other exchange
   */
  public static FakeExchange before(URI behind, URI stream) {
    return start(ServerSocket::new, false, behind, stream);
  }

  private static FakeExchange start(
      Callable<ServerSocket> unbound, boolean secure, @Nullable URI behind, @Nullable URI stream) {
    try {
      FakeExchange exchange = new FakeExchange(unbound, secure, behind, stream);
      exchange.accept(TestKeys.ID, TestKeys.ED25519.getPublic());
      exchange.acceptor.start();
      return exchange;
    } catch (Exception e) {
      throw new IllegalStateException("no fake exchange", e);
    }
  }

  private ServerSocket bind(int atPort) throws Exception {
    ServerSocket socket = unbound.call();
    socket.setReuseAddress(true); // connections of before may still be there
    socket.bind(new InetSocketAddress(LOOPBACK, atPort), 50);
    return socket;
  }

  public URI baseUrl() {
    return URI.create((secure ? "https" : "http") + "://127.0.0.1:" + port + ROOT);
  }

  /** Returns where the WebSocket is. */
  public URI streamUrl() {
    return URI.create((secure ? "wss" : "ws") + "://127.0.0.1:" + port + FakeStream.PATH);
  }

  /** Returns the WebSocket side. */
  public FakeStream stream() {
    return stream;
  }

  /**
   * Closes the port, so that connections are refused; those that are open stay. The port is kept
   * from others meanwhile.
   */
  public void stopListening() {
    listening.lock();
    try {
      if (placeholder == null && !shut) {
        server.close();
        awaitEnd(acceptor); // only then is the port closed
        Socket bound = new Socket();
        bound.setReuseAddress(true);
        bound.bind(new InetSocketAddress(LOOPBACK, port));
        placeholder = bound;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      listening.unlock();
    }
  }

  /** Opens the same port again after {@link #stopListening()}. */
  public void listenAgain() {
    listening.lock();
    try {
      if (placeholder != null && !shut) {
        placeholder.close();
        placeholder = null;
        server = bind(port);
        acceptor = acceptor(server);
        acceptor.start();
      }
    } catch (Exception e) {
      throw new IllegalStateException("port " + port + " cannot be opened again", e);
    } finally {
      listening.unlock();
    }
  }

  /** Makes it verify signatures of this key id with this public key. */
  public void accept(ApiKeyId id, PublicKey key) {
    keys.put(id.value(), key);
  }

  /** Makes it tell, and expect, the time of another clock. */
  public void useClock(Supplier<Instant> value) {
    clock = value;
  }

  /**
   * Scripts the replies to an operation, in order, after those it has.
   *
   * @param operation verb and path below the root, percent-encoded: {@code GET /markets/A}
   */
  public void on(String operation, Reply... scripted) {
    for (Reply reply : scripted) {
      on(operation, request -> reply);
    }
  }

  /** Scripts a reply that depends on the request. */
  public void on(String operation, Function<ReceivedRequest, Reply> reply) {
    replies.computeIfAbsent(operation, o -> new ArrayDeque<>()).addLast(reply);
  }

  /** Answers an operation like this, whatever is scripted, until {@link #recover}. */
  public void disturb(String operation, Reply reply) {
    disturb(operation, request -> reply);
  }

  /** Answers an operation like this; where that is null, as if nothing had been said. */
  public void disturb(String operation, Function<ReceivedRequest, @Nullable Reply> reply) {
    disturbances.put(operation, reply);
  }

  /** Ends {@link #disturb}. */
  public void recover(String operation) {
    disturbances.remove(operation);
  }

  /** Forgets all scripted replies and all requests. */
  public void clear() {
    replies.clear();
    requests.clear();
    arrivals.clear();
  }

  /** Waits for the next request that was not waited for before, at most ten seconds. */
  public ReceivedRequest awaitRequest() throws InterruptedException {
    ReceivedRequest request = arrivals.poll(10, TimeUnit.SECONDS);
    if (request == null) {
      throw new IllegalStateException("no request came");
    }
    return request;
  }

  /** Returns how many connections were made to it. */
  public int connections() {
    return connections.get();
  }

  /** Returns every request that was read, in order of arrival, refused ones included. */
  public List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  /** Returns the requests of one operation. */
  public List<ReceivedRequest> requests(String operation) {
    return requests.stream().filter(r -> r.toString().equals(operation)).toList();
  }

  @Override
  public void close() {
    listening.lock();
    try {
      shut = true;
      server.close();
      awaitEnd(acceptor);
      if (placeholder != null) {
        placeholder.close();
      }
      stream.close();
      for (Socket socket : sockets) {
        socket.close();
      }
      if (onward != null) {
        onward.shutdownNow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      listening.unlock();
    }
  }

  private static void awaitEnd(Thread thread) {
    try {
      if (!thread.join(LIMIT)) {
        throw new IllegalStateException(thread + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread acceptor(ServerSocket listener) {
    return Thread.ofVirtual()
        .name("fake-exchange")
        .unstarted(() -> {
          try {
            while (true) {
              Socket socket = listener.accept();
              socket.setTcpNoDelay(true); // a frame must not wait for the acknowledgment of another
              sockets.add(socket);
              connections.incrementAndGet();
              Thread.ofVirtual().start(() -> serve(socket));
              if (shut) {
                socket.close(); // it came too late for close() to see
              }
            }
          } catch (IOException e) {
            // closed
          }
        });
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = new BufferedOutputStream(socket.getOutputStream());
      while (serveOne(in, out, socket)) {
        out.flush();
      }
    } catch (IOException e) {
      // the client went away, or the exchange was closed
    } finally {
      sockets.remove(socket);
    }
  }

  /** Returns whether the connection goes on. */
  private boolean serveOne(InputStream in, OutputStream out, Socket socket) throws IOException {
    String line = line(in);
    if (line.isEmpty()) {
      return false;
    }
    String[] parts = line.split(" ");
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    URI uri = URI.create(parts[1]);
    String path = uri.getRawPath();
    if (path.equals(FakeStream.PATH) && "websocket".equalsIgnoreCase(headers.get("upgrade"))) {
      ReceivedRequest upgrade =
          new ReceivedRequest(parts[0], path, query(uri.getRawQuery()), headers, "");
      Reply refused = stream.upgrade(upgrade, refusal(upgrade, path), date(), socket, in, out);
      return refused != null && answer(refused, out, socket);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String below = path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
    String operation = parts[0] + ' ' + below;
    Function<ReceivedRequest, Reply> scripted = next(operation);
    ReceivedRequest bare =
        new ReceivedRequest(parts[0], below, query(uri.getRawQuery()), headers, "");
    if (length > 0
        && (behind == null || replies.containsKey(operation))
        && scripted.apply(bare).fault() == Reply.Fault.RESET_BEFORE_BODY) {
      received(bare);
      reset(socket);
      return false;
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    ReceivedRequest request =
        new ReceivedRequest(bare.method(), below, bare.query(), headers, body);
    received(request);
    String refusal = refusal(request, path);
    return answer(refusal == null ? scripted.apply(request) : refused(refusal), out, socket);
  }

  /** Returns what an authentication that fails is answered. */
  static Reply refused(String code) {
    return Reply.json(401, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"no\"}}");
  }

  private void received(ReceivedRequest request) {
    requests.add(request);
    arrivals.add(request);
  }

  private Function<ReceivedRequest, Reply> next(String operation) {
    Function<ReceivedRequest, @Nullable Reply> disturbance = disturbances.get(operation);
    if (disturbance == null) {
      return undisturbed(operation);
    }
    return request -> {
      Reply reply = disturbance.apply(request);
      return reply == null ? undisturbed(operation).apply(request) : reply;
    };
  }

  private Function<ReceivedRequest, Reply> undisturbed(String operation) {
    Deque<Function<ReceivedRequest, Reply>> queue = replies.get(operation);
    if (queue == null && behind != null) {
      return this::handOn;
    }
    if (queue == null) {
      return request ->
          Reply.json(404, "{\"error\":{\"code\":\"not_found\",\"message\":\"" + operation + "\"}}");
    }
    synchronized (queue) {
      return queue.size() > 1 ? queue.removeFirst() : queue.getFirst();
    }
  }

  private HttpClient onward() {
    listening.lock();
    try {
      if (onward == null) {
        onward = HttpClient.newHttpClient();
      }
      return onward;
    } finally {
      listening.unlock();
    }
  }

  private Reply handOn(ReceivedRequest request) {
    StringBuilder url = new StringBuilder(behind + request.path());
    char separator = '?';
    for (QueryParameter parameter : request.query()) {
      url.append(separator).append(URLEncoder.encode(parameter.name(), StandardCharsets.UTF_8));
      url.append('=').append(URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8));
      separator = '&';
    }
    HttpRequest.Builder onwards = HttpRequest.newBuilder(URI.create(url.toString()));
    BodyPublisher body =
        request.body().isEmpty()
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(request.body());
    onwards.method(request.method(), body).timeout(LIMIT);
    request
        .headers()
        .forEach((name, value) -> {
          if (!OF_ONE_HOP.contains(name)) {
            onwards.header(name, value);
          }
        });
    try {
      HttpResponse<byte[]> answer = onward().send(onwards.build(), BodyHandlers.ofByteArray());
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      answer
          .headers()
          .map()
          .forEach((name, values) -> {
            if (!OF_ONE_HOP.contains(name.toLowerCase(Locale.ROOT))) {
              headers.put(name, values.getFirst());
            }
          });
      return new Reply(answer.statusCode(), headers, answer.body(), Reply.Fault.NONE);
    } catch (IOException e) {
      return Reply.fault(Reply.Fault.RESET_AFTER_BODY); // as that one did
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean answer(Reply reply, OutputStream out, Socket socket) throws IOException {
    if (reply.fault() == Reply.Fault.RESET_AFTER_BODY
        || reply.fault() == Reply.Fault.RESET_BEFORE_BODY) {
      reset(socket);
      return false;
    }
    out.write(("HTTP/1.1 " + reply.status() + " Scripted\r\n").getBytes(StandardCharsets.UTF_8));
    if (reply.fault() == Reply.Fault.STALL_IN_HEADERS) {
      return stall(out, socket);
    }
    StringBuilder head = new StringBuilder();
    if (!reply.headers().containsKey("Date")) {
      head.append("Date: ").append(date()).append("\r\n");
    }
    reply.headers().forEach((n, v) -> head.append(n).append(": ").append(v).append("\r\n"));
    if (reply.status() != 204) {
      head.append("Content-Length: ").append(reply.body().length).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    int half = reply.body().length / 2;
    switch (reply.fault()) {
      case CUT_BODY -> {
        out.write(reply.body(), 0, half);
        out.flush();
        return false;
      }
      case STALL_IN_BODY -> {
        out.write(reply.body(), 0, half);
        return stall(out, socket);
      }
      default -> out.write(reply.body());
    }
    return true;
  }

  private String date() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.get().atOffset(ZoneOffset.UTC));
  }

  /** Waits until the client or the exchange closes the socket. */
  private static boolean stall(OutputStream out, Socket socket) throws IOException {
    out.flush();
    while (socket.getInputStream().read() >= 0) {
      // whatever still comes is not answered
    }
    return false;
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0); // closing then sends RST
    socket.close();
  }

  /**
   * Returns the code with which a request's signature is refused; null if it is right or absent.
   */
  private @Nullable String refusal(ReceivedRequest request, String path) {
    if (behind != null || !request.isSigned()) {
      return null;
    }
    PublicKey key = keys.get(request.header("KALSHI-ACCESS-KEY").orElse(""));
    String timestamp = request.header("KALSHI-ACCESS-TIMESTAMP").orElse("");
    if (key == null || timestamp.isEmpty()) {
      return "authentication_error";
    }
    try {
      Duration off =
          Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), clock.get()).abs();
      if (off.compareTo(CLOCK_WINDOW) > 0) {
        return "header_timestamp_expired";
      }
      byte[] text = (timestamp + request.method() + path).getBytes(StandardCharsets.UTF_8);
      byte[] signature =
          Base64.getDecoder().decode(request.header("KALSHI-ACCESS-SIGNATURE").orElseThrow());
      return verify(key, text, signature) ? null : "authentication_error";
    } catch (IllegalArgumentException e) {
      return "authentication_error"; // no number, or no Base64
    }
  }

  /** Returns whether a signature is this key's over this text, as the exchange checks it. */
  public static boolean verify(PublicKey key, byte[] text, byte[] signature) {
    try {
      Signature verifier;
      if (key.getAlgorithm().equals("RSA")) {
        verifier = Signature.getInstance("RSASSA-PSS");
        verifier.setParameter(PSS);
      } else {
        verifier = Signature.getInstance("Ed25519");
      }
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        bytes.write(b);
      }
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static List<QueryParameter> query(String raw) {
    List<QueryParameter> parameters = new ArrayList<>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        int equals = pair.indexOf('=');
        parameters.add(
            new QueryParameter(
                decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
