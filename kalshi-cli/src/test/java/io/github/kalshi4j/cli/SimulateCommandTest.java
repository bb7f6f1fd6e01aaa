package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.ClientConfig;
import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.Money;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
final class SimulateCommandTest {
  private static final String SERIES = "KXBTC15M";

  @TempDir private Path folder;

  private static Outcome simulate(Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = "simulate";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Outcome.in(Map.of(), TimeSource.system(), all);
  }

  @Test
  void servesItsMemberUntilItIsInterruptedAndTakesTheKeyAway() throws Exception {
    CompletableFuture<Runnable> interrupt = new CompletableFuture<>();
    PipedInputStream read = new PipedInputStream(1 << 16);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CompletableFuture<Integer> code;
    Path key = folder.resolve("key.pem");
    try (var out = new PrintStream(new PipedOutputStream(read), true, StandardCharsets.UTF_8);
        var lines = new BufferedReader(new InputStreamReader(read, StandardCharsets.UTF_8))) {
      Console console =
          new Console(
              out,
              new PrintStream(err, true, StandardCharsets.UTF_8),
              false,
              false,
              Map.of(),
              TimeSource.system(),
              Screen.NONE,
              end -> {
                interrupt.complete(end);
                return () -> {};
              });
      String[] words = {
        "simulate", "--series", SERIES, "--cash", "25.50", "--key-file", key.toString(), "--json"
      };
      code = new CompletableFuture<>();
      Thread.ofPlatform().daemon().start(() -> code.complete(new Cli(console).run(words)));

      JsonNode json = new JsonMapper().readTree(lines.readLine());

      assertThat(json.get("environment").asString()).isEqualTo("simulator");
      assertThat(json.get("streamUrl").asString())
          .startsWith("ws://127.0.0.1:")
          .endsWith("/trade-api/ws/v2");
      assertThat(json.get("privateKeyPath").asString()).isEqualTo(key.toString());
      assertThat(json.get("series")).hasSize(1);
      String page = Files.readString(Documents.ROOT.resolve("docs/reference/cli.md"));
      assertThat(json.propertyNames()).allMatch(name -> page.contains('`' + name + '`'));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
          .isEqualTo("rw-------");
      Map<String, String> variables =
          Map.of(
              Credentials.KEY_ID_VARIABLE,
              json.get("keyId").asString(),
              Credentials.KEY_PATH_VARIABLE,
              key.toString());
      URI url = URI.create(json.get("baseUrl").asString());
      try (var client =
          KalshiClient.connect(
              ClientConfig.of(url), Credentials.fromEnvironment(variables).orElseThrow())) {
        assertThat(client.portfolio().balance().available()).isEqualTo(Money.of("51.00"));
      }
      interrupt.get(10, TimeUnit.SECONDS).run();
      assertThat(code.get(30, TimeUnit.SECONDS)).isZero();
    }
    assertThat(key).doesNotExist();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void saysWhatToPasteSoThatOtherCommandsSpeakToIt() {
    String out = simulate("--series", SERIES, "--for", "0.1s").succeeds().out();

    assertThat(out)
        .startsWith("simulator, http://127.0.0.1:")
        .contains("$10000.00 on each of the shards 0 and 2")
        .contains("export KALSHI_ENV=simulator\n")
        .contains("export KALSHI_SIMULATOR_URL=http://127.0.0.1:")
        .contains("export KALSHI_API_KEY_ID=")
        .contains("export KALSHI_PRIVATE_KEY_PATH=");
    String key = out.strip().substring(out.strip().lastIndexOf('=') + 1);
    assertThat(Path.of(key)).doesNotExist();
  }

  @Test
  void listensOnAnotherAddressOfLoopback() {
    String out = simulate("--host", "127.0.0.2", "--for", "0.1s").succeeds().out();

    assertThat(out).contains("export KALSHI_SIMULATOR_URL=http://127.0.0.2:");
  }

  @Test
  void saysWhoCanUseItWhereOthersReachIt() {
    Outcome outcome = simulate("--host", "0.0.0.0", "--for", "0.1s", "--json");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err().lines())
        .containsExactly(
            "kalshi: listening on 0.0.0.0: anybody who reaches it and has the key can trade here");
    assertThat(outcome.json().get("baseUrl").asString()).startsWith("http://127.0.0.1:");
  }

  @Test
  void saysThatTheAdminApiIsOpenToo() {
    Outcome outcome = simulate("--host", "0.0.0.0", "--admin", "--for", "0.1s");

    assertThat(outcome.err().lines()).hasSize(2).last().asString().contains("admin API", "no key");
  }

  @Test
  void saysThatAnAddressIsNotOfThisMachine() {
    // 192.0.2.1 is kept for documentation, so that no machine has it
    simulate("--host", "192.0.2.1").isFailure("of 192.0.2.1", "not of this machine");
  }

  @Test
  void saysWhichPortIsInUse() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      simulate("--port", taken.getLocalPort())
          .isFailure("cannot listen on port " + taken.getLocalPort(), "in use");
    }
  }

  @Test
  void overwritesNoFile() throws Exception {
    Path there = Files.writeString(folder.resolve("there"), "mine");

    simulate("--series", SERIES, "--key-file", there).isUsageError("there already");

    assertThat(there).hasContent("mine");
    simulate("--series", SERIES, "--key-file", folder.resolve("a/b"))
        .isUsageError("no such folder");
  }

  @Test
  void refusesWhatItCannotDo() {
    simulate("--series", "KXHIGHNY").isUsageError("no series KXHIGHNY", SERIES, "KXBTCD");
    simulate("--port", "65536").isUsageError("--port");
    simulate("--host", "localhost").isUsageError("--host", "IPv4");
    simulate("--host", "127.0.0.256").isUsageError("--host", "IPv4");
    simulate("--speed", "101").isUsageError("--speed");
    simulate("--start-before-close", "soon").isUsageError("--start-before-close");
    simulate("--cash", "-1").isUsageError("--cash");
  }

  @Test
  void isLookedForOnThisMachineOnly() {
    Map<String, String> variables =
        Map.of(
            ExchangeAddress.VARIABLE,
            "simulator",
            ExchangeAddress.SIMULATOR_VARIABLE,
            "http://127.0.0.1.example/trade-api/v2");

    Outcome.in(variables, TimeSource.system(), "markets")
        .isUsageError("KALSHI_SIMULATOR_URL", "not on this machine");
  }
}
