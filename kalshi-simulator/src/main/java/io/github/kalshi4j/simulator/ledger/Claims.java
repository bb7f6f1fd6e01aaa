package io.github.kalshi4j.simulator.ledger;

import java.util.ArrayList;
import java.util.List;

/** The resting orders of one holding on one side, dearest first, which is how they are matched. */
final class Claims {
  private final List<Claim> dearestFirst = new ArrayList<>();

  void add(Claim claim) {
    int place = dearestFirst.size();
    while (place > 0 && dearestFirst.get(place - 1).ownCenticents() < claim.ownCenticents()) {
      place--;
    }
    dearestFirst.add(place, claim);
  }

  void remove(Claim claim) {
    for (int i = 0; i < dearestFirst.size(); i++) {
      if (dearestFirst.get(i) == claim) {
        dearestFirst.remove(i);
        return;
      }
    }
    throw new IllegalStateException("no such claim");
  }

  boolean isEmpty() {
    return dearestFirst.isEmpty();
  }

  long hundredths() {
    long sum = 0;
    for (int i = 0; i < dearestFirst.size(); i++) {
      sum += dearestFirst.get(i).restingHundredths();
    }
    return sum;
  }

  /**
   * Returns the most that these orders and one more can cost, in micro-dollars.
   *
   * @param closing how many hundredths close a position and so cost nothing
   * @param extraPrice the own price of the one more
   * @param extraHundredths its quantity; 0 for none
   */
  long worstCase(long closing, long extraPrice, long extraHundredths) {
    long left = closing;
    long sum = 0;
    boolean counted = extraHundredths == 0;
    for (int i = 0; i < dearestFirst.size(); i++) {
      Claim claim = dearestFirst.get(i);
      if (!counted && claim.ownCenticents() < extraPrice) {
        counted = true;
        long free = Math.min(left, extraHundredths);
        left -= free;
        sum = Math.addExact(sum, Math.multiplyExact(extraHundredths - free, extraPrice));
      }
      long free = Math.min(left, claim.restingHundredths());
      left -= free;
      long opening = claim.restingHundredths() - free;
      sum = Math.addExact(sum, Math.multiplyExact(opening, claim.ownCenticents()));
    }
    if (!counted) {
      long opening = extraHundredths - Math.min(left, extraHundredths);
      sum = Math.addExact(sum, Math.multiplyExact(opening, extraPrice));
    }
    return sum;
  }

  /** Returns the most that any one of these orders can cost, each seen alone. */
  long costliest(long closing) {
    long most = 0;
    for (int i = 0; i < dearestFirst.size(); i++) {
      Claim claim = dearestFirst.get(i);
      long opening = Math.max(0, claim.restingHundredths() - closing);
      most = Math.max(most, Math.multiplyExact(opening, claim.ownCenticents()));
    }
    return most;
  }
}
