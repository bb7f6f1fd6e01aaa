package io.github.kalshi4j.cli;

import io.github.kalshi4j.strategy.Configuration;
import io.github.kalshi4j.strategy.ParameterInfo;
import io.github.kalshi4j.strategy.StrategyCatalog;
import io.github.kalshi4j.strategy.StrategyProvider;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the strategies that can be run. */
@Command(
    name = "strategies",
    description = "Lists every strategy on the class path, with its parameters and their defaults.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class StrategiesCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  StrategiesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<StrategyProvider<?>> providers = catalog().providers();
    if (json) {
      Json.print(describe(providers), console.out());
    } else {
      print(providers, console.out());
    }
    return Cli.SUCCESS;
  }

  /** Returns the strategies on the class path, a user's own among them. */
  static StrategyCatalog catalog() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return StrategyCatalog.load(loader == null ? StrategiesCommand.class.getClassLoader() : loader);
  }

  private static ObjectNode describe(List<StrategyProvider<?>> providers) {
    ObjectNode root = Json.object();
    ArrayNode strategies = root.putArray("strategies");
    for (StrategyProvider<?> provider : providers) {
      ObjectNode strategy = strategies.addObject();
      strategy.put("name", provider.name());
      strategy.put("description", provider.description());
      strategy.put("provider", provider.getClass().getName());
      ArrayNode parameters = strategy.putArray("parameters");
      for (ParameterInfo info : Configuration.of(provider).parameters()) {
        ObjectNode parameter = parameters.addObject();
        parameter.put("name", info.name());
        parameter.put("type", info.type());
        parameter.put("default", info.defaultValue());
        parameter.put("description", info.description());
        info.choices().forEach(parameter.putArray("choices")::add);
      }
    }
    return root;
  }

  private static void print(List<StrategyProvider<?>> providers, PrintStream out) {
    if (providers.isEmpty()) {
      out.println("There are no strategies on the class path.");
    }
    for (StrategyProvider<?> provider : providers) {
      List<ParameterInfo> parameters = Configuration.of(provider).parameters();
      out.println(provider.name() + "  " + provider.description());
      int width = parameters.stream().mapToInt(p -> setting(p).length()).max().orElse(0);
      for (ParameterInfo parameter : parameters) {
        String setting = setting(parameter);
        out.println(
            "  " + setting + " ".repeat(width - setting.length() + 2) + explanation(parameter));
      }
      out.println();
    }
  }

  private static String setting(ParameterInfo parameter) {
    return parameter.name() + '=' + parameter.defaultValue();
  }

  private static String explanation(ParameterInfo parameter) {
    String choices =
        parameter.choices().isEmpty() ? "" : " (" + String.join(", ", parameter.choices()) + ")";
    return parameter.type()
        + (parameter.description().isEmpty() ? "" : ": " + parameter.description())
        + choices;
  }
}
