package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.time.TimeSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every mistake in what is typed is one line that names it, with exit code 2, and changes nothing.
 */
final class BadUsageTest {
  @TempDir private Path folder;
  private Path report;
  private Path file;
  private List<Path> before;

  @BeforeEach
  void prepare() throws IOException {
    report = folder.resolve("report");
    file = Files.writeString(folder.resolve("file"), "text\n");
    Files.createDirectory(folder.resolve("empty"));
    before = everything();
  }

  @AfterEach
  void nothingWasWritten() throws IOException {
    assertThat(everything()).isEqualTo(before);
  }

  private List<Path> everything() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  private Outcome backtest(Object... arguments) {
    Object[] all = new Object[arguments.length + 4];
    all[0] = "backtest";
    all[1] = "momentum";
    all[2] = "--report";
    all[3] = report;
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return Outcome.of(all);
  }

  @Test
  void refusesNoCommand() {
    Outcome.of().isUsageError("no command given", "backtest");
  }

  @Test
  void refusesAnUnknownCommand() {
    Outcome.of("backtets").isUsageError("unexpected argument 'backtets'", "kalshi --help");
  }

  @Test
  void refusesAnUnknownOption() {
    Outcome.of("strategies", "--jsn")
        .isUsageError("unknown option '--jsn' (kalshi strategies --help)");
  }

  @Test
  void refusesAnArgumentTooMany() {
    backtest("another").isUsageError("unexpected argument 'another'", "kalshi backtest --help");
  }

  @Test
  void refusesNoTapeCommand() {
    Outcome.of("tape").isUsageError("no tape command given", "import, record, info and verify");
  }

  @Test
  void refusesABacktestOfNothing() {
    Outcome.of("backtest").isUsageError("STRATEGY");
  }

  @Test
  void refusesAnUnknownStrategy() {
    Outcome.of("backtest", "momentun", "--report", report).isUsageError("momentun", "momentum");
  }

  @Test
  void refusesAnUnknownParameter() {
    backtest("--set", "windw=5s").isUsageError("windw", "window");
  }

  @Test
  void refusesAValueOfTheWrongType() {
    backtest("--set", "window=soon").isUsageError("window", "soon", "duration");
  }

  @Test
  void refusesAValueThatTheStrategyRefuses() {
    backtest("--set", "gapSource=mids").isUsageError("gapSource", "mids");
  }

  @Test
  void refusesASettingWithoutAValue() {
    backtest("--set", "window").isUsageError("--set", "window", "NAME=VALUE");
  }

  @Test
  void refusesASettingGivenTwice() {
    backtest("--set", "window=5s", "--set", "window=6s").isUsageError("--set", "window", "twice");
  }

  @Test
  void refusesAMissingConfiguration() {
    Path missing = folder.resolve("missing.properties");
    backtest("--config", missing).isUsageError("--config", missing, "does not exist");
  }

  @Test
  void refusesAFolderAsConfiguration() {
    backtest("--config", folder).isUsageError("--config", folder, "folder");
  }

  @Test
  void refusesAConfigurationThatIsNotText() throws IOException {
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    backtest("--config", file).isUsageError("--config", file, "UTF-8");
  }

  @Test
  void refusesAnUnknownParameterInTheConfiguration() throws IOException {
    Files.writeString(file, "windw = 5s\n");
    backtest("--config", file).isUsageError("--config", file, "windw", "window");
  }

  @Test
  void refusesAParameterTwiceInTheConfiguration() throws IOException {
    Files.writeString(file, "window = 5s\nwindow = 6s\n");
    backtest("--config", file).isUsageError("--config", file, "window", "twice");
  }

  @Test
  void refusesABadEscapeInTheConfiguration() throws IOException {
    Files.writeString(file, "window = \\u00zz\n");
    backtest("--config", file).isUsageError("--config", file);
  }

  @Test
  void refusesASeedThatIsNoNumber() {
    backtest("--seed", "luck").isUsageError("--seed", "luck");
  }

  @Test
  void refusesCashThatIsNoAmount() {
    backtest("--cash", "1e4").isUsageError("--cash", "1e4");
  }

  @Test
  void refusesNegativeCash() {
    backtest("--cash=-1").isUsageError("--cash", "-1", "negative");
  }

