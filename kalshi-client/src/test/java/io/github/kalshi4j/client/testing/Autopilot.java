package io.github.kalshi4j.client.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers commands as the exchange documents it. Where the documentation is silent: a list of
 * channels of which one needs markets and has none is refused whole; an unknown market has an empty
 * book; a subscription without markets stays; an empty filter is none. Used under the lock of its
 * {@link FakeStream}.
 *
 * @see <a href="https://docs.kalshi.com/websockets/websocket-connection">Kalshi, WebSocket
 *     Connection</a>
 */
final class Autopilot {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> CHANNELS =
      Set.of(
          "orderbook_delta",
          "ticker",
          "trade",
          "fill",
          "user_orders",
          "market_positions",
          "order_group_updates",
          "market_lifecycle_v2",
          "multivariate_market_lifecycle",
          "communications",
          "cfbenchmarks_value",
          "cfbenchmarks_value_5hz",
          "pyth_value");
  private static final List<String> INDICES = List.of("BRTI", "ETHUSD_RTI");
  private static final List<String> UNDERLYINGS = List.of("GOLD", "SILVER");
  private static final List<String> FLAGS =
      List.of("use_yes_price", "skip_ticker_ack", "send_initial_snapshot");
  private static final Map<String, String> LISTS =
      Map.of(
          "market_tickers", "market_ticker",
          "market_ids", "market_id",
          "index_ids", "index_id",
          "underlying_tickers", "underlying_ticker");

  private final FakeFeed feed;
  // What the next commands, or actions, of a name are answered: an error's code, or nothing.
  private final Map<String, Deque<OptionalInt>> scripted = new HashMap<>();

  Autopilot(FakeFeed feed) {
    this.feed = feed;
  }

  /** A command that cannot be carried out. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final int code;

    Refused(int code) {
      super(StreamErrors.text(code), null, false, false);
      this.code = code;
    }
  }

  void failNext(String cmd, int code) {
    scripted.computeIfAbsent(cmd, c -> new ArrayDeque<>()).addLast(OptionalInt.of(code));
  }

  void dropNext(String cmd) {
    scripted.computeIfAbsent(cmd, c -> new ArrayDeque<>()).addLast(OptionalInt.empty());
  }

  /** Refuses or drops a command, if that is scripted for it. */
  boolean answerAsScripted(FakeSocket socket, FakeCommand command) {
    for (String name : List.of(command.action(), command.cmd())) {
      Deque<OptionalInt> script = scripted.get(name);
      if (script != null && !script.isEmpty()) {
        FakeSubscription concerned = concerned(socket, command);
        script.removeFirst().ifPresent(code -> refuse(socket, command, concerned, code));
        return true;
      }
    }
    return false;
  }

  void answer(FakeSocket socket, FakeCommand command) {
    if (answerAsScripted(socket, command)) {
      return;
    }
    FakeSubscription concerned = concerned(socket, command);
    try {
      if (!isObject(command.text())) {
        throw new Refused(1);
      }
      switch (command.cmd()) {
        case "list_subscriptions" -> list(socket, command);
        case "subscribe" -> subscribe(socket, command);
        case "unsubscribe" -> unsubscribe(socket, command);
        case "update_subscription" -> update(socket, command);
        default -> throw new Refused(5);
      }
    } catch (Refused e) {
      refuse(socket, command, concerned, e.code);
    }
  }

  private static void refuse(
      FakeSocket socket, FakeCommand command, @Nullable FakeSubscription concerned, int code) {
    String msg = error(code);
    if (concerned == null) {
      socket.send(frame("error", command.id(), msg));
      return;
    }
    concerned.reply("error", command.id(), msg);
    if (code == 10 || code == 25) {
      socket.subscriptions.remove(concerned.channel);
    }
  }

