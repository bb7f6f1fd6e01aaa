package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.FakeFeed;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.testing.TestKeys;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.TapeInfo;
import io.github.kalshi4j.engine.tape.TapeMarket;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.TapeVerification;
import io.github.kalshi4j.engine.tape.Tapes;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
final class TapeRecordCommandTest {
  private static final MarketTicker MARKET = SmallTapes.MARKET.ticker();
  private static final String SERIES = SmallTapes.MARKET.series().value();
  private static final int CHANNELS = 3;

  @TempDir private Path folder;
  private final FakeExchange exchange = FakeExchange.start();
  private final FakeFeed feed = exchange.stream().feed();
  private final Map<String, String> environment =
      Map.of(
          Credentials.KEY_ID_VARIABLE,
          TestKeys.ID.value(),
          Credentials.KEY_VARIABLE,
          LocalExchange.pem(TestKeys.ED25519.getPrivate()));

  @AfterEach
  void close() {
    exchange.close();
  }

  /** Lets the exchange have one market, which trades from a time on for fifteen minutes. */
  private void trade(Instant open) {
    String market =
        Answers.market(MARKET.value())
            .replace("KXHIGHNY-26JUL04", SmallTapes.MARKET.event().value())
            .replaceFirst("\"open_time\": \"[^\"]*\"", "\"open_time\": \"" + open + '"')
            .replaceFirst(
                "\"close_time\": \"[^\"]*\"",
                "\"close_time\": \"" + open.plus(Duration.ofMinutes(15)) + '"');
    exchange.on(
        "GET /markets",
        request ->
            Reply.json(
                request.query("status").contains("open")
                    ? Answers.markets("", market)
                    : Answers.markets("")));
    exchange.on("GET /markets/" + MARKET, Reply.json("{\"market\": " + market + "}"));
    exchange.on(
        "GET /events/" + SmallTapes.MARKET.event(),
        Reply.json(
            """
            {"event": {"event_ticker": "%s", "series_ticker": "%s", "sub_title": "", "title": "",
             "collateral_return_type": "", "mutually_exclusive": false, "category": "Crypto",
             "strike_date": null, "strike_period": "", "available_on_brokers": false,
             "product_metadata": null}, "markets": []}
            """
                .formatted(SmallTapes.MARKET.event(), SERIES)));
    exchange.on(
        "GET /series/" + SERIES,
        Reply.json(
            """
            {"series": {"ticker": "%s", "frequency": "fifteen_min", "title": "", "category": "Crypto",
             "categories": [], "tags": [], "settlement_sources": [], "contract_url": "",
             "contract_terms_url": "", "product_metadata": null, "fee_type": "quadratic",
             "fee_multiplier": 0.5, "additional_prohibitions": []}}
            """
                .formatted(SERIES)));
  }

  private FakeSocket subscribed() throws InterruptedException {
    FakeSocket socket = exchange.stream().awaitConnection();
    for (int i = 0; i < CHANNELS; i++) {
      socket.awaitCommand("subscribe");
    }
    return socket;
  }

  private static void received(FakeSocket socket) throws InterruptedException {
    socket.ping("so far"); // answered when everything before it has been taken
    socket.awaitPong();
  }

  private void bookAndTrade() {
    feed.book(
        MARKET,
        List.of(FakeFeed.level("0.4000", "10.00")),
        List.of(FakeFeed.level("0.4200", "5.00")));
    feed.delta(MARKET, BookSide.ASK, Price.of("0.4200"), -100);
    feed.trade(MARKET, Price.of("0.4200"), Quantity.of("1.00"), BookSide.BID);
    feed.ticker(MARKET);
  }