  @Test
  void refusesAnUnknownFillModel() {
    backtest("--fill-model", "hopeful").isUsageError("--fill-model", "hopeful", "pessimistic");
  }

  @Test
  void refusesALatencyWithoutAUnit() {
    backtest("--order-latency", "50").isUsageError("--order-latency", "50", "50ms");
    backtest("--cancel-latency", "-1ms").isUsageError("--cancel-latency", "-1ms");
    backtest("--ack-latency", "0.0000001ms").isUsageError("--ack-latency", "0.0000001ms");
  }

  @Test
  void refusesAnOptionWithoutItsValue() {
    backtest("--seed").isUsageError("--seed");
  }

  @Test
  void refusesAMissingTape() {
    Path missing = folder.resolve("missing.tape.gz");
    backtest("--tape", missing).isUsageError("--tape", missing, "does not exist");
  }

  @Test
  void refusesAFolderWithoutTapes() {
    backtest("--tape", folder.resolve("empty"))
        .isUsageError("--tape", folder.resolve("empty"), "without a tape");
  }

  @Test
  void refusesAReportFolderThatIsAFile() {
    Outcome.of("backtest", "momentum", "--report", file).isUsageError("--report", file);
    Outcome.of("backtest", "momentum", "--report", file.resolve("x"))
        .isUsageError("--report", file);
  }

  @Test
  void refusesAnUnknownFormat() {
    Outcome.of("tape", "import", "--format", "l3", folder, "--out", report)
        .isUsageError("--format", "l3", "l2-csv", "frames");
  }

  @Test
  void refusesAnImportThatDoesNotSayWhereTo() {
    Outcome.of("tape", "import", "--format", "l2-csv", folder).isUsageError("--out");
  }

  @Test
  void refusesAMissingSource() {
    Path missing = folder.resolve("missing");
    Outcome.of("tape", "import", "--format", "l2-csv", missing, "--out", report)
        .isUsageError("SOURCE", missing, "does not exist");
  }

  @Test
  void refusesAFileAsSource() {
    Outcome.of("tape", "import", "--format", "l2-csv", file, "--out", report)
        .isUsageError("SOURCE", file, "no folder");
  }

  @Test
  void refusesPricesOfFramesWhereThereAreNone() {
    Outcome.of("tape", "import", "--format", "l2-csv", "--use-yes-price", folder, "--out", report)
        .isUsageError("--use-yes-price", "frames");
  }

  @Test
  void refusesARecordingOfNothing() {
    Outcome.of("tape", "record", "--out", report).isUsageError("--series", "--market");
    Outcome.of("tape", "record", "--series", "KXBTC15M").isUsageError("--out");
    Outcome.of("tape", "record", "--series", "KXBTC15M", "--out", file).isUsageError("--out", file);
    Outcome.of("tape", "record", "--series", "two words", "--out", report)
        .isUsageError("--series", "two words");
    assertThat(report).doesNotExist();
  }

  @Test
  void refusesDurationsAndStreamsThatAreNone() {
    for (String text : new String[] {"2", "0h", "1.5h", "2 h", "-1m", "1d"}) {
      Outcome.of("tape", "record", "--series", "A", "--out", report, "--for", text)
          .isUsageError("--for", text);
      Outcome.of("tape", "record", "--series", "A", "--out", report, "--rotate", text)
          .isUsageError("--rotate", text);
    }
    for (String text : new String[] {"http://127.0.0.1:1/ws", "ws:", "ws://127.0.0.1:1/?a=b"}) {
      Outcome.of("tape", "record", "--series", "A", "--out", report, "--stream-url", text)
          .isUsageError("--stream-url", text);
    }
  }

  @Test
  void refusesAnEmptySource() {
    Outcome.of("tape", "import", "--format", "l2-csv", folder.resolve("empty"), "--out", report)
        .isUsageError("SOURCE", folder.resolve("empty"), "empty");
  }

  @Test
  void refusesAFileAsTargetOfAnImport() {
    Outcome.of("tape", "import", "--format", "l2-csv", folder, "--out", file)
        .isUsageError("--out", file);
    Outcome.of("tape", "import", "--format", "l2-csv", folder, "--out", file.resolve("x"))
        .isUsageError("--out", file.resolve("x"), file + " is no folder");
  }

