package io.github.kalshi4j.cli;

import io.github.kalshi4j.client.auth.Credentials;
import io.github.kalshi4j.client.value.Money;
import io.github.kalshi4j.client.value.SeriesTicker;
import io.github.kalshi4j.simulator.server.SimulatedExchangeConfig;
import io.github.kalshi4j.simulator.world.WorldConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs an exchange on this machine. */
@Command(
    name = "simulate",
    description = {
      "Runs a simulated exchange on this machine.",
      "Kalshi's API on a local port, with rolling fifteen-minute markets and people who trade in"
          + " them, and an account of play money with a key of its own, until --for is over or the"
          + " command is stopped (Ctrl-C)."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Prints what to paste into a shell so that the other commands speak to it. Only this machine",
      "can reach it, unless --host says otherwise."
    })
final class SimulateCommand implements Callable<Integer> {
  /** How long it sleeps at a time where no end is set. */
  private static final Duration LONG = Duration.ofHours(1);

  private final Console console;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      converter = Converters.Port.class,
      description = "Where to listen; 0 (default) for any free port.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      converter = Converters.Host.class,
      description = {
        "The address to listen on, or 0.0.0.0 for all of this machine's (default: 127.0.0.1,",
        "which only this machine reaches)."
      })
  private String host = "";

  @Option(
      names = "--series",
      paramLabel = "TICKER",
      converter = Converters.Series.class,
      description =
          "Simulate this series, such as KXBTC15M or KXBTCD. May be repeated (default: the"
              + " fifteen-minute series of seven coins, and KXBTCD).")
  private List<SeriesTicker> series = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The seed of everything random but the key (default: 1).")
  private long seed;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      converter = Converters.Speed.class,
      description = "How many times as fast the markets' clock runs, up to 100 (default: 1).")
  private int speed;

  @Option(
      names = "--start-before-close",
      paramLabel = "DURATION",
      converter = Converters.Span.class,
      description =
          "Let the markets' clock start so long before a quarter hour's close, such as 90s"
              + " (default: the markets' clock is this machine's).")
  private @Nullable Duration beforeClose;

  @Option(
      names = "--cash",
      paramLabel = "USD",
      defaultValue = "10000",
      converter = Converters.Dollars.class,
      description = "The account's money on each shard that has markets (default: 10000).")
  private Money cash = Money.ZERO;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Where to write the private key (default: a new temporary file).")
  private @Nullable Path keyFile;

  @Option(
      names = "--admin",
      description =
          "Let anybody on this machine add faults and steer markets, at /simulator/v1 (see"
              + " docs/reference/simulator-admin.md).")
  private boolean admin;

  @Mixin private final LengthOption length = new LengthOption();

  @Option(names = "--json", description = "Print one JSON object on one line instead of text.")
  private boolean json;

  SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    SimulatedExchangeConfig config = config();
    try (Interrupts.Watch watch = console.interrupts().interruptThisThread();
        Simulation simulation = Simulation.start(config, cash, Simulation.KeyType.RSA);
        KeyFile key = KeyFile.write(simulation.key(), keyFile)) {
      warn(simulation.address());
      if (json) {
        Json.printLine(object(simulation, key, config), console.out());
      } else {
        tell(simulation, key, config);
      }
      console.out().flush();
      await();
    }
    return Cli.SUCCESS;
  }

  private SimulatedExchangeConfig config() {
    Instant now = console.time().now();
    WorldConfig world =
        beforeClose == null
            ? WorldConfig.startingAt(now)
            : WorldConfig.startingBeforeClose(now, beforeClose);
    return SimulatedExchangeConfig.EMPTY
        .withTime(console.time())
        .withWorld(Simulation.only(series, world))
        .withStart(beforeClose == null ? now : world.start())
        .withHost(host)
        .withPort(port)
        .withSpeed(speed)
        .withSeed(seed)
        .withAdmin(admin);
  }

  private void warn(ExchangeAddress address) {
    if (ExchangeAddress.isLoopback(host)) {
      return;
    }
    PrintStream err = console.err();
    err.println(
        "kalshi: listening on " + host + ": anybody who reaches it and has the key can trade here");
    if (admin) {
      err.println(
          "kalshi: and anybody who reaches it can use the admin API, which asks for no key");
    }
    if (!ExchangeAddress.isThisMachine(address.baseUrl())) {
      err.println(
          "kalshi: commands that only read find it by --base-url "
              + address.baseUrl()
              + "; run trades on the same machine only");
    }
  }

  private void await() {
    try {
      Duration end = length.length();
      if (end != null) {
        console.time().sleep(end);
        return;
      }
      while (true) {
        console.time().sleep(LONG);
      }
    } catch (InterruptedException e) {
      // Asked to end, which is how it ends where no end is set.
    }
  }

  private List<String> names() {
    return (series.isEmpty() ? Simulation.allSeries() : series)
        .stream().map(SeriesTicker::value).distinct().toList();
  }

  private ObjectNode object(Simulation simulation, KeyFile key, SimulatedExchangeConfig config) {
    ObjectNode root = simulation.address().json();
    root.put("streamUrl", simulation.address().streamUrl().toString());
    if (admin) {
      root.put("adminUrl", simulation.exchange().adminUrl().toString());
    }
    root.put("keyId", simulation.keyId().value());
    root.put("privateKeyPath", key.path().toString());
    ArrayNode all = root.putArray("series");
    names().forEach(all::add);
    root.put("seed", seed);
    root.put("speed", speed);
    root.put("marketTime", String.valueOf(config.start()));
    return root;
  }

  private void tell(Simulation simulation, KeyFile key, SimulatedExchangeConfig config) {
    ExchangeAddress address = simulation.address();
    say(address.toString());
    say("stream   " + address.streamUrl());
    if (admin) {
      say("admin    " + simulation.exchange().adminUrl());
    }
    say("series   " + String.join(", ", names()));
    say("clock    " + clock(config));
    say(
        "account  "
            + Shown.cents(cash)
            + " on each of the shards "
            + Simulation.shards(config.world()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" and ")));
    say("key      " + simulation.keyId() + ", removed with the file at the end");
    say("");
    say("export " + ExchangeAddress.VARIABLE + "=" + address.environment().word());
    if (ExchangeAddress.isThisMachine(address.baseUrl())) {
      say("export " + ExchangeAddress.SIMULATOR_VARIABLE + "=" + address.baseUrl());
    }
    say("export " + Credentials.KEY_ID_VARIABLE + "=" + simulation.keyId());
    say("export " + Credentials.KEY_PATH_VARIABLE + "=" + quoted(key.path()));
  }

  private String clock(SimulatedExchangeConfig config) {
    String fast = speed == 1 ? "" : ", and runs " + speed + " times as fast";
    if (beforeClose == null) {
      return speed == 1 ? "the markets' is this machine's" : "the markets' starts now" + fast;
    }
    Instant start = config.world().start().truncatedTo(ChronoUnit.SECONDS);
    return "the markets' starts at " + start + fast;
  }

  /** Returns a path as one word of a shell. */
  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[A-Za-z0-9/._-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  private void say(String line) {
    console.out().println(line);
  }
}
