package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import java.util.ArrayList;
import java.util.List;

/** The contracts resting at one YES price. */
public record Level(Price price, Quantity quantity) {
  static List<Level> collect(OrderBook book, BookSide side, int limit) {
    List<Level> levels = new ArrayList<>();
    if (limit > 0) {
      book.forEachLevel(
          side,
          (price, hundredths) -> {
            levels.add(new Level(price, Quantity.ofHundredths(hundredths)));
            return levels.size() < limit;
          });
    }
    return List.copyOf(levels);
  }
}
