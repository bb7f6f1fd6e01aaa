package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.IndexId;
import io.github.kalshi4j.client.value.UnderlyingTicker;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What to subscribe to, and what shall happen when its handler is slow. Immutable; {@code with…}
 * returns copies.
 *
 * @param <E> the events it brings
 */
public final class StreamRequest<E extends StreamEvent> {
  /** How many messages wait for a slow handler unless it is said otherwise. */
  public static final int DEFAULT_CAPACITY = 10_000;

  private static final int MAX_SHARDS = 100;

  private final Channel channel;
  private final MarketSelection markets;
  private final Set<String> keys;
  private final Map<String, Object> parameters;
  private final Delivery delivery;
  private final int capacity;
  private final boolean backfill;
  private final @Nullable Instant since;

  private StreamRequest(
      Channel channel,
      MarketSelection markets,
      Set<String> keys,
      Map<String, Object> parameters,
      Delivery delivery,
      int capacity,
      boolean backfill,
      @Nullable Instant since) {
    this.channel = channel;
    this.markets = markets;
    this.keys = keys;
    this.parameters = parameters;
    this.delivery = delivery;
    this.capacity = capacity;
    this.backfill = backfill;
    this.since = since;
  }

  private StreamRequest(Channel channel, MarketSelection markets, Set<String> keys, Delivery d) {
    this(channel, markets, keys, Map.of(), d, DEFAULT_CAPACITY, true, null);
  }

  private static <E extends StreamEvent> StreamRequest<E> of(
      Channel channel, MarketSelection markets) {
    return new StreamRequest<>(channel, markets, Set.of(), Delivery.EACH);
  }

  /**
   * Asks for the messages of order books as they come, for those who keep books of their own; if
   * messages are let go, snapshots follow. {@link KalshiStream#orderBooks} gives whole books.
   */
  public static StreamRequest<BookEvent> bookEvents(MarketSelection markets) {
    if (markets == MarketSelection.All.MARKETS) {
      throw new IllegalArgumentException("order books cannot be had of all markets at once");
    }
    return of(Channel.ORDERBOOK_DELTA, markets);
  }

  /** Asks for tops of book, of each market only the newest if the handler is slow. */
  public static StreamRequest<Ticker> tickers(MarketSelection markets) {
    return new StreamRequest<>(Channel.TICKER, markets, Set.of(), Delivery.NEWEST);
  }

  /** Asks for public trades. */
  public static StreamRequest<PublicTrade> trades(MarketSelection markets) {
    return of(Channel.TRADE, markets);
  }

  /** Asks for the fills of our orders. */
  public static StreamRequest<FillEvent> fills(MarketSelection markets) {
    return of(Channel.FILL, markets);
  }

  /** Asks for our orders, whole, whenever one changes; those that rest already do not come. */
  public static StreamRequest<UserOrder> userOrders(MarketSelection markets) {
    return of(Channel.USER_ORDERS, markets);
  }

  /** Asks for our positions whenever one changes. */
  public static StreamRequest<MarketPositionEvent> marketPositions(MarketSelection markets) {
    return of(Channel.MARKET_POSITIONS, markets);
  }

  /** Asks for what happens to our order groups. */
  public static StreamRequest<OrderGroupUpdate> orderGroups() {
    return of(Channel.ORDER_GROUP_UPDATES, MarketSelection.all());
  }

  /** Asks for the steps in the lives of all markets and events, but for combos. */
  public static StreamRequest<LifecycleEvent> lifecycle() {
    return of(Channel.MARKET_LIFECYCLE_V2, MarketSelection.all());
  }

  /** Asks for the steps in the lives of all combos (multivariate markets) and their events. */
  public static StreamRequest<LifecycleEvent> multivariateLifecycle() {
    return of(Channel.MULTIVARIATE_MARKET_LIFECYCLE, MarketSelection.all());
  }

  /** Asks for requests for quotes, of everybody, and for our quotes. */
  public static StreamRequest<CommunicationsEvent> communications() {
    return of(Channel.COMMUNICATIONS, MarketSelection.all());
  }

  /** Asks for indices of CF Benchmarks, about one value a second; for all if none is named. */
  public static StreamRequest<IndexValue> indices(IndexId... indices) {
    return indices(Channel.CFBENCHMARKS_VALUE, indices);
  }

  /** Asks for indices of CF Benchmarks, up to five values a second; for all if none is named. */
  public static StreamRequest<FastIndexValue> fastIndices(IndexId... indices) {
    return indices(Channel.CFBENCHMARKS_VALUE_5HZ, indices);
  }

  private static <E extends StreamEvent> StreamRequest<E> indices(Channel channel, IndexId... ids) {
    Set<String> keys = new TreeSet<>();
    for (IndexId id : ids) {
      keys.add(id.value());
    }
    return new StreamRequest<>(channel, MarketSelection.all(), Set.copyOf(keys), Delivery.EACH);
  }

