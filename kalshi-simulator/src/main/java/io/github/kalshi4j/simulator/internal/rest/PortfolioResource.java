package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.UserId;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.MemberRecords;
import io.github.kalshi4j.simulator.ledger.Account;
import io.github.kalshi4j.simulator.ledger.AccountId;
import io.github.kalshi4j.simulator.ledger.Holding;
import io.github.kalshi4j.simulator.ledger.Payout;
import io.github.kalshi4j.simulator.market.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A member's money, positions, fills and settlements. */
final class PortfolioResource {
  private static final long MICROS_PER_CENT = 10_000;

  private final Floor floor;

  PortfolioResource(Floor floor) {
    this.floor = floor;
  }

  void addTo(Routes routes) {
    routes.signed("GET", "/portfolio/balance", this::balance);
    routes.signed("GET", "/portfolio/positions", this::positions);
    routes.signed("GET", "/portfolio/fills", this::fills);
    routes.signed("GET", "/portfolio/settlements", this::settlements);
    routes.signed("GET", "/portfolio/summary/total_resting_order_value", this::restingValue);
  }

  private static int subaccount(ApiRequest request) {
    return Objects.requireNonNullElse(request.integer("subaccount", 0, 63), 0);
  }

  private static @Nullable Integer shard(ApiRequest request) {
    return request.integer("exchange_index", 0, Integer.MAX_VALUE);
  }

  /** Returns a member's accounts of one subaccount, or of all if it is null, by shard. */
  private static List<Account> accounts(
      SimulatedEngine engine, UserId user, @Nullable Integer subaccount, @Nullable Integer shard) {
    return engine.ledger().accounts().stream()
        .filter(account -> account.id().user().equals(user))
        .filter(account -> subaccount == null || account.id().subaccount() == subaccount)
        .filter(account -> shard == null || account.id().shard() == shard)
        .toList();
  }

  /** The cash, which resting orders do not touch. */
  private ApiAnswer balance(ApiRequest request) {
    int subaccount = subaccount(request);
    Integer shard = shard(request);
    return floor.call(engine -> {
      List<Account> accounts = accounts(engine, request.member(), subaccount, shard);
      if (accounts.isEmpty()) {
        throw ApiException.notFound("subaccount " + subaccount);
      }
      Money cash = Money.ZERO;
      Money value = Money.ZERO;
      Instant updated = Instant.EPOCH;
      ArrayNode breakdown = Json.array();
      for (Account account : accounts) {
        MemberRecords.Balance shown = floor.records().members().balance(account.id());
        cash = cash.plus(shown.cash());
        value = value.plus(value(engine, account.id()));
        updated = shown.changed().isAfter(updated) ? shown.changed() : updated;
        breakdown.add(indexed(account, shown.cash()));
      }
      ObjectNode body = Json.object();
      body.put("balance", cents(cash));
      body.put("balance_dollars", Json.dollars(cash));
      body.put("portfolio_value", cents(value));
      body.put("updated_ts", updated.getEpochSecond());
      body.set("balance_breakdown", breakdown);
      return ApiAnswer.ok(body);
    });
  }

  private static ObjectNode indexed(Account account, Money money) {
    ObjectNode node = Json.object();
    node.put("exchange_index", account.id().shard());
    node.put("balance", Json.dollars(money));
    return node;
  }

  private static long cents(Money money) {
    return Math.floorDiv(money.micros(), MICROS_PER_CENT);
  }

  /** What the positions are worth at the last prices; at their cost where nothing was traded. */
  private Money value(SimulatedEngine engine, AccountId account) {
    Money sum = Money.ZERO;
    for (MemberRecords.Position each : floor.records().members().positions(account.user())) {
      ExchangeEvent.PositionChanged held = each.changed();
      long hundredths = held.position().hundredths();
      if (hundredths != 0 && held.account().equals(account)) {
        Price last = market(engine, held.market()).lastPrice();
        OutcomeSide side = hundredths > 0 ? OutcomeSide.YES : OutcomeSide.NO;
        sum =
            sum.plus(
                last == null ? held.cost() : side.toYes(last).times(held.position().quantity()));
      }
    }
    return sum;
  }

  private static MarketView market(SimulatedEngine engine, MarketTicker ticker) {
    return engine.market(ticker).orElseThrow();
  }

  private static EventTicker event(SimulatedEngine engine, MarketTicker ticker) {
    return market(engine, ticker).listed().event();
  }

