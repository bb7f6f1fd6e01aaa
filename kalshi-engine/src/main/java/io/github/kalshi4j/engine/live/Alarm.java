package io.github.kalshi4j.engine.live;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.engine.clock.EpochNanos;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Wakes the engine's thread when the next thing is due, since nothing may come by itself then. It
 * looks at the wall clock at least once a second, so that a clock that is set is noticed.
 */
public final class Alarm implements AutoCloseable {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long LONGEST = Duration.ofSeconds(1).toNanos();
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final TimeSource time;
  private final Inbox inbox;
  private final LongConsumer wake;
  private final AtomicLong due = new AtomicLong(NEVER);
  private final AtomicBoolean waking = new AtomicBoolean();
  private final Thread thread = Thread.ofVirtual().name("kalshi-alarm").unstarted(this::run);
  private volatile boolean open = true;

  private Alarm(TimeSource time, Inbox inbox, LongConsumer wake) {
    this.time = time;
    this.inbox = inbox;
    this.wake = wake;
  }

  /**
   * Starts an alarm that is not set.
   *
   * @param wake called on the engine's thread with the time that was due
   */
  public static Alarm start(TimeSource time, Inbox inbox, LongConsumer wake) {
    var alarm = new Alarm(time, inbox, wake);
    alarm.thread.start();
    return alarm;
  }

  /** Sets it, whatever it was set to. Engine's thread only. */
  public void set(long nanos) {
    if (due.getAndSet(nanos) > nanos && !waking.get()) {
      thread.interrupt();
    }
  }

  private void run() {
    while (open) {
      long next = due.get();
      long now = EpochNanos.of(time.now());
      if (next <= now && waking.compareAndSet(false, true)) {
        due.compareAndSet(next, NEVER);
        inbox.post(() -> {
          waking.set(false);
          wake.accept(next);
        });
        continue;
      }
      try {
        time.sleep(Duration.ofNanos(next <= now ? LONGEST : Math.min(next - now, LONGEST)));
      } catch (InterruptedException e) {
        // it was set anew, or closed
      }
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
    try {
      boolean unused = thread.join(CLOSE_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
