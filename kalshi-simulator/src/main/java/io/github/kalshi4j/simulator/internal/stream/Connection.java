package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.access.StreamPolicies;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/**
 * One member's connection. Its commands are read one after the other on Jetty's threads; a virtual
 * thread of its own writes its frames, one at a time.
 */
final class Connection implements FrameHandler {
  private static final System.Logger LOG = System.getLogger(Connection.class.getName());
  private static final byte[] HEARTBEAT = "heartbeat".getBytes(StandardCharsets.UTF_8);

  private final Keys.Registered key;
  private final Floor floor;
  private final TimeSource wall;
  private final StreamPolicies policies;
  private final FrameFate fate;
  private final Consumer<Connection> onOpen;
  private final Consumer<Connection> onClose;
  private final Outbox outbox;
  private final Subscriber subscriber;
  private final Incoming incoming;
  private final AtomicInteger unanswered = new AtomicInteger(); // pings
  private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
  private volatile @Nullable CoreSession session;
  private volatile @Nullable Thread writer;
  private volatile boolean silent;
  private long second; // of the commands counted; by the reader only
  private int commands;

  Connection(
      Keys.Registered key,
      Floor floor,
      Hub hub,
      Newsroom newsroom,
      TimeSource wall,
      StreamPolicies policies,
      FrameFate fate,
      Consumer<Connection> onOpen,
      Consumer<Connection> onClose) {
    this.key = key;
    this.floor = floor;
    this.wall = wall;
    this.policies = policies;
    this.fate = fate;
    this.onOpen = onOpen;
    this.onClose = onClose;
    outbox = new Outbox(policies.subscriptionBuffer());
    incoming = new Incoming(policies.largestCommand());
    subscriber =
        new Subscriber(KeyHolder.of(key, policies.scoped()), hub, newsroom, outbox, policies);
  }

  UserId user() {
    return key.user();
  }

  /** Returns what opened it. */
  Keys.Registered key() {
    return key;
  }

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    session = opened;
    second = wall.nanoTime();
    writer = Thread.ofVirtual().name("simulated-exchange-stream").start(() -> write(opened));
    onOpen.accept(this);
    callback.succeeded();
    opened.demand();
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    switch (frame.getOpCode()) {
      case OpCode.PING -> {
        if (!silent) {
          send(OpCode.PONG, ByteBuffer.wrap(bytes(frame)));
        }
      }
      case OpCode.PONG -> unanswered.set(0);
      case OpCode.CLOSE -> {}
      default -> {
        Incoming.Whole message = incoming.take(frame);
        if (message != null) {
          take(message.text());
        }
      }
    }
    callback.succeeded();
    open().demand();
  }

  private static byte[] bytes(Frame frame) {
    byte[] bytes = new byte[frame.getPayloadLength()];
    frame.getPayload().slice().get(bytes);
    return bytes;
  }

  private void take(@Nullable String text) {
    try {
      if (silent || !outbox.awaitRoom()) {
        return;
      }
      if (text == null) {
        throw StreamFault.UNABLE_TO_PROCESS.exception(); // binary
      }
      StreamCommand command = StreamCommand.read(text);
      if (isTooFast()) {
        outbox.put(OutgoingFrame.error(command.id(), StreamFault.TOO_MANY_REQUESTS));
        return;
      }
      floor.call(engine -> {
        subscriber.run(command, engine);
        return true;
      });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closing
    } catch (StreamFault.FaultException e) {
      outbox.put(OutgoingFrame.error(0, e.fault));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a command of the simulated stream failed", e);
      outbox.put(OutgoingFrame.error(0, StreamFault.UNABLE_TO_PROCESS));
    }
  }

  private boolean isTooFast() {
    long now = wall.nanoTime();
    if (now - second >= TimeUnit.SECONDS.toNanos(1)) {
      second = now;
      commands = 0;
    }
    return ++commands > policies.commandsPerSecond();
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    LOG.log(System.Logger.Level.DEBUG, "a connection of the simulated stream failed", cause);
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    ended();
    callback.succeeded();
  }

  private CoreSession open() {
    return Objects.requireNonNull(session);
  }

  private void ended() {
    outbox.close();
    Thread started = writer;
    if (started != null) {
      started.interrupt();
    }
    floor.within(world -> {
      subscriber.leave();
      return true;
    });
    onClose.accept(this);
    closed.complete(null);
  }

  private void write(CoreSession to) {
    try {
      OutgoingFrame frame = outbox.take();
      while (frame != null) {
        for (Departure each : fate.of(frame)) {
          depart(to, each);
        }
        frame = outbox.take();
      }
    } catch (InterruptedException e) {
      // closed
    } catch (CompletionException e) {
      to.abort(); // what cannot be written to is gone
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the simulated stream cannot be written", e);
      to.abort();
    }
  }

  private void depart(CoreSession to, Departure departure) throws InterruptedException {
    switch (departure) {
      case Departure.Send(String text) -> send(to, text);
      case Departure.Wait wait -> wall.sleep(wait.time());
      case Departure.Disconnect disconnect -> to.abort();
      case Departure.Close(int code) -> to.close(code, "", Callback.NOOP);
      case Departure.FallSilent fallSilent -> silent = true;
    }
  }

  private void send(CoreSession to, String text) {
    if (!silent) {
      Callback.Completable written = new Callback.Completable();
      to.sendFrame(new Frame(OpCode.TEXT, text), written, false);
      written.join();
    }
  }

  /** Sends a control frame when it can be sent. */
  private void send(byte opcode, ByteBuffer payload) {
    open().sendFrame(new Frame(opcode, payload), Callback.NOOP, false);
  }

  /** Sends a ping, or drops the connection if too many were not answered. */
  void ping() {
    if (silent) {
      return;
    }
    if (unanswered.getAndIncrement() >= policies.missedPongs()) {
      open().abort();
    } else {
      send(OpCode.PING, ByteBuffer.wrap(HEARTBEAT));
    }
  }

  /** Begins to close, with 1001. */
  void goAway() {
    outbox.close();
    open().close(CloseStatus.SHUTDOWN, "the exchange is closing", Callback.NOOP);
  }

  /** Begins to close, with 1008, as its key is no more. */
  void end() {
    outbox.close();
    open().close(CloseStatus.POLICY_VIOLATION, "the API key was deleted", Callback.NOOP);
  }

  /** Is done when it is closed. */
  CompletableFuture<@Nullable Void> closed() {
    return closed;
  }

  /** Breaks it off. */
  void disconnect() {
    open().abort();
  }
}
