package io.github.kalshi4j.cli;

import static io.github.kalshi4j.client.testing.FakeFeed.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.testing.FakeFeed;
import io.github.kalshi4j.client.testing.FakeSocket;
import io.github.kalshi4j.client.testing.StreamSuite.Seen;
import io.github.kalshi4j.client.time.TimeSource;
import io.github.kalshi4j.client.value.BookSide;
import io.github.kalshi4j.client.value.MarketTicker;
import io.github.kalshi4j.client.value.Price;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code kalshi book --follow}, in all its forms, until it is told to end. */
@Timeout(60)
final class FollowBookTest {
  private static final MarketTicker MARKET = MarketTicker.of("KXTEST-26NOV27-A");
  private static final JsonMapper JSON = new JsonMapper();

  private final LocalExchange exchange = new LocalExchange(TimeSource.system());
  private final FakeFeed feed = exchange.stream().feed();

  @BeforeEach
  void script() {
    exchange.on("GET /markets/" + MARKET, Answers.oneMarket(MARKET.value(), "active"));
    feed.book(
        MARKET,
        List.of(level("0.4000", "10.00"), level("0.3900", "5.00")),
        List.of(level("0.4500", "2.50"), level("0.4600", "7.50")));
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  /** A command that runs, what it prints line by line, and how to interrupt it. */
  private final class Running {
    private final Seen<String> lines = new Seen<>();
    private final CompletableFuture<Runnable> interrupt = new CompletableFuture<>();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private volatile boolean deaf;

    Running(Screen screen, String separator, Object... arguments) {
      Console console =
          new Console(
              new PrintStream(new Lines(separator), false, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              false,
              false,
              exchange.environment(),
              TimeSource.system(),
              screen,
              end -> {
                interrupt.complete(end);
                return () -> {};
              });
      String[] words = new String[arguments.length];
      for (int i = 0; i < words.length; i++) {
        words[i] = arguments[i].toString();
      }
      Thread.ofVirtual().start(() -> code.complete(new Cli(console).run(words)));
    }

    /** Passes on what is between separators; a reader that went away takes nothing. */
    private final class Lines extends OutputStream {
      private final StringBuilder text = new StringBuilder();
      private final String separator;

      Lines(String separator) {
        this.separator = separator;
      }

      @Override
      public void write(int b) throws java.io.IOException {
        if (deaf) {
          throw new java.io.IOException("Broken pipe");
        }
        text.append((char) b);
        int end = text.indexOf(separator);
        if (end >= 0) {
          lines.add(text.substring(0, end));
          text.delete(0, end + separator.length());
        }
      }
    }

    String next(Predicate<String> wanted) throws InterruptedException {
      String line = lines.next();
      while (!wanted.test(line)) {
        line = lines.next();
      }
      return line;
    }

    String next(String part) throws InterruptedException {
      return next(line -> line.contains(part));
    }

    int end() throws Exception {
      interrupt.get(10, TimeUnit.SECONDS).run();
      return code();
    }

    int code() throws Exception {
      return code.get(30, TimeUnit.SECONDS);
    }

    String err() {
      return err.toString(StandardCharsets.UTF_8);
    }
  }

  private Running follow(Object... more) {
    return follow(Screen.NONE, "\n", more);
  }

  private Running follow(Screen screen, String separator, Object... more) {
    Object[] words = new Object[more.length + 3];
    words[0] = "book";
    words[1] = MARKET;
    words[2] = "--follow";
    System.arraycopy(more, 0, words, 3, more.length);
    return new Running(screen, separator, exchange.arguments(words));
  }

  @Test
  void printsOneLineAChange() throws Exception {
    Running running = follow("--every", "0s");

    assertThat(running.next("#")).isEqualTo("# custom, " + exchange.baseUrl());
    assertThat(running.next("#")).isEqualTo("# " + exchange.streamUrl());
    assertThat(running.next("#")).isEqualTo("# " + MARKET + " active");
    assertThat(running.next("#"))
        .isEqualTo("# received exchange state bid quantity ask quantity spread mid");
    assertThat(running.next(line -> line.charAt(0) != '#'))
        .endsWith("Z - valid 0.4000 10.00 0.4500 2.50 0.0500 0.4250");

    feed.delta(MARKET, BookSide.BID, Price.of("0.4300"), 150);
    assertThat(running.next("0.4300"))
        .matches("\\S+Z \\S+Z valid 0\\.4300 1\\.50 0\\.4500 2\\.50 0\\.0200 0\\.4400");

    assertThat(running.end()).isZero();
    assertThat(running.err()).isEmpty();
    exchange.stream().awaitOpen(0);
  }

  @Test
  void saysWhatIsMissingOfASide() throws Exception {
    feed.book(MARKET, List.of(), List.of(level("0.4500", "2.50")));

    Running running = follow();

    assertThat(running.next("valid")).endsWith(" - valid - - 0.4500 2.50 - -");
    assertThat(running.end()).isZero();
  }

  @Test
  void saysAtOnceThatABookIsStaleAndValidAgain() throws Exception {
    Running running = follow("--every", "1s");
    running.next("valid");
    FakeSocket socket = exchange.stream().awaitConnection();

    socket.close(1001, "maintenance");

    assertThat(running.next("# ")).contains("connect");
    assertThat(running.next("stale")).endsWith("Z - stale - - - - - -");
    assertThat(running.next(" valid ")).contains("0.4000 10.00");
    assertThat(running.end()).isZero();
  }

  @Test
  void printsOneJsonObjectALine() throws Exception {
    Running running = follow("--json", "--every", "0s", "--depth", 1);

    JsonNode first = JSON.readTree(running.lines.next());
    assertThat(first.propertyNames())
        .containsExactly(
            "type", "environment", "baseUrl", "streamUrl", "market", "status", "closeTime");
    JsonNode connected = JSON.readTree(running.next("\"connected\""));
    assertThat(connected.propertyNames()).containsExactly("type", "time", "state");
    JsonNode book = JSON.readTree(running.next("\"book\""));
    assertThat(book.propertyNames())
        .containsExactly("type", "received", "exchangeTime", "bids", "asks", "spread", "mid");
    assertThat(book.get("bids").toString())
        .isEqualTo("[{\"price\":\"0.4000\",\"quantity\":\"10.00\"}]");
    assertThat(book.get("exchangeTime").isNull()).isTrue();
    assertThat(book.get("mid").asString()).isEqualTo("0.4250");

    exchange.stream().awaitConnection().reset();
    JsonNode lost = JSON.readTree(running.next("\"disconnected\""));
    assertThat(lost.propertyNames())
        .containsExactly("type", "time", "state", "reason", "retryInSeconds");
    running.next("\"book\"");
    assertThat(running.end()).isZero();
  }

  @Test
  void drawsALadderInItsPlaceAndLeavesTheTerminalAsItWas() throws Exception {
    Screen small = () -> Optional.of(new Screen.Size(14, 60));
    Running running = follow(small, "\u001b[J", "--every", "0s");

    assertThat(running.lines.next()).contains(ScreenView.ENTER + "\u001b[H");
    String drawn = plain(running.next("0.4500"));
    assertThat(drawn)
        .startsWith("custom, " + exchange.streamUrl() + "\r\n" + MARKET + "  ")
        .contains("valid, snapshot, received ")
        .contains("  spread 0.0500  mid 0.4250\r\n")
        .containsPattern(
            "\r\n +0\\.4600 +7\\.50 +10\\.00 +#+\r\n +0\\.4500 +2\\.50 +2\\.50 +#+\r\n")
        .containsPattern("\r\n *10\\.00 +0\\.4000 +10\\.00 +#+\r\n +5\\.00 +0\\.3900 +15\\.00 +#+");
    assertThat(drawn.lines().count()).isLessThan(14);
    assertThat(drawn.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(60));

    exchange.stream().awaitConnection().reset();
    assertThat(running.next("STALE")).contains("\u001b[7mSTALE, not to be traded on");
    feed.delta(MARKET, BookSide.BID, Price.of("0.4100"), 100);
    running.next("0.4100");

    running.interrupt.get(10, TimeUnit.SECONDS).run();
    assertThat(running.code()).isZero();
  }

  @Test
  void printsTheLastStateWhereTheScreenWas() throws Exception {
    Screen screen = () -> Optional.of(new Screen.Size(24, 80));
    Running running = follow(screen, "\n", "--every", "0s");
    running.next("0.4500");

    assertThat(running.end()).isZero();

    assertThat(running.next(ScreenView.LEAVE)).contains("custom, ");
    assertThat(running.next("0.4500")).doesNotContain("\u001b");
  }

  private static String plain(String drawn) {
    return drawn.replaceAll("\u001b\\[\\??[0-9]*[A-Za-z]", "");
  }

  @Test
  void endsWhenItsTimeIsUp() throws Exception {
    assertThat(follow("--for", "1s").code()).isZero();
    exchange.stream().awaitOpen(0);
  }

  @Test
  void endsWhenNobodyReadsAnyMore() throws Exception {
    Running running = follow("--every", "0s");
    running.next("valid");

    running.deaf = true;
    feed.delta(MARKET, BookSide.BID, Price.of("0.4300"), 150);

    assertThat(running.code()).isZero();
  }

  @Test
  void wantsAKeyWhereTheExchangeDoes() throws Exception {
    exchange.unset(Credentials.KEY_ID_VARIABLE);
    exchange.unset(Credentials.KEY_VARIABLE);

    Running running = follow();

    assertThat(running.code()).isEqualTo(2);
    assertThat(running.err())
        .isEqualToIgnoringNewLines(
            "kalshi: the exchange streams only to those with a key: set KALSHI_API_KEY_ID, and"
                + " KALSHI_PRIVATE_KEY_PATH or KALSHI_PRIVATE_KEY");

    exchange.stream().requireSignature(false);
    Running open = follow();
    open.next("valid");
    assertThat(open.end()).isZero();
  }

  @Test
  void saysThatTheKeyIsRefused() throws Exception {
    exchange.stream().refuseAlways(401, "{}");

    Running running = follow();

    assertThat(running.code()).isEqualTo(1);
    assertThat(running.err()).contains("answered 401", "kalshi doctor");
  }

  @Test
  void saysThatThereIsNoStream() throws Exception {
    Running running = follow("--timeout", "2s", "--stream-url", "ws://127.0.0.1:1/trade-api/ws/v2");

    assertThat(running.code()).isEqualTo(1);
    assertThat(running.err())
        .contains("no connection to the stream at ws://127.0.0.1:1/trade-api/ws/v2: refused")
        .endsWith("check the network and --stream-url" + System.lineSeparator());
    assertThat(running.err().lines()).hasSize(1);
  }

  @Test
  void saysThatThereIsNoSuchMarketOrNoBookAnyMore() {
    exchange.run("book", "KXNOPE", "--follow").isFailure("404", "check the ticker");

    exchange.on("GET /markets/OVER", Answers.oneMarket("OVER", "finalized"));
    exchange.run("book", "OVER", "--follow").isFailure("OVER is finalized", "no book to follow");
  }

  @Test
  void refusesWhatMakesNoSense() {
    exchange.run("book", "A", "--every", "1s").isUsageError("--every needs --follow");
    exchange.run("book", "A", "--for", "1m").isUsageError("--for needs --follow");
    for (String span : new String[] {"0s", "0m", "soon", "1d", "5"}) {
      exchange.run("book", "A", "--follow", "--for", span).isUsageError("--for", span);
    }
    exchange.run("book", "A", "--follow", "--every", "often").isUsageError("--every", "often");
  }
}
