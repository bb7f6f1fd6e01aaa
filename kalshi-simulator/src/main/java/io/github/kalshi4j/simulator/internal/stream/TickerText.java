package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;

/** What {@code ticker} says: the top of a market's book and its totals at one time. */
final class TickerText {
  /** The exchange counts fifty cents a contract, whatever its price. */
  private static final long HUNDREDTHS_PER_DOLLAR = 200;

  /**
   * What a ticker shows.
   *
   * @param last the YES price of the last match, $0 if there was none
   * @param bid the highest bid, $0 if there is none
   * @param ask the lowest ask, $1 if there is none
   */
  record Shown(
      Price last,
      Price bid,
      Price ask,
      Quantity bidSize,
      Quantity askSize,
      Quantity lastSize,
      Quantity volume,
      Quantity openInterest) {
    static final Shown NOTHING =
        new Shown(
            Price.ZERO,
            Price.ZERO,
            Price.ONE,
            Quantity.ZERO,
            Quantity.ZERO,
            Quantity.ZERO,
            Quantity.ZERO,
            Quantity.ZERO);
  }

  private TickerText() {}

  /**
   * Returns the text.
   *
   * @param micros when the market last changed
   */
  static String of(MarketTicker market, String marketId, Shown shown, long micros) {
    return new ObjectText()
        .put("dollar_open_interest", shown.openInterest.hundredths() / HUNDREDTHS_PER_DOLLAR)
        .put("dollar_volume", shown.volume.hundredths() / HUNDREDTHS_PER_DOLLAR)
        .put("last_trade_size_fp", shown.lastSize.toString())
        .put("market_id", marketId)
        .put("market_ticker", market.value())
        .put("open_interest_fp", shown.openInterest.toString())
        .put("price_dollars", shown.last.toString())
        .put("time", Times.rfc3339(micros))
        .put("ts", Times.seconds(micros))
        .put("ts_ms", Times.millis(micros))
        .put("volume_fp", shown.volume.toString())
        .put("yes_ask_dollars", shown.ask.toString())
        .put("yes_ask_size_fp", shown.askSize.toString())
        .put("yes_bid_dollars", shown.bid.toString())
        .put("yes_bid_size_fp", shown.bidSize.toString())
        .toString();
  }
}
