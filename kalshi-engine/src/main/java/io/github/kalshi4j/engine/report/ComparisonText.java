package io.github.kalshi4j.engine.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A comparison as plain text: the sums side by side, then the orders that differ. */
final class ComparisonText {
  private static final int MOST = 20;

  private final RunComparison comparison;
  private final StringBuilder out = new StringBuilder();

  ComparisonText(RunComparison comparison) {
    this.comparison = comparison;
  }

  String write() {
    RunComparison.Totals live = comparison.live();
    RunComparison.Totals tape = comparison.tape();
    out.append("The run, and a backtest of its tape\n");
    line("", "the run", "backtest");
    line("orders", live.orders(), tape.orders());
    line("contracts ordered", live.ordered(), tape.ordered());
    line("contracts filled", live.filled(), tape.filled());
    line("fees", ReportText.dollars(live.fees()), ReportText.dollars(tape.fees()));
    line("net P&L", ReportText.dollars(live.netPnl()), ReportText.dollars(tape.netPnl()));
    BacktestReport.Fills fills = comparison.fills();
    out.append("  the backtest: ")
        .append(fills.model().label())
        .append(" fills; an order takes ")
        .append(fills.latency().order().toMillis())
        .append(" ms to arrive\n");
    int differing = comparison.differing().size();
    if (comparison.sameDecisions()) {
      out.append("  every decision is the same, by the hash\n");
      return out.toString();
    }
    out.append("  ")
        .append(comparison.alike())
        .append(comparison.alike() == 1 ? " order alike, " : " orders alike, ")
        .append(differing == 0 ? "none differs" : differing + " not")
        .append('\n');
    comparison.differing().stream().limit(MOST).forEach(this::pair);
    if (differing > MOST) {
      out.append("  and ").append(differing - MOST).append(" more, see --json\n");
    }
    return out.toString();
  }

  private void line(String label, Object live, Object tape) {
    out.append(String.format(Locale.ROOT, "  %-18s %14s %14s\n", label, live, tape));
  }

  private void pair(RunComparison.Pair pair) {
    RunComparison.Sent either = pair.live() == null ? pair.tape() : pair.live();
    if (either == null) {
      return;
    }
    out.append("  ")
        .append(shown(either.time()))
        .append(' ')
        .append(either.market())
        .append(' ')
        .append(either.purpose().name().toLowerCase(Locale.ROOT))
        .append(' ')
        .append(either.outcome().wire())
        .append('\n');
    side("the run ", pair.live());
    side("backtest", pair.tape());
  }

  private void side(String name, RunComparison.@Nullable Sent sent) {
    out.append("    ").append(name).append(' ');
    if (sent == null) {
      out.append(" no such order\n");
      return;
    }
    out.append(' ')
        .append(sent.quantity())
        .append(" at ")
        .append(sent.limit())
        .append(", filled ")
        .append(sent.filled());
    if (!sent.filled().isZero()) {
      out.append(" for ").append(ReportText.dollars(sent.cost()));
    }
    out.append("; sent ").append(shown(sent.time())).append('\n');
  }

  private static Instant shown(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
