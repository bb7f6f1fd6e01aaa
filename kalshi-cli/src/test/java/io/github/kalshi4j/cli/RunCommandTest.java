package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.testing.FakeExchange;
import io.github.kalshi4j.client.testing.ManualTimeSource;
import io.github.kalshi4j.client.testing.ReceivedRequest;
import io.github.kalshi4j.client.testing.Reply;
import io.github.kalshi4j.client.time.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(180)
final class RunCommandTest {
  private static final String SERIES = OneMarket.SERIES;
  private static final String PLACE = "POST /portfolio/events/orders";
  private static final String NOWHERE = LocalExchange.NOWHERE;

  @TempDir private Path folder;
  private final FakeExchange exchange = FakeExchange.start();
  private final Map<String, String> environment = new HashMap<>(OneMarket.KEY);

  @AfterEach
  void close() {
    exchange.close();
  }

  private Outcome run(Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = "run";
    all[1] = "momentum";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Outcome.in(environment, TimeSource.system(), all);
  }

  @Test
  void wantsToKnowWhatToTrade() {
    run("--base-url", NOWHERE).isUsageError("--series", "--market");
  }

  @Test
  void wantsSeriesThatTheBuiltInSimulatorHas() {
    run("--series", "KXHIGHNY").isUsageError("the simulator has no series KXHIGHNY", "KXBTC15M");
  }

  @Test
  void takesASpeedAndAStreamForWhatTheyAreMeant() {
    run("--series", SERIES, "--base-url", NOWHERE, "--speed", "2").isUsageError("--speed");
    run("--speed", "0").isUsageError("--speed", "1 to 100");
    run("--stream-url", "ws://127.0.0.1:1/trade-api/ws/v2").isUsageError("--base-url");
  }

  @Test
  void runsAtABuiltInSimulatorUnlessItIsToldOtherwise() {
    environment.clear();
    Outcome outcome = run("--for", "3s", "--json", "--record", folder.resolve("tapes"));

    assertThat(outcome.code()).isZero();
    JsonNode json = outcome.json();
    assertThat(json.get("exchange").asString()).isEqualTo("the built-in simulator, seed 1");
    assertThat(json.get("mayRest")).isEmpty();
    assertThat(json.at("/report/data/markets").asInt()).isPositive();
    assertThat(json.at("/report/data/frames").asLong()).isPositive();
    assertThat(json.at("/comparison/live/orders").asInt())
        .isEqualTo(
            json.at("/report/summary/entryOrders").asInt()
                + json.at("/report/summary/exitOrders").asInt());
    assertThat(outcome.err()).contains("kalshi: recorded " + folder.resolve("tapes"));
  }

  @Test
  void takesOnlyThisMachineForASimulator() {
    run("--series", SERIES, "--base-url", "https://external-api.kalshi.com/trade-api/v2")
        .isUsageError("not", "--on demo or --on live");
    run("--series", SERIES, "--base-url", "https://gateway.example/trade-api/v2")
        .isUsageError("--on simulator is for an exchange on this machine");
  }

  @Test
  void takesNoOtherExchangeForTheDemoOne() {
    run("--on", "demo", "--series", SERIES, "--base-url", "https://gateway.example/trade-api/v2")
        .isUsageError("--on demo is for the demo exchange", "nothing was sent");
    run(
            "--on",
            "demo",
            "--series",
            SERIES,
            "--base-url",
            "https://api.elections.kalshi.com/trade-api/v2")
        .isUsageError("--on demo is for the demo exchange");
  }

  @Test
  void tradesRealMoneyOnlyIfThatIsSaidThreeTimes() {
    environment.put(ExchangeAddress.VARIABLE, "live");
    run("--on", "live", "--series", SERIES).isUsageError("--live and KALSHI4J_LIVE=yes");
    run("--on", "live", "--live", "--series", SERIES).isUsageError("KALSHI4J_LIVE=yes");
    environment.put(RunTarget.PERMISSION, "true");
    run("--on", "live", "--live", "--series", SERIES).isUsageError("KALSHI4J_LIVE=yes");
    environment.put(RunTarget.PERMISSION, "yes");
    run("--on", "live", "--series", SERIES).isUsageError("needs --live");
    run("--live", "--series", SERIES, "--base-url", NOWHERE).isUsageError("--live", "simulator");
    run("--on", "demo", "--live", "--series", SERIES).isUsageError("--live", "demo");
    assertThat(exchange.requests()).isEmpty();
  }

  @Test
  void needsCredentials() {
    environment.clear();
    run("--on", "demo", "--series", SERIES).isUsageError("no credentials");
    run("--series", SERIES, "--base-url", NOWHERE).isUsageError("no credentials");
    environment.put(RunTarget.PERMISSION, "yes");
    run("--on", "live", "--live", "--series", SERIES).isUsageError("no credentials");
  }

