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

/** Our own fill. */
final class FillBody extends MessageBody {
  private @Nullable TradeId id;
  private @Nullable OrderId order;
  private @Nullable ClientOrderId clientOrderId;
  private @Nullable MarketTicker market;
  private @Nullable BookSide bookSide;
  private @Nullable BookSide outcome;
  private @Nullable Liquidity liquidity;
  private @Nullable Price price;
  private @Nullable Quantity quantity;
  private @Nullable Money fee;
  private long position;
  private long millis;
  private long secondsAsMillis;
  private int exchangeIndex;
  private @Nullable Integer subaccount;

  @Override
  void clear() {
    id = null;
    order = null;
    clientOrderId = null;
    market = null;
    bookSide = null;
    outcome = null;
    liquidity = null;
    price = null;
    quantity = null;
    fee = null;
    position = ABSENT;
    millis = ABSENT;
    secondsAsMillis = ABSENT;
    exchangeIndex = 0;
    subaccount = null;
  }

  @Override
  boolean read(String field, ValueReader in) {
    switch (field) {
      case "trade_id" -> id = TradeId.of(in.text());
      case "order_id" -> order = OrderId.of(in.text());
      case "client_order_id" -> clientOrderId = in.isEmpty() ? null : ClientOrderId.of(in.text());
      case "market_ticker" -> market = in.ticker();
      case "book_side" -> bookSide = in.bookSide();
      case "outcome_side" -> outcome = in.outcome().bookSide();
      case "is_taker" -> liquidity = in.bool() ? Liquidity.TAKER : Liquidity.MAKER;
      case "yes_price_dollars" -> price = in.price();
      case "count_fp" -> quantity = in.quantity();
      case "fee_cost" -> fee = Money.ofMicros(in.fixedPoint(6));
      case "post_position_fp" -> position = in.fixedPoint(2);
      case "ts_ms" -> millis = in.millis();
      case "ts" -> secondsAsMillis = in.secondsAsMillis();
      case "exchange_index" -> exchangeIndex = in.number();
      case "subaccount" -> subaccount = in.number();
      case "side", "action", "purchased_side" -> in.skip();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  StreamEvent toEvent(Envelope envelope) {
    BookSide side = bookSide != null ? bookSide : require(outcome, "book_side");
    if (outcome != null && outcome != side) {
      throw new IllegalArgumentException(
          "book_side " + side.wire() + " does not buy " + outcome.outcome().wire());
    }
    return new FillEvent(
        envelope.subscription,
        require(id, "trade_id"),
        require(order, "order_id"),
        clientOrderId,
        require(market, "market_ticker"),
        side,
        require(liquidity, "is_taker"),
        require(price, "yes_price_dollars"),
        require(quantity, "count_fp"),
        require(fee, "fee_cost"),
        new NetPosition(require(position, "post_position_fp")),
        millis != ABSENT ? millis : require(secondsAsMillis, "ts_ms"),
        exchangeIndex,
        subaccount);
  }
}
