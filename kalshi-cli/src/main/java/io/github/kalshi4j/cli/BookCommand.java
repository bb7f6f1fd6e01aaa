package io.github.kalshi4j.cli;

import static io.github.kalshi4j.cli.Table.Column.right;

import io.github.kalshi4j.client.KalshiClient;
import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.market.Level;
import io.github.kalshi4j.client.market.Market;
import io.github.kalshi4j.client.market.MarketStatus;
import io.github.kalshi4j.client.value.MarketTicker;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Shows the order book of a market. */
@Command(
    name = "book",
    description = "Shows the order book of a market, in YES prices: asks above, bids below.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {"", ExchangeOptions.WHERE, ExchangeOptions.WHO_FOLLOWS})
final class BookCommand implements Callable<Integer> {
  private static final Duration DRAWN_EVERY = Duration.ofMillis(100);
  private static final Duration PRINTED_EVERY = Duration.ofSeconds(1);

  private final Console console;

  @Parameters(
      paramLabel = "TICKER",
      converter = Converters.Market.class,
      description = "The market; `kalshi markets` lists them.")
  private MarketTicker market = MarketTicker.of("-");

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "10",
      converter = Converters.Depth.class,
      description = "How many levels of each side, 1 to 100 (default: 10).")
  private int depth;

  @Option(
      names = "--follow",
      description =
          "Go on showing it: in its place on a terminal, else one line a change, or with --json"
              + " one object a line. Ctrl-C ends it.")
  private boolean follow;

  @Option(
      names = "--every",
      paramLabel = "DURATION",
      converter = Converters.Latency.class,
      description =
          "With --follow: how long at least from one state shown to the next (default: 1s, on a"
              + " terminal 100ms).")
  private @Nullable Duration every;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = Converters.Span.class,
      description = "With --follow: how long, such as 30s, 15m or 2h.")
  private @Nullable Duration span;

  @Mixin private final ExchangeOptions exchange;

  BookCommand(Console console) {
    this.console = console;
    exchange = new ExchangeOptions(console);
  }

  @Override
  public Integer call() {
    ExchangeAddress address = exchange.address();
    if (follow) {
      follow(address);
      return Cli.SUCCESS;
    }
    if (every != null || span != null) {
      throw new UsageException((every != null ? "--every" : "--for") + " needs --follow");
    }
    BookState book;
    try (KalshiClient client = exchange.open()) {
      book = BookState.of(client.markets().orderBook(market, depth), depth, console.time().now());
    }
    if (exchange.json()) {
      ObjectNode root = address.json();
      root.put("market", market.value());
      JsonView.describe(book.bids(), root.putArray("bids"));
      JsonView.describe(book.asks(), root.putArray("asks"));
      root.put("spread", book.spread().orElse(null));
      Json.print(root, console.out());
    } else {
      console.out().println(address);
      console.out().println();
      console.out().println(market);
      print(book, console.out());
    }
    return Cli.SUCCESS;
  }

  private void follow(ExchangeAddress address) {
    Optional<Credentials> credentials = exchange.credentials();
    boolean drawn = !exchange.json() && console.screen().size().isPresent();
    BookFollower.Plan plan =
        new BookFollower.Plan(
            depth, every != null ? every : drawn ? DRAWN_EVERY : PRINTED_EVERY, span);
    FollowView view =
        exchange.json()
            ? new JsonView(console.out())
            : drawn
                ? new ScreenView(
                    console.out(),
                    console.screen(),
                    depth,
                    console.environment().getOrDefault("NO_COLOR", "").isEmpty())
                : new LineView(console.out());
    try (KalshiClient client = exchange.open(credentials)) {
      Market found = client.markets().get(market);
      if (isOver(found.status())) {
        throw new CommandException(
            market
                + " is "
                + found.status().wire()
                + ", so it has no book to follow; kalshi markets lists those that are open",
            null);
      }
      new BookFollower(console, address, plan, view, credentials.isPresent()).follow(client, found);
    }
  }

  private static boolean isOver(MarketStatus status) {
    return switch (status) {
      case CLOSED, DETERMINED, DISPUTED, AMENDED, FINALIZED -> true;
      case INITIALIZED, INACTIVE, ACTIVE, UNRECOGNIZED -> false;
    };
  }

  private static void print(BookState book, PrintStream out) {
    Table table = new Table(right("BIDS"), right("PRICE"), right("ASKS"));
    for (Level ask : book.asks().reversed()) {
      table.row("", ask.price().toString(), ask.quantity().toString());
    }
    for (Level bid : book.bids()) {
      table.row(bid.quantity().toString(), bid.price().toString(), "");
    }
    List<String> lines = table.lines();
    int middle = 1 + book.asks().size();
    lines.subList(0, middle).forEach(line -> out.println("  " + line));
    out.println("  " + book.spread().map(s -> "spread " + s).orElseGet(book::missing));
    lines.subList(middle, lines.size()).forEach(line -> out.println("  " + line));
  }
}
