package io.github.kalshi4j.engine.report;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Quantity;
import java.time.Instant;
import java.util.List;

/**
 * One position from flat to flat. {@code grossPnl = proceeds − cost} and {@code netPnl = grossPnl −
 * fees}, exactly; the sum of all net P&amp;L is the change of the account.
 *
 * @param quantity the contracts bought over the position's life
 * @param opened when the first fill was matched
 * @param closed when the last contract left
 * @param entries the orders that opened it and added to it, with the fills that belong to it
 * @param exits the orders that reduced it, with the fills that belong to it
 * @param end how the rest of it ended
 * @param cost what the contracts cost, without fees
 * @param proceeds what they brought: sales, settlement or mark
 * @param fees the net fees of all its fills, and what a scalar payout lost to the balance's
 *     precision
 */
public record TradeRecord(
    int number,
    MarketTicker market,
    OutcomeSide side,
    Quantity quantity,
    Instant opened,
    Instant closed,
    List<OrderRecord> entries,
    List<OrderRecord> exits,
    End end,
    Money cost,
    Money proceeds,
    Money fees) {
  public TradeRecord {
    entries = List.copyOf(entries);
    exits = List.copyOf(exits);
  }

  public Money grossPnl() {
    return proceeds.minus(cost);
  }

  public Money netPnl() {
    return grossPnl().minus(fees);
  }

  /** How a position ended. */
  public sealed interface End {
    /**
     * It was sold.
     *
     * @param rule the exit rule or reason of the last exit order, such as {@code trailingStop}
     */
    record Sold(String rule) implements End {}

    /**
     * The market was decided while contracts were held.
     *
     * @param quantity the contracts that were paid
     * @param value what one of them was paid
     * @param beyondTape whether the market's last tape ended before the market closed, so that the
     *     strategy never had the chance to leave
     */
    record Settled(Quantity quantity, Money value, boolean beyondTape) implements End {}

    /**
     * The market's result was not recorded, so the rest counts at the last own-side bid.
     *
     * @param value the mark per contract; zero if nobody bid
     */
    record Marked(Quantity quantity, Money value, boolean beyondTape) implements End {}
  }
}
