package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.simulator.access.StreamPolicies;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.internal.rest.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One connection's subscriptions, and the commands that change them. Used on the floor, so that
 * nothing happens between a snapshot and its number.
 *
 * @see <a href="https://docs.kalshi.com/websockets/websocket-connection">Kalshi, WebSocket
 *     connection</a>
 */
final class Subscriber {
  private static final int MOST_SHARDS = 100;

  private final KeyHolder holder;
  private final Hub hub;
  private final Newsroom newsroom;
  private final Outbox outbox;
  private final StreamPolicies policies;
  private final Map<Integer, Subscription> bySid = new TreeMap<>();
  private final Map<Channel, Subscription> byChannel = new EnumMap<>(Channel.class);
  private int lastSid;

  Subscriber(KeyHolder holder, Hub hub, Newsroom newsroom, Outbox outbox, StreamPolicies policies) {
    this.holder = holder;
    this.hub = hub;
    this.newsroom = newsroom;
    this.outbox = outbox;
    this.policies = policies;
  }

  /** Ends all subscriptions, without a word. */
  void leave() {
    List.copyOf(bySid.values()).forEach(this::forget);
  }

  private void forget(Subscription subscription) {
    hub.remove(subscription);
    bySid.remove(subscription.sid);
    byChannel.remove(subscription.channel);
  }

  /** Does what a command says, and answers it. */
  void run(StreamCommand command, SimulatedEngine engine) {
    try {
      switch (command.name()) {
        case "subscribe" -> subscribe(command.id(), command.params(), engine);
        case "unsubscribe" -> unsubscribe(command.id(), command.params());
        case "update_subscription" -> update(command.id(), command.params(), engine);
        case "list_subscriptions" -> list(command.id());
        default -> throw StreamFault.UNKNOWN_COMMAND.exception();
      }
    } catch (StreamFault.FaultException e) {
      refuse(command.id(), e.fault);
    }
  }

  /** Answers a command with an error that concerns none of the subscriptions. */
  private void refuse(long id, StreamFault fault) {
    outbox.put(OutgoingFrame.error(id, fault));
  }

  private void subscribe(long id, Params params, SimulatedEngine engine) {
    Set<String> names = new LinkedHashSet<>(params.texts("channels"));
    if (names.isEmpty()) {
      throw StreamFault.CHANNELS_REQUIRED.exception();
    }
    Map<Channel, Selection> wanted = new LinkedHashMap<>();
    for (String name : names) {
      Channel.of(name).ifPresent(channel -> wanted.put(channel, Selection.first(params, channel)));
    }
    boolean sharded = wanted.containsKey(Channel.COMMUNICATIONS);
    Subscription.Options options = options(params, sharded);
    List<StreamFault> faults = new ArrayList<>();
    List<Runnable> shows = new ArrayList<>();
    wanted.forEach((channel, selection) -> {
      Optional<StreamFault> fault = fault(channel, selection);
      fault.ifPresent(faults::add);
      if (fault.isEmpty()) {
        Subscription known = byChannel.get(channel);
        Subscription subscription = known == null ? open(id, channel, options) : known;
        List<String> added = subscription.choose(selection);
        if (known != null) {
          known.acknowledge(id);
        }
        boolean initial = options.initialSnapshot();
        shows.add(() -> subscription.show(added, initial, engine, newsroom));
      }
    });
    names.stream()
        .filter(name -> Channel.of(name).isEmpty())
        .forEach(name -> faults.add(StreamFault.UNKNOWN_CHANNEL));
    faults.forEach(fault -> refuse(id, fault));
    shows.forEach(Runnable::run);
  }

  private Optional<StreamFault> fault(Channel channel, Selection selection) {
    if (channel.isOfMembers() && !holder.readsOwn()) {
      return Optional.of(StreamFault.AUTHENTICATION_REQUIRED);
    }
    if (channel.choice() == Channel.Choice.MARKETS_REQUIRED && selection.isNothing()) {
      return Optional.of(StreamFault.MARKET_REQUIRED);
    }
    return hasRoomFor(channel, selection)
        ? Optional.empty()
        : Optional.of(StreamFault.TOO_MANY_MARKETS);
  }

  /** Returns whether the connection may name so many markets more. */
  private boolean hasRoomFor(Channel channel, Selection selection) {
    if (!channel.choice().isOfMarkets()) {
      return true;
    }
    long named = bySid.values().stream().mapToLong(Subscription::markets).sum();
    Subscription known = byChannel.get(channel);
    long more =
        selection.ids().size()
            + selection.keys().stream()
                .filter(key -> known == null || !known.names(key))
                .distinct()
                .count();
    return named + more <= policies.marketsPerConnection();
  }

  private static Subscription.Options options(Params params, boolean sharded) {
    Integer factor = sharded ? params.number("shard_factor") : null;
    Integer key = sharded ? params.number("shard_key") : null;
    if (factor != null && factor <= 0) {
      throw StreamFault.SHARD_FACTOR_TOO_SMALL.exception();
    }
    if (factor != null && factor > MOST_SHARDS) {
      throw StreamFault.SHARD_FACTOR_TOO_LARGE.exception();
    }
    if (factor == null && key != null) {
      throw StreamFault.SHARD_FACTOR_REQUIRED.exception();
    }
    if (factor != null && key != null && (key < 0 || key >= factor)) {
      throw StreamFault.SHARD_KEY_OUT_OF_RANGE.exception();
    }
    if (sharded) {
      String filter = params.anyText("user_filter");
      if (!filter.isEmpty() && !filter.equals("self")) {
        throw StreamFault.INVALID_PARAMETER.exception();
      }
    }
    return new Subscription.Options(
        params.flag("use_yes_price"),
        params.flag("skip_ticker_ack"),
        params.flag("send_initial_snapshot"),
        factor == null ? 1 : factor,
        key == null ? 0 : key);
  }

  private Subscription open(long id, Channel channel, Subscription.Options options) {
    Subscription subscription =
        new Subscription(++lastSid, channel, options, holder, hub, outbox, this::forget);
    bySid.put(subscription.sid, subscription);
    byChannel.put(channel, subscription);
    hub.add(subscription);
    outbox.put(OutgoingFrame.reply("subscribed", id, entry(subscription).toString()));
    return subscription;
  }

  private static ObjectNode entry(Subscription subscription) {
    ObjectNode entry = Json.object();
    entry.put("channel", subscription.channel.wire());
    entry.put("sid", subscription.sid);
    return entry;
  }

  private void unsubscribe(long id, Params params) {
    Set<Integer> sids = new LinkedHashSet<>(params.numbers("sids"));
    if (sids.isEmpty()) {
      throw StreamFault.SUBSCRIPTIONS_REQUIRED.exception();
    }
    for (int sid : sids) {
      Subscription subscription = bySid.get(sid);
      if (subscription == null) {
        refuse(id, StreamFault.UNKNOWN_SUBSCRIPTION);
      } else {
        forget(subscription);
        subscription.end(id);
      }
    }
  }

  private void list(long id) {
    ArrayNode entries = Json.array();
    bySid.values().forEach(subscription -> entries.add(entry(subscription)));
    outbox.put(OutgoingFrame.reply("ok", id, entries.toString()));
  }

  private void update(long id, Params params, SimulatedEngine engine) {
    Subscription subscription = bySid.get(params.oneSid());
    if (subscription == null) {
      throw StreamFault.UNKNOWN_SUBSCRIPTION.exception();
    }
    try {
      new Update(id, subscription, params, engine, newsroom, this::hasRoomFor).run();
    } catch (StreamFault.FaultException e) {
      subscription.refuse(id, e.fault);
    }
  }
}
