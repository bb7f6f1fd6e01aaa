package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes up frames of the four frequent messages. */
final class HotFrames {
  private final Random random;
  private final boolean shuffled;

  /**
   * Creates a maker of frames.
   *
   * @param shuffled whether fields come in any order, or in the exchange's
   */
  HotFrames(Random random, boolean shuffled) {
    this.random = random;
    this.shuffled = shuffled;
  }

  String next() {
    return switch (random.nextInt(4)) {
      case 0 -> snapshot();
      case 1 -> ticker();
      case 2 -> trade();
      default -> delta();
    };
  }

  String delta() {
    return frame(
        "orderbook_delta",
        market(),
        text("market_id", uuid()),
        text("price_dollars", price()),
        text("delta_fp", (random.nextBoolean() ? "-" : "") + quantity()),
        text("side", random.nextBoolean() ? "yes" : "no"),
        text("ts", time()),
        random.nextInt(4) == 0 ? "" : "\"ts_ms\":" + millis());
  }

  String snapshot() {
    return frame(
        "orderbook_snapshot",
        market(),
        text("market_id", uuid()),
        random.nextInt(4) == 0 ? "" : levels("yes_dollars_fp"),
        random.nextInt(4) == 0 ? "" : levels("no_dollars_fp"));
  }

  String ticker() {
    return frame(
        "ticker",
        market(),
        text("market_id", uuid()),
        text("price_dollars", random.nextInt(6) == 0 ? "" : price()),
        text("yes_bid_dollars", price()),
        text("yes_ask_dollars", price()),
        text("yes_bid_size_fp", quantity()),
        text("yes_ask_size_fp", quantity()),
        text("last_trade_size_fp", quantity()),
        text("volume_fp", quantity()),
        text("open_interest_fp", quantity()),
        "\"dollar_volume\":" + random.nextInt(1_000_000),
        "\"dollar_open_interest\":" + random.nextInt(1_000_000),
        "\"ts\":" + millis() / 1000,
        random.nextInt(4) == 0 ? "" : "\"ts_ms\":" + millis(),
        text("time", time()));
  }

  String trade() {
    return frame(
        "trade",
        text("trade_id", uuid()),
        market(),
        text("yes_price_dollars", price()),
        text("no_price_dollars", price()),
        text("count_fp", quantity()),
        text("taker_side", "yes"),
        random.nextInt(4) == 0 ? "" : text("taker_outcome_side", "no"),
        text("taker_book_side", "bid"),
        random.nextInt(4) == 0 ? "" : "\"is_block_trade\":" + random.nextBoolean(),
        "\"ts\":" + millis() / 1000,
        random.nextInt(4) == 0 ? "" : "\"ts_ms\":" + millis());
  }

  private String frame(String type, String... fields) {
    return object(
            text("type", type),
            random.nextInt(8) == 0 ? "\"id\":" + random.nextInt(100) : "",
            "\"sid\":" + (1 + random.nextInt(9)),
            "\"seq\":" + (1 + random.nextInt(1 << random.nextInt(31))),
            random.nextInt(3) == 0 ? "\"sending_ts_ms\":" + millis() : "",
            "\"msg\":" + object(fields))
        + (random.nextInt(4) == 0 ? "" : "\n");
  }

  private String object(String... fields) {
    List<String> there = new ArrayList<>(List.of(fields));
    there.removeIf(String::isEmpty);
    if (shuffled) {
      Collections.shuffle(there, random);
    }
    return "{" + String.join(",", there) + "}";
  }

  private String market() {
    return text("market_ticker", "KXRAINNYC-26JUL04-T999999".substring(0, 1 + random.nextInt(25)));
  }

  private String levels(String name) {
    List<String> levels = new ArrayList<>();
    int count = random.nextInt(random.nextInt(8) == 0 ? 300 : 4);
    for (int i = 0; i < count; i++) {
      levels.add("[\"" + price() + "\",\"" + quantity() + "\"]");
    }
    return "\"" + name + "\":[" + String.join(",", levels) + "]";
  }

  private String price() {
    String price = Price.ofCenticents(random.nextInt(10_001)).toString();
    return random.nextInt(8) == 0 ? price.replaceAll("\\.?0+$", "") : price;
  }

  private String quantity() {
    long bound = 1L << random.nextInt(45);
    String quantity = Quantity.ofHundredths(random.nextLong(bound)).toString();
    return random.nextInt(8) == 0 ? quantity.replaceAll("\\.?0+$", "") : quantity;
  }

  private String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private long millis() {
    return 1_767_225_600_000L + random.nextLong(31_536_000_000L);
  }

  private String time() {
    long micros = millis() * 1000 + random.nextInt(1000);
    String text = Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    return random.nextInt(3) == 0 ? text.replaceAll("\\.?0*Z$", "Z") : text;
  }

  private static String text(String name, String value) {
    return '"' + name + "\":\"" + value + '"';
  }
}
