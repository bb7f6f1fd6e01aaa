package io.github.kalshi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kalshi4j.client.time.TimeSource;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the documents promise: their code compiles and works, their links and names exist. */
final class DocumentationTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  @Test
  void allCodeCompilesTogetherWithoutAWarning() throws IOException {
    Documents.compile(folder, Documents.pages());
  }

  @Test
  void theStrategyOfTheReadmeRunsFromTheUsersClassPath() throws IOException {
    Documents.compile(folder, List.of(Documents.README));
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("io.github.kalshi4j.strategy.StrategyProvider"),
        "example.ImbalanceProvider\n");

    JsonNode report =
        withClassPath(
                () -> Outcome.of("backtest", "imbalance", "--set", "ratio=3", "--json").succeeds())
            .json();

    assertThat(report.get("strategy").asString()).isEqualTo("imbalance");
    assertThat(report.at("/parameters/ratio").asString()).startsWith("3");
    assertThat(report.get("trades")).isNotEmpty();
    assertThat(withClassPath(() -> Outcome.of("strategies")).out()).contains("imbalance  Buys YES");
    withClassPath(() -> Outcome.of("backtest", "imbalance", "--set", "ratio=1"))
        .isUsageError("ratio", "above 1");
  }

  @Test
  void theTestOfTheHowToPasses() throws Exception {
    Documents.compile(folder, List.of(Documents.README, Documents.howTo("test-a-strategy")));

    try (URLClassLoader loader = Documents.loader(folder)) {
      Class<?> type = loader.loadClass("example.ImbalanceTest");
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      int run = 0;
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(Test.class)) {
          method.setAccessible(true);
          method.invoke(constructor.newInstance());
          run++;
        }
      }
      assertThat(run).isEqualTo(2);
    }
  }

  @Test
  void theReadmeNamesTheTestCommandThatIsRun() throws IOException {
    assertThat(Files.readString(Documents.README))
        .containsPattern(
            "<!-- test command -->\\R```sh\\R\\./mvnw verify\\R```\\R<!-- end of test command -->");
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : Documents.pages()) {
      Matcher links = LINK.matcher(Files.readString(page));
      while (links.find()) {
        String target = links.group(1);
        if (!target.startsWith("http") && !Files.exists(page.resolveSibling(target))) {
          broken.add(page + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyFieldOfTheReportIsDocumented() throws IOException {
    String page = Files.readString(Documents.ROOT.resolve("docs/reference/backtest-json.md"));
    JsonNode report = Outcome.of("backtest", "momentum", "--json").succeeds().json();

    List<String> missing = new ArrayList<>();
    collectNames(report, missing);
    missing.removeIf(name -> page.contains('`' + name + '`') || page.contains('"' + name + '"'));

    assertThat(missing).isEmpty();
  }

  @Test
  void everyFieldOfTheExchangeCommandsIsDocumented() throws IOException {
    String page = Files.readString(Documents.ROOT.resolve("docs/reference/cli.md"));
    List<String> missing = new ArrayList<>();
    try (LocalExchange exchange = new LocalExchange(TimeSource.system())) {
      exchange.on("GET /markets/A", Answers.oneMarket("A", "active"));
      exchange.on("GET /markets", Answers.markets("", Answers.market("A")));
      exchange.on("GET /markets/A/orderbook", Answers.BOOK);
      exchange.on("GET /portfolio/balance", Answers.BALANCE);
      exchange.on(
          "GET /portfolio/orders",
          Answers.orders("", Answers.order("o-1", "bid", "0.4200", "resting")));
      for (String command : List.of("markets", "book A", "balance", "orders", "doctor")) {
        Object[] words = (command + " --json").split(" ");
        collectNames(exchange.run(words).json(), missing);
      }
      String followed = exchange.run("book", "A", "--follow", "--json", "--for", "1s").out();
      followed.lines().forEach(line -> collectNames(JSON.readTree(line), missing));
    }
    missing.removeIf(name -> page.contains('`' + name + '`'));

    assertThat(missing).isEmpty();
  }

  private static void collectNames(JsonNode node, List<String> names) {
    node.propertyStream()
        .forEach(property -> {
          if (!names.contains(property.getKey())) {
            names.add(property.getKey());
          }
          // The names of figures and parameters are the strategy's and the rules' own.
          if (!property.getKey().equals("figures") && !property.getKey().equals("parameters")) {
            collectNames(property.getValue(), names);
          }
        });
    if (node.isArray()) {
      node.forEach(element -> collectNames(element, names));
    }
  }

  private Outcome withClassPath(Supplier<Outcome> command) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = Documents.loader(folder)) {
      thread.setContextClassLoader(loader);
      return command.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
