package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.engine.Backtest;
import io.github.kalshi4j.engine.EngineConfig;
import io.github.kalshi4j.engine.LiveRun;
import io.github.kalshi4j.engine.LiveStatus;
import io.github.kalshi4j.engine.report.ReportWriter;
import io.github.kalshi4j.engine.report.RunReport;
import io.github.kalshi4j.engine.tape.Tapes;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.simulator.server.SimulatedExchangeConfig;
import io.github.kalshi4j.simulator.world.WorldConfig;
import io.github.kalshi4j.strategy.Configuration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a strategy at an exchange. */
@Command(
    name = "run",
    description = {
      "Runs a strategy at an exchange, and reports what came of it.",
      "Goes on until --for is over or the command is stopped (Ctrl-C). At the end its orders are"
          + " canceled; what it holds stays held. With --paper no order is sent: they are executed"
          + " on paper, beside the exchange's books."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Real money needs all of --on live, --live and KALSHI4J_LIVE=yes.",
      "The built-in simulator needs no account; all others need KALSHI_API_KEY_ID, and",
      "KALSHI_PRIVATE_KEY_PATH or KALSHI_PRIVATE_KEY."
    })
final class RunCommand implements Callable<Integer> {
  /**
   * Short enough that a run of three minutes sees a close, a settlement and the next market. A bot
   * that looks for liquid markets once a minute finds those of this quarter hour after a minute,
   * and the next ones just after they open.
   */
  private static final Duration BEFORE_CLOSE = Duration.ofSeconds(115);

  private final Console console;

  @Option(
      names = "--on",
      paramLabel = "EXCHANGE",
      defaultValue = "simulator",
      converter = Converters.Targets.class,
      description =
          "simulator (default), demo or live. Without --base-url the simulator is a built-in one,"
              + " whose markets' clock starts 115 s before the close of a quarter hour.")
  private RunTarget target = RunTarget.SIMULATOR;

  @Option(names = "--live", description = "Says that real money is meant; with --on live only.")
  private boolean live;

  @Option(names = "--paper", description = "Execute orders on paper.")
  private boolean paper;

  @Option(
      names = "--series",
      paramLabel = "TICKER",
      converter = Converters.Series.class,
      description =
          "Trade the markets of this series as they come. May be repeated (default at the built-in"
              + " simulator: the fifteen-minute series of seven coins).")
  private List<SeriesTicker> series = List.of();

  @Option(
      names = "--market",
      paramLabel = "TICKER",
      converter = Converters.Market.class,
      description = "Trade this market. May be repeated.")
  private List<MarketTicker> markets = List.of();

  @Mixin private final LengthOption length = new LengthOption();

  @Mixin private final StrategyArguments strategy = new StrategyArguments();

  @Option(
      names = "--cash",
      paramLabel = "USD",
      converter = Converters.Dollars.class,
      description =
          "The money to start with (default: 10000), on paper, or on each shard of the built-in"
              + " simulator; elsewhere an account has the cash it has.")
  private @Nullable Money cash;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The seed of everything random, the simulator included (default: 1).")
  private long seed;

  @Option(
      names = "--speed",
      paramLabel = "N",
      converter = Converters.Speed.class,
      description =
          "How many times as fast the built-in simulator's clock runs, up to 100 (default: 1);"
              + " --for is by that clock.")
  private @Nullable Integer speed;

  @Option(
      names = "--record",
      paramLabel = "DIR",
      description =
          "Record what the run is shown as a tape in this folder, backtest that at the end, and"
              + " report where the two differ.")
  private @Nullable Path record;

  @Mixin private final ExchangeOptions exchange;

  RunCommand(Console console) {
    this.console = console;
    exchange = new ExchangeOptions(console);
  }

  @Override
  public Integer call() {
    Configuration<?> configuration = strategy.configuration();
    boolean builtIn = isBuiltIn();
    if (series.isEmpty() && markets.isEmpty() && !builtIn) {
      throw new UsageException("nothing to trade: name a --series or a --market");
    }
    if (cash != null && !paper && !builtIn) {
      throw new UsageException(
          "--cash goes with --paper or the built-in simulator only: an account has the cash it has");
    }
    if (speed != null && !builtIn) {
      throw new UsageException("--speed is for the built-in simulator only");
    }
    if (record != null) {
      Folders.checkWritable("--record", record);
    }
    RunReport report = builtIn ? simulate(configuration) : trade(configuration);
    show(report);
    return report.mayRest().isEmpty() ? Cli.SUCCESS : Cli.FAILURE;
  }

  /** Returns whether the exchange is to be one of this process. */
  private boolean isBuiltIn() {
    if (target != RunTarget.SIMULATOR || live || exchange.baseUrl() != null) {
      return false;
    }
    if (ExchangeAddress.simulator(console.environment()).isPresent()) {
      return false;
    }
    if (exchange.streamUrl() != null) {
      throw new UsageException("--stream-url needs --base-url");
    }
    return true;
  }

