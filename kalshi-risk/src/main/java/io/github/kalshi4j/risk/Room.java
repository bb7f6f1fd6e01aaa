package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Intent;
import java.util.Arrays;

/** How much of an entry fits under a limit. */
final class Room {
  private Room() {}

  /** Approves what fits as it is, reduces to the room there is, and denies where there is none. */
  static Verdict verdict(
      String rule, Quantity requested, Quantity room, String reason, Figure... figures) {
    Figure[] all = Arrays.copyOf(figures, figures.length + 2);
    all[figures.length] = Figure.of("requested", requested);
    all[figures.length + 1] = Figure.of("fits", room);
    if (room.isZero()) {
      return Verdict.denied(rule, reason, all);
    }
    return requested.isAbove(room) ? Verdict.reduced(rule, room, all) : Verdict.approved(rule, all);
  }

  /** As {@link #verdict}, where the room is money and the entry takes its worst case of it. */
  static Verdict verdict(
      String rule,
      Intent.Enter entry,
      Quantity requested,
      Money room,
      AccountView account,
      String reason,
      Figure... figures) {
    FeeSchedule fees = account.market(entry.market()).fees();
    if (!fees.type().isComputable()) {
      return Verdict.denied(
          rule,
          "the fee cannot be computed",
          Figure.of("feeType", fees.type()),
          Figure.of("requested", requested));
    }
    Quantity fits = largest(entry, requested, room, account);
    Figure[] all = Arrays.copyOf(figures, figures.length + 3);
    all[figures.length] = Figure.of("price", entry.limit());
    Quantity priced = fits.isZero() ? Quantity.ofHundredths(1) : fits;
    all[figures.length + 1] = Figure.of("cost", entry.limit().times(priced));
    all[figures.length + 2] = Figure.of("fee", fee(entry, priced, account));
    return verdict(rule, requested, fits, reason, all);
  }

  /**
   * Returns the largest quantity up to the one requested whose worst case is within the room. Cost
   * and fee together are cost and trade fee rounded up to the balance precision, which never falls
   * with the quantity; so halving finds it exactly.
   */
  private static Quantity largest(
      Intent.Enter entry, Quantity requested, Money room, AccountView account) {
    if (fits(entry, requested, room, account)) {
      return requested;
    }
    long fitting = 0;
    long excessive = requested.hundredths();
    while (excessive - fitting > 1) {
      long middle = fitting + (excessive - fitting) / 2;
      if (fits(entry, Quantity.ofHundredths(middle), room, account)) {
        fitting = middle;
      } else {
        excessive = middle;
      }
    }
    return Quantity.ofHundredths(fitting);
  }

  private static boolean fits(
      Intent.Enter entry, Quantity quantity, Money room, AccountView account) {
    try {
      Money worst = entry.limit().times(quantity).plus(fee(entry, quantity, account));
      return !worst.isAbove(room);
    } catch (ArithmeticException overflow) {
      return false; // more money than can be counted is within no limit
    }
  }

  /**
   * Returns the taker's fee at the limit. A better price costs no more in all, as long as the fee
   * falls by less than the price does (multipliers up to 14), and resting costs no more than
   * taking.
   */
  private static Money fee(Intent.Enter entry, Quantity quantity, AccountView account) {
    return account
        .market(entry.market())
        .fees()
        .estimate(
            Liquidity.TAKER,
            entry.side().bookSide(),
            entry.side().toYes(entry.limit()),
            quantity,
            account.balancePrecision());
  }
}
