package io.github.kalshi4j.simulator.ledger;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.Quantity;
import java.math.RoundingMode;

/**
 * What one account holds in one market, netted: YES and NO of the same market are paid out in pairs
 * as soon as they meet, so there is never both. Cost is carried as a total, of which a partial
 * close takes its share, rounded HALF_EVEN. Written by the {@link Ledger}'s thread.
 */
public final class Holding {
  private final Account account;
  private final MarketTicker market;
  private final Claims bids = new Claims();
  private final Claims asks = new Claims();
  private long position;
  private Money cost = Money.ZERO;
  private Money realized = Money.ZERO;
  private Money fees = Money.ZERO;
  private Money traded = Money.ZERO;
  private long volume;
  private long reserved;

  Holding(Account account, MarketTicker market) {
    this.account = account;
    this.market = market;
  }

  public Account account() {
    return account;
  }

  public MarketTicker market() {
    return market;
  }

  /** Returns the contracts held: positive for YES, negative for NO. */
  public NetPosition position() {
    return new NetPosition(position);
  }

  /** Returns the position in hundredths of a contract: positive for YES, negative for NO. */
  public long hundredths() {
    return position;
  }

  /** Returns what the open position cost, without fees. */
  public Money cost() {
    return cost;
  }

  /** Returns what was won or lost by what was closed, without fees. */
  public Money realized() {
    return realized;
  }

  /** Returns all fees charged here. */
  public Money fees() {
    return fees;
  }

  /** Returns the sum of what all fills cost at the price of the outcome bought. */
  public Money traded() {
    return traded;
  }

  /** Returns the contracts of all fills. */
  public Quantity volume() {
    return Quantity.ofHundredths(volume);
  }

  /** Returns the most that the orders resting here can cost, without fees. */
  public Money reserved() {
    return Money.ofMicros(reserved);
  }

  /** Returns what rests here on one side, in hundredths of a contract. */
  public long restingHundredths(BookSide side) {
    return claims(side).hundredths();
  }

  /** Returns how much of an order of this size, on this side, closes the position. */
  public long closing(BookSide side, long hundredths) {
    long opposite = side == BookSide.BID ? -position : position;
    return Math.max(0, Math.min(opposite, hundredths));
  }

  /**
   * Returns by how much the reservation would grow if one more order rested here; it may be less
   * than nothing.
   *
   * @param ownCenticents the price of the outcome it buys
   */
  long growth(BookSide side, long ownCenticents, long hundredths) {
    Claims claims = claims(side);
    return claims.worstCase(closable(side), ownCenticents, hundredths)
        - claims.worstCase(closable(side), 0, 0);
  }

  void add(BookSide side, Claim claim) {
    claims(side).add(claim);
    refresh();
  }

  void remove(BookSide side, Claim claim) {
    claims(side).remove(claim);
    refresh();
  }

  void reduced(BookSide side, Claim claim) {
    claims(side).reduced(claim);
    refresh();
  }

  private void refresh() {
    long now =
        bids.worstCase(closable(BookSide.BID), 0, 0) + asks.worstCase(closable(BookSide.ASK), 0, 0);
    account.reserve(now - reserved);
    reserved = now;
  }

  long costliest() {
    return Math.max(bids.costliest(closable(BookSide.BID)), asks.costliest(closable(BookSide.ASK)));
  }

  /** Books a fill, whose effect on cash before fees the caller has worked out. */
  void fill(BookSide side, long ownCenticents, long hundredths, Money fee) {
    long closed = closing(side, hundredths);
    if (closed > 0) {
      Money share =
          cost.share(
              Quantity.ofHundredths(closed),
              Quantity.ofHundredths(Math.absExact(position)),
              RoundingMode.HALF_EVEN);
      cost = cost.minus(share);
      Money proceeds = Money.ofMicros(Ledger.revenue(closed, ownCenticents, closed));
      realized = realized.plus(proceeds).minus(share);
    }
    cost = cost.plus(Money.ofMicros((hundredths - closed) * ownCenticents));
    position = Math.addExact(position, side == BookSide.BID ? hundredths : -hundredths);
    traded = traded.plus(Money.ofMicros(Math.multiplyExact(hundredths, ownCenticents)));
    volume = Math.addExact(volume, hundredths);
    fees = fees.plus(fee);
    refresh();
  }

  /** Ends the position for a payout. */
  void settle(Money payout, Money fee) {
    realized = realized.plus(payout).minus(cost);
    fees = fees.plus(fee);
    cost = Money.ZERO;
    position = 0;
    refresh();
  }

  private long closable(BookSide side) {
    return Math.max(0, side == BookSide.BID ? -position : position);
  }

  private Claims claims(BookSide side) {
    return side == BookSide.BID ? bids : asks;
  }
}
