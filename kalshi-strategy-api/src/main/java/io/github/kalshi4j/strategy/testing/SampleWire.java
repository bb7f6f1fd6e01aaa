package io.github.kalshi4j.strategy.testing;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages as the exchange does and gives each a time of arrival: 20 to 60 ms after it was
 * made, and never before the one ahead of it. NO levels carry NO prices.
 */
final class SampleWire {
  private static final int BOOK = 1;
  private static final int TICKER = 2;
  private static final int TRADE = 3;

  private final SampleRandom random;
  private final Deque<SampleFrame> out = new ArrayDeque<>();
  private final long[] sequences = new long[TRADE + 1];
  private long lastReceiveNanos;
  private long lastMicros;
  private int commands;
  private @Nullable MarketTicker identified; // the market that has the id
  private UUID id = new UUID(0, 0);

  SampleWire(SampleRandom random) {
    this.random = random;
  }

  /** Returns the frames written and not taken yet. */
  Deque<SampleFrame> frames() {
    return out;
  }

  /** Answers the first command. */
  void subscribed(boolean trades, long micros) {
    commands++;
    subscribed("orderbook_delta", BOOK, micros);
    subscribed("ticker", TICKER, micros);
    if (trades) {
      subscribed("trade", TRADE, micros);
    }
  }

  private void subscribed(String channel, int subscription, long micros) {
    Json json = new Json().text("type", "subscribed").number("id", commands);
    write(micros, json.object("msg").text("channel", channel).number("sid", subscription));
  }