  static String error(int code) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("code", code)
        .put("msg", StreamErrors.text(code))
        .toString();
  }

  private static void list(FakeSocket socket, FakeCommand command) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (FakeSubscription subscription : socket.subscriptions.values()) {
      list.addObject().put("channel", subscription.channel).put("sid", subscription.sid);
    }
    String id = command.id() == 0 ? "" : "\"id\":" + command.id() + ',';
    socket.send('{' + id + "\"type\":\"ok\",\"msg\":" + list + "}\n");
  }

  private void subscribe(FakeSocket socket, FakeCommand command) throws Refused {
    JsonNode params = params(command);
    List<String> channels = strings(params, "channels", 3);
    checkValues(params);
    Set<String> tickers = filter(params, "market_tickers");
    if (channels.contains("orderbook_delta") && tickers.isEmpty()) {
      throw new Refused(14);
    }
    if (channels.contains("communications")) {
      checkShard(params);
    }
    for (String channel : channels) {
      if (CHANNELS.contains(channel)) {
        subscribe(socket, command, channel);
      }
    }
    for (String channel : channels) {
      if (!CHANNELS.contains(channel)) {
        socket.send(frame("error", command.id(), error(8)));
      }
    }
  }

  private void subscribe(FakeSocket socket, FakeCommand command, String channel) {
    FakeSubscription known = socket.subscriptions.get(channel);
    FakeSubscription subscription =
        known == null
            ? new FakeSubscription(socket, ++socket.lastSid, channel, command.params())
            : known;
    Set<String> wanted = filter(command.params(), subscription.filterKey());
    if (wanted.isEmpty() && subscription.isByMarket()
        || wanted.contains(FakeSubscription.EVERYTHING)) {
      subscription.wantEverything();
    }
    Set<String> added = new LinkedHashSet<>(wanted);
    added.removeAll(subscription.filter());
    subscription.filter().addAll(added);
    if (known == null) {
      socket.subscriptions.put(channel, subscription);
      ObjectNode msg = JsonNodeFactory.instance.objectNode();
      msg.put("channel", channel).put("sid", subscription.sid);
      socket.send(frame("subscribed", command.id(), msg.toString()));
    } else {
      subscription.acknowledge(command.id());
    }
    feed.introduce(subscription, added, initial(command, subscription), 0);
  }

  private static boolean initial(FakeCommand command, FakeSubscription subscription) {
    return command
        .params()
        .path("send_initial_snapshot")
        .asBoolean(subscription.sendInitialSnapshot);
  }

  private static void unsubscribe(FakeSocket socket, FakeCommand command) throws Refused {
    JsonNode sids = params(command).path("sids");
    if (sids.isEmpty()) {
      throw new Refused(sids.isMissingNode() || sids.isArray() ? 4 : 11);
    }
    for (JsonNode sid : sids) {
      if (!sid.isIntegralNumber()) {
        throw new Refused(11);
      }
    }
    for (JsonNode sid : sids) {
      FakeSubscription subscription = find(socket, sid.asInt(0));
      if (subscription == null) {
        socket.send(frame("error", command.id(), error(7)));
      } else {
        socket.subscriptions.remove(subscription.channel);
        subscription.reply("unsubscribed", command.id(), null);
      }
    }
  }

  private void update(FakeSocket socket, FakeCommand command) throws Refused {
    JsonNode params = params(command);
    JsonNode sids = params.path("sids");
    if (sids.isMissingNode() ? !params.has("sid") : sids.size() != 1) {
      throw new Refused(12);
    }
    FakeSubscription subscription = find(socket, command.sid());
    if (subscription == null) {
      throw new Refused(7);
    }
    String action = command.action();
    if (action.isEmpty()) {
      throw new Refused(15);
    }
    checkValues(params);
    boolean values = subscription.isByValue();
    boolean pyth = subscription.channel.equals("pyth_value");
    switch (action) {
      case "add_markets", "delete_markets" -> {
        require(subscription.isByMarket(), 13);
        change(subscription, command, action.equals("add_markets"), 14);
      }
      case "get_snapshot" -> {
        require(subscription.channel.equals("orderbook_delta"), 13);
        Set<String> tickers = filter(params, "market_tickers");
        require(!tickers.isEmpty(), 14);
        feed.introduce(subscription, tickers, false, command.id());
      }
      case "subscribe_indices", "unsubscribe_indices" -> {
        require(values && !pyth, 13);
        change(subscription, command, action.equals("subscribe_indices"), 24);
      }
      case "subscribe_underlyings", "unsubscribe_underlyings" -> {
        require(pyth, 13);
        change(subscription, command, action.equals("subscribe_underlyings"), 28);
      }
      case "indexlist" -> {
        require(values && !pyth, 13);
        known(subscription, command, subscription.channel + "_indexlist");
      }
      case "underlying_list" -> {
        require(pyth, 13);
        known(subscription, command, "pyth_value_underlying_list");
      }
      default -> throw new Refused(13);
    }
  }

  private void change(FakeSubscription subscription, FakeCommand command, boolean add, int missing)
      throws Refused {
    Set<String> named = filter(command.params(), subscription.filterKey());
    require(!named.isEmpty(), missing);
    if (!add) {
      subscription.wantNoMore(named);
      subscription.acknowledge(command.id());
      return;
    }
    if (named.contains(FakeSubscription.EVERYTHING)) {
      subscription.wantEverything();
    }
    named.removeAll(subscription.filter());
    subscription.filter().addAll(named);
    subscription.acknowledge(command.id());
    feed.introduce(subscription, named, initial(command, subscription), 0);
  }

  /** Lists what could be subscribed to. */
  private static void known(FakeSubscription subscription, FakeCommand command, String type) {
    ObjectNode msg = JsonNodeFactory.instance.objectNode();
    ArrayNode list = msg.putArray(subscription.filterKey());
    (subscription.channel.equals("pyth_value") ? UNDERLYINGS : INDICES).forEach(list::add);
    subscription.reply(type, command.id(), msg.toString());
  }

  private static void require(boolean condition, int code) throws Refused {
    if (!condition) {
      throw new Refused(code);
    }
  }

  private static @Nullable FakeSubscription concerned(FakeSocket socket, FakeCommand command) {
    return command.cmd().equals("update_subscription") ? find(socket, command.sid()) : null;
  }

  private static @Nullable FakeSubscription find(FakeSocket socket, int sid) {
    for (FakeSubscription subscription : socket.subscriptions.values()) {
      if (subscription.sid == sid) {
        return subscription;
      }
    }
    return null;
  }

  private static JsonNode params(FakeCommand command) throws Refused {
    require(!command.params().isMissingNode() && !command.params().isNull(), 2);
    require(command.params().isObject(), 11);
    return command.params();
  }

  /** Refuses values of a wrong type, and filters that exclude each other. */
  private static void checkValues(JsonNode params) throws Refused {
    for (String flag : FLAGS) {
      require(!params.has(flag) || params.path(flag).isBoolean(), 11);
    }
    for (Map.Entry<String, String> names : LISTS.entrySet()) {
      JsonNode list = params.path(names.getKey());
      if (!list.isMissingNode() && !(list.isArray() && list.isEmpty())) {
        strings(params, names.getKey(), 11);
      }
      require(!params.has(names.getValue()) || params.path(names.getValue()).isString(), 11);
      require(!(params.has(names.getKey()) && params.has(names.getValue())), 11);
    }
    boolean tickers = params.has("market_tickers") || params.has("market_ticker");
    require(!(tickers && (params.has("market_ids") || params.has("market_id"))), 11);
  }

  private static void checkShard(JsonNode params) throws Refused {
    JsonNode factor = params.path("shard_factor");
    JsonNode key = params.path("shard_key");
    if (factor.isMissingNode()) {
      require(key.isMissingNode(), 20);
      return;
    }
    require(factor.isIntegralNumber(), 11);
    require(factor.asInt(101) > 0, 19);
    require(factor.asInt(101) <= 100, 22);
    require(key.isMissingNode() || key.isIntegralNumber(), 11);
    require(key.asInt(0) >= 0 && key.asInt(0) < factor.asInt(101), 21);
  }

  private static List<String> strings(JsonNode params, String name, int missing) throws Refused {
    JsonNode list = params.path(name);
    require(!list.isMissingNode() && !(list.isArray() && list.isEmpty()), missing);
    require(list.isArray(), 11);
    List<String> strings = new ArrayList<>();
    for (JsonNode element : list) {
      require(element.isString(), 11);
      strings.add(element.asString());
    }
    return strings;
  }

  /** Returns what a list parameter, or its form for one value, names. */
  private static Set<String> filter(JsonNode params, String list) {
    Set<String> values = new LinkedHashSet<>();
    params.path(list).forEach(value -> values.add(value.asString()));
    JsonNode one = params.path(LISTS.getOrDefault(list, ""));
    if (one.isString()) {
      values.add(one.asString());
    }
    return values;
  }

  private static boolean isObject(String text) {
    try {
      return JSON.readTree(text).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }

  private static String frame(String type, long id, String msg) {
    String number = id == 0 ? "" : ",\"id\":" + id;
    return "{\"type\":\"" + type + '"' + number + ",\"msg\":" + msg + "}\n";
  }
}
