package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.time.TimeSource;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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
 * stands. A {@link Mishap} may befall either.
 */
public final class FakeExchange implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final String ROOT = "/trade-api/v2";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** What one request is answered, and whether its body is read before. */
  private record Script(Function<ReceivedRequest, Reply> answer, boolean readsBody) {
    static Script of(Reply reply) {
      return new Script(request -> reply, reply.fault() != Reply.Fault.RESET_BEFORE_BODY);
    }
  }

  private final Callable<ServerSocket> unbound;
  private final boolean secure;
  private final int port;
  private final Map<String, Deque<Script>> replies = new ConcurrentHashMap<>();
  private final Map<String, Function<ReceivedRequest, @Nullable Reply>> disturbances =
      new ConcurrentHashMap<>();
  private final Map<String, Queue<Mishap>> mishaps = new ConcurrentHashMap<>();
  private final SignatureCheck signatures = new SignatureCheck();
  private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final BlockingQueue<ReceivedRequest> arrivals = new LinkedBlockingQueue<>();
  private final ReentrantLock listening = new ReentrantLock();
  private volatile Supplier<Instant> clock = TimeSource.system()::now;
  private final @Nullable Relay relay;
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
    relay = behind == null ? null : new Relay(behind);
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
    signatures.accept(id, key);
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
      script(operation, Script.of(reply));
    }
  }

  /** Scripts a reply that depends on the request. */
  public void on(String operation, Function<ReceivedRequest, Reply> reply) {
    script(operation, new Script(reply, true));
  }

  private void script(String operation, Script script) {
    replies.computeIfAbsent(operation, o -> new ArrayDeque<>()).addLast(script);
  }

  /** Answers an operation like this, whatever is scripted, until {@link #recover}. */
  public void disturb(String operation, Reply reply) {
    disturb(operation, request -> reply);
  }

  /** Answers an operation like this; where that is null, as if nothing had been said. */
  public void disturb(String operation, Function<ReceivedRequest, @Nullable Reply> reply) {
    disturbances.put(operation, reply);
  }

  /**
   * Lets this befall the next requests of an operation, one each; those after them are answered as
   * before.
   */
  public void disturbNext(String operation, Mishap... next) {
    mishaps.computeIfAbsent(operation, o -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
  }

  /** Ends {@link #disturb}, and what has not befallen a request yet. */
  public void recover(String operation) {
    disturbances.remove(operation);
    mishaps.remove(operation);
  }

  /** Forgets all scripted replies and all requests. */
  public void clear() {
    replies.clear();
    mishaps.clear();
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
      if (relay != null) {
        relay.close();
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
    RequestHead head = RequestHead.read(in);
    if (head == null) {
      return false;
    }
    String path = head.path();
    if (path.equals(FakeStream.PATH)
        && "websocket".equalsIgnoreCase(head.headers().get("upgrade"))) {
      ReceivedRequest upgrade = request(head, path, "");
      Reply refused = stream.upgrade(upgrade, refusal(upgrade, path), date(), socket, in, out);
      return refused != null && answer(refused, out, socket);
    }
    String below = path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
    Script script = next(head.method() + ' ' + below);
    if (!script.readsBody() && head.length() > 0) {
      received(request(head, below, ""));
      reset(socket);
      return false;
    }
    String body = new String(in.readNBytes(head.length()), StandardCharsets.UTF_8);
    ReceivedRequest request = request(head, below, body);
    received(request);
    String refusal = refusal(request, path);
    Reply reply = refusal == null ? script.answer().apply(request) : refused(refusal);
    return answer(reply, out, socket);
  }

  private static ReceivedRequest request(RequestHead head, String path, String body) {
    return new ReceivedRequest(head.method(), path, head.query(), head.headers(), body);
  }

  /** Returns what an authentication that fails is answered. */
  static Reply refused(String code) {
    return Reply.error(401, code, "no");
  }

  private void received(ReceivedRequest request) {
    requests.add(request);
    arrivals.add(request);
  }

  private Script next(String operation) {
    Queue<Mishap> befalling = mishaps.get(operation);
    Mishap mishap = befalling == null ? null : befalling.poll();
    if (mishap == null) {
      return usual(operation);
    }
    Reply instead = mishap.instead();
    if (!mishap.arrives()) {
      return Script.of(instead == null ? Reply.fault(mishap.fault()) : instead);
    }
    Script usual = usual(operation);
    return new Script(
        request -> {
          Reply reply = usual.answer().apply(request);
          return instead == null ? reply.with(mishap.fault()) : instead;
        },
        true);
  }

  private Script usual(String operation) {
    Function<ReceivedRequest, @Nullable Reply> disturbance = disturbances.get(operation);
    if (disturbance == null) {
      return undisturbed(operation);
    }
    return new Script(
        request -> {
          Reply reply = disturbance.apply(request);
          return reply == null ? undisturbed(operation).answer().apply(request) : reply;
        },
        true);
  }

  private Script undisturbed(String operation) {
    Deque<Script> queue = replies.get(operation);
    if (queue != null) {
      synchronized (queue) {
        return queue.size() > 1 ? queue.removeFirst() : queue.getFirst();
      }
    }
    return relay == null
        ? Script.of(Reply.error(404, "not_found", operation))
        : new Script(relay::handOn, true);
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

  private @Nullable String refusal(ReceivedRequest request, String path) {
    return relay == null ? signatures.refusal(request, path, clock.get()) : null;
  }

  /** Returns whether a signature is this key's over this text, as the exchange checks it. */
  public static boolean verify(PublicKey key, byte[] text, byte[] signature) {
    return SignatureCheck.verify(key, text, signature);
  }
}
