package io.github.kalshi4j.client.market;

import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.Price;
import java.util.List;

/** Levels that stand in lists. */
record ListedLevels(List<Level> bids, List<Level> asks) implements LevelSource {
  @Override
  public int count(BookSide side) {
    return levels(side).size();
  }

  @Override
  public Price price(BookSide side, int index) {
    return levels(side).get(index).price();
  }

  @Override
  public long hundredths(BookSide side, int index) {
    return levels(side).get(index).quantity().hundredths();
  }

  private List<Level> levels(BookSide side) {
    return side == BookSide.BID ? bids : asks;
  }
}
