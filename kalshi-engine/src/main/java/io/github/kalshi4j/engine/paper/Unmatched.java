package io.github.kalshi4j.engine.paper;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import java.util.Arrays;

/**
 * What one channel of the exchange has told of a market in the last moments and the other has not
 * confirmed yet, oldest first: decreases that may be trades, or trades whose decrease is to come. A
 * ring of primitive columns, since every decrease of the book passes through one.
 */
final class Unmatched {
  /** How long something waits for its counterpart. */
  static final long HOLD_NANOS = 250_000_000L;

  /** How far apart the two channels' times of one match may be. */
  static final long TOLERANCE_MILLIS = 5;

  private long[] keys = new long[64];
  private long[] hundredths = new long[64];
  private long[] millis = new long[64];
  private long[] received = new long[64];
  private long[] sequence = new long[64];
  private long[] levelAfter = new long[64];
  private int head;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /**
   * Adds an entry.
   *
   * @param exchangeMillis the exchange's time of it; 0 if unknown
   * @param place its place in the market's sequence of events
   * @param after for a decrease, what the level held after it; unused for a trade
   */
  void add(
      BookSide side,
      Price price,
      long quantity,
      long exchangeMillis,
      long now,
      long place,
      long after) {
    if (size == keys.length) {
      grow();
    }
    int slot = slot(size++);
    keys[slot] = key(side, price);
    hundredths[slot] = quantity;
    millis[slot] = exchangeMillis;
    received[slot] = now;
    sequence[slot] = place;
    levelAfter[slot] = after;
  }

  /** Returns whether the oldest entry has waited for longer than it may. */
  boolean isOverdue(long now) {
    return size > 0 && now - received[head] > HOLD_NANOS;
  }

  void removeOldest() {
    head = slot(1);
    size--;
  }

  void clear() {
    head = 0;
    size = 0;
  }

  boolean isAt(int index, BookSide side, Price price) {
    return keys[slot(index)] == key(side, price);
  }

  BookSide side(int index) {
    return keys[slot(index)] < 0 ? BookSide.ASK : BookSide.BID;
  }

  Price price(int index) {
    return Price.ofCenticents(Math.abs(keys[slot(index)]));
  }

  long hundredths(int index) {
    return hundredths[slot(index)];
  }

  long sequence(int index) {
    return sequence[slot(index)];
  }

  long levelAfter(int index) {
    return levelAfter[slot(index)];
  }

  boolean hasTime(int index) {
    return millis[slot(index)] != 0;
  }

  /** Returns whether an exchange time is that of the entry, as far as times can tell. */
  boolean isAround(int index, long exchangeMillis) {
    long time = millis[slot(index)];
    return time == 0 || exchangeMillis == 0 || Math.abs(time - exchangeMillis) <= TOLERANCE_MILLIS;
  }

  void match(int index, long quantity) {
    hundredths[slot(index)] -= quantity;
  }

  /** Notes that contracts of the level left from its front although the entry still counts them. */
  void lowerLevelAfter(int index, long quantity) {
    int slot = slot(index);
    levelAfter[slot] = Math.max(0, levelAfter[slot] - quantity);
  }

  /** Returns what is unmatched at a level. */
  long sumAt(BookSide side, Price price) {
    long sum = 0;
    for (int i = 0; i < size; i++) {
      if (isAt(i, side, price)) {
        sum += hundredths(i);
      }
    }
    return sum;
  }

  private static long key(BookSide side, Price price) {
    return side == BookSide.BID ? price.centicents() : -price.centicents();
  }

  private int slot(int index) {
    return (head + index) & (keys.length - 1);
  }

  private void grow() {
    keys = unrolled(keys);
    hundredths = unrolled(hundredths);
    millis = unrolled(millis);
    received = unrolled(received);
    sequence = unrolled(sequence);
    levelAfter = unrolled(levelAfter);
    head = 0;
  }

  private long[] unrolled(long[] ring) {
    long[] larger = Arrays.copyOfRange(ring, head, head + 2 * ring.length);
    System.arraycopy(ring, 0, larger, ring.length - head, head);
    return larger;
  }
}
