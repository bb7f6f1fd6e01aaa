package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * A clock that moves only when it is told to. A thread that sleeps by it waits until the clock has
 * been advanced far enough; in {@link #advancing()} form, sleeping itself advances it. Safe for
 * threads.
 */
public final class ManualTimeSource implements TimeSource {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** When a sleeper is to wake. */
  private record Alarm(String thread, long until) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final boolean advancing;
  private Instant now;
  private long nanoTime;
  private final List<Alarm> alarms = new ArrayList<>();
  private final List<ManualTimeSource> followers = new CopyOnWriteArrayList<>();
  private Duration slept = Duration.ZERO;

  private ManualTimeSource(Instant start, boolean advancing) {
    now = start;
    this.advancing = advancing;
  }

  public static ManualTimeSource at(Instant start) {
    return new ManualTimeSource(start, false);
  }

  /** Returns a clock that starts at the system's time and jumps ahead wherever one sleeps. */
  public static ManualTimeSource advancing() {
    return new ManualTimeSource(TimeSource.system().now(), true);
  }

  @Override
  public Instant now() {
    lock.lock();
    try {
      return now;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long nanoTime() {
    lock.lock();
    try {
      return nanoTime;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (advancing) {
      jump(duration);
      return;
    }
    lock.lockInterruptibly();
    try {
      slept = slept.plus(duration);
      long until = nanoTime + duration.toNanos();
      Alarm alarm = new Alarm(Thread.currentThread().getName(), until);
      alarms.add(alarm);
      changed.signalAll();
      try {
        while (nanoTime < until) {
          changed.await();
        }
      } finally {
        alarms.remove(alarm);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Moves the clock forward, and those it leads, before anybody can read it. */
  public void advance(Duration duration) {
    lock.lock();
    try {
      followers.forEach(follower -> follower.advance(duration));
      now = now.plus(duration);
      nanoTime += duration.toNanos();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Moves another clock forward, too, from now on, whenever this one is advanced. */
  public void lead(ManualTimeSource follower) {
    followers.add(follower);
  }

  /** Sets the wall time, forward or back, as an operator does; monotonic readings go on. */
  public void step(Duration duration) {
    lock.lock();
    try {
      now = now.plus(duration);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until this many threads sleep, those not counted whose time has come. */
  public void awaitSleepers(int count) throws InterruptedException, TimeoutException {
    await(count, alarm -> true, "threads");
  }

  /** Waits until a thread of this name sleeps, and its time has not come. */
  public void awaitSleeper(String thread) throws InterruptedException, TimeoutException {
    await(1, alarm -> alarm.thread.equals(thread), thread);
  }

  /** Waits until a thread sleeps that has exactly this long to go. */
  public void awaitSleep(Duration left) throws InterruptedException, TimeoutException {
    await(1, alarm -> alarm.until - nanoTime == left.toNanos(), "those with " + left + " to go");
  }

  private void await(int count, Predicate<Alarm> which, String what)
      throws InterruptedException, TimeoutException {
    lock.lock();
    try {
      long left = LIMIT.toNanos();
      while (sleepers(which) < count) {
        if (left <= 0) {
          throw new TimeoutException(sleepers(which) + " of " + what + " sleep, not " + count);
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns for how long all threads together asked to sleep. */
  public Duration slept() {
    lock.lock();
    try {
      return slept;
    } finally {
      lock.unlock();
    }
  }

  private void jump(Duration duration) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      slept = slept.plus(duration);
    } finally {
      lock.unlock();
    }
    advance(duration);
  }

  private long sleepers(Predicate<Alarm> which) {
    return alarms.stream().filter(alarm -> alarm.until > nanoTime).filter(which).count();
  }
}
