package io.github.kalshi4j.cli;

import io.github.kalshi4j.engine.tape.inspection.TapeVerification;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether what is on tapes is true. */
@Command(
    name = "verify",
    description = {
      "Rebuilds the books of tapes and says whether they hold together.",
      "Looks for sequence gaps, impossible levels and crossed books, and says how far the"
          + " exchange's own tickers agree."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class TapeVerifyCommand implements Callable<Integer> {
  @Mixin private final TapesToRead tapes;

  TapeVerifyCommand(Console console) {
    tapes = new TapesToRead(console);
  }

  @Override
  public Integer call() throws IOException {
    tapes.tell(TapeVerification::of, TapeVerification::toText);
    return Cli.SUCCESS;
  }
}
