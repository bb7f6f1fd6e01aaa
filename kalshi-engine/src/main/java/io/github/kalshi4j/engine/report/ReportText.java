package io.github.kalshi4j.engine.report;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.risk.breaker.Trip;
import io.github.kalshi4j.strategy.Figure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a report as text. Every section is a title and lines of a label and a value. */
final class ReportText {
  private static final int LABEL = 20;
  private static final int WIDTH = 100;

  private final BacktestReport report;
  private final @Nullable RunReport run;
  private final StringBuilder out = new StringBuilder();

  ReportText(BacktestReport report) {
    this.report = report;
    run = null;
  }

  ReportText(RunReport run) {
    report = run.figures();
    this.run = run;
  }

  String write() {
    return run == null ? backtest() : run(run);
  }

  private String run(RunReport live) {
    out.append("Run of ").append(report.strategy()).append(live.paper() ? " on paper" : "");
    out.append(" at ").append(live.exchange()).append('\n');
    stream(live, report.data());
    if (live.paper()) {
      fills(report.fills());
    }
    results(report.summary());
    ends();
    risk();
    left(live);
    notes(live.notes());
    if (live.comparison() != null) {
      out.append('\n').append(new ComparisonText(live.comparison()).write());
    }
    hash();
    out.append('\n').append(caution(live)).append('\n');
    return out.toString();
  }

  private void stream(RunReport live, BacktestReport.Data data) {
    title("Stream");
    line("from, to", data.start() + " to " + data.end());
    line("length", human(data.span()));
    line(
        "connections",
        live.connections()
            + " ("
            + plural(data.gaps(), "gap")
            + ", "
            + human(data.gapTime())
            + "; "
            + plural(data.sequenceGaps(), "sequence gap")
            + "; "
            + plural(live.lostFrames(), "lost frame")
            + ")");
    line(
        "books",
        "of "
            + plural(data.markets(), "market")
            + ", valid "
            + human(data.valid())
            + ", stale "
            + human(data.stale())
            + ", over all markets");
    line("frames", data.frames() + "; " + plural(data.bookUpdates(), "book update"));
    wrapped("parameters", report.parameters());
  }

  private void left(RunReport live) {
    title("What is left");
    if (live.held().isEmpty()) {
      line("held", "nothing in the markets that were traded");
    }
    for (RunReport.Held held : live.held()) {
      line(
          "held",
          held.quantity()
              + " "
              + held.side().wire()
              + " in "
              + held.market()
              + ", cost "
              + dollars(held.cost())
              + ", counted at "
              + (held.ownBid() == null ? "nothing: nobody bid" : "its best bid " + held.ownBid()));
    }
    if (live.mayRest().isEmpty()) {
      line("orders at rest", "none of this run");
    }
    for (String order : live.mayRest()) {
      line("MAY STILL REST", order);
    }
  }

  private void notes(List<String> notes) {
    if (!notes.isEmpty()) {
      title("What happened on the way");
      notes.forEach(note -> out.append("  ").append(note).append('\n'));
    }
  }

  private void hash() {
    title("Run");
    line("decision hash", report.decisionHash());
  }

  private String caution(RunReport live) {
    String hours =
        String.format(Locale.ROOT, "%.1f", report.data().span().toMillis() / 3_600_000.0);
    return "Results of "
        + hours
        + (live.paper() ? " hours on paper" : " hours")
        + " prove nothing about the next hour.";
  }

  private String backtest() {
    boolean generated = report.data().origin().contains("generated");
    out.append("Backtest of ").append(report.strategy());
    out.append(generated ? " on GENERATED data\n" : "\n");
    if (generated) {
      out.append(
          "\n*** GENERATED: these books come from a random generator. No market ever did this,\n");
      out.append("*** and no figure below says anything about trading on the exchange.\n");
    }
    data(report.data());
    fills(report.fills());
    results(report.summary());
    ends();
    risk();
    alternatives();
    runtime();
    out.append('\n').append(caution(generated)).append('\n');
    return out.toString();
  }

  private void data(BacktestReport.Data data) {
    title("Data");
    line("origin", data.origin());
    line("tapes, markets", plural(data.tapes(), "tape") + ", " + plural(data.markets(), "market"));
    line("from, to", data.start() + " to " + data.end());
    line("length", human(data.span()) + " on tape");
    line(
        "coverage",
        percent(data.coverage())
            + " ("
            + plural(data.gaps(), "recorded gap")
            + ", "
            + human(data.gapTime())
            + "; "
            + plural(data.sequenceGaps(), "sequence gap")
            + "; "
            + plural(data.faults(), "negative level")
            + ")");
    line(
        "books",
        "valid " + human(data.valid()) + ", stale " + human(data.stale()) + ", over all markets");
    line(
        "frames",
        data.frames()
            + ", of them "
            + data.unrecognized()
            + " of unknown type; "
            + plural(data.bookUpdates(), "book update"));
    wrapped("parameters", report.parameters());
  }

