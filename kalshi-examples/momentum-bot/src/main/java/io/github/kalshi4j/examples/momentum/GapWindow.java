package io.github.kalshi4j.examples.momentum;

import io.github.kalshi4j.client.value.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The gaps and mids of a market over the last moments, in dollars per contract: money, because a
 * mid may lie between two prices.
 */
final class GapWindow {
  private final Duration length;
  private final int minPoints;
  private final Duration staleAfter;
  private final Deque<Point> points = new ArrayDeque<>(); // oldest first

  GapWindow(Duration length, int minPoints, Duration staleAfter) {
    this.length = length;
    this.minPoints = minPoints;
    this.staleAfter = staleAfter;
  }

  /** Forgets everything if the newest point is too old to be followed by another. */
  boolean discardIfStale(Instant now) {
    boolean stale = !points.isEmpty() && points.getLast().time().plus(staleAfter).isBefore(now);
    if (stale) {
      points.clear();
    }
    return stale;
  }

  void add(Point point) {
    points.addLast(point);
    Instant start = point.time().minus(length);
    while (points.getFirst().time().isBefore(start)) {
      points.removeFirst();
    }
  }

  /** Returns the move from the oldest point to the newest; empty while there are too few. */
  Optional<Move> move() {
    return points.size() < minPoints
        ? Optional.empty()
        : Optional.of(new Move(points.getFirst(), points.getLast(), points.size()));
  }

  /** The gap and the YES mid at one moment. */
  record Point(Instant time, Money gap, Money mid) {}

  /** What changed between two points, of so many in the window. */
  record Move(Point oldest, Point newest, int points) {
    Money gapChange() {
      return newest.gap().minus(oldest.gap());
    }

    Money midChange() {
      return newest.mid().minus(oldest.mid());
    }
  }
}
