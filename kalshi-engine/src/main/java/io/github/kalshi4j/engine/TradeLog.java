package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.fee.FillFee;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.desk.DeskOrder;
import io.github.kalshi4j.engine.desk.OrderState;
import io.github.kalshi4j.engine.desk.VenueEvent;
import io.github.kalshi4j.engine.report.FillRecord;
import io.github.kalshi4j.engine.report.OrderRecord;
import io.github.kalshi4j.engine.report.TradeRecord;
import io.github.kalshi4j.risk.Verdict;
import io.github.kalshi4j.strategy.Position;
import io.github.kalshi4j.strategy.Signal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows every position from its first fill until it is flat, and remembers the orders behind it.
 * Order records are made when asked for, because an order may outlive the position it closed.
 */
final class TradeLog {
  private final Map<MarketTicker, Trade> open = new LinkedHashMap<>();
  private final List<Trade> closed = new ArrayList<>();
  private int opened;

  /** Takes a booked fill in: it may close a trade, and it may open one. */
  void fill(DeskOrder order, VenueEvent.Filled fill, Portfolio.Booking booking) {
    MarketTicker market = order.market();
    FillFee closingFee = closingFee(fill, booking);
    if (!booking.closed().isZero()) {
      Trade trade = current(market);
      trade
          .exits
          .computeIfAbsent(order, o -> new ArrayList<>())
          .add(record(order, fill, booking.closed(), closingFee));
      trade.proceeds = trade.proceeds.plus(booking.proceeds());
      trade.fees = trade.fees.plus(booking.closingFee());
      trade.held = trade.held.minus(booking.closed());
      if (trade.held.isZero()) {
        trade.exposedUntil = fill.time();
        close(trade, fill.time(), new TradeRecord.End.Sold(exitRule(order)));
      }
    }
    if (!booking.opened().isZero()) {
      Trade trade = open.get(market);
      if (trade == null) {
        trade = new Trade(++opened, market, order.outcome(), fill.time());
        open.put(market, trade);
      }
      trade
          .entries
          .computeIfAbsent(order, o -> new ArrayList<>())
          .add(record(order, fill, booking.opened(), minus(fill.fee(), closingFee)));
      trade.cost = trade.cost.plus(booking.cost());
      trade.fees = trade.fees.plus(booking.openingFee());
      trade.quantity = trade.quantity.plus(booking.opened());
      trade.held = trade.held.plus(booking.opened());
    }
  }

  /** Begins a trade with what was held before any order of ours. */
  void adopt(Position position, Instant now) {
    Trade trade = new Trade(++opened, position.market(), position.side(), now);
    trade.cost = position.cost();
    trade.fees = position.fees();
    trade.quantity = position.quantity();
    trade.held = position.quantity();
    open.put(position.market(), trade);
  }

  /** Takes note of an order that is to close the open trade, whether it will fill or not. */
  void leaving(DeskOrder order) {
    Trade trade = open.get(order.market());
    if (trade != null) {
      trade.exits.putIfAbsent(order, new ArrayList<>());
    }
  }

  /** Returns the record of an order that never filled. */
  static OrderRecord unfilled(DeskOrder order) {
    return record(order, List.of());
  }

  /**
   * Ends a market's open trade, if there is one, by a payout or a mark.
   *
   * @param marketClose when the market stopped trading, on the engine's clock
   */
  void end(VenueEvent.Settled settled, Instant marketClose, Money proceeds, TradeRecord.End end) {
    Trade trade = open.get(settled.market());
    if (trade != null) {
      trade.exposedUntil = marketClose;
      trade.proceeds = trade.proceeds.plus(proceeds);
      trade.fees = trade.fees.plus(settled.fee());
      trade.held = Quantity.ZERO;
      close(trade, settled.time(), end);
    }
  }

  /** Returns every finished trade, in the order in which they were opened. */
  List<TradeRecord> records() {
    return closed.stream().map(Trade::toRecord).sorted((a, b) -> a.number() - b.number()).toList();
  }

