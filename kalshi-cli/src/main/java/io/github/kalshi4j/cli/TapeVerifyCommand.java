package io.github.kalshi4j.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "verify", mixinStandardHelpOptions = true)
final class TapeVerifyCommand implements Callable<Integer> {
  TapeVerifyCommand(Console console) {}

  @Override
  public Integer call() {
    return 0;
  }
}
