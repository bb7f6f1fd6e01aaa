package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.stream.Channel;
import io.github.kalshi4j.client.stream.KalshiStream;
import io.github.kalshi4j.client.stream.MarketSelection;
import io.github.kalshi4j.client.stream.StreamRequest;
import io.github.kalshi4j.client.stream.StreamSubscription;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.engine.tape.format.TapeException;
import io.github.kalshi4j.engine.tape.format.TapeSource;
import io.github.kalshi4j.engine.tape.format.TapeSubscription;
import io.github.kalshi4j.engine.tape.recording.TapeRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Records the exchange's stream as tapes. */
@Command(
    name = "record",
    description = {
      "Records order books, tickers and trades of markets as tapes.",
      "Goes on until --for is over or the command is stopped (Ctrl-C). A series is followed from"
          + " market to market."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {"", ExchangeOptions.WHERE, ExchangeOptions.WHO})
final class TapeRecordCommand implements Callable<Integer> {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Console console;

  @Option(
      names = "--series",
      paramLabel = "TICKER",
      converter = Converters.Series.class,
      description = "Record the markets of this series as they come. May be repeated.")
  private List<SeriesTicker> series = List.of();

  @Option(
      names = "--market",
      paramLabel = "TICKER",
      converter = Converters.Market.class,
      description = "Record this market. May be repeated.")
  private List<MarketTicker> markets = List.of();

  @Mixin private final TapesFolder out = new TapesFolder();

  @Mixin private final LengthOption length = new LengthOption();

  @Option(
      names = "--rotate",
      paramLabel = "DURATION",
      defaultValue = "1h",
      converter = Converters.Span.class,
      description = "Begin another tape after this time (default: 1h).")
  private Duration rotation = Duration.ofHours(1);

  @Mixin private final ExchangeOptions exchange;

  private final List<Path> tapes = new CopyOnWriteArrayList<>();

  TapeRecordCommand(Console console) {
    this.console = console;
    exchange = new ExchangeOptions(console);
  }

  @Override
  public Integer call() throws IOException {
    if (series.isEmpty() && markets.isEmpty()) {
      throw new UsageException("nothing to record: name a --series or a --market");
    }
    out.check();
    ExchangeAddress address = exchange.address();
    Thread worker = Thread.currentThread();
    AtomicBoolean asked = new AtomicBoolean();
    try (Interrupts.Watch watch =
            console
                .interrupts()
                .onInterrupt(() -> {
                  asked.set(true);
                  worker.interrupt();
                });
        KalshiClient client = exchange.open(exchange.credentials())) {
      if (!exchange.json()) {
        say(address.toString());
      }
      TapeRecorder recorder =
          TapeRecorder.start(config(), console.time(), new Told(client.stream()));
      try {
        record(client, recorder, asked);
      } finally {
        recorder.close();
        deleteIfNothingCame(recorder);
      }
      Optional<TapeException> failure = recorder.failure();
      if (failure.isPresent()) {
        throw failure.get();
      }
      summarize(address, recorder.statistics());
    }
    return Cli.SUCCESS;
  }

  private void record(KalshiClient client, TapeRecorder recorder, AtomicBoolean asked) {
    var inquiry =
        new MarketInquiry(
            client,
            console.time(),
            recorder::market,
            trouble -> console.err().println("kalshi: warning: " + Failures.oneLine(trouble)));
    Duration end = length.length();
    long start = console.time().nanoTime();
    try (var tap = client.stream().tap(recorder)) {
      List<StreamSubscription> subscriptions = subscribe(client.stream());
      while (!asked.get() && recorder.failure().isEmpty()) {
        Set<MarketTicker> seen = new HashSet<>();
        subscriptions.forEach(subscription -> seen.addAll(subscription.markets()));
        inquiry.ask(seen);
        Duration left = end == null ? PERIOD : end.minusNanos(console.time().nanoTime() - start);
        if (!left.isPositive()) {
          break;
        }
        console.time().sleep(left.compareTo(PERIOD) < 0 ? left : PERIOD);
      }
    } catch (InterruptedException e) {
      // Asked to end, which is how a recording without an end ends.
    }
  }

  private List<StreamSubscription> subscribe(KalshiStream stream) {
    var selections = new ArrayList<MarketSelection>();
    if (!series.isEmpty()) {
      selections.add(MarketSelection.series(series.toArray(SeriesTicker[]::new)));
    }
    if (!markets.isEmpty()) {
      selections.add(MarketSelection.of(markets));
    }
    var subscriptions = new ArrayList<StreamSubscription>();
    for (MarketSelection selection : selections) {
      subscriptions.add(stream.subscribe(StreamRequest.bookEvents(selection), event -> {}));
      subscriptions.add(stream.subscribe(StreamRequest.tickers(selection), event -> {}));
      subscriptions.add(
          stream.subscribe(StreamRequest.trades(selection).withoutBackfill(), event -> {}));
    }
    return subscriptions;
  }

  private TapeRecorder.Config config() {
    List<String> names =
        Stream.concat(
                series.stream().map(SeriesTicker::value), markets.stream().map(MarketTicker::value))
            .distinct()
            .toList();
    String first = names.getFirst().replaceAll("[^A-Za-z0-9._-]", "-");
    return TapeRecorder.Config.of(
            out.path(),
            names.size() == 1 ? first : first + "_and_" + (names.size() - 1) + "_more",
            "Recorded: " + String.join(", ", names),
            Stream.of(Channel.ORDERBOOK_DELTA, Channel.TICKER, Channel.TRADE)
                .map(channel ->
                    new TapeSubscription(
                        TapeSource.KALSHI, channel.wire(), channel == Channel.ORDERBOOK_DELTA))
                .toList())
        .withRotation(rotation);
  }

  /** Leaves no empty tape where the exchange refused everything. */
  private void deleteIfNothingCame(TapeRecorder recorder) throws IOException {
    if (recorder.statistics().frames() == 0 && recorder.failure().isEmpty()) {
      for (Path tape : tapes) {
        Files.deleteIfExists(tape);
      }
      tapes.clear();
    }
  }

  private void summarize(ExchangeAddress address, TapeRecorder.Statistics statistics) {
    if (exchange.json()) {
      ObjectNode root = address.json();
      var array = root.putArray("tapes");
      tapes.forEach(tape -> array.add(tape.toString()));
      root.put("frames", statistics.frames());
      root.put("bytes", statistics.bytes());
      root.put("gaps", statistics.gaps());
      root.put("lost", statistics.lost());
      root.put("damaged", statistics.damaged());
      root.put("clockSteps", statistics.clockSteps());
      Json.print(root, console.out());
      console.out().flush();
    } else {
      say(
          "recorded "
              + statistics.frames()
              + " frames on "
              + Shown.count(tapes.size(), "tape")
              + ", "
              + Stream.of(
                      Shown.count(statistics.gaps(), "gap"),
                      statistics.lost() + " lost",
                      statistics.damaged() + " damaged")
                  .collect(Collectors.joining(", ")));
    }
  }

  private void say(String line) {
    console.out().println(line);
    console.out().flush();
  }

  /** Says what is written, and asks for what a tape needs. */
  private final class Told implements TapeRecorder.Listener {
    private final KalshiStream stream;

    private Told(KalshiStream stream) {
      this.stream = stream;
    }

    @Override
    public void onBegun(Path file) {
      tapes.add(file);
      if (!exchange.json()) {
        say("recording " + file);
      }
    }

    @Override
    public void onSnapshotsNeeded() {
      stream.refreshBooks();
    }
  }
}