  /** Returns how long positions were held while their markets traded, added over markets. */
  Duration exposedTime() {
    return closed.stream()
        .map(trade -> Duration.between(trade.openedAt, trade.exposedUntil))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Trade current(MarketTicker market) {
    Trade trade = open.get(market);
    if (trade == null) {
      throw new IllegalStateException("a fill closed a position in " + market + " never opened");
    }
    return trade;
  }

  private void close(Trade trade, Instant time, TradeRecord.End end) {
    open.remove(trade.market);
    trade.closedAt = time;
    trade.end = end;
    closed.add(trade);
  }

  private static String exitRule(DeskOrder order) {
    return switch (order.reason()) {
      case DeskOrder.Reason.Exit exit -> exit.trigger().rule();
      case DeskOrder.Reason.Entry entry -> entry.assessment().entry().signal().name();
    };
  }

  private static FillRecord record(
      DeskOrder order, VenueEvent.Filled fill, Quantity part, FillFee fee) {
    return new FillRecord(
        fill.trade(),
        fill.time(),
        order.outcome().toYes(fill.price()),
        part,
        fill.liquidity(),
        fee,
        fill.reason(),
        fill.figures());
  }

  /**
   * Returns the closing part's share of a fill's fee, which nets to what was booked: the rounding
   * fee takes up what rounding the other two shares left.
   */
  private static FillFee closingFee(VenueEvent.Filled fill, Portfolio.Booking booking) {
    Money tradeFee =
        fill.fee().tradeFee().share(booking.closed(), fill.quantity(), RoundingMode.HALF_EVEN);
    Money rebate =
        fill.fee().rebate().share(booking.closed(), fill.quantity(), RoundingMode.HALF_EVEN);
    return new FillFee(tradeFee, booking.closingFee().minus(tradeFee).plus(rebate), rebate);
  }

  private static FillFee minus(FillFee whole, FillFee part) {
    return new FillFee(
        whole.tradeFee().minus(part.tradeFee()),
        whole.roundingFee().minus(part.roundingFee()),
        whole.rebate().minus(part.rebate()));
  }

  private static OrderRecord record(DeskOrder order, List<FillRecord> fills) {
    String status =
        switch (order.state()) {
          case OrderState.Sent sent -> "sent";
          case OrderState.Resting resting -> "resting";
          case OrderState.Executed executed -> "executed";
          case OrderState.Canceled canceled -> "canceled";
          case OrderState.Refused refused -> "refused";
        };
    String statusReason =
        switch (order.state()) {
          case OrderState.Canceled canceled -> canceled.reason();
          case OrderState.Refused refused -> refused.reason();
          case OrderState.Sent sent -> null;
          case OrderState.Resting resting -> null;
          case OrderState.Executed executed -> null;
        };
    Signal signal = null;
    List<Verdict> verdicts = List.of();
    OrderRecord.Exit exit = null;
    Quantity requested = order.order().quantity();
    switch (order.reason()) {
      case DeskOrder.Reason.Entry entry -> {
        signal = entry.assessment().entry().signal();
        verdicts = entry.assessment().verdicts();
        requested = entry.assessment().requested();
      }
      case DeskOrder.Reason.Exit reason -> {
        signal = reason.signal();
        exit = new OrderRecord.Exit(reason.trigger(), reason.firedAt(), reason.ownBid());
        requested = reason.position();
      }
    }
    return new OrderRecord(
        order.id(),
        order.purpose(),
        order.market(),
        signal,
        verdicts,
        exit,
        order.outcome(),
        order.limit(),
        order.order().timeInForce(),
        requested,
        order.order().quantity(),
        order.sent(),
        status,
        statusReason,
        fills);
  }

  /** A position's life. */
  private static final class Trade {
    private final int number;
    private final MarketTicker market;
    private final OutcomeSide side;
    private final Instant openedAt;
    private final Map<DeskOrder, List<FillRecord>> entries = new LinkedHashMap<>();
    private final Map<DeskOrder, List<FillRecord>> exits = new LinkedHashMap<>();
    private Quantity quantity = Quantity.ZERO;
    private Quantity held = Quantity.ZERO;
    private Money cost = Money.ZERO;
    private Money proceeds = Money.ZERO;
    private Money fees = Money.ZERO;
    private Instant closedAt;
    private Instant exposedUntil;
    private TradeRecord.@Nullable End end;

    private Trade(int number, MarketTicker market, OutcomeSide side, Instant openedAt) {
      this.number = number;
      this.market = market;
      this.side = side;
      this.openedAt = openedAt;
      this.closedAt = openedAt;
      this.exposedUntil = openedAt;
    }

    private TradeRecord toRecord() {
      if (end == null) {
        throw new IllegalStateException("trade " + number + " in " + market + " has not ended");
      }
      return new TradeRecord(
          number,
          market,
          side,
          quantity,
          openedAt,
          closedAt,
          records(entries),
          records(exits),
          end,
          cost,
          proceeds,
          fees);
    }

    private static List<OrderRecord> records(Map<DeskOrder, List<FillRecord>> orders) {
      return orders.entrySet().stream().map(e -> record(e.getKey(), e.getValue())).toList();
    }
  }
}
