package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Fill;
import io.github.kalshi4j.strategy.Position;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cash and positions by the fills known so far: the exact ledger. The exchange nets, so buying the
 * outcome opposite to a position closes it first, at $1 less the price paid.
 */
final class Portfolio {
  private final Map<MarketTicker, Position> open = new LinkedHashMap<>();
  private final Map<MarketTicker, Position> flat = new HashMap<>();
  private Money cash;
  private Money elsewhere = Money.ZERO;

  Portfolio(Money cash) {
    this.cash = cash;
  }

  Money cash() {
    return cash;
  }

  Position position(MarketTicker market) {
    Position position = open.get(market);
    return position == null ? flat.computeIfAbsent(market, Position::flat) : position;
  }

  /** Returns every position that is not flat, in the order in which they were opened. */
  Collection<Position> positions() {
    return open.values();
  }

  /** Takes over what is held already in a market where nothing was traded yet. */
  void adopt(Position position) {
    if (!position(position.market()).isFlat()) {
      throw new IllegalStateException("there is a position already in " + position.market());
    }
    open.put(position.market(), position);
  }

  /** Returns what positions cost that are held in markets not traded here. */
  Money elsewhere() {
    return elsewhere;
  }

  void setElsewhere(Money cost) {
    elsewhere = cost;
  }

  /** Books a fill. */
  Booking fill(Fill fill) {
    Position before = position(fill.market());
    Quantity quantity = fill.quantity();
    Quantity closed =
        before.isOn(fill.outcome().opposite()) ? quantity.min(before.quantity()) : Quantity.ZERO;
    Quantity opened = quantity.minus(closed);
    Money closingFee =
        closed.isZero() ? Money.ZERO : fill.fee().share(closed, quantity, RoundingMode.HALF_EVEN);
    Booking booking =
        new Booking(
            closed,
            fill.price().complement().times(closed),
            closingFee,
            opened,
            fill.price().times(opened),
            fill.fee().minus(closingFee));
    Position after = before.after(fill);
    if (after.isFlat()) {
      open.remove(fill.market());
    } else {
      open.put(fill.market(), after);
    }
    cash = cash.plus(booking.proceeds()).minus(booking.cost()).minus(fill.fee());
    return booking;
  }

  /** Pays the whole position out and returns what it brought, before the fee. */
  Money payOut(MarketTicker market, Price payout, Money fee) {
    Position position = position(market);
    Money proceeds = payout.times(position.quantity());
    open.remove(market);
    cash = cash.plus(proceeds).minus(fee);
    return proceeds;
  }

  /**
   * What a fill did: it closed a part of the position, opened or added to one, or both.
   *
   * @param proceeds what the closed part brought
   * @param closingFee the part of the fee that belongs to it
   * @param cost what the opened part cost
   * @param openingFee the rest of the fee
   */
  record Booking(
      Quantity closed,
      Money proceeds,
      Money closingFee,
      Quantity opened,
      Money cost,
      Money openingFee) {}
}