  private ApiAnswer positions(ApiRequest request) {
    int limit = request.limit(100, 1000);
    int subaccount = subaccount(request);
    Integer shard = shard(request);
    String ticker = request.query("ticker");
    String event = request.query("event_ticker");
    String status = request.word("settlement_status", "unsettled", "settled", "all");
    String settlement = status == null ? "unsettled" : status;
    List<String> counts = request.list("count_filter");
    if (!List.of("position", "total_traded").containsAll(counts)) {
      throw ApiException.parameter("count_filter must be of position, total_traded");
    }
    return floor.call(engine -> {
      List<MemberRecords.Position> all = floor.records().members().positions(request.member());
      Predicate<MemberRecords.Position> asked =
          position -> {
            ExchangeEvent.PositionChanged now = position.changed();
            return !now.volume().isZero()
                && now.account().subaccount() == subaccount
                && (shard == null || now.account().shard() == shard)
                && (ticker == null || ticker.equals(now.market().value()))
                && (event == null || event.equals(event(engine, now.market()).value()))
                && (settlement.equals("all")
                    || settlement.equals("settled") == isSettled(engine, now.market()))
                && (!counts.contains("position") || !now.position().isFlat());
          };
      Slice<MemberRecords.Position> slice =
          Slice.oldestFirst(all, MemberRecords.Position::number, asked, limit, request);
      ObjectNode body = Json.object();
      body.set("market_positions", Json.array(slice.items(), PortfolioResource::write));
      body.set("event_positions", events(engine, slice.items(), all.stream().filter(asked)));
      body.put("cursor", slice.cursor());
      return ApiAnswer.ok(body);
    });
  }

  private static boolean isSettled(SimulatedEngine engine, MarketTicker market) {
    return market(engine, market).status() == MarketStatus.FINALIZED;
  }

  private static ObjectNode write(MemberRecords.Position position) {
    ExchangeEvent.PositionChanged now = position.changed();
    ObjectNode node = Json.object();
    node.put("ticker", now.market().value());
    node.put("exchange_index", now.account().shard());
    node.put("total_traded_dollars", Json.dollars(position.traded()));
    node.put("position_fp", now.position().toString());
    node.put("market_exposure_dollars", Json.dollars(now.cost()));
    node.put("realized_pnl_dollars", Json.dollars(now.realized()));
    node.put("fees_paid_dollars", Json.dollars(now.fees()));
    Json.time(node, "last_updated_ts", now.time());
    return node;
  }

  /** Writes the events of a page, each with all that was asked for, on whatever page it is. */
  private static ArrayNode events(
      SimulatedEngine engine,
      List<MemberRecords.Position> page,
      Stream<MemberRecords.Position> all) {
    Map<EventTicker, List<MemberRecords.Position>> byEvent = new LinkedHashMap<>();
    for (MemberRecords.Position position : page) {
      byEvent.putIfAbsent(event(engine, position.changed().market()), new ArrayList<>());
    }
    all.forEach(position -> {
      List<MemberRecords.Position> held = byEvent.get(event(engine, position.changed().market()));
      if (held != null) {
        held.add(position);
      }
    });
    ArrayNode array = Json.array();
    byEvent.forEach((event, held) -> {
      Money traded = Money.ZERO;
      Quantity volume = Quantity.ZERO;
      Money exposure = Money.ZERO;
      Money realized = Money.ZERO;
      Money fees = Money.ZERO;
      for (MemberRecords.Position position : held) {
        ExchangeEvent.PositionChanged now = position.changed();
        traded = traded.plus(position.traded());
        volume = volume.plus(now.volume());
        exposure = exposure.plus(now.cost());
        realized = realized.plus(now.realized());
        fees = fees.plus(now.fees());
      }
      ObjectNode node = array.addObject();
      node.put("event_ticker", event.value());
      node.put("total_cost_dollars", Json.dollars(traded));
      node.put("total_cost_shares_fp", volume.toString());
      node.put("event_exposure_dollars", Json.dollars(exposure));
      node.put("realized_pnl_dollars", Json.dollars(realized));
      node.put("fees_paid_dollars", Json.dollars(fees));
    });
    return array;
  }

  private ApiAnswer fills(ApiRequest request) {
    int limit = request.limit(100, 1000);
    List<String> markets = request.list("ticker");
    if (markets.size() > 100) {
      throw ApiException.parameter("ticker must name at most 100 markets");
    }
    String order = request.query("order_id");
    Instant from = request.time("min_ts");
    Instant to = request.time("max_ts");
    Integer subaccount = request.integer("subaccount", 0, 63);
    Integer shard = shard(request);
    return floor.call(engine -> {
      Slice<ExchangeEvent.Filled> slice =
          Slice.newestFirst(
              floor.records().members().fills(request.member()),
              fill ->
                  (markets.isEmpty() || markets.contains(fill.market().value()))
                      && (order == null || order.equals(fill.order().value()))
                      && (subaccount == null || fill.account().subaccount() == subaccount)
                      && (shard == null || fill.account().shard() == shard)
                      && Json.isWithin(fill.timeMicros(), from, to),
              limit,
              request);
      ObjectNode body = Json.object();
      body.set("fills", Json.array(slice.items(), PortfolioResource::write));
      body.put("cursor", slice.cursor());
      return ApiAnswer.ok(body);
    });
  }

