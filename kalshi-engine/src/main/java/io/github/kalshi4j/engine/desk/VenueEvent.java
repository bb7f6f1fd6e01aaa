package io.github.kalshi4j.engine.desk;

import io.github.kalshi4j.client.fee.FillFee;
import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.market.MarketResult;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import io.github.kalshi4j.strategy.Figure;
import java.time.Instant;
import java.util.List;

/**
 * An answer of a venue.
 *
 * <p>An order's life is: {@link Refused}; or {@link Accepted}, any number of {@link Filled}, and in
 * the end {@link Canceled} unless the fills complete it.
 */
public sealed interface VenueEvent {
  /** Returns when it happened at the venue, which is before the engine hears of it. */
  Instant time();

  /** An answer about one order. */
  sealed interface OrderEvent extends VenueEvent {
    ClientOrderId order();
  }

  /** The order was taken; what of it can match at once follows as fills. */
  record Accepted(ClientOrderId order, OrderId orderId, Instant time) implements OrderEvent {}

  /** The order was not taken, and nothing of it was done. */
  record Refused(ClientOrderId order, String reason, Instant time) implements OrderEvent {}

  /**
   * A piece of the order was done.
   *
   * @param price the YES price of the match
   * @param reason why the venue counts it as done, for reports
   * @param figures the numbers behind the reason
   */
  record Filled(
      ClientOrderId order,
      TradeId trade,
      Price price,
      Quantity quantity,
      Liquidity liquidity,
      FillFee fee,
      String reason,
      List<Figure> figures,
      Instant time)
      implements OrderEvent {
    public Filled {
      figures = List.copyOf(figures);
    }
  }

  /** What was left of the order is gone; earlier fills stand. */
  record Canceled(ClientOrderId order, Quantity remaining, String reason, Instant time)
      implements OrderEvent {}

  /** A cancellation found nothing to cancel: the order was already done. */
  record CancelRefused(ClientOrderId order, Instant time) implements OrderEvent {}

  /**
   * A market was paid out.
   *
   * @param fee what the payout lost to the balance's precision; zero unless the result is scalar
   */
  record Settled(MarketTicker market, MarketResult result, Money fee, Instant time)
      implements VenueEvent {}
}
