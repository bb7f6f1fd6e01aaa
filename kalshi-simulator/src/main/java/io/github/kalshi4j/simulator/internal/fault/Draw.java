package io.github.kalshi4j.simulator.internal.fault;

import io.github.kalshi4j.simulator.fault.ActiveFault;
import io.github.kalshi4j.simulator.fault.Dose;
import io.github.kalshi4j.simulator.fault.Fault;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A fault, and what it has struck. */
final class Draw implements ActiveFault {
  private static final long SPREAD = 0x9e3779b97f4a7c15L; // no two members of a small range meet

  private final int id;
  private final Fault fault;
  private final Dose dose;
  private final ReentrantLock lock;
  private final Consumer<Draw> remove;
  private final long seed;
  private long seen;
  private long struck;
  private boolean removed;

  /**
   * Creates an active fault.
   *
   * @param lock guards what is counted, with that of all other faults
   * @param remove called under the lock
   */
  Draw(int id, Fault fault, Dose dose, long seed, ReentrantLock lock, Consumer<Draw> remove) {
    this.id = id;
    this.fault = fault;
    this.dose = dose;
    this.lock = lock;
    this.remove = remove;
    this.seed = seed;
  }

  /** Returns the random numbers of one of those who draw. */
  RandomGenerator random(long who) {
    return new SplittableRandom(seed + who * SPREAD);
  }

  /** Decides about one that it may strike, by one random number. Under the lock. */
  boolean strikes(RandomGenerator random) {
    if (isOver()) {
      return false;
    }
    seen++;
    if (random.nextDouble() >= dose.share()) {
      return false;
    }
    struck++;
    return true;
  }

  /** Draws a time between two. */
  static Duration between(RandomGenerator random, Duration least, Duration most) {
    long room = most.minus(least).toNanos();
    return room == 0 ? least : least.plusNanos(random.nextLong(room + 1));
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public Fault fault() {
    return fault;
  }

  @Override
  public long seen() {
    lock.lock();
    try {
      return seen;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long struck() {
    lock.lock();
    try {
      return struck;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isOver() {
    lock.lock();
    try {
      return removed || struck >= dose.most();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      removed = true;
      remove.accept(this);
    } finally {
      lock.unlock();
    }
  }
}
