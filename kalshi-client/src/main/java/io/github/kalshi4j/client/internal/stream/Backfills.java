package io.github.kalshi4j.client.internal.stream;

import io.github.kalshi4j.client.market.Trade;
import io.github.kalshi4j.client.market.TradeQuery;
import io.github.kalshi4j.client.portfolio.Fill;
import io.github.kalshi4j.client.portfolio.FillQuery;
import io.github.kalshi4j.client.stream.Channel;
import io.github.kalshi4j.client.stream.FillEvent;
import io.github.kalshi4j.client.stream.PublicTrade;
import io.github.kalshi4j.client.stream.StreamEvent;
import io.github.kalshi4j.client.value.MarketTicker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How each channel is filled over REST. */
final class Backfills {
  /** Up to so many markets are asked for one by one; beyond, all are, and the others left out. */
  private static final int MOST_MARKETS = 50;

  private Backfills() {}

  static Backfill<? extends StreamEvent> of(
      Channel channel, LiveStream.Rest rest, Supplier<Interest> interest) {
    return switch (channel) {
      case TRADE ->
          new MatchBackfill<PublicTrade>(
              since -> trades(rest, interest.get(), since),
              PublicTrade::id,
              PublicTrade::exchangeMillis);
      case FILL ->
          new MatchBackfill<FillEvent>(
              since -> fills(rest, since), FillKey::of, FillEvent::exchangeMillis);
      case USER_ORDERS -> new OrderBackfill(rest.orders());
      default -> throw new IllegalArgumentException("no back-fill of " + channel.wire());
    };
  }

  /** A match with ourselves gives two fills of one id, of two orders. */
  private record FillKey(Object id, Object order) {
    static FillKey of(FillEvent fill) {
      return new FillKey(fill.id(), fill.order());
    }
  }

  private static List<PublicTrade> trades(LiveStream.Rest rest, Interest interest, Instant since) {
    List<PublicTrade> found = new ArrayList<>();
    TradeQuery query = TradeQuery.ALL.from(since);
    if (interest.everything() || interest.keys().size() > MOST_MARKETS) {
      add(found, rest, query);
    } else {
      for (String market : interest.keys()) {
        add(found, rest, query.withMarket(MarketTicker.of(market)));
      }
    }
    return found;
  }

  private static void add(List<PublicTrade> found, LiveStream.Rest rest, TradeQuery query) {
    try (Stream<Trade> trades = rest.markets().allTrades(query)) {
      trades.map(Backfills::event).forEach(found::add);
    }
  }

  private static PublicTrade event(Trade trade) {
    return new PublicTrade(
        0,
        0,
        trade.id(),
        trade.market(),
        trade.price(),
        trade.quantity(),
        trade.taker(),
        trade.block(),
        trade.created().toEpochMilli());
  }

  private static List<FillEvent> fills(LiveStream.Rest rest, Instant since) {
    try (Stream<Fill> fills = rest.portfolio().allFills(FillQuery.ALL.from(since))) {
      return fills.map(Backfills::event).toList();
    }
  }

  private static FillEvent event(Fill fill) {
    Instant time = fill.created() != null ? fill.created() : fill.time();
    return new FillEvent(
        0,
        fill.trade(),
        fill.order(),
        null,
        fill.market(),
        fill.side(),
        fill.liquidity(),
        fill.price(),
        fill.quantity(),
        fill.fee(),
        null,
        time == null ? 0 : time.toEpochMilli(),
        fill.exchangeIndex(),
        fill.subaccount());
  }
}
