package io.github.kalshi4j.engine.live;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.error.KalshiException;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.MarketFacts;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.stream.KalshiStream;
import io.github.kalshi4j.client.stream.LifecycleEvent;
import io.github.kalshi4j.client.stream.MarketLifecycle;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.recording.MarketReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the markets to be traded, follows series from market to market, and subscribes to what the
 * engine lives on: tickers, which the stream itself keeps to the markets of a series, the steps of
 * their lives, and of each market its book and trades. What is known of a market is read over REST
 * and told before its book is asked for, so that no book comes of a market that is not known. After
 * the close it asks how the market was settled.
 *
 * <p>Its listener is called on a thread of the watch, one call at a time.
 */
public final class MarketWatch implements AutoCloseable {
  /** Hears what becomes known; must return at once. */
  public interface Listener {
    /** A market is known from now on, or known better than before. */
    void onMarket(MarketFacts facts);

    /** A market was read; comes before anything else is told of what was read. */
    void onRead(TapeMarket market);

    /** A market was paid out. */
    void onSettled(MarketTicker market, MarketResult result);

    /** A market is over, and nothing more of it is subscribed to. */
    void onGone(MarketTicker market);

    /** Something could not be done; it is tried again. */
    void onTrouble(String what);
  }

  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  /** A market and what is still to be asked about it. */
  private static final class Watched {
    private Instant due;
    private @Nullable MarketFacts facts;
    private boolean subscribed;
    private boolean over;
    private boolean settled;
    private boolean troubled;

    private Watched(Instant due) {
      this.due = due;
    }
  }

  private final KalshiClient client;
  private final TimeSource time;
  private final MarketReader reader;
  private final Listener listener;
  private final List<StreamSubscription> discovery = new ArrayList<>();
  private final Map<MarketTicker, Watched> watched = new LinkedHashMap<>();
  private final Set<MarketTicker> moved = ConcurrentHashMap.newKeySet();
  private final Thread thread = Thread.ofVirtual().name("kalshi-markets").unstarted(this::run);
  private @Nullable StreamSubscription books;
  private @Nullable StreamSubscription trades;

  private MarketWatch(KalshiClient client, TimeSource time, Listener listener) {
    this.client = client;
    this.reader = new MarketReader(client);
    this.time = time;
    this.listener = listener;
  }

  /**
   * Starts watching. Returns when the exchange has confirmed the subscriptions, and what trades now
   * has been told.
   *
   * @throws KalshiException if the exchange refuses, does not answer, or knows nothing of a market
   *     that is named
   */
  public static MarketWatch start(
      KalshiClient client,
      TimeSource time,
      Set<SeriesTicker> series,
      Set<MarketTicker> markets,
      Listener listener) {
    var watch = new MarketWatch(client, time, listener);
    try {
      watch.begin(series, markets);
    } catch (RuntimeException e) {
      watch.unsubscribe();
      throw e;
    }
    watch.thread.start();
    return watch;
  }

  private void begin(Set<SeriesTicker> ofSeries, Set<MarketTicker> markets) {
    KalshiStream stream = client.stream();
    if (!ofSeries.isEmpty()) {
      discover(stream, MarketSelection.series(ofSeries.toArray(SeriesTicker[]::new)));
    }
    if (!markets.isEmpty()) {
      discover(stream, MarketSelection.of(markets));
    }
    discovery.add(stream.subscribe(StreamRequest.lifecycle(), this::onStep));
    Instant now = time.now();
    for (MarketTicker market : wanted()) {
      Watched one = new Watched(now);
      watched.put(market, one);
      read(market, one, now);
    }
    subscribe();
  }

  private void discover(KalshiStream stream, MarketSelection selection) {
    discovery.add(
        stream.subscribe(StreamRequest.tickers(selection).withInitialSnapshot(), ticker -> {}));
  }

  private void onStep(LifecycleEvent event) {
    if (event instanceof MarketLifecycle step) {
      switch (step.type()) {
        case DETERMINED, SETTLED, METADATA_UPDATED -> moved.add(step.market());
        case CREATED,
            ACTIVATED,
            DEACTIVATED,
            CLOSE_DATE_UPDATED,
            PRICE_LEVEL_STRUCTURE_UPDATED,
            UNRECOGNIZED -> {} // the engine takes from the frame what concerns it
      }
    }
  }

  private Set<MarketTicker> wanted() {
    Set<MarketTicker> markets = new HashSet<>();
    discovery.forEach(subscription -> markets.addAll(subscription.markets()));
    return markets;
  }

