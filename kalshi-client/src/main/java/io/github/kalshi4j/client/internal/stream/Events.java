package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.stream.BookEvent;
import io.github.kalshi4j.client.stream.Channel;
import io.github.kalshi4j.client.stream.CommunicationsEvent;
import io.github.kalshi4j.client.stream.FastIndexValue;
import io.github.kalshi4j.client.stream.FillEvent;
import io.github.kalshi4j.client.stream.IndexValue;
import io.github.kalshi4j.client.stream.LifecycleEvent;
import io.github.kalshi4j.client.stream.MarketPositionEvent;
import io.github.kalshi4j.client.stream.OrderGroupUpdate;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.PythValue;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.stream.Ticker;
import io.github.kalshi4j.client.stream.UserOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the stream needs to know of an event, whichever it is. */
final class Events {
  private Events() {}

  /** Returns by what its channel is filtered: its market, index or underlying; empty if by none. */
  static String key(StreamEvent event) {
    return switch (event) {
      case BookEvent book -> book.market().value();
      case Ticker ticker -> ticker.market().value();
      case PublicTrade trade -> trade.market().value();
      case FillEvent fill -> fill.market().value();
      case UserOrder order -> order.market().value();
      case MarketPositionEvent position -> position.market().value();
      case IndexValue value -> value.index().value();
      case FastIndexValue value -> value.index().value();
      case PythValue value -> value.underlying().value();
      default -> "";
    };
  }

  /** Returns the channel that sends such events; null for answers and what is not known. */
  static @Nullable Channel channel(StreamEvent event) {
    return switch (event) {
      case BookEvent ignored -> Channel.ORDERBOOK_DELTA;
      case Ticker ignored -> Channel.TICKER;
      case PublicTrade ignored -> Channel.TRADE;
      case FillEvent ignored -> Channel.FILL;
      case UserOrder ignored -> Channel.USER_ORDERS;
      case MarketPositionEvent ignored -> Channel.MARKET_POSITIONS;
      case OrderGroupUpdate ignored -> Channel.ORDER_GROUP_UPDATES;
      case LifecycleEvent ignored -> Channel.MARKET_LIFECYCLE_V2;
      case CommunicationsEvent ignored -> Channel.COMMUNICATIONS;
      case IndexValue ignored -> Channel.CFBENCHMARKS_VALUE;
      case FastIndexValue ignored -> Channel.CFBENCHMARKS_VALUE_5HZ;
      case PythValue ignored -> Channel.PYTH_VALUE;
      default -> null;
    };
  }

  /** Returns when it happened by the exchange, to the millisecond; null if that is not said. */
  static @Nullable Instant time(StreamEvent event) {
    return switch (event) {
      case PublicTrade trade -> time(trade.exchangeMillis());
      case FillEvent fill -> time(fill.exchangeMillis());
      case UserOrder order -> OrderBackfill.time(order);
      default -> null;
    };
  }

  private static @Nullable Instant time(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }
}
