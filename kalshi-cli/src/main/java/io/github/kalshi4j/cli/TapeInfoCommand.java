package io.github.kalshi4j.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "info", mixinStandardHelpOptions = true)
final class TapeInfoCommand implements Callable<Integer> {
  TapeInfoCommand(Console console) {}

  @Override
  public Integer call() {
    return 0;
  }
}
