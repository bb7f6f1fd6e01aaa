package io.github.kalshi4j.simulator.life;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.OrderId;
import io.github.kalshi4j.client.value.UserId;
import org.jspecify.annotations.Nullable;

/** One order that a maker keeps in the book, and moves now and then. */
final class Slot {
  final UserId owner;
  final BookSide side;
  final long lagMicros;
  @Nullable OrderId order;
  int price; // of the order, in units of $0.0001

  Slot(UserId owner, BookSide side, long lagMicros) {
    this.owner = owner;
    this.side = side;
    this.lagMicros = lagMicros;
  }
}
