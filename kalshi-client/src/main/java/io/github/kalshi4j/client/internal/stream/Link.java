package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.auth.Header;
import io.github.kalshi4j.client.error.KalshiApiException;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.error.KalshiTransportException;
import io.github.kalshi4j.client.error.Refusal;
import io.github.kalshi4j.client.internal.auth.Authenticator;
import io.github.kalshi4j.client.internal.auth.ClockSkew;
import io.github.kalshi4j.client.stream.FrameListener;
import io.github.kalshi4j.client.stream.StreamState;
import io.github.kalshi4j.client.time.TimeSource;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a connection up: makes it when it is needed, sends what is to be sent, notices when the
 * other side is silent, and connects again, with pauses that grow and are random in part.
 *
 * <p>Two virtual threads: one connects and sends, so that nobody else waits for the network; the
 * other looks at the clock ten times a second. What is guarded by the lock is never held while the
 * network is waited for.
 */
final class Link implements StreamSocket.Sink {
  /** Whom the link serves. All but {@link #received} are called under the lock. */
  interface Host {
    /** Returns whether anything wants a connection. */
    boolean isNeeded();

    void connected();

    void disconnected();

    /**
     * A connection could not be made.
     *
     * @param forGood whether the same will happen again unless somebody does something
     */
    void unreachable(KalshiException problem, boolean forGood);

    /** A frame came on the connection that stands; called under the lock. */
    void frame(byte[] bytes, int length, long receivedNanos);

    /** Some time has passed. */
    void tick(long now);
  }

  static final Duration TICK = Duration.ofMillis(100);

