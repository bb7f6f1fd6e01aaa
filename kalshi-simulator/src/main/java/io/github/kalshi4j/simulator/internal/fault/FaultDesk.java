package io.github.kalshi4j.simulator.internal.fault;

import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.fault.ActiveFault;
import io.github.kalshi4j.simulator.fault.Dose;
import io.github.kalshi4j.simulator.fault.Fault;
import io.github.kalshi4j.simulator.fault.Faults;
import io.github.kalshi4j.simulator.fault.FrameFault;
import io.github.kalshi4j.simulator.fault.RequestEffect;
import io.github.kalshi4j.simulator.fault.RequestFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Keeps the faults and lets them decide, one at a time. Safe for threads. */
public final class FaultDesk implements Faults, AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Draw> faults = new ArrayList<>();
  private final Set<Thread> held = ConcurrentHashMap.newKeySet();
  private final TimeSource wall;
  private final Map<Draw, RandomGenerator> randoms = new HashMap<>();
  private int added;
  private long connections;
  private volatile boolean quiet = true;
  private volatile boolean closed;
  private volatile Duration skew = Duration.ZERO;
  private volatile Duration lag = Duration.ZERO;

  /**
   * Creates a desk without faults.
   *
   * @param wall the machine's clock
   */
  public FaultDesk(TimeSource wall) {
    this.wall = wall;
  }

  @Override
  public ActiveFault add(Fault fault) {
    lock.lock();
    try {
      Draw draw =
          switch (fault) {
            case RequestFault request -> draw(fault, request.dose(), request.seed());
            case FrameFault frame -> draw(fault, frame.dose(), frame.seed());
            case Fault.ClockSkew clock -> draw(fault, Dose.ALL, 0);
            case Fault.StaleReads reads -> draw(fault, Dose.ALL, 0);
          };
      faults.add(draw);
      changed();
      return draw;
    } finally {
      lock.unlock();
    }
  }

  private Draw draw(Fault fault, Dose dose, long seed) {
    return new Draw(++added, fault, dose, seed, lock, this::remove);
  }

  private void remove(Draw draw) {
    faults.remove(draw);
    randoms.remove(draw);
    changed();
  }

  private void changed() {
    quiet = faults.isEmpty();
    Duration skews = Duration.ZERO;
    Duration lags = Duration.ZERO;
    for (Draw draw : faults) {
      switch (draw.fault()) {
        case Fault.ClockSkew(Duration ahead) -> skews = skews.plus(ahead);
        case Fault.StaleReads(Duration late) -> lags = lags.plus(late);
        case RequestFault request -> {}
        case FrameFault frame -> {}
      }
    }
    skew = skews;
    lag = lags;
  }

  @Override
  public List<ActiveFault> list() {
    lock.lock();
    try {
      return List.copyOf(faults);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void clear() {
    list().forEach(ActiveFault::close);
  }

  /** Returns by how much members are shown late what they did, beside what is usual. */
  public Duration lag() {
    return lag;
  }

  /** Decides about a request. */
  public RequestFate request(String method, String path, @Nullable UserId user) {
    if (quiet) {
      return RequestFate.NONE;
    }
    lock.lock();
    try {
      Duration delay = Duration.ZERO;
      for (Draw draw : faults) {
        if (draw.fault() instanceof RequestFault fault
            && fault.requests().include(method, path, user)
            && draw.strikes(random(draw))) {
          if (!(fault.effect() instanceof RequestEffect.AnswerDelayed(var least, var most))) {
            return new RequestFate(delay, fault.effect());
          }
          delay = delay.plus(Draw.between(random(draw), least, most));
        }
      }
      return delay.isZero() ? RequestFate.NONE : new RequestFate(delay, null);
    } finally {
      lock.unlock();
    }
  }

  private RandomGenerator random(Draw draw) {
    return randoms.computeIfAbsent(draw, key -> key.random(0));
  }

  /**
   * Returns what decides about the frames of a new connection.
   *
   * @param user whose it is; null for nobody's
   */
  public FrameDraws connection(@Nullable UserId user) {
    return locked(() -> new FrameDraws(this, user, ++connections));
  }

  /** Returns whether there are no faults. */
  boolean isQuiet() {
    return quiet;
  }

  /** Returns the faults in their order. Under the lock. */
  List<Draw> draws() {
    return faults;
  }

  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits, by the machine's clock.
   *
   * @return false if the exchange was closed meanwhile
   */
  public boolean hold(Duration delay) {
    if (delay.isZero()) {
      return true;
    }
    held.add(Thread.currentThread());
    try {
      if (!closed) {
        wall.sleep(delay);
      }
      return !closed;
    } catch (InterruptedException e) {
      return false;
    } finally {
      held.remove(Thread.currentThread());
    }
  }

  /** Lets go of whoever waits. */
  @Override
  public void close() {
    closed = true;
    held.forEach(Thread::interrupt);
  }

  /** Returns the exchange's own idea of the machine's time. */
  public TimeSource clock() {
    return new TimeSource() {
      @Override
      public Instant now() {
        return wall.now().plus(skew);
      }

      @Override
      public long nanoTime() {
        return wall.nanoTime();
      }

      @Override
      public void sleep(Duration duration) throws InterruptedException {
        wall.sleep(duration);
      }
    };
  }
}
