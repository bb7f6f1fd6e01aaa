package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.engine.Backtest;
import io.github.kalshi4j.engine.EngineConfig;
import io.github.kalshi4j.engine.paper.FillModel;
import io.github.kalshi4j.engine.paper.Latency;
import io.github.kalshi4j.engine.report.BacktestReport;
import io.github.kalshi4j.engine.report.ReportWriter;
import io.github.kalshi4j.engine.tape.SampleRecording;
import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.Tapes;
import io.github.kalshi4j.engine.tape.format.Recording;
import io.github.kalshi4j.strategy.Configuration;
import io.github.kalshi4j.strategy.testing.SampleMarkets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a strategy over recordings, or over a generated sample, and reports. */
@Command(
    name = "backtest",
    description = {
      "Runs a strategy over tapes, as if they were happening, and reports what came of it.",
      "Without --tape it runs on a generated sample, which says nothing about real markets."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class BacktestCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--tape",
      paramLabel = "FILE|DIR",
      description = "A tape, or a folder of tapes. May be repeated.")
  private List<Path> tapes = List.of();

  @Mixin private final StrategyArguments strategy = new StrategyArguments();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The seed of everything random, the sample included (default: 1).")
  private long seed;

  @Option(
      names = "--cash",
      paramLabel = "USD",
      defaultValue = "10000",
      converter = Converters.Dollars.class,
      description = "The money to start with (default: 10000).")
  private Money cash = Money.ZERO;

  @Option(
      names = "--fill-model",
      paramLabel = "MODEL",
      defaultValue = "pessimistic",
      converter = Converters.FillModels.class,
      description = "optimistic, expected or pessimistic (default): how resting orders move up.")
  private FillModel fillModel = FillModel.PESSIMISTIC;

  @Option(
      names = "--order-latency",
      paramLabel = "DURATION",
      defaultValue = "50ms",
      converter = Converters.Latency.class,
      description = "From sending an order to its arrival (default: 50ms).")
  private Duration orderLatency = Duration.ZERO;

  @Option(
      names = "--cancel-latency",
      paramLabel = "DURATION",
      defaultValue = "50ms",
      converter = Converters.Latency.class,
      description = "From sending a cancellation to its arrival (default: 50ms).")
  private Duration cancelLatency = Duration.ZERO;

  @Option(
      names = "--ack-latency",
      paramLabel = "DURATION",
      defaultValue = "50ms",
      converter = Converters.Latency.class,
      description = "From what happens at the exchange to our hearing of it (default: 50ms).")
  private Duration acknowledgementLatency = Duration.ZERO;

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Also write report.json and report.txt into this folder.")
  private @Nullable Path report;

  BacktestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Configuration<?> configuration = strategy.configuration();
    TapePaths.check("--tape", tapes);
    ReportFiles files = report == null ? null : ReportFiles.in(report);

    BacktestReport result = run(configuration);

    if (files != null) {
      files.write(result);
    }
    if (json) {
      ReportWriter.json(result, console.out());
    } else {
      console.out().print(ReportWriter.text(result));
    }
    return Cli.SUCCESS;
  }

  private BacktestReport run(Configuration<?> configuration) {
    EngineConfig engine =
        EngineConfig.DEFAULT
            .withSeed(seed)
            .withCash(cash)
            .withFillModel(fillModel)
            .withLatency(new Latency(orderLatency, cancelLatency, acknowledgementLatency));
    List<? extends Recording> recordings = recordings();
    try (Progress progress = console.progress()) {
      return Backtest.run(
          configuration,
          recordings,
          engine,
          done -> progress.at(done.recording() - 1, done.recordings(), "replaying " + done.name()));
    }
  }

  private List<? extends Recording> recordings() {
    if (tapes.isEmpty()) {
      return List.of(SampleRecording.of(SampleMarkets.Config.of(seed)));
    }
    List<TapeFile> found = Tapes.find(tapes);
    Tapes.checkTogether(found);
    for (TapeFile tape : found) {
      if (tape.isUnfinished()) {
        console.err().println("kalshi: warning: " + tape.path() + ": " + TapeFile.UNFINISHED);
      }
    }
    return found;
  }
}
