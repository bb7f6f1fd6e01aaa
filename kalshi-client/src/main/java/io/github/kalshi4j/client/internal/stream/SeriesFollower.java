package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.MarketFilterStatus;
import io.github.kalshi4j.client.market.MarketQuery;
import io.github.kalshi4j.client.market.MarketsApi;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.SeriesTicker;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Follows series from market to market: every ten seconds it asks over REST for the markets of the
 * series that trade or soon will, and says which these are. A market is there from two minutes
 * before it opens until a minute after its close, when the exchange has sent its last.
 */
final class SeriesFollower implements AutoCloseable {
  static final Duration PERIOD = Duration.ofSeconds(10);

  private static final Duration BEFORE_OPEN = Duration.ofMinutes(2);
  private static final Duration AFTER_CLOSE = Duration.ofMinutes(1);
  private static final System.Logger LOG = System.getLogger(SeriesFollower.class.getName());

  private final Set<SeriesTicker> series;
  private final MarketsApi markets;
  private final TimeSource time;
  private final Supplier<Instant> exchangeTime;
  private final Map<String, Instant> closes = new HashMap<>();
  private final Thread thread;
  private volatile Consumer<Set<String>> listener = keys -> {};

  SeriesFollower(
      Set<SeriesTicker> series,
      MarketsApi markets,
      TimeSource time,
      Supplier<Instant> exchangeTime) {
    this.series = series;
    this.markets = markets;
    this.time = time;
    this.exchangeTime = exchangeTime;
    thread = Thread.ofVirtual().name("kalshi-stream-series").unstarted(this::run);
  }

  /** Reads which markets there are now. */
  Set<String> read() {
    Instant now = exchangeTime.get();
    for (SeriesTicker each : series) {
      MarketQuery query = MarketQuery.ALL.withSeries(each);
      try (Stream<Market> open = markets.all(query.withStatus(MarketFilterStatus.OPEN))) {
        open.forEach(this::note);
      }
      try (Stream<Market> unopened = markets.all(query.withStatus(MarketFilterStatus.UNOPENED))) {
        unopened
            .filter(market -> !market.open().isAfter(now.plus(BEFORE_OPEN)))
            .forEach(this::note);
      }
    }
    closes.values().removeIf(close -> close.plus(AFTER_CLOSE).isBefore(now));
    return new HashSet<>(closes.keySet());
  }

  private void note(Market market) {
    closes.put(market.ticker().value(), market.close());
  }

  /** Says from now on, on its own thread, which markets there are. */
  void tell(Consumer<Set<String>> value) {
    listener = value;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        time.sleep(PERIOD);
        try {
          listener.accept(read());
        } catch (KalshiException e) { // it is asked again soon
          if (Thread.currentThread().isInterrupted()) {
            return;
          }
          LOG.log(System.Logger.Level.WARNING, "the markets of {0} are not known: {1}", series, e);
        }
      }
    } catch (InterruptedException e) {
      // closed
    } catch (IllegalStateException e) {
      // the client was closed
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
