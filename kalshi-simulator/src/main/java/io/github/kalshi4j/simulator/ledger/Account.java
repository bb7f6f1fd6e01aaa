package io.github.kalshi4j.simulator.ledger;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cash of one {@link AccountId} and its holdings, which stand in the order in which their
 * markets were first traded. Written by the {@link Ledger}'s thread.
 */
public final class Account {
  private final AccountId id;
  private final Map<MarketTicker, Holding> holdings = new LinkedHashMap<>();
  private @Nullable Holding latest;
  private long cash;
  private long reserved;

  Account(AccountId id) {
    this.id = id;
  }

  public AccountId id() {
    return id;
  }

  /** Returns the balance, which resting orders do not touch; never negative. */
  public Money cash() {
    return Money.ofMicros(cash);
  }

  /** Returns the most that all resting orders can cost, without fees. */
  public Money reserved() {
    return Money.ofMicros(reserved);
  }

  public Collection<Holding> holdings() {
    return Collections.unmodifiableCollection(holdings.values());
  }

  /** Returns the holding in a market; empty if there never was an order or a contract. */
  public Optional<Holding> holding(MarketTicker market) {
    return Optional.ofNullable(holdings.get(market));
  }

  /** Returns the holding in a market, an empty one if there was none. */
  public Holding holdingIn(MarketTicker market) {
    Holding last = latest;
    if (last == null || !last.market().equals(market)) {
      last = holdings.computeIfAbsent(market, ticker -> new Holding(this, ticker));
      latest = last;
    }
    return last;
  }

  void forget(MarketTicker market) {
    Holding holding = holdings.get(market);
    if (holding == null) {
      return;
    }
    if (holding.hundredths() != 0 || holding.reserved().signum() != 0) {
      throw new IllegalArgumentException(id + " holds " + holding.position() + " in " + market);
    }
    holdings.remove(market);
    latest = null;
  }

  long cashMicros() {
    return cash;
  }

  void pay(long micros) {
    long now = Math.addExact(cash, micros);
    if (now < 0) {
      throw new IllegalStateException(id + " would have " + Money.ofMicros(now));
    }
    cash = now;
  }

  void reserve(long micros) {
    reserved = Math.addExact(reserved, micros);
  }

  long reservedMicros() {
    return reserved;
  }

  long costliestOrder() {
    long most = 0;
    for (Holding holding : holdings.values()) {
      most = Math.max(most, holding.costliest());
    }
    return most;
  }
}
