package io.github.kalshi4j.strategy.testing;

import static io.github.kalshi4j.client.value.OutcomeSide.NO;
import static io.github.kalshi4j.client.value.OutcomeSide.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.OrderBook;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.strategy.Fill;
import io.github.kalshi4j.strategy.Intent;
import io.github.kalshi4j.strategy.InvalidParameterException;
import io.github.kalshi4j.strategy.MarketPhase;
import io.github.kalshi4j.strategy.MarketView;
import io.github.kalshi4j.strategy.Position;
import io.github.kalshi4j.strategy.ReferencePrice;
import io.github.kalshi4j.strategy.Signal;
import io.github.kalshi4j.strategy.Strategy;
import io.github.kalshi4j.strategy.Subscriptions;
import io.github.kalshi4j.strategy.candle.Candle;
import io.github.kalshi4j.strategy.candle.CandleSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StrategyTesterTest {
  private static final MarketFacts MARKET = TestMarkets.bitcoin15Minutes();
  private static final Instant OPEN = MARKET.openTime();

  @Test
  void collectsTheIntentsOfAStrategy() {
    StrategyTester tester = StrategyTester.of(new SpreadBot());
    assertThat(tester.book("0.48", "0.51")).isEmpty();
    assertThat(tester.book("0.48", "0.50")).hasSize(1);
    assertThat(tester.entries())
        .singleElement()
        .extracting(Intent.Enter::side, Intent.Enter::limit)
        .containsExactly(YES, Price.of("0.50"));

    assertThat(tester.fill(YES, "5", "0.50")).isEmpty();
    assertThat(tester.book("0.50", "0.51")).isEmpty();
    tester.book("0.49", "0.51");
    assertThat(tester.exits()).extracting(Intent.Exit::rule).containsExactly("loss");

    tester.fill(NO, "5", "0.51");
    assertThat(tester.cancels()).hasSize(1);
    assertThat(tester.intents()).hasSize(3);
    assertThat(tester.forgetIntents().intents()).isEmpty();
  }

  @Test
  void setsParametersOfTheStrategy() {
    StrategyTester tester = StrategyTester.of(new SpreadBot()).with("maxSpread", "0.03");
    assertThat(tester.book("0.48", "0.51")).hasSize(1);
    assertThatThrownBy(() -> StrategyTester.of(new SpreadBot()).with("spread", "0.03"))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> tester.with("maxSpread", "0.04"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void showsNoStaleBook() {
    StrategyTester tester = StrategyTester.of(new SpreadBot());
    tester.book("0.48", "0.50");
    tester.staleBook();
    assertThat(tester.change(BookSide.BID, "0.49", "10")).isEmpty();
    assertThat(tester.book().isValid()).isFalse();
    assertThat(tester.book("0.48", "0.50")).hasSize(1);
    assertThat(tester.book().isValid()).isTrue();
  }

  @Test
  void changesOneLevelAtATime() {
    Recorder recorder = new Recorder();
    StrategyTester tester = StrategyTester.of(recorder);
    tester.book(TestBook.empty().bid("0.48", "10").noBid("0.48", "2.5").noBid("0.47", "1"));
    tester.change(BookSide.ASK, "0.52", "-2.5");
    tester.change(BookSide.BID, "0.50", "0.01");
    assertThat(recorder.seen)
        .containsExactly("book 0.4800/0.5200", "book 0.4800/0.5300", "book 0.5000/0.5300");
    assertThat(tester.book().quantityAt(BookSide.BID, Price.of("0.50")))
        .isEqualTo(Quantity.of("0.01"));
  }

  @Test
  void refusesBooksThatAreNeverComplete() {
    StrategyTester tester = StrategyTester.of(new SpreadBot());
    assertThatThrownBy(() -> tester.book("0.50", "0.50"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tester.book("0.51", "0.50"))
        .isInstanceOf(IllegalArgumentException.class);
    tester.book("0.48", "0.50");
    assertThatThrownBy(() -> tester.change(BookSide.BID, "0.50", "1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tester.change(BookSide.BID, "0.47", "-1"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TestBook.of("0.48", "0.50").bid("0.48", "1"))
        .hasMessage("two levels at 0.4800");
  }

  @Test
  void closesCandlesByTheClockBeforeWhatHappensAtTheirEnd() {
    Recorder recorder = new Recorder();
    StrategyTester tester =
        StrategyTester.of(
            recorder,
            Subscriptions.NONE
                .withCandles(CandleSource.MIDS, Duration.ofMinutes(1))
                .withTimer(Duration.ofSeconds(40)));
    tester.book("0.48", "0.51");
    tester.advance(Duration.ofSeconds(120));
    tester.book("0.50", "0.51");
    assertThat(recorder.seen)
        .containsExactly(
            "book 0.4800/0.5100",
            "timer 40",
            "candle 0.495000 at 60",
            "timer 80",
            "candle empty at 120",
            "timer 120",
            "book 0.5000/0.5100");
  }

  @Test
  void makesTradeCandlesOfTradesOnly() {
    Recorder recorder = new Recorder();
    StrategyTester tester =
        StrategyTester.of(
            recorder, Subscriptions.NONE.withCandles(CandleSource.TRADES, Duration.ofMinutes(1)));
    tester.book("0.48", "0.50");
    tester.trade(YES, "2", "0.50");
    tester.advance(Duration.ofMinutes(1));
    assertThat(recorder.seen)
        .containsExactly("book 0.4800/0.5000", "trade 0.5000", "candle 0.500000 at 60");
  }

  @Test
  void givesACandleByItsFourPrices() {
    List<Candle> candles = new ArrayList<>();
    StrategyTester tester =
        StrategyTester.of(
            new Strategy() {
              @Override
              public List<Intent> onCandle(Candle candle, MarketView view) {
                candles.add(candle);
                return List.of();
              }
            },
            Subscriptions.NONE.withCandles(CandleSource.MIDS, Duration.ofMinutes(1)));
    tester.candle("0.40", "0.45", "0.35", "0.42");
    tester.candle("0.42", "0.50", "0.42", "0.50");
    assertThat(candles)
        .extracting(Candle::start, Candle::prices)
        .containsExactly(
            tuple(
                OPEN,
                new Candle.Prices(
                    Money.of("0.40"), Money.of("0.45"), Money.of("0.35"), Money.of("0.42"))),
            tuple(
                OPEN.plusSeconds(60),
                new Candle.Prices(
                    Money.of("0.42"), Money.of("0.50"), Money.of("0.42"), Money.of("0.50"))));
    assertThat(tester.now()).isEqualTo(OPEN.plusSeconds(120));
    tester.book("0.48", "0.50");
    assertThatThrownBy(() -> tester.candle("0.4", "0.4", "0.4", "0.4"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void showsBooksAndCandlesOnlyUntilTheClose() {
    Recorder recorder = new Recorder();
    StrategyTester tester =
        StrategyTester.of(
                recorder, Subscriptions.NONE.withCandles(CandleSource.MIDS, Duration.ofMinutes(15)))
            .startingAt(OPEN.minusSeconds(1));
    tester.book("0.40", "0.41");
    tester.advance(Duration.ofSeconds(1));
    tester.book("0.48", "0.51");
    tester.advance(Duration.ofMinutes(15));
    tester.book("0.10", "0.20");
    tester.advance(Duration.ofMinutes(30));
    assertThat(recorder.seen)
        .containsExactly(
            "OPEN at 0, 900 left",
            "candle empty at 0",
            "book 0.4800/0.5100",
            "CLOSED at 900, 0 left",
            "candle 0.495000 at 900");
  }

  @Test
  void tellsTheTimeAndThePhases() {
    Recorder recorder = new Recorder();
    StrategyTester tester =
        StrategyTester.of(recorder).startingAt(OPEN.minusSeconds(10)).market(MARKET);
    tester.advance(Duration.ofMinutes(20));
    tester.phase(MarketPhase.DETERMINED);
    tester.advance(Duration.ofMinutes(1));
    assertThat(recorder.seen)
        .containsExactly(
            "OPEN at 0, 900 left", "CLOSED at 900, 0 left", "DETERMINED at 1190, 0 left");
    assertThatThrownBy(() -> tester.advanceTo(OPEN)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsCostAndFeesOfThePosition() {
    StrategyTester tester = StrategyTester.of(new SpreadBot());
    tester.fill(NO, "10", "0.40");
    // 0.07 × 10 × 0.40 × 0.60 = 0.168
    assertThat(tester.position()).isEqualTo(position(NO, "10", "4", "0.168"));
    tester.fill(YES, "4", "0.62");
    assertThat(tester.position()).isEqualTo(position(NO, "6", "2.40", "0.1008"));
    tester.position(YES, "2", "0.30");
    assertThat(tester.position()).isEqualTo(position(YES, "2", "0.60", "0.0294"));
  }

  @Test
  void showsReferencesAndTickers() {
    Recorder recorder = new Recorder();
    StrategyTester tester =
        StrategyTester.of(recorder, Subscriptions.NONE.withReferences("BTC-USD"));
    tester.reference("ETH-USD", "3000");
    tester.reference("BTC-USD", "79300.5");
    tester.book("0.48", "0.50");
    tester.ticker("0.49", "1000");
    assertThat(recorder.seen)
        .containsExactly("reference 79300.5", "book 0.4800/0.5000", "ticker 0.4800/0.5000");
  }

  @Test
  void rollsToTheNextMarketWithNothingInHand() {
    Recorder recorder = new Recorder();
    StrategyTester tester = StrategyTester.of(recorder).position(YES, "2", "0.30");
    tester.book("0.48", "0.50");
    tester.advance(Duration.ofMinutes(15));
    tester.roll(TestMarkets.nextBitcoin15Minutes());
    assertThat(recorder.seen)
        .endsWith("roll from KXBTC15M-26MAY140045-45 to KXBTC15M-26MAY140100-00");
    assertThat(tester.position().isFlat()).isTrue();
    assertThat(tester.book().isValid()).isFalse();
  }

  @Test
  void failsOnIntentsThatNoEngineCouldCarryOut() {
    assertThatThrownBy(
            () -> StrategyTester.of(entering(MARKET.ticker(), YES, "0.485")).book("0.4", "0.5"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not on the grid");
    assertThatThrownBy(() ->
            StrategyTester.of(entering(MarketTicker.of("OTHER"), YES, "0.48")).book("0.4", "0.5"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("another market");
    assertThat(StrategyTester.of(entering(MARKET.ticker(), NO, "0.915")).book("0.4", "0.5"))
        .hasSize(1);
  }

  @Test
  void catchesAStrategyThatKeepsItsView() {
    StrategyTester tester =
        StrategyTester.of(
            new Strategy() {
              private @Nullable MarketView kept;

              @Override
              public List<Intent> onOrderBook(OrderBook book, MarketView view) {
                if (kept != null) {
                  kept.now();
                }
                kept = view;
                return List.of();
              }
            });
    tester.book("0.48", "0.50");
    assertThatThrownBy(() -> tester.book("0.48", "0.50"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("used after the callback");
  }

  private static Position position(OutcomeSide side, String quantity, String cost, String fees) {
    return new Position(
        MARKET.ticker(), side, Quantity.of(quantity), Money.of(cost), Money.of(fees));
  }

  private static Strategy entering(MarketTicker market, OutcomeSide side, String limit) {
    return new Strategy() {
      @Override
      public List<Intent> onOrderBook(OrderBook book, MarketView view) {
        return List.of(
            Intent.Enter.immediateOrCancel(
                market, side, Price.of(limit), new Signal("always", side, 1, List.of())));
      }
    };
  }

  /** Writes down what it is told. */
  private static final class Recorder implements Strategy {
    final List<String> seen = new ArrayList<>();

    @Override
    public List<Intent> onOrderBook(OrderBook book, MarketView view) {
      return note("book " + book.bestBid().orElseThrow() + "/" + book.bestAsk().orElseThrow());
    }

    @Override
    public List<Intent> onCandle(Candle candle, MarketView view) {
      Candle.Prices prices = candle.prices();
      return note("candle " + (prices == null ? "empty" : prices.close()) + " at " + seconds(view));
    }

    @Override
    public List<Intent> onTrade(PublicTrade trade, MarketView view) {
      return note("trade " + trade.price());
    }

    @Override
    public List<Intent> onTicker(Ticker ticker, MarketView view) {
      assertThat(view.ticker()).contains(ticker);
      return note("ticker " + ticker.bid() + "/" + ticker.ask());
    }

    @Override
    public List<Intent> onReference(ReferencePrice price, MarketView view) {
      assertThat(view.reference(price.symbol())).contains(price);
      assertThat(view.reference("ETH-USD")).isEmpty();
      return note("reference " + price.price());
    }

    @Override
    public List<Intent> onFill(Fill fill, MarketView view) {
      return note("fill " + fill.quantity());
    }

    @Override
    public List<Intent> onTimer(MarketView view) {
      return note("timer " + seconds(view));
    }

    @Override
    public List<Intent> onRoll(MarketFacts previous, MarketView view) {
      return note("roll from " + previous.ticker() + " to " + view.market().ticker());
    }

    @Override
    public List<Intent> onMarketPhase(MarketPhase phase, MarketView view) {
      assertThat(view.phase()).isEqualTo(phase);
      return note(phase + " at " + seconds(view) + ", " + view.timeToClose().toSeconds() + " left");
    }

    private List<Intent> note(String what) {
      seen.add(what);
      return List.of();
    }

    private static long seconds(MarketView view) {
      return Duration.between(OPEN, view.now()).toSeconds();
    }
  }
}