  @Test
  void refusesToReadMissingTapes() {
    Path missing = folder.resolve("missing.tape.gz");
    Outcome.of("tape", "info", missing).isUsageError("TAPE", missing, "does not exist");
    Outcome.of("tape", "verify", folder.resolve("empty"))
        .isUsageError("TAPE", folder.resolve("empty"), "without a tape");
    Outcome.of("tape", "info").isUsageError("TAPE");
  }

  @Test
  void refusesABaseUrlThatIsNone() {
    for (String url :
        new String[] {"", "nonsense", "ftp://a/v2", "http://", "http://a b/", "https://a/?b=c"}) {
      Outcome.of("markets", "--base-url", url)
          .isUsageError("--base-url", "'" + url + "'", "https://");
    }
    Outcome.of("doctor", "--base-url").isUsageError("--base-url");
  }

  @Test
  void showsNoPasswordOfABaseUrl() {
    Outcome refused = Outcome.of("markets", "--base-url", "https://me:secret@a/v2");

    refused.isUsageError("--base-url", "https://(hidden)@a/v2");
    assertThat(refused.err()).doesNotContain("secret");

    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Console console =
        new Console(stream, stream, false, true, Map.of("A", "secret"), TimeSource.system());
    for (String url :
        new String[] {"https://me:secret@a/v2", "ftp://me:secret@a", "//me:secret@ "}) {
      assertThat(new Cli(console).run(new String[] {"markets", "--base-url", url})).isEqualTo(2);
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("\tat ").doesNotContain("secret");
    assertThat(console.toString()).doesNotContain("secret");
  }

  @Test
  void refusesAStreamUrlThatIsNone() {
    for (String url :
        new String[] {
          "", "nonsense", "https://a/v2", "ws://", "wss://a", "wss://a b/", "wss://a/?b=c"
        }) {
      Outcome.of("markets", "--stream-url", url)
          .isUsageError("--stream-url", "'" + url + "'", "wss://");
    }
    Outcome refused = Outcome.of("doctor", "--stream-url", "wss://me:secret@a/v2");
    refused.isUsageError("--stream-url", "wss://(hidden)@a/v2");
    assertThat(refused.err()).doesNotContain("secret");
  }

  @Test
  void refusesAStreamOfAnotherExchange() {
    String live = "wss://external-api-ws.kalshi.com/trade-api/ws/v2";

    Outcome.of(
            "doctor",
            "--base-url",
            "https://external-api.demo.kalshi.co/trade-api/v2",
            "--stream-url",
            live)
        .isUsageError("--stream-url", live, "live", "demo");
  }

  @Test
  void refusesATimeoutThatIsNone() {
    Outcome.of("balance", "--timeout", "soon").isUsageError("--timeout", "soon", "1.5s");
    Outcome.of("balance", "--timeout", "0s").isUsageError("--timeout", "0s");
  }

  @Test
  void refusesALimitOutsideItsBounds() {
    for (String limit : new String[] {"0", "10001", "-1", "many", "99999999999"}) {
      Outcome.of("markets", "--limit=" + limit)
          .isUsageError("--limit", "'" + limit + "'", "from 1 to 10000");
      Outcome.of("orders", "--limit=" + limit).isUsageError("--limit", "'" + limit + "'");
    }
    Outcome.of("book", "A", "--depth", "101").isUsageError("--depth", "101", "from 1 to 100");
  }

  @Test
  void refusesAnUnknownStatus() {
    Outcome.of("markets", "--status", "resting")
        .isUsageError("--status", "resting", "open, paused");
    Outcome.of("orders", "--status", "open").isUsageError("--status", "open", "resting, canceled");
  }

  @Test
  void refusesATickerThatIsNone() {
    Outcome.of("markets", "--series", "a b").isUsageError("--series", "a b", "KXHIGHNY");
    Outcome.of("markets", "--event", "").isUsageError("--event", "KXHIGHNY-26JUL04");
    Outcome.of("orders", "--market", "é").isUsageError("--market", "é");
    Outcome.of("book", "a b").isUsageError("TICKER", "a b");
    Outcome.of("book").isUsageError("TICKER");
    Outcome.of("book", "A", "B").isUsageError("unexpected argument 'B'");
  }
}
