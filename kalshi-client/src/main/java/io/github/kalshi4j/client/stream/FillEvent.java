package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.NetPosition;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import org.jspecify.annotations.Nullable;

/**
 * A piece of one of our orders done.
 *
 * @param clientOrderId null if the order had none
 * @param side the side of the YES book our order was on
 * @param price the YES price
 * @param fee the net fee of this fill
 * @param position the net position after it; null for a fill that was read again over REST, which
 *     does not tell
 * @param exchangeMillis the exchange's time, milliseconds since 1970
 * @param exchangeIndex the shard of its market; 0 if not said
 * @param subaccount 0 for the primary one, or 1 to 63; null if not said
 */
public record FillEvent(
    int subscription,
    TradeId id,
    OrderId order,
    @Nullable ClientOrderId clientOrderId,
    MarketTicker market,
    BookSide side,
    Liquidity liquidity,
    Price price,
    Quantity quantity,
    Money fee,
    @Nullable NetPosition position,
    long exchangeMillis,
    int exchangeIndex,
    @Nullable Integer subaccount)
    implements StreamEvent {}