  private void fills(BacktestReport.Fills fills) {
    title("Fills");
    line("model", fills.model().label() + (fills.restingOrders() ? "" : " (no order ever rested)"));
    line(
        "latency",
        "order "
            + fills.latency().order().toMillis()
            + " ms, cancel "
            + fills.latency().cancel().toMillis()
            + " ms, acknowledgement "
            + fills.latency().acknowledgement().toMillis()
            + " ms");
  }

  private void results(BacktestReport.Summary summary) {
    title("Result");
    line("trades", trades(summary));
    line("win rate", summary.trades() == 0 ? "-" : percent(summary.winRate()));
    money("gross P&L", summary.grossPnl());
    money("fees", summary.fees());
    money("net P&L", summary.netPnl());
    money("largest win", summary.largestWin());
    money("largest loss", summary.largestLoss());
    money("max drawdown", summary.maxDrawdown());
    money("max exposure", summary.maxExposure());
    line("time exposed", human(summary.exposedTime()));
    money("cash at start", summary.startCash());
    money("cash at end", summary.endCash());
    line(
        "orders",
        plural(summary.signals(), "signal")
            + ", "
            + plural(summary.entryOrders(), "entry order")
            + " ("
            + report.unfilledEntries().size()
            + " without a fill), "
            + plural(summary.exitOrders(), "exit order"));
    line(
        "fill rate",
        (summary.ordered().isZero() ? "-" : percent(summary.fillRate()))
            + " ("
            + summary.filled()
            + " of "
            + summary.ordered()
            + " contracts of the entries)");
  }

  private static String trades(BacktestReport.Summary summary) {
    return summary.trades()
        + " ("
        + summary.wins()
        + " won, "
        + summary.losses()
        + " lost, "
        + summary.breakEven()
        + " even)";
  }

  private void ends() {
    BacktestReport.Summary summary = report.summary();
    title("How positions ended");
    Map<String, Tally> tallies = new TreeMap<>();
    for (TradeRecord trade : report.trades()) {
      tallies.computeIfAbsent(ending(trade.end()), e -> new Tally()).add(trade);
    }
    if (tallies.isEmpty()) {
      out.append("  there were none\n");
    }
    tallies.forEach((ending, tally) -> row(ending, tally.count, tally.netPnl));
    if (summary.settledBeyondTape() > 0) {
      out.append(
          "  Settled beyond the tape: the recording stopped before the market closed, so the\n");
      out.append("  strategy had no chance to leave. ");
      apart(summary.settledBeyondTape(), summary.settledBeyondTapePnl());
    }
    if (summary.marked() > 0) {
      out.append(
          run == null
              ? "  Marked: no result was recorded, so the last own-side bid stands in for it. "
              : "  Marked: still held, and counted at the last own-side bid. ");
      apart(summary.marked(), summary.markedPnl());
    }
  }

  private void apart(int count, Money pnl) {
    out.append(plural(count, "trade")).append(", ").append(dollars(pnl));
    out.append(" of the net P&L,\n  which is ");
    out.append(dollars(report.summary().netPnl().minus(pnl))).append(" without them.\n");
  }

  private static String ending(TradeRecord.End end) {
    return switch (end) {
      case TradeRecord.End.Sold sold -> sold.rule();
      case TradeRecord.End.Settled settled ->
          settled.beyondTape() ? "settled beyond tape" : "settled";
      case TradeRecord.End.Marked marked -> "marked";
    };
  }

  private void risk() {
    title("Risk");
    line(
        "entries denied",
        report.denied().isEmpty()
            ? "none"
            : report.denied().stream()
                    .map(d -> d.rule() + " " + d.count())
                    .collect(Collectors.joining(", "))
                + (report.denied().size() > 1 ? "; each counts all that it denied" : ""));
    if (report.breakers().isEmpty()) {
      line("breakers", "none tripped");
    }
    for (Trip trip : report.breakers()) {
      line(
          "breaker tripped",
          trip.time()
              + ": lost "
              + dollars(trip.loss())
              + " of "
              + dollars(trip.limit())
              + " allowed");
    }
  }