  @Test
  void recordsASeriesForAsLongAsItIsTold() throws Exception {
    ManualTimeSource time = ManualTimeSource.at(SmallTapes.START);
    exchange.useClock(time::now);
    trade(SmallTapes.MARKET.openTime());
    CompletableFuture<Outcome> command =
        CompletableFuture.supplyAsync(() ->
            Outcome.in(
                environment,
                time,
                "tape",
                "record",
                "--series",
                SERIES,
                "--out",
                folder.resolve("tapes"),
                "--for",
                "10m",
                "--json",
                "--base-url",
                exchange.baseUrl()));
    FakeSocket socket = subscribed();
    bookAndTrade();
    received(socket);
    while (!exchange.awaitRequest().path().endsWith("/series/" + SERIES)) {
      // the last that it asks before it waits
    }
    time.advance(Duration.ofMinutes(10));
    JsonNode json = command.get(60, TimeUnit.SECONDS).succeeds().json();

    assertThat(json.propertyNames())
        .containsExactly(
            "environment",
            "baseUrl",
            "tapes",
            "frames",
            "bytes",
            "gaps",
            "lost",
            "damaged",
            "clockSteps");
    assertThat(json.get("tapes")).hasSize(1);
    assertThat(json.get("lost").asLong()).isZero();
    List<TapeFile> tapes = Tapes.find(List.of(folder.resolve("tapes")));
    TapeFile tape = tapes.getFirst();
    assertThat(tape.path()).hasFileName(SERIES + "_20260514T043100Z.tape.gz");
    assertThat(tape.isUnfinished()).isFalse();
    assertThat(tape.header().useYesPrice()).isTrue();
    TapeMarket known = tape.header().markets().getFirst();
    assertThat(known.facts().series().value()).isEqualTo(SERIES);
    assertThat(known.facts().fees().multiplier()).isEqualByComparingTo("0.5");
    assertThat(known.facts().closeTime()).isEqualTo(SmallTapes.MARKET.closeTime());
    TapeInfo info = TapeInfo.of(tapes, TapeProgress.NONE);
    assertThat(info.frames())
        .containsEntry("subscribed", 3L)
        .containsEntry("trade", 1L)
        .containsKeys("orderbook_snapshot", "orderbook_delta", "ticker");
    assertThat(info.unknown()).isEmpty();
    var verification = TapeVerification.of(tapes, TapeProgress.NONE);
    assertThat(verification.sequenceGaps()).isZero();
    assertThat(verification.tickerAgreement().differing()).isEmpty();
    assertThat(json.get("frames").asLong())
        .isEqualTo(info.sources().values().stream().mapToLong(Long::longValue).sum());
    Outcome.of("backtest", "momentum", "--tape", tape.path()).succeeds();
  }

  @Test
  void finishesItsTapeWhenItIsStoppedAndRecordsALostConnection() throws Exception {
    Instant now = TimeSource.system().now().truncatedTo(ChronoUnit.SECONDS);
    trade(now.minusSeconds(60));
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            classPath(),
            Main.class.getName(),
            "tape",
            "record",
            "--market",
            MARKET.value(),
            "--out",
            folder.toString(),
            "--base-url",
            exchange.baseUrl().toString());
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process recorder = builder.start();
    try (var out =
        new BufferedReader(
            new InputStreamReader(recorder.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).startsWith("custom, http://127.0.0.1:");
      assertThat(out.readLine()).startsWith("recording " + folder.resolve(MARKET.value() + "_"));
      FakeSocket first = subscribed();
      bookAndTrade();
      received(first);
      first.reset();
      FakeSocket second = subscribed();
      bookAndTrade();
      received(second);
      recorder.toHandle().destroy(); // as SIGTERM does; the process's own method closes its output
      assertThat(out.readLine())
          .matches("recorded \\d+ frames on 1 tape, 1 gap, 0 lost, 0 damaged");
      assertThat(recorder.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      recorder.destroyForcibly();
    }
    List<TapeFile> tapes = Tapes.find(List.of(folder));
    assertThat(tapes).hasSize(1).noneMatch(TapeFile::isUnfinished);
    TapeInfo info = TapeInfo.of(tapes, TapeProgress.NONE);
    assertThat(info.gaps()).isEqualTo(1);
    assertThat(info.gapNanos()).isPositive();
    assertThat(info.frames()).containsEntry("subscribed", 6L).containsEntry("trade", 2L);
    var verification = TapeVerification.of(tapes, TapeProgress.NONE);
    assertThat(verification.sequenceGaps()).isZero();
    assertThat(verification.deltas()).isEqualTo(2);
  }

  private static String classPath() {
    return Stream.of("java.class.path", "jdk.module.path")
        .map(System::getProperty)
        .filter(path -> path != null && !path.isEmpty())
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  @Test
  void leavesNoTapeWhereTheExchangeRefusesIt() {
    exchange.stream().refuseAlways(401, "{}");
    exchange.on("GET /markets/" + MARKET, Reply.status(404));
    Outcome.in(
            environment,
            TimeSource.system(),
            "tape",
            "record",
            "--market",
            MARKET,
            "--out",
            folder,
            "--json",
            "--base-url",
            exchange.baseUrl())
        .isFailure("401");
    assertThat(folder).isEmptyDirectory();
  }
}
