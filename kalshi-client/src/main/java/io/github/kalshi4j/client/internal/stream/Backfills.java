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
import java.util.Collections;
import java.util.Comparator;
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
      case USER_ORDERS -> new OrderBackfill(rest.orders()::all, rest.orders()::get);
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
    List<Trade> found = new ArrayList<>();
    TradeQuery query = TradeQuery.ALL.from(since);
    if (interest.everything() || interest.keys().size() > MOST_MARKETS) {
      add(found, rest, query);
    } else {
      for (String market : interest.keys()) {
        add(found, rest, query.withMarket(MarketTicker.of(market)));
      }
    }
    Collections.reverse(found); // the newest comes first, of one microsecond, too
    found.sort(Comparator.comparing(Trade::created));
    return found.stream().map(Backfills::event).toList();
  }

  private static void add(List<Trade> found, LiveStream.Rest rest, TradeQuery query) {
    try (Stream<Trade> trades = rest.markets().allTrades(query)) {
      trades.forEach(found::add);
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
    List<Fill> found = new ArrayList<>();
    try (Stream<Fill> fills = rest.portfolio().allFills(FillQuery.ALL.from(since))) {
      fills.forEach(found::add);
    }
    Collections.reverse(found); // the newest comes first, of one microsecond, too
    found.sort(Comparator.comparing(Backfills::time));
    return found.stream().map(Backfills::event).toList();
  }

  /** Returns when a fill happened; the start of 1970 if the exchange does not say. */
  private static Instant time(Fill fill) {
    Instant time = fill.created() != null ? fill.created() : fill.time();
    return time == null ? Instant.EPOCH : time;
  }

  private static FillEvent event(Fill fill) {
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
        time(fill).toEpochMilli(),
        fill.exchangeIndex(),
        fill.subaccount());
  }
}
