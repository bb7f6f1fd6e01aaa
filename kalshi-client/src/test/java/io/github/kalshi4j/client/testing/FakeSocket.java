package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.testing.FrameCodec.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket connection, seen from the server that accepted it. What is sent is queued and
 * written by a thread of its own in the order of the calls, so no call here waits for the client,
 * except those that begin with {@code await}, which give up after ten seconds. Safe for threads.
 */
public final class FakeSocket {
  private static final long LIMIT_SECONDS = 10;
  private static final int ABNORMAL = 1006;
  private static final int PROTOCOL_ERROR = 1002;
  private static final Pattern TYPE = Pattern.compile("\"type\":\"([a-z0-9_]+)\"");
  private static final Pattern ID = Pattern.compile("^\\{[^{]*\"id\":(\\d+)"); // not of the message

  /** What may become of a frame that the exchange behind sends. */
  public enum FrameFault {
    /** It is lost. */
    DROP,
    /** It comes twice. */
    DUPLICATE,
    /** It comes after the next one. */
    HOLD
  }

  /** Bytes to write; after the last the socket is closed. */
  private record Outgoing(byte[] bytes, boolean last) {}

  private final FakeStream stream;
  private final ReceivedRequest request;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final BlockingQueue<Outgoing> outgoing = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> pings = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<FakeCommand> commands = new ArrayList<>();
  private final List<FakeCommand> awaited = new ArrayList<>(); // not yet waited for
  private volatile boolean answersPings = true;
  private volatile boolean reading = true;
  private volatile boolean silent;
  private volatile boolean closeSent;

  private final @Nullable Upstream upstream; // what answers instead of the stream
  private final Map<Long, FakeCommand> unanswered = new HashMap<>(); // there; guarded by the lock
  private final Map<String, FrameFault> faults = new HashMap<>(); // by type; guarded by the lock
  private final List<byte[]> held = new ArrayList<>(); // guarded by the lock

  // Channel to subscription; read and changed under the lock of the stream only.
  final Map<String, FakeSubscription> subscriptions = new LinkedHashMap<>();
  int lastSid;

  FakeSocket(
      FakeStream stream,
      ReceivedRequest request,
      Socket socket,
      InputStream in,
      OutputStream out,
      @Nullable Upstream upstream) {
    this.upstream = upstream;
    this.stream = stream;
    this.request = request;
    this.socket = socket;
    this.in = in;
    this.out = out;
  }

  /** Returns the upgrade it began with, its headers included. */
  public ReceivedRequest request() {
    return request;
  }

  /** Returns whether neither side has ended it. */
  public boolean isOpen() {
    return !closed.isDone();
  }

