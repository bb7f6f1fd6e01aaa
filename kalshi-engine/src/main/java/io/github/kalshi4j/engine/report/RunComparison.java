package io.github.kalshi4j.engine.report;

import io.github.kalshi4j.client.value.ClientOrderId;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.desk.OrderPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a run and the backtest of the tape that it recorded differ. An order of the one is the same
 * as an order of the other if market, purpose and outcome are equal, and no more than {@link
 * #CLOSE_BY} lies between them; it is alike if quantity, limit and fills are equal, too. Of several
 * that may be the same, one that is alike is taken, else the earliest.
 *
 * @param fills how the backtest made its fills
 * @param sameDecisions whether the decision hashes are equal, so that nothing differs; real orders
 *     have other names and times than those on paper, so it is then never so
 * @param alike how many orders are alike
 * @param differing the others, in order of time
 */
public record RunComparison(
    BacktestReport.Fills fills,
    Totals live,
    Totals tape,
    boolean sameDecisions,
    int alike,
    List<Pair> differing) {
  /** How far apart in time an order may be sent in the run and on the tape. */
  public static final Duration CLOSE_BY = Duration.ofSeconds(1);

  public RunComparison {
    differing = List.copyOf(differing);
  }

  /** What one of the two came to. */
  public record Totals(int orders, Quantity ordered, Quantity filled, Money fees, Money netPnl) {}

  /**
   * An order as far as it is compared.
   *
   * @param limit a price of the outcome it buys
   * @param cost what its fills cost, without fees
   */
  public record Sent(
      Instant time,
      MarketTicker market,
      OrderPurpose purpose,
      OutcomeSide outcome,
      Price limit,
      Quantity quantity,
      Quantity filled,
      Money cost) {
    private boolean isSameAs(Sent other) {
      return market.equals(other.market)
          && purpose == other.purpose
          && outcome == other.outcome
          && Duration.between(time, other.time).abs().compareTo(CLOSE_BY) <= 0;
    }

    private boolean isAlike(Sent other) {
      return limit.equals(other.limit)
          && quantity.equals(other.quantity)
          && filled.equals(other.filled)
          && cost.equals(other.cost);
    }
  }

  /** An order of both, or of one of them: the other is null then. */
  public record Pair(@Nullable Sent live, @Nullable Sent tape) {
    private Instant time() {
      Sent either = live == null ? tape : live;
      return either == null ? Instant.MAX : either.time();
    }
  }

  /**
   * Compares a run with a backtest.
   *
   * @param live the figures of the run
   * @param tape the backtest of what it recorded
   */
  public static RunComparison of(BacktestReport live, BacktestReport tape) {
    List<Sent> ours = sent(live);
    List<Sent> theirs = sent(tape);
    List<Sent> unmatched = new ArrayList<>(theirs);
    List<Sent> unlike = new ArrayList<>();
    for (Sent each : ours) { // these first, so that one that differs does not take their place
      if (take(unmatched, other -> each.isSameAs(other) && each.isAlike(other)) == null) {
        unlike.add(each);
      }
    }
    List<Pair> differing = new ArrayList<>();
    unlike.forEach(each -> differing.add(new Pair(each, take(unmatched, each::isSameAs))));
    unmatched.forEach(each -> differing.add(new Pair(null, each)));
    differing.sort(Comparator.comparing(Pair::time));
    return new RunComparison(
        tape.fills(),
        totals(live, ours),
        totals(tape, theirs),
        live.decisionHash().equals(tape.decisionHash()),
        ours.size() - unlike.size(),
        differing);
  }

  /** Takes the first such order out; null if there is none. */
  private static @Nullable Sent take(List<Sent> orders, Predicate<Sent> which) {
    Sent found = orders.stream().filter(which).findFirst().orElse(null);
    orders.remove(found);
    return found;
  }

  private static Totals totals(BacktestReport report, List<Sent> orders) {
    return new Totals(
        orders.size(),
        orders.stream().map(Sent::quantity).reduce(Quantity.ZERO, Quantity::plus),
        orders.stream().map(Sent::filled).reduce(Quantity.ZERO, Quantity::plus),
        report.summary().fees(),
        report.summary().netPnl());
  }

  /** Returns all orders in order of time; one that belongs to two trades comes once. */
  private static List<Sent> sent(BacktestReport report) {
    Map<ClientOrderId, Sent> orders = new LinkedHashMap<>();
    Stream.concat(
            report.trades().stream()
                .flatMap(trade -> Stream.concat(trade.entries().stream(), trade.exits().stream())),
            report.unfilledEntries().stream())
        .forEach(order -> orders.merge(order.id(), sent(order), RunComparison::together));
    return orders.values().stream().sorted(Comparator.comparing(Sent::time)).toList();
  }

  private static Sent sent(OrderRecord order) {
    Money cost =
        order.fills().stream()
            .map(fill -> fill.price().times(fill.quantity()))
            .reduce(Money.ZERO, Money::plus);
    return new Sent(
        order.sent(),
        order.market(),
        order.purpose(),
        order.outcome(),
        order.limit(),
        order.quantity(),
        order.filled(),
        cost);
  }

  private static Sent together(Sent one, Sent other) {
    return new Sent(
        one.time,
        one.market,
        one.purpose,
        one.outcome,
        one.limit,
        one.quantity,
        one.filled.plus(other.filled),
        one.cost.plus(other.cost));
  }
}
