package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.stream.StreamEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A command to the exchange that has not been answered yet.
 *
 * @see <a href="https://docs.kalshi.com/websockets/websocket-connection">Kalshi, WebSocket
 *     connection</a>
 */
final class Command {
  /** What it does. */
  enum Kind {
    SUBSCRIBE,
    ADD,
    DELETE,
    UNSUBSCRIBE,
    SNAPSHOT,
    LIST
  }

  final Kind kind;
  final @Nullable WireChannel channel;

  /** The markets, indices or underlyings that it names; none for all. */
  final Set<String> keys;

  /** The exchange's number of the channel's subscription when this was made; 0 if it had none. */
  final int subscription;

  /** Takes what answers a question; not used for the others. */
  final CompletableFuture<StreamEvent> answer = new CompletableFuture<>();

  private final String name;
  private final @Nullable Map<String, Object> params;
  int sends;
  long deadline;

  private Command(
      Kind kind,
      @Nullable WireChannel channel,
      Set<String> keys,
      String name,
      @Nullable Map<String, Object> params) {
    this.kind = kind;
    this.channel = channel;
    this.subscription = channel == null ? 0 : channel.subscription();
    this.keys = keys;
    this.name = name;
    this.params = params;
  }

  static Command subscribe(WireChannel channel, Interest interest) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("channels", List.of(channel.channel.wire()));
    switch (channel.channel.filter()) {
      case MARKETS_REQUIRED, MARKETS -> {
        if (!interest.everything()) {
          params.put("market_tickers", sorted(interest.keys()));
        }
        // We know what we asked for, and the list of thousands of markets is long.
        params.put("skip_ticker_ack", true);
      }
      case INDICES -> params.put("index_ids", orAll(interest));
      case UNDERLYINGS -> params.put("underlying_tickers", orAll(interest));
      case NONE -> {}
    }
    if (channel.isBooks()) {
      params.put("use_yes_price", true); // always said, as its default will change one day
    }
    params.putAll(channel.parameters());
    return new Command(Kind.SUBSCRIBE, channel, interest.keys(), "subscribe", params);
  }

  static Command add(WireChannel channel, Set<String> keys) {
    Map<String, Object> params = update(channel, keys, "add_markets", "subscribe_");
    if (channel.parameters().containsKey("send_initial_snapshot")) {
      params.put("send_initial_snapshot", true);
    }
    return new Command(Kind.ADD, channel, keys, "update_subscription", params);
  }

  static Command delete(WireChannel channel, Set<String> keys) {
    return new Command(
        Kind.DELETE,
        channel,
        keys,
        "update_subscription",
        update(channel, keys, "delete_markets", "unsubscribe_"));
  }

  private static Map<String, Object> update(
      WireChannel channel, Set<String> keys, String forMarkets, String prefix) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("sid", channel.subscription());
    switch (channel.channel.filter()) {
      case INDICES -> {
        params.put("action", prefix + "indices");
        params.put("index_ids", sorted(keys));
      }
      case UNDERLYINGS -> {
        params.put("action", prefix + "underlyings");
        params.put("underlying_tickers", sorted(keys));
      }
      default -> {
        params.put("action", forMarkets);
        params.put("market_tickers", sorted(keys));
      }
    }
    return params;
  }

  static Command unsubscribe(WireChannel channel) {
    return new Command(
        Kind.UNSUBSCRIBE,
        channel,
        Set.of(),
        "unsubscribe",
        Map.of("sids", List.of(channel.subscription())));
  }

  /** Asks for a snapshot of each of these books. */
  static Command snapshot(WireChannel channel, Set<String> markets) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("sid", channel.subscription());
    params.put("action", "get_snapshot");
    params.put("market_tickers", sorted(markets));
    return new Command(Kind.SNAPSHOT, channel, markets, "update_subscription", params);
  }

  /** Asks which subscriptions there are. */
  static Command listSubscriptions() {
    return new Command(Kind.LIST, null, Set.of(), "list_subscriptions", null);
  }

  /** Asks what a channel has to offer. */
  static Command listOffered(WireChannel channel, String action) {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("sid", channel.subscription());
    params.put("action", action);
    return new Command(Kind.LIST, channel, Set.of(), "update_subscription", params);
  }

  private static List<String> orAll(Interest interest) {
    return interest.everything() ? List.of("all") : sorted(interest.keys());
  }

  private static List<String> sorted(Set<String> keys) {
    return List.copyOf(new TreeSet<>(keys));
  }

  /** Returns what is sent. */
  Map<String, Object> toWire(long id) {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("id", id);
    wire.put("cmd", name);
    if (params != null) {
      wire.put("params", params);
    }
    return wire;
  }

  /** Returns what is asked, in words. */
  @Override
  public String toString() {
    Object action = params == null ? null : params.get("action");
    return name
        + (action == null ? "" : " " + action)
        + (channel == null ? "" : " of " + channel.channel.wire())
        + (keys.isEmpty()
            ? ""
            : keys.size() == 1
                ? " for " + keys.iterator().next()
                : " for " + keys.size() + " keys");
  }
}
