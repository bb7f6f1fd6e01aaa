package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one market's book truly is, in YES prices, and what else its ticker tells. */
final class FakeBook {
  private final NavigableMap<Price, Long> bids = new TreeMap<>();
  private final NavigableMap<Price, Long> asks = new TreeMap<>();
  Price last = Price.ZERO;
  long lastHundredths;
  long volumeHundredths;
  long positionHundredths;

  NavigableMap<Price, Long> side(BookSide side) {
    return side == BookSide.BID ? bids : asks;
  }

  void replace(List<Level> newBids, List<Level> newAsks) {
    bids.clear();
    asks.clear();
    newBids.forEach(level -> bids.put(level.price(), level.quantity().hundredths()));
    newAsks.forEach(level -> asks.put(level.price(), level.quantity().hundredths()));
  }

  void change(BookSide side, Price price, long hundredths) {
    long total = side(side).getOrDefault(price, 0L) + hundredths;
    if (total < 0) {
      throw new IllegalArgumentException(
          "level " + price + " would hold " + total + " hundredths of a contract");
    }
    if (total == 0) {
      side(side).remove(price);
    } else {
      side(side).put(price, total);
    }
  }

  /** Returns the levels of a side, best first. */
  List<Level> levels(BookSide side) {
    NavigableMap<Price, Long> best = side == BookSide.BID ? bids.descendingMap() : asks;
    return best.entrySet().stream()
        .map(e -> new Level(e.getKey(), Quantity.ofHundredths(e.getValue())))
        .toList();
  }

  /** Adds the sides to a snapshot's message, prices ascending, no key for an empty side. */
  void describe(ObjectNode msg, boolean useYesPrice) {
    put(msg, "yes_dollars_fp", bids, false);
    // An ask of YES at p is a bid for NO at 1 − p, so the order of prices turns as they do.
    put(msg, "no_dollars_fp", useYesPrice ? asks : asks.descendingMap(), !useYesPrice);
  }

  /** Returns the ticker's message: an empty side is shown as the exchange does, at 0 or 1. */
  ObjectNode ticker() {
    Map.Entry<Price, Long> bid = bids.lastEntry();
    Map.Entry<Price, Long> ask = asks.firstEntry();
    return JsonNodeFactory.instance
        .objectNode()
        .put("price_dollars", last.toString())
        .put("yes_bid_dollars", (bid == null ? Price.ZERO : bid.getKey()).toString())
        .put("yes_ask_dollars", (ask == null ? Price.ONE : ask.getKey()).toString())
        .put("yes_bid_size_fp", contracts(bid == null ? 0 : bid.getValue()))
        .put("yes_ask_size_fp", contracts(ask == null ? 0 : ask.getValue()))
        .put("last_trade_size_fp", contracts(lastHundredths))
        .put("volume_fp", contracts(volumeHundredths))
        .put("open_interest_fp", contracts(volumeHundredths))
        .put("dollar_volume", volumeHundredths / 200)
        .put("dollar_open_interest", volumeHundredths / 200);
  }

  /** Returns the wire form of a count, two decimals, signed. */
  static String contracts(long hundredths) {
    return BigDecimal.valueOf(hundredths, 2).toPlainString();
  }

  private static void put(
      ObjectNode msg, String key, NavigableMap<Price, Long> side, boolean complement) {
    if (side.isEmpty()) {
      return;
    }
    ArrayNode levels = msg.putArray(key);
    side.forEach((price, hundredths) ->
        levels
            .addArray()
            .add((complement ? price.complement() : price).toString())
            .add(contracts(hundredths)));
  }
}
