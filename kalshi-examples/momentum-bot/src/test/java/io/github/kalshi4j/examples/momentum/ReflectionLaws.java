package io.github.kalshi4j.examples.momentum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.kalshi4j.client.value.OutcomeSide;
import io.github.kalshi4j.engine.Backtest;
import io.github.kalshi4j.engine.EngineConfig;
import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.report.FillRecord;
import io.github.kalshi4j.engine.report.OrderRecord;
import io.github.kalshi4j.engine.report.TradeRecord;
import io.github.kalshi4j.engine.tape.SampleRecording;
import io.github.kalshi4j.engine.tape.Tapes;
import io.github.kalshi4j.engine.tape.format.Recording;
import io.github.kalshi4j.engine.tape.importing.L2CsvImporter;
import io.github.kalshi4j.strategy.Configuration;
import io.github.kalshi4j.strategy.testing.SampleMarkets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On the reflected tape a buy of NO at p has the same fills, fees and P&L as a buy of YES at p on
 * the original: neither outcome is favoured anywhere from the decoder to the ledger.
 */
class ReflectionLaws {
  @TempDir private Path folder;

  @Property(tries = 4)
  void reflectedGeneratedBooksGiveReflectedTrades(
      @ForAll @LongRange(min = 1, max = 500) long seed) {
    Recording sample = SampleRecording.of(SampleMarkets.Config.of(seed).withMarkets(1));

    assertThat(trades(sample)).as("trades to compare").isPositive();
  }

  @Test
  void aReflectedCaptureGivesReflectedTrades() throws Exception {
    Path shared = Path.of(System.getProperty("kalshi4j.shared", "../shared"));
    Path captures = shared.resolve("data/kalshi_l2");
    assumeThat(captures).as("recordings in " + captures).isDirectory();
    String capture = "20260513T133313Z"; // two markets, and trades in both
    Path source = Files.createDirectory(folder.resolve("source"));
    try (Stream<Path> files = Files.list(captures)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(capture) || name.equals("markets.csv")) {
          Files.copy(file, source.resolve(name));
        }
      }
    }
    List<Path> tapes =
        L2CsvImporter.importAll(source, folder.resolve("tapes"), (done, total, next) -> {});

    assertThat(trades(Tapes.find(tapes).getFirst())).isPositive();
  }

  /**
   * Compares the trades of a recording with those of its reflection; returns how many there are.
   */
  private static int trades(Recording recording) {
    BacktestReport original = run(recording);
    BacktestReport reflected = run(new ReflectedRecording(recording));

    assertThat(reflected.trades())
        .map(ReflectionLaws::text)
        .isEqualTo(original.trades().stream().map(ReflectionLaws::reflectedText).toList());
    assertThat(reflected.summary()).isEqualTo(original.summary());
    return original.trades().size();
  }

  private static BacktestReport run(Recording recording) {
    return Backtest.run(
        Configuration.of(new MomentumProvider()),
        List.of(recording),
        EngineConfig.DEFAULT,
        progress -> {});
  }

  private static String text(TradeRecord trade) {
    return text(trade, trade.side());
  }

  private static String reflectedText(TradeRecord trade) {
    return text(trade, trade.side().opposite());
  }

  private static String text(TradeRecord trade, OutcomeSide side) {
    StringBuilder text = new StringBuilder();
    text.append(side).append(' ').append(trade.opened()).append(' ').append(trade.closed());
    for (OrderRecord order : trade.entries()) {
      append(text, order);
    }
    for (OrderRecord order : trade.exits()) {
      append(text, order);
    }
    return text.append(' ')
        .append(trade.end())
        .append(' ')
        .append(trade.cost())
        .append(' ')
        .append(trade.fees())
        .append(' ')
        .append(trade.netPnl())
        .toString();
  }

  private static void append(StringBuilder text, OrderRecord order) {
    text.append('\n').append(order.limit()).append(' ').append(order.quantity());
    for (FillRecord fill : order.fills()) {
      text.append(' ')
          .append(fill.quantity())
          .append('@')
          .append(fill.price())
          .append(" fee ")
          .append(fill.fee());
    }
  }
}
