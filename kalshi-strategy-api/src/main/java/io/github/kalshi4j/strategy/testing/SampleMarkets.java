package io.github.kalshi4j.strategy.testing;

import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A generated run of consecutive fifteen-minute markets of the invented series {@code KXSAMPLE15M}:
 * random but valid, in the exchange's wire form, the same bytes for the same configuration on every
 * JVM. Nothing in it says anything about real markets.
 *
 * <p>The stream is what a recorder sees that follows one market after the other on one connection.
 * It begins with the answers to its subscriptions (order book, ticker, and trade if wanted); each
 * market then has a snapshot, deltas, a ticker about once a second, the removal of every order
 * after its close and, 5 to 8 seconds after it, the snapshot of the empty book. The recorder moves
 * to the next market 10 seconds after its opening. Deltas of one command share one time; between
 * commands the book is uncrossed, and no two commands share a millisecond. NO levels carry NO
 * prices.
 *
 * <p>Every iterator starts from the beginning and holds one market at a time.
 */
public final class SampleMarkets implements Iterable<SampleFrame> {
  private static final SeriesTicker SERIES = SeriesTicker.of("KXSAMPLE15M");
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final double FIRST_PRICE = 100_000;
  private static final int PATH = 1; // purposes of random numbers
  private static final int ORDERS = 2;
  private static final int ARRIVALS = 3;

  private final Config config;
  private final List<SampleMarket> markets;
  private final double[] openingPrices;

  private SampleMarkets(Config config) {
    this.config = config;
    openingPrices = new double[config.markets()];
    List<SampleMarket> generated = new ArrayList<>();
    double price = FIRST_PRICE;
    long strikeCents = cents(price);
    Instant close = config.start();
    for (int i = 0; i < config.markets(); i++) {
      close = close.plus(WINDOW);
      MarketFacts facts =
          TestMarkets.quarterHour(SERIES, close, BigDecimal.valueOf(strikeCents, 2));
      openingPrices[i] = price;
      SampleUnderlying underlying = underlying(i, facts);
      while (!underlying.isOver()) {
        underlying.advance();
      }
      long settlementCents = cents(underlying.settlement());
      generated.add(
          new SampleMarket(
              facts, settlementCents >= strikeCents ? MarketResult.YES : MarketResult.NO));
      strikeCents = settlementCents;
      price = underlying.price();
    }
    markets = List.copyOf(generated);
  }

  /** Generates markets. */
  public static SampleMarkets of(Config config) {
    return new SampleMarkets(config);
  }

  public Config config() {
    return config;
  }

  /** Returns the markets in the order of their closes. */
  public List<SampleMarket> markets() {
    return markets;
  }

  /** Returns the messages in the order of their arrival, from the beginning. */
  @Override
  public Iterator<SampleFrame> iterator() {
    return new Frames();
  }

  private SampleUnderlying underlying(int market, MarketFacts facts) {
    BigDecimal strike = facts.floorStrike();
    if (strike == null) {
      throw new IllegalStateException("no strike: " + facts.ticker());
    }
    return new SampleUnderlying(
        SampleRandom.of(config.seed(), market, PATH), openingPrices[market], strike.doubleValue());
  }

  private static long cents(double dollars) {
    return StrictMath.round(dollars * 100);
  }

  /**
   * What to generate.
   *
   * @param seed the same seed gives the same markets
   * @param markets how many, one after the other
   * @param start the first market's opening, a quarter of an hour
   * @param deltasPerSecond changes of the book while a market trades, 1 to 200, on average
   * @param trades whether the stream has the trade channel
   */
  public record Config(long seed, int markets, Instant start, int deltasPerSecond, boolean trades) {
    public Config {
      if (markets < 1) {
        throw new IllegalArgumentException("markets must be at least 1: " + markets);
      }
      if (deltasPerSecond < 1 || deltasPerSecond > 200) {
        throw new IllegalArgumentException(
            "deltasPerSecond must be from 1 to 200: " + deltasPerSecond);
      }
      if (start.getEpochSecond() % WINDOW.toSeconds() != 0 || start.getNano() != 0) {
        throw new IllegalArgumentException("start must be a quarter of an hour: " + start);
      }
    }

    /** Four markets from 2026-06-01 14:00 UTC, 30 deltas a second, without trades. */
    public static Config of(long seed) {
      return new Config(seed, 4, Instant.parse("2026-06-01T14:00:00Z"), 30, false);
    }

    public Config withMarkets(int value) {
      return new Config(seed, value, start, deltasPerSecond, trades);
    }

    public Config withStart(Instant value) {
      return new Config(seed, markets, value, deltasPerSecond, trades);
    }

    public Config withDeltasPerSecond(int value) {
      return new Config(seed, markets, start, value, trades);
    }

    public Config withTrades(boolean value) {
      return new Config(seed, markets, start, deltasPerSecond, value);
    }
  }

  private final class Frames implements Iterator<SampleFrame> {
    private final SampleWire wire = new SampleWire(SampleRandom.of(config.seed(), 0, ARRIVALS));
    private @Nullable SampleSession session;
    private int next; // market

    @Override
    public boolean hasNext() {
      while (wire.frames().isEmpty()) {
        if (session != null) {
          if (!session.advance()) {
            session = null;
          }
        } else if (next < markets.size()) {
          session = begin(next);
          next++;
        } else {
          return false;
        }
      }
      return true;
    }

    @Override
    public SampleFrame next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no more frames");
      }
      return wire.frames().removeFirst();
    }

    private SampleSession begin(int market) {
      MarketFacts facts = markets.get(market).facts();
      SampleSession begun =
          new SampleSession(
              facts,
              underlying(market, facts),
              SampleRandom.of(config.seed(), market, ORDERS),
              wire,
              config);
      MarketTicker previous = market == 0 ? null : markets.get(market - 1).facts().ticker();
      begun.start(previous);
      return begun;
    }
  }
}
