package io.github.kalshi4j.strategy.testing;

import io.github.kalshi4j.client.fee.BalancePrecision;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.fee.OrderFees;
import io.github.kalshi4j.client.market.LocalOrderBook;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.strategy.Configuration;
import io.github.kalshi4j.strategy.Fill;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.MarketPhase;
import io.github.kalshi4j.strategy.OpenOrder;
import io.github.kalshi4j.strategy.Position;
import io.github.kalshi4j.strategy.ReferencePrice;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.StrategyProvider;
import io.github.kalshi4j.strategy.Subscriptions;
import io.github.kalshi4j.strategy.candle.Candle;
import io.github.kalshi4j.strategy.candle.CandleBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plays the engine for one strategy in one market, so that a test can feed it events and look at
 * what it wants done. No order is sent and none fills by itself: a test says what was filled.
 *
 * <pre>{@code
 * StrategyTester tester = StrategyTester.of(new MomentumProvider()).with("window", "5s");
 * tester.book("0.48", "0.52");
 * tester.advance(Duration.ofSeconds(1));
 * assertThat(tester.book("0.50", "0.51")).isEmpty();
 * tester.fill(OutcomeSide.YES, "5", "0.51");
 * }</pre>
 *
 * <p>It keeps the engine's promises. The strategy sees a book only when it is complete and valid,
 * and while the market is open; the view tells the time of the event and refuses to be used after
 * it. What the clock brings comes before anything else at that time: the market's phase, then the
 * candles subscribed to, empty ones included, up to the market's close, then the timer. The view's
 * position includes the fill that {@link Strategy#onFill} is told of. Time stands still until it is
 * advanced, and is the exchange's time too.
 *
 * <p>Every event returns the intents it caused; all of them are kept as well. An intent that no
 * engine could carry out (another market's, or a price off the grid) is an {@link AssertionError}.
 * Prices and quantities are texts in the wire form; prices are those of the outcome named, or of
 * YES. Used by one thread.
 */
public final class StrategyTester {
  private static final int SUBSCRIPTION = 1;

  private TesterSource source;
  private MarketFacts market = TestMarkets.bitcoin15Minutes();
  private @Nullable Instant startTime;
  private @Nullable TesterRun run;

  private Position position = Position.flat(market.ticker());
  private List<OpenOrder> openOrders = List.of();
  private final List<Intent> intents = new ArrayList<>();

  private StrategyTester(TesterSource source) {
    this.source = source;
  }

  /** Tests the strategy that a provider makes, with its default configuration. */
  public static <C extends Record> StrategyTester of(StrategyProvider<C> provider) {
    return new StrategyTester(new TesterSource.Provided<>(Configuration.of(provider)));
  }

  /** Tests the strategy that a provider makes, with this configuration. */
  public static StrategyTester of(Configuration<?> configuration) {
    return new StrategyTester(new TesterSource.Provided<>(configuration));
  }

  /** Tests a strategy without subscriptions. */
  public static StrategyTester of(Strategy strategy) {
    return of(strategy, Subscriptions.NONE);
  }

  /** Tests a strategy with these subscriptions. */
  public static StrategyTester of(Strategy strategy, Subscriptions subscriptions) {
    return new StrategyTester(new TesterSource.Given(strategy, subscriptions));
  }

  /**
   * Sets a parameter.
   *
   * @throws io.github.kalshi4j.strategy.InvalidParameterException if the strategy has none of this
   *     name, or cannot take the value
   */
  public StrategyTester with(String parameter, String value) {
    expectNotStarted();
    source = source.with(parameter, value);
    return this;
  }

  /** Sets the market; {@link TestMarkets#bitcoin15Minutes()} where nothing is said. */
  public StrategyTester market(MarketFacts facts) {
    expectNotStarted();
    market = facts;
    position = Position.flat(facts.ticker());
    return this;
  }

  /** Sets the time of the first event; the market's opening where nothing is said. */
  public StrategyTester startingAt(Instant time) {
    expectNotStarted();
    startTime = time;
    return this;
  }

  /** Sets the position, with the taker fee that the market charges for it. */
  public StrategyTester position(OutcomeSide side, String quantity, String price) {
    Quantity contracts = Quantity.of(quantity);
    Price paid = Price.of(price);
    Position flat = Position.flat(market.ticker());
    Money fee = fee(flat, side, contracts, paid, Liquidity.TAKER);
    return position(new Position(market.ticker(), side, contracts, paid.times(contracts), fee));
  }

  /** Sets the position. */
  public StrategyTester position(Position value) {
    position = value;
    return this;
  }

  /** Sets the orders on their way or resting. */
  public StrategyTester openOrders(OpenOrder... orders) {
    openOrders = List.of(orders);
    return this;
  }

  /** Makes the book stale: the strategy sees no book until a whole one is given. */
  public StrategyTester staleBook() {
    run().book.markStale();
    return this;
  }

  /** Forgets the intents so far. */
  public StrategyTester forgetIntents() {
    intents.clear();
    return this;
  }

  /** Gives a whole book of one bid and one ask, of 100 contracts each. */
  public List<Intent> book(String bid, String ask) {
    return book(TestBook.of(bid, ask));
  }

  /**
   * Gives a whole book, which is valid from then on.
   *
   * @throws IllegalArgumentException if it is locked or crossed, which no complete book is
   */
  public List<Intent> book(TestBook levels) {
    LocalOrderBook book = run().book;
    LocalOrderBook check = new LocalOrderBook(market.ticker(), market.grid());
    if (!check.reset(levels.bids(), levels.asks()) || check.isCrossed() || check.isLocked()) {
      throw new IllegalArgumentException(
          "no complete book: bids " + levels.bids() + ", asks " + levels.asks());
    }
    book.reset(levels.bids(), levels.asks());
    return bookComplete();
  }

  /**
   * Changes one level by so many contracts, as a group of its own. A stale book takes no changes,
   * and the strategy is not called.
   *
   * @param price the level, as a YES price
   * @param contracts the change, negative when contracts leave the level
   * @throws IllegalArgumentException if the book cannot take it, or is locked or crossed after it
   */
  public List<Intent> change(BookSide side, String price, String contracts) {
    TesterRun run = run();
    if (!run.book.isValid()) {
      return List.of();
    }
    long hundredths =
        contracts.startsWith("-")
            ? -Quantity.of(contracts.substring(1)).hundredths()
            : Quantity.of(contracts).hundredths();
    boolean taken = run.book.apply(side, Price.of(price), hundredths, micros(run.now));
    if (!taken || run.book.isCrossed() || run.book.isLocked()) {
      throw new IllegalArgumentException(
          "no change of a complete book: " + contracts + " at " + side.wire() + " " + price);
    }
    return bookComplete();
  }

  /** Gives a public trade. */
  public List<Intent> trade(OutcomeSide taker, String quantity, String yesPrice) {
    TesterRun run = run();
    Price price = Price.of(yesPrice);
    Quantity contracts = Quantity.of(quantity);
    run.builders.forEach(builder -> builder.trade(price, contracts, run.now));
    PublicTrade trade =
        new PublicTrade(
            SUBSCRIPTION,
            ++run.trades,
            TradeId.of("public-" + run.trades),
            market.ticker(),
            price,
            contracts,
            taker,
            false,
            run.now.toEpochMilli());
    return call(view -> run.strategy.onTrade(trade, view));
  }

  /** Gives a ticker message, whose bid and ask are those of the book. */
  public List<Intent> ticker(String lastPrice, String volume) {
    TesterRun run = run();
    OrderBook book = run.book;
    Price bid = book.bestBid().orElse(null);
    Price ask = book.bestAsk().orElse(null);
    Ticker ticker =
        new Ticker(
            SUBSCRIPTION,
            market.ticker(),
            Price.of(lastPrice),
            bid,
            bid == null ? Quantity.ZERO : book.quantityAt(BookSide.BID, bid),
            ask,
            ask == null ? Quantity.ZERO : book.quantityAt(BookSide.ASK, ask),
            Quantity.ZERO,
            Quantity.of(volume),
            Quantity.ZERO,
            run.now.toEpochMilli());
    run.ticker = ticker;
    return call(view -> run.strategy.onTicker(ticker, view));
  }

  /**
   * Gives a price of an underlying. A strategy that did not subscribe to it is not called, and its
   * view does not show it.
   */
  public List<Intent> reference(String symbol, String price) {
    TesterRun run = run();
    if (!run.subscriptions.references().contains(symbol)) {
      return List.of();
    }
    ReferencePrice reference = new ReferencePrice(symbol, "test", new BigDecimal(price), run.now);
    run.references.put(symbol, reference);
    return call(view -> run.strategy.onReference(reference, view));
  }

  /** Fills an order of ours as a taker, at the market's fees. */
  public List<Intent> fill(OutcomeSide outcome, String quantity, String price) {
    return fill(outcome, quantity, price, Liquidity.TAKER);
  }

  /** Fills an order of ours, at the market's fees. */
  public List<Intent> fill(
      OutcomeSide outcome, String quantity, String price, Liquidity liquidity) {
    TesterRun run = run();
    Quantity contracts = Quantity.of(quantity);
    Price paid = Price.of(price);
    run.fills++;
    return fill(
        new Fill(
            TradeId.of("fill-" + run.fills),
            ClientOrderId.of("order-" + run.fills),
            market.ticker(),
            outcome,
            paid,
            contracts,
            liquidity,
            fee(position, outcome, contracts, paid, liquidity),
            run.now));
  }

  /** Gives a fill as it is. */
  public List<Intent> fill(Fill fill) {
    TesterRun run = run();
    position = position.after(fill);
    return call(view -> run.strategy.onFill(fill, view));
  }

  /**
   * Makes a candle of the one kind that the strategy subscribed to, in the period that is open, and
   * advances the clock to its end. The strategy sees no books meanwhile.
   *
   * @throws IllegalStateException if it did not subscribe to one kind of candle, or the open period
   *     has seen a book or trade already
   */
  public List<Intent> candle(String open, String high, String low, String close) {
    TesterRun run = run();
    if (run.builders.size() != 1 || run.builders.getFirst().hasUpdates()) {
      throw new IllegalStateException(
          run.builders.size() == 1
              ? "the open candle is made of events already: advance the clock to its end first"
              : "the strategy subscribed to " + run.builders.size() + " kinds of candle, not one");
    }
    CandleBuilder builder = run.builders.getFirst();
    for (String text : List.of(open, high, low, close)) {
      Price price = Price.of(text);
      switch (builder.source()) {
        case MIDS -> builder.mid(price, price, run.now);
        case TRADES -> builder.trade(price, Quantity.ofContracts(1), run.now);
      }
    }
    return advanceTo(builder.nextClose().orElseThrow());
  }

  /** Gives a candle as it is, whatever the clock says. */
  public List<Intent> candle(Candle candle) {
    TesterRun run = run();
    return call(view -> run.strategy.onCandle(candle, view));
  }

  /** Moves the market into a phase that no clock brings, such as determined. */
  public List<Intent> phase(MarketPhase phase) {
    TesterRun run = run();
    run.phase = phase;
    return call(view -> run.strategy.onMarketPhase(phase, view));
  }

  /**
   * Moves the strategy to the next market of its series: flat, without orders and without a book.
   * What was open of the old market's candles is lost, as its end is not reached.
   */
  public List<Intent> roll(MarketFacts next) {
    TesterRun run = run();
    MarketFacts previous = market;
    market = next;
    position = Position.flat(next.ticker());
    openOrders = List.of();
    run.enter(next);
    return call(view -> run.strategy.onRoll(previous, view));
  }

  /** Advances the clock, and gives what it brings on the way: candles, phases, timers. */
  public List<Intent> advance(Duration duration) {
    return advanceTo(run().now.plus(duration));
  }

  /**
   * Advances the clock to a time, and gives what it brings on the way: candles, phases, timers.
   *
   * @throws IllegalArgumentException if the time has passed
   */
  public List<Intent> advanceTo(Instant time) {
    TesterRun run = run();
    if (time.isBefore(run.now)) {
      throw new IllegalArgumentException("it is " + run.now + ", past " + time);
    }
    List<Intent> caused = new ArrayList<>();
    for (Optional<Instant> due = run.nextDue();
        due.isPresent() && !due.get().isAfter(time);
        due = run.nextDue()) {
      run.now = due.get();
      boolean hasCandles = run.hasCandles(); // the last ones end as the market closes
      MarketPhase reached = run.phaseByClock();
      if (reached != run.phase) {
        run.phase = reached;
        caused.addAll(call(view -> run.strategy.onMarketPhase(reached, view)));
      }
      if (hasCandles) {
        for (CandleBuilder builder : run.builders) {
          for (Candle candle : builder.advanceTo(run.now)) {
            caused.addAll(call(view -> run.strategy.onCandle(candle, view)));
          }
        }
      }
      if (run.now.equals(run.nextTimer)) {
        run.nextTimer = run.now.plus(run.timer());
        caused.addAll(call(run.strategy::onTimer));
      }
    }
    run.now = time;
    return List.copyOf(caused);
  }

  /** Returns every intent since the start, or since they were forgotten, oldest first. */
  public List<Intent> intents() {
    return List.copyOf(intents);
  }

  /** Returns the entries among {@link #intents()}. */
  public List<Intent.Enter> entries() {
    return intents(Intent.Enter.class);
  }

  /** Returns the exits among {@link #intents()}. */
  public List<Intent.Exit> exits() {
    return intents(Intent.Exit.class);
  }

  /** Returns the quotes among {@link #intents()}. */
  public List<Intent.Quote> quotes() {
    return intents(Intent.Quote.class);
  }

  /** Returns the cancels among {@link #intents()}. */
  public List<Intent.Cancel> cancels() {
    return intents(Intent.Cancel.class);
  }

  /** Returns the time. */
  public Instant now() {
    return run().now;
  }

  /** Returns the position, by what was set and filled. */
  public Position position() {
    return position;
  }

  /** Returns the book as it is, stale or not. */
  public OrderBook book() {
    return run().book;
  }

  private <I extends Intent> List<I> intents(Class<I> type) {
    return intents.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private List<Intent> bookComplete() {
    TesterRun run = run();
    if (run.phase != MarketPhase.OPEN) {
      return List.of();
    }
    Optional<Price> bid = run.book.bestBid();
    Optional<Price> ask = run.book.bestAsk();
    if (bid.isPresent() && ask.isPresent()) {
      run.builders.forEach(builder -> builder.mid(bid.get(), ask.get(), run.now));
    }
    return call(view -> run.strategy.onOrderBook(run.book, view));
  }

  private List<Intent> call(Function<TesterView, List<Intent>> callback) {
    TesterRun run = run();
    TesterView view =
        new TesterView(
            run.now,
            market,
            run.phase,
            run.book,
            run.ticker,
            position,
            openOrders,
            Map.copyOf(run.references));
    List<Intent> caused;
    try {
      caused = List.copyOf(callback.apply(view));
    } finally {
      view.end();
    }
    caused.forEach(this::check);
    intents.addAll(caused);
    return caused;
  }

  /** Fails on what no engine could carry out. */
  private void check(Intent intent) {
    if (!intent.market().equals(market.ticker())) {
      throw new AssertionError(
          "an intent for another market than " + market.ticker() + ": " + intent);
    }
    switch (intent) {
      case Intent.Enter enter -> checkPrice(enter.side().toYes(enter.limit()), enter);
      case Intent.Quote quote -> {
        checkPrice(quote.bid(), quote);
        checkPrice(quote.ask(), quote);
      }
      case Intent.Exit exit -> {}
      case Intent.Cancel cancel -> {}
    }
  }

  private void checkPrice(@Nullable Price yesPrice, Intent intent) {
    if (yesPrice != null && !market.grid().contains(yesPrice)) {
      throw new AssertionError(
          "a price that is not on the grid of " + market.ticker() + ": " + intent);
    }
  }

  /** Returns what a fill of an order of its own is charged. */
  private Money fee(
      Position before, OutcomeSide outcome, Quantity quantity, Price price, Liquidity liquidity) {
    Quantity closed =
        before.isOn(outcome.opposite()) ? quantity.min(before.quantity()) : Quantity.ZERO;
    Money revenue = price.complement().times(closed).minus(price.times(quantity.minus(closed)));
    return new OrderFees(market.fees(), BalancePrecision.DIRECT_MEMBER)
        .charge(liquidity, outcome.toYes(price), quantity, revenue)
        .net();
  }

  private void expectNotStarted() {
    if (run != null) {
      throw new IllegalStateException("the test has begun: set this before the first event");
    }
  }

  private TesterRun run() {
    if (run == null) {
      Instant start = startTime == null ? market.openTime() : startTime;
      run = new TesterRun(source.create(market), source.subscriptions(), market, start);
    }
    return run;
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }
}
