package io.github.kalshi4j.cli;

import picocli.CommandLine.Command;

/** The command itself; alone it only says what it wants. */
@Command(
    name = "kalshi",
    description = {
      "Backtests and runs trading strategies on order books of the Kalshi exchange, and shows what is",
      "there: markets, books, the account's balance and orders. Simulates an exchange of its own."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      StrategiesCommand.class,
      BacktestCommand.class,
      RunCommand.class,
      SimulateCommand.class,
      TapeCommand.class,
      MarketsCommand.class,
      BookCommand.class,
      BalanceCommand.class,
      OrdersCommand.class,
      DoctorCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 success, 1 failure, 2 a mistake in the arguments.",
      "KALSHI_ENV is the exchange: demo (default), live, or simulator with KALSHI_SIMULATOR_URL as",
      "`kalshi simulate` prints it. KALSHI_API_KEY_ID, and",
      "KALSHI_PRIVATE_KEY_PATH or KALSHI_PRIVATE_KEY, are the account's key; doctor checks them.",
      "KALSHI_CLASSPATH adds jars with strategies of your own, KALSHI_JAVA_OPTS options of the JVM;",
      "KALSHI_DEBUG=1 shows the stack trace of an error."
    })
final class KalshiCommand implements Runnable {
  @Override
  public void run() {
    throw new UsageException(
        "no command given; commands are strategies, backtest, run, simulate, tape, markets, book,"
            + " balance, orders and doctor (--help)");
  }
}
