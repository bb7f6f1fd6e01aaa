package io.github.kalshi4j.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the console it writes to. */
final class Factory implements IFactory {
  private final Console console;

  Factory(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == StrategiesCommand.class) {
      return type.cast(new StrategiesCommand(console));
    }
    if (type == BacktestCommand.class) {
      return type.cast(new BacktestCommand(console));
    }
    if (type == RunCommand.class) {
      return type.cast(new RunCommand(console));
    }
    if (type == SimulateCommand.class) {
      return type.cast(new SimulateCommand(console));
    }
    if (type == TapeImportCommand.class) {
      return type.cast(new TapeImportCommand(console));
    }
    if (type == TapeRecordCommand.class) {
      return type.cast(new TapeRecordCommand(console));
    }
    if (type == TapeInfoCommand.class) {
      return type.cast(new TapeInfoCommand(console));
    }
    if (type == TapeVerifyCommand.class) {
      return type.cast(new TapeVerifyCommand(console));
    }
    if (type == MarketsCommand.class) {
      return type.cast(new MarketsCommand(console));
    }
    if (type == BookCommand.class) {
      return type.cast(new BookCommand(console));
    }
    if (type == BalanceCommand.class) {
      return type.cast(new BalanceCommand(console));
    }
    if (type == OrdersCommand.class) {
      return type.cast(new OrdersCommand(console));
    }
    if (type == DoctorCommand.class) {
      return type.cast(new DoctorCommand(console));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
