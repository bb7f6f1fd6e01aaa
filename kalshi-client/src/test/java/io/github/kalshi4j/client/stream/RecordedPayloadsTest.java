package io.github.kalshi4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.call.UnknownField;
import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.stream.OrderBooks.Outcome;
import io.github.kalshi4j.client.testing.SharedFolder;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.PriceLevelStructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recording that kept what stood in each frame's {@code msg} and its number, but not the frame.
 */
final class RecordedPayloadsTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int BOOKS = 2;

  private final StreamDecoder decoder = new StreamDecoder();

  @Test
  void decodesThreeThousandMessagesIntoOneBookWithoutAGap() throws IOException {
    OrderBooks books = new OrderBooks(market -> PriceLevelStructure.LINEAR_CENT.grid());
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

    for (byte[] frame : frames()) {
      outcomes.merge(books.apply(decoder.decode(frame)), 1, Integer::sum);
    }

    assertThat(decoder.statistics().frames())
        .isEqualTo(
            Map.of(
                "subscribed",
                2L,
                "orderbook_snapshot",
                1L,
                "orderbook_delta",
                2964L,
                "ticker",
                29L));
    assertThat(decoder.statistics().failures() + decoder.statistics().unrecognized()).isZero();
    assertThat(outcomes)
        .isEqualTo(
            Map.of(Outcome.IGNORED, 31, Outcome.APPLIED_SNAPSHOT, 1, Outcome.APPLIED_DELTA, 2964));
    LocalOrderBook book = books.book(MarketTicker.of("KXBTC15M-26MAY110145-45")).orElseThrow();
    assertThat(book.isValid()).isTrue();
    assertThat(book.isCrossed() || book.isLocked()).isFalse();
  }

  @Test
  void knowsEveryFieldButThoseOfTheRecorder() throws IOException {
    frames().forEach(decoder::decode);

    assertThat(decoder.statistics().unknownFields())
        .extracting(UnknownField::field)
        .containsExactlyInAnyOrder(
            "price_cents",
            "yes_bid",
            "yes_ask",
            "no_bid",
            "no_ask",
            "no_bid_size_fp",
            "no_ask_size_fp");
  }

  private static List<byte[]> frames() throws IOException {
    Path file = SharedFolder.file("data/kalshi_ws_raw/20260511T053113Z_events.ndjson.gz");
    List<byte[]> frames = new ArrayList<>();
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        JsonNode recorded = MAPPER.readTree(line);
        JsonNode payload = recorded.get("payload_json");
        switch (recorded.get("event_type").asString()) {
          case "ws_subscribed" -> frames.add(MAPPER.writeValueAsBytes(payload));
          case "watch_market", "ws_connected" -> {} // the recorder's own
          default -> frames.add(frame(recorded, payload));
        }
      }
    }
    return frames;
  }

  private static byte[] frame(JsonNode recorded, JsonNode payload) {
    ObjectNode frame = MAPPER.createObjectNode();
    frame.put("type", recorded.get("event_type").asString());
    JsonNode number = recorded.get("sequence_number");
    frame.put("sid", number.isNull() ? 1 : BOOKS);
    if (!number.isNull()) {
      frame.set("seq", number);
    }
    frame.set("msg", payload);
    return MAPPER.writeValueAsBytes(frame);
  }
}
