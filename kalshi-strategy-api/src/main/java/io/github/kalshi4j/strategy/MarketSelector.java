package io.github.kalshi4j.strategy;

import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Duration;
import java.util.List;

/**
 * Chooses the markets a strategy trades, again and again. The engine scans at the start and then
 * every interval, at the first complete book update at or after the time. A market no longer chosen
 * takes no new entries, and is dropped once flat. Called from the engine's thread; may keep state.
 */
public interface MarketSelector {
  Duration interval();

  /**
   * Returns the markets to trade, best first.
   *
   * @param candidates every open market with a valid book, in order of ticker
   */
  List<MarketTicker> select(List<MarketQuote> candidates);
}