  /** Sends a text message in one frame, exactly as given: the line feed is the caller's. */
  public void send(String text) {
    sendBytes(FrameCodec.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends a text message in several frames.
   *
   * @param cuts where a frame ends and the next begins, in bytes of UTF-8, ascending
   */
  public void sendFragmented(String text, int... cuts) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    int from = 0;
    for (int i = 0; i <= cuts.length; i++) {
      int to = i < cuts.length ? cuts[i] : bytes.length;
      frames.writeBytes(
          FrameCodec.encode(
              i == cuts.length,
              i == 0 ? FrameCodec.TEXT : FrameCodec.CONTINUATION,
              Arrays.copyOfRange(bytes, from, to)));
      from = to;
    }
    sendRaw(frames.toByteArray());
  }

  /**
   * Sends one whole frame of any kind.
   *
   * @param opcode 1 for text, which need not be valid UTF-8, 2 for binary, or any other to 15
   */
  public void sendBytes(int opcode, byte[] payload) {
    sendRaw(FrameCodec.encode(true, opcode, payload));
  }

  /** Sends bytes as they are, whether they are frames or not. */
  public void sendRaw(byte[] bytes) {
    outgoing.add(new Outgoing(bytes, false));
  }

  /** Sends a ping with this body. */
  public void ping(String body) {
    sendBytes(FrameCodec.PING, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Waits for the client's next pong and returns its body. */
  public String awaitPong() throws InterruptedException {
    return next(pongs, "pong");
  }

  /** Waits for the client's next ping and returns its body. */
  public String awaitPing() throws InterruptedException {
    return next(pings, "ping");
  }

  /** Sets whether the client's pings are answered by themselves, as they are at first. */
  public void answerPings(boolean value) {
    answersPings = value;
  }

  /**
   * Sends a close frame and goes on reading until the client answers it.
   *
   * @param code 1005 for a frame without a code
   */
  public void close(int code, String reason) {
    closeSent = true;
    stream.forget(this);
    sendRaw(FrameCodec.close(code, reason));
  }

  /**
   * Waits for the end of the connection and returns the close code that the client sent; 1005 if it
   * sent none, 1006 if the connection ended without a close frame of the client, 1002 if the client
   * sent a frame that is not masked.
   */
  public int awaitClose() throws InterruptedException {
    try {
      return closed.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the connection was not closed", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the connection with a TCP reset; what is queued is lost. */
  public void reset() {
    stream.forget(this);
    try {
      socket.setSoLinger(true, 0); // closing then sends RST
    } catch (IOException e) {
      // closed already
    }
    end();
  }

  /**
   * Lets the connection go half-open: it stays, nothing is sent, nothing that comes has an effect.
   * Only its end is still noticed.
   */
  public void fallSilent() {
    silent = true;
  }

  /**
   * Takes nothing more from the connection, so that what the client writes piles up there, and its
   * end is not noticed.
   */
  public void stopReading() {
    reading = false;
  }

  /** Ends {@link #stopReading()} and {@link #fallSilent()}; what is queued is sent now. */
  public void resume() {
    silent = false;
    reading = true;
    signal();
  }

  /**
   * Waits for the next message that was not waited for before. When it returns, the answer is
   * already on its way, where the server answers by itself.
   */
  public FakeCommand awaitCommand() throws InterruptedException {
    return awaitCommand(command -> true, "command");
  }

  /**
   * Waits for the next command of this name, or action, that was not waited for before; others
   * stay.
   *
   * @param name {@code subscribe}, {@code get_snapshot} …
   */
  public FakeCommand awaitCommand(String name) throws InterruptedException {
    return awaitCommand(
        command -> command.cmd().equals(name) || command.action().equals(name), name);
  }

  private FakeCommand awaitCommand(Predicate<FakeCommand> which, String name)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
      while (true) {
        for (FakeCommand command : awaited) {
          if (which.test(command)) {
            awaited.remove(command);
            return command;
          }
        }
        if (left <= 0) {
          throw new IllegalStateException("no " + name + " came; all that did: " + commands);
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns every message so far, in order of arrival. */
  public List<FakeCommand> commands() {
    lock.lock();
    try {
      return List.copyOf(commands);
    } finally {
      lock.unlock();
    }
  }

  /** Lets something become of the next frame of this type that the exchange behind sends. */
  public void strikeNext(String type, FrameFault fault) {
    lock.lock();
    try {
      faults.put(type, fault);
    } finally {
      lock.unlock();
    }
  }

  /** Takes back what {@link #strikeNext} was told and has not done yet. */
  public void strikeNoMore() {
    lock.lock();
    try {
      faults.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether frames may still be sent to it. */
  boolean accepts() {
    return isOpen() && !closeSent;
  }

  /**
   * Answers the upgrade and reads until the connection ends; then all that belongs to it has ended,
   * too.
   */
  void serve(byte[] head) {
    Thread writer = Thread.ofVirtual().name("fake-socket-writer").unstarted(this::writeAll);
    int code = ABNORMAL;
    try {
      out.write(head); // not queued, so that a socket told to fall silent has been answered
      out.flush();
      writer.start();
      if (upstream != null) {
        Thread.ofVirtual().name("fake-socket-relay").start(() -> relay(upstream));
      }
      stream.arrived(this);
      code = readAll();
    } catch (IOException | InterruptedException e) {
      // reset by either side, or the exchange was closed
    } finally {
      stream.forget(this);
      if (code == ABNORMAL) {
        end();
      }
      if (writer.getState() != Thread.State.NEW) {
        joinQuietly(writer);
      }
      end();
      leave();
      int clientsCode = code;
      stream.ended(this, () -> closed.complete(clientsCode));
    }
  }

  /** Ends the connection to the exchange behind. */
  void leave() {
    if (upstream != null) {
      upstream.close();
    }
  }

  /** Hands on what the exchange behind sends. */
  private void relay(Upstream from) {
    try {
      while (true) {
        Frame frame = from.read();
        byte[] bytes = FrameCodec.encode(frame.last(), frame.opcode(), frame.payload());
        switch (frame.opcode()) {
          case FrameCodec.TEXT -> relay(frame.text(), bytes);
          case FrameCodec.PING -> from.send(FrameCodec.PONG, frame.payload());
          case FrameCodec.PONG -> {
            if (answersPings) {
              sendRaw(bytes);
            }
          }
          case FrameCodec.CLOSE -> {
            closeSent = true;
            sendRaw(bytes);
          }
          default -> sendRaw(bytes);
        }
      }
    } catch (IOException e) {
      if (!closeSent) {
        end(); // as it has ended there
      }
    }
  }

  private void relay(String text, byte[] bytes) {
    Matcher type = TYPE.matcher(text);
    Matcher id = ID.matcher(text);
    lock.lock();
    try {
      FrameFault fault = type.find() ? faults.remove(type.group(1)) : null;
      if (fault == FrameFault.HOLD) {
        held.add(bytes);
      } else if (fault != FrameFault.DROP) {
        sendRaw(bytes);
        if (fault == FrameFault.DUPLICATE) {
          sendRaw(bytes);
        }
        held.forEach(this::sendRaw);
        held.clear();
      }
      FakeCommand answered = id.find() ? unanswered.remove(Long.parseLong(id.group(1))) : null;
      if (answered != null) {
        arrived(answered);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Closes the socket at once. */
  void end() {
    try {
      socket.close();
    } catch (IOException e) {
      // nothing more can be done with it
    }
    outgoing.add(new Outgoing(new byte[0], true)); // wakes the writer
    signal();
  }

  /** Returns the client's close code. */
  private int readAll() throws IOException, InterruptedException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    while (true) {
      Frame frame = FrameCodec.read(in);
      awaitThat(() -> reading);
      if (frame.opcode() == FrameCodec.CLOSE) {
        if (upstream != null && !silent) {
          upstream.send(FrameCodec.CLOSE, frame.payload());
        }
        finish(frame.closeCode());
        return frame.closeCode();
      }
      if (silent) {
        continue;
      }
      if (!frame.masked()) {
        finish(PROTOCOL_ERROR);
        return PROTOCOL_ERROR;
      }
      switch (frame.opcode()) {
        case FrameCodec.PING -> {
          pings.add(frame.text());
          if (upstream != null) {
            upstream.send(FrameCodec.PING, frame.payload());
          } else if (answersPings) {
            sendBytes(FrameCodec.PONG, frame.payload());
          }
        }
        case FrameCodec.PONG -> pongs.add(frame.text());
        default -> {
          message.writeBytes(frame.payload());
          if (frame.last()) {
            received(FakeCommand.parse(message.toString(StandardCharsets.UTF_8)));
            message.reset();
          }
        }
      }
    }
  }

  /** Echoes the client's close frame, unless it was an answer, and closes. */
  private void finish(int code) {
    stream.forget(this);
    if (silent) {
      end();
      return;
    }
    byte[] echo = closeSent ? new byte[0] : FrameCodec.close(code, "");
    closeSent = true;
    outgoing.add(new Outgoing(echo, true));
  }

  private void received(FakeCommand command) throws IOException {
    boolean handOn = stream.answer(this, command);
    lock.lock();
    try {
      commands.add(command);
      if (handOn && command.id() != 0) {
        unanswered.put(command.id(), command); // waited for until its answer has been seen
      } else {
        arrived(command);
      }
    } finally {
      lock.unlock();
    }
    if (handOn && upstream != null) {
      upstream.send(FrameCodec.TEXT, command.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void arrived(FakeCommand command) {
    awaited.add(command);
    changed.signalAll();
  }

  private void writeAll() {
    try {
      while (true) {
        Outgoing next = outgoing.take();
        awaitThat(() -> !silent);
        if (socket.isClosed()) {
          return;
        }
        out.write(next.bytes());
        out.flush();
        if (next.last()) {
          return;
        }
      }
    } catch (IOException | InterruptedException e) {
      // the connection has ended; the reading side notices, too
    }
  }

  private void awaitThat(BooleanSupplier condition) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!condition.getAsBoolean() && !socket.isClosed()) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void signal() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static void joinQuietly(Thread thread) {
    try {
      if (!thread.join(Duration.ofSeconds(LIMIT_SECONDS))) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private static String next(BlockingQueue<String> queue, String what) throws InterruptedException {
    @Nullable String body = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (body == null) {
      throw new IllegalStateException("no " + what + " came");
    }
    return body;
  }
}