  private RunReport trade(Configuration<?> configuration) {
    ExchangeAddress address =
        target.address(exchange.baseUrl(), exchange.streamUrl(), live, console.environment());
    try (Interrupts.Watch watch = console.interrupts().interruptThisThread();
        KalshiClient client =
            exchange.openTrading(address, !paper || target != RunTarget.SIMULATOR)) {
      tell((paper ? "on paper at " : "") + address);
      LiveRun.Config run = settings(address.toString(), new LinkedHashSet<>(series));
      return run(configuration, client, run, console.time());
    }
  }

  private RunReport simulate(Configuration<?> configuration) {
    Set<SeriesTicker> traded = new LinkedHashSet<>(series);
    if (traded.isEmpty() && markets.isEmpty()) {
      traded.addAll(Simulation.fifteenMinutes());
    }
    WorldConfig world =
        WorldConfig.startingBeforeClose(console.time().now(), BEFORE_CLOSE).withWeeklyPause(false);
    if (markets.isEmpty()) {
      world = Simulation.only(traded, world); // what nobody trades need not be simulated
    }
    SimulatedExchangeConfig config =
        SimulatedExchangeConfig.EMPTY
            .withTime(console.time())
            .withWorld(world)
            .withSpeed(speed == null ? 1 : speed)
            .withSeed(seed);
    try (Interrupts.Watch watch = console.interrupts().interruptThisThread();
        Simulation simulation = Simulation.start(config, startCash(), Simulation.KeyType.ED25519);
        KalshiClient client =
            exchange.openTrading(simulation.address(), simulation.credentials())) {
      String name = "the built-in simulator, seed " + seed;
      tell(
          (paper ? "on paper at " : "")
              + name
              + ", "
              + simulation.address().baseUrl()
              + "; the markets' clock starts at "
              + world.start()
              + (speed == null || speed == 1 ? "" : " and runs " + speed + " times as fast"));
      return run(
          configuration,
          client,
          settings(name, traded).withOwnClock(),
          simulation.exchange().time());
    }
  }

  private RunReport run(
      Configuration<?> configuration, KalshiClient client, LiveRun.Config run, TimeSource time) {
    if (record == null) {
      return LiveRun.run(configuration, client, run, time, new Told());
    }
    RunRecording recording = RunRecording.start(record, run, client.stream(), time);
    RunReport report;
    try {
      report =
          LiveRun.run(
              configuration, client, run.withRecorder(recording.recorder()), time, new Told());
    } finally {
      recording.close();
    }
    return compared(report, recording, configuration);
  }

  private RunReport compared(
      RunReport report, RunRecording recording, Configuration<?> configuration) {
    recording.tapes().forEach(tape -> console.err().println("kalshi: recorded " + tape));
    try (Progress progress = console.progress()) {
      EngineConfig engine =
          EngineConfig.DEFAULT.withSeed(seed).withCash(report.figures().summary().startCash());
      return report.comparedWith(
          Backtest.run(
              configuration,
              Tapes.find(recording.tapes()),
              engine,
              done -> progress.at(done.recording() - 1, done.recordings(), "backtest")));
    } catch (TapeException e) { // the run's own report must not be lost for it
      console
          .err()
          .println("kalshi: the tape cannot be backtested: " + Failures.oneLine(e.getMessage()));
      return report;
    }
  }

  private Money startCash() {
    return cash == null ? EngineConfig.DEFAULT.cash() : cash;
  }

  private LiveRun.Config settings(String name, Set<SeriesTicker> traded) {
    LiveRun.Config run =
        LiveRun.Config.of(name, traded, new LinkedHashSet<>(markets))
            .withEngine(EngineConfig.DEFAULT.withSeed(seed))
            .withLength(length.length());
    return paper ? run.onPaper(startCash()) : run;
  }

  private void show(RunReport report) {
    if (exchange.json()) {
      ReportWriter.json(report, console.out());
    } else {
      console.out().print(ReportWriter.text(report));
    }
    console.out().flush();
    if (!report.mayRest().isEmpty()) {
      console
          .err()
          .println(
              "kalshi: orders may still rest: "
                  + Failures.oneLine(String.join("; ", report.mayRest()))
                  + "; look with kalshi orders, and cancel them on the exchange's website");
    }
  }

  /** Says where it runs, but where one object is all that is to be printed. */
  private void tell(String where) {
    if (!exchange.json()) {
      console.out().println(where);
      console.out().flush();
    }
  }

  /** Says on standard error how it goes. */
  private final class Told implements LiveRun.Listener {
    @Override
    public void onStatus(LiveStatus status) {
      console.err().println(StatusLine.of(status));
    }

    @Override
    public void onNote(String note) {
      console.err().println("kalshi: note: " + Failures.oneLine(note));
    }
  }
}