  /** Asks for values of Pyth, a paid channel; for all underlyings if none is named. */
  public static StreamRequest<PythValue> pyth(UnderlyingTicker... underlyings) {
    Set<String> keys = new TreeSet<>();
    for (UnderlyingTicker underlying : underlyings) {
      keys.add(underlying.value());
    }
    return new StreamRequest<>(
        Channel.PYTH_VALUE, MarketSelection.all(), Set.copyOf(keys), Delivery.EACH);
  }

  /** Returns a copy that is sent the newest ticker of each of its markets at once. */
  public StreamRequest<E> withInitialSnapshot() {
    require(channel == Channel.TICKER, "an initial snapshot");
    return withParameter("send_initial_snapshot", true);
  }

  /** Returns a copy that brings our own requests for quotes only, not everybody's. */
  public StreamRequest<E> ofOurselves() {
    require(channel == Channel.COMMUNICATIONS, "a filter by user");
    return withParameter("user_filter", "self");
  }

  /**
   * Returns a copy that brings one share of the messages only, chosen by their markets.
   *
   * @param factor into how many shares they are divided, 1 to 100
   * @param key which share, 0 to {@code factor} − 1
   */
  public StreamRequest<E> withShard(int factor, int key) {
    require(channel == Channel.COMMUNICATIONS, "sharding");
    if (factor < 1 || factor > MAX_SHARDS) {
      throw new IllegalArgumentException("shard factor must be 1 to 100: " + factor);
    }
    if (key < 0 || key >= factor) {
      throw new IllegalArgumentException("shard key must be 0 to " + (factor - 1) + ": " + key);
    }
    return withParameter("shard_factor", factor).withParameter("shard_key", key);
  }

  /**
   * Returns a copy with another way to deal with a slow handler. {@link Delivery#NEWEST} is for
   * tickers, positions and values only.
   */
  public StreamRequest<E> withDelivery(Delivery value) {
    boolean replaced =
        channel == Channel.TICKER
            || channel == Channel.MARKET_POSITIONS
            || channel.filter() == Channel.Filter.INDICES
            || channel.filter() == Channel.Filter.UNDERLYINGS;
    require(value == Delivery.EACH || replaced, "delivery of the newest only");
    return new StreamRequest<>(
        channel, markets, keys, parameters, value, capacity, backfill, since);
  }

  /**
   * Returns a copy with another limit of how many messages wait for a slow handler.
   *
   * @param messages at least 1
   */
  public StreamRequest<E> withCapacity(int messages) {
    if (messages < 1) {
      throw new IllegalArgumentException("capacity must be at least 1: " + messages);
    }
    return new StreamRequest<>(
        channel, markets, keys, parameters, delivery, messages, backfill, since);
  }

  /**
   * Returns a copy that begins with what happened since a time, read over REST. For trades, fills
   * and orders; of these, it brings those that changed since and either rest or were placed since.
   */
  public StreamRequest<E> since(Instant time) {
    require(hasBackfill(channel), "a beginning in the past");
    return new StreamRequest<>(channel, markets, keys, parameters, delivery, capacity, true, time);
  }

  /** Returns a copy that reads nothing over REST: its handler is told of holes, and no more. */
  public StreamRequest<E> withoutBackfill() {
    return new StreamRequest<>(channel, markets, keys, parameters, delivery, capacity, false, null);
  }

  private StreamRequest<E> withParameter(String name, Object value) {
    Map<String, Object> changed = new TreeMap<>(parameters);
    changed.put(name, value);
    return new StreamRequest<>(
        channel, markets, keys, Map.copyOf(changed), delivery, capacity, backfill, since);
  }

  private void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalArgumentException("channel " + channel.wire() + " knows no " + what);
    }
  }

  /** Returns whether what a channel has lost can be read over REST as the same events. */
  static boolean hasBackfill(Channel channel) {
    return channel == Channel.TRADE || channel == Channel.FILL || channel == Channel.USER_ORDERS;
  }

  public Channel channel() {
    return channel;
  }

  /** Returns which markets it is about; all where the channel has no such filter. */
  public MarketSelection markets() {
    return markets;
  }

  /** Returns the names of its indices or underlyings; none for all, and for other channels. */
  public Set<String> keys() {
    return keys;
  }

  /** Returns the parameters that are sent besides the filter, by their names on the wire. */
  public Map<String, Object> parameters() {
    return parameters;
  }

  public Delivery delivery() {
    return delivery;
  }

  public int capacity() {
    return capacity;
  }

  /** Returns whether holes are filled over REST. */
  public boolean hasBackfill() {
    return backfill && hasBackfill(channel);
  }

  /** Returns from when on it shall be complete; null for from its confirmation on. */
  public @Nullable Instant since() {
    return since;
  }

  @Override
  public String toString() {
    return channel.wire() + ' ' + (keys.isEmpty() ? markets : keys) + ' ' + parameters;
  }
}
