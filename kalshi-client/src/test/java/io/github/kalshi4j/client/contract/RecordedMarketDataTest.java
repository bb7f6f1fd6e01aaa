package io.github.kalshi4j.client.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kalshi4j.client.call.Page;
import io.github.kalshi4j.client.call.UnknownField;
import io.github.kalshi4j.client.error.KalshiDecodingException;
import io.github.kalshi4j.client.event.Event;
import io.github.kalshi4j.client.market.Candlestick;
import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.OrderBookSnapshot;
import io.github.kalshi4j.client.market.SettlementBounds;
import io.github.kalshi4j.client.market.Trade;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.SharedFolder;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceBand;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import io.github.kalshi4j.client.value.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what the exchange answered of markets, books, candles and trades from April to August. */
final class RecordedMarketDataTest {
  private static final String FOLDER = "data/kalshi_api_json/";
  private static final String BOUNDS = "settlement_bounds_type";

  private final Exercise exercise = new Exercise();

  @AfterEach
  void close() {
    exercise.close();
  }

  private static JsonNode read(String file) throws IOException {
    return WireForm.MAPPER.readTree(Files.readString(SharedFolder.file(FOLDER + file)));
  }

  private Object get(String operation, JsonNode answer) {
    return exercise
        .call(
            WireForm.read(operation),
            Reply.json(answer.toString()),
            AllCases.all().stream()
                .filter(each -> each.name().equals(operation))
                .findFirst()
                .orElseThrow()
                .least())
        .result();
  }

  @Test
  void readsAMarketOnceItsSettlementBoundsAreSaid() throws IOException {
    JsonNode answer = read("aug2026/market_single.json").get("single");
    assertThatThrownBy(() -> get("GetMarket", answer))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageEndingWith("answered what cannot be read: market." + BOUNDS + ": missing");

    ((ObjectNode) answer.get("market")).put(BOUNDS, "default");
    Market market = (Market) get("GetMarket", answer);

    assertThat(market.ticker()).hasToString("KXNCAAFGAME-26SEP19MSUND-ND");
    assertThat(market.bid()).isEqualTo(Price.of("0.89"));
    assertThat(market.ask()).isEqualTo(Price.of("0.94"));
    assertThat(market.volume()).isEqualTo(Quantity.of("2985.50"));
    assertThat(market.settlementBounds()).isEqualTo(SettlementBounds.DEFAULT);
    assertThat(market.grid()).isEqualTo(PriceLevelStructure.LINEAR_CENT.grid());
    assertThat(market.customStrike())
        .hasToString("{\"football_team\":\"e29b78dd-ca06-432f-8f2f-8d25aca47b9a\"}");
    assertThat(exercise.unknown())
        .containsExactly(new UnknownField("Market", "liquidity_dollars", 1, "\"0.0000\""));
  }

  @Test
  void readsTheSameMarketInsideItsEvent() throws IOException {
    JsonNode recorded = read("aug2026/market_single.json");
    JsonNode answer = WireForm.read("GetEvent").response().deepCopy();
    ((ArrayNode) answer.get("event").get("markets")).removeAll().add(recorded.get("nested"));
    assertThatThrownBy(() -> get("GetEvent", answer))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageEndingWith("event.markets[0]." + BOUNDS + ": missing");

    ((ObjectNode) recorded.get("nested")).put(BOUNDS, "default");
    ((ObjectNode) recorded.get("single").get("market")).put(BOUNDS, "default");

    assertThat(((Event) get("GetEvent", answer)).markets())
        .containsExactly((Market) get("GetMarket", recorded.get("single")));
  }

  @Test
  void readsABookWhoseTopIsThatOfItsMarket() throws IOException {
    JsonNode recorded = read("aug2026/market_single.json");
    JsonNode market = recorded.get("single").get("market");

    OrderBookSnapshot book =
        (OrderBookSnapshot) get("GetMarketOrderbook", recorded.get("orderbook"));

    assertThat(book.bids()).hasSize(10);
    assertThat(book.asks()).hasSize(6);
    assertThat(book.bids().getFirst()).isEqualTo(level(market, "yes_bid"));
    assertThat(book.asks().getFirst()).isEqualTo(level(market, "yes_ask"));
    assertThat(exercise.unknown()).isEmpty();
  }

  private static Level level(JsonNode market, String side) {
    return new Level(
        Price.of(market.get(side + "_dollars").asString()),
        Quantity.of(market.get(side + "_size_fp").asString()));
  }

