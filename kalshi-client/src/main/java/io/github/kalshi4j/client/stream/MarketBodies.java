package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.client.value.TradeId;
import org.jspecify.annotations.Nullable;

/** The ticker and the public trade. */
final class MarketBodies {
  private MarketBodies() {}

  static final class TickerBody extends MessageBody {
    private @Nullable MarketTicker market;
    private @Nullable Price lastPrice;
    private @Nullable Price bid;
    private @Nullable Price ask;
    private @Nullable Quantity bidQuantity;
    private @Nullable Quantity askQuantity;
    private @Nullable Quantity lastQuantity;
    private @Nullable Quantity volume;
    private @Nullable Quantity openInterest;
    private long millis;
    private long secondsAsMillis;

    @Override
    void clear() {
      market = null;
      lastPrice = null;
      bid = null;
      ask = null;
      bidQuantity = null;
      askQuantity = null;
      lastQuantity = null;
      volume = null;
      openInterest = null;
      millis = ABSENT;
      secondsAsMillis = ABSENT;
    }

    @Override
    boolean read(String field, ValueReader in) {
      switch (field) {
        case "market_ticker" -> market = in.ticker();
        case "price_dollars" -> lastPrice = lastPrice(in);
        case "yes_bid_dollars" -> bid = in.price();
        case "yes_ask_dollars" -> ask = in.price();
        case "yes_bid_size_fp" -> bidQuantity = in.quantity();
        case "yes_ask_size_fp" -> askQuantity = in.quantity();
        case "last_trade_size_fp" -> lastQuantity = in.quantity();
        case "volume_fp" -> volume = in.quantity();
        case "open_interest_fp" -> openInterest = in.quantity();
        case "ts_ms" -> millis = in.millis();
        case "ts" -> secondsAsMillis = in.secondsAsMillis();
        case "market_id", "dollar_volume", "dollar_open_interest", "time" -> in.skip();
        default -> {
          return false;
        }
      }
      return true;
    }

    @Override
    StreamEvent toEvent(Envelope envelope) {
      Price shownBid = require(bid, "yes_bid_dollars");
      Price shownAsk = require(ask, "yes_ask_dollars");
      return new Ticker(
          envelope.subscription,
          require(market, "market_ticker"),
          lastPrice,
          shownBid.equals(Price.ZERO) ? null : shownBid,
          require(bidQuantity, "yes_bid_size_fp"),
          shownAsk.equals(Price.ONE) ? null : shownAsk,
          require(askQuantity, "yes_ask_size_fp"),
          require(lastQuantity, "last_trade_size_fp"),
          require(volume, "volume_fp"),
          require(openInterest, "open_interest_fp"),
          millis != ABSENT ? millis : require(secondsAsMillis, "ts_ms"));
    }

    private static @Nullable Price lastPrice(ValueReader in) {
      if (in.characters().isEmpty()) {
        return null;
      }
      Price price = in.price();
      return price.equals(Price.ZERO) ? null : price;
    }
  }

  static final class TradeBody extends MessageBody {
    private @Nullable TradeId id;
    private @Nullable MarketTicker market;
    private @Nullable Price price;
    private @Nullable Quantity quantity;
    private @Nullable OutcomeSide taker;
    private @Nullable OutcomeSide oldTaker;
    private boolean block;
    private long millis;
    private long secondsAsMillis;

    @Override
    void clear() {
      id = null;
      market = null;
      price = null;
      quantity = null;
      taker = null;
      oldTaker = null;
      block = false;
      millis = ABSENT;
      secondsAsMillis = ABSENT;
    }

    @Override
    boolean read(String field, ValueReader in) {
      switch (field) {
        case "trade_id" -> id = TradeId.of(in.text());
        case "market_ticker" -> market = in.ticker();
        case "yes_price_dollars" -> price = in.price();
        case "count_fp" -> quantity = in.quantity();
        case "taker_outcome_side" -> taker = in.outcome();
        case "taker_side" -> oldTaker = in.outcome();
        case "is_block_trade" -> block = in.bool();
        case "ts_ms" -> millis = in.millis();
        case "ts" -> secondsAsMillis = in.secondsAsMillis();
        case "no_price_dollars", "taker_book_side" -> in.skip();
        default -> {
          return false;
        }
      }
      return true;
    }

    @Override
    StreamEvent toEvent(Envelope envelope) {
      return new PublicTrade(
          envelope.subscription,
          envelope.sequence,
          require(id, "trade_id"),
          require(market, "market_ticker"),
          require(price, "yes_price_dollars"),
          require(quantity, "count_fp"),
          taker != null ? taker : require(oldTaker, "taker_outcome_side"),
          block,
          millis != ABSENT ? millis : require(secondsAsMillis, "ts_ms"));
    }
  }
}
