package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.internal.floor.Candle;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.Minutes;
import io.github.kalshi4j.simulator.internal.floor.Records;
import io.github.kalshi4j.simulator.market.Outcome;
import io.github.kalshi4j.simulator.series.CatalogueMarket;
import io.github.kalshi4j.simulator.world.SimulatedWorld;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes markets: with all their words where the catalogue knows them, plainly where they were
 * listed by a command. Used on the {@link Floor}.
 */
final class MarketWriter {
  private static final Duration DAY = Duration.ofDays(1);

  private final Floor floor;

  MarketWriter(Floor floor) {
    this.floor = floor;
  }

  /** Returns what a status asks for, in the words of filters, which are not those of markets. */
  static Predicate<MarketView> statusFilter(ApiRequest request, boolean paused) {
    String status =
        paused
            ? request.word("status", "unopened", "open", "paused", "closed", "settled")
            : request.word("status", "unopened", "open", "closed", "settled");
    return market -> status == null || status.equals(filterWord(market.status()));
  }

  private static String filterWord(MarketStatus status) {
    return switch (status) {
      case INITIALIZED -> "unopened";
      case ACTIVE -> "open";
      case INACTIVE -> "paused";
      case CLOSED, DETERMINED, DISPUTED, AMENDED -> "closed";
      case FINALIZED -> "settled";
      case UNRECOGNIZED -> throw new IllegalStateException("no status of ours");
    };
  }

  /** Returns the series of an event: what stands before the first dash. */
  static String series(EventTicker event) {
    String name = event.value();
    int dash = name.indexOf('-');
    return dash < 0 ? name : name.substring(0, dash);
  }

  /** Returns the series of a market, which the catalogue knows best. */
  static String series(SimulatedWorld world, MarketView market) {
    return world
        .catalogue()
        .find(ticker(market))
        .map(known -> known.series().value())
        .orElseGet(() -> series(market.listed().event()));
  }

  static MarketTicker ticker(MarketView market) {
    return market.listed().market();
  }

  ObjectNode write(SimulatedWorld world, MarketView market) {
    CatalogueMarket known = world.catalogue().find(ticker(market)).orElse(null);
    Records.MarketTimes times = floor.records().times(ticker(market));
    ObjectNode node = Json.object();
    node.put("ticker", ticker(market).value());
    node.put("event_ticker", market.listed().event().value());
    node.put("market_type", "binary");
    words(node, market, known);
    Json.time(node, "created_time", times.created());
    Json.time(node, "updated_time", times.updated());
    Json.time(node, "open_time", market.listed().open());
    Json.time(node, "close_time", market.close());
    Json.time(
        node,
        "expected_expiration_time",
        known == null ? market.close() : known.expectedExpiration());
    Json.time(node, "expiration_time", market.close().plus(known == null ? Duration.ZERO : DAY));
    Json.time(node, "latest_expiration_time", market.close().plus(DAY));
    node.put("settlement_timer_seconds", market.listed().settlementTimer().toSeconds());
    node.put("status", market.status().wire());
    top(node, world.engine(), ticker(market));
    node.put("last_price_dollars", orZero(market.lastPrice()).toString());
    node.put("volume_fp", market.volume().toString());
    day(node, floor.records().minutes(ticker(market)), world.timeMicros());
    node.put("can_close_early", true);
    node.put("open_interest_fp", market.openInterest().toString());
    node.put("notional_value_dollars", Price.ONE.toString());
    result(node, market.outcome());
    Json.time(node, "settlement_ts", times.settled());
    Price settlementFloor = market.settlementFloor();
    node.put("settlement_bounds_type", settlementFloor == null ? "default" : "floor");
    if (settlementFloor != null) {
      node.put("settlement_floor_dollars", settlementFloor.toString());
    }
    Json.time(node, "fee_waiver_expiration_time", market.listed().feeWaiverUntil());
    node.put("price_level_structure", MarketText.structure(market.grid(), known));
    node.set(
        "price_ranges",
        Json.array(
            market.grid().bands(),
            band -> {
              ObjectNode range = Json.object();
              range.put("start", band.start().toString());
              range.put("end", band.end().toString());
              range.put("step", band.step().toString());
              return range;
            }));
    node.put("exchange_index", market.listed().shard());
    return node;
  }

  private static void words(ObjectNode node, MarketView market, @Nullable CatalogueMarket known) {
    String subTitle = MarketText.subTitle(known);
    node.put("title", MarketText.title(ticker(market), known));
    node.put("subtitle", subTitle);
    node.put("yes_sub_title", subTitle);
    node.put("no_sub_title", subTitle);
    BigDecimal value = null;
    if (known != null) {
      node.put("strike_type", known.strikeType().wire());
      if (known.strike() != null) {
        node.put("floor_strike", known.strike());
      }
      value = known.expirationValue();
    }
    node.put("expiration_value", value == null ? "" : value.toPlainString());
    node.put("rules_primary", MarketText.primaryRules(known));
    node.put("rules_secondary", MarketText.secondaryRules(known));
  }

  /** Where nobody bids or asks, the exchange shows $0 and $1. */
  private static void top(ObjectNode node, SimulatedEngine engine, MarketTicker market) {
    Level bid = engine.best(market, BookSide.BID).orElse(new Level(Price.ZERO, Quantity.ZERO));
    Level ask = engine.best(market, BookSide.ASK).orElse(new Level(Price.ONE, Quantity.ZERO));
    node.put("yes_bid_dollars", bid.price().toString());
    node.put("yes_bid_size_fp", bid.quantity().toString());
    node.put("yes_ask_dollars", ask.price().toString());
    node.put("yes_ask_size_fp", ask.quantity().toString());
    node.put("no_bid_dollars", ask.price().complement().toString());
    node.put("no_ask_dollars", bid.price().complement().toString());
  }

  /** What was traded in a day, and where things stood a day ago; zeros if there was no market. */
  private static void day(ObjectNode node, Minutes minutes, long nowMicros) {
    Candle before = minutes.dayBefore(nowMicros);
    node.put("volume_24h_fp", minutes.lastDay(nowMicros).toString());
    node.put(
        "previous_yes_bid_dollars",
        (before == null ? Price.ZERO : before.bid().close()).toString());
    node.put(
        "previous_yes_ask_dollars",
        (before == null ? Price.ZERO : before.ask().close()).toString());
    node.put(
        "previous_price_dollars", orZero(before == null ? null : before.lastPrice()).toString());
  }

  private static Price orZero(@Nullable Price price) {
    return price == null ? Price.ZERO : price;
  }

  /** A void market shows no result. */
  private static void result(ObjectNode node, @Nullable Outcome outcome) {
    if (outcome instanceof Outcome.Paid(var result)) {
      node.put("result", result.wire());
      node.put("settlement_value_dollars", result.settlementValue().toString());
    } else {
      node.put("result", "");
    }
  }
}
