package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.internal.floor.Candle;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.internal.floor.Minutes;
import io.github.kalshi4j.simulator.internal.floor.Period;
import io.github.kalshi4j.simulator.world.SimulatedWorld;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The candles of markets, of which there is one for each period in which a market was open. */
final class CandleResource {
  /** How many candles one answer holds. */
  private static final int MOST = 10_000;

  private static final int MOST_MARKETS = 100;

  private record Span(long start, long end, Period period, boolean withLatest) {
    static Span of(ApiRequest request) {
      Instant start = request.time("start_ts");
      Instant end = request.time("end_ts");
      Integer minutes = request.integer("period_interval", 1, 1440);
      if (start == null || end == null || minutes == null) {
        throw ApiException.parameter("start_ts, end_ts and period_interval are needed");
      }
      if (start.isAfter(end)) {
        throw ApiException.parameter("start_ts must not be after end_ts");
      }
      for (Period period : Period.values()) {
        if (period.minutes() == minutes) {
          return new Span(
              start.getEpochSecond(),
              end.getEpochSecond(),
              period,
              request.flag("include_latest_before_start"));
        }
      }
      throw ApiException.parameter("period_interval must be one of 1, 60, 1440");
    }
  }

  private final Floor floor;

  CandleResource(Floor floor) {
    this.floor = floor;
  }

  void addTo(Routes routes) {
    routes.open("GET", "/markets/candlesticks", this::batch);
    routes.open("GET", "/series/{series_ticker}/markets/{ticker}/candlesticks", this::one);
    routes.open("GET", "/series/{series_ticker}/events/{ticker}/candlesticks", this::event);
  }

  private ApiAnswer one(ApiRequest request) {
    Span span = Span.of(request);
    return floor.within(world -> {
      MarketView market = MarketResource.find(world.engine(), request.part("ticker"));
      checkSeries(world, market, request);
      ObjectNode body = Json.object();
      body.put("ticker", MarketWriter.ticker(market).value());
      body.set("candlesticks", candles(world, market, span, MOST));
      return ApiAnswer.ok(body);
    });
  }

  private static void checkSeries(SimulatedWorld world, MarketView market, ApiRequest request) {
    String series = request.part("series_ticker");
    if (!series.equals(MarketWriter.series(world, market))) {
      throw ApiException.notFound(MarketWriter.ticker(market) + " is not of series " + series);
    }
  }

  private ApiAnswer batch(ApiRequest request) {
    List<String> tickers = request.list("market_tickers");
    if (tickers.isEmpty() || tickers.size() > MOST_MARKETS) {
      throw ApiException.parameter("market_tickers must name 1 to " + MOST_MARKETS + " markets");
    }
    Span span = Span.of(request);
    return floor.within(world -> {
      ArrayNode markets = Json.array();
      int left = MOST;
      for (String ticker : tickers) {
        MarketView market = MarketResource.find(world.engine(), ticker);
        ArrayNode candles = candles(world, market, span, left);
        left -= candles.size();
        ObjectNode node = markets.addObject();
        node.put("market_ticker", ticker);
        node.set("candlesticks", candles);
      }
      return ApiAnswer.ok(Json.object().set("markets", markets));
    });
  }

  /** Each market gets its share of the answer; where that is cut, the end is told. */
  private ApiAnswer event(ApiRequest request) {
    Span span = Span.of(request);
    return floor.within(world -> {
      List<MarketView> markets = EventResource.find(world, request.part("ticker"));
      checkSeries(world, markets.getFirst(), request);
      int share = Math.max(1, MOST / markets.size());
      long end = span.end();
      ArrayNode tickers = Json.array();
      for (MarketView market : markets) {
        tickers.add(MarketWriter.ticker(market).value());
        List<Candle> candles = read(world, market, span, share + 1);
        if (candles.size() > share) {
          end = Math.min(end, candles.get(share - 1).end());
        }
      }
      Span fitting = new Span(span.start(), end, span.period(), false);
      ObjectNode body = Json.object();
      body.set("market_tickers", tickers);
      body.set(
          "market_candlesticks",
          Json.array(markets, market -> candles(world, market, fitting, MOST)));
      body.put("adjusted_end_ts", end);
      return ApiAnswer.ok(body);
    });
  }

  private List<Candle> read(SimulatedWorld world, MarketView market, Span span, int most) {
    Minutes minutes = floor.records().minutes(MarketWriter.ticker(market));
    long opened = market.listed().open().getEpochSecond();
    return minutes.candles(
        span.period(), Math.max(span.start(), opened + 1), span.end(), until(world, market), most);
  }

  /** Until when a market was traded: its close, or now. */
  private static long until(SimulatedWorld world, MarketView market) {
    return Math.min(world.timeMicros(), Json.micros(market.close()));
  }

  private ArrayNode candles(SimulatedWorld world, MarketView market, Span span, int most) {
    List<Candle> candles = read(world, market, span, most + 1);
    if (candles.size() > most) {
      throw ApiException.parameter("more than " + MOST + " candlesticks");
    }
    ArrayNode array = Json.array();
    Candle latest = span.withLatest() ? latest(world, market, span) : null;
    if (latest != null) {
      array.add(synthetic(latest, span.period().endAtOrAfter(span.start())));
    }
    candles.forEach(candle -> array.add(write(candle)));
    return array;
  }

  private @Nullable Candle latest(SimulatedWorld world, MarketView market, Span span) {
    Candle latest =
        floor
            .records()
            .minutes(MarketWriter.ticker(market))
            .latestBefore(span.period(), span.start(), until(world, market));
    return latest == null || latest.end() <= market.listed().open().getEpochSecond()
        ? null
        : latest;
  }

  /** Carries what was last known into the first period: quotes as they stand, and no trades. */
  private static ObjectNode synthetic(Candle latest, long end) {
    return write(
        new Candle(
            end,
            still(latest.bid()),
            still(latest.ask()),
            null,
            latest.lastPrice(),
            latest.openInterest()));
  }

  private static Candle.Course still(Candle.Course course) {
    Price price = course.close();
    return new Candle.Course(price, price, price, price);
  }

  private static ObjectNode write(Candle candle) {
    Candle.Trades trades = candle.trades();
    ObjectNode price = Json.object();
    course(price, trades == null ? null : trades.prices());
    put(price, "mean_dollars", trades == null ? null : Json.dollars(trades.mean()));
    Price previous = candle.previous();
    put(price, "previous_dollars", previous == null ? null : previous.toString());
    ObjectNode node = Json.object();
    node.put("end_period_ts", candle.end());
    node.set("yes_bid", course(Json.object(), candle.bid()));
    node.set("yes_ask", course(Json.object(), candle.ask()));
    node.set("price", price);
    node.put("volume_fp", candle.volume().toString());
    node.put("open_interest_fp", Quantity.ofHundredths(candle.openInterest()).toString());
    return node;
  }

  private static ObjectNode course(ObjectNode node, Candle.@Nullable Course course) {
    put(node, "open_dollars", course == null ? null : course.open().toString());
    put(node, "low_dollars", course == null ? null : course.low().toString());
    put(node, "high_dollars", course == null ? null : course.high().toString());
    put(node, "close_dollars", course == null ? null : course.close().toString());
    return node;
  }

  private static void put(ObjectNode node, String field, @Nullable String value) {
    node.put(field, value);
  }
}
