package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
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
 * @param positionHundredths the net position after it, in hundredths of a contract; positive is YES
 * @param exchangeMillis the exchange's time, milliseconds since 1970
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
    long positionHundredths,
    long exchangeMillis)
    implements StreamEvent {}
