package io.github.kalshi4j.client.internal.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stream for one dispatcher, whose time moves only when it is told to; for one thread. */
final class ScriptedHost implements EventDispatcher.Host {
  private record Timer(long at, Runnable task) {}

  private final List<Timer> timers = new ArrayList<>();
  private final List<Runnable> unanswered = new ArrayList<>();
  private final Instant beginning;
  private boolean answering = true;
  private long millis;

  ScriptedHost(Instant start, Instant beginning) {
    this.beginning = beginning;
    millis = start.toEpochMilli();
  }

  /** Returns the exchange's time, milliseconds since 1970. */
  long millis() {
    return millis;
  }

  /** Moves time on by one timer after the other. */
  void advance(Duration duration) {
    long until = millis + duration.toMillis();
    while (true) {
      Timer next = timers.stream().min(Comparator.comparingLong(Timer::at)).orElse(null);
      if (next == null || next.at > until) {
        break;
      }
      millis = Math.max(millis, next.at);
      timers.remove(next);
      next.task.run();
    }
    millis = until;
  }

  /** Lets the exchange answer readings, or answers those that waited for it, too. */
  void answering(boolean value) {
    answering = value;
    if (value) {
      List<Runnable> late = List.copyOf(unanswered);
      unanswered.clear();
      late.forEach(Runnable::run);
    }
  }

  @Override
  public Instant beginning() {
    return beginning;
  }

  @Override
  public Instant now() {
    return Instant.ofEpochMilli(millis);
  }

  @Override
  public void later(Duration delay, Runnable task) {
    if (delay.equals(EventDispatcher.PATIENCE) && !unanswered.isEmpty()) {
      task.run(); // who waits for an answer would wait in vain
    } else {
      timers.add(new Timer(millis + delay.toMillis(), task));
    }
  }

  @Override
  public void read(Runnable reading) {
    if (answering) {
      reading.run();
    } else {
      unanswered.add(reading);
    }
  }

  @Override
  public void refresh() {}
}
