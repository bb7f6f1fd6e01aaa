package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kalshi4j.client.time.TimeSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class MainTest {
  @TempDir private Path folder;
  private Path tape;

  @BeforeEach
  void writeATape() {
    tape = SmallTapes.write(folder.resolve("a.tape.gz"));
  }

  @Test
  void tellsItsVersion() {
    assertThat(Outcome.of("--version").succeeds().out())
        .matches("kalshi \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "strategies",
        "backtest",
        "tape",
        "tape import",
        "tape record",
        "tape info",
        "tape verify",
        "markets",
        "book",
        "balance",
        "orders",
        "doctor"
      })
  void explainsEveryCommand(String command) {
    List<String> words = Stream.of((command + " --help").strip().split(" ")).toList();

    assertThat(Outcome.of(words.toArray()).succeeds().out())
        .startsWith(("Usage: kalshi " + command).strip())
        .contains("--help");
  }

  @Test
  void listsTheStrategies() {
    assertThat(Outcome.of("strategies").succeeds().out())
        .contains("momentum  ")
        .containsPattern("  window=5s +duration: ");
  }

  @Test
  void describesEveryParameterInJson() {
    JsonNode momentum = Outcome.of("strategies", "--json").succeeds().json().at("/strategies/0");

    assertThat(momentum.get("name").asString()).isEqualTo("momentum");
    assertThat(momentum.get("description").asString()).isNotBlank();
    assertThat(momentum.get("parameters"))
        .hasSizeGreaterThan(20)
        .allSatisfy(parameter -> {
          assertThat(parameter.get("name").asString()).isNotBlank();
          assertThat(parameter.get("type").asString()).isNotBlank();
          assertThat(parameter.get("default").asString()).isNotBlank();
          assertThat(parameter.get("description").asString()).isNotBlank();
        });
  }

  @Test
  void backtestsATape() {
    assertThat(Outcome.of("backtest", "momentum", "--tape", tape).succeeds().out())
        .startsWith("Backtest of momentum\n")
        .containsPattern("origin +recorded")
        .contains("prove nothing");
  }

  @Test
  void backtestsAFolderOfTapes() {
    SmallTapes.write(
        folder.resolve("b.tape.gz"), SmallTapes.START.plusSeconds(300), SmallTapes.MARKET);

    JsonNode data =
        Outcome.of("backtest", "momentum", "--tape", folder, "--json")
            .succeeds()
            .json()
            .get("data");

    assertThat(data.get("tapes").asInt()).isEqualTo(2);
    assertThat(data.get("markets").asInt()).isEqualTo(1);
  }

  @Test
  void givesTheSameJsonTwiceButForItsRuntime() {
    Outcome first = Outcome.of("backtest", "momentum", "--tape", tape, "--json").succeeds();
    Outcome second = Outcome.of("backtest", "momentum", "--tape", tape, "--json").succeeds();

    assertThat(withoutRuntime(first.json())).isEqualTo(withoutRuntime(second.json()));
    assertThat(first.json().get("decisionHash").asString()).matches("[0-9a-f]{64}");
  }

  @Test
  void runsOnAGeneratedSampleWithoutATape() {
    JsonNode report = Outcome.of("backtest", "momentum", "--json").succeeds().json();

    assertThat(report.at("/data/origin").asString()).isEqualTo("generated");
    assertThat(report.get("seed").asInt()).isEqualTo(1);
    assertThat(report.at("/data/frames").asLong()).isPositive();
    assertThat(report.get("trades")).isNotEmpty();
  }

  @Test
  void generatesAnotherSampleFromAnotherSeed() {
    JsonNode one = Outcome.of("backtest", "momentum", "--json").succeeds().json();
    JsonNode two = Outcome.of("backtest", "momentum", "--seed", 2, "--json").succeeds().json();

    assertThat(two.get("decisionHash")).isNotEqualTo(one.get("decisionHash"));
    assertThat(two.get("seed").asInt()).isEqualTo(2);
  }

  @Test
  void passesItsOptionsOnToTheRun() {
    JsonNode report =
        Outcome.of(
                "backtest",
                "momentum",
                "--tape",
                tape,
                "--cash",
                "250.5",
                "--fill-model",
                "optimistic",
                "--order-latency",
                "0ms",
                "--cancel-latency",
                "1.5s",
                "--ack-latency",
                "75ms",
                "--set",
                "window=7s",
                "--json")
            .succeeds()
            .json();

    assertThat(report.at("/summary/startCash").asString()).isEqualTo("250.500000");
    assertThat(report.at("/fills/model").asString()).isEqualTo("optimistic");
    assertThat(report.at("/fills/orderLatency").asString()).isEqualTo("PT0S");
    assertThat(report.at("/fills/cancelLatency").asString()).isEqualTo("PT1.5S");
    assertThat(report.at("/fills/acknowledgementLatency").asString()).isEqualTo("PT0.075S");
    assertThat(report.at("/parameters/window").asString()).isEqualTo("7s");
  }

  @Test
  void readsParametersFromAFileAndLetsSettingsWin() throws IOException {
    Path config = folder.resolve("bot.properties");
    Files.writeString(config, "# mine\nwindow = 8s\nentry: 0.03\n");

    JsonNode parameters =
        Outcome.of(
                "backtest",
                "momentum",
                "--tape",
                tape,
                "--config",
                config,
                "--set",
                "entry=0.04",
                "--json")
            .succeeds()
            .json()
            .get("parameters");

    assertThat(parameters.get("window").asString()).isEqualTo("8s");
    assertThat(parameters.get("entry").asString()).isEqualTo("0.0400");
  }

  @Test
  void writesBothReportsAndNothingElse() throws IOException {
    Path report = folder.resolve("new/report");

    Outcome outcome =
        Outcome.of("backtest", "momentum", "--tape", tape, "--report", report, "--json").succeeds();

    try (Stream<Path> files = Files.list(report)) {
      assertThat(files.map(f -> f.getFileName().toString()).sorted())
          .containsExactly("report.json", "report.txt");
    }
    assertThat(report.resolve("report.json")).hasContent(outcome.out());
    assertThat(report.resolve("report.txt")).content().startsWith("Backtest of momentum\n");
  }

  @Test
  void writesReportsForWhoeverMayReadOtherFiles() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Outcome.of("backtest", "momentum", "--tape", tape, "--report", folder).succeeds();

    Path other = Files.createFile(folder.resolve("other"));
    for (String name : List.of("report.json", "report.txt")) {
      assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
          .isEqualTo(Files.getPosixFilePermissions(other));
    }
  }

  @Test
  void replacesAnOlderReport() throws IOException {
    Path report = Files.createDirectory(folder.resolve("report"));
    Files.writeString(report.resolve("report.json"), "old");
    Files.writeString(report.resolve("notes"), "mine");

    Outcome.of("backtest", "momentum", "--tape", tape, "--report", report).succeeds();

    assertThat(report.resolve("report.json")).content().startsWith("{");
    assertThat(report.resolve("notes")).hasContent("mine");
  }

  @Test
  void importsARecordingAndBacktestsIt() throws IOException {
    Path source = SmallTapes.recording(folder.resolve("source"), "0.2000");
    Path out = folder.resolve("tapes");

    assertThat(
            Outcome.of("tape", "import", "--format", "l2-csv", source, "--out", out)
                .succeeds()
                .out())
        .isEqualTo("1 tape written to " + out + System.lineSeparator());
    assertThat(out.resolve("c1.tape.gz")).exists();
    assertThat(
            Outcome.of("backtest", "momentum", "--tape", out, "--json")
                .succeeds()
                .json()
                .at("/data/origin")
                .asString())
        .isEqualTo("imported");
  }

  @Test
  void importsFramesOneALine() throws IOException {
    String frame =
        "{\"type\":\"orderbook_snapshot\",\"sid\":1,\"seq\":1,\"msg\":{\"market_ticker\":\""
            + SmallTapes.MARKET.ticker()
            + "\",\"market_id\":\"x\",\"yes_dollars_fp\":[[\"0.4000\",\"1.00\"]]}}";
    Path source =
        Files.writeString(
            folder.resolve("frames.txt"), SmallTapes.START.toEpochMilli() + " " + frame + "\n");
    Path out = folder.resolve("tapes");

    Outcome.of("tape", "import", "--format", "frames", "--use-yes-price", source, "--out", out)
        .succeeds();

    JsonNode info = Outcome.of("tape", "info", out, "--json").succeeds().json();
    assertThat(info.at("/tapes/0/unfinished").asBoolean()).isFalse();
    assertThat(info.at("/tapes/0/subscriptions/0/useYesPrice").asBoolean()).isTrue();
    assertThat(info.at("/frames/orderbook_snapshot").asInt()).isEqualTo(1);
    Outcome.of("backtest", "momentum", "--tape", out).succeeds();
  }

  @Test
  void usesATapeWhoseRecorderWasStopped() throws IOException {
    Path unfinished = SmallTapes.writeUnfinished(folder.resolve("stopped.tape.gz"));

    assertThat(Outcome.of("tape", "info", unfinished).succeeds().out())
        .contains("unfinished: the recorder was stopped");
    assertThat(Outcome.of("tape", "verify", unfinished).succeeds().out())
        .contains("unfinished: the recorder was stopped");
    Outcome backtest = Outcome.of("backtest", "momentum", "--tape", unfinished);
    assertThat(backtest.code()).isZero();
    assertThat(backtest.out()).containsPattern("origin +recorded");
    assertThat(backtest.err()).contains("warning", unfinished.toString(), "unfinished");
  }

  @Test
  void countsWhatIsOnATape() {
    JsonNode info = Outcome.of("tape", "info", tape, "--json").succeeds().json();

    assertThat(info.at("/frames/orderbook_delta").asLong()).isEqualTo(40);
    assertThat(info.at("/frames/orderbook_snapshot").asLong()).isEqualTo(1);
    assertThat(info.at("/unknown/new_thing").asLong()).isEqualTo(1);
    assertThat(info.at("/tapes/0/start").asString()).isEqualTo(SmallTapes.START.toString());
    assertThat(Outcome.of("tape", "info", tape).succeeds().out()).contains("orderbook_delta 40");
  }

  @Test
  void verifiesATape() {
    JsonNode verified = Outcome.of("tape", "verify", folder, "--json").succeeds().json();

    assertThat(verified.get("deltas").asLong()).isEqualTo(40);
    assertThat(verified.get("sequenceGaps").asLong()).isZero();
    assertThat(verified.at("/tickerAgreement/compared").isNumber()).isTrue();
    assertThat(verified.at("/tickerAgreement/agreed").isNumber()).isTrue();
    assertThat(verified.get("tickerAgreement").has("share")).isTrue();
    assertThat(Outcome.of("tape", "verify", tape).succeeds().out()).contains("sequence gaps");
  }

  @Test
  void showsTheStackTraceOnRequest() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            true,
            Map.of(),
            TimeSource.system());

    assertThat(new Cli(console).run(new String[] {"backtest", "none"})).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("UnknownStrategyException")
        .contains("\tat io.github.kalshi4j.");
  }

  private static JsonNode withoutRuntime(JsonNode report) {
    ObjectNode copy = (ObjectNode) JsonMapper.shared().readTree(report.toString());
    assertThat(copy.remove("runtime")).isNotNull();
    return copy;
  }
}
