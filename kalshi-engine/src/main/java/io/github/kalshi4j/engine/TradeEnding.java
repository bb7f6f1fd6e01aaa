package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.engine.report.TradeRecord;
import io.github.kalshi4j.strategy.Position;

/**
 * How what is still held of a market ends.
 *
 * @param marked whether there is no result, so that the last own-side bid stands in for it
 * @param beyondTape whether the market's last tape ended before the market closed
 */
record TradeEnding(boolean marked, boolean beyondTape) {
  TradeRecord.End of(Position position, Price payout) {
    return marked
        ? new TradeRecord.End.Marked(position.quantity(), payout.perContract(), beyondTape)
        : new TradeRecord.End.Settled(position.quantity(), payout.perContract(), beyondTape);
  }
}
