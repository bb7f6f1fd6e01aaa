package io.github.kalshi4j.simulator.internal.rest;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.internal.floor.Floor;
import io.github.kalshi4j.simulator.series.CatalogueMarket;
import io.github.kalshi4j.simulator.series.SeriesInfo;
import io.github.kalshi4j.simulator.world.SimulatedWorld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Series: what recurs. */
final class SeriesResource {
  /** A series of the catalogue, or one that only has markets. */
  private record Known(@Nullable SeriesInfo info, List<MarketView> markets) {
    String category() {
      return info == null ? "" : info.category();
    }
  }

  private final Floor floor;

  SeriesResource(Floor floor) {
    this.floor = floor;
  }

  void addTo(Routes routes) {
    routes.open("GET", "/series", this::allSeries);
    routes.open("GET", "/series/fee_changes", request -> feeChanges());
    routes.open("GET", "/series/{series_ticker}", this::series);
    routes.open("GET", "/search/tags_by_categories", request -> tags());
  }

  private ApiAnswer allSeries(ApiRequest request) {
    String category = request.query("category");
    boolean none = request.query("tags") != null;
    return floor.within(world -> {
      ArrayNode array = Json.array();
      known(world)
          .forEach((name, series) -> {
            if (!none && (category == null || category.equals(series.category()))) {
              array.add(write(world, name, series, request));
            }
          });
      return ApiAnswer.ok(Json.object().set("series", array));
    });
  }

  private ApiAnswer series(ApiRequest request) {
    String name = request.part("series_ticker");
    return floor.within(world -> {
      Known series = known(world).get(name);
      if (series == null) {
        throw ApiException.notFound("series " + name);
      }
      return ApiAnswer.ok(Json.object().set("series", write(world, name, series, request)));
    });
  }

  private static ApiAnswer feeChanges() {
    return ApiAnswer.ok(Json.object().set("series_fee_change_arr", Json.array()));
  }

  /** No series has tags. */
  private ApiAnswer tags() {
    return floor.within(world -> {
      ObjectNode tags = Json.object();
      for (SeriesInfo info : world.catalogue().series()) {
        tags.set(info.category(), Json.array());
      }
      return ApiAnswer.ok(Json.object().set("tags_by_categories", tags));
    });
  }

  private static Map<String, Known> known(SimulatedWorld world) {
    Map<String, Known> all = new LinkedHashMap<>();
    for (SeriesInfo info : world.catalogue().series()) {
      all.put(info.series().value(), new Known(info, new ArrayList<>()));
    }
    for (MarketView market : world.engine().markets()) {
      all.computeIfAbsent(
              MarketWriter.series(world, market), name -> new Known(null, new ArrayList<>()))
          .markets()
          .add(market);
    }
    return all;
  }

  /** Where there is a market, the latest one says what is charged and where it is traded. */
  private static ObjectNode write(
      SimulatedWorld world, String name, Known series, ApiRequest request) {
    SeriesInfo info = series.info();
    List<MarketView> markets = series.markets();
    FeeSchedule fees =
        markets.isEmpty() && info != null ? info.fees() : markets.getLast().listed().fees();
    ObjectNode node = Json.object();
    node.put("ticker", name);
    node.put("frequency", info == null ? "custom" : info.frequency());
    node.put("title", info == null ? name : info.title());
    node.put("category", series.category());
    node.set("categories", info == null ? Json.array() : Json.array().add(series.category()));
    node.set("tags", Json.array());
    node.set("settlement_sources", sources(world, markets));
    node.put("contract_url", "");
    node.put("contract_terms_url", "");
    node.put("fee_type", fees.type().wire());
    node.put("fee_multiplier", fees.multiplier());
    node.set("additional_prohibitions", Json.array());
    node.put("exchange_index", markets.isEmpty() ? 0 : markets.getLast().listed().shard());
    if (request.flag("include_volume")) {
      Quantity volume =
          markets.stream().map(MarketView::volume).reduce(Quantity.ZERO, Quantity::plus);
      node.put("volume_fp", volume.toString());
    }
    return node;
  }

  private static ArrayNode sources(SimulatedWorld world, List<MarketView> markets) {
    ArrayNode sources = Json.array();
    CatalogueMarket latest =
        markets.isEmpty()
            ? null
            : world.catalogue().find(MarketWriter.ticker(markets.getLast())).orElse(null);
    if (latest != null) {
      ObjectNode source = sources.addObject();
      source.put("name", MarketText.settlementSource(latest.coin()));
      source.put("url", "");
    }
    return sources;
  }
}