  private void alternatives() {
    title("Other fill models");
    if (report.alternatives().isEmpty()) {
      out.append(
          report.fills().restingOrders()
              ? "  not run\n"
              : "  No order ever rested, so all three models give this same result.\n");
    }
    for (BacktestReport.Alternative other : report.alternatives()) {
      line(
          other.model().label(),
          plural(other.trades(), "trade")
              + ", net "
              + dollars(other.netPnl())
              + ", fill rate "
              + percent(other.fillRate()));
    }
    if (!report.alternatives().isEmpty()
        && report.alternatives().stream()
            .allMatch(other -> other.decisionHash().equals(report.decisionHash()))) {
      out.append(
          "  All three came to the same decisions. Where a tape has no public trades they\n");
      out.append(
          "  must: an order at rest then fills only when the other side passes its price.\n");
    }
  }

  private void runtime() {
    BacktestReport.Runtime runtime = report.runtime();
    title("Run");
    line("decision hash", report.decisionHash());
    line("seed", String.valueOf(report.seed()));
    line(
        "runtime",
        human(runtime.elapsed())
            + ", "
            + runtime.eventsPerSecond()
            + " events/s, heap at most "
            + runtime.peakHeapBytes() / (1024 * 1024)
            + " MiB");
  }

  private String caution(boolean generated) {
    String hours =
        String.format(Locale.ROOT, "%.1f", report.data().span().toMillis() / 3_600_000.0);
    return "Past results on "
        + hours
        + " hours of "
        + (generated ? "generated data" : "recordings")
        + " prove nothing about the next hour.";
  }

  private void title(String title) {
    out.append('\n').append(title).append('\n');
  }

  private void line(String label, String value) {
    out.append("  ").append(padded(label, LABEL)).append(value).append('\n');
  }

  /** Writes an amount with its point below the points of the amounts around it. */
  private void money(String label, Money amount) {
    String dollars = dollars(amount);
    line(label, " ".repeat(Math.max(0, 10 - dollars.indexOf('.'))) + dollars);
  }

  private void row(String label, int count, Money pnl) {
    line(
        label,
        String.format(
            Locale.ROOT,
            "%6d %-7s net %14s",
            count,
            count == 1 ? "trade" : "trades",
            dollars(pnl)));
  }

  /** Writes name=value pairs over as many lines as they need. */
  private void wrapped(String label, List<Figure> figures) {
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (Figure figure : figures) {
      String pair = figure.name() + '=' + figure.value();
      if (!current.isEmpty() && LABEL + 3 + current.length() + pair.length() > WIDTH) {
        lines.add(current.toString());
        current.setLength(0);
      }
      current.append(current.isEmpty() ? "" : " ").append(pair);
    }
    lines.add(figures.isEmpty() ? "none" : current.toString());
    for (int i = 0; i < lines.size(); i++) {
      line(i == 0 ? label : "", lines.get(i));
    }
  }

  private static String padded(String label, int width) {
    return label.length() >= width ? label + ' ' : label + " ".repeat(width - label.length());
  }

  private static String plural(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** Returns exact dollars, with at least the cents: {@code -$12.3456}. */
  static String dollars(Money amount) {
    BigDecimal exact = BigDecimal.valueOf(amount.micros(), 6).abs().stripTrailingZeros();
    BigDecimal shown = exact.scale() < 2 ? exact.setScale(2) : exact;
    return (amount.signum() < 0 ? "-$" : "$") + shown.toPlainString();
  }

  /** Returns a share in percent, rounded towards the middle so that only all is 100.00 %. */
  static String percent(double share) {
    String rounded = String.format(Locale.ROOT, "%.2f %%", share * 100);
    if (share < 1 && rounded.equals("100.00 %")) {
      return "99.99 %";
    }
    return share > 0 && rounded.equals("0.00 %") ? "0.01 %" : rounded;
  }

  /** Returns a duration as {@code 4 h 41 min} or {@code 3.250 s}. */
  static String human(Duration duration) {
    if (duration.compareTo(Duration.ofHours(1)) >= 0) {
      return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
    if (duration.compareTo(Duration.ofMinutes(1)) >= 0) {
      return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
    return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
  }

  /** The trades that ended in one way. */
  private static final class Tally {
    private int count;
    private Money netPnl = Money.ZERO;

    private void add(TradeRecord trade) {
      count++;
      netPnl = netPnl.plus(trade.netPnl());
    }
  }
}
