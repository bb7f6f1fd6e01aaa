package io.github.kalshi4j.engine.report;

import io.github.kalshi4j.client.fee.FillFee;
import io.github.kalshi4j.engine.desk.OrderPurpose;
import io.github.kalshi4j.risk.Verdict;
import io.github.kalshi4j.risk.breaker.Trip;
import io.github.kalshi4j.strategy.Figure;
import io.github.kalshi4j.strategy.Signal;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes a report as JSON. The names of its fields are a promise, kept in {@code
 * docs/reference/backtest-json.md}: they are written out here and never derived from the code.
 */
final class ReportJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;

  private ReportJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(BacktestReport report, OutputStream out) {
    try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), out)) {
      new ReportJson(generator).report(report);
      generator.writeRaw('\n');
    }
  }

  static void write(RunReport report, OutputStream out) {
    try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), out)) {
      new ReportJson(generator).run(report);
      generator.writeRaw('\n');
    }
  }

  private void run(RunReport run) {
    json.writeStartObject();
    text("exchange", run.exchange());
    json.writeBooleanProperty("paper", run.paper());
    text("ending", run.ending().name().toLowerCase(Locale.ROOT));
    number("connections", run.connections());
    number("lostFrames", run.lostFrames());
    array("held", run.held(), this::held);
    texts("mayRest", run.mayRest());
    texts("notes", run.notes());
    comparison(run.comparison());
    json.writeName("report");
    report(run.figures());
    json.writeEndObject();
  }

  private void held(RunReport.Held held) {
    text("market", held.market());
    text("side", held.side().wire());
    text("quantity", held.quantity());
    text("cost", held.cost());
    json.writeName("ownBid");
    if (held.ownBid() == null) {
      json.writeNull();
    } else {
      json.writeString(held.ownBid().toString());
    }
  }

  private void comparison(@Nullable RunComparison comparison) {
    if (comparison == null) {
      json.writeNullProperty("comparison");
      return;
    }
    json.writeObjectPropertyStart("comparison");
    fills(comparison.fills());
    totals("live", comparison.live());
    totals("tape", comparison.tape());
    json.writeBooleanProperty("sameDecisions", comparison.sameDecisions());
    number("alike", comparison.alike());
    array(
        "differing",
        comparison.differing(),
        pair -> {
          sent("live", pair.live());
          sent("tape", pair.tape());
        });
    json.writeEndObject();
  }

  private void totals(String name, RunComparison.Totals totals) {
    json.writeObjectPropertyStart(name);
    number("orders", totals.orders());
    text("ordered", totals.ordered());
    text("filled", totals.filled());
    text("fees", totals.fees());
    text("netPnl", totals.netPnl());
    json.writeEndObject();
  }

  private void sent(String name, RunComparison.@Nullable Sent order) {
    if (order == null) {
      json.writeNullProperty(name);
      return;
    }
    json.writeObjectPropertyStart(name);
    text("sent", order.time());
    text("market", order.market());
    text("purpose", word(order.purpose()));
    text("outcome", order.outcome().wire());
    text("limit", order.limit());
    text("quantity", order.quantity());
    text("filled", order.filled());
    text("cost", order.cost());
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private void report(BacktestReport report) {
    json.writeStartObject();
    text("decisionHash", report.decisionHash());
    text("strategy", report.strategy());
    json.writeNumberProperty("seed", report.seed());
    figures("parameters", report.parameters());
    data(report.data());
    fills(report.fills());
    summary(report.summary(), report.unfilledEntries().size());
    array("denied", report.denied(), this::denials);
    array("breakers", report.breakers(), this::trip);
    array("alternatives", report.alternatives(), this::alternative);
    array("trades", report.trades(), this::trade);
    array("unfilledEntries", report.unfilledEntries(), this::unfilled);
    runtime(report.runtime());
    json.writeEndObject();
  }

  private void data(BacktestReport.Data data) {
    json.writeObjectPropertyStart("data");
    text("origin", data.origin());
    number("tapes", data.tapes());
    number("markets", data.markets());
    text("start", data.start());
    text("end", data.end());
    text("span", data.span());
    number("gaps", data.gaps());
    text("gapTime", data.gapTime());
    share("coverage", data.coverage());
    number("sequenceGaps", data.sequenceGaps());
    number("faults", data.faults());
    text("valid", data.valid());
    text("stale", data.stale());
    number("frames", data.frames());
    number("bookUpdates", data.bookUpdates());
    number("unrecognized", data.unrecognized());
    array("recordings", data.recordings(), this::recorded);
    json.writeEndObject();
  }

  private void recorded(BacktestReport.Recorded recorded) {
    text("name", recorded.name());
    text("start", recorded.start());
    text("end", recorded.end());
    text("clockOffset", recorded.clockOffset());
    number("frames", recorded.frames());
  }

  private void fills(BacktestReport.Fills fills) {
    json.writeObjectPropertyStart("fills");
    text("model", fills.model().label());
    text("orderLatency", fills.latency().order());
    text("cancelLatency", fills.latency().cancel());
    text("acknowledgementLatency", fills.latency().acknowledgement());
    json.writeBooleanProperty("restingOrders", fills.restingOrders());
    json.writeEndObject();
  }

  private void summary(BacktestReport.Summary summary, int unfilled) {
    json.writeObjectPropertyStart("summary");
    text("startCash", summary.startCash());
    text("endCash", summary.endCash());
    number("trades", summary.trades());
    number("wins", summary.wins());
    number("losses", summary.losses());
    number("breakEven", summary.breakEven());
    share("winRate", summary.winRate());
    text("grossPnl", summary.grossPnl());
    text("fees", summary.fees());
    text("netPnl", summary.netPnl());
    text("largestWin", summary.largestWin());
    text("largestLoss", summary.largestLoss());
    text("maxDrawdown", summary.maxDrawdown());
    text("maxExposure", summary.maxExposure());
    text("exposedTime", summary.exposedTime());
    number("signals", summary.signals());
    number("entryOrders", summary.entryOrders());
    number("exitOrders", summary.exitOrders());
    number("unfilledEntryOrders", unfilled);
    text("ordered", summary.ordered());
    text("filled", summary.filled());
    share("fillRate", summary.fillRate());
    number("settled", summary.settled());
    number("settledBeyondTape", summary.settledBeyondTape());
    text("settledBeyondTapePnl", summary.settledBeyondTapePnl());
    number("marked", summary.marked());
    text("markedPnl", summary.markedPnl());
    json.writeEndObject();
  }

  private void denials(BacktestReport.Denials denials) {
    text("rule", denials.rule());
    number("count", denials.count());
  }

  private void trip(Trip trip) {
    text("time", trip.time());
    text("equity", trip.equity());
    text("dayStartEquity", trip.dayStartEquity());
    text("loss", trip.loss());
    text("limit", trip.limit());
  }

  private void alternative(BacktestReport.Alternative alternative) {
    text("model", alternative.model().label());
    number("trades", alternative.trades());
    text("netPnl", alternative.netPnl());
    share("fillRate", alternative.fillRate());
    text("decisionHash", alternative.decisionHash());
  }

  private void trade(TradeRecord trade) {
    number("number", trade.number());
    text("market", trade.market());
    text("side", trade.side().wire());
    text("quantity", trade.quantity());
    text("opened", trade.opened());
    text("closed", trade.closed());
    json.writeObjectPropertyStart("end");
    end(trade.end());
    json.writeEndObject();
    text("cost", trade.cost());
    text("proceeds", trade.proceeds());
    text("fees", trade.fees());
    text("grossPnl", trade.grossPnl());
    text("netPnl", trade.netPnl());
    array("entries", trade.entries(), this::order);
    array("exits", trade.exits(), this::order);
  }

  private void end(TradeRecord.End end) {
    switch (end) {
      case TradeRecord.End.Sold sold -> {
        text("kind", "sold");
        text("rule", sold.rule());
      }
      case TradeRecord.End.Settled settled -> {
        text("kind", "settled");
        text("quantity", settled.quantity());
        text("value", settled.value());
        json.writeBooleanProperty("beyondTape", settled.beyondTape());
      }
      case TradeRecord.End.Marked marked -> {
        text("kind", "marked");
        text("quantity", marked.quantity());
        text("value", marked.value());
        json.writeBooleanProperty("beyondTape", marked.beyondTape());
      }
    }
  }

  private void unfilled(OrderRecord order) {
    text("market", order.market());
    order(order);
  }

  private void order(OrderRecord order) {
    text("id", order.id());
    text("purpose", word(order.purpose()));
    signal(order.signal());
    array("verdicts", order.verdicts(), this::verdict);
    exit(order.exit());
    text("outcome", order.outcome().wire());
    text("limit", order.limit());
    text("yesLimit", order.outcome().toYes(order.limit()));
    text("timeInForce", order.timeInForce().wire());
    text("requested", order.requested());
    text("quantity", order.quantity());
    text("sent", order.sent());
    text("status", order.status());
    text("statusReason", order.statusReason());
    array("fills", order.fills(), fill -> fill(fill, order));
  }

  private void signal(@Nullable Signal signal) {
    if (signal == null) {
      json.writeNullProperty("signal");
      return;
    }
    json.writeObjectPropertyStart("signal");
    text("name", signal.name());
    text("side", signal.side().wire());
    share("confidence", signal.confidence());
    figures("figures", signal.figures());
    json.writeEndObject();
  }

  private void verdict(Verdict verdict) {
    text("rule", verdict.rule());
    switch (verdict.decision()) {
      case Verdict.Decision.Approved approved -> text("decision", "approved");
      case Verdict.Decision.Reduced reduced -> {
        text("decision", "reduced");
        text("quantity", reduced.quantity());
      }
      case Verdict.Decision.Denied denied -> {
        text("decision", "denied");
        text("reason", denied.reason());
      }
    }
    figures("figures", verdict.figures());
  }

  private void exit(OrderRecord.@Nullable Exit exit) {
    if (exit == null) {
      json.writeNullProperty("exit");
      return;
    }
    json.writeObjectPropertyStart("exit");
    text("rule", exit.trigger().rule());
    text("firedAt", exit.firedAt());
    text("ownBid", exit.ownBid());
    figures("figures", exit.trigger().figures());
    json.writeEndObject();
  }

  private void fill(FillRecord fill, OrderRecord order) {
    FillFee fee = fill.fee();
    text("id", fill.id());
    text("time", fill.time());
    text("price", fill.price());
    text("yesPrice", order.outcome().toYes(fill.price()));
    if (order.purpose() == OrderPurpose.EXIT) {
      text("ownPrice", fill.price().complement());
    }
    text("quantity", fill.quantity());
    text("liquidity", word(fill.liquidity()));
    text("tradeFee", fee.tradeFee());
    text("roundingFee", fee.roundingFee());
    text("rebate", fee.rebate());
    text("fee", fee.net());
    text("reason", fill.reason());
    figures("figures", fill.figures());
  }

  private void runtime(BacktestReport.Runtime runtime) {
    json.writeObjectPropertyStart("runtime");
    text("elapsed", runtime.elapsed());
    number("eventsPerSecond", runtime.eventsPerSecond());
    number("peakHeapBytes", runtime.peakHeapBytes());
    json.writeEndObject();
  }

  /** Writes figures as one object; a name that comes again is numbered, so that none is lost. */
  private void figures(String name, List<Figure> figures) {
    json.writeObjectPropertyStart(name);
    Set<String> seen = new HashSet<>();
    for (Figure figure : figures) {
      String key = figure.name();
      for (int n = 2; !seen.add(key); n++) {
        key = figure.name() + '#' + n;
      }
      text(key, figure.value());
    }
    json.writeEndObject();
  }

  private <T> void array(String name, List<T> items, Consumer<T> writer) {
    json.writeArrayPropertyStart(name);
    for (T item : items) {
      json.writeStartObject();
      writer.accept(item);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void text(String name, @Nullable Object value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value.toString());
    }
  }

  private void number(String name, long value) {
    json.writeNumberProperty(name, value);
  }

  private void share(String name, double value) {
    json.writeNumberProperty(name, value);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Two spaces and {@code \n} on every system, so that equal runs give equal bytes. */
  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
