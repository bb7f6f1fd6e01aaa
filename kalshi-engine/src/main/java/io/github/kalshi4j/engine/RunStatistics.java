package io.github.kalshi4j.engine;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.desk.DeskOrder;
import io.github.kalshi4j.engine.desk.OrderPurpose;
import io.github.kalshi4j.engine.report.BacktestReport.Denials;
import io.github.kalshi4j.risk.Assessment;
import io.github.kalshi4j.risk.Verdict;
import io.github.kalshi4j.risk.Verdict.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is counted while an engine runs. */
final class RunStatistics {
  private final Map<String, Long> denials = new TreeMap<>();
  private Money peakEquity;
  private Money maxDrawdown = Money.ZERO;
  private Money maxExposure = Money.ZERO;
  long bookUpdates;
  long signals;
  long entryOrders;
  long exitOrders;
  Quantity ordered = Quantity.ZERO;
  Quantity filled = Quantity.ZERO;

  RunStatistics(Money equity) {
    this.peakEquity = equity;
  }

  void assessed(Assessment assessment) {
    signals++;
    for (Verdict verdict : assessment.verdicts()) {
      if (verdict.decision() instanceof Decision.Denied) {
        denials.merge(verdict.rule(), 1L, Long::sum);
      }
    }
  }

  void sent(DeskOrder order) {
    if (order.purpose() == OrderPurpose.ENTRY) {
      entryOrders++;
      ordered = ordered.plus(order.order().quantity());
    } else {
      exitOrders++;
    }
  }

  void filled(DeskOrder order, Quantity quantity) {
    if (order.purpose() == OrderPurpose.ENTRY) {
      filled = filled.plus(quantity);
    }
  }

  void equity(Money equity) {
    peakEquity = peakEquity.max(equity);
    maxDrawdown = maxDrawdown.max(peakEquity.minus(equity));
  }

  void exposure(Money exposure) {
    maxExposure = maxExposure.max(exposure);
  }

  Money maxDrawdown() {
    return maxDrawdown;
  }

  Money maxExposure() {
    return maxExposure;
  }

  /** Returns the denials by rule, most often first. */
  List<Denials> denials() {
    return denials.entrySet().stream()
        .map(entry -> new Denials(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Denials::count).reversed().thenComparing(Denials::rule))
        .toList();
  }
}