  private static final System.Logger LOG = System.getLogger(Link.class.getName());
  private static final Duration STEADY = Duration.ofSeconds(10);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);
  private static final Duration CLOCK_ERROR = Duration.ofSeconds(1);
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY = 429;
  private static final int FAILURES = 500;
  private static final int MOST_DOUBLINGS = 20;

  private enum Phase {
    IDLE,
    PAUSED,
    CONNECTING,
    CONNECTED,
    CLOSED
  }

  private record Timer(long at, Runnable task) {}

  private final LinkSettings settings;
  private final @Nullable Authenticator authenticator;
  private final ClockSkew skew;
  private final TimeSource time;
  private final ReentrantLock lock;
  private final Condition work;
  private final Host host;
  private final StateBoard board;
  private final FrameListeners listeners;
  private final Thread pump;
  private final Thread clock;

  private Phase phase = Phase.IDLE;
  private boolean started;
  private @Nullable StreamSocket socket;
  private final ArrayDeque<String> outgoing = new ArrayDeque<>();
  private final List<Timer> timers = new ArrayList<>();
  private @Nullable String condemned; // why the connection is to be broken off
  private boolean pingDue;
  private long connectAt;
  private long triedAt;
  private int attempt; // since it was last connected
  private int failures; // connections lost or not made since one was steady
  private int connections;
  private long connectedAt;
  private long lastFrame;
  private long lastPing;
  private @Nullable Long sendingSince;
  private long frames;
  private long bytes;
  private @Nullable Instant lastReceived;

  Link(
      LinkSettings settings,
      @Nullable Authenticator authenticator,
      ClockSkew skew,
      TimeSource time,
      ReentrantLock lock,
      Host host,
      StateBoard board) {
    this.settings = settings;
    this.authenticator = authenticator;
    this.skew = skew;
    this.time = time;
    this.lock = lock;
    this.host = host;
    this.board = board;
    work = lock.newCondition();
    listeners = new FrameListeners(lock);
    pump = Thread.ofVirtual().name("kalshi-stream").unstarted(this::pump);
    clock = Thread.ofVirtual().name("kalshi-stream-clock").unstarted(this::watch);
  }

  // What follows is called under the lock.

  boolean isConnected() {
    return phase == Phase.CONNECTED;
  }

  boolean isClosed() {
    return phase == Phase.CLOSED;
  }

  /** Connects if there is no connection, and none is being made. */
  void need() {
    if (phase == Phase.IDLE) {
      phase = Phase.PAUSED;
      connectAt = time.nanoTime();
    }
    if (!started) {
      started = true;
      pump.start();
      clock.start();
    }
    work.signal();
  }

  /** Connects at once, though a pause is under way, unless it has just been tried. */
  void hurry() {
    long now = time.nanoTime();
    if (phase == Phase.PAUSED && now - triedAt >= settings.firstPause().toNanos()) {
      connectAt = now;
      work.signal();
    }
  }

  void send(String text) {
    outgoing.add(text);
    work.signal();
  }

  void later(Duration delay, Runnable task) {
    timers.add(new Timer(time.nanoTime() + delay.toNanos(), task));
  }

  /** Has the connection that stands broken off at the end of this tick, to be made again. */
  void breakOff(String reason) {
    condemned = reason;
  }

  int connections() {
    return connections;
  }

  long frames() {
    return frames;
  }

  long bytes() {
    return bytes;
  }

  @Nullable Instant lastReceived() {
    return lastReceived;
  }

  /** Returns a pause after so many failures in a row: at least half of what it may be at most. */
  Duration pause(int failed) {
    long most = settings.firstPause().toNanos();
    long longest = settings.longestPause().toNanos();
    for (int i = 1; i < Math.min(failed, MOST_DOUBLINGS) && most < longest; i++) {
      most *= 2;
    }
    most = Math.min(most, longest);
    return Duration.ofNanos(most / 2 + settings.random().applyAsLong(most / 2 + 1));
  }

  // What follows is not.

  void listen(FrameListener listener) {
    listeners.add(listener);
  }

  void unlisten(FrameListener listener) {
    listeners.remove(listener);
  }

  private static void abort(StreamSocket broken, String reason) {
    broken.end(reason); // first, as what is being sent fails when it is aborted
    broken.abort();
  }

  private void pump() {
    Instant began = time.now();
    while (true) {
      try {
        if (!pumpOnce()) {
          return;
        }
      } catch (InterruptedException e) {
        return; // closed
      } catch (RuntimeException e) { // a mistake of ours must not end the stream unseen
        LOG.log(System.Logger.Level.ERROR, "the stream failed to connect or to send", e);
        failed(e, began);
      }
    }
  }

  /** Connects or sends, once there is need; returns false when closed. */
  private boolean pumpOnce() throws InterruptedException {
    StreamSocket target = null;
    String text = null;
    lock.lockInterruptibly();
    try {
      while (true) {
        if (phase == Phase.CLOSED) {
          return false;
        }
        if (phase == Phase.CONNECTED && (pingDue || !outgoing.isEmpty())) {
          target = socket;
          text = pingDue ? null : outgoing.remove();
          pingDue = false;
          sendingSince = time.nanoTime();
          break;
        }
        if (phase == Phase.PAUSED && time.nanoTime() - connectAt >= 0) {
          if (host.isNeeded()) {
            phase = Phase.CONNECTING;
            triedAt = time.nanoTime();
            attempt++;
            board.set(new StreamState.Connecting(time.now(), attempt));
            break;
          }
          phase = Phase.IDLE;
          board.set(new StreamState.Idle(time.now()));
        }
        work.await();
      }
    } finally {
      lock.unlock();
    }
    if (target == null) {
      connect();
    } else {
      send(target, text);
    }
    return true;
  }

  private void send(StreamSocket target, @Nullable String text) throws InterruptedException {
    try {
      if (text == null) {
        target.ping();
      } else {
        target.send(text);
      }
    } catch (ExecutionException e) {
      abort(target, "cannot send: " + describe(e.getCause() == null ? e : e.getCause()));
    } finally {
      lock.lock();
      try {
        sendingSince = null;
      } finally {
        lock.unlock();
      }
    }
  }

  private void connect() throws InterruptedException {
    Instant sent = time.now();
    StreamSocket fresh = new StreamSocket(this, settings.maxFrameBytes());
    CompletableFuture<WebSocket> handshake;
    try {
      List<Header> headers =
          authenticator == null
              ? List.of()
              : authenticator.sign("GET", settings.url().getRawPath());
      handshake =
          fresh.connect(
              settings.client(),
              settings.url(),
              headers,
              settings.userAgent(),
              settings.connectTimeout());
    } catch (RuntimeException | Error e) { // the user's signer failed, or gave no good headers
      failed(e, sent);
      return;
    }
    WebSocket webSocket;
    try {
      webSocket = handshake.get();
    } catch (ExecutionException e) {
      failed(e.getCause() == null ? e : e.getCause(), sent);
      return;
    } catch (InterruptedException e) {
      var unused =
          handshake.whenComplete((late, problem) -> {
            if (late != null) {
              late.abort();
            }
          });
      throw e;
    }
    fresh.use(webSocket); // before others see it, who may close it
    long received = nanos(time.now());
    lock.lock();
    try {
      if (phase == Phase.CLOSED) {
        fresh.abort();
        return;
      }
      phase = Phase.CONNECTED;
      socket = fresh;
      connections++;
      attempt = 0;
      connectedAt = time.nanoTime();
      lastFrame = connectedAt;
      lastPing = connectedAt;
      pingDue = false;
      condemned = null;
      outgoing.clear();
      board.set(new StreamState.Connected(time.now(), connections));
      host.connected();
    } finally {
      lock.unlock();
    }
    listeners.connected(received, fresh::start);
  }

  private void failed(Throwable problem, Instant sent) {
    HttpResponse<?> answer =
        problem instanceof WebSocketHandshakeException refused ? refused.getResponse() : null;
    boolean clockCorrected = answer != null && learnTime(answer, sent);
    lock.lock();
    try {
      if (phase != Phase.CONNECTING) {
        return;
      }
      phase = Phase.PAUSED;
      Duration pause = clockCorrected ? Duration.ZERO : pause(++failures);
      connectAt = time.nanoTime() + pause.toNanos();
      if (answer == null) {
        String reason = describe(problem);
        board.set(new StreamState.Disconnected(time.now(), reason, pause));
        host.unreachable(
            new KalshiTransportException(
                "no connection to the stream at " + settings.url() + ": " + reason, problem),
            false);
      } else {
        int status = answer.statusCode();
        board.set(new StreamState.Refused(time.now(), status, pause));
        boolean forGood = !clockCorrected && status != TOO_MANY && status < FAILURES;
        host.unreachable(
            KalshiApiException.of(
                new Refusal(
                    "GET",
                    settings.url().getRawPath(),
                    status,
                    null,
                    status == UNAUTHORIZED
                        ? "the stream does not accept the key, its signature or our clock"
                        : "the stream refuses the connection",
                    null,
                    null)),
            forGood);
      }
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether a refusal was of our time, which is right now. */
  private boolean learnTime(HttpResponse<?> answer, Instant sent) {
    if (answer.statusCode() != UNAUTHORIZED) {
      return false;
    }
    String date = answer.headers().firstValue("Date").orElse("");
    try {
      Instant told = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      Duration before = skew.offset();
      skew.correct(told, sent, time.now());
      return skew.offset().minus(before).abs().compareTo(CLOCK_ERROR) > 0;
    } catch (DateTimeParseException e) {
      return false; // it does not say what time it is
    }
  }

  private static String describe(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null) {
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
      }
    }
    String name = problem.getClass().getSimpleName();
    return switch (problem) { // of these two the JDK says nothing more
      case ConnectException refused -> name + ": nothing listens there";
      case UnresolvedAddressException unknown -> name + ": no such host";
      default -> name;
    };
  }

  @Override
  public void frame(StreamSocket from, byte[] frame, int length) {
    Instant now = time.now();
    long received = nanos(now);
    listeners.frame(received, frame, length, () -> from == socket);
    lock.lock();
    try {
      if (from == socket && phase == Phase.CONNECTED) {
        lastFrame = time.nanoTime();
        lastReceived = now;
        frames++;
        bytes += length;
        host.frame(frame, length, received);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void alive(StreamSocket from) {
    lock.lock();
    try {
      if (from == socket) {
        lastFrame = time.nanoTime();
        lastReceived = time.now();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void ended(StreamSocket from, String reason) {
    lock.lock();
    try {
      if (from != socket || phase != Phase.CONNECTED) {
        return;
      }
      long now = time.nanoTime();
      if (now - connectedAt >= STEADY.toNanos()) {
        failures = 0;
      }
      Duration pause = pause(++failures);
      phase = Phase.PAUSED;
      connectAt = now + pause.toNanos();
      socket = null;
      outgoing.clear();
      board.set(new StreamState.Disconnected(time.now(), reason, pause));
      LOG.log(System.Logger.Level.INFO, "the stream was lost: {0}", reason);
      host.disconnected();
      work.signal();
    } finally {
      lock.unlock();
    }
    listeners.disconnected(nanos(time.now()), reason);
  }

  private void watch() {
    while (true) {
      try {
        time.sleep(TICK);
        if (!tick()) {
          return;
        }
      } catch (InterruptedException e) {
        return; // closed
      } catch (RuntimeException e) { // a mistake of ours must not end the stream unseen
        LOG.log(System.Logger.Level.ERROR, "the stream failed to look after itself", e);
      }
    }
  }

  /** Does what is due; returns false when closed. */
  private boolean tick() {
    List<Runnable> due = new ArrayList<>();
    StreamSocket suspect;
    String broken;
    lock.lock();
    try {
      if (phase == Phase.CLOSED) {
        return false;
      }
      long now = time.nanoTime();
      host.tick(now);
      suspect = phase == Phase.CONNECTED ? socket : null;
      broken = suspect == null ? null : condemned != null ? condemned : health(now);
      timers.removeIf(timer -> {
        boolean over = now - timer.at >= 0;
        if (over) {
          due.add(timer.task);
        }
        return over;
      });
      work.signal();
    } finally {
      lock.unlock();
    }
    due.forEach(Runnable::run);
    if (suspect != null && broken != null) {
      abort(suspect, broken);
    }
    return true;
  }

  /** Returns why the connection is taken for lost; null if it is not. */
  private @Nullable String health(long now) {
    long silence = settings.silence().toNanos();
    if (now - lastFrame >= silence) {
      return "nothing was received for " + settings.silence();
    }
    Long since = sendingSince;
    if (since != null && now - since >= settings.commandTimeout().toNanos()) {
      return "nothing can be sent since " + settings.commandTimeout();
    }
    if (now - lastFrame >= silence / 3 && now - lastPing >= silence / 3) {
      lastPing = now;
      pingDue = true;
    }
    return null;
  }

  /**
   * Ends the connection and the threads, within two seconds.
   *
   * @return whether it was open
   */
  boolean close() {
    StreamSocket last;
    lock.lock();
    try {
      if (phase == Phase.CLOSED) {
        return false;
      }
      phase = Phase.CLOSED;
      last = socket;
      socket = null;
      timers.clear();
      board.set(new StreamState.Closed(time.now()));
      work.signalAll();
    } finally {
      lock.unlock();
    }
    pump.interrupt();
    clock.interrupt();
    if (last != null) {
      var unused = last.close(CLOSE_LIMIT);
    }
    try {
      if (started) {
        var unused = pump.join(CLOSE_LIMIT) && clock.join(CLOSE_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  static long nanos(Instant time) {
    return time.getEpochSecond() * 1_000_000_000L + time.getNano();
  }
}
