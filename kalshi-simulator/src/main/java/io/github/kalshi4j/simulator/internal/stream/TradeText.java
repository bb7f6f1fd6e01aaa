package io.github.kalshi4j.simulator.internal.stream;

import io.github.kalshi4j.client.fee.Liquidity;
import io.github.kalshi4j.client.order.Order;
import io.github.kalshi4j.client.stream.UserOrder;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OrderGroupId;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.simulator.exchange.ExchangeEvent;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is said of trades, and to members of their own fills, orders, positions and groups. */
final class TradeText {
  private TradeText() {}

  static String trade(ExchangeEvent.Traded trade) {
    OutcomeSide taker = trade.taker();
    return new ObjectText()
        .put("trade_id", trade.trade().value())
        .put("market_ticker", trade.market().value())
        .put("yes_price_dollars", trade.price().toString())
        .put("no_price_dollars", trade.price().complement().toString())
        .put("count_fp", trade.quantity().toString())
        .put("taker_side", taker.wire())
        .put("taker_outcome_side", taker.wire())
        .put("taker_book_side", taker.bookSide().wire())
        .put("is_block_trade", false)
        .put("ts", Times.seconds(trade.timeMicros()))
        .put("ts_ms", Times.millis(trade.timeMicros()))
        .toString();
  }

  static String fill(ExchangeEvent.Filled fill) {
    String outcome = fill.side().outcome().wire();
    return new ObjectText()
        .put("trade_id", fill.trade().value())
        .put("order_id", fill.order().value())
        .putIfKnown("client_order_id", name(fill.clientOrderId()))
        .put("market_ticker", fill.market().value())
        .put("exchange_index", fill.account().shard())
        .put("is_taker", fill.liquidity() == Liquidity.TAKER)
        .put("side", outcome)
        .put("ts", Times.seconds(fill.timeMicros()))
        .put("ts_ms", Times.millis(fill.timeMicros()))
        .put("yes_price_dollars", fill.price().toString())
        .put("count_fp", fill.quantity().toString())
        .put("fee_cost", fill.fee().net().toString())
        .put("action", "buy")
        .put("post_position_fp", fill.position().toString())
        .put("purchased_side", outcome)
        .put("outcome_side", outcome)
        .put("book_side", fill.side().wire())
        .put("subaccount", fill.account().subaccount())
        .toString();
  }

  private static @Nullable String name(@Nullable ClientOrderId name) {
    return name == null ? null : name.value();
  }

  static String userOrder(ExchangeEvent.OrderChanged changed) {
    Order order = changed.order();
    OrderGroupId group = order.orderGroup();
    Instant created = Objects.requireNonNull(order.created());
    Instant updated = Objects.requireNonNull(order.updated());
    ObjectText text =
        new ObjectText()
            .put("order_id", order.id().value())
            .put("user_id", order.user().value())
            .put("ticker", order.market().value())
            .put("exchange_index", Objects.requireNonNull(order.exchangeIndex()))
            .put("status", order.status().wire())
            .put("side", order.outcome().wire())
            .put("is_yes", order.side() == BookSide.BID)
            .put("outcome_side", order.outcome().wire())
            .put("book_side", order.side().wire())
            .put("yes_price_dollars", order.price().toString())
            .put("fill_count_fp", order.filled().toString())
            .put("remaining_count_fp", order.remaining().toString())
            .put("initial_count_fp", order.initial().toString())
            .put("taker_fill_cost_dollars", order.takerFillCost().toString())
            .put("maker_fill_cost_dollars", order.makerFillCost().toString())
            .put("taker_fees_dollars", order.takerFees().toString())
            .put("maker_fees_dollars", order.makerFees().toString())
            .put("client_order_id", Objects.requireNonNullElse(name(order.clientOrderId()), ""))
            .putIfKnown("order_group_id", group == null ? null : group.value());
    if (order.selfTradePrevention() != null) {
      text.put("self_trade_prevention_type", order.selfTradePrevention().wire());
    }
    text.put("created_time", Times.rfc3339(created))
        .put("created_ts_ms", created.toEpochMilli())
        .put("last_update_time", Times.rfc3339(updated))
        .put("last_updated_ts_ms", updated.toEpochMilli());
    UserOrder.Reason reason = changed.reason();
    if (reason != null) {
      text.put("last_update_reason", reason.wire());
    }
    Instant expiration = order.expiration();
    if (expiration != null) {
      text.put("expiration_time", Times.rfc3339(expiration))
          .put("expiration_ts_ms", expiration.toEpochMilli());
    }
    return text.put("subaccount_number", Objects.requireNonNull(order.subaccount())).toString();
  }

  /** The engine counts fees by market, so that those of the position are all there were. */
  static String marketPosition(ExchangeEvent.PositionChanged position) {
    return new ObjectText()
        .put("user_id", position.account().user().value())
        .put("market_ticker", position.market().value())
        .put("position_fp", position.position().toString())
        .put("position_cost_dollars", dollars(position.cost()))
        .put("realized_pnl_dollars", dollars(position.realized()))
        .put("fees_paid_dollars", dollars(position.fees()))
        .put("position_fee_cost_dollars", dollars(position.fees()))
        .put("volume_fp", position.volume().toString())
        .put("subaccount", position.account().subaccount())
        .toString();
  }

  /** Returns dollars with four decimals, or with six where four do not say it. */
  private static String dollars(Money money) {
    String six = money.toString();
    return six.endsWith("00") ? six.substring(0, six.length() - 2) : six;
  }

  static String orderGroup(ExchangeEvent.GroupChanged changed) {
    Quantity limit = changed.limit();
    return new ObjectText()
        .put("event_type", changed.type().wire())
        .put("order_group_id", changed.group().value())
        .putIfKnown("contracts_limit_fp", limit == null ? null : limit.toString())
        .put("ts_ms", Times.millis(changed.timeMicros()))
        .toString();
  }
}
