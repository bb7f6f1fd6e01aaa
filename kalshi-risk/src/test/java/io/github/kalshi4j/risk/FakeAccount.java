package io.github.kalshi4j.risk;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.Position;
import io.github.kalshi4j.strategy.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An account with one market, whose state a test sets. */
public final class FakeAccount implements AccountView {
  public static final MarketTicker MARKET = new MarketTicker("KXBTC15M-26JUL041200-00");
  public static final Instant NOON = Instant.parse("2026-07-04T16:00:00Z");

  public Instant now = NOON;
  public Position position = Position.flat(MARKET);
  public Quantity pending = Quantity.ZERO;
  public boolean exiting;
  public Optional<Instant> lastEntry = Optional.empty();
  public Money exposure = Money.ZERO;
  public Money cash = Money.ofDollars(10_000);
  public Money equity = Money.ofDollars(10_000);
  public FeeSchedule fees = FeeSchedule.STANDARD;
  public BalancePrecision precision = BalancePrecision.DIRECT_MEMBER;

  /** An entry that the sizer has to size. */
  public static Intent.Enter entry(OutcomeSide side, String limit) {
    return Intent.Enter.immediateOrCancel(
        MARKET, side, Price.of(limit), new Signal("test", side, 1, List.of()));
  }

  public static Position held(OutcomeSide side, String quantity, String cost, String fees) {
    return new Position(MARKET, side, Quantity.of(quantity), Money.of(cost), Money.of(fees));
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public MarketFacts market(MarketTicker market) {
    return new MarketFacts(
        MARKET,
        new EventTicker("KXBTC15M-26JUL041200"),
        new SeriesTicker("KXBTC15M"),
        null,
        null,
        null,
        NOON.minusSeconds(600),
        NOON.plusSeconds(300),
        PriceGrid.uniform(Price.ofCents(1)),
        fees,
        0);
  }

  @Override
  public Position position(MarketTicker market) {
    return position;
  }

  @Override
  public Quantity pendingEntries(MarketTicker market) {
    return pending;
  }

  @Override
  public boolean isExiting(MarketTicker market) {
    return exiting;
  }

  @Override
  public Optional<Instant> lastEntrySent(MarketTicker market) {
    return lastEntry;
  }

  @Override
  public Money exposure() {
    return exposure;
  }

  @Override
  public Money availableCash() {
    return cash;
  }

  @Override
  public Money equity() {
    return equity;
  }

  @Override
  public BalancePrecision balancePrecision() {
    return precision;
  }
}
