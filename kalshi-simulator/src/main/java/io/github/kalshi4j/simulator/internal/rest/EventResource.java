package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.series.CatalogueMarket;
import io.github.kalshi4j.simulator.series.SeriesInfo;
import io.github.kalshi4j.simulator.world.SimulatedWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Events: the markets that belong together. */
final class EventResource {
  private final Floor floor;
  private final MarketWriter writer;

  /** Touched on the floor only. */
  private final Map<EventTicker, Long> numbers = new LinkedHashMap<>();

  private long next;

  EventResource(Floor floor) {
    this.floor = floor;
    writer = new MarketWriter(floor);
  }

  void addTo(Routes routes) {
    routes.open("GET", "/events", this::events);
    routes.open("GET", "/events/multivariate", this::combos);
    routes.open("GET", "/events/fee_changes", this::feeChanges);
    routes.open("GET", "/events/{event_ticker}", this::event);
    routes.open("GET", "/events/{event_ticker}/metadata", this::metadata);
  }

  /** There are no combos. */
  private ApiAnswer combos(ApiRequest request) {
    request.limit(100, 200);
    return ApiAnswer.ok(page("events"));
  }

  /** Events never override the fees of their series. */
  private ApiAnswer feeChanges(ApiRequest request) {
    request.limit(100, 1000);
    return ApiAnswer.ok(page("event_fee_changes"));
  }

  private static ObjectNode page(String name) {
    ObjectNode body = Json.object();
    body.set(name, Json.array());
    body.put("cursor", "");
    return body;
  }

  private ApiAnswer events(ApiRequest request) {
    int limit = request.limit(200, 200);
    boolean nested = request.flag("with_nested_markets");
    boolean milestones = request.flag("with_milestones");
    Predicate<MarketView> status = MarketWriter.statusFilter(request, false);
    Instant closing = request.time("min_close_ts");
    Instant updated = request.time("min_updated_ts");
    String series = request.query("series_ticker");
    List<String> tickers = request.list("tickers");
    return floor.within(world -> {
      Map<EventTicker, List<MarketView>> byEvent = byEvent(world);
      Slice<EventTicker> slice =
          Slice.oldestFirst(
              numbered(byEvent.keySet()),
              event -> numbers.getOrDefault(event, 0L),
              event ->
                  (series == null || series.equals(series(world, byEvent, event)))
                      && (tickers.isEmpty() || tickers.contains(event.value()))
                      && byEvent.getOrDefault(event, List.of()).stream()
                          .filter(market -> closing == null || market.close().isAfter(closing))
                          .filter(market -> updated == null || isUpdated(market, updated))
                          .anyMatch(status),
              limit,
              request);
      ObjectNode body = Json.object();
      body.set(
          "events",
          Json.array(
              slice.items(),
              event -> event(world, event, byEvent.getOrDefault(event, List.of()), nested)));
      if (milestones) {
        body.set("milestones", Json.array());
      }
      body.put("cursor", slice.cursor());
      return ApiAnswer.ok(body);
    });
  }

  /**
   * Returns events by number. An event keeps the number that it has when it is first listed, even
   * if the market is forgotten that came first.
   */
  private List<EventTicker> numbered(Set<EventTicker> events) {
    numbers.keySet().retainAll(events);
    for (EventTicker event : events) {
      if (numbers.putIfAbsent(event, next) == null) {
        next++;
      }
    }
    return List.copyOf(numbers.keySet());
  }

  private boolean isUpdated(MarketView market, Instant since) {
    return !floor.records().times(MarketWriter.ticker(market)).updated().isBefore(since);
  }

  private static Map<EventTicker, List<MarketView>> byEvent(SimulatedWorld world) {
    Map<EventTicker, List<MarketView>> events = new LinkedHashMap<>();
    for (MarketView market : world.engine().markets()) {
      events.computeIfAbsent(market.listed().event(), event -> new ArrayList<>()).add(market);
    }
    return events;
  }

