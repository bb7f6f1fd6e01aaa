package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.Records;
import io.github.kalshi4j.simulator.internal.floor.Tape;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Markets, their order books and trades. */
final class MarketResource {
  private final Floor floor;
  private final MarketWriter writer;

  MarketResource(Floor floor) {
    this.floor = floor;
    writer = new MarketWriter(floor);
  }

  void addTo(Routes routes) {
    routes.open("GET", "/markets", this::markets);
    routes.open("GET", "/markets/orderbooks", this::books);
    routes.open("GET", "/markets/trades", this::trades);
    routes.open("GET", "/markets/{ticker}", this::market);
    routes.open("GET", "/markets/{ticker}/orderbook", this::book);
  }

  private ApiAnswer markets(ApiRequest request) {
    int limit = request.limit(100, 1000);
    Predicate<MarketView> filter = MarketWriter.statusFilter(request, true);
    List<String> tickers = request.list("tickers");
    String event = request.query("event_ticker");
    String series = request.query("series_ticker");
    String combos = request.word("mve_filter", "only", "exclude");
    checkTimes(request);
    return floor.within(world -> {
      Predicate<MarketView> wanted =
          filter
              .and(market ->
                  tickers.isEmpty() || tickers.contains(MarketWriter.ticker(market).value()))
              .and(market -> event == null || event.equals(market.listed().event().value()))
              .and(market -> series == null || series.equals(MarketWriter.series(world, market)))
              .and(market -> !"only".equals(combos))
              .and(timeFilter(request));
      Slice<MarketView> slice =
          Slice.oldestFirst(
              world.engine().markets(),
              market -> floor.records().times(MarketWriter.ticker(market)).number(),
              wanted,
              limit,
              request);
      ObjectNode body = Json.object();
      body.set("markets", Json.array(slice.items(), market -> writer.write(world, market)));
      body.put("cursor", slice.cursor());
      return ApiAnswer.ok(body);
    });
  }

  private Predicate<MarketView> timeFilter(ApiRequest request) {
    Records records = floor.records();
    return within(
            request, "created", market -> records.times(MarketWriter.ticker(market)).created())
        .and(
            within(
                request, "updated", market -> records.times(MarketWriter.ticker(market)).updated()))
        .and(within(request, "close", MarketView::close))
        .and(
            within(
                request,
                "settled",
                market -> records.times(MarketWriter.ticker(market)).settled()));
  }

  /** Times of one kind only, and each kind only with the statuses that have such times. */
  private static void checkTimes(ApiRequest request) {
    String status = request.query("status");
    String asked = null;
    for (String family : List.of("created", "updated", "close", "settled")) {
      if (request.query("min_" + family + "_ts") != null
          || request.query("max_" + family + "_ts") != null) {
        if (asked != null) {
          throw ApiException.parameter(asked + "_ts and " + family + "_ts exclude each other");
        }
        asked = family;
      }
    }
    if (asked != null && status != null && !statuses(asked).contains(status)) {
      throw ApiException.parameter(asked + "_ts and status " + status + " exclude each other");
    }
  }

  private static List<String> statuses(String family) {
    return switch (family) {
      case "created" -> List.of("unopened", "open");
      case "close" -> List.of("closed");
      case "settled" -> List.of("settled");
      default -> List.of();
    };
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

  private ApiAnswer market(ApiRequest request) {
    return floor.within(world -> {
      ObjectNode body = Json.object();
      MarketView market = find(world.engine(), request.part("ticker"));
      body.set("market", writer.write(world, market));
      return ApiAnswer.ok(body);
    });
  }

  static MarketView find(SimulatedEngine engine, String name) {
    return engine
        .market(ApiRequest.name(name, MarketTicker::of))
        .orElseThrow(() -> ApiException.notFound("market " + name));
  }

  private ApiAnswer book(ApiRequest request) {
    Integer asked = request.integer("depth", 0, 100);
    int depth = asked == null || asked == 0 ? Integer.MAX_VALUE : asked;
    return floor.call(engine -> {
      ObjectNode body = Json.object();
      MarketTicker ticker = MarketWriter.ticker(find(engine, request.part("ticker")));
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
        MarketTicker ticker = MarketWriter.ticker(find(engine, name));
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
      Tape<ExchangeEvent.Traded> all =
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
}
