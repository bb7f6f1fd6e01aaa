package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.FakeFeed;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import io.github.kalshi4j.client.value.Quantity;
import io.github.kalshi4j.engine.tape.TapeFile;
import io.github.kalshi4j.engine.tape.TapeProgress;
import io.github.kalshi4j.engine.tape.Tapes;
import io.github.kalshi4j.engine.tape.format.TapeMarket;
import io.github.kalshi4j.engine.tape.inspection.TapeInfo;
import io.github.kalshi4j.engine.tape.inspection.TapeVerification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
final class TapeRecordCommandTest {
  private static final MarketTicker MARKET = OneMarket.TICKER;
  private static final String SERIES = OneMarket.SERIES;
  private static final int CHANNELS = 3;

  @TempDir private Path folder;
  private final FakeExchange exchange = FakeExchange.start();
  private final FakeFeed feed = exchange.stream().feed();

  @AfterEach
  void close() {
    exchange.close();
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
    OneMarket.book(feed);
    feed.delta(MARKET, BookSide.ASK, Price.of("0.4200"), -100);
    feed.trade(MARKET, Price.of("0.4200"), Quantity.of("1.00"), BookSide.BID);
    feed.ticker(MARKET);
  }

  @Test
  void recordsASeriesForAsLongAsItIsTold() throws Exception {
    ManualTimeSource time = ManualTimeSource.at(SmallTapes.START);
    exchange.useClock(time::now);
    OneMarket.trade(exchange, SmallTapes.MARKET.openTime());
    CompletableFuture<Outcome> command =
        CompletableFuture.supplyAsync(() ->
            Outcome.in(
                OneMarket.KEY,
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
    assertThat(known.facts().fees().multiplier()).isEqualByComparingTo(OneMarket.FEE_MULTIPLIER);
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
    OneMarket.trade(exchange, now.minusSeconds(60));
    try (var recorder =
        CommandProcess.start(
            OneMarket.KEY,
            List.of(),
            "tape",
            "record",
            "--market",
            MARKET,
            "--out",
            folder,
            "--base-url",
            exchange.baseUrl())) {
      assertThat(recorder.out().readLine()).startsWith("custom, http://127.0.0.1:");
      assertThat(recorder.out().readLine())
          .startsWith("recording " + folder.resolve(MARKET.value() + "_"));
      FakeSocket first = subscribed();
      bookAndTrade();
      received(first);
      first.reset();
      FakeSocket second = subscribed();
      bookAndTrade();
      received(second);
      recorder.ask();
      assertThat(recorder.out().readLine())
          .matches("recorded \\d+ frames on 1 tape, 1 gap, 0 lost, 0 damaged");
      assertThat(recorder.code()).isZero();
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

  @Test
  void leavesNoTapeWhereTheExchangeRefusesIt() {
    exchange.stream().refuseAlways(401, "{}");
    exchange.on("GET /markets/" + MARKET, Reply.status(404));
    Outcome.in(
            OneMarket.KEY,
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
