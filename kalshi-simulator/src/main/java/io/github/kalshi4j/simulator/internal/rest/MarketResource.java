package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.Records;
import io.github.kalshi4j.simulator.market.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Markets, their events and series, order books and trades. */
final class MarketResource {
  private static final Duration DAY = Duration.ofDays(1);

  private final Floor floor;

  MarketResource(Floor floor) {
    this.floor = floor;
  }

  void addTo(Routes routes) {
    routes.open("GET", "/markets", this::markets);
    routes.open("GET", "/markets/orderbooks", this::books);
    routes.open("GET", "/markets/trades", this::trades);
    routes.open("GET", "/markets/{ticker}", this::market);
    routes.open("GET", "/markets/{ticker}/orderbook", this::book);
    routes.open("GET", "/historical/trades", request -> emptyPage(request, "trades"));
    routes.open("GET", "/historical/markets", request -> emptyPage(request, "markets"));
    routes.open("GET", "/events", this::events);
    routes.open("GET", "/events/multivariate", request -> emptyPage(request, "events"));
    routes.open("GET", "/events/{event_ticker}", this::event);
    routes.open("GET", "/series", this::allSeries);
    routes.open("GET", "/series/fee_changes", request -> feeChanges());
    routes.open("GET", "/series/{series_ticker}", this::series);
  }

  private ApiAnswer markets(ApiRequest request) {
    int limit = request.limit(100, 1000);
    Predicate<MarketView> filter = statusFilter(request, "status", true);
    List<String> tickers = request.list("tickers");
    String event = request.query("event_ticker");
    String series = request.query("series_ticker");
    String combos = request.word("mve_filter", "only", "exclude");
    return floor.call(engine -> {
      Predicate<MarketView> wanted =
          filter
              .and(market -> tickers.isEmpty() || tickers.contains(name(market)))
              .and(market -> event == null || event.equals(market.listed().event().value()))
              .and(market -> series == null || series.equals(series(market.listed().event())))
              .and(market -> !"only".equals(combos))
              .and(timeFilter(request));
      Slice<MarketView> slice = Slice.oldestFirst(engine.markets(), wanted, limit, request);
      ObjectNode body = Json.object();
      body.set("markets", Json.array(slice.items(), market -> write(engine, market)));
      body.put("cursor", slice.cursor());
      return ApiAnswer.ok(body);
    });
  }

  private Predicate<MarketView> timeFilter(ApiRequest request) {
    Records records = floor.records();
    return within(request, "created", market -> records.times(ticker(market)).created())
        .and(within(request, "updated", market -> records.times(ticker(market)).updated()))
        .and(within(request, "close", MarketView::close))
        .and(within(request, "settled", market -> records.times(ticker(market)).settled()));
  }

  private interface TimeOf {
    @Nullable Instant of(MarketView market);
  }

  private static Predicate<MarketView> within(ApiRequest request, String family, TimeOf time) {
    Instant from = request.time("min_" + family + "_ts");
    Instant to = request.time("max_" + family + "_ts");
    if (from == null && to == null) {
      return market -> true;
    }
    return market -> Json.isWithin(time.of(market), from, to);
  }