  private void run() {
    try {
      while (true) {
        time.sleep(PERIOD);
        try {
          look();
        } catch (KalshiException e) { // it is tried again in a moment
          listener.onTrouble("the markets cannot be followed: " + e.getMessage());
          time.sleep(AGAIN);
        }
      }
    } catch (InterruptedException e) {
      // closed
    } catch (IllegalStateException e) {
      listener.onTrouble("the markets are followed no more: " + e.getMessage());
    }
  }

  private void look() {
    Instant now = time.now();
    Set<MarketTicker> wanted = wanted();
    for (MarketTicker market : wanted) {
      watched.computeIfAbsent(market, m -> new Watched(now)).over = false;
    }
    for (MarketTicker market : moved) {
      moved.remove(market);
      Watched one = watched.get(market);
      if (one != null) {
        one.due = now;
      }
    }
    watched.forEach((market, one) -> {
      if (!one.due.isAfter(now)) {
        tryToRead(market, one, now);
      }
    });
    subscribe();
    dropOver(wanted);
  }

  private void tryToRead(MarketTicker market, Watched one, Instant now) {
    try {
      read(market, one, now);
    } catch (KalshiException | IllegalArgumentException e) {
      one.due = now.plus(AGAIN);
      if (!one.troubled) {
        one.troubled = true;
        listener.onTrouble("what is known of " + market + " cannot be read yet: " + e.getMessage());
      }
    }
  }

  private void read(MarketTicker ticker, Watched one, Instant now) {
    MarketReader.Reading reading = reader.read(ticker);
    listener.onRead(reading.known());
    MarketFacts facts = reading.known().facts();
    if (!facts.equals(one.facts)) {
      one.facts = facts;
      listener.onMarket(facts);
    }
    one.troubled = false;
    Market market = reading.market();
    MarketResult result = reading.known().result();
    boolean paid = market.settled() != null || market.status() == MarketStatus.FINALIZED;
    if (paid && result != null && !one.settled) {
      one.settled = true;
      listener.onSettled(ticker, result);
    }
    one.due = next(facts, one.settled, now);
  }

  private static Instant next(MarketFacts facts, boolean settled, Instant now) {
    Instant close = facts.closeTime();
    if (settled || close.plus(PATIENCE).isBefore(now)) {
      return Instant.MAX;
    }
    boolean strikeToCome =
        facts.strikeType() != null && facts.floorStrike() == null && facts.capStrike() == null;
    return strikeToCome || !close.isAfter(now) ? now.plus(AGAIN) : close.plusSeconds(1);
  }

  /** Subscribes to the books and trades of what has become known. */
  private void subscribe() {
    List<MarketTicker> fresh = new ArrayList<>();
    watched.forEach((market, one) -> {
      if (one.facts != null && !one.subscribed && !one.over) {
        fresh.add(market);
      }
    });
    if (fresh.isEmpty()) {
      return;
    }
    StreamSubscription knownBooks = books;
    StreamSubscription knownTrades = trades;
    if (knownTrades == null) {
      trades =
          client.stream()
              .subscribe(
                  StreamRequest.trades(MarketSelection.of(fresh)).withoutBackfill(), trade -> {});
    } else {
      knownTrades.addMarkets(fresh);
    }
    if (knownBooks == null) {
      books =
          client.stream()
              .subscribe(StreamRequest.bookEvents(MarketSelection.of(fresh)), change -> {});
    } else {
      knownBooks.addMarkets(fresh);
    }
    fresh.forEach(market -> {
      Watched one = watched.get(market);
      if (one != null) {
        one.subscribed = true;
      }
    });
  }

  /** Lets go of what the discovery lets go of, once it is settled or will not be. */
  private void dropOver(Set<MarketTicker> wanted) {
    List<MarketTicker> over = new ArrayList<>();
    watched.forEach((market, one) -> {
      if (!wanted.contains(market)) {
        one.over = true;
        if (one.subscribed) {
          one.subscribed = false;
          remove(books, market);
          remove(trades, market);
        }
        if (one.facts == null || one.due.equals(Instant.MAX)) {
          over.add(market);
        }
      }
    });
    over.forEach(market -> {
      watched.remove(market);
      listener.onGone(market);
    });
  }

  private static void remove(@Nullable StreamSubscription subscription, MarketTicker market) {
    if (subscription != null) {
      subscription.removeMarkets(market);
    }
  }

  private void unsubscribe() {
    discovery.forEach(StreamSubscription::close);
  }

  /** Ends the watch; what it subscribed to ends with the client. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      boolean unused = thread.join(CLOSE_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
