package io.github.kalshi4j.client.stream;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two messages of the order-book channel, where NO levels become YES asks. */
final class BookBodies {
  private BookBodies() {}

  static final class Snapshot extends MessageBody {
    private final boolean useYesPrice;
    private @Nullable MarketTicker market;
    private List<Level> bids = List.of();
    private List<Level> asks = List.of();

    Snapshot(boolean useYesPrice) {
      this.useYesPrice = useYesPrice;
    }

    @Override
    void clear() {
      market = null;
      bids = List.of();
      asks = List.of();
    }

    @Override
    boolean read(String field, ValueReader in) {
      switch (field) {
        case "market_ticker" -> market = in.ticker();
        case "yes_dollars_fp" -> bids = in.levels(false);
        case "no_dollars_fp" -> asks = in.levels(!useYesPrice);
        case "market_id" -> in.skip();
        default -> {
          return false;
        }
      }
      return true;
    }

    @Override
    StreamEvent toEvent(Envelope envelope) {
      return new BookSnapshot(
          envelope.command,
          envelope.requireSubscription(),
          envelope.requireSequence(),
          require(market, "market_ticker"),
          bids,
          asks);
    }
  }

  static final class Delta extends MessageBody {
    private final boolean useYesPrice;
    private @Nullable MarketTicker market;
    private @Nullable OutcomeSide side;
    private @Nullable Price price;
    private long hundredths;
    private long micros;
    private long millis;
    private @Nullable ClientOrderId clientOrderId;
    private @Nullable Integer subaccount;

    Delta(boolean useYesPrice) {
      this.useYesPrice = useYesPrice;
    }

    @Override
    void clear() {
      market = null;
      side = null;
      price = null;
      hundredths = ABSENT;
      micros = ABSENT;
      millis = 0;
      clientOrderId = null;
      subaccount = null;
    }

    @Override
    boolean read(String field, ValueReader in) {
      switch (field) {
        case "market_ticker" -> market = in.ticker();
        case "price_dollars" -> price = in.price();
        case "delta_fp" -> hundredths = in.fixedPoint(2);
        case "side" -> side = in.outcome();
        case "ts" -> micros = in.micros();
        case "ts_ms" -> millis = in.millis();
        case "client_order_id" -> clientOrderId = in.isEmpty() ? null : ClientOrderId.of(in.text());
        case "subaccount" -> subaccount = in.number();
        case "market_id" -> in.skip();
        default -> {
          return false;
        }
      }
      return true;
    }

    @Override
    StreamEvent toEvent(Envelope envelope) {
      OutcomeSide outcome = require(side, "side");
      Price level = require(price, "price_dollars");
      return new BookDelta(
          envelope.requireSubscription(),
          envelope.requireSequence(),
          require(market, "market_ticker"),
          outcome.bookSide(),
          useYesPrice ? level : outcome.toYes(level),
          require(hundredths, "delta_fp"),
          micros != ABSENT ? micros : Math.multiplyExact(millis, 1000L),
          clientOrderId,
          subaccount);
    }
  }
}
