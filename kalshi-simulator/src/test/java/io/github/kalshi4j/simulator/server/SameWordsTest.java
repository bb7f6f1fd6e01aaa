package io.github.kalshi4j.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.value.EventTicker;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.PriceBand;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.simulator.exchange.Command;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.reference.Coin;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** REST and the stream call a market the same. */
class SameWordsTest extends ServerTest {
  private static final List<String> WORDS =
      List.of(
          "title",
          "yes_sub_title",
          "no_sub_title",
          "rules_primary",
          "rules_secondary",
          "can_close_early",
          "event_ticker");

  @Override
  SimulatedExchangeConfig configure(SimulatedExchangeConfig usual) {
    return usual.withWorld(
        WorldConfig.startingAt(OPEN).withCoins(List.of(Coin.ETH)).withCrowded(false));
  }

  private JsonNode rest(String path, String name) throws Exception {
    return RawStream.JSON.readTree(send("GET", path, "").body()).get(name);
  }

  private RawStream lifecycle() throws InterruptedException {
    RawStream stream = RawStream.open(exchange.streamUrl(), RawStream.headers(annsKey, time.now()));
    stream.ask(
        "{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"market_lifecycle_v2\"]}}");
    return stream;
  }

  /** Returns the next frame that says this of itself. */
  private static JsonNode next(RawStream stream, String type, String event)
      throws InterruptedException {
    while (true) {
      JsonNode frame = stream.nextJson();
      JsonNode message = frame.get("msg");
      if (frame.get("type").stringValue().equals(type)
          && (event.isEmpty() || message.path("event_type").asString().equals(event))) {
        return message;
      }
    }
  }

  private void isCalledTheSame(RawStream stream) throws Exception {
    JsonNode event = next(stream, "event_lifecycle", "");
    JsonNode created = next(stream, "market_lifecycle_v2", "created");
    JsonNode words = created.get("additional_metadata");
    JsonNode market = rest("/markets/" + created.get("market_ticker").stringValue(), "market");
    for (String word : WORDS) {
      assertThat(words.get(word)).as(word).isNotNull().isEqualTo(market.get(word));
    }
    assertThat(created.get("price_level_structure")).isEqualTo(market.get("price_level_structure"));
    assertThat(words.get("name")).isEqualTo(market.get("title"));
    JsonNode shown = rest("/events/" + event.get("event_ticker").stringValue(), "event");
    assertThat(event.get("title")).isEqualTo(shown.get("title"));
    assertThat(event.get("subtitle")).isEqualTo(shown.get("sub_title"));
    assertThat(event.get("series_ticker")).isEqualTo(shown.get("series_ticker"));
  }

  @Test
  void aMarketOfTheWorldHasTheWordsWithWhichItWasAnnounced() throws Exception {
    try (RawStream stream = lifecycle()) {
      time.advance(Duration.ofMinutes(15)); // the next but one is listed
      isCalledTheSame(stream);
    }
  }

  @Test
  void soHasOneThatWasListedByACommand() throws Exception {
    try (RawStream stream = lifecycle()) {
      done(
          new Command.ListMarket(
              ListedMarket.of(
                  MarketTicker.of("KXRAINNY-26JUL04-T1"),
                  EventTicker.of("KXRAINNY-26JUL04"),
                  OPEN,
                  CLOSE)));
      isCalledTheSame(stream);
    }
  }

  @Test
  void aStrikeThatBecomesKnownChangesTheSubtitleInBoth() throws Exception {
    try (RawStream stream = lifecycle()) {
      time.advance(Duration.ofSeconds(30));
      JsonNode known = next(stream, "market_lifecycle_v2", "metadata_updated");
      JsonNode market = rest("/markets/" + known.get("market_ticker").stringValue(), "market");
      assertThat(known.get("yes_sub_title")).isEqualTo(market.get("yes_sub_title"));
      assertThat(known.get("yes_sub_title").stringValue()).startsWith("Target Price: $");
      assertThat(known.get("floor_strike")).isEqualTo(market.get("floor_strike"));
    }
  }

  @Test
  void aGridWithoutANameHasNoneInBoth() throws Exception {
    MarketTicker ticker = MarketTicker.of("KXRAINNY-26JUL04-T1");
    done(
        new Command.ListMarket(
            ListedMarket.of(ticker, EventTicker.of("KXRAINNY-26JUL04"), OPEN, CLOSE)));
    try (RawStream stream = lifecycle()) {
      PriceGrid odd =
          PriceGrid.of(List.of(PriceBand.of("0", "0.5", "0.05"), PriceBand.of("0.5", "1", "0.1")));
      done(new Command.ChangeGrid(ticker, odd));
      JsonNode changed = next(stream, "market_lifecycle_v2", "price_level_structure_updated");
      JsonNode market = rest("/markets/" + ticker, "market");
      assertThat(changed.get("price_level_structure"))
          .isEqualTo(market.get("price_level_structure"));
      assertThat(changed.get("price_ranges")).isEqualTo(market.get("price_ranges"));
    }
  }
}