  private ApiAnswer event(ApiRequest request) {
    boolean nested = request.flag("with_nested_markets");
    return floor.within(world -> {
      EventTicker ticker = ApiRequest.name(request.part("event_ticker"), EventTicker::of);
      List<MarketView> markets = byEvent(world).get(ticker);
      if (markets == null) {
        throw ApiException.notFound("event " + ticker);
      }
      ObjectNode body = Json.object();
      body.set("event", event(world, ticker, markets, nested));
      body.set(
          "markets",
          nested ? Json.array() : Json.array(markets, market -> writer.write(world, market)));
      return ApiAnswer.ok(body);
    });
  }

  private ApiAnswer metadata(ApiRequest request) {
    return floor.within(world -> {
      List<MarketView> markets = find(world, request.part("event_ticker"));
      ArrayNode details = Json.array();
      for (MarketView market : markets) {
        ObjectNode node = details.addObject();
        node.put("market_ticker", MarketWriter.ticker(market).value());
        node.put("image_url", "");
        node.put("color_code", "");
      }
      ObjectNode body = Json.object();
      body.put("image_url", "");
      body.set("settlement_sources", sources(known(world, markets)));
      body.set("market_details", details);
      return ApiAnswer.ok(body);
    });
  }

  static List<MarketView> find(SimulatedWorld world, String name) {
    EventTicker ticker = ApiRequest.name(name, EventTicker::of);
    List<MarketView> markets = byEvent(world).get(ticker);
    if (markets == null) {
      throw ApiException.notFound("event " + ticker);
    }
    return markets;
  }

  private static @Nullable CatalogueMarket known(SimulatedWorld world, List<MarketView> markets) {
    MarketTicker first = MarketWriter.ticker(markets.getFirst());
    return world.catalogue().find(first).orElse(null);
  }

  private static String series(
      SimulatedWorld world, Map<EventTicker, List<MarketView>> byEvent, EventTicker event) {
    List<MarketView> markets = byEvent.getOrDefault(event, List.of());
    return markets.isEmpty() ? "" : MarketWriter.series(world, markets.getFirst());
  }

  private static ArrayNode sources(@Nullable CatalogueMarket known) {
    ArrayNode sources = Json.array();
    if (known != null) {
      ObjectNode source = sources.addObject();
      source.put("name", MarketText.settlementSource(known.coin()));
      source.put("url", "");
    }
    return sources;
  }

  /** Its strike is the date of the close. */
  private ObjectNode event(
      SimulatedWorld world, EventTicker ticker, List<MarketView> markets, boolean nested) {
    CatalogueMarket known = known(world, markets);
    ObjectNode node = Json.object();
    node.put("event_ticker", ticker.value());
    node.put("series_ticker", MarketWriter.series(world, markets.getFirst()));
    node.put("title", MarketText.eventTitle(ticker, known));
    node.put("sub_title", MarketText.eventSubTitle(known));
    node.put("collateral_return_type", "");
    node.put("mutually_exclusive", false);
    if (known != null) {
      for (SeriesInfo info : world.catalogue().series()) {
        if (info.series().equals(known.series())) {
          node.put("category", info.category());
        }
      }
      Json.time(node, "strike_date", known.listed().close());
    }
    node.set("settlement_sources", sources(known));
    markets.stream()
        .filter(market -> !market.schedule().equals(market.listed().fees()))
        .findFirst()
        .ifPresent(market -> {
          node.put("fee_type_override", market.schedule().type().wire());
          node.put("fee_multiplier_override", market.schedule().multiplier());
        });
    Json.time(
        node,
        "last_updated_ts",
        floor.records().times(MarketWriter.ticker(markets.getFirst())).updated());
    node.put("exchange_index", markets.getFirst().listed().shard());
    if (nested) {
      node.set("markets", Json.array(markets, market -> writer.write(world, market)));
    }
    return node;
  }
}
