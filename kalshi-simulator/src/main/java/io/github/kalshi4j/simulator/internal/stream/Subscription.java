package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.simulator.exchange.MarketView;
import io.github.kalshi4j.simulator.exchange.SimulatedEngine;
import io.github.kalshi4j.simulator.internal.rest.Json;
import io.github.kalshi4j.simulator.ledger.AccountId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one connection gets of one channel, under a number of its own. It numbers the frames as it
 * hands them to the outbox, so that they leave in the order of their numbers. Used on the floor.
 */
final class Subscription {
  /**
   * How it wants what it gets.
   *
   * @param shardFactor among how many such subscriptions the markets are shared out; 1 for none
   * @param shardKey which of the shares it gets
   */
  record Options(
      boolean useYesPrice,
      boolean skipTickerAck,
      boolean initialSnapshot,
      int shardFactor,
      int shardKey) {}

  /** Takes the end of a subscription whose reader is too slow. */
  @FunctionalInterface
  interface Overflow {
    void of(Subscription subscription);
  }

  final int sid;
  final Channel channel;
  private final Options options;
  private final Hub hub;
  private final Outbox outbox;
  private final Overflow overflow;
  private final Message.Reader reader;
  private final Outbox.Share share = new Outbox.Share();
  private final SortedSet<String> keys = new TreeSet<>();
  private final SortedSet<String> ids = new TreeSet<>();
  private boolean everything;
  private long last; // number

  Subscription(
      int sid,
      Channel channel,
      Options options,
      KeyHolder holder,
      Hub hub,
      Outbox outbox,
      Overflow overflow) {
    this.sid = sid;
    this.channel = channel;
    this.options = options;
    this.hub = hub;
    this.outbox = outbox;
    this.overflow = overflow;
    reader = new Message.Reader(holder, options.useYesPrice());
  }

  /** Returns whether it gets all that the channel has, whatever it names. */
  boolean isOfEverything() {
    return everything;
  }

  boolean names(String key) {
    return keys.contains(key);
  }

  /** Returns all by which it chooses, ids included. */
  List<String> names() {
    List<String> names = new ArrayList<>(keys);
    names.addAll(ids);
    return names;
  }

  /** Returns how many markets it names. */
  int markets() {
    return channel.choice().isOfMarkets() ? keys.size() + ids.size() : 0;
  }

  /** Chooses more; returns what it did not name before. */
  List<String> choose(Selection more) {
    if (more.everything()) {
      everything = true;
      hub.setEverything(this, true);
    }
    List<String> added = new ArrayList<>();
    more.keys().stream().filter(keys::add).forEach(added::add);
    more.ids().stream().filter(ids::add).forEach(added::add);
    hub.add(this, added);
    return added;
  }

  /**
   * Chooses fewer. A subscription to everything stays one, unless everything is what it lets go.
   */
  void drop(Selection fewer) {
    Selection dropped = fewer;
    if (fewer.everything()) {
      everything = false;
      hub.setEverything(this, false);
      dropped = new Selection(false, List.copyOf(keys), List.copyOf(ids));
    }
    dropped.keys().forEach(keys::remove);
    dropped.ids().forEach(ids::remove);
    hub.remove(this, dropped.keys());
    hub.remove(this, dropped.ids());
  }

  /** Says what it is now. */
  void acknowledge(long id) {
    ObjectNode body = Json.object();
    switch (channel.choice()) {
      case MARKETS_REQUIRED, MARKETS -> {
        if (!options.skipTickerAck() && !everything) {
          nameMarkets(body);
        }
      }
      case INDICES -> body.set("index_ids", array(everything ? List.of("all") : keys));
      case UNDERLYINGS -> body.set("underlying_tickers", array(everything ? List.of("all") : keys));
      case NONE -> {}
    }
    outbox.put(new OutgoingFrame("ok", id, sid, ++last, body.toString(), OutgoingFrame.Kind.REPLY));
  }

  private void nameMarkets(ObjectNode body) {
    if (ids.isEmpty() || !keys.isEmpty()) {
      body.set("market_tickers", array(keys));
    }
    if (!ids.isEmpty()) {
      body.set("market_ids", array(ids));
    }
  }

  private static ArrayNode array(Collection<String> texts) {
    ArrayNode array = Json.array();
    texts.forEach(array::add);
    return array;
  }

  /** Says that it is over; the last of its frames. */
  void end(long id) {
    outbox.put(new OutgoingFrame("unsubscribed", id, sid, ++last, null, OutgoingFrame.Kind.REPLY));
  }

  void refuse(long id, StreamFault fault) {
    outbox.put(
        new OutgoingFrame("error", id, sid, number(), fault.body(), OutgoingFrame.Kind.REPLY));
  }

  /** Says what there is to choose from. */
  void offer(long id, String type, String field, List<String> offered) {
    ObjectNode body = Json.object();
    body.set(field, array(offered));
    outbox.put(
        new OutgoingFrame(type, id, sid, number(), body.toString(), OutgoingFrame.Kind.REPLY));
  }

  /**
   * Shows how it stands with what was just chosen, as far as the channel does that.
   *
   * @param initialTicker whether tickers are shown even if the subscription did not ask for that
   */
  void show(List<String> added, boolean initialTicker, SimulatedEngine engine, Newsroom newsroom) {
    if (channel == Channel.ORDERBOOK_DELTA) {
      added.forEach(market -> showBook(0, market, engine));
    } else if (channel == Channel.TICKER && (initialTicker || options.initialSnapshot())) {
      Set<String> wanted = Set.copyOf(added);
      engine.markets().stream()
          .filter(market -> isWanted(market, wanted))
          .map(market -> newsroom.ticker(market.listed().market()))
          .filter(Objects::nonNull)
          .forEach(ticker -> show(0, "ticker", ticker));
    }
  }

  private boolean isWanted(MarketView market, Set<String> names) {
    MarketTicker ticker = market.listed().market();
    return names.contains(ticker.value())
        || names.contains(MarketIds.of(ticker))
        || (everything && names.isEmpty() && market.status() != MarketStatus.FINALIZED);
  }

  /** Shows a book; that of an unknown market is empty. */
  void showBook(long id, String market, SimulatedEngine engine) {
    show(
        id,
        "orderbook_snapshot",
        BookText.snapshot(engine, MarketTicker.of(market), options.useYesPrice()));
  }

  private void show(long id, String type, String body) {
    outbox.put(new OutgoingFrame(type, id, sid, number(), body, OutgoingFrame.Kind.SNAPSHOT));
  }

  private long number() {
    return channel.isSequenced() ? ++last : 0;
  }

  /** Passes on what the channel tells; returns false if too much of it waits already. */
  boolean tell(Message message) {
    AccountId only = message.only();
    if ((only != null && !reader.holder().owns(only)) || !isInShare(message.topic())) {
      return true;
    }
    long next = channel.isSequenced() ? last + 1 : 0;
    OutgoingFrame frame =
        new OutgoingFrame(
            message.type(), 0, sid, next, message.body(reader), OutgoingFrame.Kind.LIVE);
    if (!outbox.offer(frame, share)) {
      return false;
    }
    last = Math.max(last, next);
    return true;
  }

  private boolean isInShare(@Nullable String topic) {
    return topic == null
        || Math.floorMod(topic.hashCode(), options.shardFactor()) == options.shardKey();
  }

  /** Ends because its reader is too slow. */
  void overflow() {
    overflow.of(this);
    refuse(0, StreamFault.OVERFLOW);
  }
}