  /** Answers a change of the markets of each subscription, with the markets after it. */
  void changed(boolean trades, List<MarketTicker> markets, long micros) {
    String list =
        markets.stream()
            .sorted()
            .map(market -> "\"" + market + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    for (int subscription = BOOK; subscription <= (trades ? TRADE : TICKER); subscription++) {
      commands++;
      Json json = new Json().text("type", "ok").number("id", commands).number("sid", subscription);
      if (subscription != TICKER) {
        json.number("seq", next(subscription));
      }
      write(micros, json.object("msg").raw("market_tickers", list));
    }
  }

  void snapshot(MarketTicker market, SampleBook book, long micros) {
    Json json = message("orderbook_snapshot", BOOK, market);
    for (BookSide side : BookSide.values()) {
      List<Price> prices = book.prices(side);
      if (!prices.isEmpty()) { // an empty side is an absent key
        String levels =
            prices.reversed().stream() // the best comes last
                .map(price -> level(book, side, price))
                .collect(Collectors.joining(",", "[", "]"));
        json.raw(side.outcome().wire() + "_dollars_fp", levels);
      }
    }
    write(micros, json);
  }

  private static String level(SampleBook book, BookSide side, Price price) {
    Quantity quantity = Quantity.ofHundredths(book.hundredthsAt(side, price));
    return "[\"" + side.outcome().toYes(price) + "\",\"" + quantity + "\"]";
  }

  void delta(MarketTicker market, BookSide side, Price price, long hundredths, long micros) {
    Quantity change = Quantity.ofHundredths(Math.abs(hundredths));
    write(
        micros,
        message("orderbook_delta", BOOK, market)
            .text("price_dollars", side.outcome().toYes(price))
            .text("delta_fp", (hundredths < 0 ? "-" : "") + change)
            .text("side", side.outcome().wire())
            .text("ts", rfc3339(micros))
            .number("ts_ms", micros / 1000));
  }

  void ticker(
      MarketTicker market,
      SampleBook book,
      Price last,
      long lastHundredths,
      long volumeHundredths,
      long openInterestHundredths,
      long micros) {
    Price bid = book.best(BookSide.BID).orElse(Price.ZERO);
    Price ask = book.best(BookSide.ASK).orElse(Price.ONE);
    write(
        micros,
        message("ticker", TICKER, market)
            .text("price_dollars", last)
            .text("yes_bid_dollars", bid)
            .text("yes_ask_dollars", ask)
            .quantity("yes_bid_size_fp", book.hundredthsAt(BookSide.BID, bid))
            .quantity("yes_ask_size_fp", book.hundredthsAt(BookSide.ASK, ask))
            .quantity("last_trade_size_fp", lastHundredths)
            .quantity("volume_fp", volumeHundredths)
            .quantity("open_interest_fp", openInterestHundredths)
            .number("dollar_volume", volumeHundredths / 200) // fifty cents a contract
            .number("dollar_open_interest", openInterestHundredths / 200)
            .number("ts", micros / 1_000_000)
            .number("ts_ms", micros / 1000)
            .text("time", rfc3339(micros)));
  }

  void trade(MarketTicker market, OutcomeSide taker, Price price, long hundredths, long micros) {
    write(
        micros,
        new Json()
            .text("type", "trade")
            .number("sid", TRADE)
            .number("seq", next(TRADE))
            .object("msg")
            .text("trade_id", new UUID(random.nextLong(), random.nextLong()))
            .text("market_ticker", market)
            .text("yes_price_dollars", price)
            .text("no_price_dollars", price.complement())
            .quantity("count_fp", hundredths)
            .text("taker_side", taker.wire())
            .text("taker_outcome_side", taker.wire())
            .text("taker_book_side", taker.bookSide().wire())
            .raw("is_block_trade", "false")
            .number("ts", micros / 1_000_000)
            .number("ts_ms", micros / 1000));
  }

  /** Begins a message about a market; {@code ticker} is the one channel without numbers. */
  private Json message(String type, int subscription, MarketTicker market) {
    Json json = new Json().text("type", type).number("sid", subscription);
    if (subscription != TICKER) {
      json.number("seq", next(subscription));
    }
    return json.object("msg").text("market_ticker", market).text("market_id", idOf(market));
  }

  private void write(long micros, Json json) {
    long receiveNanos;
    if (micros == lastMicros) {
      receiveNanos = lastReceiveNanos + random.between(1_000, 20_000);
    } else {
      long latencyNanos = random.between(20_000_000, 60_000_000);
      receiveNanos = Math.max(lastReceiveNanos + 1_000, micros * 1000 + latencyNanos);
    }
    lastMicros = micros;
    lastReceiveNanos = receiveNanos;
    out.addLast(new SampleFrame(receiveNanos, json.toString()));
  }

  private long next(int subscription) {
    return ++sequences[subscription];
  }

  /** The exchange names markets by a UUID too; ours is made of the ticker. */
  private UUID idOf(MarketTicker market) {
    if (!market.equals(identified)) {
      identified = market;
      id = UUID.nameUUIDFromBytes(market.value().getBytes(StandardCharsets.US_ASCII));
    }
    return id;
  }

  /** Returns a time as the exchange writes it, without trailing zeros of the fraction. */
  private static String rfc3339(long micros) {
    String seconds = Instant.ofEpochSecond(micros / 1_000_000).toString();
    long fraction = micros % 1_000_000;
    if (fraction == 0) {
      return seconds;
    }
    String digits = Long.toString(1_000_000 + fraction).substring(1).replaceAll("0+$", "");
    return seconds.substring(0, seconds.length() - 1) + "." + digits + "Z";
  }

  /** Writes an object, and one inside it, field by field; both are closed at the end. */
  private static final class Json {
    private final StringBuilder out = new StringBuilder(320).append('{');
    private boolean inner;

    Json text(String name, Object value) {
      key(name).append('"').append(value).append('"');
      return this;
    }

    Json number(String name, long value) {
      key(name).append(value);
      return this;
    }

    Json quantity(String name, long hundredths) {
      return text(name, Quantity.ofHundredths(hundredths));
    }

    Json raw(String name, String json) {
      key(name).append(json);
      return this;
    }

    Json object(String name) {
      key(name).append('{');
      inner = true;
      return this;
    }

    private StringBuilder key(String name) {
      if (out.charAt(out.length() - 1) != '{') {
        out.append(',');
      }
      return out.append('"').append(name).append("\":");
    }

    @Override
    public String toString() {
      return out + (inner ? "}}" : "}");
    }
  }
}