  private static ObjectNode write(ExchangeEvent.Filled fill) {
    Instant time = Json.instant(fill.timeMicros());
    String outcome = fill.side().outcome().wire();
    ObjectNode node = Json.object();
    node.put("fill_id", fill.trade().value());
    node.put("exchange_index", fill.account().shard());
    node.put("trade_id", fill.trade().value());
    node.put("order_id", fill.order().value());
    node.put("ticker", fill.market().value());
    node.put("market_ticker", fill.market().value());
    node.put("side", outcome);
    node.put("action", "buy");
    node.put("outcome_side", outcome);
    node.put("book_side", fill.side().wire());
    node.put("count_fp", fill.quantity().toString());
    node.put("yes_price_dollars", fill.price().toString());
    node.put("no_price_dollars", fill.price().complement().toString());
    node.put("is_taker", fill.liquidity() == Liquidity.TAKER);
    Json.time(node, "created_time", time);
    node.put("fee_cost", Json.dollars(fill.fee().net()));
    node.put("subaccount_number", fill.account().subaccount());
    node.put("ts", time.getEpochSecond());
    return node;
  }

  private ApiAnswer settlements(ApiRequest request) {
    int limit = request.limit(100, 1000);
    String market = request.query("ticker");
    String event = request.query("event_ticker");
    Instant from = request.time("min_ts");
    Instant to = request.time("max_ts");
    Integer subaccount = request.integer("subaccount", 0, 63);
    return floor.call(engine -> {
      Slice<ExchangeEvent.PositionSettled> slice =
          Slice.newestFirst(
              floor.records().members().settlements(request.member()),
              settled ->
                  (market == null || market.equals(settled.market().value()))
                      && (event == null || event.equals(event(engine, settled.market()).value()))
                      && (subaccount == null || settled.account().subaccount() == subaccount)
                      && Json.isWithin(settled.timeMicros(), from, to),
              limit,
              request);
      ObjectNode body = Json.object();
      body.set("settlements", Json.array(slice.items(), settled -> write(engine, settled)));
      body.put("cursor", slice.cursor());
      return ApiAnswer.ok(body);
    });
  }

  /** A void market has no result; it is told as a scalar without a value. */
  private static ObjectNode write(SimulatedEngine engine, ExchangeEvent.PositionSettled settled) {
    Payout payout = settled.payout();
    NetPosition position = payout.position();
    boolean yes = position.hundredths() > 0;
    ObjectNode node = Json.object();
    node.put("ticker", settled.market().value());
    node.put("exchange_index", settled.account().shard());
    node.put("event_ticker", event(engine, settled.market()).value());
    Outcome outcome = settled.outcome();
    if (outcome instanceof Outcome.Paid(var result)) {
      node.put("market_result", result.wire());
      node.put("value", result.settlementValue().centicents() / 100);
    } else {
      node.put("market_result", "scalar");
    }
    node.put("yes_count_fp", (yes ? position.quantity() : Quantity.ZERO).toString());
    node.put("yes_total_cost_dollars", Json.dollars(yes ? payout.cost() : Money.ZERO));
    node.put("no_count_fp", (yes ? Quantity.ZERO : position.quantity()).toString());
    node.put("no_total_cost_dollars", Json.dollars(yes ? Money.ZERO : payout.cost()));
    node.put("revenue", cents(payout.paid()));
    Json.time(node, "settled_time", Json.instant(settled.timeMicros()));
    Money fees =
        engine
            .ledger()
            .account(settled.account())
            .flatMap(account -> account.holding(settled.market()))
            .map(Holding::fees)
            .orElse(payout.fee());
    node.put("fee_cost", Json.dollars(fees));
    return node;
  }

  private ApiAnswer restingValue(ApiRequest request) {
    return floor.call(engine -> {
      Map<Integer, Money> shards = new LinkedHashMap<>();
      Money sum = Money.ZERO;
      for (Account account : accounts(engine, request.member(), request.only(), null)) {
        shards.merge(account.id().shard(), account.reserved(), Money::plus);
        sum = sum.plus(account.reserved());
      }
      ArrayNode breakdown = Json.array();
      shards.forEach((shard, money) -> {
        ObjectNode node = breakdown.addObject();
        node.put("exchange_index", shard);
        node.put("balance", Json.dollars(money));
      });
      ObjectNode body = Json.object();
      body.put("total_resting_order_value", cents(sum));
      body.set("resting_order_value_breakdown", breakdown);
      return ApiAnswer.ok(body);
    });
  }
}
