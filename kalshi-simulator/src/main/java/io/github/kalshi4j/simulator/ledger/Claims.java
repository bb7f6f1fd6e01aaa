package io.github.kalshi4j.simulator.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The resting orders of one holding on one side, dearest first, which is how they are matched. What
 * all of them cost is kept as a sum, so that only those that close a position are walked.
 */
final class Claims {
  private static final class Entry {
    private final Claim claim;
    private final long price;
    private long hundredths;

    Entry(Claim claim) {
      this.claim = claim;
      price = claim.ownCenticents();
      hundredths = claim.restingHundredths();
    }
  }

  private final List<Entry> dearestFirst = new ArrayList<>();
  private long hundredths;
  private long cost;

  void add(Claim claim) {
    Entry entry = new Entry(claim);
    dearestFirst.add(placeBelow(entry.price), entry);
    count(entry.hundredths, entry.price);
  }

  void remove(Claim claim) {
    int place = find(claim);
    Entry entry = dearestFirst.remove(place);
    count(-entry.hundredths, entry.price);
  }

  /** Takes into account that an order has become smaller. */
  void reduced(Claim claim) {
    Entry entry = dearestFirst.get(find(claim));
    count(claim.restingHundredths() - entry.hundredths, entry.price);
    entry.hundredths = claim.restingHundredths();
  }

  private void count(long change, long price) {
    hundredths = Math.addExact(hundredths, change);
    cost = Math.addExact(cost, Math.multiplyExact(change, price));
  }

  private int find(Claim claim) {
    for (int i = placeBelow(claim.ownCenticents()) - 1; i >= 0; i--) {
      if (dearestFirst.get(i).claim == claim) {
        return i;
      }
    }
    throw new IllegalStateException("no such claim");
  }

  /** Returns the place after all orders of this price and dearer. */
  private int placeBelow(long price) {
    int low = 0;
    int high = dearestFirst.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (dearestFirst.get(middle).price >= price) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  long hundredths() {
    return hundredths;
  }

  /**
   * Returns the most that these orders and one more can cost, in micro-dollars.
   *
   * @param closing how many hundredths close a position and so cost nothing
   * @param extraPrice the own price of the one more
   * @param extraHundredths its quantity; 0 for none
   */
  long worstCase(long closing, long extraPrice, long extraHundredths) {
    long sum = Math.addExact(cost, Math.multiplyExact(extraHundredths, extraPrice));
    long left = closing;
    boolean extra = extraHundredths > 0;
    for (int i = 0; i < dearestFirst.size() && left > 0; i++) {
      Entry entry = dearestFirst.get(i);
      if (extra && entry.price < extraPrice) {
        extra = false;
        long free = Math.min(left, extraHundredths);
        left -= free;
        sum -= free * extraPrice;
      }
      long free = Math.min(left, entry.hundredths);
      left -= free;
      sum -= free * entry.price;
    }
    return extra ? sum - Math.min(left, extraHundredths) * extraPrice : sum;
  }

  /** Returns the most that any one of these orders can cost, each seen alone. */
  long costliest(long closing) {
    long most = 0;
    for (Entry entry : dearestFirst) {
      most = Math.max(most, Math.max(0, entry.hundredths - closing) * entry.price);
    }
    return most;
  }
}
