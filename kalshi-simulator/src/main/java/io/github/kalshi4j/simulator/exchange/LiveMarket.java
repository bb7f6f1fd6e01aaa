package io.github.kalshi4j.simulator.exchange;

import io.github.kalshi4j.client.fee.FeeSchedule;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.PriceGrid;
import io.github.kalshi4j.simulator.market.ListedMarket;
import io.github.kalshi4j.simulator.market.MarketLife;
import io.github.kalshi4j.simulator.matching.BookOrder;
import io.github.kalshi4j.simulator.matching.MatchingBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A market with its book. The book's tick is the greatest step of which all prices, legal and
 * resting, are whole multiples, so that a grid with several steps needs no table.
 */
final class LiveMarket {
  private final ListedMarket listed;
  private final long waivedUntil;
  private final FeeSchedule waived;
  final MarketLife life = new MarketLife();
  MatchingBook book;
  private int step;
  PriceGrid grid;
  FeeSchedule fees;
  @Nullable Price settlementFloor;
  long close;
  @Nullable Price lastPrice;
  long volume;
  long openInterest;

  LiveMarket(ListedMarket listed) {
    this.listed = listed;
    grid = listed.grid();
    fees = listed.fees();
    waivedUntil =
        listed.feeWaiverUntil() == null ? Long.MIN_VALUE : Micros.of(listed.feeWaiverUntil());
    waived = new FeeSchedule(fees.type(), BigDecimal.ZERO);
    settlementFloor = listed.settlementFloor();
    close = Micros.of(listed.close());
    step = stepOf(grid);
    book = newBook();
  }

  ListedMarket listed() {
    return listed;
  }

  MarketTicker ticker() {
    return listed.market();
  }

  int shard() {
    return listed.shard();
  }

  FeeSchedule feesAt(long micros) {
    return micros < waivedUntil ? waived : fees;
  }

  int tick(Price price) {
    return (int) price.centicents() / step;
  }

  Price price(int tick) {
    return Price.ofCenticents((long) tick * step);
  }

  /** Returns the orders of a side, best price first, oldest first. */
  List<LiveOrder> resting(BookSide side) {
    List<LiveOrder> orders = new ArrayList<>();
    for (BookOrder order = book.first(side); order != null; order = book.next(order)) {
      orders.add((LiveOrder) order);
    }
    return orders;
  }

  /** Returns all orders, bids first, each side best price first. */
  List<LiveOrder> resting() {
    List<LiveOrder> orders = resting(BookSide.BID);
    orders.addAll(resting(BookSide.ASK));
    return orders;
  }

  /** Takes another grid; orders keep their places, even those whose prices are legal no more. */
  void useGrid(PriceGrid newGrid) {
    List<LiveOrder> orders = resting();
    int fitting = stepOf(newGrid);
    for (LiveOrder order : orders) {
      fitting = gcd(fitting, (int) order.price.centicents());
    }
    grid = newGrid;
    if (fitting != step) {
      for (LiveOrder order : orders) {
        book.reduce(order, order.restingHundredths());
      }
      step = fitting;
      book = newBook();
      for (LiveOrder order : orders) {
        book.rest(order, order.side, tick(order.price), order.open);
      }
    }
  }

  private MatchingBook newBook() {
    return new MatchingBook((int) Price.ONE.centicents() / step + 1);
  }

  private static int stepOf(PriceGrid grid) {
    int step = (int) Price.ONE.centicents();
    for (int i = 0; i < grid.size(); i++) {
      step = gcd(step, (int) grid.priceAt(i).centicents());
    }
    return step;
  }

  private static int gcd(int a, int b) {
    return a == 0 ? b : gcd(b % a, a);
  }
}