  @Test
  void readsEveryCandle() throws IOException {
    int count = 0;
    for (JsonNode market : read("aug2026/candlesticks_mlb.json").get("markets")) {
      List<Candlestick> candles = candles(market);

      assertThat(candles).hasSize(market.get("candlesticks").size()).isNotEmpty();
      assertThat(candles).extracting(candle -> candle.end().getEpochSecond()).isSorted();
      assertThat(candles)
          .allMatch(candle -> isBetween(candle.end().getEpochSecond(), market))
          .allMatch(candle -> isOrdered(candle.bid()) && isOrdered(candle.ask()))
          .allMatch(candle -> candle.bid().close().isBelow(candle.ask().close()));
      count += candles.size();
    }
    assertThat(count).isPositive();
    assertThat(exercise.unknown()).isEmpty();
  }

  @SuppressWarnings("unchecked")
  private List<Candlestick> candles(JsonNode market) {
    ObjectNode answer = WireForm.MAPPER.createObjectNode();
    answer.set("candlesticks", market.get("candlesticks"));
    return (List<Candlestick>) get("GetMarketCandlesticks", answer);
  }

  private static boolean isBetween(long second, JsonNode market) {
    return second >= market.get("start_ts").asLong() && second <= market.get("end_ts").asLong();
  }

  private static boolean isOrdered(Candlestick.Quotes quotes) {
    return !quotes.low().isAbove(quotes.open())
        && !quotes.low().isAbove(quotes.close())
        && !quotes.high().isBelow(quotes.open())
        && !quotes.high().isBelow(quotes.close());
  }

  @Test
  void knowsEveryGridByItsNameAsItsRangesGiveIt() throws IOException {
    JsonNode grids = read("aug2026/price_grids.json").get("grids");
    assertThat(grids).isNotEmpty();
    for (JsonNode grid : grids) {
      List<PriceBand> bands = new ArrayList<>();
      grid.get("price_ranges")
          .forEach(band ->
              bands.add(
                  PriceBand.of(
                      band.get("start").asString(),
                      band.get("end").asString(),
                      band.get("step").asString())));

      assertThat(PriceLevelStructure.parse(grid.get("price_level_structure").asString()))
          .map(PriceLevelStructure::grid)
          .contains(PriceGrid.of(bands));
    }
  }

  @Test
  void readsEveryTradeOnceTheSidesOfItsTakerAreSaid() throws IOException {
    List<ObjectNode> lines = new ArrayList<>();
    for (String line :
        Files.readAllLines(SharedFolder.file(FOLDER + "trades_KXETH15M-26APR271445-45.jsonl"))) {
      lines.add((ObjectNode) WireForm.MAPPER.readTree(line));
    }
    assertThat(lines).hasSize(515);
    assertFails(lines.get(0), "taker_outcome_side");
    lines.forEach(line -> line.put("taker_outcome_side", line.get("taker_side").asString()));
    assertFails(lines.get(0), "taker_book_side");
    lines.forEach(line ->
        line.put(
            "taker_book_side", line.get("taker_side").asString().equals("yes") ? "bid" : "ask"));
    assertFails(lines.get(0), "is_block_trade");
    lines.forEach(line -> line.put("is_block_trade", false));

    List<Trade> trades = trades(lines);

    assertThat(trades).hasSize(515).extracting(Trade::id).doesNotHaveDuplicates();
    for (int i = 0; i < trades.size(); i++) {
      Trade trade = trades.get(i);
      JsonNode line = lines.get(i);
      assertThat(trade.price()).hasToString(line.get("yes_price_dollars").asString());
      assertThat(trade.price().complement()).hasToString(line.get("no_price_dollars").asString());
      assertThat(trade.quantity()).hasToString(line.get("count_fp").asString());
      assertThat(trade.taker().wire()).isEqualTo(line.get("taker_side").asString());
      assertThat(trade.created()).isEqualTo(line.get("created_time").asString());
    }
    assertThat(exercise.unknown()).isEmpty();
  }

  private void assertFails(ObjectNode line, String field) {
    assertThatThrownBy(() -> trades(List.of(line)))
        .isInstanceOf(KalshiDecodingException.class)
        .hasMessageEndingWith("trades[0]." + field + ": missing");
  }

  @SuppressWarnings("unchecked")
  private List<Trade> trades(List<ObjectNode> lines) {
    ObjectNode answer = WireForm.MAPPER.createObjectNode();
    answer.putArray("trades").addAll(lines);
    return ((Page<Trade>) get("GetTrades", answer)).items();
  }
}
