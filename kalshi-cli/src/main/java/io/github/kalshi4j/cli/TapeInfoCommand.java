package io.github.kalshi4j.cli;

import io.github.kalshi4j.engine.tape.inspection.TapeInfo;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is on tapes. */
@Command(
    name = "info",
    description = "Says what is on tapes: frames by type, their time, gaps and markets.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class TapeInfoCommand implements Callable<Integer> {
  @Mixin private final TapesToRead tapes;

  TapeInfoCommand(Console console) {
    tapes = new TapesToRead(console);
  }

  @Override
  public Integer call() throws IOException {
    tapes.tell(TapeInfo::of, TapeInfo::toText);
    return Cli.SUCCESS;
  }
}
