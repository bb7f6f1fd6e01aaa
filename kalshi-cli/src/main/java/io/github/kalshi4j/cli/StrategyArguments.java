package io.github.kalshi4j.cli;

import io.github.kalshi4j.strategy.Configuration;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which strategy a command is to run, and with which parameters. */
final class StrategyArguments {
  @Parameters(paramLabel = "STRATEGY", description = "Its name; `kalshi strategies` lists them.")
  private String strategy = "";

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Sets a parameter of the strategy. May be repeated.")
  private List<String> settings = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Reads parameters from a properties file; --set wins over it.")
  private @Nullable Path config;

  /**
   * Returns the strategy with its parameters.
   *
   * @throws io.github.kalshi4j.strategy.UnknownStrategyException if there is none of this name
   * @throws UsageException if the file cannot be read, or a setting is not {@code name=value}
   * @throws io.github.kalshi4j.strategy.InvalidParameterException if the strategy refuses a name or
   *     a value
   */
  Configuration<?> configuration() {
    return StrategyParameters.configure(
        StrategiesCommand.catalog().find(strategy), config, settings);
  }
}
