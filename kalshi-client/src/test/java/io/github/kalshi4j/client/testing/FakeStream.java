package io.github.kalshi4j.client.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket side of a {@link FakeExchange}: it accepts upgrades whose signature is right,
 * answers commands as the exchange does unless told not to, and sends what its {@link #feed()} is
 * told. Safe for threads; nothing here waits, except what begins with {@code await}, which gives up
 * after ten seconds.
 */
public final class FakeStream {
  static final String PATH = "/trade-api/ws/v2";

  private static final long LIMIT_SECONDS = 10;
  private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455

  /** What is done with one upgrade instead of accepting it; no reply stands for no answer. */
  private record Refusal(@Nullable Reply reply) {}

  // Guards the subscriptions of all connections, their numbers, the books, and the scripts; a
  // frame is numbered and queued under it.
  final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Refusal> refusals = new ArrayDeque<>();
  private final Set<FakeSocket> open = new LinkedHashSet<>();
  private final List<ReceivedRequest> upgrades = new ArrayList<>();
  private final BlockingQueue<FakeSocket> arrivals = new LinkedBlockingQueue<>();
  private final BlockingQueue<ReceivedRequest> attempts = new LinkedBlockingQueue<>();
  private final FakeFeed feed;
  private final Autopilot autopilot;
  private final @Nullable URI behind;
  private @Nullable Refusal always;
  private int connections;
  private boolean shut;
  private volatile boolean answering = true;
  private volatile boolean requireSignature = true;

  /**
   * Creates it.
   *
   * @param behind the WebSocket of the exchange that answers instead; null to answer by itself
   */
  FakeStream(Supplier<Instant> clock, @Nullable URI behind) {
    this.behind = behind;
    feed = new FakeFeed(this, clock);
    autopilot = new Autopilot(feed);
  }

  /** Returns what pushes market data and private messages to the subscribed connections. */
  public FakeFeed feed() {
    return feed;
  }

  /** Refuses the next upgrade not refused yet with this status; call it again for one more. */
  public void refuse(int status, String body) {
    script(new Refusal(Reply.json(status, body)));
  }

  /** Refuses the next upgrade with any reply, headers and faults included. */
  public void refuse(Reply reply) {
    script(new Refusal(reply));
  }

  /** Takes the next upgrade's request and never answers it. */
  public void stallHandshake() {
    script(new Refusal(null));
  }

  /** Refuses every upgrade, after those scripted singly, until {@link #acceptUpgrades()}. */
  public void refuseAlways(int status, String body) {
    lock.lock();
    try {
      always = new Refusal(Reply.json(status, body));
    } finally {
      lock.unlock();
    }
  }

  /** Forgets all scripted refusals. */
  public void acceptUpgrades() {
    lock.lock();
    try {
      refusals.clear();
      always = null;
    } finally {
      lock.unlock();
    }
  }

  /** Sets whether an upgrade without a signature is answered 401, as it is at first. */
  public void requireSignature(boolean value) {
    requireSignature = value;
  }

  /** Sets whether commands are answered by themselves, as they are at first. */
  public void answering(boolean value) {
    answering = value;
  }

  /**
   * Answers the next command of this name with an error and does not carry it out. Further calls
   * add to a queue, which {@link #dropNext} shares.
   *
   * @param name a command, {@code subscribe}, or an action of an update, {@code get_snapshot}
   * @param code of WebSocket errors; 10 and 25 also end the subscription that the command names
   */
  public void failNext(String name, int code) {
    lock.lock();
    try {
      autopilot.failNext(name, code);
    } finally {
      lock.unlock();
    }
  }

  /** Neither carries out nor answers the next command, or action, of this name. */
  public void dropNext(String name) {
    lock.lock();
    try {
      autopilot.dropNext(name);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next accepted connection that was not waited for before. */
  public FakeSocket awaitConnection() throws InterruptedException {
    FakeSocket socket = arrivals.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (socket == null) {
      throw new IllegalStateException("no connection came");
    }
    return socket;
  }

  /** Waits for the next upgrade, accepted or not, that was not waited for before. */
  public ReceivedRequest awaitUpgrade() throws InterruptedException {
    ReceivedRequest request = attempts.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (request == null) {
      throw new IllegalStateException("no upgrade came");
    }
    return request;
  }

  /** Waits until exactly this many connections are open. */
  public void awaitOpen(int count) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
      while (open.size() != count) {
        if (left <= 0) {
          throw new IllegalStateException(open.size() + " connections are open, not " + count);
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns every upgrade that was asked for, refused ones included, in order of arrival. */
  public List<ReceivedRequest> upgrades() {
    lock.lock();
    try {
      return List.copyOf(upgrades);
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many upgrades were accepted. */
  public int connections() {
    lock.lock();
    try {
      return connections;
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many connections are still open. */
  public int open() {
    lock.lock();
    try {
      return open.size();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the connections that are still open, oldest first. */
  public List<FakeSocket> sockets() {
    lock.lock();
    try {
      return List.copyOf(open);
    } finally {
      lock.unlock();
    }
  }

  /** Returns what is to be answered instead of an upgrade; null if it is to be accepted. */
  private @Nullable Refusal next(ReceivedRequest request, @Nullable String signatureRefusal) {
    lock.lock();
    try {
      upgrades.add(request);
      attempts.add(request);
      if (!refusals.isEmpty()) {
        return refusals.removeFirst();
      }
      if (always != null) {
        return always;
      }
    } finally {
      lock.unlock();
    }
    if (behind != null) {
      return null; // that one looks at it
    }
    if (signatureRefusal != null || (requireSignature && !request.isSigned())) {
      String code = signatureRefusal == null ? "authentication_error" : signatureRefusal;
      return new Refusal(FakeExchange.refused(code));
    }
    if (request.header("Sec-WebSocket-Key").isEmpty()
        || !request.header("Sec-WebSocket-Version").equals(Optional.of("13"))) {
      return new Refusal(Reply.json(400, "{}"));
    }
    return null;
  }

  /**
   * Takes an upgrade and, if it is accepted, serves the connection to its end.
   *
   * @return what is to be answered instead; null if the connection is done with
   */
  @Nullable Reply upgrade(
      ReceivedRequest request,
      @Nullable String signatureRefusal,
      String date,
      Socket socket,
      InputStream in,
      OutputStream out)
      throws IOException {
    Refusal refusal = next(request, signatureRefusal);
    if (refusal != null) {
      if (refusal.reply() == null) {
        in.transferTo(OutputStream.nullOutputStream()); // until either side closes
      }
      return refusal.reply();
    }
    Upstream upstream = behind == null ? null : Upstream.connect(behind, request);
    Reply refused = upstream == null ? null : upstream.refusal();
    if (refused != null) {
      return refused;
    }
    byte[] head = upstream == null ? head(request, date) : upstream.head();
    FakeSocket accepted = new FakeSocket(this, request, socket, in, out, upstream);
    lock.lock();
    try {
      if (shut) {
        accepted.leave();
        return null;
      }
      open.add(accepted);
      connections++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    accepted.serve(head);
    return null;
  }

  private static byte[] head(ReceivedRequest request, String date) {
    String key = request.header("Sec-WebSocket-Key").orElseThrow();
    String head =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + ("Date: " + date + "\r\n")
            + ("Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n");
    return head.getBytes(StandardCharsets.US_ASCII);
  }

  /** Tells of a connection whose upgrade has been answered. */
  void arrived(FakeSocket socket) {
    arrivals.add(socket);
  }

  /**
   * Carries out and answers a command, unless told not to.
   *
   * @return whether it is for the exchange behind this one
   */
  boolean answer(FakeSocket socket, FakeCommand command) {
    lock.lock();
    try {
      if (!answering || !socket.accepts()) {
        return false;
      }
      if (behind != null) {
        return !autopilot.answerAsScripted(socket, command);
      }
      autopilot.answer(socket, command);
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Ends what a connection is subscribed to; nothing more is fed to it. */
  void forget(FakeSocket socket) {
    lock.lock();
    try {
      socket.subscriptions.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Counts a connection as ended, and tells those who wait for its end, as one step. */
  void ended(FakeSocket socket, Runnable tell) {
    lock.lock();
    try {
      open.remove(socket);
      tell.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends all connections and waits for their ends. */
  void close() {
    lock.lock();
    try {
      shut = true;
    } finally {
      lock.unlock();
    }
    sockets().forEach(FakeSocket::reset);
    try {
      awaitOpen(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void script(Refusal refusal) {
    lock.lock();
    try {
      refusals.addLast(refusal);
    } finally {
      lock.unlock();
    }
  }

  private static String accept(String key) {
    try {
      byte[] text = (key + ACCEPT_SUFFIX).getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
