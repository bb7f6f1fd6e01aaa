package io.github.kalshi4j.engine.tape.recording;

import io.github.kalshi4j.client.stream.FrameListener;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.engine.clock.EpochNanos;
import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeHeader;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import io.github.kalshi4j.engine.tape.format.TapeWriter;
import io.github.kalshi4j.engine.tape.header.TapeFacts;
import io.github.kalshi4j.engine.tape.header.ToolVersion;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records a stream as tapes: every frame as it came, with its receive time. It hears the stream as
 * its {@link FrameListener} and never keeps it waiting: frames go to a buffer in memory, from which
 * a thread of the recorder's own writes them, a few times a second. If the disk cannot keep up,
 * frames that find no room are lost, which the tape says as a gap and {@link Statistics#lost}
 * counts.
 *
 * <p>What was received more than a second ago is in the file, so that the end of the process, even
 * by force, loses no more than that; the file is then an unfinished tape. {@link #close} finishes
 * it.
 *
 * <p>After a while, or from a size on, the recorder moves on to another file. Each is a tape of its
 * own, on which a book can be rebuilt from its first snapshot there: {@link
 * Listener#onSnapshotsNeeded} is the time to ask the stream for some.
 *
 * <p>A receive time before that of the frame before, because the clock was set back, becomes that
 * one's; {@link Statistics#clockSteps} counts them, and the tape's header tells. A frame that
 * cannot be decoded is kept under the source {@code damaged}, where no replay stumbles over it.
 *
 * <p>All methods may be called by any thread.
 */
public final class TapeRecorder implements FrameListener, AutoCloseable {
  /** The source of frames that cannot be decoded. */
  public static final String DAMAGED = "damaged";

  private static final Logger LOG = System.getLogger(TapeRecorder.class.getName());
  private static final Duration GATHERING = Duration.ofMillis(250);
  private static final int ENOUGH = 1 << 20; // bytes
  private static final Duration CLOSING = Duration.ofSeconds(30);
  private static final int AMENDABLE = 8;
  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * What is recorded and where.
   *
   * @param folder where the tapes go; made if it is not there
   * @param name how their names begin, such as the series; the UTC time of the start follows
   * @param description one line for people
   * @param subscriptions what was asked of the stream
   * @param rotation after how long another file begins, by receive time
   * @param rotationBytes from what size of a file on another begins
   * @param bufferBytes how many bytes of frames may wait for the disk
   */
  public record Config(
      Path folder,
      String name,
      String description,
      List<TapeSubscription> subscriptions,
      Duration rotation,
      long rotationBytes,
      int bufferBytes) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public Config {
      subscriptions = List.copyOf(subscriptions);
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("not a name for a tape: \"" + name + '"');
      }
      if (!rotation.isPositive() || rotationBytes <= 0 || bufferBytes <= 0) {
        throw new IllegalArgumentException(
            "not positive: " + rotation + ", " + rotationBytes + " or " + bufferBytes);
      }
    }

    /** Returns a configuration with a new file each hour or gigabyte, and a buffer of 32 MiB. */
    public static Config of(
        Path folder, String name, String description, List<TapeSubscription> subscriptions) {
      return new Config(
          folder, name, description, subscriptions, Duration.ofHours(1), 1L << 30, 1 << 25);
    }

    public Config withRotation(Duration value) {
      return new Config(
          folder, name, description, subscriptions, value, rotationBytes, bufferBytes);
    }

    public Config withRotationBytes(long value) {
      return new Config(folder, name, description, subscriptions, rotation, value, bufferBytes);
    }

    public Config withBufferBytes(int value) {
      return new Config(folder, name, description, subscriptions, rotation, rotationBytes, value);
    }
  }

  /**
   * Hears how a recording fares. Called on the recorder's thread, one at a time, while frames wait;
   * what it throws is logged and otherwise without effect.
   */
  public interface Listener {
    /** Hears nothing. */
    Listener NONE = new Listener() {};

    /** Called when a file has begun; it can be read from now on. */
    default void onBegun(Path file) {}

    /**
     * Called when books cannot be rebuilt from what follows until they are described anew, because
     * another file has begun or frames were lost: time to ask the stream for snapshots.
     */
    default void onSnapshotsNeeded() {}

    /** Called when a tape is complete. */
    default void onFinished(TapeFile tape) {}

    /** Called at most once: nothing can be recorded any more, and all further frames are lost. */
    default void onFailure(TapeException failure) {}
  }

  /**
   * What was recorded so far.
   *
   * @param frames frames that are in files, from which even the end of this process cannot take
   *     them
   * @param bytes the size of these frames
   * @param gaps gaps, for whatever reason
   * @param lost frames that were not recorded
   * @param damaged frames, of those recorded, that could not be decoded
   * @param clockSteps frames, of those recorded, with another receive time than they came with
   * @param files files that were begun
   */
  public record Statistics(
      long frames, long bytes, long gaps, long lost, long damaged, long clockSteps, int files) {}

  private final Config config;
  private final TimeSource time;
  private final Listener listener;
  private final FrameBuffer buffer;
  private final TapeFacts facts;
  private final Thread thread;
  private final ReentrantLock napLock = new ReentrantLock();
  private boolean napping;
  private boolean closing;
  private volatile Statistics written = new Statistics(0, 0, 0, 0, 0, 0, 0);
  private volatile @Nullable TapeException failure;

  // Used by the recorder's thread only, once it runs.
  private final Deque<FinishedTape> finished = new ArrayDeque<>();
  private RecordedTape tape;
  private boolean rotationDue;
  private boolean connected;
  private long frames;
  private long bytes;
  private long gaps;
  private long damaged;
  private long clockSteps;
  private int files;

  private TapeRecorder(Config config, TimeSource time, Listener listener) {
    this.config = config;
    this.time = time;
    this.listener = listener;
    this.buffer = new FrameBuffer(config.bufferBytes());
    this.facts =
        new TapeFacts(
            config.subscriptions().stream()
                .anyMatch(s -> s.source().equals(TapeSource.KALSHI) && s.useYesPrice()));
    this.tape = begin(EpochNanos.of(time.now()));
    publish();
    this.thread = Thread.ofPlatform().name("kalshi-tape-recorder").daemon().unstarted(this::run);
  }

  /**
   * Begins a recording; its first file is there when this returns.
   *
   * @param time says when it begins and ends, and paces the writing
   * @throws TapeException if nothing can be written there
   */
  public static TapeRecorder start(Config config, TimeSource time, Listener listener) {
    try {
      Files.createDirectories(config.folder());
    } catch (IOException e) {
      throw TapeException.at(config.folder(), "cannot be written: " + TapeException.reason(e), e);
    }
    var recorder = new TapeRecorder(config, time, listener);
    recorder.thread.start();
    return recorder;
  }

  @Override
  public void onFrame(long receiveNanos, byte[] frame, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, frame.length);
    int end = offset + length;
    while (end > offset && (frame[end - 1] == '\n' || frame[end - 1] == '\r')) {
      end--;
    }
    if (end > offset) {
      buffer.frame(receiveNanos, frame, offset, end - offset);
    }
  }

  @Override
  public void onConnected(long receiveNanos) {
    buffer.notice(receiveNanos, new FrameBuffer.Connected());
  }

  /** Begins a gap, which ends with the next frame. */
  @Override
  public void onDisconnected(long receiveNanos, String reason) {
    buffer.notice(receiveNanos, new FrameBuffer.Disconnected(reason));
  }

  /**
   * Takes what is known of a market; the last word holds. It goes on the tape of the moment. A
   * result also goes on those of the last tapes of this recording that have the market without one.
   *
   * <p>Markets of which nothing is told are completed from their lifecycle frames, or from their
   * tickers if they are of a fifteen-minute series.
   */
  public void market(TapeMarket market) {
    buffer.notice(EpochNanos.of(time.now()), new FrameBuffer.Known(market));
  }

  /** Returns what was recorded so far. */
  public Statistics statistics() {
    Statistics now = written;
    boolean failed = failure != null;
    return new Statistics(
        now.frames,
        now.bytes,
        now.gaps,
        buffer.lost() + (failed ? buffer.accepted() - now.frames : 0),
        now.damaged,
        now.clockSteps,
        now.files);
  }

  /** Returns why nothing is recorded any more; empty while all is well. */
  public Optional<TapeException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Writes what has been received and finishes the tape. Waits for that, even if interrupted, but
   * no longer than half a minute; a tape that takes longer is finished later if the process lives
   * on, and is unfinished until then.
   */
  @Override
  public void close() {
    buffer.close(EpochNanos.of(time.now()));
    napLock.lock();
    try {
      closing = true;
      if (napping) {
        thread.interrupt();
      }
    } finally {
      napLock.unlock();
    }
    if (Thread.currentThread() == thread) {
      return; // called by the listener; the tape is finished as soon as it returns
    }
    boolean interrupted = false;
    boolean ended = false;
    for (int attempt = 0; attempt < 2 && !ended; attempt++) {
      try {
        ended = thread.join(CLOSING);
        break;
      } catch (InterruptedException e) { // the end of a process begins so, and this is its purpose
        interrupted = true;
      }
    }
    if (!ended) {
      LOG.log(Level.WARNING, "a tape in {0} is not finished yet", config.folder());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    tell(() -> listener.onBegun(tape.file()));
    try {
      while (buffer.await()) {
        gather();
        buffer.take().read(new BatchReader());
        tape.flush();
        rotationDue = tape.bytes() >= config.rotationBytes();
        publish();
      }
      finish(EpochNanos.of(time.now()));
      publish();
    } catch (InterruptedException e) {
      fail(new TapeException(tape.file() + ": interrupted", e));
    } catch (TapeException e) {
      fail(e);
    } catch (RuntimeException e) {
      fail(new TapeException(tape.file() + ": " + TapeException.reason(e), e));
    } finally {
      tape.close();
    }
  }

  /**
   * Lets frames come together before they are written, unless there are many. Only here does an
   * interrupt reach us.
   */
  private void gather() {
    if (buffer.waiting() >= ENOUGH) {
      return;
    }
    napLock.lock();
    try {
      if (closing) {
        return;
      }
      napping = true;
    } finally {
      napLock.unlock();
    }
    try {
      time.sleep(GATHERING);
    } catch (InterruptedException e) {
      // There is no more to come, so what there is can be written.
    }
    napLock.lock();
    try {
      napping = false;
    } finally {
      napLock.unlock();
    }
    boolean unused = Thread.interrupted(); // or it would close the file under our hands
  }

  private void publish() {
    written = new Statistics(frames, bytes, gaps, 0, damaged, clockSteps, files);
  }

  private void fail(TapeException e) {
    buffer.close(0);
    failure = e;
    tell(() -> listener.onFailure(e));
  }

  private static void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the listener of a recording failed", e);
    }
  }

  private RecordedTape begin(long nanos) {
    Instant start = EpochNanos.toInstant(nanos);
    String name = config.name() + "_" + FILE_TIME.format(start);
    Path file = config.folder().resolve(name + TapeWriter.EXTENSION);
    for (int i = 2; Files.exists(file); i++) {
      file = config.folder().resolve(name + "-" + i + TapeWriter.EXTENSION);
    }
    List<TapeMarket> known = facts.begin();
    var header =
        new TapeHeader(
            TapeHeader.Kind.RECORDED,
            config.description(),
            List.of(),
            start,
            start,
            ToolVersion.TOOL,
            ToolVersion.get(),
            null,
            config.subscriptions(),
            List.of(),
            null,
            known);
    RecordedTape begun = new RecordedTape(TapeWriter.record(file, header), header);
    files++;
    return begun;
  }

  private void rotate(long nanos) {
    RecordedTape old = tape;
    long at = Math.max(nanos, old.lastNanos());
    FinishedTape complete = old.finish(at, facts);
    tape = begin(at);
    rotationDue = false;
    tell(() -> listener.onBegun(tape.file()));
    tell(listener::onSnapshotsNeeded);
    keep(complete);
  }

  private void finish(long nanos) {
    keep(tape.finish(Math.max(nanos, tape.lastNanos()), facts));
  }

  private void keep(FinishedTape complete) {
    finished.addLast(complete);
    if (finished.size() > AMENDABLE) {
      finished.removeFirst();
    }
    tell(() -> listener.onFinished(complete.tape()));
  }

  /** Writes what was received; on the recorder's thread. */
  private final class BatchReader implements FrameBuffer.Reader {
    @Override
    public void frame(long nanos, byte[] frame, int offset, int length) {
      if (rotationDue || nanos - tape.startNanos() >= config.rotation().toNanos()) {
        rotate(nanos);
      }
      RecordedTape.Taken taken = tape.frame(nanos, frame, offset, length, facts);
      connected = true;
      frames++;
      bytes += length;
      damaged += taken.damaged() ? 1 : 0;
      clockSteps += taken.clockStepped() ? 1 : 0;
    }

    @Override
    public void notice(long nanos, FrameBuffer.Notice notice) {
      switch (notice) {
        case FrameBuffer.Connected() -> {
          if (connected) { // nobody said that the connection before was lost
            gap("the connection was replaced");
          }
        }
        case FrameBuffer.Disconnected(String reason) -> {
          connected = false;
          gap(reason);
        }
        case FrameBuffer.Lost(long count) -> {
          gap(
              count
                  + (count == 1 ? " frame" : " frames")
                  + " lost: the disk did not keep up, or a frame was too long for a tape");
          tell(listener::onSnapshotsNeeded);
        }
        case FrameBuffer.Known(TapeMarket market) -> {
          facts.put(market);
          tape.market(market);
          finished.forEach(earlier -> earlier.amend(market));
        }
      }
    }

    private void gap(String reason) {
      gaps += tape.gap(reason) ? 1 : 0;
    }
  }
}