  /** Returns what a status asks for, in the words of filters, which are not those of markets. */
  private static Predicate<MarketView> statusFilter(
      ApiRequest request, String name, boolean paused) {
    String status =
        paused
            ? request.word(name, "unopened", "open", "paused", "closed", "settled")
            : request.word(name, "unopened", "open", "closed", "settled");
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

  private ApiAnswer market(ApiRequest request) {
    return floor.call(engine -> {
      ObjectNode body = Json.object();
      body.set("market", write(engine, find(engine, request.part("ticker"))));
      return ApiAnswer.ok(body);
    });
  }

  private static MarketView find(SimulatedEngine engine, String name) {
    return engine
        .market(ApiRequest.name(name, MarketTicker::of))
        .orElseThrow(() -> ApiException.notFound("market " + name));
  }

  private ApiAnswer book(ApiRequest request) {
    Integer asked = request.integer("depth", 0, 100);
    int depth = asked == null || asked == 0 ? Integer.MAX_VALUE : asked;
    return floor.call(engine -> {
      ObjectNode body = Json.object();
      MarketTicker ticker = ticker(find(engine, request.part("ticker")));
      body.set("orderbook_fp", levels(engine, ticker, depth));
      return ApiAnswer.ok(body);
    });
  }

  private ApiAnswer books(ApiRequest request) {
    List<String> tickers = request.repeated("tickers");
    if (tickers.isEmpty() || tickers.size() > 100) {
      throw ApiException.parameter("tickers must name 1 to 100 markets");
    }
    return floor.call(engine -> {
      ArrayNode books = Json.array();
      for (String name : tickers) {
        MarketTicker ticker = ticker(find(engine, name));
        ObjectNode book = books.addObject();
        book.put("ticker", ticker.value());
        book.set("orderbook_fp", levels(engine, ticker, Integer.MAX_VALUE));
      }
      ObjectNode body = Json.object();
      body.set("orderbooks", books);
      return ApiAnswer.ok(body);
    });
  }

  /** Bids of both outcomes, each in its own prices, the best one last. */
  private static ObjectNode levels(SimulatedEngine engine, MarketTicker ticker, int depth) {
    ObjectNode book = Json.object();
    book.set("yes_dollars", levels(engine.levels(ticker, BookSide.BID), OutcomeSide.YES, depth));
    book.set("no_dollars", levels(engine.levels(ticker, BookSide.ASK), OutcomeSide.NO, depth));
    return book;
  }

  private static ArrayNode levels(List<Level> bestFirst, OutcomeSide outcome, int depth) {
    ArrayNode array = Json.array();
    for (int i = Math.min(depth, bestFirst.size()) - 1; i >= 0; i--) {
      Level level = bestFirst.get(i);
      array
          .addArray()
          .add(outcome.toYes(level.price()).toString())
          .add(level.quantity().toString());
    }
    return array;
  }

  private ApiAnswer trades(ApiRequest request) {
    int limit = request.limit(100, 1000);
    String market = request.query("ticker");
    Instant from = request.time("min_ts");
    Instant to = request.time("max_ts");
    boolean blocksOnly = request.flag("is_block_trade");
    return floor.call(engine -> {
      List<ExchangeEvent.Traded> all =
          market == null
              ? floor.records().trades()
              : floor.records().trades(ApiRequest.name(market, MarketTicker::of));
      Slice<ExchangeEvent.Traded> slice =
          Slice.newestFirst(
              all,
              trade -> !blocksOnly && Json.isWithin(trade.timeMicros(), from, to),
              limit,
              request);
      ObjectNode body = Json.object();
      body.set("trades", Json.array(slice.items(), MarketResource::write));
      body.put("cursor", slice.cursor());
      return ApiAnswer.ok(body);
    });
  }

  private static ObjectNode write(ExchangeEvent.Traded trade) {
    ObjectNode node = Json.object();
    BookSide side = trade.taker() == OutcomeSide.YES ? BookSide.BID : BookSide.ASK;
    node.put("trade_id", trade.trade().value());
    node.put("ticker", trade.market().value());
    node.put("count_fp", trade.quantity().toString());
    node.put("yes_price_dollars", trade.price().toString());
    node.put("no_price_dollars", trade.price().complement().toString());
    node.put("taker_side", trade.taker().wire());
    node.put("taker_outcome_side", trade.taker().wire());
    node.put("taker_book_side", side.wire());
    Json.time(node, "created_time", Json.instant(trade.timeMicros()));
    node.put("is_block_trade", false);
    return node;
  }

  private static ApiAnswer emptyPage(ApiRequest request, String name) {
    request.limit(100, 1000);
    ObjectNode body = Json.object();
    body.set(name, Json.array());
    body.put("cursor", "");
    return ApiAnswer.ok(body);
  }

  private ApiAnswer events(ApiRequest request) {
    int limit = request.limit(200, 200);
    boolean nested = request.flag("with_nested_markets");
    boolean milestones = request.flag("with_milestones");
    Predicate<MarketView> status = statusFilter(request, "status", false);
    Instant closing = request.time("min_close_ts");
    String series = request.query("series_ticker");
    List<String> tickers = request.list("tickers");
    return floor.call(engine -> {
      Map<EventTicker, List<MarketView>> byEvent = byEvent(engine);
      Slice<EventTicker> slice =
          Slice.oldestFirst(
              List.copyOf(byEvent.keySet()),
              event ->
                  (series == null || series.equals(series(event)))
                      && (tickers.isEmpty() || tickers.contains(event.value()))
                      && byEvent.getOrDefault(event, List.of()).stream()
                          .filter(market -> closing == null || market.close().isAfter(closing))
                          .anyMatch(status),
              limit,
              request);
      ObjectNode body = Json.object();
      body.set(
          "events",
          Json.array(
              slice.items(),
              event -> event(engine, event, byEvent.getOrDefault(event, List.of()), nested)));
      if (milestones) {
        body.set("milestones", Json.array());
      }
      body.put("cursor", slice.cursor());
      return ApiAnswer.ok(body);
    });
  }

  private static Map<EventTicker, List<MarketView>> byEvent(SimulatedEngine engine) {
    Map<EventTicker, List<MarketView>> events = new LinkedHashMap<>();
    for (MarketView market : engine.markets()) {
      events.computeIfAbsent(market.listed().event(), event -> new ArrayList<>()).add(market);
    }
    return events;
  }

  private ApiAnswer event(ApiRequest request) {
    boolean nested = request.flag("with_nested_markets");
    return floor.call(engine -> {
      EventTicker ticker = ApiRequest.name(request.part("event_ticker"), EventTicker::of);
      List<MarketView> markets = byEvent(engine).get(ticker);
      if (markets == null) {
        throw ApiException.notFound("event " + ticker);
      }
      ObjectNode body = Json.object();
      body.set("event", event(engine, ticker, markets, nested));
      body.set(
          "markets", nested ? Json.array() : Json.array(markets, market -> write(engine, market)));
      return ApiAnswer.ok(body);
    });
  }

  private ObjectNode event(
      SimulatedEngine engine, EventTicker ticker, List<MarketView> markets, boolean nested) {
    ObjectNode node = Json.object();
    node.put("event_ticker", ticker.value());
    node.put("series_ticker", series(ticker));
    node.put("title", ticker.value());
    node.put("sub_title", "");
    node.put("collateral_return_type", "");
    node.put("mutually_exclusive", false);
    node.set("settlement_sources", Json.array());
    node.put("exchange_index", markets.getFirst().listed().shard());
    if (nested) {
      node.set("markets", Json.array(markets, market -> write(engine, market)));
    }
    return node;
  }

  private ApiAnswer allSeries(ApiRequest request) {
    boolean none = request.query("category") != null || request.query("tags") != null;
    return floor.call(engine -> {
      Map<String, List<MarketView>> all = none ? Map.of() : bySeries(engine);
      ObjectNode body = Json.object();
      body.set("series", Json.array(List.copyOf(all.keySet()), name -> series(name, all, request)));
      return ApiAnswer.ok(body);
    });
  }

  private ApiAnswer series(ApiRequest request) {
    return floor.call(engine -> {
      ObjectNode body = Json.object();
      body.set("series", series(request.part("series_ticker"), bySeries(engine), request));
      return ApiAnswer.ok(body);
    });
  }

  private static ApiAnswer feeChanges() {
    ObjectNode body = Json.object();
    body.set("series_fee_change_arr", Json.array());
    return ApiAnswer.ok(body);
  }

  private static Map<String, List<MarketView>> bySeries(SimulatedEngine engine) {
    Map<String, List<MarketView>> all = new LinkedHashMap<>();
    for (MarketView market : engine.markets()) {
      all.computeIfAbsent(series(market.listed().event()), name -> new ArrayList<>()).add(market);
    }
    return all;
  }

  /** What a series charges is what the latest of its markets was listed with. */
  private static ObjectNode series(
      String name, Map<String, List<MarketView>> all, ApiRequest request) {
    List<MarketView> markets = all.get(name);
    if (markets == null) {
      throw ApiException.notFound("series " + name);
    }
    ObjectNode node = Json.object();
    node.put("ticker", name);
    node.put("frequency", "custom");
    node.put("title", name);
    node.put("category", "");
    node.set("categories", Json.array());
    node.set("tags", Json.array());
    node.set("settlement_sources", Json.array());
    node.put("contract_url", "");
    node.put("contract_terms_url", "");
    node.put("fee_type", markets.getLast().listed().fees().type().wire());
    node.put("fee_multiplier", markets.getLast().listed().fees().multiplier());
    node.set("additional_prohibitions", Json.array());
    node.put("exchange_index", markets.getLast().listed().shard());
    if (request.flag("include_volume")) {
      Quantity volume =
          markets.stream().map(MarketView::volume).reduce(Quantity.ZERO, Quantity::plus);
      node.put("volume_fp", volume.toString());
    }
    return node;
  }

  /** Returns the series of an event: what stands before the first dash. */
  private static String series(EventTicker event) {
    String name = event.value();
    int dash = name.indexOf('-');
    return dash < 0 ? name : name.substring(0, dash);
  }

  private static MarketTicker ticker(MarketView market) {
    return market.listed().market();
  }

  private static String name(MarketView market) {
    return ticker(market).value();
  }

  private ObjectNode write(SimulatedEngine engine, MarketView market) {
    Records.MarketTimes times = floor.records().times(ticker(market));
    ObjectNode node = Json.object();
    node.put("ticker", name(market));
    node.put("event_ticker", market.listed().event().value());
    node.put("market_type", "binary");
    node.put("title", name(market));
    node.put("subtitle", "");
    node.put("yes_sub_title", "");
    node.put("no_sub_title", "");
    Json.time(node, "created_time", times.created());
    Json.time(node, "updated_time", times.updated());
    Json.time(node, "open_time", market.listed().open());
    Json.time(node, "close_time", market.close());
    Json.time(node, "expected_expiration_time", market.close());
    Json.time(node, "expiration_time", market.close());
    Json.time(node, "latest_expiration_time", market.close().plus(DAY));
    node.put("settlement_timer_seconds", market.listed().settlementTimer().toSeconds());
    node.put("status", market.status().wire());
    top(node, engine, market);
    node.put("last_price_dollars", orZero(market.lastPrice()).toString());
    node.put("volume_fp", market.volume().toString());
    node.put("volume_24h_fp", lastDay(engine, market).toString());
    node.put("can_close_early", true);
    node.put("open_interest_fp", market.openInterest().toString());
    node.put("notional_value_dollars", Price.ONE.toString());
    node.put("previous_yes_bid_dollars", Price.ZERO.toString());
    node.put("previous_yes_ask_dollars", Price.ZERO.toString());
    node.put("previous_price_dollars", Price.ZERO.toString());
    result(node, market.outcome());
    Json.time(node, "settlement_ts", times.settled());
    Price settlementFloor = market.settlementFloor();
    node.put("settlement_bounds_type", settlementFloor == null ? "default" : "floor");
    if (settlementFloor != null) {
      node.put("settlement_floor_dollars", settlementFloor.toString());
    }
    node.put("expiration_value", "");
    Json.time(node, "fee_waiver_expiration_time", market.listed().feeWaiverUntil());
    node.put("rules_primary", "");
    node.put("rules_secondary", "");
    node.put("price_level_structure", structure(market.grid()));
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

  /** Where nobody bids or asks, the exchange shows $0 and $1. */
  private static void top(ObjectNode node, SimulatedEngine engine, MarketView market) {
    Level nobodyBids = new Level(Price.ZERO, Quantity.ZERO);
    Level nobodyAsks = new Level(Price.ONE, Quantity.ZERO);
    Level bid = best(engine.levels(ticker(market), BookSide.BID), nobodyBids);
    Level ask = best(engine.levels(ticker(market), BookSide.ASK), nobodyAsks);
    node.put("yes_bid_dollars", bid.price().toString());
    node.put("yes_bid_size_fp", bid.quantity().toString());
    node.put("yes_ask_dollars", ask.price().toString());
    node.put("yes_ask_size_fp", ask.quantity().toString());
    node.put("no_bid_dollars", ask.price().complement().toString());
    node.put("no_ask_dollars", bid.price().complement().toString());
  }

  private static Level best(List<Level> levels, Level nobody) {
    return levels.isEmpty() ? nobody : levels.getFirst();
  }

  private static Price orZero(@Nullable Price price) {
    return price == null ? Price.ZERO : price;
  }

  private Quantity lastDay(SimulatedEngine engine, MarketView market) {
    List<ExchangeEvent.Traded> trades = floor.records().trades(ticker(market));
    long from = engine.timeMicros() - DAY.toSeconds() * 1_000_000;
    Quantity sum = Quantity.ZERO;
    for (int i = trades.size() - 1; i >= 0 && trades.get(i).timeMicros() > from; i--) {
      sum = sum.plus(trades.get(i).quantity());
    }
    return sum;
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

  private static String structure(PriceGrid grid) {
    for (String step : List.of("0.0100", "0.0010")) {
      if (grid.equals(PriceGrid.uniform(Price.of(step)))) {
        return step.equals("0.0100") ? "linear_cent" : "deci_cent";
      }
    }
    return "custom";
  }
}
