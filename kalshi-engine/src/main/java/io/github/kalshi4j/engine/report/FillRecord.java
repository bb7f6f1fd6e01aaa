package io.github.kalshi4j.engine.report;

import io.github.kalshi4j.client.fee.FillFee;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.strategy.Figure;
import java.time.Instant;
import java.util.List;

/**
 * One fill of an order.
 *
 * @param time when the venue matched it
 * @param price the price of the outcome that the order buys
 * @param reason why the venue counts it as done
 * @param figures the numbers behind the reason, such as what the level displayed
 */
public record FillRecord(
    TradeId id,
    Instant time,
    Price price,
    Quantity quantity,
    Liquidity liquidity,
    FillFee fee,
    String reason,
    List<Figure> figures) {
  public FillRecord {
    figures = List.copyOf(figures);
  }
}
