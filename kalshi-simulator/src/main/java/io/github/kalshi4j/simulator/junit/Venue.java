package io.github.kalshi4j.simulator.junit;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.Answer;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.server.SimulatedExchange;
import io.github.kalshi4j.simulator.server.SimulatedExchangeConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** An exchange with the members that were asked for, and their clients. Safe for threads. */
final class Venue implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<UserId, Credentials> members = new LinkedHashMap<>();
  private final Map<UserId, KalshiClient> clients = new LinkedHashMap<>();
  private final SimulatedExchange exchange;
  private final int shards;
  private final Money cash;

  private Venue(SimulatedExchange exchange, int shards, Money cash) {
    this.exchange = exchange;
    this.shards = shards;
    this.cash = cash;
  }

  static Venue start(SimulatedExchangeConfig config, List<MarketTicker> markets, Money cash) {
    int shards = config.world().policies().shards();
    Venue venue = new Venue(SimulatedExchange.start(config), shards, cash);
    try {
      markets.forEach(venue::list);
    } catch (RuntimeException e) {
      venue.close();
      throw e;
    }
    return venue;
  }

  private void list(MarketTicker market) {
    String name = market.value();
    int dash = name.lastIndexOf('-');
    EventTicker event = EventTicker.of(dash < 1 ? name : name.substring(0, dash));
    Instant now = exchange.time().now();
    run(new Command.ListMarket(ListedMarket.of(market, event, now, now.plus(Duration.ofDays(1)))));
  }

  private void run(Command command) {
    if (exchange.execute(command) instanceof Answer.Refused(var refusal)) {
      throw new IllegalStateException(command + " was refused: " + refusal);
    }
  }

  SimulatedExchange exchange() {
    return exchange;
  }

  ClientConfig address() {
    return ClientConfig.of(exchange.baseUrl());
  }

  Credentials credentials(UserId member) {
    lock.lock();
    try {
      return members.computeIfAbsent(member, this::open);
    } finally {
      lock.unlock();
    }
  }

  private Credentials open(UserId member) {
    Credentials credentials = exchange.openMember(member, cash);
    for (int shard = 1; shard < shards && cash.signum() != 0; shard++) {
      run(new Command.Deposit(new AccountId(member, 0, shard), cash));
    }
    return credentials;
  }

  KalshiClient client(UserId member) {
    lock.lock();
    try {
      Credentials credentials = members.computeIfAbsent(member, this::open);
      return clients.computeIfAbsent(member, user -> KalshiClient.connect(address(), credentials));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      clients.values().forEach(KalshiClient::close);
    } finally {
      lock.unlock();
    }
    exchange.close();
  }
}
