package io.github.kalshi4j.engine.tape.recording;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.event.Event;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.series.Series;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads over REST what a tape's header says of a market and the stream does not: its facts, with
 * the fees of its event or series, and how it ended. A series is read once. Used by one thread.
 */
public final class MarketReader {
  private static final String SOURCE = "kalshi_api";

  private final KalshiClient client;
  private final Map<SeriesTicker, Series> series = new HashMap<>();

  public MarketReader(KalshiClient client) {
    this.client = client;
  }

  /**
   * A market that was read.
   *
   * @param market as the exchange shows it
   * @param known what a tape says of it
   */
  public record Reading(Market market, TapeMarket known) {}

  /**
   * Reads a market, its event and perhaps its series.
   *
   * @throws io.github.kalshi4j.client.error.KalshiException if the exchange refuses or does not
   *     answer
   * @throws IllegalArgumentException if what it answers does not go together
   */
  public Reading read(MarketTicker ticker) {
    Market market = client.markets().get(ticker);
    Event event = client.events().get(market.event());
    Series ofEvent = series.computeIfAbsent(event.series(), name -> client.series().get(name));
    Optional<MarketResult> result = market.outcome();
    return new Reading(
        market,
        new TapeMarket(
            market.facts(event.series(), event.fees(ofEvent.fees())),
            market.priceLevelStructure(),
            result.orElse(null),
            result.isPresent() ? market.settled() : null,
            result.isPresent() ? SOURCE : null));
  }
}