  @Test
  void refusesAnExchangeThatIsNoneAndCashThatIsNotPaper() {
    run("--on", "mars", "--series", SERIES).isUsageError("--on", "mars");
    run("--series", SERIES, "--cash", "5", "--base-url", NOWHERE).isUsageError("--cash", "--paper");
  }

  @Test
  void saysThatTheExchangeDoesNotAnswer() {
    run("--series", SERIES, "--json", "--base-url", NOWHERE).isFailure("127.0.0.1");
  }

  private void trade(Instant open) {
    OneMarket.trade(exchange, open);
    OneMarket.book(exchange.stream().feed());
  }

  @Test
  void runsOnPaperForAsLongAsItIsToldAndPrintsOneObject() throws Exception {
    ManualTimeSource time = ManualTimeSource.at(SmallTapes.START);
    exchange.useClock(time::now);
    trade(SmallTapes.MARKET.openTime());
    CompletableFuture<Outcome> command =
        CompletableFuture.supplyAsync(() ->
            Outcome.in(
                environment,
                time,
                "run",
                "momentum",
                "--paper",
                "--series",
                SERIES,
                "--for",
                "1m",
                "--json",
                "--base-url",
                exchange.baseUrl()));
    Outcome outcome = awaited(command, time);

    assertThat(outcome.code()).isZero();
    JsonNode json = outcome.json();
    assertThat(json.propertyNames())
        .containsExactly(
            "exchange",
            "paper",
            "ending",
            "connections",
            "lostFrames",
            "held",
            "mayRest",
            "notes",
            "comparison",
            "report");
    String page = Files.readString(Documents.ROOT.resolve("docs/reference/cli.md"));
    assertThat(json.propertyNames()).allMatch(name -> page.contains('`' + name + '`'));
    assertThat(json.get("paper").asBoolean()).isTrue();
    assertThat(json.get("ending").asString()).isEqualTo("time_over");
    assertThat(json.get("exchange").asString()).startsWith("simulator, http://127.0.0.1:");
    assertThat(json.at("/report/summary/startCash").asString()).isEqualTo("10000.000000");
    assertThat(json.at("/report/data/frames").asLong()).isPositive();
    assertThat(outcome.err())
        .contains(" connected, 1 market (1 valid book), 0 positions, 0 open orders, 0 fills")
        .contains("equity $10000.00, P&L $0.00");
    assertThat(exchange.requests(PLACE)).isEmpty();
  }

  /** Waits for a command while its clock goes on as ours does, once it waits for the stream. */
  private Outcome awaited(CompletableFuture<Outcome> command, ManualTimeSource time)
      throws Exception {
    exchange.stream().awaitConnection();
    while (true) {
      try {
        return command.get(20, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        time.advance(Duration.ofMillis(200));
      }
    }
  }

  @Test
  void leavesNoOrderAtRestWhenItIsStopped() throws Exception {
    trade(TimeSource.system().now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60));
    exchange.on("GET /portfolio/balance", Reply.json(Answers.BALANCE));
    exchange.on(
        "GET /portfolio/positions",
        Reply.json("{\"market_positions\": [], \"event_positions\": [], \"cursor\": \"\"}"));
    exchange.on("GET /portfolio/orders", Reply.json(Answers.orders("")));
    exchange.on(PLACE, request -> Reply.json(answer("\"fill_count\": \"0.00\"")));
    exchange.on(
        "DELETE /portfolio/events/orders/o-1",
        request -> Reply.json(answer("\"reduced_by\": \"1.00\"")));
    try (CommandProcess run = startResting()) {
      assertThat(run.out().readLine()).startsWith("simulator, http://127.0.0.1:");
      ReceivedRequest request = exchange.awaitRequest();
      while (!request.toString().equals(PLACE)) {
        request = exchange.awaitRequest();
      }
      run.ask();
      String report = run.out().lines().collect(Collectors.joining("\n"));
      assertThat(report)
          .startsWith("Run of resting at simulator, http://127.0.0.1:")
          .contains("orders at rest      none of this run");
      assertThat(run.code()).isZero();
    }
    assertThat(exchange.requests("DELETE /portfolio/events/orders/o-1")).hasSize(1);
    assertThat(exchange.requests(PLACE)).hasSize(1);
  }

  private static String answer(String more) {
    return "{\"order_id\": \"o-1\", \"client_order_id\": \"c\", \"remaining_count\": \"1.00\", "
        + more
        + ", \"ts_ms\": "
        + TimeSource.system().now().toEpochMilli()
        + "}";
  }

  private CommandProcess startResting() throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("io.github.kalshi4j.strategy.StrategyProvider"),
        RestingProvider.class.getName() + "\n");
    return CommandProcess.start(
        environment,
        List.of(folder),
        "run",
        "resting",
        "--market",
        OneMarket.TICKER,
        "--base-url",
        exchange.baseUrl());
  }
}
