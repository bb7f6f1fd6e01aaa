package io.github.kalshi4j.simulator.internal.floor;

import io.github.kalshi4j.client.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/**
 * The market's clock: it runs as another one does, from a time of its own, and so many times as
 * fast. Safe for threads.
 */
public final class SimulatedClock implements TimeSource {
  private final TimeSource wall;
  private final Instant wallStart;
  private final Instant start;
  private final int speed;

  /**
   * Starts a clock.
   *
   * @param start what it says now
   * @param speed how many of its seconds there are in one of the other clock, at least 1
   */
  public SimulatedClock(TimeSource wall, Instant start, int speed) {
    this.wall = wall;
    this.start = start;
    this.speed = speed;
    wallStart = wall.now();
  }

  @Override
  public Instant now() {
    return start.plus(Duration.between(wallStart, wall.now()).multipliedBy(speed));
  }

  @Override
  public long nanoTime() {
    return wall.nanoTime() * speed;
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    wall.sleep(duration.dividedBy(speed));
  }
}
