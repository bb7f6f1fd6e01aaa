package io.github.kalshi4j.client.testing;

import io.github.kalshi4j.client.auth.ApiKeyId;
import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A {@link FakeExchange} that is told to behave. */
public final class ScriptedExchange implements TestExchange, Happenings {
  private static final Price HALF = Price.of("0.5000");
  private static final Quantity ONE = Quantity.ofContracts(1);

  private record Listed(MarketTicker ticker, Instant open, Instant close) {}

  private final FakeExchange front = FakeExchange.start();
  private final FakeFeed feed = front.stream().feed();
  private final FakeRecords records;
  private final Supplier<Instant> clock;
  private final List<Listed> markets = new CopyOnWriteArrayList<>();
  private final List<BookWatcher> watchers = new CopyOnWriteArrayList<>();
  private final AtomicInteger ids = new AtomicInteger();

  private ScriptedExchange(Supplier<Instant> clock) {
    this.clock = clock;
    records = new FakeRecords(front, clock);
    front.useClock(clock);
    front.on("GET /markets", this::markets);
    new ScriptedDesk(front, records, clock).open();
  }

  /**
   * Starts an exchange.
   *
   * @param time its clock; null for the system's
   */
  public static ScriptedExchange start(@Nullable ManualTimeSource time) {
    return new ScriptedExchange(time == null ? TimeSource.system()::now : time::now);
  }

  @Override
  public FakeExchange front() {
    return front;
  }

  @Override
  public Happenings happenings() {
    return this;
  }

  @Override
  public void lag(Duration value) {
    records.lag(value);
  }

  @Override
  public void skew(Duration ahead) {
    front.useClock(() -> clock.get().plus(ahead));
  }

  @Override
  public void accept(ApiKeyId id, PublicKey key) {
    front.accept(id, key);
  }

  @Override
  public void failRecords(@Nullable Reply value) {
    records.fail(value);
  }

  @Override
  public void holdRecords() {
    records.hold();
  }

  @Override
  public void releaseRecords() {
    records.release();
  }

  @Override
  public void close() {
    records.release();
    front.close();
  }

  @Override
  public void list(Collection<MarketTicker> tickers) {
    // any market there is
  }

  @Override
  public void list(MarketTicker market, int shard) {
    // on any shard
  }

  @Override
  public void list(MarketTicker market, Instant open, Instant close) {
    markets.add(new Listed(market, open, close));
  }

  private Reply markets(ReceivedRequest request) {
    String series = request.query("series_ticker").getFirst();
    String status = request.query("status").getFirst();
    Instant now = clock.get();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode list = body.putArray("markets");
    for (Listed market : markets) {
      boolean open = !market.open.isAfter(now) && market.close.isAfter(now);
      if (market.ticker.value().startsWith(series + '-')
          && (status.equals("open") ? open : market.open.isAfter(now))) {
        ObjectNode json = (ObjectNode) template().deepCopy();
        json.put("ticker", market.ticker.value());
        json.put("open_time", market.open.toString());
        json.put("close_time", market.close.toString());
        list.add(json);
      }
    }
    body.put("cursor", "");
    return Reply.json(body.toString());
  }

  private static JsonNode template() {
    try (InputStream in =
        Objects.requireNonNull(
            ScriptedExchange.class.getResourceAsStream("/rest/GetMarkets.json"))) {
      return new JsonMapper().readTree(in).get("response").get("markets").get(0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void book(MarketTicker market, List<Level> bids, List<Level> asks) {
    feed.book(market, bids, asks);
    show(market);
  }

  @Override
  public void delta(MarketTicker market, BookSide side, Price price, long hundredths) {
    feed.delta(market, side, price, hundredths);
    show(market);
  }

  private void show(MarketTicker market) {
    List<Level> bids = levels(market, BookSide.BID);
    List<Level> asks = levels(market, BookSide.ASK);
    watchers.forEach(watcher -> watcher.on(market, bids, asks));
  }

  @Override
  public List<Level> levels(MarketTicker market, BookSide side) {
    return feed.levels(market, side);
  }

  @Override
  public void watch(BookWatcher watcher) {
    watchers.add(watcher);
  }

  @Override
  public TradeId trade(MarketTicker market, Price price, Quantity quantity, BookSide taker) {
    Instant now = clock.get();
    TradeId id = feed.trade(market, price, quantity, taker);
    records.trade(id, market, price, quantity, taker, now);
    return id;
  }

  @Override
  public void ticker(MarketTicker market, Price last) {
    feed.ticker(market, last);
  }

  @Override
  public OwnFill fill(MarketTicker market) {
    TradeId trade = trade();
    OwnFill fill = fill(trade, order(), market, BookSide.BID, true);
    tell(trade, market, BookSide.BID);
    return fill;
  }

  @Override
  public List<OwnFill> matchWithOneself(MarketTicker market) {
    TradeId trade = trade();
    List<OwnFill> fills =
        List.of(
            fill(trade, order(), market, BookSide.BID, false),
            fill(trade, order(), market, BookSide.ASK, true));
    tell(trade, market, BookSide.ASK);
    return fills;
  }

  private void tell(TradeId trade, MarketTicker market, BookSide taker) {
    Instant now = clock.get();
    feed.trade(trade, market, HALF, ONE, taker);
    records.trade(trade, market, HALF, ONE, taker, now);
  }

  private OwnFill fill(
      TradeId trade, OrderId order, MarketTicker market, BookSide side, boolean taker) {
    Instant now = clock.get();
    feed.fill(trade, order, market, side, HALF, ONE, taker);
    records.fill(trade, order, market, side, HALF, ONE, taker, now);
    return new OwnFill(trade, order);
  }

  private TradeId trade() {
    return TradeId.of(new UUID(2, ids.incrementAndGet()).toString());
  }

  private OrderId order() {
    return OrderId.of(new UUID(5, ids.incrementAndGet()).toString());
  }

  @Override
  public OrderId rest(MarketTicker market) {
    OrderId order = order();
    change(market, order, Quantity.ZERO, "resting");
    return order;
  }

  @Override
  public void execute(MarketTicker market, OrderId order) {
    change(market, order, ONE, "executed");
  }

  private void change(MarketTicker market, OrderId order, Quantity filled, String status) {
    Instant now = clock.get();
    feed.userOrder(order, market, BookSide.BID, HALF, ONE, filled, status);
    records.order(order, market, BookSide.BID, HALF, ONE, filled, status, now);
  }

  @Override
  public void drop() {
    feed.drop();
  }

  @Override
  public void duplicate() {
    feed.duplicate();
  }

  @Override
  public void hold() {
    feed.hold();
  }

  @Override
  public void calm() {
    feed.calm();
  }
}
