package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.OrderBookSnapshot;
import io.github.kalshi4j.client.stream.StreamBook;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A valid book as it was shown, down to some depth.
 *
 * @param bids best first
 * @param asks best first
 * @param changed the exchange's time of the last change; null after a snapshot, which has none
 * @param received when it came, by our clock
 */
record BookState(List<Level> bids, List<Level> asks, @Nullable Instant changed, Instant received) {
  BookState {
    bids = List.copyOf(bids);
    asks = List.copyOf(asks);
  }

  static BookState of(StreamBook book, int depth) {
    long micros = book.exchangeMicros();
    return new BookState(
        book.levels(BookSide.BID, depth),
        book.levels(BookSide.ASK, depth),
        micros == 0 ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
        book.received());
  }

  static BookState of(OrderBookSnapshot book, int depth, Instant received) {
    return new BookState(
        book.bids().stream().limit(depth).toList(),
        book.asks().stream().limit(depth).toList(),
        null,
        received);
  }

  Optional<Level> bid() {
    return bids.stream().findFirst();
  }

  Optional<Level> ask() {
    return asks.stream().findFirst();
  }

  /** Returns the best ask less the best bid, in dollars; below zero if they cross. */
  Optional<String> spread() {
    return ofBoth((bid, ask) -> BigDecimal.valueOf(ask.centicents() - bid.centicents(), 4));
  }

  /** Returns the middle of the best bid and the best ask, in dollars. */
  Optional<String> mid() {
    return ofBoth((bid, ask) -> {
      long sum = bid.centicents() + ask.centicents();
      return sum % 2 == 0 ? BigDecimal.valueOf(sum / 2, 4) : BigDecimal.valueOf(sum * 5, 5);
    });
  }

  /** Returns which side is missing, or that both are, where there is no spread. */
  String missing() {
    return bids.isEmpty() && asks.isEmpty()
        ? "no orders rest"
        : bids.isEmpty() ? "nobody bids" : "nobody asks";
  }

  private interface OfBoth {
    BigDecimal of(Price bid, Price ask);
  }

  private Optional<String> ofBoth(OfBoth function) {
    return bids.isEmpty() || asks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            function.of(bids.getFirst().price(), asks.getFirst().price()).toPlainString());
  }
}
