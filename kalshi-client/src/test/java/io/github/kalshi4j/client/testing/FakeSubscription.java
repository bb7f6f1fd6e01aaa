package io.github.kalshi4j.client.testing;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One channel of one connection, at the server. Used under the lock of its {@link FakeStream}, so
 * that the order of the numbers is the order on the wire.
 */
final class FakeSubscription {
  /** Stands for all indices, or all underlyings, in their lists. */
  static final String EVERYTHING = "all";

  private static final Set<String> UNSEQUENCED =
      Set.of("ticker", "fill", "user_orders", "market_positions");
  private static final Set<String> BY_MARKET =
      Set.of("orderbook_delta", "ticker", "trade", "fill", "user_orders", "market_positions");

  final FakeSocket socket;
  final int sid;
  final String channel;
  final boolean useYesPrice;
  final boolean skipTickerAck;
  boolean sendInitialSnapshot;
  private final boolean byId;
  private final String filterKey;
  // What it is filtered by: tickers or ids of markets, indices, underlyings.
  private final TreeSet<String> filter = new TreeSet<>();
  private boolean everything;
  private long seq;

  FakeSubscription(FakeSocket socket, int sid, String channel, JsonNode params) {
    this.socket = socket;
    this.sid = sid;
    this.channel = channel;
    useYesPrice = params.path("use_yes_price").asBoolean(false);
    skipTickerAck = params.path("skip_ticker_ack").asBoolean(false);
    sendInitialSnapshot = params.path("send_initial_snapshot").asBoolean(false);
    byId =
        channel.equals("ticker")
            && (params.has("market_ids") || params.has("market_id"))
            && !params.has("market_tickers")
            && !params.has("market_ticker");
    filterKey =
        switch (channel) {
          case "cfbenchmarks_value", "cfbenchmarks_value_5hz" -> "index_ids";
          case "pyth_value" -> "underlying_tickers";
          default -> byId ? "market_ids" : "market_tickers";
        };
  }

  boolean isSequenced() {
    return !UNSEQUENCED.contains(channel);
  }

  boolean isByMarket() {
    return BY_MARKET.contains(channel);
  }

  /** Returns whether it is filtered by index or underlying. */
  boolean isByValue() {
    return !filterKey.startsWith("market");
  }

  /** Returns the parameter that filters it: {@code market_tickers} and the like. */
  String filterKey() {
    return filterKey;
  }

  Set<String> filter() {
    return filter;
  }

  void wantEverything() {
    everything = true;
  }

  void wantNoMore(Set<String> names) {
    if (names.contains(EVERYTHING)) {
      everything = false;
      filter.clear();
    }
    filter.removeAll(names);
  }

  /** Returns whether it is told of this market, index or underlying; null concerns everyone. */
  boolean wants(@Nullable String subject) {
    return subject == null
        || everything
        || !(isByMarket() || isByValue())
        || filter.contains(byId ? FakeFeed.marketId(subject) : subject);
  }

  /** Uses up the next number and sends nothing. */
  void skip() {
    seq++;
  }

  /** Returns a frame that uses up the next number, without a command's id. */
  String data(String type, String msg) {
    return frame(type, 0, msg);
  }

  void send(String frame) {
    socket.send(frame);
  }

  /** Sends a reply to a command, which uses up a number as data does. */
  void reply(String type, long id, @Nullable String msg) {
    send(frame(type, id, msg));
  }

  /** Sends the list of what it is filtered by now, in the answer to a command. */
  void acknowledge(long id) {
    ObjectNode msg = JsonNodeFactory.instance.objectNode();
    if (isByValue() || (isByMarket() && !everything && !skipTickerAck)) {
      ArrayNode list = msg.putArray(filterKey);
      if (everything) {
        list.add(EVERYTHING);
      } else {
        filter.forEach(list::add);
      }
    }
    reply("ok", id, msg.toString());
  }

  private String frame(String type, long id, @Nullable String msg) {
    StringBuilder frame = new StringBuilder("{\"type\":\"").append(type).append('"');
    if (id != 0) {
      frame.append(",\"id\":").append(id);
    }
    frame.append(",\"sid\":").append(sid);
    if (isSequenced()) {
      frame.append(",\"seq\":").append(++seq);
    }
    if (msg != null) {
      frame.append(",\"msg\":").append(msg);
    }
    return frame.append("}\n").toString();
  }
}
